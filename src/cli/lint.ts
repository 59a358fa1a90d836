import { formatLintReport } from '../authoring/lint/format.ts';
import { lintPack } from '../authoring/lintPack.ts';
import { harmless } from '../decision/layout.ts';
import { type Command, packWithExamples } from './command.ts';
import { EXIT, type Io, jsonText } from './io.ts';
import { type Arguments, UsageError } from './options.ts';

/** `acceptable-use lint` */
export const lint: Command = {
  name: 'lint',
  about: 'finds what is wrong with rule files, or looks wrong',
  options: ['rules', 'overlay', 'now', 'json', 'strict'],
  help: `Usage: acceptable-use lint [options] [CATEGORY ...]

Finds every fault of every rule file at once: what makes the rules unusable (errors), and what an author should look at
(warnings). Says what was found, where, and what to do. With categories, only what concerns their files is told.

  acceptable-use lint --rules my-rules             all of a folder
  acceptable-use lint --rules my-rules livestock   one category

Options
  --rules DIR    rules folder to check, instead of the shipped one
  --overlay DIR  overlay folder of another council; again for one that stands on it
  --strict       warnings count as errors
  --now TIME     moment for which to say what is out of date, ISO 8601 with offset (now)
  --json         the report as JSON

Exit code: 0 no errors; 1 at least one; 2 bad usage, or a folder or file that can't be read.
`,
  run: lintRules,
};

async function lintRules({ inputs, flags, rules, overlays, now }: Arguments, io: Io): Promise<number> {
  const pack = packWithExamples(rules, overlays);
  const files = inputs.map((id) => `categories/${id}.json`);
  const missing = files.find((file) => !Object.hasOwn(pack.files, file));
  if (missing !== undefined)
    throw new UsageError(
      'Found no file of a category that was named. Write its id: acceptable-use lint threat',
    );
  const all = lintPack(pack, { now: now ?? io.clock() }).problems;
  const problems = files.length === 0 ? all : all.filter(({ file }) => files.includes(file));
  await io.out(flags.has('json') ? jsonText({ problems }) : harmless(formatLintReport({ problems })));
  const counting = problems.filter(({ level }) => level === 'error' || flags.has('strict'));
  return counting.length > 0 ? EXIT.found : EXIT.good;
}
