import { safePath } from '../authoring/row.ts';
import { explain as explanationOf, classify as judge, notices } from '../classify.ts';
import { harmless, inline } from '../decision/layout.ts';
import { report } from '../decision/report.ts';
import { type SummaryRow, summaryTable } from '../decision/summary.ts';
import type { Decision, Verdict } from '../model/decision.ts';
import type { ContentItem } from '../model/item.ts';
import { ContentItemError, type Problem } from '../model/problem.ts';
import { compileRuleset, partsOf, type Ruleset } from '../pack/compile.ts';
import { type Command, packAt } from './command.ts';
import { codeOf, EXIT, type Io, jsonText, unexpected } from './io.ts';
import { type Arguments, UsageError } from './options.ts';
import { type Entry, entries } from './source.ts';

const OPTIONS_HELP = `Options
  --jsonl        arguments are JSONL files; none or "-" reads standard input
  --now TIME     moment to judge for, ISO 8601 with offset; for JSONL, of rows that have no "now"
  --rules DIR    rules folder to judge by, instead of the shipped one
  --overlay DIR  overlay folder of another council; again for one that stands on it
  --json         one decision a line as JSON; the summary then goes to standard error
  --summary      add a table at the end
  --colour, --no-colour   highlight, or not; otherwise only on a terminal and if NO_COLOR is unset`;
const ENDING_HELP = `A comment that starts with "-" goes after "--".

Exit code: 0 every comment may stay; 1 at least one needs a look or a step; 2 bad usage, input or rules.
A JSONL row that can't be judged is reported with its line number; with --json it gives {"error": ...} in its place.
`;

/** `acceptable-use classify` */
export const classify: Command = {
  name: 'classify',
  about: 'says of comments: leave it up, look at it, or act, and under which clause',
  options: ['jsonl', 'now', 'rules', 'overlay', 'json', 'notices', 'summary', 'colour'],
  help: `Usage: acceptable-use classify [options] [TEXT | FILE.jsonl ...]

Says what the acceptable use policy asks for: leave a comment up, look at it, or act, and under which clause.

  acceptable-use classify "When is bin day?"         each TEXT is one comment
  acceptable-use classify < comment.txt              standard input is one comment; so is "-"
  acceptable-use classify --jsonl --json FILE.jsonl  one content item a line, or {"about": "...", "item": {...}}

${OPTIONS_HELP}
  --notices      add the wording that can be sent or kept

${ENDING_HELP}`,
  run: (args, io) => answerAll('classify', args, io),
};

/** `acceptable-use explain` */
export const explain: Command = {
  name: 'explain',
  about: 'says it as a page of plain English for the file: why this step and no other',
  options: ['jsonl', 'now', 'rules', 'overlay', 'json', 'summary', 'colour'],
  help: `Usage: acceptable-use explain [options] [TEXT | FILE.jsonl ...]

Prints a page of plain English for each comment: why this step and no other, and what happens next. Comments are given as
for classify; --json gives the decision with the page as "explanation".

${OPTIONS_HELP}

${ENDING_HELP}`,
  run: (args, io) => answerAll('explain', args, io),
};

/** Rows that the summary table lists; beyond them it only counts. */
const MOST_ROWS = 1000;
const WIDEST = 100;

/** What one run has seen. */
interface Tally {
  readonly rows: SummaryRow[];
  readonly unlisted: Record<Verdict, number>;
  flagged: boolean;
  faults: number;
}

interface Run {
  readonly name: 'classify' | 'explain';
  readonly args: Arguments;
  readonly ruleset: Ruleset;
  readonly io: Io;
  readonly tally: Tally;
}

