import { describe, expect, it } from 'vitest';
import {
  classify,
  compileRuleset,
  defaultPack,
  formatTestReport,
  RulePackError,
  type TestReport,
  testPack,
} from '../src/index.ts';
import type {
  CategoryFile,
  Example,
  Examples,
  Guard,
  LadderFile,
  NoticesFile,
  Rule,
  RuleExamples,
  RulePack,
} from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { smallPack } from './support/pack.ts';

const now = '2026-06-10T10:00:00+01:00';
const groups = [
  { classes: ['colour'], severity: 'high' as const, terms: ['red', 'blue'] },
  { classes: ['negator'], terms: ['not', 'never'] },
];
const negated: Guard = {
  id: 'negated',
  about: 'Not.',
  kind: 'near',
  class: 'negator',
  within: 3,
  side: 'before',
};
const sound: Partial<Rule> & { id: string } = {
  id: 'trial/lid',
  patterns: ['@colour lid'],
  guards: ['negated'],
  examples: { match: ['a red lid', 'that blue lid'], noMatch: ['not a red lid', 'the lid of a red bin'] },
};

/** A pack with one rule that has some examples besides those that are right. */
function packWith(examples: Partial<RuleExamples>, rule: Partial<Rule> = {}): RulePack {
  const { match = [], noMatch = [], todo } = examples;
  return smallPack({
    groups,
    guards: [negated],
    rules: [
      {
        ...sound,
        ...rule,
        examples: {
          match: [...(sound.examples?.match ?? []), ...match],
          noMatch: [...(sound.examples?.noMatch ?? []), ...noMatch],
          ...(todo === undefined ? {} : { todo }),
        },
      },
    ],
  });
}

const codesOf = ({ failures }: TestReport) => failures.map(({ code }) => code);

