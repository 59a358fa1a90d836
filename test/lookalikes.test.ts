import { describe, expect, it } from 'vitest';
import { flaggedOf, percent } from './support/flagged.ts';
import lookalikes from './support/lookalikes.json' with { type: 'json' };
import { STYLES } from './support/styles.ts';

// Sentences of ordinary residents in which a place, a name, a dish, a bird, a tool or a saying looks like something else.
const sentences = Object.values(lookalikes).flat();

/** Each style is tried on one sentence in ten, so that each sentence wears one. */
const EVERY = STYLES.length;

const THRESHOLDS = {
  plain: { most: 0.02, of: 'sentences as they stand' },
  styled: { most: 0.03, of: 'the same sentences dressed up, all styles together' },
} as const;

async function measure(name: keyof typeof THRESHOLDS, texts: readonly string[]): Promise<void> {
  const { most, of } = THRESHOLDS[name];
  const flagged = await flaggedOf(texts);
  console.log(`British look-alikes flagged, ${of}: ${percent(flagged.length, texts.length)}`);
  expect(flagged.length / texts.length, flagged.join('\n')).toBeLessThanOrEqual(most);
}

describe('ordinary words that look like offensive ones', () => {
  it('are at least 300 sentences, none of them twice', () => {
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(300);
  });

  it('are let be', () => measure('plain', sentences));

  it('are let be in every style', () =>
    measure(
      'styled',
      STYLES.flatMap(([, apply], at) => sentences.filter((_, i) => i % EVERY === at % EVERY).map(apply)),
    ));
});
