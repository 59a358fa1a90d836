import { beforeAll, describe, expect, it } from 'vitest';
import { type Circumstances, decide, type Ladder } from '../src/decision/decide.ts';
import { explanationOf } from '../src/decision/explain.ts';
import { utcText } from '../src/facts/clock.ts';
import { isOpen, nextOpening } from '../src/facts/hours.ts';
import {
  type ContentItem,
  classify,
  compileRuleset,
  type Decision,
  defaultPack,
  explain,
  type Finding,
  type RulePackError,
} from '../src/index.ts';
import type { LadderFile, PolicyFile } from '../src/model/pack.ts';
import { smallPack } from './support/pack.ts';
import { moments, people } from './support/scenarios.ts';

// The comments repeat harm that people do to each other, in invented words about invented people.
const weekday = moments.weekday;

const file = defaultPack().files['ladder.json'] as LadderFile;
const policy = defaultPack().files['policy.json'] as PolicyFile;
const police = {
  to: 'police',
  obligation: 'may',
  urgency: 'same-day',
  clauses: ['AUP-4.11a'],
} as const;
const emergency = {
  to: 'emergency-services',
  obligation: 'must',
  urgency: 'immediate',
  clauses: ['AUP-4.11a'],
} as const;
const children = {
  to: 'childrens-social-care',
  obligation: 'must',
  urgency: 'immediate',
  clauses: ['AUP-7.2'],
} as const;

/** The shipped ladder with routes of this test's own, so that the pages don't change with the rules for words. */
const ladder: Ladder = {
  file,
  policy,
  services: { services: [] },
  tracks: new Map(file.tracks.map((track) => [track.id, track])),
  routes: new Map([
    ['complaint/bin', { refer: [], signpost: ['online-forms', 'contact-page'] }],
    ['threat/direct', { refer: [police, emergency], signpost: [] }],
    ['safeguarding/child', { refer: [children], signpost: ['crisis-support'] }],
    ['allegation/bribe', { refer: [], signpost: ['police', 'fraud-team'] }],
  ]),
};

function found(
  ruleId: string,
  track: string,
  message: string,
  text: string,
  more: Partial<Finding> = {},
): Finding {
  return {
    ruleId,
    category: ruleId.split('/')[0] ?? '',
    track,
    severity: 'medium',
    sureness: 'high',
    clauses: ['AUP-2.2a'],
    message,
    spans: text === '' ? [] : [{ field: 'text', start: 0, end: text.length, text }],
    ...more,
  };
}
const insult = found('abuse/insult', 'breach', 'Insults a person', 'Hale is a useless w4nker', {
  spans: [
    {
      field: 'text',
      start: 5,
      end: 29,
      text: 'Hale is a useless w4nker',
      readAs: 'hale is a useless wanker',
    },
  ],
  target: { kind: 'member', text: 'Cllr Hale' },
});
const threat = found(
  'threat/direct',
  'serious',
  'Says that they will hurt somebody',
  'I will stab that warden',
  {
    severity: 'severe',
    clauses: ['AUP-2.2b', 'AUP-4.11a'],
    target: { kind: 'staff', text: 'warden' },
  },
);
const child = found(
  'safeguarding/child',
  'safeguarding',
  'A child tells of being hurt',
  'my stepdad hits me',
  {
    severity: 'high',
    clauses: ['AUP-7.1', 'AUP-7.2'],
  },
);
const complaint = found('complaint/bin', 'signpost', 'Complains about a service', 'bins not emptied', {
  severity: 'none',
  clauses: ['AUP-8.1', 'AUP-8.2'],
});
const mild = found('swearing/mild', 'breach', 'Swears mildly', 'Bloody hell', {
  severity: 'low',
  clauses: ['AUP-2.2c'],
});
const bribe = found('allegation/bribe', 'allegation', 'Alleges wrongdoing', 'took a bribe', {
  clauses: ['AUP-6.2'],
});
const explicit = found('obscenity/graphic', 'explicit', 'Describes sex in graphic words', 'the words', {
  severity: 'high',
  clauses: ['AUP-2.5a', 'AUP-3.6'],
});
const imagery = found(
  'illegal-activity/imagery',
  'illegal-imagery',
  'Points to images of child abuse',
  'the words',
  {
    severity: 'severe',
    clauses: ['AUP-2.7'],
  },
);
const advert = found('promotion/trade', 'commercial', 'Advertises a trade', 'Cheap driveways', {
  clauses: ['AUP-2.8'],
});
const repeat = found('spam/repeat', 'repeated', 'Posts the same message again and again', '', {
  clauses: ['AUP-2.10'],
});
const support = found('election/support', 'election', 'Asks for votes', 'Vote Labour', {
  clauses: ['AUP-9.1'],
});
const claim = found('defamation/official', 'defamation', 'A serious claim against a member', 'took a bribe', {
  clauses: ['AUP-2.1a', 'AUP-2.1b'],
  target: { kind: 'member', text: 'Cllr Hale' },
});
const scam = found('promotion/scam', 'scam', 'Looks like a scam', 'double your money', {
  clauses: ['AUP-2.8'],
});
const offer = found('illegal-activity/sale', 'illegal', 'Offers something unlawful', 'no duty paid', {
  clauses: ['AUP-2.7', 'AUP-3.5'],
});
const farewell = found('safeguarding/child', 'danger', 'Says that they will end their life', 'tonight', {
  severity: 'severe',
  clauses: ['AUP-7.1', 'AUP-7.2'],
});
const elsewhere = found('off-topic/far', 'off-topic', 'Is about quite another world', 'the moon landing', {
  clauses: ['AUP-2.9'],
});
const unsure = { ...insult, sureness: 'low' } as const;

