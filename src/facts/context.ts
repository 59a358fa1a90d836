import type { TargetKind } from '../model/decision.ts';
import {
  type AuthorRole,
  type ContentItem,
  type PastBreach,
  PERSON_ROLES,
  type RecentComment,
} from '../model/item.ts';
import type { PolicyFile } from '../model/pack.ts';
import { DAY, epoch } from './clock.ts';
import { electionState } from './election.ts';
import { fingerprint, sameMessage } from './fingerprint.ts';
import { isOpen, workingDayClose } from './hours.ts';

/** Values of facts, by name. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

const HOUR = DAY / 24;

/** Facts that the item's context gives, its texts apart. */
export function contextFacts(item: ContentItem, policy: PolicyFile): Facts {
  const history = item.author?.history;
  const now = epoch(item.now);
  const elections = electionState(item.now, item.elections ?? [], policy);
  const same = sameMessages(item, now, policy);
  return {
    sameMessageCount: same.length + 1,
    sameMessageHours: same.length === 0 ? 0 : Math.floor((now - Math.min(...same)) / HOUR),
    upheldBreaches: countBreaches(history?.breaches ?? [], now, policy),
    ignoredRequests: (history?.removalRequests ?? []).filter((request) => wasIgnored(request, now, policy))
      .length,
    previousBlocks: (history?.blocks ?? []).length,
    reportCount: (item.reports ?? []).length,
    reportedByVictim: (item.reports ?? []).some((report) => report.byVictim === true),
    preElectionPeriod: elections.inPeriod,
    preElectionEstimated: elections.estimated,
    monitored: item.incident === true || isOpen(item.now, policy.hours),
    incident: item.incident === true,
    directMessage: item.visibility === 'direct-message',
    authorRole: item.author?.role ?? 'unknown',
    parentRole: item.parent === undefined ? 'none' : (item.parent.authorRole ?? 'unknown'),
    postKind: item.post?.kind ?? 'none',
    postTopics: item.post?.topics ?? [],
    unreadMedia: (item.attachments ?? []).some((attachment) => attachment.readable === false),
    ...scores(item),
  };
}

/** Upheld breaches within the window; those of one decision count once. */
function countBreaches(breaches: readonly PastBreach[], now: number, policy: PolicyFile): number {
  const upheld = breaches.filter(
    (breach) => breach.upheld && isWithin(breach.at, now, policy.thresholds.upheldBreachDays),
  );
  const decisions = new Set(upheld.flatMap(({ decision }) => decision ?? []));
  return decisions.size + upheld.filter(({ decision }) => decision === undefined).length;
}

function scores(item: ContentItem): Record<string, number> {
  return Object.fromEntries(
    Object.entries(item.scores ?? {}).map(([name, value]) => [`score/${name}`, value]),
  );
}

function isWithin(at: string, now: number, days: number): boolean {
  const then = epoch(at);
  return then <= now && now - then <= days * DAY;
}

/** Earlier posts of the same message by the author, as epoch milliseconds. */
function sameMessages(item: ContentItem, now: number, policy: PolicyFile): readonly number[] {
  const recent = item.author?.history?.recent ?? [];
  if (recent.length === 0) return [];
  const own = fingerprint(item.text);
  return recent
    .filter(
      (comment) =>
        isWithin(comment.at, now, policy.thresholds.sameMessageDays) && sameMessage(own, signature(comment)),
    )
    .map((comment) => epoch(comment.at));
}

function signature(comment: RecentComment): string {
  return comment.fingerprint ?? fingerprint(comment.text ?? '');
}

/** Not removed by the close of the last day of grace. */
function wasIgnored(
  request: { readonly at: string; readonly removedAt?: string },
  now: number,
  policy: PolicyFile,
): boolean {
  const due = workingDayClose(request.at, policy.thresholds.removalGraceWorkingDays, policy.hours);
  if (now < due || epoch(request.at) > now) return false;
  return request.removedAt === undefined || epoch(request.removedAt) > now;
}

/** What "you" is in answer to an author of this role. */
export function roleKind(role: AuthorRole | undefined): TargetKind | undefined {
  if (role === 'elected-member' || role === 'staff' || role === 'candidate' || role === 'resident')
    return PERSON_ROLES[role];
  return role === undefined ? undefined : 'person';
}
