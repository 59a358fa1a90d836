import { createReadStream, statSync } from 'node:fs';
import type { Row } from '../authoring/row.ts';
import type { Io } from './io.ts';
import { type Bytes, isObject, itemRow, type JsonRow, jsonRows, timed } from './source.ts';

/** JSONL of comments, read as it comes in. */
export interface Corpus {
  readonly rows: AsyncIterable<JsonRow>;
  /** Bytes read so far. */
  readonly read: () => number;
  /** Bytes in all; undefined for standard input. */
  readonly size?: number;
}

/** @param path a file, or `-` for standard input. */
export function openCorpus(path: string, { stdin }: Io): Corpus {
  let read = 0;
  async function* counted(bytes: Bytes): Bytes {
    for await (const chunk of bytes) {
      read += chunk.length;
      yield chunk;
    }
  }
  if (path === '-') return { rows: jsonRows('stdin', counted(stdin)), read: () => read };
  const size = sizeOf(path);
  return {
    rows: jsonRows(path, counted(createReadStream(path))),
    read: () => read,
    ...(size === undefined ? {} : { size }),
  };
}

/** Undefined for what is no plain file; whether it can be read shows when it is. */
function sizeOf(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : undefined;
}

/** Rows that each hold an item, or one beside what it is about. */
export async function* itemRows(rows: AsyncIterable<JsonRow>, now: string | undefined): AsyncGenerator<Row> {
  for await (const row of rows)
    yield 'fault' in row ? faulty(row) : checkedRow(row.where, itemRow(row, now).item);
}

/** Rows that each hold an item and its label. */
export async function* labelledRows(
  rows: AsyncIterable<JsonRow>,
  now: string | undefined,
): AsyncGenerator<Row> {
  for await (const entry of rows) {
    if ('fault' in entry) yield faulty(entry);
    else {
      const { where, row } = entry;
      const labelled = isObject(row) && Object.hasOwn(row, 'item');
      if (!labelled) yield { where, content: row };
      else {
        const item = timed(row.item, now);
        yield isUntimed(item) ? untimed(where, 'item.now') : { where, content: { ...row, item } };
      }
    }
  }
}

/** The option that helps is known here alone. */
function checkedRow(where: string, item: unknown): Row {
  return isUntimed(item) ? untimed(where, 'now') : { where, content: item };
}

function isUntimed(item: unknown): boolean {
  return isObject(item) && !Object.hasOwn(item, 'now');
}

function untimed(where: string, path: string): Row {
  const message = 'Found no time. Give each row a "now", or all that have none one with --now TIME.';
  return { where, problems: [{ code: 'missing-key', path, message }] };
}

function faulty({ where, fault }: { readonly where: string; readonly fault: string }): Row {
  return { where, problems: [{ code: 'unreadable', path: '', message: fault }] };
}
