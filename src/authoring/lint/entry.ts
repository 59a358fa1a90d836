import type { LintLevel } from './problem.ts';

/** A kind of problem, documented by a value that has it and one that hasn't, put at the same place of a pack. */
export interface LintCode {
  /** Stable: tools and reviews may rely on it. */
  readonly code: string;
  readonly level: LintLevel;
  /** What was found. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** File of a pack. */
  readonly file: string;
  /** Where in the file the values stand; empty for the whole file. */
  readonly path: string;
  /** Where the problem is reported, if not at `path` of `file`. */
  readonly at?: { readonly file?: string; readonly path: string };
  /** A value that has the problem; undefined: nothing stands there. */
  readonly bad: unknown;
  /** A value that hasn't. */
  readonly good: unknown;
  /** What else the pack holds, by file and path. */
  readonly given?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The file that most values are put into. */
export const TRIAL = 'categories/trial.json';
/** The lexicon beside it. */
export const SMALL = 'lexicons/small.en.json';
