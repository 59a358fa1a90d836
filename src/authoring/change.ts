import type {
  Action,
  Decision,
  Finding,
  Referral,
  Reply,
  SetAside,
  Span,
  Verdict,
} from '../model/decision.ts';
import type { Severity, Sureness } from '../model/level.ts';

/** Kinds of change, the gravest first. A decision that changes in several ways counts once, as the first that fits. */
export const CHANGE_KINDS = [
  'newly-acted-on',
  'newly-reviewed',
  'newly-allowed',
  'step',
  'referral',
  'finding',
] as const;

/**
 * `newly-acted-on`, `newly-reviewed`, `newly-allowed`: the verdict has become act, review or allow. `step`: the steps
 * on comment or author, the reply, or what a further breach brings. `referral`: whom it is passed on to, or whom the author
 * is told about. `finding`: none of these, but what was found, set aside, or given as a reason.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A rule that bears on a change, with the words on which it does. */
export interface ResponsibleRule {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly sureness: Sureness;
  readonly words: readonly Span[];
  /** Why its finding does not count on this side, and what put it aside. */
  readonly setAside?: Pick<SetAside, 'why' | 'by'>;
}

/** What one ruleset says of a comment whose decision changes. */
export interface ChangeSide {
  readonly verdict: Verdict;
  readonly actions: readonly Pick<Action, 'type' | 'obligation' | 'needsSignOff'>[];
  readonly reply: Reply;
  readonly referrals: readonly Pick<Referral, 'to' | 'obligation' | 'urgency'>[];
  readonly signposts: readonly string[];
  /**
   * Rules whose finding differs from the other side. Where none does, the settings have changed: the rules whose steps,
   * referrals or reasons differ.
   */
  readonly rules: readonly ResponsibleRule[];
}

/** How a decision changes. */
export interface DecisionChange {
  readonly kind: ChangeKind;
  readonly before: ChangeSide;
  readonly after: ChangeSide;
}

/** How a decision changes; undefined if only its id and ruleset do. */
export function changeOf(before: Decision, after: Decision): DecisionChange | undefined {
  if (sameJson(contentOf(before), contentOf(after))) return undefined;
  return {
    kind: kindOf(before, after),
    before: sideOf(before, responsible(before, after)),
    after: sideOf(after, responsible(after, before)),
  };
}

function contentOf({ id: _, ruleset: __, ...content }: Decision): Omit<Decision, 'id' | 'ruleset'> {
  return content;
}

const NEWLY: Readonly<Record<Verdict, ChangeKind>> = {
  act: 'newly-acted-on',
  review: 'newly-reviewed',
  allow: 'newly-allowed',
};

function kindOf(before: Decision, after: Decision): ChangeKind {
  if (before.verdict !== after.verdict) return NEWLY[after.verdict];
  if (!sameJson(stepsOf(before), stepsOf(after))) return 'step';
  if (!sameJson(routesOf(before), routesOf(after))) return 'referral';
  return 'finding';
}

/** What is to be done to comment and author, whichever rule asks for it. */
function stepsOf({ recommendation: { actions, reply, replyAfter, nextStep } }: Decision): unknown {
  return [
    actions.map(({ type, obligation, needsSignOff, after }) => [type, obligation, needsSignOff, after]),
    [reply, replyAfter, nextStep],
  ];
}

function routesOf({ referrals, signposts }: Decision): unknown {
  return [
    referrals.map(({ to, obligation, urgency, needsSignOff }) => [to, obligation, urgency, needsSignOff]),
    signposts.map(({ to }) => to),
  ];
}

/** The rules of one decision that bear on its difference from the other. */
function responsible(own: Decision, other: Decision): readonly ResponsibleRule[] {
  const differing = standings(own).filter(without(standings(other)));
  if (differing.length > 0 || standings(other).some(without(standings(own)))) return differing.map(ruleOf);
  const named = new Set(
    asking(own)
      .filter(without(asking(other)))
      .flatMap(({ because }) => because),
  );
  return standings(own)
    .filter(({ finding }) => named.has(finding.ruleId))
    .map(ruleOf);
}

type Standing = { readonly finding: Finding } & Partial<Pick<SetAside, 'why' | 'by'>>;

/** Findings, and what became of those that were set aside. */
function standings({ findings, setAside }: Decision): readonly Standing[] {
  return [...findings.map((finding) => ({ finding })), ...setAside];
}

/** All that names the rules that ask for it. */
function asking({ recommendation, referrals, signposts, reasons }: Decision): readonly {
  readonly because: readonly string[];
}[] {
  return [...recommendation.actions, ...recommendation.withheld, ...referrals, ...signposts, ...reasons];
}

function ruleOf({ finding: { ruleId, severity, sureness, spans }, why, by }: Standing): ResponsibleRule {
  return {
    ruleId,
    severity,
    sureness,
    words: spans,
    ...(why === undefined || by === undefined ? {} : { setAside: { why, by } }),
  };
}

function sideOf(decision: Decision, rules: readonly ResponsibleRule[]): ChangeSide {
  const { verdict, recommendation, referrals, signposts } = decision;
  return {
    verdict,
    actions: recommendation.actions.map(({ type, obligation, needsSignOff }) => ({
      type,
      obligation,
      needsSignOff,
    })),
    reply: recommendation.reply,
    referrals: referrals.map(({ to, obligation, urgency }) => ({ to, obligation, urgency })),
    signposts: signposts.map(({ to }) => to),
    rules,
  };
}

function without<T>(others: readonly T[]): (own: T) => boolean {
  const known = new Set(others.map((other) => JSON.stringify(other)));
  return (own) => !known.has(JSON.stringify(own));
}

/** Both come from the same code, so equal values have their keys in the same order. */
function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
