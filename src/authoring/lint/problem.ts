import type { Problem } from '../../model/problem.ts';
import type { Inspection } from '../../pack/compile.ts';

/** `error`: the pack is refused, or a part of it can't work. `warning`: it works, and an author should look. */
export type LintLevel = 'error' | 'warning';

/** One thing that is wrong with a pack, or looks wrong. */
export interface LintProblem extends Problem {
  readonly level: LintLevel;
}

/** What a check is given. */
export interface LintContext extends Inspection {
  /** Epoch milliseconds; without it nothing is said to be out of date. */
  readonly now: number | undefined;
}

/** Finds problems of some codes; their level is looked up in the table of codes. */
export type Check = (context: LintContext) => readonly Problem[];
