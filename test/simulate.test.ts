import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ContentItem, classify, compileRuleset, simulate } from '../src/index.ts';
import type { CategoryFile, LadderFile, PolicyFile, Rule, RulePack } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { compileBeside, partsOf } from '../src/pack/compile.ts';
import { examplesOf } from './support/examples.ts';
import { smallPack } from './support/pack.ts';

/** Rows between which memory is compared. */
const [FIRST, LAST] = [1500, 6500];
const now = '2026-06-10T10:00:00+01:00';
const item = (text: string, id?: string): ContentItem => ({ text, now, ...(id === undefined ? {} : { id }) });

const shipped = readPack();

/** A copy of the shipped pack in which one rule is changed. */
function withRule(id: string, change: Partial<Rule>): RulePack {
  const path = `categories/${id.split('/')[0]}.json`;
  const category = shipped.files[path] as CategoryFile;
  const rules = category.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
  return { files: { ...shipped.files, [path]: { ...category, rules } } };
}

/** What each item gets by itself, but for the ruleset's stamp and the id that it is hashed into. */
async function contents(items: readonly ContentItem[], pack: RulePack): Promise<string[]> {
  const ruleset = compileRuleset(pack);
  const found: string[] = [];
  for (const one of items) {
    const { id: _, ruleset: __, ...content } = await classify(one, { ruleset });
    found.push(JSON.stringify(content));
  }
  return found;
}

describe('on the shipped pack and a copy, by all embedded examples', () => {
  const items = examplesOf(shipped).map((example) => example.item);
  let plain: readonly string[];
  beforeAll(async () => {
    plain = await contents(items, shipped);
  }, 240_000);

  it.each([
    ['one rule made graver', 'swearing/mild', { severity: 'high' }, 20],
    ['one rule without its guards', 'abuse/insult', { guards: [] }, 2],
  ] as const)(
    'lists exactly the decisions that differ: %s',
    async (_, id, change, least) => {
      const [before, after] = [shipped, withRule(id, change)];
      const changed = await contents(items, after);
      const expected = changed.flatMap((content, i) => (content === plain[i] ? [] : [i + 1]));
      expect(expected.length).toBeGreaterThan(least);
      const report = await simulate(compileRuleset(before), compileRuleset(after), items, {
        limit: items.length,
      });
      const listed = report.kinds.flatMap((kind) => kind.listed);
      expect(listed.map(({ row }) => row).sort((a, b) => a - b)).toEqual(expected);
      expect(report).toMatchObject({ rows: items.length, judged: items.length, changed: expected.length });
      for (const { before: old, after: young } of listed)
        expect([...old.rules, ...young.rules].map(({ ruleId }) => ruleId)).toContain(id);
      expect(report.rules.find(({ ruleId }) => ruleId === id)?.rows).toBe(expected.length);
    },
    240_000,
  );
});

const groups = [{ classes: ['fruit'], terms: ['plum', 'damson', 'quince'] }];
const rules: readonly (Partial<Rule> & { id: string })[] = [
  { id: 'trial/fruit', patterns: ['@fruit'], severity: 'medium' },
  { id: 'trial/nut', patterns: ['walnut'], severity: 'medium', sureness: 'low' },
];
const small = (edit: Parameters<typeof smallPack>[0] = {}) =>
  compileRuleset(smallPack({ groups, rules, ...edit }));
const edited = (id: string, change: Partial<Rule>) =>
  small({ rules: rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) });

