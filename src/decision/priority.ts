import { PRIORITIES, type Priority, type Referral, type Verdict } from '../model/decision.ts';
import type { LadderFile } from '../model/pack.ts';

/** How soon a person should look. Reports by users raise it, and nothing else that is decided. */
export function priorityOf(
  verdict: Verdict,
  referrals: readonly Referral[],
  reports: number,
  { priority }: LadderFile,
): Priority {
  if (priority === undefined) return 'normal';
  const asked = [priority.verdict[verdict], ...referrals.map(({ urgency }) => priority.referral[urgency])];
  const rank = Math.max(...asked.map((name) => PRIORITIES.indexOf(name)));
  const limit = Math.max(rank, PRIORITIES.indexOf(priority.reportedUpTo));
  return PRIORITIES[reports > 0 ? Math.min(rank + 1, limit) : rank] ?? 'normal';
}
