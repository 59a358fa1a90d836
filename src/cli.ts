#!/usr/bin/env node
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classify, explain, notices } from './classify.ts';
import { type Command, HELP, parseCommand, UsageError } from './cli/options.ts';
import { type Bytes, type Entry, entries, rulesOf } from './cli/source.ts';
import { harmless, inline } from './decision/layout.ts';
import { report } from './decision/report.ts';
import { type SummaryRow, summaryTable } from './decision/summary.ts';
import type { Decision, Verdict } from './model/decision.ts';
import type { ContentItem } from './model/item.ts';
import { ContentItemError, type Problem, RulePackError } from './model/problem.ts';
import { compileRuleset, partsOf, type Ruleset } from './pack/compile.ts';

/** What the command touches of the world. */
export interface Io {
  readonly stdin: Bytes;
  readonly stdinIsTTY: boolean;
  readonly stdoutIsTTY: boolean;
  readonly columns?: number | undefined;
  /** Resolves once more may be written. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current time, as ISO 8601 with offset. */
  readonly clock: () => string;
}

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
  readonly command: Command;
  readonly ruleset: Ruleset;
  readonly io: Io;
  readonly tally: Tally;
}

/**
 * Runs the command.
 * @returns the exit code: 0 all may stay, 1 at least one comment needs a look or a step, 2 bad usage, input or rules.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const tally: Tally = { rows: [], unlisted: { allow: 0, review: 0, act: 0 }, flagged: false, faults: 0 };
  try {
    const command = parseCommand(argv);
    if (command.help || command.version) {
      await io.out(command.help ? HELP : `${version()}\n`);
      return 0;
    }
    if (command.inputs.length === 0 && io.stdinIsTTY)
      throw new UsageError('Found no comment. Write: acceptable-use classify TEXT, or pipe one in.');
    await classifyAll({ command, ruleset: compileRuleset(rulesOf(command)), io, tally });
  } catch (error) {
    // EPIPE: the reader has gone, as in "| head", and nobody is left to tell.
    if (codeOf(error) !== 'EPIPE') {
      await io.err(`acceptable-use: ${harmless(failure(error))}\n`);
      return 2;
    }
  }
  if (tally.faults > 0) return 2;
  return tally.flagged ? 1 : 0;
}

function failure(error: unknown): string {
  return error instanceof UsageError || error instanceof RulePackError ? error.message : unexpected(error);
}

/** Its message could hold the comment, so only its kind is told. */
function unexpected(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return `Could not go on (${code}).`;
  return `Met an unexpected ${error instanceof Error ? error.name : 'error'}. Please report it.`;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

async function classifyAll(run: Run): Promise<void> {
  const { command, io, tally } = run;
  for await (const entry of entries(command, io.stdin, io.clock)) await answer(entry, run);
  if (command.summary) await (command.json ? io.err : io.out)(summaryTable(tally.rows, tally.unlisted));
  if (tally.faults > 0 && command.jsonl)
    await io.err(`acceptable-use: ${tally.faults} could not be judged\n`);
}

async function answer(entry: Entry, run: Run): Promise<void> {
  if ('fault' in entry)
    return refuse(entry.where, [{ code: 'unreadable', path: '', message: entry.fault }], run);
  // The item is still unchecked; classify() checks it.
  const item = entry.item as ContentItem;
  let decision: Decision;
  try {
    decision = await classify(item, { ruleset: run.ruleset });
  } catch (error) {
    return refuse(entry.where, problemsOf(error), run);
  }
  const label = entry.about ?? item.id ?? entry.where;
  count(decision, label, run.tally);
  await run.io.out(run.command.json ? jsonLine(decision, run) : page(decision, item, label, run));
}

function problemsOf(error: unknown): readonly Pick<Problem, 'code' | 'path' | 'message'>[] {
  if (error instanceof ContentItemError) return error.problems;
  return [{ code: 'internal', path: '', message: unexpected(error) }];
}

/** Reports an entry that can't be judged; with --json an error takes its place, so that rows and lines still pair up. */
async function refuse(
  where: string,
  problems: readonly Pick<Problem, 'code' | 'path' | 'message'>[],
  { command, io, tally }: Run,
): Promise<void> {
  tally.faults += 1;
  const told = problems.map(({ code, path, message }) => ({
    code,
    path: safePath(path),
    message: `${message}${path === 'now' && command.jsonl ? ' Or give --now.' : ''}`,
  }));
  const text = told
    .map(({ code, path, message }) => `${where}: ${path === '' ? '' : `${path}: `}${message} [${code}]\n`)
    .join('');
  await io.err(harmless(text));
  if (command.json) await io.out(jsonText({ error: { where, problems: told } }));
}

/** A path whose keys could be field names. Anything else may be a comment in the wrong place. */
function safePath(path: string): string {
  return /^[\w.[\]-]{0,80}$/.test(path) ? path : '(a key)';
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

function jsonLine(decision: Decision, { command, ruleset }: Run): string {
  return jsonText({
    ...decision,
    ...(command.notices ? { notices: notices(decision, ruleset) } : {}),
    ...(command.name === 'explain' ? { explanation: explain(decision, ruleset) } : {}),
  });
}

/** JSON in which characters that a terminal could obey are escaped; it reads back as the same value. */
function jsonText(value: unknown): string {
  const escaped = (unsafe: string) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, escaped)}\n`;
}

function page(decision: Decision, item: ContentItem, title: string, { command, ruleset, io }: Run): string {
  if (command.name === 'explain') return `${inline(title)}\n${explain(decision, ruleset)}\n`;
  const { policy } = partsOf(ruleset);
  const text = report(decision, item, {
    colour: command.colour ?? (io.stdoutIsTTY && (io.env.NO_COLOR ?? '') === ''),
    policy,
    title,
    ...(io.columns === undefined ? {} : { width: Math.min(io.columns, WIDEST) }),
    ...(command.notices ? { notices: notices(decision, ruleset) } : {}),
  });
  return `${text}\n`;
}

function version(): string {
  const file = fileURLToPath(new URL('../package.json', import.meta.url));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Each write waits until the last one is through, so that a slow reader slows the command and fills no memory. */
function writer(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  // Told through the callback of write(); without a listener it would end the process with a stack trace.
  stream.on('error', () => undefined);
  return (text) =>
    new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

/** Whether this file was started, perhaps through a link such as npm makes for a command. */
function isProgram(): boolean {
  try {
    return realpathSync(process.argv[1] ?? '') === realpathSync(fileURLToPath(import.meta.url));
  } catch {
    return false;
  }
}

if (isProgram()) {
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await main(process.argv.slice(2), {
    stdin,
    stdinIsTTY: stdin.isTTY === true,
    stdoutIsTTY: stdout.isTTY === true,
    columns: stdout.columns,
    out: writer(stdout),
    err: writer(stderr),
    env,
    clock: () => new Date().toISOString(),
  });
}