describe('testPack: examples', () => {
  it('passes a rule whose examples come out as it says', async () => {
    const report = await testPack(packWith({}));
    expect(report.failures).toEqual([]);
    expect(report.examples).toEqual({ match: 2, noMatch: 2, todo: 0 });
  });

  it('tells an example that is not found, where it stands and what put it aside', async () => {
    const { failures } = await testPack(packWith({ match: ['never a blue lid', 'a green lid'] }));
    expect(failures).toEqual([
      {
        code: 'not-found',
        file: 'categories/trial.json',
        path: 'rules[0].examples.match[2]',
        ruleId: 'trial/lid',
        text: 'never a blue lid',
        message: expect.stringContaining('The guard "negated" put ["blue lid"] aside.'),
      },
      expect.objectContaining({
        code: 'not-found',
        path: 'rules[0].examples.match[3]',
        message: expect.stringContaining('Add a pattern'),
      }),
    ]);
  });

  it('tells the words that a rule should have left alone', async () => {
    const [only, ...others] = (await testPack(packWith({ noMatch: ['one red lid'] }))).failures;
    expect(only).toMatchObject({ code: 'found', path: 'rules[0].examples.noMatch[2]' });
    expect(only?.message).toContain('["red lid"]');
    expect(others).toEqual([]);
  });

  it('says "promote" for known failures that come out right by now', async () => {
    const report = await testPack(
      packWith({
        todo: { missed: ['a red lid again', 'a green lid'], overFlagged: ['no lid', 'my red lid'] },
      }),
    );
    expect(report.failures.map(({ code, path }) => [code, path])).toEqual([
      ['promote', 'rules[0].examples.todo.missed[0]'],
      ['promote', 'rules[0].examples.todo.overFlagged[0]'],
    ]);
    expect(report.examples.todo).toBe(4);
  });

  const expectations: readonly [string, Exclude<Example, string>['expect'], string][] = [
    ['verdict', { verdict: 'act' }, 'review'],
    ['spans', { spans: ['one red lid'] }, '["red lid"]'],
    ['severity', { severity: 'low' }, 'medium'],
    ['target', { target: 'you' }, 'null'],
    ['actions', { actions: ['hide'] }, '[]'],
    ['referrals', { referrals: ['police'] }, '[]'],
    ['signposts', { signposts: ['police'] }, '[]'],
    ['sign-off', { signOff: ['block'] }, '[]'],
    ['after', { after: { block: ['hide'] } }, '{}'],
    ['withheld', { withheld: { hide: 'safeguarding' } }, '{}'],
    ['milder', { milder: 'leave-up' }, 'null'],
    ['categories', { categories: ['hate'] }, '["'],
    ['reasons', { reasons: ['danger'] }, '["'],
  ];
  it.each(expectations)('holds the decision to an expected %s', async (code, expected, found) => {
    const pack = packWith({ match: [{ text: 'one red lid', expect: expected ?? {} }] }, { sureness: 'low' });
    const { failures } = await testPack(pack);
    expect(codesOf(await testPack(pack))).toEqual([code]);
    expect(failures[0]?.message).toContain(
      `found ${found === 'null' || /^[[{]/.test(found) ? found : `"${found}"`}`,
    );
  });

  it('passes expectations that hold, of an author with a history', async () => {
    const breaches = ['2026-05-01', '2026-05-08', '2026-05-20'].map((day) => ({
      at: `${day}T12:00:00+01:00`,
      clause: 'AUP-2.2a',
      upheld: true,
    }));
    const match: Example = {
      text: 'your red lid',
      author: { history: { breaches } },
      expect: {
        verdict: 'act',
        spans: ['red lid'],
        severity: 'high',
        actions: ['ask-to-remove', 'hide', 'block'],
        referrals: [],
        signposts: [],
        signOff: ['block'],
      },
    };
    expect((await testPack(packWith({ match: [match] }, { severity: 'term' }))).failures).toEqual([]);
  });

  it('refuses the same item twice in a rule, and one that the rule should both find and leave alone', async () => {
    const report = await testPack(
      packWith({
        match: [{ text: 'a red lid', now, because: 'the same, written out' }],
        noMatch: ['that blue lid'],
      }),
    );
    expect(report.failures.map(({ code, path, message }) => [code, path, message])).toEqual([
      ['duplicate', 'rules[0].examples.match[2]', expect.stringContaining('rules[0].examples.match[0]')],
      [
        'contradiction',
        'rules[0].examples.noMatch[2]',
        expect.stringContaining('rules[0].examples.match[1]'),
      ],
      ['found', 'rules[0].examples.noMatch[2]', expect.any(String)],
    ]);
  });

  it('allows the same item in two rules, and the same words in another context', async () => {
    const pack = packWith({ match: [{ text: 'a red lid', visibility: 'direct-message' }] });
    expect((await testPack(pack)).failures).toEqual([]);
  });

  it('tells an example that is no item', async () => {
    const report = await testPack(
      packWith({ noMatch: [{ text: 'x'.repeat(10), now: '2026-06-10T10:00:00Z' }] }),
    );
    expect(report.failures).toEqual([]);
    const broken = packWith({ noMatch: [{ text: 'a lid', now: 'yesterday' }] });
    await expect(testPack(broken)).rejects.toThrow(/rules\[0\]\.examples\.noMatch\[2\]/);
  });

  it('throws for a pack that does not compile', async () => {
    await expect(testPack(packWith({}, { patterns: ['@shade lid'] }))).rejects.toThrow(RulePackError);
  });

  it('refuses rules that nothing would test, and the bundled pack, which comes without examples', async () => {
    const bare = packWith({});
    const [file] = Object.values(bare.files).filter((one): one is CategoryFile =>
      Object.hasOwn(one as object, 'rules'),
    );
    const [own] = file?.rules ?? [];
    const { examples: _, ...rule } = own as Rule;
    const withRules = (...rules: readonly unknown[]) => ({
      files: { ...bare.files, 'categories/trial.json': { ...file, rules } },
    });
    expect(() => compileRuleset(withRules(rule))).not.toThrow();
    await expect(testPack(withRules(rule))).rejects.toThrow(/trial\.json.*no rule with examples/);
    const another = { ...rule, id: 'trial/another' };
    await expect(testPack(withRules(own, another))).rejects.toThrow(/rules\[1\].*no examples/);
    const error = await testPack(defaultPack()).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(RulePackError);
    expect((error as RulePackError).problems.map(({ code }) => code)).toContain('no-examples');
  });

  it('tests chosen categories only, and refuses one that the pack does not have', async () => {
    const shipped = await testPack(readPack(), { categories: ['spam'] });
    expect(shipped.coverage.rules.total).toBe(1);
    expect(shipped.failures).toEqual([]);
    await expect(testPack(packWith({}), { categories: ['trail'] })).rejects.toThrow(/trail.*trial/);
  });

  it('gives the same report for the same pack', async () => {
    const pack = packWith({ noMatch: ['a red lid too'], todo: { missed: ['lids'] } });
    expect(JSON.stringify(await testPack(pack))).toBe(JSON.stringify(await testPack(pack)));
  });
});

