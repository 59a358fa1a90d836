import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proportion } from '../src/authoring/proportion.ts';
import {
  backtest,
  classify,
  compileRuleset,
  defaultPack,
  type Label,
  type LabelledItem,
} from '../src/index.ts';
import { smallPack } from './support/pack.ts';

const now = '2026-06-10T10:00:00+01:00';
const row = (text: string, expect?: Label): LabelledItem => ({
  item: { text, now },
  ...(expect === undefined ? {} : { expect }),
});

const ruleset = compileRuleset(
  smallPack({
    rules: [
      { id: 'trial/plum', patterns: ['plum'] },
      { id: 'trial/damson', patterns: ['damson'] },
      { id: 'trial/quince', patterns: ['quince'], status: 'shadow' },
    ],
    files: {
      'categories/nut.json': {
        id: 'nut',
        title: 'Nuts',
        track: 'signpost',
        clauses: [],
        rules: [
          {
            id: 'nut/walnut',
            title: 'A walnut',
            severity: 'low',
            sureness: 'high',
            patterns: ['walnut'],
            falsePositives: 'None.',
            examples: { match: ['walnut', 'a walnut'], noMatch: ['nut', 'a nut'] },
          },
        ],
      },
    },
  }),
);

describe('a share', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I: method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d has the published interval', (count, of, low, high) => {
    const found = proportion(count, of);
    expect(found.share).toBeCloseTo(count / of, 10);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
  it('of all stays within 1, and of nothing is unknown', () => {
    expect(proportion(20, 20)).toMatchObject({ share: 1, high: 1 });
    expect(proportion(0, 0)).toEqual({ count: 0, of: 0, share: null, low: null, high: null });
  });
});

describe('backtest', () => {
  const rows = [
    row('a plum', { verdict: 'act', categories: ['trial'] }),
    row('plum and damson', { verdict: 'act', categories: ['trial'] }),
    row('a plum', { verdict: 'allow', categories: [] }),
    row('an apple', { verdict: 'act', categories: ['trial'] }),
    row('plum and walnut', { categories: ['trial', 'nut', 'livestock'] }),
    row('a walnut', { verdict: 'allow' }),
    row('a quince', { categories: ['trial'] }),
    row('a walnut'),
    row('a walnut', {}),
  ];
  const counts = ({ count, of }: { count: number; of: number }) => [count, of];

  it('counts rows by what their label names', async () => {
    expect(await backtest(ruleset, rows)).toMatchObject({
      rows: 9,
      judged: 9,
      labelled: { verdict: 5, categories: 6 },
      unlabelled: 2,
      invalid: { count: 0, listed: [], more: 0 },
    });
  });

  it('measures verdicts by what was expected and found', async () => {
    const { verdicts } = await backtest(ruleset, rows);
    expect(counts(verdicts.right)).toEqual([3, 5]);
    expect(verdicts.table).toMatchObject({
      act: { act: 2, review: 0, allow: 1 },
      allow: { act: 1, review: 0, allow: 1 },
    });
  });

  it('measures precision, recall and hit rate by category, and names labels that the rules do not know', async () => {
    const { categories } = await backtest(ruleset, rows);
    const found = categories.map(({ id, known, precision, recall, hitRate }) => [
      id,
      known,
      counts(precision),
      counts(recall),
      counts(hitRate),
    ]);
    expect(found).toEqual([
      ['livestock', false, [0, 0], [0, 1], [0, 9]],
      ['nut', true, [1, 1], [1, 1], [4, 9]],
      ['trial', true, [3, 4], [3, 5], [4, 9]],
    ]);
    expect(categories[2]?.recall).toEqual(proportion(3, 5));
  });

  it('measures each rule by the labels of its category, shadow rules too', async () => {
    const found = (await backtest(ruleset, rows)).rules.map((rule) => [
      rule.id,
      rule.shadow,
      counts(rule.precision),
      counts(rule.recall),
      counts(rule.hitRate),
      rule.alone,
    ]);
    expect(found).toEqual([
      ['nut/walnut', false, [1, 1], [1, 1], [4, 9], 4],
      ['trial/damson', false, [1, 1], [1, 5], [1, 9], 0],
      ['trial/plum', false, [3, 4], [3, 5], [4, 9], 3],
      ['trial/quince', true, [1, 1], [1, 5], [1, 9], 0],
    ]);
  });

  it('tells what fires together', async () => {
    const { overlap } = await backtest(ruleset, rows);
    expect(overlap.categories).toEqual([
      { ids: ['nut', 'trial'], ofFirst: proportion(1, 4), ofSecond: proportion(1, 4) },
    ]);
    expect(overlap.rules.map(({ ids }) => ids)).toEqual([
      ['nut/walnut', 'trial/plum'],
      ['trial/damson', 'trial/plum'],
    ]);
  });

  it('counts rows that can not be judged, with what is wrong, and goes on', async () => {
    const bad = [
      { text: 'secret', now },
      { item: { text: 'secret' }, expect: { verdict: 'act' } },
      { item: { text: 'secret', now }, expect: { verdct: 'act' } },
      { item: { text: 'secret', now }, expect: { verdict: 'secret' } },
    ] as unknown as LabelledItem[];
    async function* all() {
      yield* bad;
      yield row('a plum', { categories: ['trial'] });
    }
    const report = await backtest(ruleset, all());
    expect(report).toMatchObject({ rows: 5, judged: 1, invalid: { count: 4, more: 0 } });
    expect(
      report.invalid.listed.map(({ where, problems }) => [where, problems[0]?.code, problems[0]?.path]),
    ).toEqual([
      ['row 1', 'custom', 'item'],
      ['row 2', 'invalid-type', 'now'],
      ['row 3', 'unknown-key', 'expect.verdct'],
      ['row 4', 'invalid-value', 'expect.verdict'],
    ]);
    expect(JSON.stringify(report)).not.toContain('secret');
  });

  it('reads the shipped examples as they are, and agrees with what classify says of each', async () => {
    const examples = readFileSync('examples/comments.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LabelledItem);
    const shipped = compileRuleset(defaultPack());
    const report = await backtest(shipped, examples);
    const found = await Promise.all(examples.map(({ item }) => classify(item, { ruleset: shipped })));
    const withAbuse = found.map(({ findings }) => findings.some(({ category }) => category === 'abuse'));
    const labelled = examples.map(({ expect }) => expect?.categories?.includes('abuse') === true);
    const abuse = report.categories.find(({ id }) => id === 'abuse');
    expect(report.labelled).toEqual({ verdict: examples.length, categories: examples.length });
    expect(abuse?.hitRate.count).toBe(withAbuse.filter(Boolean).length);
    expect(abuse?.recall.count).toBe(withAbuse.filter((hit, i) => hit && labelled[i]).length);
    expect(abuse?.recall.count).toBeGreaterThan(0);
  });
});
