import type { Unit } from './decode.ts';

/** A word with a space after each letter. */
const SPACED_WORD = /^\S(?: \S)*$/;
const WIDE_GAP = /[^\S\n]{2,}/;
/** Share of a text's characters that such words hold, from which it is set in this way. */
const MOST = 0.7;

/** Whether a text is set with a space after each letter and wider gaps between its words. */
export function isSpacedOut(text: string): boolean {
  if (!/\S \S \S[^\S\n]{2}/.test(text)) return false;
  // Cut first: one expression over the whole text would try every letter of a run as its beginning.
  const pieces = text.trim().split(WIDE_GAP);
  const spaced = pieces.filter((piece) => SPACED_WORD.test(piece));
  return lengthOf(spaced) >= MOST * lengthOf(pieces);
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

/** Takes out the single spaces between the letters of a text that is spaced out. */
export function unspace(units: readonly Unit[]): readonly Unit[] {
  const isSpace = (i: number) => /\s/.test(units[i]?.char ?? 'x');
  return units.filter((_, i) => !isSpace(i) || isSpace(i - 1) || isSpace(i + 1));
}
