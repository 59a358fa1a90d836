import type { Decision } from '../model/decision.ts';
import type { Audience, Clause, Contact, NoticeTemplate, PolicyFile } from '../model/pack.ts';
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
  readonly templates: readonly NoticeTemplate[];
}

/** The notices that a decision calls for. They never hold the comment's words. */
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
      text: fill(template, decision, source.policy),
    }));
}

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
  'appeal',
] as const;

/** Fills the placeholders of a template; the compiler has refused unknown ones. */
function fill(template: NoticeTemplate, decision: Decision, policy: PolicyFile): string {
  const values = valuesFor(template, decision, policy);
  return template.text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function valuesFor(
  template: NoticeTemplate,
  decision: Decision,
  policy: PolicyFile,
): Readonly<Record<string, string>> {
  const clauseIds = distinct(decision.findings.flatMap((finding) => finding.clauses));
  const contacts = contactsFor(template, decision, policy);
  return {
    council: policy.council.name,
    policyUrl: policy.council.policyUrl,
    clauses: list(clauseIds.map((id) => clause(id, policy)?.title.toLowerCase() ?? id)),
    clauseIds: clauseIds.join(', '),
    findings: decision.findings.map((finding) => finding.message).join('; '),
    verdict: decision.verdict,
    actions: list(decision.recommendation.actions.map((action) => action.type)),
    contactName: list(contacts.map((contact) => contact.name)),
    contactHow: contacts.map((contact) => contact.how).join('; '),
    contactPage: contact('contact-page', policy)?.how ?? '',
    onlineForms: contact('online-forms', policy)?.how ?? '',
    openingTime: decision.recommendation.replyAfter ?? '',
    appeal: policy.council.appeal,
  };
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? 'none') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function clause(id: string, policy: PolicyFile): Clause | undefined {
  return policy.clauses.find((candidate) => candidate.id === id);
}

function contact(id: string, policy: PolicyFile): Contact | undefined {
  return policy.contacts.find((candidate) => candidate.id === id);
}

/** The contact that a template is for; for a track, those that its author is told of. */
function contactsFor(template: NoticeTemplate, decision: Decision, policy: PolicyFile): Contact[] {
  const [kind, name = ''] = template.for.split(':');
  const ids =
    kind === 'referral' || kind === 'signpost' ? [name] : decision.signposts.map((signpost) => signpost.to);
  return ids.map((id) => contact(id, policy)).filter((found) => found !== undefined);
}
