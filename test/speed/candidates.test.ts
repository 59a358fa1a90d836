import { describe, expect, it } from 'vitest';
import { judge, type RuleRunner, runCandidates } from '../../src/classify.ts';
import { compileRuleset } from '../../src/index.ts';
import type { CategoryFile } from '../../src/model/pack.ts';
import { smallPack } from '../support/pack.ts';
import { runAllWithAllFacts } from '../support/runners.ts';

const now = '2026-06-10T10:00:00+01:00';

describe('running only the rules that can hold', () => {
  it('is at least five times as fast with 150 rules as every rule with every fact', async () => {
    const words = Array.from(
      { length: 150 },
      (_, i) => `word${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}`,
    );
    const ids = ['trial', 'second', 'third'];
    const rules = words.map((word, i) => ({
      id: `${ids[Math.floor(i / 50)]}/r${i}`,
      patterns: [`${word} <0-3> bin`],
      when: { fact: 'directMessage', operator: 'equal' as const, value: false },
    }));
    // Three categories: one may not hold so many rules.
    const part = (k: number) =>
      smallPack({
        groups: [{ classes: ['negator'], terms: ['not'] }],
        rules: rules.slice(50 * k, 50 * k + 50),
      }).files;
    const category = (k: number) => ({ ...(part(k)['categories/trial.json'] as CategoryFile), id: ids[k] });
    const ruleset = compileRuleset({
      files: { ...part(0), 'categories/second.json': category(1), 'categories/third.json': category(2) },
    });
    const clean =
      'The bins were not collected again on our street and nobody answers the phone, but thanks to the crew who came back.';
    // Nine in ten comments are clean.
    const items = Array.from({ length: 40 }, (_, i) => ({
      text: i % 10 === 0 ? `${words[i]} old bin. ${clean}` : clean,
      now,
    }));
    const time = async (run: RuleRunner) => {
      const start = performance.now();
      for (const one of items) await judge(one, ruleset, run);
      return performance.now() - start;
    };
    await time(runCandidates);
    await time(runAllWithAllFacts);
    const ratios = [];
    for (let i = 0; i < 5; i++) ratios.push((await time(runAllWithAllFacts)) / (await time(runCandidates)));
    expect(ratios.sort((a, b) => a - b)[2]).toBeGreaterThan(5);
  }, 120_000);
});
