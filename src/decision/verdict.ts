import type { Finding, Verdict } from '../model/decision.ts';
import { severityRank, surenessRank } from '../model/level.ts';
import type { LadderStep, Track } from '../model/pack.ts';

const RANK: Readonly<Record<Verdict, number>> = { allow: 0, review: 1, act: 2 };

/** The stricter of two verdicts. */
export function stricter(a: Verdict, b: Verdict): Verdict {
  return RANK[b] > RANK[a] ? b : a;
}

/** What one finding alone asks for. An unsure finding asks for a review at most, and never for more than a sure one would. */
export function verdictOf(finding: Finding, track: Track): Verdict {
  const sure = track.verdict[finding.severity];
  if (surenessRank(finding.sureness) > 0) return sure;
  return RANK[track.whenUnsure] < RANK[sure] ? track.whenUnsure : sure;
}

/** Steps of a track for a severity: its own row, else the next lower one. */
export function stepsFor(finding: Pick<Finding, 'severity'>, track: Track): readonly LadderStep[] {
  const rows = Object.entries(track.act ?? {}) as [Finding['severity'], readonly LadderStep[]][];
  const reached = rows.filter(([severity]) => severityRank(severity) <= severityRank(finding.severity));
  return reached.sort(([a], [b]) => severityRank(b) - severityRank(a))[0]?.[1] ?? [];
}