describe('testPack: examples of signals and terms', () => {
  const shades = { id: 'shade', about: 'A shade.', patterns: ['pale @colour', 'dark'] };
  const withSignal = (examples: Examples, terms: Examples = {}) =>
    smallPack({
      groups: [{ classes: ['colour'], terms: [{ term: 'red', except: ['red tape'] }], examples: terms }],
      rules: [
        { id: 'trial/lid', patterns: ['lid'], examples: { match: ['lid', 'a lid'], noMatch: ['c', 'd'] } },
      ],
      files: { 'signals.json': { signals: [{ ...shades, examples }] } },
    });

  it('hold what a signal reads', async () => {
    const report = await testPack(
      withSignal({
        match: [
          { text: 'a pale red one, then a dark one', expect: { spans: ['pale red', 'dark'] } },
          'light',
        ],
        noMatch: ['pale', 'so dark'],
      }),
    );
    expect(report.failures.map(({ code, file, path, ruleId }) => [code, file, path, ruleId])).toEqual([
      ['not-found', 'signals.json', 'signals[0].examples.match[1]', 'shade'],
      ['found', 'signals.json', 'signals[0].examples.noMatch[1]', 'shade'],
    ]);
    expect(report.failures[1]?.message).toContain('["dark"]');
  });

  it('hold the terms of a group and their exceptions', async () => {
    const report = await testPack(
      withSignal({}, { match: ['a red lid', 'red tape'], noMatch: ['so much red tape', 'red tape on red'] }),
    );
    expect(report.failures.map(({ code, file, path, ruleId }) => [code, file, path, ruleId])).toEqual([
      ['not-found', 'lexicons/small.en.json', 'groups[0].examples.match[1]', 'small.en'],
      ['found', 'lexicons/small.en.json', 'groups[0].examples.noMatch[1]', 'small.en'],
    ]);
    expect(report.failures[1]?.message).toContain('["red"]');
  });

  it('are left out where categories are chosen', async () => {
    const pack = withSignal({ match: ['light'] });
    expect((await testPack(pack, { categories: ['trial'] })).failures).toEqual([]);
  });

  it('may not contradict one another', async () => {
    expect(codesOf(await testPack(withSignal({ match: ['dark'], noMatch: ['dark'] })))).toEqual([
      'contradiction',
      'found',
    ]);
  });
});

