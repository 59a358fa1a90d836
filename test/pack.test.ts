import { describe, expect, it } from 'vitest';
import { compileRuleset, defaultPack, type RulePack, RulePackError } from '../src/index.ts';
import { smallPack } from './support/pack.ts';

function problems(pack: RulePack): string[] {
  try {
    compileRuleset(pack);
  } catch (error) {
    expect(error).toBeInstanceOf(RulePackError);
    return (error as RulePackError).problems.map(({ code, file, path }) => `${file} ${path} ${code}`);
  }
  return [];
}

const groups = [{ classes: ['colour'], terms: ['red', 'green'] }];
const rule = (extra: object) =>
  smallPack({ groups, rules: [{ id: 'trial/one', patterns: ['@colour'], ...extra }] });

describe('compiling a pack', () => {
  it('takes the shipped pack, whole and as a copy that nobody vouches for', () => {
    expect(problems(defaultPack())).toEqual([]);
    expect(problems(structuredClone(defaultPack()))).toEqual([]);
  });

  it('gives the shipped pack frozen, and the same revision for the same files only', () => {
    expect(Object.isFrozen(defaultPack().files['policy.json'])).toBe(true);
    const copy = compileRuleset(structuredClone(defaultPack()));
    expect(copy.revision).toBe(compileRuleset(defaultPack()).revision);
    expect(compileRuleset(rule({})).revision).not.toBe(compileRuleset(rule({ title: 'Another' })).revision);
  });

  it.each([
    ['a class that no lexicon has', { patterns: ['@color'] }, 'rules[0].patterns[0] unknown-class'],
    ['a kind that does not exist', { patterns: ['{persons}'] }, 'rules[0].patterns[0] unknown-kind'],
    ['a gap at an end', { patterns: ['@colour <0-2>'] }, 'rules[0].patterns[0] pattern-end-optional'],
    [
      'an optional item at an end',
      { patterns: ['the? @colour'] },
      'rules[0].patterns[0] pattern-end-optional',
    ],
    ['two gaps in a row', { patterns: ['@colour <0-2> <0-2> bin'] }, 'rules[0].patterns[0] pattern-two-gaps'],
    ['a gap that is too long', { patterns: ['@colour <0-12> bin'] }, 'rules[0].patterns[0] pattern-gap'],
    [
      'gaps that are too wide together',
      { patterns: ['a <0-9> bin <0-9> lid <0-9> lorry <0-9> crew'] },
      'rules[0].patterns[0] pattern-too-wide',
    ],
    ['too many items', { patterns: ['a b c d e f g h i j k l m'] }, 'rules[0].patterns[0] pattern-too-long'],
    [
      'too many alternatives',
      { patterns: ['a|b|c|d|e|f|g|h|i bin'] },
      'rules[0].patterns[0] pattern-alternatives',
    ],
    ['a doubled space', { patterns: ['red  bin'] }, 'rules[0].patterns[0] pattern-spacing'],
    ['a wildcard', { patterns: ['bin*'] }, 'rules[0].patterns[0] pattern-word'],
    ['a word that is never read so', { patterns: ["bin can't"] }, 'rules[0].patterns[0] pattern-word-form'],
    ['an upper-case word', { patterns: ['Bin'] }, 'rules[0].patterns[0] pattern-word-form'],
    [
      'two targets of which none is marked',
      { patterns: ['{person} hit {staff}'] },
      'rules[0].patterns[0] pattern-unmarked-target',
    ],
    [
      'two marked targets',
      { patterns: ['{target=person} hit {target=staff}'] },
      'rules[0].patterns[0] pattern-two-targets',
    ],
    ['nothing but common words', { patterns: ['the you'] }, 'rules[0].patterns[0] no-anchor'],
    ['nothing but negation', { patterns: ['!@colour'] }, 'rules[0].patterns[0] no-anchor'],
    ['a target among alternatives', { patterns: ['bin|{person}'] }, 'rules[0].patterns[0] pattern-target'],
    ['a start mark alone', { patterns: ['^'] }, 'rules[0].patterns[0] pattern-empty'],
    ['an unknown guard', { guards: ['negate'] }, 'rules[0].guards[0] unknown-guard'],
    ['an unknown clause', { clauses: ['AUP-99'] }, 'rules[0].clauses[0] unknown-clause'],
    ['an unknown track', { track: 'brech' }, 'rules[0].track unknown-track'],
    ['an unknown contact', { signpost: ['polise'] }, 'rules[0].signpost[0] unknown-contact'],
    [
      'an unknown fact',
      { when: { fact: 'linkCuont', operator: 'greaterThan', value: 1 } },
      'rules[0].when.fact unknown-fact',
    ],
    [
      'an unknown signal',
      { when: { fact: 'signal/none', operator: 'equal', value: true } },
      'rules[0].when.fact unknown-signal',
    ],
    [
      'an unknown operator',
      { when: { fact: 'linkCount', operator: 'moreThan', value: 1 } },
      'rules[0].when.operator unknown-operator',
    ],
    [
      'a path',
      { when: { fact: 'linkCount', operator: 'equal', value: 1, path: '$.x' } },
      'rules[0].when.path unknown-key',
    ],
    ['an empty all', { when: { all: [] } }, 'rules[0].when.all empty-condition'],
    [
      'a value of the wrong type',
      { when: { fact: 'linkCount', operator: 'greaterThan', value: 'one' } },
      'rules[0].when.value value-type',
    ],
    [
      'an operator that does not fit',
      { when: { fact: 'language', operator: 'lessThan', value: 1 } },
      'rules[0].when.operator operator-type',
    ],
    [
      'a list operator on a plain fact',
      { when: { fact: 'language', operator: 'contains', value: 'eng' } },
      'rules[0].when.operator operator-type',
    ],
    ['a misspelt key', { severty: 'high' }, 'rules[0].severty unknown-key'],
    ['a rule id of another category', { id: 'other/one' }, 'rules[0].id rule-id'],
    [
      'one near-miss only',
      { examples: { match: ['a', 'b'], noMatch: ['c'] } },
      'rules[0].examples.noMatch too-small',
    ],
  ])('refuses %s', (_, extra, expected) =>
    expect(problems(rule(extra))).toEqual([`categories/trial.json ${expected}`]),
  );

  it('refuses a rule that would hold when nothing is known', () => {
    const when = { fact: 'linkCount', operator: 'lessThan', value: 3 } as const;
    expect(problems(smallPack({ rules: [{ id: 'trial/one', when }] }))).toEqual([
      'categories/trial.json rules[0].when no-trigger',
    ]);
  });

  it('refuses a rule without patterns and conditions', () => {
    expect(problems(smallPack({ rules: [{ id: 'trial/one' }] }))).toContain(
      'categories/trial.json rules[0] empty-rule',
    );
  });

  it('refuses ids that are taken, files of another name, and files that nothing reads', () => {
    const twice = smallPack({
      groups,
      rules: [
        { id: 'trial/one', patterns: ['@colour'] },
        { id: 'trial/one', patterns: ['red bin'] },
      ],
    });
    expect(problems(twice)).toEqual(['categories/trial.json rules[1].id duplicate-id']);
    const moved = rule({});
    expect(
      problems({ files: { ...moved.files, 'categories/other.json': moved.files['categories/trial.json'] } }),
    ).toContain('categories/other.json id file-name');
    expect(problems({ files: { ...moved.files, 'notes.json': {} } })).toEqual(['notes.json  unknown-file']);
  });

  it('refuses a pack without its policy', () => {
    const { 'policy.json': _, ...files } = rule({}).files;
    expect(problems({ files })).toEqual(['policy.json  missing-file']);
  });

  it('lists the faults of all files at once, and suggests the name that was meant', () => {
    const pack = smallPack({
      groups,
      rules: [
        { id: 'trial/one', patterns: ['@colou', '{persn}', 'a|'], guards: ['nope'], clauses: ['AUP-2.2z'] },
      ],
      files: {
        'notices.json': {
          notices: [
            { id: 'x', audience: 'public-reply', for: 'referral:nobody', clauses: [], text: 'Hello {name}' },
          ],
        },
      },
    });
    expect(problems(pack)).toHaveLength(7);
    expect(() => compileRuleset(pack)).toThrow(/Did you mean "@colour"\?/);
  });

  it('refuses a ladder that names what is not there', () => {
    const ladder = structuredClone(rule({}).files['ladder.json']) as { vetoes: object[] };
    ladder.vetoes.push({ when: 'weather', never: ['hide'], clauses: ['AUP-0'] });
    const found = problems(
      smallPack({
        groups,
        rules: [],
        files: { 'ladder.json': ladder, 'categories/trial.json': rule({}).files['categories/trial.json'] },
      }),
    );
    expect(found.map((line) => line.replace(/\[\d+\]/, '[n]'))).toEqual([
      'ladder.json vetoes[n].when unknown-track',
      'ladder.json vetoes[n].clauses[0] unknown-clause',
    ]);
  });

  it('refuses hostile nesting without running out of stack', () => {
    let deep: object = { fact: 'linkCount', operator: 'equal', value: 1 };
    for (let i = 0; i < 5000; i++) deep = { not: deep };
    expect(problems(rule({ when: deep }))[0]).toMatch(/too-deep$/);
  });

  it('takes no object for a ruleset that it did not make', async () => {
    const { classify } = await import('../src/index.ts');
    const forged = { ...compileRuleset(rule({})) };
    await expect(classify({ text: 'red', now: '2026-06-10T10:00:00Z' }, { ruleset: forged })).rejects.toThrow(
      TypeError,
    );
  });
});
