import type { Finding, Referral, Signpost, Urgency } from '../model/decision.ts';
import { surenessRank } from '../model/level.ts';
import type { LadderFile, ReferralRule } from '../model/pack.ts';
import { distinct } from './step.ts';

/** Where a finding sends the comment and its author: by its track and its rule. */
export interface Route {
  readonly finding: Finding;
  readonly refer: readonly ReferralRule[];
  readonly signpost: readonly string[];
}

const URGENCIES: readonly Urgency[] = ['routine', 'same-day', 'immediate'];

/** The union of all referrals: one for each contact, with the strictest obligation and urgency. */
export function referralsOf(routes: readonly Route[], ladder: LadderFile): Referral[] {
  const wanted = routes.flatMap(({ finding, refer }) =>
    refer
      .filter((rule) => surenessRank(finding.sureness) >= surenessRank(rule.fromSureness ?? 'low'))
      .map((rule) => ({ rule, ruleId: finding.ruleId })),
  );
  return distinct(wanted.map(({ rule }) => rule.to)).map((to) => {
    const own = wanted.filter(({ rule }) => rule.to === to);
    const urgency =
      URGENCIES[Math.max(...own.map(({ rule }) => URGENCIES.indexOf(rule.urgency)))] ?? 'routine';
    return {
      to,
      obligation: own.some(({ rule }) => rule.obligation === 'must') ? 'must' : 'may',
      urgency,
      clauses: distinct(own.flatMap(({ rule }) => rule.clauses)),
      because: distinct(own.map(({ ruleId }) => ruleId)),
      needsSignOff: ladder.signOff.includes(to),
    };
  });
}

/** The union of all signposts. */
export function signpostsOf(routes: readonly Route[]): Signpost[] {
  return distinct(routes.flatMap(({ signpost }) => signpost)).map((to) => {
    const own = routes.filter(({ signpost }) => signpost.includes(to));
    return {
      to,
      clauses: distinct(own.flatMap(({ finding }) => finding.clauses)),
      because: distinct(own.map(({ finding }) => finding.ruleId)),
    };
  });
}
