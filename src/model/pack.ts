import type { ActionType, Obligation, Priority, TargetKind, Urgency, Verdict } from './decision.ts';
import type { ContentItem, PostKind } from './item.ts';
import type { Severity, Sureness } from './level.ts';
import type { OverlayRecord } from './overlayRecord.ts';

/** Rules as files: path relative to the rules folder, with `/`, to parsed JSON. */
export interface RulePack {
  readonly files: Readonly<Record<string, unknown>>;
}

/** A value that a condition compares a fact with. */
export type ConditionValue = string | number | boolean | readonly (string | number)[];

/** Operators of json-rules-engine that a condition may use. */
export const OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const;
/** Operator of a condition. */
export type Operator = (typeof OPERATORS)[number];

/** json-rules-engine's own condition tree, without paths, params, priorities and named conditions. */
export type Condition =
  | { readonly fact: string; readonly operator: Operator; readonly value: ConditionValue }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Where a finding sends the comment. */
export interface ReferralRule {
  readonly to: string;
  readonly obligation: Obligation;
  readonly urgency: Urgency;
  readonly clauses: readonly string[];
  /** Only for findings that are at least this sure. Default low. */
  readonly fromSureness?: Sureness;
}

/** What an example expects, where `match` and `noMatch` aren't enough. */
export interface Expectation {
  readonly verdict?: Verdict;
  /** Words that the rule's findings must stand on, in order. */
  readonly spans?: readonly string[];
  readonly severity?: Severity;
  readonly target?: TargetKind;
  /** All steps of the decision, in order. */
  readonly actions?: readonly ActionType[];
  /** Contacts that the comment is referred to, in order. */
  readonly referrals?: readonly string[];
  /** Contacts that its author is told of, in order. */
  readonly signposts?: readonly string[];
  /** Steps and referrals that a person must approve, in order. */
  readonly signOff?: readonly string[];
  /** For each step that must wait for others, those others in order. */
  readonly after?: Readonly<Record<string, readonly ActionType[]>>;
  /** For each step that is withheld, what withholds it: a track, a category or a context. */
  readonly withheld?: Readonly<Record<string, string>>;
  /** The milder step that the strongest recommended one is weighed against. */
  readonly milder?: ActionType | 'leave-up';
  /** Categories of the findings that count, in the order of the decision. */
  readonly categories?: readonly string[];
  /** Codes of the reasons for which a person must look, in order. */
  readonly reasons?: readonly string[];
}

/** A rule's example: a comment, or a comment with context. */
export type Example =
  | string
  | (Partial<ContentItem> & {
      readonly text: string;
      readonly expect?: Expectation;
      readonly because?: string;
    });

/** Examples of a signal or of a group of terms: comments in which it must be read, and in which it must not. */
export interface Examples {
  readonly match?: readonly Example[];
  readonly noMatch?: readonly Example[];
}

/** What becomes of a rule. */
export const RULE_STATUSES = ['draft', 'shadow', 'live', 'deprecated'] as const;
/**
 * `draft`: not run. `shadow`: its findings are reported as set aside and never act. `deprecated`: runs like a live one, and
 * the test report names it, so that its author takes it out.
 */
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** A rule: when it holds, a finding is made. */
export interface Rule {
  /** `category/name`. */
  readonly id: string;
  /** What was found, in a plain sentence. */
  readonly title: string;
  /** `term`: the highest severity of the lexicon terms that matched. */
  readonly severity: Severity | 'term';
  readonly sureness: Sureness;
  readonly track?: string;
  readonly clauses?: readonly string[];
  readonly patterns?: readonly string[];
  readonly when?: Condition;
  readonly guards?: readonly string[];
  readonly refer?: readonly ReferralRule[];
  /** Contact ids. */
  readonly signpost?: readonly string[];
  /** Default live. */
  readonly status?: RuleStatus;
  /** First day on which it runs, YYYY-MM-DD in the council's time zone. Default: any. */
  readonly effectiveFrom?: string;
  /** Last day on which it runs, YYYY-MM-DD in the council's time zone. Default: any. */
  readonly effectiveUntil?: string;
  /** Ordinary speech that it could mistake. */
  readonly falsePositives: string;
  /** By which it is tested; a pack that only runs may leave them out. */
  readonly examples?: RuleExamples;
}

