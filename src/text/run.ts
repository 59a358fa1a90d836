import { isJoined, splitContraction } from './contraction.ts';
import { unjoin, unjoinParts } from './join.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a run: its forms, and its half-open place in the run. */
export interface RunWord {
  readonly forms: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Letters, with apostrophes among them. */
const RUN = /^[a-z]+(?:'[a-z]+)*$/;
/** Where a contraction ends. */
const CONTRACTED = /(?<='(?:d|ll|m|re|s|t|ve))(?=.)/;
/** Fewest letters of a run with an apostrophe; shorter ones are names and contractions. */
export const FEWEST_OF_RUN = 10;

/** Words that begin with a capital each, without spaces. */
const CAPITALS = /^[A-Z]?[a-z']*(?:[A-Z][a-z']*){2,}$/;
/** Fewest of them: "YouTube" is a name. */
const FEWEST_CAPITALS = 3;
/** Share of the letters of such a run that must be of known words. */
const KNOWN = 0.6;

/** "YouAreLate": the words of a run by their capitals, with the form in lower case and its place. */
export function cutAtCapitals(written: string, words: Vocabulary): readonly RunWord[] | undefined {
  if (!CAPITALS.test(written) || words.knows(written.toLowerCase())) return undefined;
  const found = [...written.matchAll(/[A-Z]?[a-z']+|[A-Z]/g)];
  if (found.length < FEWEST_CAPITALS) return undefined;
  const out: RunWord[] = [];
  let known = 0;
  for (const { 0: piece, index } of found) {
    const word = piece.toLowerCase();
    if (words.knows(word) || splitContraction(word) !== undefined) known += word.length;
    for (const { forms, start, end } of splitContraction(word) ?? [wholeOf(word)])
      out.push({ forms, start: index + start, end: index + end });
  }
  return known >= KNOWN * written.length && /[a-z]/.test(written) ? out : undefined;
}

/** The words of a run without spaces, contractions undone; undefined for one that is no run. */
export function cutRun(raw: string, words: Vocabulary): readonly RunWord[] | undefined {
  if (!RUN.test(raw)) return undefined;
  const marked = raw.includes("'");
  if (marked && raw.length < FEWEST_OF_RUN) return undefined;
  const pieces = marked ? cutAtContractions(raw, words) : unjoin(raw, words);
  if (pieces === undefined) return undefined;
  // Where each letter stands, apostrophes passed over.
  const places = [...raw].flatMap((char, i) => (char === "'" ? [] : [i]));
  const out: RunWord[] = [];
  let at = 0;
  for (const piece of pieces) {
    for (const { forms, start, end } of splitContraction(piece) ?? [wholeOf(piece)])
      out.push({ forms, start: places[at + start] ?? 0, end: (places[at + end - 1] ?? 0) + 1 });
    at += piece.length;
  }
  return out;
}

/** A contraction ends a word of a run: "I'dratherbedead". Pieces come without apostrophes. */
function cutAtContractions(raw: string, words: Vocabulary): readonly string[] | undefined {
  const parts = raw.split(CONTRACTED);
  if (parts.length === 1 && isOneWord(raw, words)) return undefined;
  return unjoinParts(
    parts.map((part) => part.replaceAll("'", '')),
    words,
  );
}

/** A word, a contraction, or whose something is: "somebody's". */
function isOneWord(part: string, words: Vocabulary): boolean {
  const bare = part.replaceAll("'", '');
  return words.knows(part.replace(/'s$/, '')) || words.knows(bare) || isJoined(bare);
}

function wholeOf(piece: string): RunWord {
  return { forms: [piece], start: 0, end: piece.length };
}
