/** How bad a finding is, from nothing to a danger to somebody. */
export type Severity = 'none' | 'low' | 'medium' | 'high' | 'severe';

/** How sure the rule is that the words mean what it says. */
export type Sureness = 'low' | 'medium' | 'high';

/** Severities from least to most. */
export const SEVERITIES = ['none', 'low', 'medium', 'high', 'severe'] as const satisfies readonly Severity[];

/** Surenesses from least to most. */
export const SURENESSES = ['low', 'medium', 'high'] as const satisfies readonly Sureness[];

/** Rank of a severity, 0 (none) to 4 (severe). */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Rank of a sureness, 0 (low) to 2 (high). */
export function surenessRank(sureness: Sureness): number {
  return SURENESSES.indexOf(sureness);
}
