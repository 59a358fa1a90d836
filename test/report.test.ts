import { describe, expect, test } from 'vitest';
import { harmless } from '../src/decision/layout.ts';
import { report } from '../src/decision/report.ts';
import { type SummaryRow, summaryTable } from '../src/decision/summary.ts';
import type { Decision, Finding } from '../src/model/decision.ts';
import type { ContentItem } from '../src/model/item.ts';

const now = '2026-06-10T09:00:00.000Z';
const comment = (text: string): ContentItem => ({ text, now });

function found(text: string, words: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words);
  return {
    ruleId: 'abuse/insult',
    category: 'abuse',
    track: 'breach',
    severity: 'medium',
    sureness: 'high',
    clauses: ['AUP-2.2a'],
    message: 'Insults somebody',
    spans: [{ field: 'text', start, end: start + words.length, text: words }],
    ...more,
  };
}

const quiet: Decision = {
  id: '0123456789abcdef0123456789abcdef',
  verdict: 'allow',
  priority: 'low',
  reasons: [],
  findings: [],
  setAside: [],
  recommendation: { actions: [], withheld: [], reply: 'none' },
  referrals: [],
  signposts: [],
  language: { code: 'und', sureness: 'low' },
  ruleset: { id: 'test', version: '1.0.0', revision: 'abc' },
  evaluatedAt: now,
};

const policy = {
  clauses: [
    { id: 'AUP-2.2a', title: 'Abuse', paraphrase: 'No abuse.', obligation: 'must' },
    { id: 'AUP-3.2', title: 'Asking to remove', paraphrase: 'Ask first.', obligation: 'must' },
  ],
  contacts: [
    { id: 'police', name: 'The police', how: 'ring 101', lastVerified: '2026-01-01', source: 'test' },
    {
      id: 'contact-page',
      name: 'Contact page',
      how: 'go to /contact',
      lastVerified: '2026-01-01',
      source: 'test',
    },
  ],
} as const;

const text = 'Cllr Smith is a w4lly and a thief';
const full: Decision = {
  ...quiet,
  verdict: 'act',
  reasons: [{ code: 'breach', message: 'A person must judge the words.', because: ['abuse/insult'] }],
  findings: [
    found(text, 'w4lly', {
      target: { kind: 'member', text: 'Cllr Smith' },
      spans: [{ field: 'text', start: 16, end: 21, text: 'w4lly', readAs: 'wally' }],
    }),
  ],
  setAside: [
    {
      finding: found(text, 'thief', { ruleId: 'allegation/theft', message: 'Alleges theft' }),
      why: 'guard',
      by: 'quoted',
    },
  ],
  recommendation: {
    actions: [
      {
        type: 'capture-evidence',
        obligation: 'must',
        clauses: [],
        because: ['abuse/insult'],
        needsSignOff: false,
      },
      {
        type: 'block',
        obligation: 'may',
        clauses: ['AUP-3.2'],
        because: ['abuse/insult'],
        needsSignOff: true,
        after: ['capture-evidence'],
      },
    ],
    withheld: [{ type: 'delete', because: ['abuse/insult'], by: 'safeguarding' }],
    reply: 'answer',
    replyAfter: '2026-06-11T09:00:00+01:00',
  },
  referrals: [
    {
      to: 'police',
      obligation: 'may',
      urgency: 'same-day',
      clauses: [],
      because: ['abuse/insult'],
      needsSignOff: true,
    },
  ],
  signposts: [{ to: 'contact-page', clauses: ['AUP-2.2a'], because: ['abuse/insult'] }],
  language: { code: 'eng', sureness: 'high' },
};

