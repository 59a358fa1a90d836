import { type Proportion, proportion } from './proportion.ts';

/** Rows in which something fired, and by their labels. */
export interface Hits {
  readonly rows: number;
  /** Rows whose label says that it holds, or that it doesn't. */
  readonly right: number;
  readonly wrong: number;
}

/** Two that fire in the same rows. */
export interface FiredTogether {
  readonly ids: readonly [string, string];
  /** Of the rows in which the first fires, those in which the second does too; and the other way round. */
  readonly ofFirst: Proportion;
  readonly ofSecond: Proportion;
}

const NO_HITS: Hits = { rows: 0, right: 0, wrong: 0 };

/** Counts in which rows categories or rules fire, alone and together. */
export class Firings {
  readonly #hits = new Map<string, Hits>();
  readonly #pairs = new Map<string, Map<string, number>>();

  /** Counts a row. @param isRight what its label says of an id; undefined if it says nothing. */
  add(ids: ReadonlySet<string>, isRight: (id: string) => boolean | undefined): void {
    const sorted = [...ids].sort();
    sorted.forEach((id, i) => {
      const { rows, right, wrong } = this.hits(id);
      const label = isRight(id);
      this.#hits.set(id, {
        rows: rows + 1,
        right: right + (label === true ? 1 : 0),
        wrong: wrong + (label === false ? 1 : 0),
      });
      for (const other of sorted.slice(i + 1)) this.#addPair(id, other);
    });
  }

  #addPair(first: string, second: string): void {
    const counts = this.#pairs.get(first) ?? new Map<string, number>();
    counts.set(second, (counts.get(second) ?? 0) + 1);
    this.#pairs.set(first, counts);
  }

  hits(id: string): Hits {
    return this.#hits.get(id) ?? NO_HITS;
  }

  /** Every pair that fired in one row, the most frequent first, then by id. */
  together(): readonly FiredTogether[] {
    return [...this.#pairs]
      .flatMap(([first, counts]) =>
        [...counts].map(([second, count]) => ({
          ids: [first, second] as const,
          ofFirst: proportion(count, this.hits(first).rows),
          ofSecond: proportion(count, this.hits(second).rows),
        })),
      )
      .sort((a, b) => b.ofFirst.count - a.ofFirst.count || (a.ids.join() < b.ids.join() ? -1 : 1));
  }
}
