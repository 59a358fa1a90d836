import { type Finding, type Referral, type Signpost, URGENCIES } from '../model/decision.ts';
import { surenessRank } from '../model/level.ts';
import type { LadderFile, ReferralRule } from '../model/pack.ts';
import { distinct } from './step.ts';

/** Where a finding sends the comment and its author: by its track and its rule. */
export interface Route {
  readonly finding: Finding;
  readonly refer: readonly ReferralRule[];
  readonly signpost: readonly string[];
}

/** The union of all referrals: one for each contact, with the strictest obligation and urgency. */
export function referralsOf(routes: readonly Route[], ladder: LadderFile): Referral[] {
  const wanted = routes.flatMap(({ finding, refer }) =>
    refer
      .filter((rule) => surenessRank(finding.sureness) >= surenessRank(rule.fromSureness ?? 'low'))
      .map((rule) => ({ rule, finding })),
  );
  return distinct(wanted.map(({ rule }) => rule.to)).map((to) => {
    const own = wanted.filter(({ rule }) => rule.to === to);
    const urgency =
      URGENCIES[Math.max(...own.map(({ rule }) => URGENCIES.indexOf(rule.urgency)))] ?? 'routine';
    return {
      to,
      obligation: own.some(({ rule }) => rule.obligation === 'must') ? 'must' : 'may',
      urgency,
      clauses: distinct(own.flatMap(({ rule, finding }) => grounds(rule, finding))),
      because: distinct(own.map(({ finding }) => finding.ruleId)),
      needsSignOff: ladder.signOff.includes(to),
    };
  });
}

/** Of the clauses that may ground a referral, those that the finding itself rests on; all, if it rests on none. */
function grounds({ clauses }: ReferralRule, finding: Finding): readonly string[] {
  const own = clauses.filter((clause) => finding.clauses.includes(clause));
  return own.length > 0 ? own : clauses;
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