/** Comments that a rule must find, and must not; `todo` rows are known failures. */
export interface RuleExamples {
  readonly match: readonly Example[];
  readonly noMatch: readonly Example[];
  readonly todo?: { readonly missed?: readonly Example[]; readonly overFlagged?: readonly Example[] };
}

/** `categories/<id>.json`. */
export interface CategoryFile {
  readonly $schema?: string;
  readonly id: string;
  readonly title: string;
  /** For clerks: how to read this category, and warnings about its content. */
  readonly about?: string;
  readonly track: string;
  readonly clauses: readonly string[];
  /** Clauses that a finding cites only where its target is of these kinds, or where a disguise was undone. */
  readonly citeOnly?: Readonly<
    Record<string, { readonly targets: readonly TargetKind[] } | { readonly disguised: true }>
  >;
  readonly rules: readonly Rule[];
}

/** How a term bends. */
export type Inflection = 'noun' | 'verb' | 'adjective';

/** A word or phrase of a lexicon. */
export type LexiconTerm =
  | string
  | {
      readonly term: string;
      /** Further forms: irregular, dialect or old spellings. */
      readonly forms?: readonly string[];
      /** Longer phrases in which the term is innocent: no class is given there. */
      readonly except?: readonly string[];
      /** Read only where it begins with a capital and isn't all capitals: "Poles", not "poles". Default false. */
      readonly capital?: boolean;
      /** Only for one emoji: the words and phrases it is read as where it stands for a word, as in "these 👳". */
      readonly readAs?: readonly string[];
      readonly severity?: Severity;
      readonly inflect?: Inflection;
      readonly note?: string;
    };

/** Terms that share their classes. */
export interface LexiconGroup {
  /** Class names that patterns read as `@name`. */
  readonly classes: readonly string[];
  readonly about?: string;
  /** What a term refers to, read by the target reader. */
  readonly kind?: TargetKind;
  /** Default none. */
  readonly severity?: Severity;
  readonly inflect?: Inflection;
  /** Disguised spellings (masks, leet, split or stretched letters) of these terms are undone. Default false. */
  readonly disguise?: boolean;
  /** Misspellings of single words by one letter (swapped, missing, doubled) are undone. Default false. */
  readonly misspelt?: boolean;
  /** Also looked for inside longer words, hashtags and handles that no lexicon knows. Default false. */
  readonly inside?: boolean;
  readonly terms: readonly LexiconTerm[];
  /** Found: one of the terms is read in it, and no exception takes it away. */
  readonly examples?: Examples;
}

/** `lexicons/<topic>.<language>.json`. */
export interface LexiconFile {
  readonly $schema?: string;
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly warning?: string;
  readonly source: string;
  readonly licence: string;
  readonly groups: readonly LexiconGroup[];
}

/** Patterns that several rules use. They give the fact `signal/<id>`. */
export interface SignalsFile {
  readonly $schema?: string;
  readonly signals: readonly {
    readonly id: string;
    readonly about: string;
    readonly patterns: readonly string[];
    readonly guards?: readonly string[];
    /** Counts only in a sentence in which a rule matches too. Default: anywhere in the comment. */
    readonly scope?: 'sentence';
    readonly examples?: Examples;
  }[];
}

/** What puts a match aside. */
export type Guard =
  | {
      readonly id: string;
      readonly about: string;
      readonly kind: 'near';
      readonly class: string;
      readonly within: number;
      readonly side: 'before' | 'after' | 'either';
      /** A token of this class between cue and match, or beside the cue, cancels the guard. */
      readonly unless?: string;
    }
  | {
      readonly id: string;
      readonly about: string;
      /** Within quotation marks, with a cue of the class outside them in the same or a neighbouring sentence. */
      readonly kind: 'inside';
      readonly class: string;
    }
  | {
      readonly id: string;
      readonly about: string;
      readonly kind: 'covered';
      readonly classes: readonly string[];
    }
  | { readonly id: string; readonly about: string; readonly kind: 'target'; readonly target: TargetKind }
  | {
      readonly id: string;
      readonly about: string;
      /** Any of several guards that stand together in many rules. */
      readonly kind: 'any';
      readonly guards: readonly string[];
    };

