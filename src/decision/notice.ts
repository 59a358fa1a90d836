import { epoch } from '../facts/clock.ts';
import { ACTION_TYPES, type Decision, type Finding } from '../model/decision.ts';
import type { Audience, Clause, Contact, NoticeTemplate, PolicyFile, ServicesFile } from '../model/pack.ts';
import { RulePackError } from '../model/problem.ts';
import { dayText, momentText } from './moment.ts';
import { distinct } from './step.ts';

/** Wording that an officer can send or keep, filled in from a decision. */
export interface Notice {
  readonly id: string;
  readonly audience: Audience;
  readonly clauses: readonly string[];
  readonly text: string;
}

/** What a template may draw on. */
export interface NoticeSource {
  readonly policy: PolicyFile;
  readonly services: ServicesFile;
  readonly templates: readonly NoticeTemplate[];
}

/**
 * The notices that a decision calls for. They never hold the comment's words.
 * @throws {RulePackError} if a placeholder of a notice has nothing to stand for.
 */
export function noticesOf(decision: Decision, source: NoticeSource): Notice[] {
  const tracks = new Set(decision.findings.map((finding) => finding.track));
  return source.templates
    .filter(
      (template) =>
        calls(decision, template.for) && !(template.unlessTrack ?? []).some((track) => tracks.has(track)),
    )
    .map((template) => ({
      id: template.id,
      audience: template.audience,
      clauses: template.clauses,
      text: fill(template, decision, source),
    }));
}

/** What "for" of a notice may be, beside <kind>:<name> for the kinds of `NAMED_USES`. */
export const NOTICE_USES: readonly string[] = [
  ...ACTION_TYPES,
  'reply:answer',
  'reply:signpost',
  'reply:ask-to-remove',
  'reply-later:answer',
  'reply-later:signpost',
  'decision',
];
/** Kinds of notices that are for something with an id. */
export const NAMED_USES = ['referral', 'signpost', 'track', 'category'] as const;

function calls(decision: Decision, reason: string): boolean {
  const [kind, name] = reason.split(':');
  const { recommendation } = decision;
  const later = recommendation.replyAfter !== undefined;
  switch (kind) {
    case 'decision':
      return decision.findings.length > 0;
    case 'reply':
      return recommendation.reply === name && !later;
    case 'reply-later':
      return recommendation.reply === name && later;
    case 'referral':
      return decision.referrals.some((referral) => referral.to === name);
    case 'signpost':
      return decision.signposts.some((signpost) => signpost.to === name);
    case 'track':
      return decision.findings.some((finding) => finding.track === name);
    case 'category':
      return decision.findings.some((finding) => finding.category === name);
    default:
      return recommendation.actions.some((action) => action.type === kind);
  }
}

/** Placeholders that templates may hold. */
export const PLACEHOLDERS = [
  'council',
  'policyUrl',
  'clauses',
  'clauseIds',
  'findings',
  'verdict',
  'actions',
  'contactName',
  'contactHow',
  'contactPage',
  'onlineForms',
  'openingTime',
  'removeBy',
  'blockUntil',
  'reviewOn',
  'appeal',
] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

/** Fills the placeholders of a template. One that has nothing to stand for is an error: it would reach a resident. */
function fill(template: NoticeTemplate, decision: Decision, source: NoticeSource): string {
  const values: Readonly<Record<string, string>> = valuesFor(template, decision, source);
  return template.text.replace(/\{(\w*)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined && value !== '') return value;
    throw new RulePackError([
      {
        code: 'unresolved-placeholder',
        file: 'notices.json',
        path: `${template.id}.text`,
        message: `Found ${whole}, which has nothing to stand for in this decision. Give the policy what it names, or take it out.`,
      },
    ]);
  });
}

