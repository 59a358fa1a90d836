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
/** Letters that look the same when turned. */
const SAME = new Set('osxz');
const SPACE = /\s/;
const LETTER = /\p{L}/u;
const OF_WORD = /[\p{L}\p{N}]/u;
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
    while (last < units.length && !SPACE.test(units[last]?.char ?? ' ')) last += 1;
    const word = withoutOuterMarks(units, first, last);
    if (units.slice(word.first, word.last).some(({ char }) => LETTER.test(char)))
      words.push({ ...word, flipped: isFlipped(units.slice(word.first, word.last)) });
    first = last + 1;
  }
  return words;
}

/** Marks that stand upright beside a turned word stay where they are: "sʇuɐɹƃᴉɯɯᴉ?". */
function withoutOuterMarks(
  units: readonly Unit[],
  from: number,
  to: number,
): { readonly first: number; readonly last: number } {
  const isOuter = (at: number) => {
    const char = units[at]?.char ?? '';
    return !OF_WORD.test(char) && !FLIPPED.has(char);
  };
  let [first, last] = [from, to];
  while (first < last && isOuter(first)) first += 1;
  while (last > first && isOuter(last - 1)) last -= 1;
  return { first, last };
}

/** A quarter of its letters are upside down, or one is and none of the others stands upright. */
function isFlipped(word: readonly Unit[]): boolean {
  const letters = word.filter(({ char }) => LETTER.test(char)).map(({ char }) => char.toLowerCase());
  const turned = word.filter(({ char }) => FLIPPED.has(char)).length;
  if (turned === 0) return false;
  return (
    turned * 4 >= letters.length ||
    letters.every((letter) => FLIPPED.has(letter) || TURNED.has(letter) || SAME.has(letter))
  );
}

function turn(units: readonly Unit[]): Unit[] {
  return units
    .map((unit) => ({
      ...unit,
      char: FLIPPED.get(unit.char) ?? TURNED.get(unit.char.toLowerCase()) ?? unit.char,
    }))
    .reverse();
}
