import { createReadStream } from 'node:fs';

/** Where the comments stand. */
export interface Source {
  readonly inputs: readonly string[];
  readonly jsonl: boolean;
  readonly now?: string;
}

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

/** The comments that the command names, one at a time and in order, however many there are. */
export async function* entries(source: Source, stdin: Bytes, clock: () => string): AsyncGenerator<Entry> {
  const inputs = source.inputs.length === 0 ? ['-'] : source.inputs;
  if (source.jsonl) {
    for (const path of inputs)
      yield* rows(path === '-' ? STDIN : path, path === '-' ? stdin : createReadStream(path), source.now);
    return;
  }
  const now = source.now ?? clock();
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
  for await (const row of jsonRows(name, source)) yield 'fault' in row ? row : itemRow(row, now);
}

/** A row of JSONL, parsed, or why it can't be. */
export type JsonRow = { readonly where: string } & ({ readonly row: unknown } | { readonly fault: string });

/** The rows of JSONL, one at a time. Blank lines only count. */
export async function* jsonRows(name: string, source: Bytes): AsyncGenerator<JsonRow> {
  let line = 0;
  try {
    for await (const bytes of lines(source)) {
      line += 1;
      const row = jsonRow(bytes, `${name}:${line}`);
      if (row !== undefined) yield row;
    }
  } catch (error) {
    yield unreadable(name, error);
  }
}

function unreadable(where: string, error: unknown): { where: string; fault: string } {
  return {
    where,
    fault: `Found nothing that can be read (${(error as NodeJS.ErrnoException).code ?? 'unknown cause'}). Check the path.`,
  };
}

/** Node's own message for bad JSON repeats the text, so it isn't used. */
function jsonRow(bytes: Uint8Array | undefined, where: string): JsonRow | undefined {
  if (bytes === undefined) return { where, fault: TOO_LONG };
  const text = decode(bytes);
  if (text === undefined) return { where, fault: NOT_UTF8 };
  if (text.trim() === '') return undefined;
  try {
    return { where, row: JSON.parse(text) };
  } catch {
    return { where, fault: 'Found no valid JSON. Write one content item a line.' };
  }
}

/** A content item from a file of JSON. */
export function parseItem(bytes: Uint8Array, now: string): Entry {
  const row = jsonRow(bytes, 'item');
  if (row === undefined)
    return { where: 'item', fault: 'Found nothing to read. Write a content item as JSON.' };
  return 'fault' in row ? row : itemRow(row, now);
}

/** A content item, or one beside what it is about. */
export function itemRow(
  { where, row }: { readonly where: string; readonly row: unknown },
  now: string | undefined,
): Entry & { readonly item: unknown } {
  if (!isObject(row) || !Object.hasOwn(row, 'item')) return { where, item: timed(row, now) };
  return {
    where,
    item: timed(row.item, now),
    ...(typeof row.about === 'string' ? { about: row.about } : {}),
  };
}

/** An item with a time, if it has none. */
export function timed(item: unknown, now: string | undefined): unknown {
  return now === undefined || !isObject(item) || Object.hasOwn(item, 'now') ? item : { ...item, now };
}

/** Whether a value is an object of JSON. */
export function isObject(value: unknown): value is Record<string, unknown> {
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
