import { formatLintReport } from '../authoring/lint/format.ts';
import { lintPack } from '../authoring/lintPack.ts';
import { harmless } from '../decision/layout.ts';
import { type Command, categoriesNamed, packWithExamples } from './command.ts';
import { EXIT, type Io, jsonText } from './io.ts';
import type { Arguments } from './options.ts';

/** `acceptable-use lint` */
export const lint: Command = {
  name: 'lint',
  about: 'finds what is wrong with rule files, or looks wrong',
  options: ['rules', 'overlay', 'now', 'json', 'strict', 'new-since'],
  help: `Usage: acceptable-use lint [options] [CATEGORY ...]

Finds every fault of every rule file at once: what makes the rules unusable (errors), and what an author should look at
(warnings). Says what was found, where, and what to do. With categories, warnings are told of their files and of what you
added to lexicons, guards, signals and notices. Errors are told wherever they stand: with one of them no rule can be used.

  acceptable-use lint --rules my-rules             all of a folder
  acceptable-use lint --rules my-rules livestock   one category
  acceptable-use lint --rules my-rules --new-since shipped   what you wrote or changed

Options
  --rules DIR    rules folder to check, instead of the shipped one
  --overlay DIR  overlay folder of another council; again for one that stands on it
  --new-since DIR   leaves out warnings about rules, groups and rows that stand in these rules too; "shipped" for those of
                 the package
  --strict       warnings count as errors
  --now TIME     moment for which to say what is out of date, ISO 8601 with offset (now)
  --json         the report as JSON

Exit code: 0 no errors; 1 at least one; 2 bad usage, or a folder or file that can't be read.
`,
  run: lintRules,
};

async function lintRules(args: Arguments, io: Io): Promise<number> {
  const { inputs, flags, rules, overlays, now, newSince } = args;
  const pack = packWithExamples(rules, overlays);
  const report = lintPack(pack, {
    now: now ?? io.clock(),
    ...(inputs.length === 0 ? {} : { categories: categoriesNamed(inputs, pack) }),
    ...(newSince === undefined ? {} : { since: packWithExamples(newSince) }),
  });
  await io.out(flags.has('json') ? jsonText(report) : harmless(formatLintReport(report)));
  const counting = report.problems.filter(({ level }) => level === 'error' || flags.has('strict'));
  return counting.length > 0 ? EXIT.found : EXIT.good;
}
