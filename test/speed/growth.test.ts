import { describe, expect, it } from 'vitest';
import { classify } from '../../src/index.ts';

const now = '2026-06-10T10:00:00+01:00';

/** Inputs that grow, with the factor that one character may cost more. Those with 4 make so many tokens that memory is felt. */
const inputs: readonly (readonly [
  name: string,
  unit: string | ((length: number) => string),
  most?: number,
])[] = [
  [
    'prose',
    'The bins on our street were not collected again and nobody answers the phone. Thanks to the crew though. ',
  ],
  ['abuse', 'You are all fucking useless wankers and I will kill you and your bastard family. '],
  ['one endless word', 'a'],
  [
    'one endless sentence',
    'they said that he is not going to hurt the people who are at the council and ',
    4,
  ],
  ['masks', 'f*ck sh!t f u c k w.a.n.k f*** ', 4],
  ['stretched letters', 'fuuuuuuuck', 4],
  ['combining marks', 'a\u0301\u0327\u0323', 4],
  ['emoji', '🖕🐒💣', 4],
  ['quotation marks', `"'`, 4],
  ['dots and signs', 'a.b@', 4],
  ['digits and spaces', '0 1 ', 4],
  ['line ends', 'no\n', 4],
  ['near-matches of a name', '@a cllr mr ', 4],
  ['leet', 'b0ll0ck5 ', 4],
  ['letters with wide gaps', 'a b c  d e ', 4],
  ['one wide gap, then single letters', (length) => `a b c  ${'a '.repeat(length / 2)}bb`, 4],
  ['words run together', 'youareallmuppets', 4],
  ['entities and percent signs', '&#102;%66&#x66', 4],
  ['upside down', 'ɹǝʞuɐq ', 4],
];

async function millis(text: string, runs: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await classify({ text, now });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('work grows in proportion to the text', () => {
  it.each(inputs.map(([name, unit, most = 2]) => [name, unit, most] as const))(
    '%s: a character of 100 KB costs about what one of 1 KB does',
    { timeout: 60_000, retry: 2 },
    async (_, unit, most) => {
      const make = (length: number) =>
        typeof unit === 'string'
          ? unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
          : unit(length);
      const [long, short] = [make(100_000), make(1000)];
      // One run warms up; many short runs against a few long ones, the best of each.
      await millis(short, 30);
      const perShort = (await millis(short, 100)) / short.length;
      const perLong = (await millis(long, 4)) / long.length;
      expect(perLong / perShort).toBeLessThan(most);
    },
  );
});
