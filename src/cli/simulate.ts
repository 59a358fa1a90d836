import { formatSimulation } from '../authoring/formatSimulation.ts';
import { type SimulationProgress, simulateRows } from '../authoring/simulate.ts';
import { compileBeside, compileRuleset } from '../pack/compile.ts';
import { type Command, packAt } from './command.ts';
import { itemRows, openCorpus } from './corpus.ts';
import { EXIT, type Io, jsonText } from './io.ts';
import { type Arguments, UsageError } from './options.ts';
import { rowsDone, withProgress } from './progress.ts';

/** `acceptable-use simulate` */
export const simulate: Command = {
  name: 'simulate',
  about: 'tells which decisions a change of rules changes, before it goes live',
  options: ['now', 'json', 'limit', 'show-text'],
  help: `Usage: acceptable-use simulate [options] BEFORE AFTER [FILE.jsonl]

Judges every comment of a file, or of standard input, by two rules folders, and tells which decisions differ, by kind, with
the rules and words on either side. Reads a row at a time, and keeps only counts and what it lists.

  acceptable-use simulate shipped my-rules corpus.jsonl    "shipped" stands for the rules of this package
  zcat corpus.jsonl.gz | acceptable-use simulate old new   each row is a content item, or {"item": {...}, ...}

Options
  --limit N      most decisions to list of each kind; all are counted (100)
  --show-text    list the whole comments too. Without it only the words that rules matched are shown, and those may
                 be offensive, or name somebody
  --now TIME     moment to judge for, ISO 8601 with offset, of rows that have no "now"
  --json         the report as JSON, instead of Markdown for a pull request

Exit code: 0 no decision changes; 1 some do; 2 bad usage or rules, or rows that can't be judged, which are listed.
`,
  run: simulateFile,
};

async function simulateFile({ inputs, flags, limit, now }: Arguments, io: Io): Promise<number> {
  const [before, after, path = '-', ...others] = inputs;
  if (before === undefined || after === undefined || others.length > 0)
    throw new UsageError(
      `Found ${inputs.length} arguments. Write: acceptable-use simulate BEFORE AFTER FILE.jsonl`,
    );
  if (path === '-' && io.stdinIsTTY)
    throw new UsageError('Found no comments. Name a JSONL file as the last argument, or pipe one in.');
  const old = compileRuleset(packAt(before));
  const young = compileBeside(old, packAt(after));
  const corpus = openCorpus(path, io);
  let progress: SimulationProgress = { rows: 0, changed: 0, invalid: 0 };
  const rows = withProgress(itemRows(corpus.rows, now), corpus, io, () =>
    rowsDone(progress.rows, progress.changed, 'changed'),
  );
  const report = await simulateRows(old, young, rows, {
    showText: flags.has('show-text'),
    ...(limit === undefined ? {} : { limit }),
    onProgress: (now) => {
      progress = now;
    },
  });
  await io.out(flags.has('json') ? jsonText(report) : formatSimulation(report));
  if (report.invalid.count > 0) return EXIT.unusable;
  return report.changed > 0 ? EXIT.found : EXIT.good;
}
