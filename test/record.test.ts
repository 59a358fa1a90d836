import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ContentItem,
  ContentItemError,
  classify,
  compileRuleset,
  type Decision,
  defaultPack,
  type EvidenceRecord,
  evidence,
  type RulePackError,
  redactedEvidence,
} from '../src/index.ts';
import type { PolicyFile } from '../src/model/pack.ts';
import { smallPack } from './support/pack.ts';

// The comments repeat harm that people do to each other, in invented words about invented people.
const now = '2026-06-10T10:00:00+01:00';
const policy = defaultPack().files['policy.json'] as PolicyFile;
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const insult: ContentItem = {
  text: 'Cllr Hale is a useless w4nker 😡 ring @gaz_b on 07700 900123 or gaz@example.org, see https://example.org/x',
  now,
  id: 'c-1',
  permalink: 'https://social.example/c-1',
  author: { id: 'res-1', role: 'resident' },
  parent: { text: 'Dave Perkins said no', authorRole: 'resident' },
  post: { id: 'p-1', text: 'The new park is open', topics: ['parks'], kind: 'news' },
  links: ['https://example.org/y'],
  attachments: [
    { kind: 'image', altText: 'A sign', readable: true },
    { kind: 'video', transcript: 'Ring 07700 900456' },
  ],
};
const disclosure: ContentItem = {
  text: 'i am 12 and my stepdad Kevin hits me when mum is at work',
  now,
  author: { id: 'child-1' },
  parent: { text: 'are you ok' },
  post: { text: 'Ring us' },
  attachments: [{ kind: 'audio', transcript: 'he hits me' }],
};

async function full(item: ContentItem): Promise<EvidenceRecord> {
  return evidence(await classify(item), item);
}
async function redacted(item: ContentItem): Promise<EvidenceRecord> {
  return redactedEvidence(await classify(item), item);
}

beforeAll(async () => {
  // Compiles the rules.
  await classify({ text: 'hello', now });
}, 60_000);

