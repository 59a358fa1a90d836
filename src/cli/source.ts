import { createReadStream } from 'node:fs';
import type { RulePack } from '../model/pack.ts';
import { readOverlay, readPack } from '../node.ts';
import { extendPack } from '../pack/extend.ts';
import { defaultPack } from '../pack/shipped.ts';
import type { Command } from './options.ts';

/** Bytes as they come in. */
export type Bytes = AsyncIterable<Uint8Array | string>;

/** One comment to judge, or why there is none. */
export type Entry = {
  /** Where it stands: "comment 2", or file and line. Never its text. */
  readonly where: string;
} & ({ readonly item: unknown; readonly about?: string } | { readonly fault: string });

/** Longest line or comment that is held in memory, in bytes. */
export const MAX_BYTES = 16 * 1024 * 1024;

const LINE_FEED = 10;
const STDIN = 'stdin';
const NOT_UTF8 = 'Found bytes that are not UTF-8. Save it as UTF-8.';
const TOO_LONG = `Found more than ${MAX_BYTES} bytes. Split it; nothing is cut in silence.`;

/**
 * The rules that the command names: a folder or the shipped ones, with the overlays on them.
 * @throws {RulePackError} for a folder or an overlay that can't be used.
 */
export function rulesOf({ rules, overlays }: Pick<Command, 'rules' | 'overlays'>): RulePack {
  const base = rules === undefined ? defaultPack() : readPack(rules);
  return overlays.reduce((pack, folder) => extendPack(pack, readOverlay(folder)), base);
}

/** The comments that the command names, one at a time and in order, however many there are. */
export async function* entries(command: Command, stdin: Bytes, clock: () => string): AsyncGenerator<Entry> {
  const inputs = command.inputs.length === 0 ? ['-'] : command.inputs;
  if (command.jsonl) {
    for (const path of inputs)
      yield* rows(path === '-' ? STDIN : path, path === '-' ? stdin : createReadStream(path), command.now);
    return;
  }
  const now = command.now ?? clock();
  for (const [i, input] of inputs.entries()) {
    if (input === '-') yield await wholeText(stdin, now).catch((error: unknown) => unreadable(STDIN, error));
    else yield { where: `comment ${i + 1}`, item: { text: input, now } };
  }
}

/** Standard input as one comment, without the line break that `echo` adds. */
async function wholeText(stdin: Bytes, now: string): Promise<Entry> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_BYTES) return { where: STDIN, fault: TOO_LONG };
    kept.push(bytes);
  }
  if (size === 0)
    return { where: STDIN, fault: 'Found nothing to read. Pipe a comment in, or write it as an argument.' };
  const text = decode(Buffer.concat(kept));
  return text === undefined
    ? { where: STDIN, fault: NOT_UTF8 }
    : { where: STDIN, item: { text: text.replace(/\r?\n$/, ''), now } };
}

async function* rows(name: string, source: Bytes, now: string | undefined): AsyncGenerator<Entry> {
  let line = 0;
  try {
    for await (const bytes of lines(source)) {
      line += 1;
      const entry = rowEntry(bytes, `${name}:${line}`, now);
      if (entry !== undefined) yield entry;
    }
  } catch (error) {
    yield unreadable(name, error);
  }
}

function unreadable(where: string, error: unknown): Entry {
  return {
    where,
    fault: `Found nothing that can be read (${(error as NodeJS.ErrnoException).code ?? 'unknown cause'}). Check the path.`,
  };
}

/** A row of JSONL. Node's own message for bad JSON repeats the text, so it isn't used. */
function rowEntry(bytes: Uint8Array | undefined, where: string, now: string | undefined): Entry | undefined {
  if (bytes === undefined) return { where, fault: TOO_LONG };
  const text = decode(bytes);
  if (text === undefined) return { where, fault: NOT_UTF8 };
  if (text.trim() === '') return undefined;
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    return { where, fault: 'Found no valid JSON. Write one content item a line.' };
  }
  if (!isObject(row) || !Object.hasOwn(row, 'item')) return { where, item: timed(row, now) };
  return {
    where,
    item: timed(row.item, now),
    ...(typeof row.about === 'string' ? { about: row.about } : {}),
  };
}

function timed(item: unknown, now: string | undefined): unknown {
  return now === undefined || !isObject(item) || Object.hasOwn(item, 'now') ? item : { ...item, now };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of bytes, without a byte order mark; undefined if they aren't UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Lines of a stream; undefined for one that is too long to hold. Cut at line feeds alone: JSON may hold U+2028, which
 * node:readline takes for the end of a line.
 */
export async function* lines(source: Bytes, most = MAX_BYTES): AsyncGenerator<Uint8Array | undefined> {
  let kept: Uint8Array[] = [];
  let size = 0;
  const keep = (bytes: Uint8Array) => {
    size += bytes.length;
    if (size > most) kept = [];
    else kept.push(bytes);
  };
  const take = () => {
    const line = size > most ? undefined : Buffer.concat(kept);
    [kept, size] = [[], 0];
    return line;
  };
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk as Uint8Array);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      keep(bytes.subarray(start, end));
      start = end + 1;
      yield take();
    }
    if (start < bytes.length) keep(bytes.subarray(start));
  }
  if (size > 0) yield take();
}
