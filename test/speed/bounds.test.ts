import { describe, expect, it } from 'vitest';
import { classify, compileRuleset, defaultPack, type RulePack, type Ruleset } from '../../src/index.ts';
import { WORST, word } from '../support/worstPack.ts';

const now = '2026-06-10T10:00:00+01:00';

async function millis(run: () => unknown, runs: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** The shipped pack as one that nobody vouches for: about 0.6 s on two idle cores of a laptop. */
const usual = millis(() => compileRuleset(structuredClone(defaultPack())), 3);

/** Texts that hold, over and over, what the patterns of the pack are found by. */
const UNITS: Readonly<Record<string, string>> = {
  patterns: `red green blue ${word(0)} `,
  shared: 'red bin lid ',
  anchored: 'red bin green blue ',
  guards: 'red bin red ',
  rules: 'red bin ',
};

describe('a pack at a bound', () => {
  it.each(Object.keys(WORST))(
    '%s: compiles in a second where the shipped pack does',
    { timeout: 120_000, retry: 2 },
    async (name) => {
      const pack = WORST[name]?.() as RulePack;
      const own = await millis(() => compileRuleset(pack), 3);
      expect(own / (await usual)).toBeLessThan(1.6);
    },
  );

  it.each(Object.entries(UNITS))(
    '%s: a character of 40 KB costs about what one of 1 KB does',
    { timeout: 120_000, retry: 2 },
    async (name, unit) => {
      const ruleset: Ruleset = compileRuleset(WORST[name]?.() as RulePack);
      const long = unit.repeat(Math.ceil(40_000 / unit.length));
      const short = long.slice(0, 1000);
      await millis(() => classify({ text: short, now }, { ruleset }), 3);
      const perShort = (await millis(() => classify({ text: short, now }, { ruleset }), 10)) / short.length;
      const perLong = (await millis(() => classify({ text: long, now }, { ruleset }), 2)) / long.length;
      expect(perLong / perShort).toBeLessThan(3);
    },
  );
});
