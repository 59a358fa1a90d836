import { describe, expect, it } from 'vitest';
import { undisguise } from '../src/text/disguise.ts';
import { isSplitWord, unjoin } from '../src/text/join.ts';
import { tokenise } from '../src/text/tokenise.ts';
import { type Vocabulary, VocabularyBuilder } from '../src/text/vocabulary.ts';

// Mild words stand in for the strong ones: the mechanism doesn't know the difference.
const words: Vocabulary = vocabulary();

function vocabulary(): Vocabulary {
  const builder = new VocabularyBuilder(new Set(['you', 'are', 'a', 'all', 'the', 'they', 'should']));
  for (const word of ['bother', 'bothers', 'blast', 'sticks', 'blockhead']) {
    builder.addKnown(word);
    builder.addStrong(word, 1);
  }
  for (const word of ['hello', 'both', 'her', 'ordinary', 'pensioners']) builder.addKnown(word);
  builder.addRepairable('pensioners', true);
  return builder.build();
}

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
    ['*lockhead', ['blockhead']],
    ['blxckhxad', ['blockhead']],
    ['bоther', ['bother']],
    ['bοthеr', ['bother']],
    ['blaaaaast', ['blaast', 'blast']],
    ['bbllaasstt', ['blast']],
    ['bothre', ['bother']],
    ['blocckhead', ['blockhead']],
    ['blokhead', ['blockhead']],
    ['blovkhead', ['blockhead']],
    ['blocxkhead', ['blockhead']],
    ['botha', ['bother']],
    ['blazt', ['blast']],
    ['blckhd', ['blockhead']],
    ['tsalb', ['blast']],
    ['h3llo', ['hello']],
    ['0rd1nary', ['ordinary']],
    ['h3r', ['her']],
    ['pen*ioners', ['pensioners']],
  ])('reads %s as %j', (form, expected) => expect(undisguise(form, words)).toEqual(expected));

  it.each(['bother', 'hello', '20mph', 'w0rld', 'c*t', '*****', 'привет', '4th', '4am', 'b4'])(
    'leaves %s as it is',
    (form) => expect(undisguise(form, words)).toEqual([]),
  );

  it('reads a stretched ordinary word as itself', () =>
    expect(undisguise('sooooo', words)).toEqual(['soo', 'so']));

  it('reads a word without its vowels, but not initials', () => {
    expect(undisguise('blst', words)).toEqual(['blast']);
    expect(undisguise('blst', words, false, true)).toEqual([]);
    const formsIn = (text: string) => tokenise(text, words).tokens.flatMap(({ forms }) => forms);
    expect(formsIn('The BLST team rang')).not.toContain('blast');
    expect(formsIn('BLST')).not.toContain('blast');
    expect(formsIn('the blst team rang')).toContain('blast');
    // In a shouted text capitals tell nothing.
    expect(formsIn('BLST YOU ALL')).toContain('blast');
  });

  it('gives up on endless words', () => expect(undisguise(`b${'0'.repeat(100)}ther`, words)).toEqual([]));

  it('reads short words in leet only in a text that is full of it', () => {
    expect(undisguise('4', words)).toEqual([]);
    expect(undisguise('4', words, true)).toEqual(['a']);
  });
});

describe('a space put into a word', () => {
  it.each([
    ['bo', 'ther', true],
    ['b', 'last', true],
    ['stic', 'ks', true],
    ['both', 'her', false],
    ['so', 'bother', false],
    ['pensi', 'oners', true],
  ])('%s %s is seen: %s', (first, second, expected) =>
    expect(isSplitWord(first, second, words)).toBe(expected),
  );
});

describe('words run together', () => {
  it.each([
    ['allpensioners', ['all', 'pensioners']],
    ['youareablockhead', ['you', 'are', 'a', 'blockhead']],
    ['theyshould', ['they', 'should']],
  ])('%s is cut', (run, expected) => expect(unjoin(run, words)).toEqual(expected));

  it.each(['bother', 'bothher', 'allabout', 'xpensioners', 'a'.repeat(200)])('%s stays whole', (run) =>
    expect(unjoin(run, words)).toBeUndefined(),
  );
});
