import { expect } from 'vitest';
import {
  type ContentItem,
  classify,
  type Decision,
  fingerprint,
  type Obligation,
  type Priority,
  type Reply,
  type Verdict,
} from '../../src/index.ts';

// The comments repeat harm that people do to each other, in invented words about invented people.

type Author = NonNullable<ContentItem['author']>;
type Post = NonNullable<ContentItem['post']>;
type Moment = Pick<ContentItem, 'now' | 'elections' | 'incident'>;

/** Messages that some people post again and again. */
export const REPEATED = {
  plea: 'Please bring back the number 12 bus to Harrow Way',
  courtesy: 'Thank you!',
  disclosure: 'My stepdad hits me every night and nobody will listen',
  farewell: 'I am going to kill myself tonight and nobody will listen',
};

const DAYS = ['2026-06-10', '2026-06-08', '2026-06-07'] as const;
const strike = (day: string, upheld = true) => ({ at: `${day}T12:00:00+01:00`, clause: 'AUP-2.2a', upheld });
const earlier = (...texts: readonly string[]) =>
  texts.map((text, i) => ({ at: `${DAYS[i]}T08:00:00+01:00`, text }));

/** Who writes. Their histories are seen from `moments.weekday`, a Wednesday. */
export const people = {
  resident: {
    id: 'res-1',
    role: 'resident',
    history: { breaches: [], recent: earlier('Lovely turn-out at the fair on Sunday') },
  },
  trader: { id: 'trade-1', role: 'trader' },
  councillor: { id: 'member-1', role: 'elected-member' },
  candidate: { id: 'cand-1', role: 'candidate' },
  officer: { id: 'staff-1', role: 'staff' },
  partner: { id: 'partner-1', role: 'partner' },
  warnedOnce: { role: 'resident', history: { breaches: [strike('2026-05-01')] } },
  warnedTwice: { role: 'resident', history: { breaches: [strike('2026-05-01'), strike('2026-05-20')] } },
  persistent: {
    role: 'resident',
    history: { breaches: [strike('2026-04-02'), strike('2026-05-01'), strike('2026-05-20')] },
  },
  longReformed: {
    role: 'resident',
    history: { breaches: [strike('2026-03-01'), strike('2026-03-05'), strike('2026-03-10')] },
  },
  cleared: {
    role: 'resident',
    history: {
      breaches: [strike('2026-05-01', false), strike('2026-05-08', false), strike('2026-05-20', false)],
    },
  },
  ignoresRequests: { role: 'resident', history: { removalRequests: [{ at: '2026-06-05T10:00:00+01:00' }] } },
  askedYesterday: { role: 'resident', history: { removalRequests: [{ at: '2026-06-09T16:00:00+01:00' }] } },
  removedInTime: {
    role: 'resident',
    history: {
      removalRequests: [{ at: '2026-06-05T10:00:00+01:00', removedAt: '2026-06-05T15:00:00+01:00' }],
    },
  },
  saidItTwice: { role: 'resident', history: { recent: earlier(REPEATED.plea) } },
  saidItThrice: {
    role: 'resident',
    history: { recent: earlier(REPEATED.plea, `${REPEATED.plea.toUpperCase()}!!!`) },
  },
  saidItThriceByMark: {
    role: 'resident',
    history: {
      recent: [0, 1].map((i) => ({
        at: `${DAYS[i]}T08:00:00+01:00`,
        fingerprint: fingerprint(REPEATED.plea),
      })),
    },
  },
  saidItLongAgo: {
    role: 'resident',
    history: {
      recent: ['2026-05-20', '2026-05-27'].map((day) => ({
        at: `${day}T08:00:00+01:00`,
        text: REPEATED.plea,
      })),
    },
  },
  thankful: {
    role: 'resident',
    history: { recent: earlier(REPEATED.courtesy, REPEATED.courtesy, REPEATED.courtesy) },
  },
  blockedBefore: {
    role: 'resident',
    history: {
      breaches: [strike('2026-04-02'), strike('2026-05-01'), strike('2026-05-20')],
      blocks: [{ at: '2026-01-05T10:00:00Z', until: '2026-02-02T10:00:00Z' }],
    },
  },
  asksAboutLibraries: {
    role: 'resident',
    history: {
      recent: earlier(
        'When does the library in Corby open again after the building works?',
        'When does the library in Kettering open again after the building works?',
      ),
    },
  },
  unheardAdult: { role: 'resident', history: { recent: earlier(REPEATED.farewell, REPEATED.farewell) } },
  unheardChild: { role: 'resident', history: { recent: earlier(REPEATED.disclosure, REPEATED.disclosure) } },
} satisfies Record<string, Author>;

