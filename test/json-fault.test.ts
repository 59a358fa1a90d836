import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../src/model/jsonFault.ts';

describe('the place at which a text stops being JSON', () => {
  it.each([
    ['{"a": 1,\n "b": 2,\n}', 3, 1, 'comma too many'],
    ['{"a": 1\n "b": 2}', 2, 2, 'is a comma'],
    ['["a" "b"]', 1, 6, '"," or "]"'],
    ['[1, 2', 1, 6, '"," or "]"'],
    ['[1,]', 1, 4, 'comma too many'],
    ['{"a" 1}', 1, 6, '":"'],
    ["{'a': 1}", 1, 2, 'double quotation marks'],
    ['{"a": "one\ntwo"}', 1, 7, 'ends on its line'],
    ['{"a": NaN}', 1, 7, 'a value'],
    ['[01]', 1, 2, 'a value'],
    ['{} {}', 1, 4, 'nothing more'],
    ['', 1, 1, 'a value'],
  ])('is found in %j', (text, line, column, words) => {
    expect(jsonFault(text)).toMatchObject({ line, column, expected: expect.stringContaining(words) });
  });

  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it('is there if JSON.parse refuses the text, and only then', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', ':', '1', '\\', 'e', '-'),
        (json, at, sign) => {
          const cut = at % (json.length + 1);
          for (const text of [json, json.slice(0, cut) + sign + json.slice(cut), json.slice(0, cut)])
            expect(jsonFault(text) === undefined, text).toBe(isJson(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});
