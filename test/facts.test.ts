import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextFacts } from '../src/facts/context.ts';
import { electionState } from '../src/facts/election.ts';
import { fingerprint, sameMessage } from '../src/facts/fingerprint.ts';
import { isOpen, nextOpening, workingDayClose } from '../src/facts/hours.ts';
import { FACTS, factDefault } from '../src/facts/registry.ts';
import { defaultPack } from '../src/index.ts';
import type { ContentItem } from '../src/model/item.ts';
import type { PolicyFile } from '../src/model/pack.ts';

const policy = defaultPack().files['policy.json'] as PolicyFile;

describe('office hours', () => {
  it.each([
    ['2026-11-20T16:44:59Z', true, 'the last second of Friday in winter'],
    ['2026-11-20T16:45:00Z', false, 'Friday closing'],
    ['2026-07-03T15:44:00Z', true, 'Friday 16:44 in summer'],
    ['2026-07-03T15:45:00Z', false, 'Friday 16:45 in summer'],
    ['2026-07-06T08:00:00Z', true, 'Monday 9:00 in summer'],
    ['2026-07-06T07:59:59Z', false, 'a second before'],
    ['2026-12-28T10:00:00Z', false, 'the substitute for Boxing Day'],
    ['2026-12-24T16:00:00Z', true, 'Christmas Eve, a Thursday'],
    ['2026-06-13T11:00:00+01:00', false, 'a Saturday'],
    ['2026-03-30T08:30:00Z', true, 'the Monday after the clocks go forward'],
  ])('%s is open: %s (%s)', (now, open) => expect(isOpen(now, policy.hours)).toBe(open));

  it.each([
    ['2026-06-12T17:00:00+01:00', '2026-06-15T09:00:00+01:00'],
    ['2026-06-10T07:00:00+01:00', '2026-06-10T09:00:00+01:00'],
    ['2026-12-24T18:00:00Z', '2026-12-29T09:00:00Z'],
    ['2026-03-28T12:00:00Z', '2026-03-30T09:00:00+01:00'],
  ])('after %s it opens at %s', (now, opening) =>
    expect(Date.parse(nextOpening(now, policy.hours) ?? '')).toBe(Date.parse(opening)),
  );

  it('counts working days over a weekend and a bank holiday', () => {
    expect(workingDayClose('2026-06-12T10:00:00+01:00', 1, policy.hours)).toBe(
      Date.parse('2026-06-15T17:00:00+01:00'),
    );
    expect(workingDayClose('2026-12-24T10:00:00Z', 1, policy.hours)).toBe(Date.parse('2026-12-29T17:00:00Z'));
  });

  it('knows no opening where the office never opens', () => {
    expect(
      nextOpening('2026-06-10T07:00:00Z', {
        ...policy.hours,
        week: [null, null, null, null, null, null, null],
      }),
    ).toBeUndefined();
  });
});

describe('the pre-election period', () => {
  const given = { type: 'local', pollDate: '2027-05-06', noticeDate: '2027-03-22' } as const;
  it.each([
    ['2027-03-21T23:59:59+00:00', false],
    ['2027-03-22T00:00:00+00:00', true],
    ['2027-05-06T21:59:59+01:00', true],
    ['2027-05-06T22:00:00+01:00', false],
  ])('runs from the day of notice to the close of poll: %s is %s', (now, inPeriod) => {
    expect(electionState(now, [given], policy)).toEqual({ inPeriod, estimated: false });
  });

  it('is flagged as estimated without a date of notice, unless another election settles it', () => {
    const computed = { type: 'local', pollDate: '2027-05-06' } as const;
    expect(electionState('2027-04-01T12:00:00Z', [computed], policy)).toEqual({
      inPeriod: true,
      estimated: true,
    });
    expect(electionState('2027-04-01T12:00:00Z', [computed, given], policy)).toEqual({
      inPeriod: true,
      estimated: false,
    });
    expect(electionState('2027-03-25T12:00:00Z', [computed], policy)).toEqual({
      inPeriod: false,
      estimated: false,
    });
  });
});