interface Case {
  readonly findings: readonly Finding[];
  readonly setAside?: Decision['setAside'];
  readonly now?: string;
  readonly history?: Partial<Circumstances['history']>;
  readonly remarkable?: readonly string[];
  readonly contexts?: readonly string[];
  readonly reports?: number;
}

function decided({
  findings,
  setAside = [],
  now = weekday.now,
  history = {},
  remarkable = [],
  contexts = [],
  reports = 0,
}: Case): Decision {
  const monitored = isOpen(now, policy.hours);
  const outcome = decide(
    {
      now,
      reports,
      findings,
      setAside,
      history: { upheldBreaches: 0, ignoredRequests: 0, previousBlocks: 0, ...history },
      contexts: new Set(contexts),
      topics: [],
      named: new Map(),
      remarkable: new Set(remarkable),
      monitored,
      nextOpening: monitored ? undefined : nextOpening(now, policy.hours),
    },
    ladder,
  );
  return {
    id: '0123456789abcdef0123456789abcdef',
    ...outcome,
    language: { code: 'eng', sureness: 'medium' },
    ruleset: { id: policy.id, version: '1.0.0', revision: 'fedcba9876543210fedcba9876543210' },
    evaluatedAt: utcText(now),
  };
}

/** Name of the page in test/golden, and the decision that it explains. */
const pages: Readonly<Record<string, Case>> = {
  'allow-nothing': { findings: [] },
  'allow-complaint-out-of-hours': { findings: [complaint], now: moments.saturdayNight.now },
  'allow-mild-swearing': {
    findings: [mild],
    setAside: [{ finding: insult, why: 'guard', by: 'quoted' }],
  },
  'review-child-and-insult': { findings: [child, insult] },
  'review-unread-picture': { findings: [], remarkable: ['unreadMedia'] },
  'review-allegation': { findings: [bribe] },
  'review-unsure': { findings: [unsure] },
  'review-illegal-imagery': { findings: [imagery] },
  'act-insult': { findings: [insult] },
  'act-insult-after-two': { findings: [insult], history: { upheldBreaches: 2 } },
  'act-insult-after-three': { findings: [insult], history: { upheldBreaches: 3 } },
  'act-insult-ignored-request': { findings: [insult], history: { ignoredRequests: 1 } },
  'act-threat-at-night': { findings: [threat], now: moments.saturdayNight.now },
  'act-explicit': { findings: [explicit] },
  'act-advert': { findings: [advert] },
  'act-spam': { findings: [repeat] },
  'act-scam': { findings: [scam] },
  'act-illegal-offer-and-insult': { findings: [offer, insult] },
  'act-insult-in-a-direct-message': { findings: [insult], contexts: ['direct-message'] },
  'act-insult-reported': { findings: [insult], reports: 2 },
  'act-insult-after-a-block': { findings: [insult], history: { upheldBreaches: 3, previousBlocks: 1 } },
  'act-explicit-beside-imagery': { findings: [imagery, explicit] },
  'act-election-estimated': {
    findings: [support],
    now: moments.campaign.now,
    remarkable: ['preElectionEstimated'],
  },
  'review-danger-at-night': { findings: [farewell], now: moments.saturdayNight.now },
  'review-child-after-three-breaches': { findings: [child, threat], history: { upheldBreaches: 3 } },
  'review-defamation': { findings: [bribe, claim] },
  'review-off-topic': { findings: [elsewhere] },
  'review-reported-by-victim': { findings: [], remarkable: ['reportedByVictim'], reports: 1 },
  'allow-complaint-beside-off-topic': { findings: [complaint, elsewhere] },
  'allow-meeting-decision': {
    findings: [{ ...complaint, category: 'request', ruleId: 'complaint/bin' }],
    contexts: ['signal/public-meeting-decision'],
  },
  'act-election-support': { findings: [support], now: moments.campaign.now },
};