async function answerAll(name: Run['name'], args: Arguments, io: Io): Promise<number> {
  const { inputs, flags, rules, overlays, now } = args;
  const jsonl = flags.has('jsonl');
  if (inputs.length === 0 && io.stdinIsTTY)
    throw new UsageError('Found no comment. Write: acceptable-use classify TEXT, or pipe one in.');
  if (inputs.filter((input) => input === '-').length > 1)
    throw new UsageError('Found "-" more than once. Standard input can be read only once.');
  const tally: Tally = { rows: [], unlisted: { allow: 0, review: 0, act: 0 }, flagged: false, faults: 0 };
  const run: Run = { name, args, ruleset: compileRuleset(packAt(rules, overlays)), io, tally };
  const source = { inputs, jsonl, ...(now === undefined ? {} : { now }) };
  try {
    for await (const entry of entries(source, io.stdin, io.clock)) await answer(entry, run);
    if (flags.has('summary'))
      await (flags.has('json') ? io.err : io.out)(summaryTable(tally.rows, tally.unlisted));
    if (tally.faults > 0 && jsonl) await io.err(`acceptable-use: ${tally.faults} could not be judged\n`);
  } catch (error) {
    // The reader has gone, as in "| head": what was judged still gives the exit code.
    if (codeOf(error) !== 'EPIPE') throw error;
  }
  if (tally.faults > 0) return EXIT.unusable;
  return tally.flagged ? EXIT.found : EXIT.good;
}

async function answer(entry: Entry, run: Run): Promise<void> {
  if ('fault' in entry)
    return refuse(entry.where, [{ code: 'unreadable', path: '', message: entry.fault }], run);
  // The item is still unchecked; classify() checks it.
  const item = entry.item as ContentItem;
  let decision: Decision;
  try {
    decision = await judge(item, { ruleset: run.ruleset });
  } catch (error) {
    return refuse(entry.where, problemsOf(error), run);
  }
  const label = entry.about ?? item.id ?? entry.where;
  count(decision, label, run.tally);
  await run.io.out(run.args.flags.has('json') ? jsonLine(decision, run) : page(decision, item, label, run));
}

function problemsOf(error: unknown): readonly Pick<Problem, 'code' | 'path' | 'message'>[] {
  if (error instanceof ContentItemError) return error.problems;
  return [{ code: 'internal', path: '', message: unexpected(error) }];
}

/** Reports an entry that can't be judged; with --json an error takes its place, so that rows and lines still pair up. */
async function refuse(
  where: string,
  problems: readonly Pick<Problem, 'code' | 'path' | 'message'>[],
  { args: { flags }, io, tally }: Run,
): Promise<void> {
  tally.faults += 1;
  const told = problems.map(({ code, path, message }) => ({
    code,
    path: safePath(path),
    message: `${message}${path === 'now' && flags.has('jsonl') ? ' Or give --now.' : ''}`,
  }));
  const text = told
    .map(({ code, path, message }) => `${where}: ${path === '' ? '' : `${path}: `}${message} [${code}]\n`)
    .join('');
  await io.err(harmless(text));
  if (flags.has('json')) await io.out(jsonText({ error: { where, problems: told } }));
}

function count(decision: Decision, label: string, tally: Tally): void {
  const { rows, unlisted } = tally;
  if (decision.verdict !== 'allow') tally.flagged = true;
  if (rows.length >= MOST_ROWS) {
    unlisted[decision.verdict] += 1;
    return;
  }
  const categories = [...new Set(decision.findings.map((finding) => finding.category))];
  rows.push({
    label,
    verdict: decision.verdict,
    categories,
    actions: decision.recommendation.actions.map((action) => action.type),
  });
}

function jsonLine(decision: Decision, { name, args, ruleset }: Run): string {
  return jsonText({
    ...decision,
    ...(args.flags.has('notices') ? { notices: notices(decision, ruleset) } : {}),
    ...(name === 'explain' ? { explanation: explanationOf(decision, ruleset) } : {}),
  });
}

function page(
  decision: Decision,
  item: ContentItem,
  title: string,
  { name, args, ruleset, io }: Run,
): string {
  if (name === 'explain') return `${inline(title)}\n${explanationOf(decision, ruleset)}\n`;
  const { policy, ladder } = partsOf(ruleset);
  const text = report(decision, item, {
    colour: args.colour ?? (io.stdoutIsTTY && (io.env.NO_COLOR ?? '') === ''),
    policy,
    isBreach: (track) => ladder.tracks.get(track)?.breach === true,
    title,
    ...(io.columns === undefined ? {} : { width: Math.min(io.columns, WIDEST) }),
    ...(args.flags.has('notices') ? { notices: notices(decision, ruleset) } : {}),
  });
  return `${text}\n`;
}