/** What they write under. */
export const posts = {
  bins: {
    text: 'Bin collections move to Tuesdays in Corby from next week. Check your new day on our website.',
    topics: ['waste'],
    kind: 'news',
  },
  fair: {
    text: 'The summer fair is back on Sunday at Wicksteed Park, with music, stalls and donkey rides.',
    topics: ['events'],
    kind: 'event',
  },
  flood: {
    text: 'Flood warning: Mill Lane is closed from Saturday. Keep away from the river and do not drive through water.',
    topics: ['safety'],
    kind: 'safety',
  },
  hotel: {
    text: 'Our statement on the use of the Grange Hotel for asylum seekers.',
    topics: ['asylum'],
    kind: 'news',
  },
  flats: {
    text: 'The planning committee approved the Station Road flats last night by seven votes to four.',
    topics: ['planning'],
    kind: 'news',
  },
  poll: {
    text: 'Polling stations are open from 7am to 10pm on Thursday. Bring photo ID.',
    topics: ['elections'],
    kind: 'news',
  },
} satisfies Record<string, Post>;

const LOCAL = { type: 'local', pollDate: '2026-05-07' };
const BY_ELECTION = { type: 'by-election', pollDate: '2026-06-18', noticeDate: '2026-05-12' };

/** When they write: the clock, the elections about it, and whether an incident is on. */
export const moments = {
  weekday: { now: '2026-06-10T10:00:00+01:00' },
  fridayLastMinute: { now: '2026-06-12T16:44:59+01:00' },
  fridayClosing: { now: '2026-06-12T16:45:00+01:00' },
  mondayBeforeNine: { now: '2026-06-15T08:59:59+01:00' },
  mondayNine: { now: '2026-06-15T09:00:00+01:00' },
  saturdayNight: { now: '2026-06-13T23:30:00+01:00' },
  saturdayNightIncident: { now: '2026-06-13T23:30:00+01:00', incident: true },
  bankHoliday: { now: '2026-05-25T11:00:00+01:00' },
  christmasEveNight: { now: '2026-12-24T19:00:00Z' },
  beforeSummerTime: { now: '2026-03-27T16:45:00Z' },
  firstSummerMorning: { now: '2026-03-30T08:00:00Z' },
  afterSummerTime: { now: '2026-10-26T08:30:00Z' },
  lastSummerFriday: { now: '2026-10-23T15:44:59Z' },
  campaign: { now: '2026-04-20T10:00:00+01:00', elections: [LOCAL] },
  dayBeforeComputedNotice: { now: '2026-03-29T23:59:59+01:00', elections: [LOCAL] },
  computedNotice: { now: '2026-03-30T00:00:00+01:00', elections: [LOCAL] },
  dayBeforeNotice: { now: '2026-03-22T23:59:59Z', elections: [{ ...LOCAL, noticeDate: '2026-03-23' }] },
  notice: { now: '2026-03-23T00:00:00Z', elections: [{ ...LOCAL, noticeDate: '2026-03-23' }] },
  lastMinuteOfPoll: { now: '2026-05-07T21:59:59+01:00', elections: [LOCAL] },
  closeOfPoll: { now: '2026-05-07T22:00:00+01:00', elections: [LOCAL] },
  betweenPolls: { now: '2026-05-08T10:00:00+01:00', elections: [LOCAL, BY_ELECTION] },
  secondCampaign: { now: '2026-05-13T10:00:00+01:00', elections: [LOCAL, BY_ELECTION] },
  campaignWithNames: {
    now: '2026-04-20T10:00:00+01:00',
    elections: [{ ...LOCAL, candidates: ['Priya Rowan', 'Tom Ashdown'] }],
  },
} satisfies Record<string, Moment>;

/** What a scenario expects. What it leaves out isn't looked at. */
export interface Expected {
  readonly verdict: Verdict;
  /** All categories found. */
  readonly categories?: readonly string[];
  /** All steps in order, as `hide` or `hide:may`. */
  readonly actions?: readonly string[];
  /** All steps withheld, as `hide by safeguarding`. */
  readonly withheld?: readonly string[];
  /** All referrals, as `police:may`. */
  readonly referrals?: readonly `${string}:${Obligation}`[];
  readonly signposts?: readonly string[];
  readonly reply?: Reply;
  /** Null: the reply need not wait. */
  readonly replyAfter?: string | null;
  readonly priority?: Priority;
  /** Days for which a block is proposed. */
  readonly blockDays?: number;
  /** Codes of all reasons. */
  readonly reasons?: readonly string[];
  /** All steps and referrals that a person must approve. */
  readonly signOff?: readonly string[];
  /** Clauses that must be cited, among others. */
  readonly clauses?: readonly string[];
  /** Targets that must be found, among others. */
  readonly targets?: readonly string[];
  /** Findings that must be set aside, among others, as `discrimination by hate`. */
  readonly setAside?: readonly string[];
  /** Fields of the item that must hold a span, among others. */
  readonly fields?: readonly string[];
}

/** A comment, who wrote it, where and when, and what should come of it. */
export interface Scenario {
  /** An English sentence, free of offensive words. */
  readonly title: string;
  readonly text: string;
  readonly by?: keyof typeof people;
  readonly on?: keyof typeof posts;
  readonly at?: keyof typeof moments;
  /** Anything else of the item. */
  readonly with?: Omit<Partial<ContentItem>, 'text' | 'now' | 'author' | 'post'>;
  readonly expect: Expected;
}