/** `guards.json`. */
export interface GuardsFile {
  readonly $schema?: string;
  readonly guards: readonly Guard[];
}

/** A clause of the policy. */
export interface Clause {
  readonly id: string;
  readonly title: string;
  /** In our own words. */
  readonly paraphrase: string;
  /** `must`, `may`, `advice`, or `informative`: asks for nothing that a recommendation could hold. */
  readonly obligation: 'must' | 'may' | 'advice' | 'informative';
}

/** Somebody to refer or signpost to. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly how: string;
  readonly lastVerified: string;
  readonly source: string;
}

/** A service with a form or page of its own. */
export interface Service {
  readonly id: string;
  readonly title: string;
  /** Signal that shows that a comment names it. */
  readonly signal: string;
  /** Contact id: its form or page. */
  readonly contact: string;
  /** Topics of posts under which a comment that names no service is about this one. */
  readonly topics?: readonly string[];
}

/** `services.json`. */
export interface ServicesFile {
  readonly $schema?: string;
  /** Contacts whose place a service's own takes. */
  readonly instead?: readonly string[];
  /** Contacts before which a service's own is given. */
  readonly beside?: readonly string[];
  /** Rules whose findings no form answers. */
  readonly except?: readonly string[];
  readonly services: readonly Service[];
}

/** `policy.json`. */
export interface PolicyFile {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  /** Overlays that extended the pack, in order. */
  readonly overlays?: readonly OverlayRecord[];
  readonly council: {
    readonly name: string;
    readonly policyUrl: string;
    readonly policyDate: string;
    /** How an author challenges a decision, as a sentence for notices. */
    readonly appeal: string;
  };
  readonly clauses: readonly Clause[];
  readonly contacts: readonly Contact[];
  readonly hours: {
    readonly timeZone: string;
    /** Monday to Sunday: opening and closing time, or null when closed. */
    readonly week: readonly (readonly [string, string] | null)[];
    readonly bankHolidays: readonly string[];
    readonly bankHolidaySource: string;
  };
  readonly elections: {
    readonly closeOfPoll: string;
    /** Working days before the poll by which notice must be given, by type of election. */
    readonly noticeWorkingDays: Readonly<Record<string, number>> & { readonly other: number };
    /** Instead of working days, for polls whose period is counted in days of the calendar. */
    readonly noticeCalendarDays?: Readonly<Record<string, number>>;
  };
  readonly thresholds: {
    /** Upheld breaches older than this are not counted. */
    readonly upheldBreachDays: number;
    /** Working days an author has to remove a comment. */
    readonly removalGraceWorkingDays: number;
    /** The same message counts within this window. */
    readonly sameMessageDays: number;
  };
  /** How long a block lasts and when it is looked at again, by how many the author had before. The first row is for 0. */
  readonly blocks?: readonly {
    readonly fromPreviousBlocks: number;
    readonly days: number;
    readonly reviewAfterDays: number;
  }[];
  /** How long the record of a decision is kept, by what it came to. */
  readonly retention: {
    readonly allow: { readonly days: number };
    readonly review: { readonly days: number };
    readonly act: { readonly days: number };
    /** A clear breach that counts towards a block. Not shorter than `upheldBreachDays`. */
    readonly strike: { readonly days: number };
    /** Passed on to one of these contacts: until they release it. */
    readonly referred: { readonly to: readonly string[]; readonly until: string };
  };
  /** What an officer keeps for the record, in order. */
  readonly evidence: {
    readonly checklist: readonly string[];
    /** Instead, where the ladder forbids a copy. */
    readonly addressOnly: readonly string[];
  };
  /** Reasons why a person must look, by code. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The moment at which examples without a `now` are judged. */
  readonly exampleNow: string;
}

