import { readFile } from 'node:fs/promises';
import { formatTrace } from '../authoring/formatTrace.ts';
import { rowProblems } from '../authoring/row.ts';
import { trace } from '../authoring/trace.ts';
import { inline } from '../decision/layout.ts';
import type { ContentItem } from '../model/item.ts';
import { ContentItemError } from '../model/problem.ts';
import { compileRuleset } from '../pack/compile.ts';
import { type Command, packAt } from './command.ts';
import { EXIT, type Io, jsonText } from './io.ts';
import { type Arguments, UsageError } from './options.ts';
import { entries, parseItem } from './source.ts';

/** `acceptable-use why` */
export const why: Command = {
  name: 'why',
  about: 'shows how a comment was read: words, disguises, classes, patterns, guards, rules',
  options: ['file', 'now', 'rules', 'overlay', 'json'],
  help: `Usage: acceptable-use why [options] [TEXT]

Shows, for those who write rules, how a comment was read and judged: each word with its readings and classes, who is meant,
every pattern that matched and the guard that put it aside, facts, rules, and the decision. Quotes the comment.

  acceptable-use why "You useless m0ron"       a comment; "-", or nothing, reads it from standard input
  acceptable-use why --file item.json          a content item with its context: {"text": "...", "post": {...}, ...}

Options
  --file FILE    JSON of a content item, or of {"item": {...}, ...}; "-" reads standard input
  --now TIME     moment to judge for, ISO 8601 with offset, if the item has none
  --rules DIR    rules folder to judge by, instead of the shipped one
  --overlay DIR  overlay folder of another council; again for one that stands on it
  --json         the trace as JSON

Exit code: 0 shown; 2 bad usage, item or rules.
`,
  run: showWhy,
};

async function showWhy(args: Arguments, io: Io): Promise<number> {
  const item = await itemOf(args, io);
  const ruleset = compileRuleset(packAt(args.rules, args.overlays));
  try {
    // The item is still unchecked; trace() checks it.
    const found = await trace(item as ContentItem, ruleset);
    await io.out(args.flags.has('json') ? jsonText(found) : formatTrace(found));
    return EXIT.good;
  } catch (error) {
    if (!(error instanceof ContentItemError)) throw error;
    for (const { code, path, message } of rowProblems(error))
      await io.err(`acceptable-use: ${inline(`${path === '' ? '' : `${path}: `}${message} [${code}]`)}\n`);
    return EXIT.unusable;
  }
}

async function itemOf({ inputs, file, now }: Arguments, io: Io): Promise<unknown> {
  if (inputs.length > 1 || (file !== undefined && inputs.length > 0))
    throw new UsageError('Found more than one comment. Write: acceptable-use why TEXT, or why --file FILE');
  if (file !== undefined && file !== '-') return parsed(await readFile(file), now, io);
  if (inputs.length === 0 && io.stdinIsTTY)
    throw new UsageError('Found no comment. Write: acceptable-use why TEXT, or pipe one in.');
  const source = { inputs, jsonl: false, now: now ?? io.clock() };
  for await (const entry of entries(source, io.stdin, io.clock)) {
    if ('fault' in entry) throw new UsageError(entry.fault);
    if (file !== '-') return entry.item;
    return parsed(Buffer.from((entry.item as ContentItem).text), now, io);
  }
  return undefined;
}

function parsed(bytes: Uint8Array, now: string | undefined, io: Io): unknown {
  const row = parseItem(bytes, now ?? io.clock());
  if ('fault' in row) throw new UsageError(row.fault);
  return row.item;
}
