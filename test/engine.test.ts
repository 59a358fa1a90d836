import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidates, engineRule, holding, indexRules } from '../src/engine/engine.ts';
import { factsNamed, factsRead, triggersOf } from '../src/engine/trigger.ts';
import type { Condition, Operator } from '../src/model/pack.ts';

const DEFAULTS: Readonly<Record<string, string | number | boolean | readonly string[]>> = {
  count: 0,
  share: 1,
  flag: false,
  usual: true,
  role: 'unknown',
  topics: [],
};
const defaultOf = (fact: string) => DEFAULTS[fact];

const numbers = fc.constantFrom(0, 1, 2);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('count', 'share'),
    operator: fc.constantFrom<Operator>(
      'equal',
      'notEqual',
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
    ),
    value: numbers,
  }),
  fc.record({
    fact: fc.constantFrom('flag', 'usual'),
    operator: fc.constantFrom<Operator>('equal', 'notEqual'),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('role'),
    operator: fc.constantFrom<Operator>('in', 'notIn'),
    value: fc.constantFrom(['unknown'], ['staff', 'trader']),
  }),
  fc.record({
    fact: fc.constant('role'),
    operator: fc.constantFrom<Operator>('equal', 'notEqual'),
    value: fc.constantFrom('unknown', 'staff'),
  }),
  fc.record({
    fact: fc.constant('topics'),
    operator: fc.constantFrom<Operator>('contains', 'doesNotContain'),
    value: fc.constantFrom('bins', 'roads'),
  }),
);
const tree = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node;
const facts = fc.record(
  {
    count: numbers,
    share: numbers,
    flag: fc.boolean(),
    usual: fc.boolean(),
    role: fc.constantFrom('unknown', 'staff', 'trader'),
    topics: fc.constantFrom<string[]>([], ['bins'], ['bins', 'roads']),
  },
  { requiredKeys: [] },
);

describe('the candidate index', () => {
  it('finds what running every rule finds, on random rules and facts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 8 }), facts, async (conditions, given) => {
        const values = new Map(Object.entries(given));
        const rules = conditions
          .map((condition, i) => engineRule(`trial/r${i}`, condition, defaultOf))
          .filter((rule) => rule.triggers !== 'always');
        const index = indexRules(rules, defaultOf);
        const all = await holding(rules, values, defaultOf);
        const some = await holding(candidates(index, values), values, defaultOf);
        expect([...some].sort()).toEqual([...all].sort());
      }),
      { numRuns: 1500 },
    );
  });

  it('gives no trigger to a condition that holds by default', () => {
    expect(triggersOf({ fact: 'share', operator: 'equal', value: 1 }, defaultOf)).toBe('always');
    expect(triggersOf({ not: { fact: 'flag', operator: 'equal', value: true } }, defaultOf)).toBe('always');
    expect(triggersOf({ not: { fact: 'usual', operator: 'equal', value: true } }, defaultOf)).toEqual(
      new Set(['usual']),
    );
  });

  it('starts no engine for a comment that sets nothing off', async () => {
    const index = indexRules(
      [engineRule('trial/one', { fact: 'count', operator: 'greaterThan', value: 0 }, defaultOf)],
      defaultOf,
    );
    expect(
      candidates(
        index,
        new Map<string, number | string[]>([
          ['count', 0],
          ['topics', []],
        ]),
      ),
    ).toEqual([]);
    expect(await holding([], new Map(), defaultOf)).toEqual(new Set());
  });

  it('leaves the conditions as they were, and never follows a path', async () => {
    const condition: Condition = Object.freeze({ fact: 'flag', operator: 'equal', value: true });
    const rule = engineRule('trial/one', condition, defaultOf);
    const before = JSON.stringify(rule.condition);
    expect(await holding([rule], new Map([['flag', true]]), defaultOf)).toEqual(new Set(['trial/one']));
    expect(JSON.stringify(rule.condition)).toBe(before);
  });
});

describe('the facts of a condition', () => {
  it('are all that it reads, and those that it names without "not"', () => {
    const condition: Condition = {
      any: [
        {
          all: [
            { fact: 'count', operator: 'equal', value: 1 },
            { not: { fact: 'flag', operator: 'equal', value: true } },
          ],
        },
        { fact: 'role', operator: 'equal', value: 'staff' },
      ],
    };
    expect(factsRead(condition)).toEqual(['count', 'flag', 'role']);
    expect(factsNamed(condition)).toEqual(['count', 'role']);
  });
});