/** A step of the ladder. */
export interface LadderStep {
  readonly do: ActionType;
  readonly obligation: Obligation;
  readonly clauses: readonly string[];
  /** By when: at once, by the close of the office (the default), or whenever it suits. */
  readonly within?: Urgency;
}

/** A step that history adds once its count is reached. */
export interface HistoryStep extends LadderStep {
  readonly upheldBreaches?: number;
  readonly ignoredRequests?: number;
  /** Only for findings at least this severe. Default low. */
  readonly fromSeverity?: Severity;
  /** Only for findings below this severity. */
  readonly belowSeverity?: Severity;
}

/** What follows from findings of a track. */
export interface Track {
  readonly id: string;
  readonly about: string;
  /** Whether its findings break the policy, rather than only route the comment. */
  readonly breach: boolean;
  /** Verdict by severity for findings of medium or high sureness. */
  readonly verdict: Readonly<Record<Severity, Verdict>>;
  /** Verdict for findings of low sureness. */
  readonly whenUnsure: Verdict;
  /** Reason code given when its findings ask for a review. */
  readonly reason: string;
  /** Steps when the verdict of the finding is `act`; a severity takes its own row, else the next lower one. */
  readonly act?: Readonly<Partial<Record<Severity, readonly LadderStep[]>>>;
  /** Steps when the verdict of the finding is `review`. */
  readonly review?: readonly LadderStep[];
  /** Steps that history adds to a clear breach. */
  readonly history?: readonly HistoryStep[];
  readonly refer?: readonly ReferralRule[];
  readonly signpost?: readonly string[];
  /** Its findings are questions that the council answers. */
  readonly answers?: boolean;
  /** Findings at least this severe don't wait for the office to open. */
  readonly urgentFrom?: Severity;
}

/** Which findings put which aside: `over` is dropped when `category` stands. */
export interface Precedence {
  readonly category: string;
  readonly over: readonly string[];
  /** `same-words`: only where their words overlap. `comment`: anywhere in the comment. */
  readonly where: 'same-words' | 'comment';
}

/** `ladder.json`. Tracks stand in order of precedence. */
export interface LadderFile {
  readonly $schema?: string;
  readonly tracks: readonly Track[];
  readonly precedence: readonly Precedence[];
  /** Circumstances for which a person must look, whatever was found: a fact that differs from its default. */
  readonly circumstances: readonly {
    readonly fact: string;
    /** Only where a finding of this track stands. */
    readonly track?: string;
    readonly reason: string;
    readonly clauses: readonly string[];
  }[];
  /** When a track, category or context stands, the steps of other tracks are dropped; their findings stay. */
  readonly suppress: readonly {
    readonly when: string;
    readonly drop: readonly string[];
    readonly clauses: readonly string[];
  }[];
  /** When a track, category, signal/<id> or direct-message stands, these steps are never recommended; `verdict` caps the verdict. */
  readonly vetoes: readonly {
    readonly when: string;
    /** Not when one of these tracks, categories or contexts stands too. */
    readonly unless?: readonly string[];
    readonly never: readonly (ActionType | 'signpost')[];
    readonly verdict?: Verdict;
    readonly clauses: readonly string[];
  }[];
  /** Steps and contacts that a person must approve. */
  readonly signOff: readonly string[];
  /** For each step, the milder one to consider first and why it may not be enough. The first row that fits counts. */
  readonly milder?: readonly {
    readonly step: ActionType;
    readonly than: ActionType | 'leave-up';
    /** Only for findings of this track. */
    readonly track?: string;
    readonly why: string;
  }[];
  /** Steps that must be done before others. */
  readonly order: readonly { readonly first: ActionType; readonly before: readonly ActionType[] }[];
  /** How soon to look: the highest of what the verdict and the referrals give; a report raises it by one, up to a limit. */
  readonly priority?: {
    readonly verdict: Readonly<Record<Verdict, Priority>>;
    readonly referral: Readonly<Record<Urgency, Priority>>;
    readonly reportedUpTo: Priority;
  };
}

