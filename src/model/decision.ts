import type { Severity, Sureness } from './level.ts';

/** Verdicts, from the mildest. */
export const VERDICTS = ['allow', 'review', 'act'] as const;
/** `allow`: leave it up. `review`: a person must look first. `act`: a breach; the steps are prepared for sign-off. */
export type Verdict = (typeof VERDICTS)[number];

/** Who or what a finding is aimed at. */
export const TARGET_KINDS = [
  'you',
  'person',
  'staff',
  'member',
  'resident',
  'group',
  'party',
  'candidate',
  'council',
  'object',
  'speaker',
] as const;

/** Who or what a finding is aimed at. */
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Steps the council may take on a comment or its author, in the order in which they are done. */
export const ACTION_TYPES = [
  'capture-evidence',
  'ask-to-remove',
  'hide-duplicates',
  'hide',
  'delete',
  'warn-of-block',
  'block',
] as const;

/** A step the council may take on a comment or its author. */
export type ActionType = (typeof ACTION_TYPES)[number];

/** `must`: the policy says "will". `may`: the policy leaves it to the council. */
export type Obligation = 'must' | 'may';

/** Words in the caller's own string that a finding rests on. */
export interface Span {
  /** Field of the item: `text`, or `attachments[0].altText` and the like. */
  readonly field: string;
  /** First UTF-16 unit, counted from 0. */
  readonly start: number;
  /** One past the last UTF-16 unit. */
  readonly end: number;
  /** The words as they stand there. */
  readonly text: string;
  /** What they were read as, where a disguise was undone. */
  readonly readAs?: string;
}

/** Who a finding is aimed at, with the words that say so. */
export interface Target {
  readonly kind: TargetKind;
  readonly text: string;
}

/** One thing that a rule found. */
export interface Finding {
  readonly ruleId: string;
  readonly category: string;
  readonly track: string;
  readonly severity: Severity;
  readonly sureness: Sureness;
  readonly clauses: readonly string[];
  /** The rule's title: what was found, in a sentence. */
  readonly message: string;
  readonly spans: readonly Span[];
  readonly target?: Target;
}

/** A finding that was left out of the reckoning, why, and what put it aside (a guard, a rule or a category). */
export interface SetAside {
  readonly finding: Finding;
  readonly why: 'guard' | 'precedence' | 'duplicate' | 'shadow';
  readonly by: string;
}

/** A recommended step. */
export interface Action {
  readonly type: ActionType;
  readonly obligation: Obligation;
  readonly clauses: readonly string[];
  /** Ids of the rules that ask for it. */
  readonly because: readonly string[];
  /** A person must approve it before it is done. */
  readonly needsSignOff: boolean;
  /** Steps that must be done before this one. */
  readonly after?: readonly ActionType[];
  /** ISO 8601 with offset: by when to do it. Absent where nothing hurries, or the office never opens. */
  readonly dueBy?: string;
  readonly params?: ActionParams;
}

/** What a step needs besides, counted from the moment judged for. The officer who takes it may choose otherwise. */
export interface ActionParams {
  /** `ask-to-remove`: ISO 8601 with offset, the end of the author's time to remove it. */
  readonly removeBy?: string;
  /** `block`: how many days it lasts. */
  readonly days?: number;
  /** `block`: ISO 8601 with offset, when it ends. */
  readonly until?: string;
  /** `block`: YYYY-MM-DD, a day on which the office is open and somebody asks whether it is still needed. */
  readonly reviewOn?: string;
}

/** A step that a finding asked for and that the ladder withholds, and the finding or context because of which. */
export interface WithheldStep {
  readonly type: ActionType | 'signpost';
  readonly because: readonly string[];
  /** The track, category or context that the ladder names in its suppression or veto. */
  readonly by: string;
  /** Clauses that the ladder gives for that suppression or veto. */
  readonly clauses?: readonly string[];
}

/** The milder step that was considered, and why the strongest recommended one goes beyond it. */
export interface LessIntrusive {
  /** The strongest step recommended. */
  readonly step: ActionType;
  /** `leave-up`: nothing at all. */
  readonly considered: ActionType | 'leave-up';
  readonly why: string;
}

/** What the ladder adds if the author breaks the policy again. */
export interface NextStep {
  readonly type: ActionType;
  /** Upheld breaches, this one among them if it is upheld, after which the next breach gets it. */
  readonly afterUpheldBreaches: number;
  /** Days within which they count. */
  readonly withinDays: number;
  readonly clauses: readonly string[];
  readonly needsSignOff: boolean;
}

/** How the council should answer in public, if at all. */
export type Reply = 'none' | 'answer' | 'signpost' | 'ask-to-remove';

/** What to do, in order. */
export interface Recommendation {
  readonly actions: readonly Action[];
  readonly withheld: readonly WithheldStep[];
  readonly reply: Reply;
  /** ISO 8601 time at which the office opens, for a reply that waits for it. */
  readonly replyAfter?: string;
  /** From the ladder; absent where no step on the comment or its author is recommended. */
  readonly lessIntrusive?: LessIntrusive;
  /** From the ladder; absent where no breach is clear, or nothing stronger follows. */
  readonly nextStep?: NextStep;
}

/** The council passes the comment on. */
export interface Referral {
  /** Contact id of the pack. */
  readonly to: string;
  readonly obligation: Obligation;
  /** `immediate`: now, whatever the hour. `same-day`: before the office closes. `routine`: in the usual way. */
  readonly urgency: Urgency;
  readonly clauses: readonly string[];
  readonly because: readonly string[];
  readonly needsSignOff: boolean;
}

/** How soon a step or a referral must be made, the most urgent last. */
export const URGENCIES = ['routine', 'same-day', 'immediate'] as const;
/** How soon a step or a referral must be made. */
export type Urgency = (typeof URGENCIES)[number];

/** In which order people look at comments, the first to look at last. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
/** How soon a person should look. It changes no verdict and no step. */
export type Priority = (typeof PRIORITIES)[number];

/** The author is told where to go. */
export interface Signpost {
  readonly to: string;
  readonly clauses: readonly string[];
  readonly because: readonly string[];
}

/** Why a person must look. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  /** Ids of the rules that give it; none for a circumstance. */
  readonly because: readonly string[];
  /** For a circumstance: the clauses that call for a look. */
  readonly clauses?: readonly string[];
}

/** Guess of the language: ISO 639-3 code, `und` where it can't be told. A weak signal: it never hides anything. */
export interface LanguageGuess {
  readonly code: string;
  readonly sureness: Sureness;
}

/** The recommendation for one comment, with everything it rests on. People decide. */
export interface Decision {
  /** 128-bit hash of the item and the ruleset revision, as 32 hexadecimal digits. */
  readonly id: string;
  readonly verdict: Verdict;
  /** Reports by users raise it; they change nothing else. */
  readonly priority: Priority;
  /** Why a person must look; empty when nobody need. */
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
  readonly setAside: readonly SetAside[];
  readonly recommendation: Recommendation;
  readonly referrals: readonly Referral[];
  readonly signposts: readonly Signpost[];
  readonly language: LanguageGuess;
  readonly ruleset: RulesetStamp;
  /** The item's `now`, in UTC. */
  readonly evaluatedAt: string;
}

/** Which rules judged it. */
export interface RulesetStamp {
  readonly id: string;
  readonly version: string;
  /** Hash of the pack's files: changes with any edit. */
  readonly revision: string;
}
