import { backtestRows } from '../authoring/backtest.ts';
import { formatBacktest } from '../authoring/formatBacktest.ts';
import { compileRuleset } from '../pack/compile.ts';
import { type Command, packAt } from './command.ts';
import { labelledRows, openCorpus } from './corpus.ts';
import { EXIT, type Io, jsonText } from './io.ts';
import { type Arguments, UsageError } from './options.ts';
import { withProgress } from './progress.ts';

/** `acceptable-use backtest` */
export const backtest: Command = {
  name: 'backtest',
  about: 'measures precision, recall and hit rate of categories and rules on labelled comments',
  options: ['now', 'rules', 'overlay', 'json'],
  help: `Usage: acceptable-use backtest [options] [FILE.jsonl]

Measures rules on labelled comments, from a file or standard input: precision, recall and hit rate by category and rule,
with counts and 95 % intervals, and what fires together. Each row is an item beside what a person expects of it:

  {"item": {"text": "...", "now": "..."}, "expect": {"verdict": "act", "categories": ["abuse"]}}

"categories" names every category that holds, [] if none does. What a row doesn't name isn't measured on it.

Options
  --rules DIR    rules folder to measure, instead of the shipped one
  --overlay DIR  overlay folder of another council; again for one that stands on it
  --now TIME     moment to judge for, ISO 8601 with offset, of items that have no "now"
  --json         the report as JSON, instead of Markdown

Exit code: 0 measured; 2 bad usage or rules, or rows that can't be judged, which are listed.
`,
  run: backtestFile,
};

async function backtestFile({ inputs, flags, rules, overlays, now }: Arguments, io: Io): Promise<number> {
  const [path = '-', ...others] = inputs;
  if (others.length > 0)
    throw new UsageError(`Found ${inputs.length} files. Write: acceptable-use backtest FILE.jsonl`);
  if (path === '-' && io.stdinIsTTY)
    throw new UsageError('Found no comments. Name a JSONL file, or pipe one in.');
  const ruleset = compileRuleset(packAt(rules, overlays));
  const corpus = openCorpus(path, io);
  const report = await backtestRows(
    ruleset,
    withProgress(labelledRows(corpus.rows, now), corpus, io, () => ''),
  );
  await io.out(flags.has('json') ? jsonText(report) : formatBacktest(report));
  return report.invalid.count > 0 ? EXIT.unusable : EXIT.good;
}
