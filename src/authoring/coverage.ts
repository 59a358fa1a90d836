import { COVERED_PARTS, type CoveredPart, type Place } from './inventory.ts';

/** Something that no example exercises. */
export interface CoverageGap {
  /** File of the pack, and the place in it. */
  readonly file: string;
  readonly path: string;
  /** Rule, pattern, guard, step or notice. */
  readonly name: string;
}

/** How much of one part of a pack the examples exercise. */
export interface CoverageShare {
  readonly covered: number;
  readonly total: number;
  /** Whole per cent, rounded down: 100 means all. 100 where there is nothing to cover. */
  readonly percent: number;
  /** What isn't covered, in the order of the files. */
  readonly missing: readonly CoverageGap[];
}

/**
 * How much of a pack its examples exercise.
 * - `rules`: a `match` example is found.
 * - `patterns`: an example is found by this pattern alone, so that it fails without the pattern.
 * - `guards`: this guard alone puts words of an example of its rule aside.
 * - `ladder`: a step, referral or signpost of a track is part of an example's decision.
 * - `notices`: an example's decision calls for it.
 */
export type Coverage = Readonly<Record<CoveredPart, CoverageShare>>;

/** Reckons coverage from the places of a pack and the keys of those that were exercised. */
export function coverageOf(places: readonly Place[], keys: ReadonlySet<string>): Coverage {
  return Object.fromEntries(COVERED_PARTS.map((part) => [part, shareOf(part, places, keys)])) as Coverage;
}

function shareOf(part: CoveredPart, places: readonly Place[], keys: ReadonlySet<string>): CoverageShare {
  const own = places.filter((place) => place.part === part);
  const missing = own.filter(({ key }) => !keys.has(key));
  const covered = own.length - missing.length;
  return {
    covered,
    total: own.length,
    percent: own.length === 0 ? 100 : Math.floor((covered * 100) / own.length),
    missing: missing.map(({ file, path, name }) => ({ file, path, name })),
  };
}
