import { grouped } from '../authoring/markdown.ts';
import type { Corpus } from './corpus.ts';
import type { Io } from './io.ts';

/** Rows after which the bar is drawn again. */
const STEP = 100;
const WIDTH = 24;
/** Carriage return, and "erase the line". */
const CLEAR = '\r\u001b[2K';

/**
 * Passes rows on and draws a bar on standard error, if that is a terminal; it is wiped at the end.
 * @param status what to say behind it.
 */
export async function* withProgress<T>(
  rows: AsyncIterable<T>,
  { read, size }: Corpus,
  io: Io,
  status: () => string,
): AsyncGenerator<T> {
  if (io.stderrIsTTY !== true) {
    yield* rows;
    return;
  }
  let done = 0;
  try {
    for await (const row of rows) {
      yield row;
      done += 1;
      if (done % STEP === 0) await io.err(`${CLEAR}${barText(read(), size)}${status()}`);
    }
  } finally {
    await io.err(CLEAR);
  }
}

/** A bar for a file whose size is known, nothing for a stream. */
function barText(read: number, size: number | undefined): string {
  if (size === undefined || size === 0) return '';
  const share = Math.min(1, read / size);
  const full = Math.floor(share * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${String(Math.floor(share * 100)).padStart(3)} %  `;
}

/** @example rowsDone(1200, 3, 'changed') //=> '1,200 rows, 3 changed' */
export function rowsDone(rows: number, count: number, what: string): string {
  return `${grouped(rows)} rows, ${grouped(count)} ${what}`;
}
