import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type RuleRunner, runCandidates } from '../src/classify.ts';
import { holding } from '../src/engine/engine.ts';
import { factDefault } from '../src/facts/registry.ts';
import { type ContentItem, classify, compileRuleset } from '../src/index.ts';
import type { Condition, Rule } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { examplesOf } from './support/examples.ts';
import { smallPack } from './support/pack.ts';
import { runAllWithAllFacts } from './support/runners.ts';

const now = '2026-06-10T10:00:00+01:00';

/** Every rule, each call. */
const runAll: RuleRunner = (index, facts) => holding(index.rules, facts, factDefault);

const groups = [
  { classes: ['colour'], severity: 'high' as const, terms: ['red', 'green', 'blue'] },
  { classes: ['thing'], kind: 'object' as const, terms: ['bin', 'lid', 'lorry'] },
  { classes: ['negator'], terms: ['not'] },
];
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { fact: 'linkCount', operator: 'greaterThan', value: 0 },
    { fact: 'question', operator: 'equal', value: true },
    { fact: 'authorRole', operator: 'notEqual', value: 'unknown' },
    { fact: 'monitored', operator: 'equal', value: false },
    { fact: 'postKind', operator: 'in', value: ['news', 'event'] },
    { not: { fact: 'signal/trial/r0', operator: 'equal', value: true } },
    {
      any: [
        { fact: 'signal/trial/r0', operator: 'equal', value: true },
        { not: { fact: 'directMessage', operator: 'equal', value: false } },
      ],
    },
  ),
);
const rule = fc.record(
  {
    patterns: fc.array(
      fc.constantFrom(
        '@colour bin',
        '{object} is @colour',
        'red <0-3 !@negator> lid',
        '@colour @colour',
        'lorry',
      ),
      { minLength: 1, maxLength: 2 },
    ),
    when: condition,
    severity: fc.constantFrom<Rule['severity']>('low', 'medium', 'high', 'term'),
    sureness: fc.constantFrom<Rule['sureness']>('low', 'high'),
    track: fc.constantFrom('breach', 'serious', 'signpost', 'off-topic', 'safeguarding', 'explicit'),
    guards: fc.constantFrom([], ['negated']),
  },
  { requiredKeys: ['patterns', 'severity', 'sureness', 'track'] },
);
const item: fc.Arbitrary<ContentItem> = fc.record(
  {
    text: fc
      .array(fc.constantFrom('red', 'blue', 'bin', 'lid', 'lorry', 'not', 'is', 'a', '?', '.', 'www.x.org'), {
        maxLength: 14,
      })
      .map((words) => words.join(' ')),
    now: fc.constantFrom(now, '2026-06-13T10:00:00+01:00'),
    visibility: fc.constantFrom<'public' | 'direct-message'>('public', 'direct-message'),
    author: fc.record({ role: fc.constantFrom<'resident' | 'trader'>('resident', 'trader') }),
    post: fc.record({ kind: fc.constantFrom<'news' | 'safety'>('news', 'safety') }),
  },
  { requiredKeys: ['text', 'now'] },
);
const guards = [
  {
    id: 'negated',
    about: 'Not.',
    kind: 'near' as const,
    class: 'negator',
    within: 3,
    side: 'before' as const,
  },
];

describe('running only the rules that can hold', () => {
  it('decides as running every rule does, on random packs and items', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 8 }),
        fc.array(item, { minLength: 1, maxLength: 6 }),
        async (rules, items) => {
          const ruleset = compileRuleset(
            smallPack({ groups, guards, rules: rules.map((one, i) => ({ ...one, id: `trial/r${i}` })) }),
          );
          for (const one of items) {
            const decision = await judge(one, ruleset, runCandidates);
            expect(decision).toEqual(await judge(one, ruleset, runAll));
            expect(decision).toEqual(await judge(one, ruleset, runAllWithAllFacts));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('decides as running every rule does, on examples of every shipped rule', async () => {
    const ruleset = compileRuleset(readPack());
    // Every seventh: running all rules takes many times as long as running those that can hold.
    for (const { item: one } of examplesOf(readPack()).filter((_, i) => i % 7 === 0)) {
      expect(await judge(one, ruleset, runCandidates)).toEqual(await judge(one, ruleset, runAll));
    }
  }, 120_000);

  it('gives the same bytes for a thousand calls that overlap as for one after the other', async () => {
    const items = examplesOf(readPack()).map((entry) => entry.item);
    const chosen = Array.from({ length: 1000 }, (_, i) => items[(i * 7) % items.length] as ContentItem);
    const alone: string[] = [];
    for (const one of chosen) alone.push(JSON.stringify(await classify(one)));
    const staggered = await Promise.all(
      chosen.map(async (one, i) => {
        for (let tick = (i * 13) % 31; tick > 0; tick--) await undefined;
        return JSON.stringify(await classify(one));
      }),
    );
    expect(staggered).toEqual(alone);
  }, 120_000);
});
