import { describe, expect, it } from 'vitest';
import { isSplitWord, type SensitiveWords, undisguise } from '../src/text/disguise.ts';

// A mild word stands in for the strong ones: the mechanism doesn't know the difference.
const list = ['bother', 'bothers', 'blast', 'sticks'];
const words: SensitiveWords = {
  has: (form) => list.includes(form),
  knows: (form) => [...list, 'hello', 'both', 'ordinary'].includes(form),
  misspelt: (form) => (form === 'bothre' ? 'bother' : undefined),
  startingWith: (letter, length) => list.filter((word) => word.startsWith(letter) && word.length === length),
};

describe('undoing a disguise', () => {
  it.each([
    ['b0ther', ['bother']],
    ['8last', ['blast']],
    ['bl@st', ['blast']],
    ['$t1cks', ['sticks']],
    ['b1ast', ['blast']],
    ['b*ther', ['bother']],
    ['b****r', ['bother']],
    ['bl##t', ['blast']],
    ['bоther', ['bother']],
    ['bοthеr', ['bother']],
    ['blaaaaast', ['blaast', 'blast']],
    ['bbblast', ['bblast', 'blast']],
    ['bothre', ['bother']],
    ['h3llo', ['hello']],
    ['0rd1nary', ['ordinary']],
  ])('reads %s as %j', (form, expected) => expect(undisguise(form, words)).toEqual(expected));

  it.each(['bother', 'hello', '20mph', 'w0rld', 'c*t', '*****', 'привет', '4th'])(
    'leaves %s as it is',
    (form) => expect(undisguise(form, words)).toEqual([]),
  );

  it('reads a stretched ordinary word as itself', () =>
    expect(undisguise('sooooo', words)).toEqual(['soo', 'so']));

  it('gives up on endless words', () => expect(undisguise(`b${'0'.repeat(100)}ther`, words)).toEqual([]));
});

describe('a space put into a word', () => {
  const isSplit = (first: string, second: string) =>
    isSplitWord(first, second, words, (form) => form === 'her');
  it.each([
    ['bo', 'ther', true],
    ['b', 'last', true],
    ['stic', 'ks', true],
    ['both', 'er', true],
    ['both', 'hers', false],
    ['so', 'bother', false],
  ])('%s %s is seen: %s', (first, second, expected) => expect(isSplit(first, second)).toBe(expected));
});