describe('testPack: coverage', () => {
  it('names the pattern that no example needs, since another finds all of them', async () => {
    const { coverage } = await testPack(packWith({}, { patterns: ['@colour lid', 'red lid'] }));
    expect(coverage.patterns).toEqual({
      covered: 1,
      total: 2,
      percent: 50,
      missing: [{ file: 'categories/trial.json', path: 'rules[0].patterns[1]', name: 'red lid' }],
    });
  });

  it('counts patterns of signals, which examples of any rule may need', async () => {
    const signals = {
      signals: [{ id: 'shade', about: 'A shade.', patterns: ['@colour', 'pale', 'dark'] }],
    };
    const rule: Rule = {
      ...(sound as Rule),
      when: { fact: 'signal/shade', operator: 'equal', value: true },
      patterns: ['lid'],
      examples: { match: ['a red lid', 'a pale lid'], noMatch: ['a lid', 'pale'] },
    };
    const { coverage } = await testPack(
      smallPack({ groups, guards: [negated], rules: [rule], files: { 'signals.json': signals } }),
    );
    expect(coverage.patterns.missing).toEqual([
      { file: 'signals.json', path: 'signals[0].patterns[2]', name: 'dark' },
    ]);
  });

  it('names the guard that puts no example aside', async () => {
    const pack = packWith({});
    expect((await testPack(pack)).coverage.guards).toMatchObject({ covered: 1, total: 1, percent: 100 });
    const idle = packWith({}, { guards: ['negated', 'negated-again'] });
    const again = { ...negated, id: 'negated-again', class: 'colour' };
    const files = { ...idle.files, 'guards.json': { guards: [negated, again] } };
    expect((await testPack({ files })).coverage.guards.missing).toEqual([
      {
        file: 'categories/trial.json',
        path: 'rules[0].guards[1]',
        name: 'negated-again of trial/lid',
      },
    ]);
  });

  it('counts a guard that stands for several once, by the name that the rule lists', async () => {
    const idle = packWith({}, { guards: ['not-so'] });
    const joined: Guard = { id: 'not-so', about: 'Not so.', kind: 'any', guards: ['negated'] };
    const files = { ...idle.files, 'guards.json': { guards: [negated, joined] } };
    expect((await testPack({ files })).coverage.guards).toMatchObject({ covered: 1, total: 1 });
  });

  it('counts the steps of tracks and the notices that decisions of examples hold', async () => {
    const shipped = defaultPack().files;
    const pack = packWith({});
    const { notices } = shipped['notices.json'] as NoticesFile;
    const { coverage } = await testPack({ files: { ...pack.files, 'notices.json': { notices } } });
    const ladder = shipped['ladder.json'] as LadderFile;
    const breach = ladder.tracks.findIndex(({ id }) => id === 'breach');
    const missed = coverage.ladder.missing.filter(({ path }) => path.startsWith(`tracks[${breach}].`));
    expect(missed.every(({ path }) => path.includes('.history['))).toBe(true);
    expect(missed.length).toBeGreaterThan(0);
    expect(coverage.notices.total).toBe(notices.length);
    expect(coverage.notices.covered).toBeGreaterThan(0);
    expect(coverage.notices.missing.map(({ name }) => name)).toContain(
      notices.find(({ audience }) => audience === 'block-notice')?.id,
    );
  });

  it('rounds down, so that 100 means all', async () => {
    const patterns = ['@colour lid', 'hatch', 'flap'];
    const { coverage } = await testPack(packWith({ match: ['hatch'] }, { patterns }));
    expect(coverage.patterns.percent).toBe(66);
  });
});

describe('testPack: statuses', () => {
  const report = async (rule: Partial<Rule>) => testPack(packWith({}, rule));

  it('runs deprecated rules as live ones and names them', async () => {
    const { failures, notLive } = await report({ status: 'deprecated' });
    expect(failures).toEqual([]);
    expect(notLive).toEqual({ draft: [], shadow: [], deprecated: ['trial/lid'] });
  });

  it('runs shadow rules, whose findings never act', async () => {
    const { failures, notLive } = await report({ status: 'shadow' });
    expect(failures).toEqual([]);
    expect(notLive.shadow).toEqual(['trial/lid']);
  });

  it('runs no drafts', async () => {
    const { examples, coverage, notLive } = await report({ status: 'draft' });
    expect(examples.match).toBe(0);
    expect(coverage.rules).toMatchObject({ total: 0, percent: 100 });
    expect(notLive.draft).toEqual(['trial/lid']);
  });
});