describe('a fingerprint', () => {
  const same = (a: string, b: string) => sameMessage(fingerprint(a), fingerprint(b));
  it.each([
    ['Where is the Elm Road report', 'WHERE is the elm road rep0rt??', true],
    ['Where is the Elm Road report', 'W H E R E is the Elm Road report 😡😡', true],
    [
      'Save our library, sign the petition today and share it with all your friends',
      'Save our library! Sign the petition today & share it with all your friend',
      true,
    ],
    [
      'Who let the contractor close the towpath for the whole of the summer holidays',
      'Who let the contactor close the towpath for the whole of the summer holidays, really? https://example.org/x @northnorthants',
      true,
    ],
    [
      'When does the library in Corby open again after the building works',
      'When does the library in Rushden open again after the building works',
      false,
    ],
    [
      'The street light outside the school on Mill Lane is out again',
      'The street light outside the church on Mill Lane is out again',
      false,
    ],
    ['Good for you', 'Good for you!', false],
    ['Absolute disgrace', 'Absolute disgrace', false],
    ['Pothole on Elm Road reported 3 weeks ago', 'Pothole on Elm Road reported 4 weeks ago', false],
    ['Where is the Elm Road report', 'Where is the Oak Street report', false],
    ['sign here petition.example/no20', 'SIGN HERE 👉 petition.example/no20', true],
    ['sign here petition.example/no20', 'sign here other.example/flats', false],
    ['Thank you!', 'Thank you!', false],
    ['👏👏👏👏👏👏👏👏👏', '👏👏👏👏👏👏👏👏👏', false],
  ])('of "%s" and "%s" is the same message: %s', (a, b, expected) => expect(same(a, b)).toBe(expected));

  it('is the same whatever the case, spacing, links, mentions, emoji and marks around the words', () => {
    const message = 'Bring back the night bus to Harrow Way before the winter';
    const around = fc.constantFrom(
      ' 😡',
      ' https://example.org/p?id=3',
      ' @northnorthants',
      '!!!',
      ' 🙏🙏',
      ' ...',
    );
    const cased = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll('o', '0'),
      (text: string) => text.replaceAll(' ', '   '),
      (text: string) => text.normalize('NFD').replaceAll('a', 'a\u0301'),
    );
    fc.assert(
      fc.property(fc.array(around, { maxLength: 4 }), fc.array(cased, { maxLength: 3 }), (marks, changes) =>
        same(message, changes.reduce((text, change) => change(text), message) + marks.join('')),
      ),
    );
  });

  it('is short, however long the text', () => {
    const long = fingerprint('The council closed the towpath and nobody asked the boaters. '.repeat(2000));
    expect(long.length).toBeLessThan(200);
    expect(long).not.toBe('');
  });

  it('holds no words', () => expect(fingerprint('Where is the Elm Road report')).toMatch(/^[0-9a-f-]+$/));
});

describe('facts of context', () => {
  const now = '2026-06-10T10:00:00+01:00';
  const of = (item: Partial<ContentItem>) =>
    contextFacts({ text: 'Where is the Elm Road report', now, ...item }, policy);

  it('counts the same message by the author within the window, this one included', () => {
    const recent = [
      { at: '2026-06-09T10:00:00+01:00', text: 'where is the elm road report?' },
      { at: '2026-06-10T08:00:00+01:00', fingerprint: fingerprint('Where is the Elm Road REPORT') },
      { at: '2026-06-10T09:00:00+01:00', text: 'Thanks all' },
      { at: '2026-05-01T09:00:00+01:00', text: 'Where is the Elm Road report' },
      { at: '2026-06-11T09:00:00+01:00', text: 'Where is the Elm Road report' },
    ];
    expect(of({ author: { history: { recent } } })).toMatchObject({
      sameMessageCount: 3,
      sameMessageHours: 24,
    });
    expect(of({})).toMatchObject({ sameMessageCount: 1, sameMessageHours: 0 });
  });

  it('counts upheld breaches that are recent, and requests that went unheeded', () => {
    const history = {
      breaches: [
        { at: '2026-06-01T10:00:00Z', clause: 'AUP-2.2c', upheld: true },
        { at: '2026-06-01T10:00:00Z', clause: 'AUP-2.2c', upheld: false },
        { at: '2026-01-01T10:00:00Z', clause: 'AUP-2.2c', upheld: true },
      ],
      removalRequests: [
        { at: '2026-06-05T10:00:00+01:00' },
        { at: '2026-06-05T10:00:00+01:00', removedAt: '2026-06-05T12:00:00+01:00' },
        { at: '2026-06-10T09:00:00+01:00' },
      ],
      blocks: [{ at: '2025-06-01T10:00:00Z' }],
    };
    expect(of({ author: { role: 'trader', history } })).toMatchObject({
      upheldBreaches: 1,
      ignoredRequests: 1,
      previousBlocks: 1,
      authorRole: 'trader',
    });
  });

  it('tells the rest', () => {
    const item: Partial<ContentItem> = {
      visibility: 'direct-message',
      parent: { authorRole: 'staff' },
      post: { kind: 'safety', topics: ['flood'] },
      scores: { toxicity: 0.4 },
      reports: [{ at: now, byVictim: true }],
      attachments: [{ kind: 'image', readable: false }],
      incident: true,
      now: '2026-06-13T10:00:00+01:00',
    };
    expect(of(item)).toMatchObject({
      directMessage: true,
      parentRole: 'staff',
      postKind: 'safety',
      postTopics: ['flood'],
      'score/toxicity': 0.4,
      reportCount: 1,
      reportedByVictim: true,
      unreadMedia: true,
      incident: true,
      monitored: true,
    });
    expect(of({ parent: {} })).toMatchObject({ parentRole: 'unknown' });
  });

  it('has a default for every fact that it gives', () => {
    for (const name of Object.keys(of({ scores: { toxicity: 0.4 } })))
      expect(factDefault(name), name).toBeDefined();
    expect(FACTS.every((fact) => fact.about.length > 10)).toBe(true);
  });
});