describe('kinds of change', () => {
  const kinds = async (after: ReturnType<typeof small>, ...texts: string[]) => {
    const report = await simulate(
      small(),
      after,
      texts.map((text) => item(text)),
    );
    return report.kinds.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]);
  };

  it.each([
    ['a review that becomes an act', edited('trial/nut', { sureness: 'high' }), 'newly-acted-on', 1],
    ['an act that becomes a review', edited('trial/fruit', { sureness: 'low' }), 'newly-reviewed', 2],
    ['an act that goes', edited('trial/fruit', { severity: 'none' }), 'newly-allowed', 2],
    ['an act with other steps', edited('trial/fruit', { track: 'serious' }), 'step', 2],
    [
      'an act that is also signposted',
      edited('trial/fruit', { signpost: ['crisis-support'] }),
      'referral',
      2,
    ],
    ['another clause alone', edited('trial/nut', { clauses: ['AUP-2.2d'] }), 'finding', 1],
  ] as const)('%s', async (_, after, kind, count) => {
    expect(await kinds(after, 'a plum', 'a walnut', 'a damson', 'an apple')).toEqual([[kind, count]]);
  });

  it('of a word that was added, and of one that was dropped', async () => {
    const after = small({ groups: [{ classes: ['fruit'], terms: ['plum', 'damson', 'medlar'] }] });
    expect(await kinds(after, 'a medlar', 'a quince', 'a plum')).toEqual([
      ['newly-acted-on', 1],
      ['newly-allowed', 1],
    ]);
  });

  it('of a condition that was added, and of settings that a condition reads', async () => {
    const asked = { fact: 'question', operator: 'equal', value: true } as const;
    expect(await kinds(edited('trial/fruit', { when: asked }), 'a plum', 'a plum?', 'a walnut')).toEqual([
      ['newly-allowed', 1],
    ]);
    const closed = { fact: 'monitored', operator: 'equal', value: false } as const;
    const timed = rules.map((rule) => (rule.id === 'trial/fruit' ? { ...rule, when: closed } : rule));
    const policy = shipped.files['policy.json'] as PolicyFile;
    const never = { ...policy, hours: { ...policy.hours, week: policy.hours.week.map(() => null) } };
    const report = await simulate(
      small({ rules: timed }),
      small({ rules: timed, files: { 'policy.json': never } }),
      [item('a plum'), item('an apple')],
    );
    expect(report.kinds.find(({ kind }) => kind === 'newly-acted-on')?.listed.map(({ row }) => row)).toEqual([
      1,
    ]);
  });

  it('are none between a ruleset and itself', async () => {
    const report = await simulate(small(), small(), [item('a plum'), item('an apple')]);
    expect(report.changed).toBe(0);
    expect(report.verdicts.act.act).toBe(1);
    expect(report.verdicts.allow.allow).toBe(1);
  });

  it('are told apart from an edit of the very pack that was compiled before', async () => {
    const pack = structuredClone(smallPack({ groups, rules })) as { files: Record<string, unknown> };
    const before = compileRuleset(pack);
    (pack.files['lexicons/small.en.json'] as { groups: unknown[] }).groups = [
      { classes: ['fruit'], terms: ['plum'] },
    ];
    const report = await simulate(before, compileRuleset(pack), [item('a quince'), item('a plum')]);
    expect(report.kinds.find(({ kind }) => kind === 'newly-allowed')?.listed.map(({ row }) => row)).toEqual([
      1,
    ]);
  });
});

describe('what is told of a change', () => {
  it('is both sides, the rule and its words, and where it stands', async () => {
    const after = edited('trial/nut', { sureness: 'high' });
    const report = await simulate(small(), after, [item('apple'), item('What a walnut you are', 'c-7')]);
    const listed = report.kinds.flatMap((kind) => kind.listed);
    const words = [{ field: 'text', start: 7, end: 13, text: 'walnut' }];
    const rule = { ruleId: 'trial/nut', severity: 'medium', words };
    expect(listed).toMatchObject([
      {
        kind: 'newly-acted-on',
        row: 2,
        where: 'row 2',
        id: 'c-7',
        before: { verdict: 'review', actions: [], rules: [{ ...rule, sureness: 'low' }] },
        after: { verdict: 'act', reply: 'ask-to-remove', rules: [{ ...rule, sureness: 'high' }] },
      },
    ]);
    expect(listed[0]?.after.actions[0]).toEqual({
      type: 'ask-to-remove',
      obligation: 'must',
      needsSignOff: false,
    });
    expect(JSON.stringify(report)).not.toContain('What a');
    const shown = await simulate(small(), after, [item('What a walnut')], { showText: true });
    expect(shown.kinds[0]?.listed[0]?.text).toBe('What a walnut');
  });

  it('names a guard that puts the words aside on one side', async () => {
    const negator = { classes: ['negator'], terms: ['no'] };
    const guards = [
      { id: 'negated', about: 'No.', kind: 'near', class: 'negator', within: 2, side: 'before' },
    ] as const;
    const before = small({ groups: [...groups, negator], guards });
    const guarded = rules.map((rule) => ({ ...rule, guards: ['negated'] }));
    const after = small({ groups: [...groups, negator], guards, rules: guarded });
    const report = await simulate(before, after, [item('no plum')]);
    expect(report.kinds.flatMap((kind) => kind.listed)[0]).toMatchObject({
      kind: 'newly-allowed',
      before: { rules: [{ ruleId: 'trial/fruit' }] },
      after: { rules: [{ ruleId: 'trial/fruit', setAside: { why: 'guard', by: 'negated' } }] },
    });
  });

  it('names the rules whose steps differ where only the ladder has changed', async () => {
    const ladder = structuredClone(shipped.files['ladder.json']) as LadderFile;
    const { vetoes } = smallPack({}).files['ladder.json'] as LadderFile;
    const tracks = ladder.tracks.map((track) => (track.id === 'breach' ? { ...track, act: {} } : track));
    const after = small({ files: { 'ladder.json': { ...ladder, vetoes, tracks } } });
    const report = await simulate(small(), after, [item('a plum and a walnut')]);
    expect(report.kinds.flatMap((kind) => kind.listed)).toMatchObject([
      { kind: 'step', before: { rules: [{ ruleId: 'trial/fruit' }] }, after: { actions: [], rules: [] } },
    ]);
  });

  it('counts every row by kind and rule, and says how many it does not list', async () => {
    const after = edited('trial/fruit', { sureness: 'low' });
    async function* items() {
      for (let i = 0; i < 50; i++) yield item(i % 2 === 0 ? 'a plum' : 'an apple');
    }
    const report = await simulate(small(), after, items(), { limit: 3 });
    const kind = report.kinds.find(({ count }) => count > 0);
    expect(kind).toMatchObject({ kind: 'newly-reviewed', count: 25, more: 22 });
    expect(kind?.listed.map(({ row }) => row)).toEqual([1, 3, 5]);
    expect(report.rules).toEqual([
      {
        ruleId: 'trial/fruit',
        rows: 25,
        byKind: {
          'newly-acted-on': 0,
          'newly-reviewed': 25,
          'newly-allowed': 0,
          step: 0,
          referral: 0,
          finding: 0,
        },
      },
    ]);
    expect(report.verdicts.act.review).toBe(25);
  });
});