/** The item that a scenario is about. */
export function itemOf({ text, by, on, at, with: more }: Scenario): ContentItem {
  return {
    text,
    ...moments[at ?? 'weekday'],
    ...(by === undefined ? {} : { author: people[by] }),
    ...(on === undefined ? {} : { post: posts[on] }),
    ...more,
  };
}

/** Judges a scenario; a failure shows what differs and then the whole decision. */
export async function play(scenario: Scenario): Promise<void> {
  const item = itemOf(scenario);
  const { expect: expected } = scenario;
  const decision = await classify(item);
  const differences = (Object.keys(expected) as (keyof Expected)[]).flatMap((part) =>
    differenceIn(part, decision, expected),
  );
  expect(differences.length, `\n${[...differences, '', ...shortForm(item, decision)].join('\n')}\n`).toBe(0);
}

type Names = readonly string[];
const unique = (names: Names): Names => [...new Set(names)];
const sorted = (names: Names): Names => unique(names).toSorted();

const contains = (actual: Names, wanted: Names) => wanted.every((name) => actual.includes(name));
const sameSet = (actual: Names, wanted: Names) => sorted(actual).join() === sorted(wanted).join();
/** In order; an obligation counts only where the row gives one. */
const sameSteps = (actual: Names, wanted: Names) =>
  actual.length === wanted.length &&
  wanted.every((step, i) => actual[i] === step || actual[i]?.split(':')[0] === step);

const COMPARE: Readonly<Partial<Record<keyof Expected, (actual: Names, wanted: Names) => boolean>>> = {
  actions: sameSteps,
  clauses: contains,
  targets: contains,
  setAside: contains,
  fields: contains,
};

function differenceIn(part: keyof Expected, decision: Decision, expected: Expected): string[] {
  const actual = READ[part](decision);
  const value = expected[part];
  const wanted = value === null || value === undefined ? [] : [value].flat().map(String);
  if ((COMPARE[part] ?? sameSet)(actual, wanted)) return [];
  return [`${part}\n  expected: ${listed(wanted)}\n  actual:   ${listed(actual)}`];
}

const READ: Readonly<Record<keyof Expected, (decision: Decision) => Names>> = {
  verdict: ({ verdict }) => [verdict],
  categories: ({ findings }) => unique(findings.map(({ category }) => category)),
  actions: ({ recommendation }) =>
    recommendation.actions.map(({ type, obligation }) => `${type}:${obligation}`),
  withheld: ({ recommendation }) => unique(recommendation.withheld.map(({ type, by }) => `${type} by ${by}`)),
  referrals: ({ referrals }) => referrals.map(({ to, obligation }) => `${to}:${obligation}`),
  signposts: ({ signposts }) => signposts.map(({ to }) => to),
  reply: ({ recommendation }) => [recommendation.reply],
  replyAfter: ({ recommendation }) =>
    recommendation.replyAfter === undefined ? [] : [recommendation.replyAfter],
  priority: ({ priority }) => [priority],
  blockDays: ({ recommendation }) =>
    recommendation.actions.flatMap(({ params }) => (params?.days === undefined ? [] : [String(params.days)])),
  reasons: ({ reasons }) => reasons.map(({ code }) => code),
  signOff: ({ recommendation, referrals }) => [
    ...recommendation.actions.filter(({ needsSignOff }) => needsSignOff).map(({ type }) => type),
    ...referrals.filter(({ needsSignOff }) => needsSignOff).map(({ to }) => to),
  ],
  clauses: ({ findings, recommendation, referrals, signposts }) =>
    unique(
      [...findings, ...recommendation.actions, ...referrals, ...signposts].flatMap(({ clauses }) => clauses),
    ),
  targets: ({ findings }) => unique(findings.flatMap(({ target }) => target?.kind ?? [])),
  setAside: ({ setAside }) =>
    unique(setAside.map(({ finding, by }) => `${finding.category} by ${by.split('/')[0]}`)),
  fields: ({ findings }) => unique(findings.flatMap(({ spans }) => spans.map(({ field }) => field))),
};

function listed(names: Names): string {
  return names.length === 0 ? '(none)' : names.join(', ');
}

/** The decision in a few lines. */
function shortForm(item: ContentItem, decision: Decision): string[] {
  const findings = decision.findings.map(
    ({ ruleId, track, severity, sureness, spans, target }) =>
      `  ${ruleId} [${track}, ${severity}, sureness ${sureness}${target === undefined ? '' : `, at ${target.kind} "${target.text}"`}] ${spans.map(({ text }) => JSON.stringify(text)).join(' ')}`,
  );
  const aside = decision.setAside.map(
    ({ finding, why, by }) => `  ${finding.ruleId} set aside: ${why} ${by}`,
  );
  const parts = (Object.keys(READ) as (keyof Expected)[]).filter(
    (part) => part !== 'setAside' && part !== 'fields',
  );
  return [
    `the whole decision on ${JSON.stringify(item.text)} at ${item.now}:`,
    ...parts.map((part) => `  ${part.padEnd(10)} ${listed(READ[part](decision))}`),
    ...findings,
    ...aside,
  ];
}