beforeAll(async () => {
  // Compiles the rules.
  await classify({ text: 'hello', ...weekday });
}, 60_000);

describe('the explanation of a decision', () => {
  it.each(Object.entries(pages))('%s', async (name, known) => {
    const decision = decided(known);
    expect(decision.verdict).toBe(name.split('-')[0]);
    const page = explanationOf(decision, ladder, decision.ruleset.revision);
    await expect(page).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('tells how to challenge every step on a comment or its author, and names the rules and the time', () => {
    for (const [name, known] of Object.entries(pages)) {
      const decision = decided(known);
      const page = explanationOf(decision, ladder, decision.ruleset.revision);
      const steps = decision.recommendation.actions.some(({ type }) => type !== 'capture-evidence');
      expect(page.includes('How to challenge it'), name).toBe(steps);
      if (steps) expect(page.replace(/\s+/g, ' '), name).toContain(policy.council.appeal);
      expect(page, name).toContain(decision.ruleset.revision);
      expect(page, name).toContain(decision.evaluatedAt);
    }
  });

  it('fits its page and can reach no terminal as a command', async () => {
    const text = `Cllr Hale is a useless \u001b[2Jwanker\u202e ${'wanker '.repeat(40)}`;
    const page = explain(await classify({ text, ...weekday }));
    for (const line of page.split('\n')) expect(line.length).toBeLessThanOrEqual(88);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  it('repeats no word where no copy may be kept', async () => {
    const decision = await classify({ text: 'Cllr Hale is a useless wanker', ...weekday });
    const [finding] = decision.findings;
    if (finding === undefined) throw new Error('Expected a finding.');
    const page = explain({
      ...decision,
      findings: [{ ...finding, track: 'illegal-imagery' }],
      setAside: [{ finding, why: 'guard', by: 'reported' }],
    });
    expect(page).toContain('not repeated here');
    expect(page).not.toMatch(/wanker|Hale/);
  });

  it('says when titles come from other rules than those that judged', async () => {
    const decision = await classify({ text: 'When is bin day?', ...weekday });
    const other = compileRuleset(smallPack({ rules: [{ id: 'trial/word', patterns: ['wally'] }] }));
    expect(explain(decision, other)).toContain('come from another revision');
    expect(explain(decision)).not.toContain('come from another revision');
  });

  it('names what was set aside and what was withheld, and by what', async () => {
    const decision = await classify({ text: 'my stepdad hits me you useless wanker', ...weekday });
    const page = explain(decision);
    expect(decision.recommendation.withheld.length).toBeGreaterThan(0);
    for (const { by } of decision.recommendation.withheld) expect(page).toContain(`“${by}”`);
  });
});

/** The words of a comment that gets each strongest step. */
const strongest: readonly [string, Partial<ContentItem> & { text: string }][] = [
  ['hide', { text: 'Cllr Hale is a useless wanker' }],
  ['warn-of-block', { text: 'Cllr Hale is a useless wanker', author: people.warnedTwice }],
  ['block', { text: 'Cllr Hale is a useless wanker', author: people.persistent }],
  [
    'hide-duplicates',
    { text: 'Please bring back the number 12 bus to Harrow Way', author: people.saidItThrice },
  ],
  ['delete', { text: 'Vote Labour on Thursday', ...moments.campaign }],
];

describe('the neighbours of a step', () => {
  it.each(strongest)('%s has a milder one that was considered, with the reason', async (step, item) => {
    const { recommendation } = await classify({ ...weekday, ...item });
    expect(recommendation.lessIntrusive?.step).toBe(step);
    expect(recommendation.lessIntrusive?.considered).not.toBe(step);
    expect(recommendation.lessIntrusive?.why.length).toBeGreaterThan(40);
  });

  it('are there for every step of the shipped ladder', () => {
    const ladder = defaultPack().files['ladder.json'] as { milder: { step: string }[] };
    expect(new Set(ladder.milder.map(({ step }) => step))).toEqual(
      new Set(['ask-to-remove', 'hide-duplicates', 'hide', 'delete', 'warn-of-block', 'block']),
    );
  });

  it.each<[string, object, string]>([
    [
      'a row that goes further',
      { step: 'hide', than: 'delete', why: 'No.' },
      'not-milder ladder.json milder[0].than',
    ],
    [
      'a track that is not there',
      { step: 'hide', than: 'leave-up', track: 'nothing', why: 'No.' },
      'unknown-track ladder.json milder[0].track',
    ],
  ])('refuse %s', (_, row, expected) => {
    const pack = smallPack({ rules: [{ id: 'trial/word', patterns: ['wally'] }] });
    const files = {
      ...pack.files,
      'ladder.json': { ...(pack.files['ladder.json'] as object), milder: [row] },
    };
    try {
      compileRuleset({ files });
      expect.unreachable();
    } catch (error) {
      const { problems = [] } = error as RulePackError;
      expect(problems.map(({ code, file: name, path }) => `${code} ${name} ${path}`)).toEqual([expected]);
    }
  });

  const insult = 'Cllr Hale is a useless wanker';
  it.each<[string, ContentItem['author'], Decision['recommendation']['nextStep'] | undefined]>([
    [
      'a warning after two',
      undefined,
      {
        type: 'warn-of-block',
        afterUpheldBreaches: 2,
        withinDays: 90,
        clauses: ['AUP-4.10'],
        needsSignOff: false,
      },
    ],
    [
      'a block after three, once warned',
      people.warnedTwice,
      {
        type: 'block',
        afterUpheldBreaches: 3,
        withinDays: 90,
        clauses: ['AUP-4.10', 'AUP-3.4'],
        needsSignOff: true,
      },
    ],
    ['nothing after a block', people.persistent, undefined],
  ])('looks ahead to %s', async (_, author, nextStep) => {
    const item = { text: insult, ...weekday, ...(author === undefined ? {} : { author }) };
    expect((await classify(item)).recommendation.nextStep).toEqual(nextStep);
  });

  it('are none for a clean comment, a review or a disclosure', async () => {
    for (const text of ['Lovely park', 'The leader took a bribe from the developers', 'my stepdad hits me']) {
      const { recommendation } = await classify({ text, ...weekday });
      expect(recommendation.lessIntrusive, text).toBeUndefined();
      expect(recommendation.nextStep, text).toBeUndefined();
    }
  });
});
