import type { TargetKind } from './decision.ts';

/** Longest text of an item, in UTF-16 units. Longer text is refused, never cut. */
export const MAX_TEXT_LENGTH = 131_072;

/** Roles an author can have. */
export const AUTHOR_ROLES = [
  'resident',
  'staff',
  'elected-member',
  'candidate',
  'trader',
  'partner',
  'unknown',
] as const;
/** Role of an author. */
export type AuthorRole = (typeof AUTHOR_ROLES)[number];

/** Kinds of post. */
export const POST_KINDS = [
  'news',
  'event',
  'safety',
  'vital-service',
  'consultation',
  'celebration',
  'job',
] as const;
/** Kind of a post. */
export type PostKind = (typeof POST_KINDS)[number];

/** Roles a named person can have, and the target kind each gives. */
export const PERSON_ROLES = {
  staff: 'staff',
  'elected-member': 'member',
  candidate: 'candidate',
  resident: 'resident',
} as const satisfies Record<string, TargetKind>;
/** Role of a person whom the caller knows. */
export type PersonRole = keyof typeof PERSON_ROLES;

/**
 * Type of an election, which sets how long before the poll notice is given: `local`, `by-election`, `parish`,
 * `mayor-local`, `mayor-combined-authority`, `pcc`, `uk-parliament`, `gla`, `senedd`. The pack holds the working days of
 * each, and those of `other` for a type that it doesn't name.
 */
export type ElectionType = string;

/** An earlier comment: its text, or its `fingerprint()` if the caller keeps no text. */
export interface RecentComment {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly text?: string;
  readonly fingerprint?: string;
}

/** A breach that a person found. */
export interface PastBreach {
  /** ISO 8601 with offset. */
  readonly at: string;
  /** Clause id. */
  readonly clause: string;
  /** Whether the finding stood after any challenge. */
  readonly upheld: boolean;
  /** Id of the decision that it rests on. Breaches of one decision count once. */
  readonly decision?: string;
}

/** A request to remove a comment. */
export interface RemovalRequest {
  /** ISO 8601 with offset. */
  readonly at: string;
  /** When the author removed it, ISO 8601 with offset. */
  readonly removedAt?: string;
  /** Id of the decision on that comment. */
  readonly decision?: string;
}

/** A block of an author. */
export interface PastBlock {
  /** ISO 8601 with offset. */
  readonly at: string;
  /** When it ends, ISO 8601 with offset. */
  readonly until?: string;
}

/** What the caller keeps about an author; nothing of it is required. */
export interface AuthorHistory {
  readonly recent?: readonly RecentComment[];
  readonly breaches?: readonly PastBreach[];
  /** Requests to remove a comment, and when it was removed, if it was. */
  readonly removalRequests?: readonly RemovalRequest[];
  readonly blocks?: readonly PastBlock[];
}

/** Picture, video or file beside a comment. */
export interface Attachment {
  readonly kind: 'image' | 'video' | 'audio' | 'gif' | 'file';
  /** Description; read like the text. */
  readonly altText?: string;
  /** Words spoken or shown; read like the text. */
  readonly transcript?: string;
  /** False: nobody and nothing has read it yet, so a person must look. */
  readonly readable?: boolean;
}

/** Election whose period may cover the comment. */
export interface Election {
  readonly type: ElectionType;
  /** Day of the poll, YYYY-MM-DD. */
  readonly pollDate: string;
  /** Day on which notice was published, YYYY-MM-DD; without it the latest lawful day is computed. */
  readonly noticeDate?: string;
  readonly area?: string;
  /** Names of candidates. */
  readonly candidates?: readonly string[];
}

/** What the comments on a post have come to. */
export interface PostStats {
  readonly comments: number;
  /** Comments among them that broke the policy. */
  readonly breaches: number;
}

/** A post of the council's, under which comments stand. */
export interface Post {
  readonly id?: string;
  readonly text?: string;
  readonly topics?: readonly string[];
  readonly kind?: PostKind;
  readonly stats?: PostStats;
}

/** One comment and what is known around it. `text` and `now` are required. */
export interface ContentItem {
  readonly id?: string;
  /** Address of the comment, for the record; it has no part in the judgement. */
  readonly permalink?: string;
  /** Up to 131,072 UTF-16 units. */
  readonly text: string;
  /** ISO 8601 with offset: the moment for which to judge. */
  readonly now: string;
  readonly visibility?: 'public' | 'direct-message';
  /** What is replied to. */
  readonly parent?: { readonly text?: string; readonly authorRole?: AuthorRole };
  readonly links?: readonly string[];
  readonly attachments?: readonly Attachment[];
  readonly author?: { readonly id?: string; readonly role?: AuthorRole; readonly history?: AuthorHistory };
  readonly post?: Post;
  /** Reports by users. They raise priority and prove nothing. */
  readonly reports?: readonly {
    readonly at: string;
    readonly ground?: string;
    readonly byVictim?: boolean;
  }[];
  /** People whom the caller knows by name. */
  readonly people?: readonly { readonly name: string; readonly role: PersonRole }[];
  readonly elections?: readonly Election[];
  /** A critical or major incident is on: the pages are watched outside office hours. */
  readonly incident?: boolean;
  /** Scores from a classifier of the caller's own, 0 to 1, read by rules as `score/<name>`. */
  readonly scores?: Readonly<Record<string, number>>;
}
