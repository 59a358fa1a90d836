import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../src/text/tokenise.ts';

const forms = (text: string) => tokenise(text).tokens.map((token) => token.forms[0]);
const kinds = (text: string) =>
  tokenise(text).tokens.map((token) => `${token.kind}:${text.slice(token.start, token.end)}`);
const sentences = (text: string) => {
  const { tokens, sentences: ranges } = tokenise(text);
  return ranges.map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last - 1]?.end));
};

describe('cutting a text into tokens', () => {
  it.each([
    ["You're late, they've gone", ['you', 'are', 'late', 'they', 'have', 'gone']],
    ["can't won't dont cannot", ['can', 'not', 'will', 'not', 'do', 'not', 'can', 'not']],
    ["the council's bins", ['the', 'council', "'s", 'bins']],
    ["o'clock rock'n'roll", ['oclock', 'rocknroll']],
    ['gonna wanna gotta', ['going', 'to', 'want', 'to', 'got', 'to']],
    ['Café NAÏVE ﬁre', ['cafe', 'naive', 'fire']],
    ['ｆｕｌｌ ⓒⓘⓡⓒⓛⓔⓓ 𝓼𝓽𝔂𝓵𝓮𝓭 🅂🅀🅄🄰🅁🄴', ['full', 'circled', 'styled', 'square']],
    ['zero\u200bwidth soft\u00adhyphen', ['zerowidth', 'softhyphen']],
  ])('reads %s', (text, expected) => expect(forms(text)).toEqual(expected));

  it.each([
    [
      'Ring 01604 626 938 or 0300 126 7000',
      ['word:Ring', 'phone:01604 626 938', 'word:or', 'phone:0300 126 7000'],
    ],
    ['£20.50 for 3 at 9.30', ['money:£20.50', 'word:for', 'number:3', 'word:at', 'number:9.30']],
    [
      'see https://a.example/b?c=1. Or www.b.org, or c.co.uk',
      ['word:see', 'link:https://a.example/b?c=1', 'word:Or', 'link:www.b.org', 'word:or', 'link:c.co.uk'],
    ],
    ['mail j.b77@example.org', ['word:mail', 'email:j.b77@example.org']],
    ['@Gaz #binday', ['mention:@Gaz', 'hashtag:#binday']],
    ['well 👏🏽👏 🇬🇧', ['word:well', 'emoji:👏🏽', 'emoji:👏', 'emoji:🇬🇧']],
  ])('tells what is what in %s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it.each([
    ['Thanks. See you there!', ['Thanks', 'See you there']],
    ['Cllr. Smith met Mr. J. Jones at 3.30. He left', ['Cllr. Smith met Mr. J. Jones at 3.30', 'He left']],
    ['one two three\nfour five', ['one two three', 'four five']],
    ['one\ntwo three', ['one\ntwo three']],
    ['one\n\ntwo', ['one', 'two']],
    ['what?! really…', ['what', 'really']],
  ])('ends sentences in %j', (text, expected) => expect(sentences(text)).toEqual(expected));

  it('finds quotations by double and single marks, and no quotation in an apostrophe', () => {
    const quoted = (text: string) => {
      const { tokens, quotations } = tokenise(text);
      return quotations.map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last - 1]?.end));
    };
    expect(quoted('he said "go away" and “come back”')).toEqual(['go away', 'come back']);
    expect(quoted("she said 'no thanks' to it")).toEqual(['no thanks']);
    expect(quoted("the dogs' home isn't the cats' home")).toEqual([]);
    expect(quoted('an open " mark that never closes')).toEqual([]);
  });

  it('gives hyphened and split words their joined reading', () => {
    const joins = (text: string) => tokenise(text).tokens.flatMap((token) => token.joins ?? []);
    expect(joins('a half-wit')).toEqual([{ form: 'halfwit', length: 2 }]);
    expect(joins('b i n')).toEqual([{ form: 'bin', length: 3 }]);
    expect(joins('b.i.n.s')).toEqual([{ form: 'bins', length: 4 }]);
  });

  // Text that is upside down or turned around is read from its end, so only places are compared.
  it('keeps every token inside the text, apart from others, on code points, whatever is thrown at it', {
    timeout: 60_000,
  }, () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let [start, end] = [-1, 0];
        const tokens = [...tokenise(text).tokens].sort((a, b) => a.start - b.start);
        for (const token of tokens) {
          // One character may stand for several words: ﷺ.
          if (token.start !== start || token.end !== end) expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          for (const edge of [token.start, token.end])
            expect(
              /^[\udc00-\udfff]/.test(text.slice(edge)) && /[\ud800-\udbff]$/.test(text.slice(0, edge)),
            ).toBe(false);
          [start, end] = [token.start, token.end];
        }
      }),
      { numRuns: 500 },
    );
  });
});