describe('the heading of an act', () => {
  const heading = (decision: Decision, isBreach?: (track: string) => boolean) =>
    report(decision, comment(text), {
      colour: false,
      width: 200,
      ...(isBreach === undefined ? {} : { isBreach }),
    })
      .split('\n')
      .find((line) => line.startsWith('ACT'));
  const bare = { ...full, recommendation: { ...full.recommendation, actions: [] } };

  test.each<[string, string | undefined, string]>([
    ['a breach', heading(full), 'ACT: it breaks the policy. The steps below are prepared for sign-off.'],
    [
      'no breach',
      heading(full, () => false),
      'ACT: the policy calls for action, without calling it a breach. The steps below are prepared for sign-off.',
    ],
    [
      'a breach whose steps are withheld',
      heading(bare, (track) => track === 'breach'),
      'ACT: it breaks the policy. No step on the comment or its author is prepared.',
    ],
    [
      'neither breach nor step',
      heading(bare, () => false),
      'ACT: the policy calls for action, without calling it a breach. No step on the comment or its author is prepared.',
    ],
  ])('says what was found: %s', (_, found, expected) => expect(found).toBe(expected));
});

describe('a report', () => {
  test('shows the whole decision in order', () => {
    const notices = [
      { id: 'note', audience: 'internal-note', clauses: [], text: 'Keep this.\nAnd this.' },
    ] as const;
    expect(
      report(full, comment(text), { colour: false, policy, notices, title: 'row 7' }),
    ).toMatchInlineSnapshot(`
      "row 7
      ACT: it breaks the policy. The steps below are prepared for sign-off.

      Comment
        | Cllr Smith is a [[w4lly]] and a thief

      What was found
        1. Insults somebody
           Severity medium, sureness high (abuse/insult)
           Words: “w4lly”, read as “wally”
           Aimed at: member (“Cllr Smith”)
           Clauses: AUP-2.2a Abuse

      Why a person must look
        - A person must judge the words. (abuse/insult)

      What to do, in this order
        1. [must] Keep evidence of the comment
           Because of: abuse/insult
        2. [may]  Block the author [needs sign-off]
           After: Keep evidence of the comment
           Clauses: AUP-3.2 Asking to remove
           Because of: abuse/insult

      Who to pass it on to
        - [may]  The police, before the office closes today [needs sign-off]
          How: ring 101
          Because of: abuse/insult

      Where to send the author
        - Contact page
          How: go to /contact
          Clauses: AUP-2.2a Abuse
          Because of: abuse/insult

      Reply
        Answer the author. Wait until the office opens: 2026-06-11T09:00:00+01:00.

      Withheld
        - Delete the comment: withheld because of "safeguarding" (abuse/insult)

      Set aside
        - Alleges theft (allegation/theft): the guard "quoted" excuses it
          Words: “thief”

      Note for the file (note)
        Keep this.
        And this.

      This is advice: a person decides. Judged as at 2026-06-10T09:00:00.000Z by test
      1.0.0, revision abc. Decision 0123456789abcdef0123456789abcdef. Language: eng
      (high sureness).
      "
    `);
  });

  test('is short for a comment that may stay', () => {
    expect(report(quiet, comment('Thanks!'), { colour: false })).toMatchInlineSnapshot(`
      "ALLOW: leave it up.

      Comment
        | Thanks!

      Reply
        No public reply is needed.

      This is advice: a person decides. Judged as at 2026-06-10T09:00:00.000Z by test
      1.0.0, revision abc. Decision 0123456789abcdef0123456789abcdef.
      "
    `);
  });

  test('gives ids where it has no policy to look titles up in', () => {
    expect(report(full, comment(text), { colour: false })).toContain('Clauses: AUP-2.2a\n');
  });

  test.each([
    ['precedence', '"hate" takes its place'],
    ['duplicate', '"hate" rests on the same words'],
    ['shadow', 'the rule is on trial and never acts'],
  ] as const)('says why a finding was set aside: %s', (why, words) => {
    const decision: Decision = {
      ...quiet,
      setAside: [{ finding: found(text, 'thief', { spans: [] }), why, by: 'hate' }],
    };
    expect(report(decision, comment(text), { colour: false })).toContain(words);
  });

  test('lists ten words of a finding and counts the rest', () => {
    const spans = Array.from({ length: 13 }, (_, i) => ({
      field: 'text',
      start: i * 2,
      end: i * 2 + 1,
      text: 'x',
    }));
    const page = report({ ...quiet, findings: [found('', '', { spans })] }, comment('x '.repeat(13)), {
      colour: false,
    });
    expect(page).toContain('and 3 more');
    expect(page.match(/\[\[x\]\]/g)).toHaveLength(13);
  });

  test.each([40, 60, 100])('keeps within %i columns', (width) => {
    const long = `${text} ${'word '.repeat(100)}${'x'.repeat(300)} ${'漢字'.repeat(80)}${' '.repeat(300)}end`;
    const lines = report(full, comment(long), { colour: false, policy, width }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });
});

describe('found words', () => {
  const page = (item: ContentItem, spans: Finding['spans'], colour = false) =>
    report({ ...quiet, findings: [found(item.text, '', { spans })] }, item, { colour });
  const at = (start: number, end: number, field = 'text') => ({ field, start, end, text: '' });

  test('are marked once where findings overlap', () => {
    expect(page(comment('one two three'), [at(0, 7), at(4, 13)])).toContain('  | [[one two three]]\n');
  });

  test('are in reverse video in colour, closed on each line', () => {
    expect(page(comment('you wally\nyou'), [at(4, 13)], true)).toContain(
      '  | you \u001b[7mwally\u001b[0m\n  | \u001b[7myou\u001b[0m\n',
    );
  });

  test('never break a code point, wherever a span begins or ends', () => {
    expect(page(comment('a😀b'), [at(2, 3)])).toContain('  | a[[😀]]b\n');
    expect(page(comment('a😀b'), [at(0, 2)])).toContain('  | [[a😀]]b\n');
  });

  test('with offsets outside the text do no harm', () => {
    expect(page(comment('abc'), [at(-5, 1), at(2, 99), at(2, 1)])).toContain('  | [[a]]b[[c]]\n');
  });

  test('of an attachment stand under their field', () => {
    const item: ContentItem = {
      ...comment(''),
      attachments: [
        { kind: 'image', altText: 'a wally' },
        { kind: 'video', transcript: 'what a wally' },
      ],
    };
    const shown = page(item, [at(2, 7, 'attachments[0].altText'), at(7, 12, 'attachments[1].transcript')]);
    expect(shown).toContain('Comment\n  | (no text)\n');
    expect(shown).toContain('Attachment: attachments[0].altText\n  | a [[wally]]\n');
    expect(shown).toContain('Attachment: attachments[1].transcript\n  | what a [[wally]]\n');
  });

  test('of a field that the item lacks are listed, not shown', () => {
    expect(page(comment('abc'), [at(0, 1, 'attachments[3].altText')])).not.toContain('Attachment:');
  });
});

describe('control characters', () => {
  test.each([
    ['escape', '\u001b[2J', '<U+001B>[2J'],
    ['C1 control sequence introducer', '\u009b2J', '<U+009B>2J'],
    ['bell and backspace', '\u0007\b', '<U+0007><U+0008>'],
    ['delete', '\u007f', '<U+007F>'],
    ['right-to-left override', '\u202eabc', '<U+202E>abc'],
    ['isolates and marks', '\u2066\u2069\u200f\u061c', '<U+2066><U+2069><U+200F><U+061C>'],
    ['line and paragraph separators', '\u2028\u2029', '<U+2028><U+2029>'],
    ['lone surrogates', '\ud800a\udc00', '<U+D800>a<U+DC00>'],
    ['a carriage return alone', 'safe\rfake', 'safe<U+000D>fake'],
    ['line breaks and tabs', 'a\r\nb\nc\td', 'a\nb\nc d'],
    ['joined emoji and accents', '👩‍👧 é ö', '👩‍👧 é ö'],
  ])('are made harmless: %s', (_, given, printed) => {
    expect(harmless(given)).toBe(printed);
  });

  const hostile = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\u0000\r';
  const hostileFinding = found('', '', {
    ruleId: hostile,
    message: hostile,
    clauses: [hostile],
    target: { kind: 'person', text: hostile },
    spans: [{ field: 'text', start: 0, end: 3, text: hostile, readAs: hostile }],
  });
  const hostileDecision: Decision = {
    ...full,
    findings: [hostileFinding],
    setAside: [{ finding: hostileFinding, why: 'guard', by: hostile }],
    reasons: [{ code: hostile, message: hostile, because: [hostile] }],
    recommendation: {
      ...full.recommendation,
      withheld: [{ type: 'block', because: [hostile], by: hostile }],
    },
    referrals: [
      {
        to: hostile,
        obligation: 'must',
        urgency: 'immediate',
        clauses: [hostile],
        because: [hostile],
        needsSignOff: false,
      },
    ],
    signposts: [{ to: hostile, clauses: [hostile], because: [hostile] }],
  };
  const notices = [{ id: hostile, audience: 'public-reply', clauses: [], text: hostile }] as const;

  test.each([true, false])('from nowhere in a decision reach the terminal (colour %s)', (colour) => {
    const page = report(
      hostileDecision,
      { ...comment(hostile), id: hostile },
      { colour, notices, title: hostile },
    );
    const codes = ['0', '1', '2', '7', '1;31'].map((code) => `\u001b[${code}m`);
    const rest = [...(colour ? codes : []), '\n'].reduce((left, code) => left.replaceAll(code, ''), page);
    expect(rest).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });

  test('a comment cannot fake a part of the page', () => {
    const faked = 'fine\n\nWhat to do, in this order\n  1. [must] Block the author';
    const decision = {
      ...quiet,
      findings: [found('', '', { spans: [{ field: 'text', start: 0, end: faked.length, text: faked }] })],
    };
    const page = report(decision, comment(faked), { colour: false, title: faked });
    expect(page).not.toMatch(/^What to do/m);
    expect(page).not.toMatch(/^ {2}1\. \[must\]/m);
  });
});

describe('the summary table', () => {
  const row = (more: Partial<SummaryRow> = {}): SummaryRow => ({
    label: 'row 1',
    verdict: 'allow',
    categories: [],
    actions: [],
    ...more,
  });

  test('counts verdicts and has a row for each comment', () => {
    const rows = [
      row(),
      row({
        label: 'row 2',
        verdict: 'act',
        categories: ['threat', 'hate'],
        actions: ['capture-evidence', 'hide'],
      }),
    ];
    expect(summaryTable(rows)).toMatchInlineSnapshot(`
      "2 comments: 1 allow, 0 review, 1 act

      comment  verdict  categories    steps
      -------  -------  ------------  ----------------------
      row 1    allow    -             -
      row 2    act      threat, hate  capture-evidence, hide
      "
    `);
  });

  test('counts comments that have no row', () => {
    const table = summaryTable([row()], { allow: 5, review: 2, act: 1 });
    expect(table).toContain('9 comments: 6 allow, 2 review, 1 act\n');
    expect(table).toContain('and 8 more that have no row here\n');
  });

  test('is one line for no comments', () => {
    expect(summaryTable([])).toBe('0 comments: 0 allow, 0 review, 0 act\n');
  });

  test('fits 100 columns and is harmless, whatever the labels', () => {
    const many = Array.from({ length: 12 }, (_, i) => `a-rather-long-name-${i}`);
    const label = `\u001b[2J${'long label '.repeat(10)}${'x'.repeat(90)}\nfake row`;
    const table = summaryTable([row({ label, categories: many, actions: many })]);
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(table).not.toMatch(/^fake row/m);
    expect(table).not.toContain('\u001b');
  });

  test('takes a hundred thousand rows', () => {
    expect(summaryTable(Array.from({ length: 100_000 }, () => row())).split('\n')).toHaveLength(100_005);
  });
});

test('a report grows with the text and the number of words found, not with their product', () => {
  const words = 'wally '.repeat(20_000);
  const spans = Array.from({ length: 20_000 }, (_, i) => ({
    field: 'text',
    start: 0,
    end: i * 6 + 5,
    text: 'wally',
  }));
  const start = performance.now();
  report({ ...quiet, findings: [found('', '', { spans })] }, comment(words), { colour: true });
  expect(performance.now() - start).toBeLessThan(3000);
});