/** Who reads a notice. */
export const AUDIENCES = [
  'public-reply',
  'direct-message',
  'block-notice',
  'internal-note',
  'referral-note',
] as const;
/** Who reads a notice. */
export type Audience = (typeof AUDIENCES)[number];

/** Wording for one audience. */
export interface NoticeTemplate {
  readonly id: string;
  readonly audience: Audience;
  /** Used when the decision recommends this step, reply, referral or signpost; `decision` for every decision with a finding. */
  readonly for: string;
  /** Not used when one of these tracks stands. */
  readonly unlessTrack?: readonly string[];
  readonly clauses: readonly string[];
  /** May hold `{placeholders}` that `rules/README.md` lists. Never the comment's words. */
  readonly text: string;
}

/** `notices.json`. */
export interface NoticesFile {
  readonly $schema?: string;
  readonly notices: readonly NoticeTemplate[];
}

/** What to do about the comments on a post, from least to most intrusive. */
export const COMMENT_SETTINGS = ['open', 'watch', 'filter', 'limit', 'close'] as const;
/** `watch`: look more often. `filter`: hold words for approval. `limit`: fewer people may comment. `close`: nobody may. */
export type CommentSetting = (typeof COMMENT_SETTINGS)[number];

/** What is advised, under which clauses, why and for how long. */
export interface PostMeasure {
  readonly comments: CommentSetting;
  readonly clauses: readonly string[];
  readonly why: string;
  /** Hours until comments may be opened again; the office must be open then. */
  readonly hours: number;
}

/** Subject or message of a post, by its words. */
export interface PostSubject extends PostMeasure {
  readonly id: string;
  readonly title: string;
  /** Words and phrases, lower case, every form of them; any of them is enough. A post's own topics are read too. */
  readonly words: readonly string[];
}

/** Days of a year, in the council's time zone. Months count from 1, days as MM-DD. */
export type DateRule =
  | { readonly kind: 'span'; readonly from: string; readonly to: string }
  /** The nth weekday of a month (-1: the last), so many days from it. 0 Monday to 6 Sunday. */
  | {
      readonly kind: 'weekday';
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      readonly days: number;
    }
  /** Monday to Sunday of the week that holds a day. */
  | { readonly kind: 'week-of'; readonly day: string }
  /** So many days from Easter Sunday; before it if negative. */
  | { readonly kind: 'easter'; readonly offset: number; readonly days: number }
  /** Listed first days, YYYY-MM-DD, and days on either side for a calendar that isn't exact. */
  | {
      readonly kind: 'listed';
      readonly dates: readonly string[];
      readonly days: number;
      readonly margin: number;
    };

/** Awareness day, week or month. It never counts without one of its topics. */
export interface PostEvent {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly when: readonly (DateRule & { readonly fromYear?: number; readonly untilYear?: number })[];
  readonly source: string;
}

/** `posts.json`. */
export interface PostsFile {
  readonly $schema?: string;
  /** Sensitive subjects. */
  readonly topics: readonly (PostSubject & { readonly strands: readonly string[] })[];
  /** What is advised while an event lasts and the post is about one of its topics. */
  readonly duringEvent: Omit<PostMeasure, 'hours'>;
  readonly events: readonly PostEvent[];
  /** Messages that comments must not distract from. */
  readonly vital: readonly PostSubject[];
  /** What the kind of a post that the caller gives means. */
  readonly kinds: readonly (PostMeasure & { readonly kind: PostKind })[];
  /** Breaches among the comments, from how many comments on. */
  readonly density: readonly (PostMeasure & {
    readonly fromComments: number;
    readonly fromBreaches: number;
    /** 0 to 1. */
    readonly fromShare: number;
    /** Only on a sensitive subject. */
    readonly onTopic?: boolean;
  })[];
}
