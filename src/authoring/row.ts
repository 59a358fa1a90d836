import { ContentItemError, type Problem } from '../model/problem.ts';

/** A row to judge and where it stands, or why there is nothing to judge. */
export type Row = { readonly where: string } & (
  | { readonly content: unknown }
  | { readonly problems: readonly RowProblem[] }
);

/** What is wrong with a row. Never its text. */
export type RowProblem = Pick<Problem, 'code' | 'path' | 'message'>;

/** A row that could not be judged. */
export interface InvalidRow {
  /** Counted from 1. */
  readonly row: number;
  /** `row 3`, or file and line. */
  readonly where: string;
  readonly problems: readonly RowProblem[];
}

/** Rows that could not be judged: how many, the first ones, and how many more there are. */
export interface InvalidRows {
  readonly count: number;
  readonly listed: readonly InvalidRow[];
  readonly more: number;
}

/** Numbers values from 1. */
export async function* numbered(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<Row> {
  let row = 0;
  for await (const content of values) {
    row += 1;
    yield { where: `row ${row}`, content };
  }
}

/** What is wrong with a row that could not be judged; of an unexpected error only its kind, since it could hold the text. */
export function rowProblems(error: unknown): readonly RowProblem[] {
  if (error instanceof ContentItemError)
    return error.problems.map(({ code, path, message }) => ({ code, path: safePath(path), message }));
  const kind = error instanceof Error ? error.name : 'error';
  return [{ code: 'internal', path: '', message: `Met an unexpected ${kind}. Please report it.` }];
}

/** A path whose keys could be field names. Anything else may be a comment in the wrong place. */
export function safePath(path: string): string {
  return /^[\w.[\]-]{0,80}$/.test(path) ? path : '(a key)';
}

/** A list of bounded length that knows how much it left out. */
export class Bounded<T> {
  readonly #most: number;
  readonly #listed: T[] = [];
  #count = 0;
  constructor(most: number) {
    this.#most = most;
  }
  /** @param make is called only if there is room. */
  add(make: () => T): void {
    this.#count += 1;
    if (this.#listed.length < this.#most) this.#listed.push(make());
  }
  report(): { count: number; listed: readonly T[]; more: number } {
    return { count: this.#count, listed: this.#listed, more: this.#count - this.#listed.length };
  }
}