function valuesFor(
  template: NoticeTemplate,
  decision: Decision,
  { policy, services }: NoticeSource,
): Readonly<Record<Placeholder, string>> {
  const clauseIds = distinct(concerned(template, decision).flatMap((finding) => finding.clauses));
  const contacts = contactsFor(template, decision, policy);
  const { actions, replyAfter } = decision.recommendation;
  return {
    council: policy.council.name,
    policyUrl: policy.council.policyUrl,
    clauses: list(clauseIds.map((id) => clause(id, policy)?.title.toLowerCase() ?? id)) || unstated(template),
    clauseIds: clauseIds.join(', ') || unstated(template),
    findings: decision.findings.map((finding) => finding.message).join('; ') || 'nothing',
    verdict: decision.verdict,
    actions: list(actions.map((action) => action.type)) || 'none',
    contactName: list(contacts.map((contact) => contact.name)),
    contactHow: contacts.map((contact) => contact.how).join('; '),
    contactPage: contact('contact-page', policy)?.how ?? '',
    onlineForms: formsFor(decision, policy, services) || (contact('online-forms', policy)?.how ?? ''),
    openingTime: timeText(replyAfter, policy),
    ...times(decision, policy),
    appeal: policy.council.appeal,
  };
}

/** An officer may be told that there is none; a resident is never told of nothing. */
function unstated({ audience }: NoticeTemplate): string {
  return audience === 'internal-note' || audience === 'referral-note' ? 'none' : '';
}

/** The findings that a template speaks of: those that ask for its step, referral or signpost, or are on its track or of its category. */
function concerned({ for: reason }: NoticeTemplate, decision: Decision): readonly Finding[] {
  const [kind, name] = reason.split(':');
  if (kind === 'decision' || kind?.startsWith('reply')) return decision.findings;
  if (kind === 'track' || kind === 'category')
    return decision.findings.filter((finding) => finding[kind] === name);
  const causes = [
    ...(kind === 'referral' ? decision.referrals : []).filter(({ to }) => to === name),
    ...(kind === 'signpost' ? decision.signposts : []).filter(({ to }) => to === name),
    ...decision.recommendation.actions.filter(({ type }) => type === kind),
  ].flatMap(({ because }) => because);
  return decision.findings.filter(({ ruleId }) => causes.includes(ruleId));
}

/** Times of the steps that are recommended; empty for steps that aren't. */
function times({ recommendation: { actions } }: Decision, policy: PolicyFile) {
  const param = (name: 'removeBy' | 'until' | 'reviewOn') =>
    actions.map(({ params }) => params?.[name]).find((value) => value !== undefined);
  const reviewOn = param('reviewOn');
  return {
    removeBy: timeText(param('removeBy'), policy),
    blockUntil: timeText(param('until'), policy),
    reviewOn: reviewOn === undefined ? '' : dayText(reviewOn),
  };
}

function timeText(iso: string | undefined, policy: PolicyFile): string {
  return iso === undefined ? '' : momentText(epoch(iso), policy.hours.timeZone);
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function clause(id: string, policy: PolicyFile): Clause | undefined {
  return policy.clauses.find((candidate) => candidate.id === id);
}

function contact(id: string, policy: PolicyFile): Contact | undefined {
  return policy.contacts.find((candidate) => candidate.id === id);
}

/** Forms of the services that the author is told of: "for a pothole, use …; for a missed bin, use …". */
function formsFor(decision: Decision, policy: PolicyFile, { services }: ServicesFile): string {
  const pages = new Set(services.map((service) => service.contact));
  return decision.signposts
    .flatMap(({ to }) => (pages.has(to) ? (contact(to, policy) ?? []) : []))
    .map(({ name, how }) => `for ${name}, ${how}`)
    .join('; ');
}

/** The contact that a template is for; for a track, those that its author is told of, else the contact page. */
function contactsFor(template: NoticeTemplate, decision: Decision, policy: PolicyFile): Contact[] {
  const [kind, name = ''] = template.for.split(':');
  const ids =
    kind === 'referral' || kind === 'signpost' ? [name] : decision.signposts.map((signpost) => signpost.to);
  return (ids.length === 0 ? ['contact-page'] : ids)
    .map((id) => contact(id, policy))
    .filter((found) => found !== undefined);
}