describe('effective dates', () => {
  const decide = (rule: Partial<Rule>, at: string) =>
    classify({ text: 'a red lid', now: at }, { ruleset: compileRuleset(packWith({}, rule)) });
  const found = async (rule: Partial<Rule>, at: string) => (await decide(rule, at)).findings.length === 1;

  it('make a rule run from the first day to the last, both included, by London’s calendar', async () => {
    const window = { effectiveFrom: '2026-06-10', effectiveUntil: '2026-06-12' };
    // 23:59 in London is 22:59 UTC in June.
    expect(await found(window, '2026-06-09T22:59:59Z')).toBe(false);
    expect(await found(window, '2026-06-09T23:00:00Z')).toBe(true);
    expect(await found(window, '2026-06-12T22:59:59Z')).toBe(true);
    expect(await found(window, '2026-06-12T23:00:00Z')).toBe(false);
  });

  it('may be open at either end', async () => {
    expect(await found({ effectiveFrom: '2026-01-01' }, '2031-01-01T00:00:00Z')).toBe(true);
    expect(await found({ effectiveFrom: '2026-01-01' }, '2025-12-31T12:00:00Z')).toBe(false);
    expect(await found({ effectiveUntil: '2026-01-01' }, '2025-01-01T00:00:00Z')).toBe(true);
    expect(await found({ effectiveUntil: '2026-01-01' }, '2026-01-02T12:00:00Z')).toBe(false);
  });

  it('leave no trace of the rule outside them, not even what its guards put aside', async () => {
    const ruleset = compileRuleset(packWith({}, { effectiveUntil: '2026-01-01' }));
    expect((await classify({ text: 'not a red lid', now }, { ruleset })).setAside).toEqual([]);
  });

  it('are judged at the now of each example', async () => {
    const ended = { effectiveUntil: '2026-01-01' };
    const report = await testPack(
      packWith({ match: [{ text: 'my red lid', now: '2025-12-01T10:00:00Z' }] }, ended),
    );
    expect(report.failures.map(({ path }) => path)).toEqual([
      'rules[0].examples.match[0]',
      'rules[0].examples.match[1]',
    ]);
  });

  it('are refused if the last day is before the first, or no day', async () => {
    const swapped = { effectiveFrom: '2026-06-12', effectiveUntil: '2026-06-10' };
    expect(() => compileRuleset(packWith({}, swapped))).toThrow(/rules\[0\]\.effectiveUntil.*empty-window/);
    expect(() => compileRuleset(packWith({}, { effectiveFrom: '2026-02-30' }))).toThrow(/effectiveFrom/);
  });
});

describe('a shadow rule', () => {
  it('is reported as set aside, and changes nothing else', async () => {
    const shadow = compileRuleset(packWith({}, { status: 'shadow' }));
    const decision = await classify({ text: 'a red lid', now }, { ruleset: shadow });
    expect(decision.verdict).toBe('allow');
    expect(decision.recommendation.actions).toEqual([]);
    expect(decision.setAside).toEqual([
      { finding: expect.objectContaining({ ruleId: 'trial/lid' }), why: 'shadow', by: 'trial/lid' },
    ]);
  });
});

describe('formatTestReport', () => {
  it('lists failures by rule with place and text, then coverage, statuses and the outcome', async () => {
    const pack = packWith(
      { match: ['a\ngreen lid'] },
      { patterns: ['@colour lid', 'red lid'], status: 'shadow' },
    );
    const lines = formatTestReport(await testPack(pack)).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'trial/lid',
      expect.stringMatching(
        /^ {2}categories\/trial\.json at rules\[0\]\.examples\.match\[2\]: .* \[not-found\]$/,
      ),
      '    “a green lid”',
      '',
    ]);
    expect(lines).toContain('rules     100 %  1 of 1');
    expect(lines).toContain('patterns   50 %  1 of 2');
    expect(lines).toContain('  not covered: categories/trial.json at rules[0].patterns[1]: red lid');
    expect(lines).toContain('reported only (shadow): trial/lid');
    expect(lines.slice(-2)).toEqual(['5 examples: 1 not as expected', '']);
  });

  it('says that all is well, and counts known failures', async () => {
    const text = formatTestReport(await testPack(packWith({ todo: { missed: ['lids'] } })));
    expect(text).toMatch(/\n5 examples, 1 known failures: all as expected\n$/);
  });
});
