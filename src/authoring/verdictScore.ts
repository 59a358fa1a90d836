import { VERDICTS, type Verdict } from '../model/decision.ts';
import { type Proportion, proportion } from './proportion.ts';

/** How often verdicts are those of the labels. */
export interface VerdictMeasures {
  readonly right: Proportion;
  /** Labelled rows by the verdict expected, then by the one found. */
  readonly table: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
}

/** Counts verdicts against their labels. */
export class VerdictScore {
  readonly #table = {
    allow: { allow: 0, review: 0, act: 0 },
    review: { allow: 0, review: 0, act: 0 },
    act: { allow: 0, review: 0, act: 0 },
  };
  count = 0;

  add(expected: Verdict, found: Verdict): void {
    this.count += 1;
    this.#table[expected][found] += 1;
  }

  report(): VerdictMeasures {
    const right = VERDICTS.reduce((sum, verdict) => sum + this.#table[verdict][verdict], 0);
    return { right: proportion(right, this.count), table: this.#table };
  }
}
