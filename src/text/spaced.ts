import type { Unit } from './decode.ts';

/** A word with a space after each letter, and a wider gap after the word. */
const SPACED_WORD = /(?<!\S)\S(?: \S)*(?:[^\S\n]{2,}|$)/g;
/** Share of a text's characters that such words hold, from which it is set in this way. */
const MOST = 0.7;

/** Whether a text is set with a space after each letter and wider gaps between its words. */
export function isSpacedOut(text: string): boolean {
  if (!/\S \S \S[^\S\n]{2}/.test(text)) return false;
  const held = (text.match(SPACED_WORD) ?? []).reduce((sum, word) => sum + word.length, 0);
  return held >= MOST * text.length;
}

/** Takes out the single spaces between the letters of a text that is spaced out. */
export function unspace(units: readonly Unit[]): readonly Unit[] {
  const isSpace = (i: number) => /\s/.test(units[i]?.char ?? 'x');
  return units.filter((_, i) => !isSpace(i) || isSpace(i - 1) || isSpace(i + 1));
}