describe('memory', () => {
  // test/speed/million.test.ts measures the shipped rules; here, what a row leaves behind, whatever the rules.
  it('does not grow with rows', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const rules = (severity: 'low' | 'high') =>
      compileRuleset(
        smallPack({
          groups: [{ classes: ['colour'], terms: ['red'] }],
          rules: [{ id: 'trial/red', patterns: ['@colour'], severity }],
        }),
      );
    const used: number[] = [];
    function* rows() {
      for (let row = 0; row <= LAST; row++) {
        if (row === FIRST || row === LAST) {
          collect();
          used.push(process.memoryUsage().heapUsed);
        }
        yield item(`${row % 10 === 0 ? 'Red' : 'Blue'} number ${row} of word${row}`, `c${row}`);
      }
    }
    const report = await simulate(rules('low'), rules('high'), rows());
    expect(report.changed).toBe(LAST / 10 + 1);
    const [before = 0, after = 0] = used;
    // An item that is kept takes some hundreds of bytes, a decision thousands; the engine's own code grows a little too.
    expect((after - before) / (LAST - FIRST)).toBeLessThan(200);
  }, 240_000);
});

describe('a ruleset compiled beside another', () => {
  const base = compileRuleset(smallPack({ rules: [{ id: 'trial/red', patterns: ['red'] }] }));
  const beside = (change: object) =>
    compileBeside(base, smallPack({ rules: [{ id: 'trial/red', patterns: ['red'], ...change }] }));

  it('takes what that one reads by, if its own is the same, and is itself in all else', () => {
    const { lexicon, reader } = partsOf(base);
    const graver = beside({ severity: 'high' });
    expect(partsOf(graver)).toMatchObject({ lexicon, reader });
    expect(partsOf(graver).byId.get('trial/red')?.severity).toBe('high');
    expect(graver.revision).not.toBe(base.revision);
    expect(partsOf(beside({ patterns: ['blue'] })).lexicon).not.toBe(lexicon);
    expect(() => beside({ track: 'none' })).toThrow(/track/);
  });
});

describe('rows that can not be judged', () => {
  it('are counted with row and error, without their text, and the rest is judged', async () => {
    const bad = [
      { text: 'secret' },
      'secret',
      { text: 5, now, 'secret words': 1 },
    ] as unknown as ContentItem[];
    const seen: number[] = [];
    const report = await simulate(
      small(),
      edited('trial/fruit', { sureness: 'low' }),
      [item('a plum'), ...bad, item('a damson')],
      { limit: 2, onProgress: ({ rows, changed, invalid }) => seen.push(rows, changed, invalid) },
    );
    expect(report).toMatchObject({ rows: 5, judged: 2, changed: 2 });
    expect(report.invalid).toMatchObject({ count: 3, more: 1 });
    expect(report.invalid.listed).toMatchObject([
      { row: 2, where: 'row 2', problems: [{ code: 'invalid-type', path: 'now' }] },
      { row: 3, where: 'row 3', problems: [{ code: 'invalid-type', path: '' }] },
    ]);
    expect(JSON.stringify(report)).not.toContain('secret');
    expect(seen).toEqual([1, 1, 0, 2, 1, 1, 3, 1, 2, 4, 1, 3, 5, 2, 3]);
  });

  it('do not hide a source that fails', async () => {
    // biome-ignore lint/correctness/useYield: it fails before there is anything to yield.
    async function* broken(): AsyncGenerator<ContentItem> {
      throw new RangeError('gone');
    }
    await expect(simulate(small(), small(), broken())).rejects.toThrow('gone');
  });

  it('are none of a thing that is no ruleset', async () => {
    await expect(simulate({} as ReturnType<typeof small>, small(), [])).rejects.toThrow(
      'Expected a ruleset made by compileRuleset()',
    );
  });
});
