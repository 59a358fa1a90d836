import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../src/text/language.ts';
import { tokenise } from '../src/text/tokenise.ts';
import englishes from './support/englishes.json' with { type: 'json' };
import { flaggedOf, percent } from './support/flagged.ts';

// What residents write on a good or a bad day, in the English of where they or their parents come from, or in another
// language.
const CODES: Readonly<Record<string, string>> = {
  Welsh: 'cym',
  Polish: 'pol',
  Romanian: 'ron',
  Urdu: 'urd',
  Punjabi: 'pan',
  Bengali: 'ben',
  Portuguese: 'por',
  Lithuanian: 'lit',
};
const groups = Object.entries(englishes);
const foreign = groups.filter(([name]) => CODES[name] !== undefined);
const english = groups.filter(([name]) => CODES[name] === undefined);

const THRESHOLDS = {
  flagged: { most: 0.01, of: 'comments in other Englishes' },
  foreignFlagged: { most: 0, of: 'comments in other languages' },
  calledEnglish: { most: 0.1, of: 'comments in other languages' },
  calledForeign: { most: 0.03, of: 'comments in other Englishes' },
  misnamed: { most: 0.2, of: 'comments in other languages' },
} as const;

function hold(name: keyof typeof THRESHOLDS, what: string, found: readonly string[], of: number): void {
  console.log(`${THRESHOLDS[name].of} ${what}: ${percent(found.length, of)}`);
  expect(found.length / of, found.join('\n')).toBeLessThanOrEqual(THRESHOLDS[name].most);
}

const textsOf = (among: typeof groups) => among.flatMap(([, texts]) => texts);
const code = (text: string) => guessLanguage(tokenise(text).tokens, text).code;

describe('clean comments', () => {
  it('are at least 200, from at least 20 ways of speaking', () => {
    expect(textsOf(groups).length).toBeGreaterThanOrEqual(200);
    expect(groups.length).toBeGreaterThanOrEqual(20);
  });

  it('in other Englishes are let be', async () => {
    const texts = textsOf(english);
    hold('flagged', 'flagged', await flaggedOf(texts), texts.length);
  });

  it('in other Englishes are taken for English', () => {
    const texts = textsOf(english);
    const wrong = texts.filter((text) => !['eng', 'und'].includes(code(text)));
    hold('calledForeign', 'taken for another language', wrong, texts.length);
  });

  it('in other languages are let be', async () => {
    const texts = textsOf(foreign);
    hold('foreignFlagged', 'flagged', await flaggedOf(texts), texts.length);
  });

  it('in other languages are not taken for English', () => {
    const texts = textsOf(foreign);
    const wrong = texts.filter((text) => code(text) === 'eng');
    hold('calledEnglish', 'taken for English', wrong, texts.length);
  });

  it('in other languages are named', () => {
    const wrong = foreign.flatMap(([name, texts]) =>
      texts
        .filter((text) => ![CODES[name], 'und'].includes(code(text)))
        .map((text) => `${code(text)}: ${text}`),
    );
    hold('misnamed', 'named otherwise', wrong, textsOf(foreign).length);
  });
});
