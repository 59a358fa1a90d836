/** A share with its counts and 95 % interval. `share`, `low` and `high` are null where there is nothing to divide by. */
export interface Proportion {
  readonly count: number;
  readonly of: number;
  /** 0 to 1. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * A share with its Wilson score interval (E. B. Wilson, 1927), which holds for few rows and for shares near 0 and 1.
 * @example proportion(8, 10) //=> { count: 8, of: 10, share: 0.8, low: 0.49…, high: 0.94… }
 */
export function proportion(count: number, of: number): Proportion {
  if (of === 0) return { count, of, share: null, low: null, high: null };
  const share = count / of;
  const square = Z ** 2 / of;
  const centre = (share + square / 2) / (1 + square);
  const reach = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  return { count, of, share, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
