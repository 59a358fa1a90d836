import { type Finding, type Referral, type Signpost, type Span, URGENCIES } from '../model/decision.ts';
import { surenessRank } from '../model/level.ts';
import type { LadderFile, ReferralRule, ServicesFile } from '../model/pack.ts';
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

/** Services of which a comment or its post speaks. */
export interface ServicesNamed {
  /** Where the comment names services, by signal. */
  readonly named: ReadonlyMap<string, readonly Span[]>;
  /** Topics that the caller gives the post. */
  readonly topics: readonly string[];
}

/**
 * Contacts of the services that a finding is about: those named among its words, else in the comment, else the one that
 * the post is about. None is given where none is known.
 */
export function pagesOf(
  { spans }: Finding,
  { named, topics }: ServicesNamed,
  { services }: ServicesFile,
): string[] {
  const anywhere = services.filter(({ signal }) => named.has(signal));
  const here = anywhere.filter(({ signal }) =>
    named.get(signal)?.some((at) => spans.some((span) => overlap(at, span))),
  );
  const ofPost = services.filter((service) => service.topics?.some((topic) => topics.includes(topic)));
  const chosen = [here, anywhere, ofPost.slice(0, 1)].find(({ length }) => length > 0) ?? [];
  return distinct(chosen.map(({ contact }) => contact));
}

function overlap(a: Span, b: Span): boolean {
  return a.field === b.field && a.start < b.end && b.start < a.end;
}

/** Signposts with the pages of services in the place of, or before, the contacts that stand for all of them. */
export function withPages(
  signpost: readonly string[],
  pages: readonly string[],
  { instead = [], beside = [] }: ServicesFile,
): string[] {
  if (pages.length === 0) return [...signpost];
  return signpost.flatMap((to) => {
    if (instead.includes(to)) return pages;
    return beside.includes(to) ? [...pages, to] : [to];
  });
}
