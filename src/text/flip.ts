import type { Unit } from './decode.ts';

/** Upside-down characters and the letters they stand for. */
const FLIPPED: ReadonlyMap<string, string> = new Map(
  'ɐa ɔc ǝe ɟf ƃg ɓg ɥh ᴉi ıi ɾj ʞk ןl ɯm ɹr ʇt ʌv ʍw ʎy ∀a Ɔc Ǝe Ⅎf ⅁g ⅂l Ԁp ⊥t ∩u Λv ⅄y ˙. ¡! ¿?'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);
/** Letters that stand for another when turned. */
const TURNED: ReadonlyMap<string, string> = new Map(
  'bq qb dp pd nu un'.split(' ').map((pair) => [...pair] as [string, string]),
);
const SPACE = /\s/;
const LETTER = /\p{L}/u;
/** Share of the words of a text that are upside down from which all of it is. */
const MOST_WORDS = 0.6;

interface Word {
  readonly first: number;
  readonly last: number;
  readonly flipped: boolean;
}

/** Marks by which what follows is shown from right to left, and the end of that. */
const TURN = '\u202e';
const TURN_END = /[\u202c\n]/;

/** Text that was typed from its end, and is shown from its beginning by an invisible mark. */
export function unturn(units: readonly Unit[]): readonly Unit[] {
  if (!units.some(({ char }) => char === TURN)) return units;
  const out: Unit[] = [];
  for (let first = 0; first < units.length; ) {
    let last = first;
    if (units[first]?.char === TURN)
      while (last < units.length && !TURN_END.test(units[last]?.char ?? '\n')) last += 1;
    if (last === first) last += 1;
    out.push(...units.slice(first, last).reverse());
    first = last;
  }
  return out;
}

/** Turns upside-down words, or an upside-down text, the right way up: from right to left. */
export function unflip(units: readonly Unit[]): readonly Unit[] {
  if (!units.some(({ char }) => FLIPPED.has(char) && LETTER.test(char))) return units;
  const words = wordsOf(units);
  const flipped = words.filter((word) => word.flipped);
  if (flipped.length === 0) return units;
  if (flipped.length >= MOST_WORDS * words.length) return turn(units);
  const out = [...units];
  for (const { first, last } of flipped)
    for (const [i, unit] of turn(units.slice(first, last)).entries()) out[first + i] = unit;
  return out;
}

function wordsOf(units: readonly Unit[]): Word[] {
  const words: Word[] = [];
  for (let first = 0; first < units.length; ) {
    let last = first;
    let letters = 0;
    let turned = 0;
    for (; last < units.length && !SPACE.test(units[last]?.char ?? ' '); last++) {
      const char = units[last]?.char ?? '';
      if (LETTER.test(char)) letters += 1;
      if (FLIPPED.has(char)) turned += 1;
    }
    if (letters > 0) words.push({ first, last, flipped: turned > 0 && turned * 4 >= letters });
    first = last + 1;
  }
  return words;
}

function turn(units: readonly Unit[]): Unit[] {
  return units
    .map((unit) => ({
      ...unit,
      char: FLIPPED.get(unit.char) ?? TURNED.get(unit.char.toLowerCase()) ?? unit.char,
    }))
    .reverse();
}