describe('the record of a decision', () => {
  it('says who, where and when, in UTC and in local time', async () =>
    expect(await full(insult)).toMatchObject({
      variant: 'full',
      decision: { verdict: 'act', ruleset: { id: 'north-northamptonshire' } },
      time: { utc: '2026-06-10T09:00:00.000Z', local: '2026-06-10T10:00:00+01:00', zone: 'Europe/London' },
      item: { id: 'c-1', permalink: 'https://social.example/c-1' },
      visibility: 'public',
      author: { id: 'res-1', role: 'resident' },
      leftOut: [],
    }));

  it('keeps winter time apart from summer time', async () =>
    expect((await full({ text: 'Thanks', now: '2026-12-01T23:30:00-05:00' })).time).toEqual({
      utc: '2026-12-02T04:30:00.000Z',
      local: '2026-12-02T04:30:00+00:00',
      zone: 'Europe/London',
    }));

  it('holds the exact texts, each with its SHA-256', async () => {
    const record = await full(insult);
    expect(record.text).toEqual({ text: insult.text, sha256: hash(insult.text) });
    expect(record.parent).toEqual({
      text: { text: 'Dave Perkins said no', sha256: hash('Dave Perkins said no') },
      authorRole: 'resident',
    });
    expect(record.post).toEqual({
      id: 'p-1',
      text: { text: 'The new park is open', sha256: hash('The new park is open') },
    });
    expect(record.attachments).toEqual([
      { kind: 'image', readable: true, altText: { text: 'A sign', sha256: hash('A sign') } },
      { kind: 'video', transcript: { text: 'Ring 07700 900456', sha256: hash('Ring 07700 900456') } },
    ]);
    expect(record.links).toEqual(['https://example.org/y', 'https://example.org/x']);
  });

  it('holds the findings of the decision, with clauses and words', async () => {
    const decision = await classify(insult);
    const { findings } = evidence(decision, insult);
    expect(findings).toEqual(decision.findings);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('is plain data, the same every time, and shares nothing with the item', async () => {
    const decision = await classify(insult);
    const record = evidence(decision, insult);
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(JSON.stringify(evidence(decision, structuredClone(insult)))).toBe(JSON.stringify(record));
  });

  it('needs nothing but a text and a time', async () => {
    const record = await full({ text: 'You useless wanker', now });
    expect(record).toMatchObject({ item: {}, author: { role: 'unknown' }, attachments: [], links: [] });
    expect(record).not.toHaveProperty('parent');
    expect(record).not.toHaveProperty('post');
  });

  it('is refused for an item that is none', async () => {
    const decision = await classify({ text: 'hello', now });
    expect(() => evidence(decision, { text: 'hello' } as ContentItem)).toThrow(ContentItemError);
    expect(() => redactedEvidence(decision, {} as ContentItem)).toThrow(ContentItemError);
    expect(() => evidence(decision, { ...insult, permalink: '' })).toThrow(/permalink/);
  });
});

describe('how long a record is kept', () => {
  const of = (decision: Partial<Decision>) => async (text: string) =>
    evidence({ ...(await classify({ text, now })), ...decision }, { text, now });

  it('not at all for a comment that stays up, with nothing to capture', async () =>
    expect(await full({ text: 'Lovely park', now })).toMatchObject({
      retention: { outcome: 'allow', days: 0 },
      checklist: [],
    }));

  it('for 90 days for a review and a strike', async () => {
    expect((await of({ verdict: 'review', referrals: [] })('Lovely park')).retention).toEqual({
      outcome: 'review',
      days: 90,
      until: '2026-09-08',
      note: 'Keep it until 2026-09-08 (90 days), then destroy it.',
    });
    expect((await full(insult)).retention).toMatchObject({ outcome: 'strike', until: '2026-09-08' });
  });

  it('for election support as for any step, without a strike', async () => {
    const elections = [{ type: 'local', pollDate: '2026-06-18', noticeDate: '2026-05-12' }];
    expect((await full({ text: 'Vote Labour on Thursday', now, elections })).retention.outcome).toBe('act');
  });

  it('until the police or whoever it went to release it', async () => {
    const { retention, checklist } = await full({ text: 'I will stab that warden tonight', now });
    expect(retention).toMatchObject({ outcome: 'referred', days: 90 });
    expect(retention).not.toHaveProperty('until');
    expect(retention.note).toContain('at least until 2026-09-08');
    expect(checklist).toEqual(policy.evidence.checklist);
  });

  it('also where a comment stays up and was passed on', async () => {
    const referrals = [
      {
        to: 'fraud-team',
        obligation: 'may',
        urgency: 'routine',
        clauses: [],
        because: [],
        needsSignOff: false,
      },
    ] as const;
    const { retention, checklist } = await of({ verdict: 'allow', referrals })('Lovely park');
    expect(retention).toMatchObject({ outcome: 'referred', days: 0 });
    expect(retention.note).not.toContain('at least');
    expect(checklist).toEqual(policy.evidence.checklist);
  });

  it.each<[string, object, string]>([
    [
      'a strike that outlives its record',
      { strike: { days: 30 } },
      'retention-too-short policy.json retention.strike.days',
    ],
    [
      'a contact that is not there',
      { referred: { to: ['nobody'], until: 'it is over' } },
      'unknown-contact policy.json retention.referred.to[0]',
    ],
  ])('refuses rules with %s', (_, change, expected) => {
    const files = { 'policy.json': { ...policy, retention: { ...policy.retention, ...change } } };
    try {
      compileRuleset(smallPack({ rules: [{ id: 'trial/word', patterns: ['wally'] }], files }));
      expect.unreachable();
    } catch (error) {
      const problems = (error as RulePackError).problems ?? [];
      expect(problems.map(({ code, file, path }) => `${code} ${file} ${path}`)).toEqual([expected]);
    }
  });
});

describe('a redacted record', () => {
  it('holds no name, handle, phone number, address, link or id, and no hash from which one could be guessed', async () => {
    const record = await redacted(insult);
    const json = JSON.stringify(record);
    for (const secret of [
      'Hale',
      'Dave',
      'Perkins',
      'gaz',
      '07700',
      'example',
      'res-1',
      'c-1"',
      'p-1',
      'sha256',
    ])
      expect(json).not.toContain(secret);
    expect(record.text?.text).toBe(
      '[name] is a useless w4nker 😡 ring [handle] on [phone] or [email], see [link]',
    );
    expect(record.parent?.text?.text).toBe('[name] said no');
    expect(record.attachments[1]?.transcript?.text).toBe('Ring [phone]');
    expect(record.leftOut.join(' ')).toMatch(/check for other names/i);
  });

  it('takes out names that the caller knows, in full or by surname', async () => {
    const item: ContentItem = {
      text: 'Priya Rowan is a wanker, and Ashdown too',
      now,
      people: [{ name: 'Priya Rowan', role: 'staff' }],
      elections: [{ type: 'local', pollDate: '2026-12-01', candidates: ['Tom Ashdown'] }],
    };
    expect((await redacted(item)).text?.text).toBe('[name] is a wanker, and [name] too');
  });

  it('keeps what was found, where, and under which clause', async () => {
    const decision = await classify(insult);
    const record = redactedEvidence(decision, insult);
    expect(record.findings.map(({ ruleId, clauses }) => ({ ruleId, clauses }))).toEqual(
      decision.findings.map(({ ruleId, clauses }) => ({ ruleId, clauses })),
    );
    const [words] = record.findings.flatMap(({ spans }) => spans).filter(({ start }) => start < 10);
    expect(words?.text).toBe('[name] is a useless w4nker');
    expect(words).not.toHaveProperty('readAs');
    for (const { target } of record.findings) expect(target ?? {}).not.toHaveProperty('text');
  });

  it('leaves out the words of a disclosure', async () => {
    const record = await redacted(disclosure);
    const json = JSON.stringify(record);
    for (const word of ['stepdad', 'Kevin', 'i am 12', 'are you ok', 'child-1', 'he hits'])
      expect(json).not.toContain(word);
    expect(record).not.toHaveProperty('text');
    expect(record.post).toEqual({ text: { text: 'Ring us' } });
    expect(record.attachments).toEqual([{ kind: 'audio' }]);
    expect(record.leftOut.length).toBe(2);
    expect((await full(disclosure)).text?.text).toBe(disclosure.text);
  });
});

describe('what may show child abuse', () => {
  const item: ContentItem = {
    ...insult,
    text: 'dirty words here https://bad.example/z',
    attachments: [{ kind: 'image', altText: 'dirty picture', transcript: 'dirty talk' }],
  };
  async function judged(as: 'found' | 'precedence' | 'guard'): Promise<Decision> {
    const decision = await classify(insult);
    const finding = {
      ruleId: 'illegal-activity/imagery',
      category: 'illegal-activity',
      track: 'illegal-imagery',
      severity: 'severe',
      sureness: 'high',
      clauses: ['AUP-2.7'],
      message: 'Points to images of child abuse',
      spans: [{ field: 'text', start: 0, end: 5, text: 'dirty' }],
      target: { kind: 'person', text: 'dirty' },
    } as const;
    return as === 'found'
      ? { ...decision, findings: [finding], setAside: [] }
      : { ...decision, findings: [], setAside: [{ finding, why: as, by: 'x' }] };
  }

  it.each(['found', 'precedence'] as const)('gives its address and nothing of it: %s', async (as) => {
    const record = evidence(await judged(as), item);
    expect(record.variant).toBe('address-only');
    expect(JSON.stringify(record)).not.toMatch(/dirty|sha256|new park|Perkins/);
    expect(record).toMatchObject({
      item: { id: 'c-1', permalink: 'https://social.example/c-1' },
      author: { id: 'res-1' },
      links: ['https://example.org/y', 'https://bad.example/z'],
      post: { id: 'p-1' },
      attachments: [{ kind: 'image' }],
      checklist: policy.evidence.addressOnly,
    });
  });

  it('gives not even that when redacted', async () => {
    const record = redactedEvidence(await judged('found'), item);
    expect(JSON.stringify(record)).not.toMatch(/dirty|example|res-1|new park/);
    expect(record.leftOut.length).toBe(2);
  });

  it('is not meant by what a guard excused', async () =>
    expect(evidence(await judged('guard'), item).variant).toBe('full'));
});
