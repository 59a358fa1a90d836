import { isJoined } from './contraction.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Fewest and most letters of a word that a space was put into. */
const SPLIT_LENGTHS = { least: 4, most: 20 };
/** Fewest letters of such a word that isn't strong. */
const FEWEST_KNOWN = 5;

/** Whether two neighbouring tokens are one offensive word with a space put in: one of the halves is no word by itself. */
export function isSplitWord(first: string, second: string, words: Vocabulary): boolean {
  const joined = first + second;
  if (joined.length < SPLIT_LENGTHS.least || joined.length > SPLIT_LENGTHS.most) return false;
  if (!isWorthJoining(joined, words)) return false;
  // "Mrs C rip" holds an initial; "f uck" doesn't.
  if (first.length === 1 || second.length === 1) return !words.knows(first.length === 1 ? second : first);
  return !(isWholeWord(first, words) && isWholeWord(second, words));
}

/** Two letters may be known and yet be half of a word. */
export function isWholeWord(piece: string, words: Vocabulary): boolean {
  return words.isCommon(piece) || (piece.length > 2 && words.knows(piece));
}

/** Whether pieces of text that stand together may be one word. */
export function isWorthJoining(joined: string, words: Vocabulary): boolean {
  return isOffensive(joined, words) || (joined.length >= FEWEST_KNOWN && words.knows(joined));
}

/** Letters of words that were run together. */
const RUN_LENGTHS = { least: 5, most: 160 };
const LONGEST_PIECE = 18;
/** Pieces from which a run is taken for a sentence, so that ordinary words may be among them. */
const SENTENCE = 4;
/** Letters that its pieces have on average: "detest-at-i-on" is none. */
const LEAST_SENTENCE = 2.5;
/** The same, where no word offends. */
const LEAST_PLAIN = 3;
/** Fewest letters of an offensive piece. */
const FEWEST_OFFENSIVE = 4;

/** Letters of two common words without their space: "theyshould". */
const FEWEST_OF_TWO = 6;
/** Letters of an offensive piece that needn't stand beside one of the commonest words. */
const LONG_OFFENSIVE = 6;

/** Letters of a run in which some words may be unknown (names), and the share of letters that must be of known ones. */
const LOOSE = { letters: 12, known: 0.5, pieces: 3 };
/** The same of a run in which no word offends. */
const PLAIN = { known: 0.7, pieces: 6 };
/** Letters of an unknown piece, and how unlikely it is. */
const UNKNOWN = { least: 3, most: 12, cost: 4 };
/** Letters of a known word that stands beside an offensive one in a run with a capital. */
const LONG_PLAIN = 4;
/** The same of a common word, beside a short one: "Killby" is a name. */
const FEWEST_COMMON = 3;
/** Letters of a word that names a group, beside common ones. */
const FEWEST_NAMING = 5;
/** Letters of a run of three words, one of which offends. */
const LONG_RUN = 10;

/** Letters of a known word that is likelier than two of the commonest. */
const LONG_KNOWN = 6;

interface Cut {
  /** Where the last piece begins. */
  readonly from: number;
  readonly score: number;
}

/**
 * The words of which a run is made ("allmuslims", "youareaclown"), if one of them offends or it is two common words;
 * undefined for a run that isn't. Fewest and commonest pieces win.
 */
export function unjoin(run: string, words: Vocabulary): readonly string[] | undefined {
  if (run.length < RUN_LENGTHS.least || run.length > RUN_LENGTHS.most || words.knows(run)) return undefined;
  const pieces = cut(run, words, false);
  if (pieces === undefined) return run.length < LOOSE.letters ? undefined : unjoinLoosely(run, words);
  return isRun(pieces, run, words) ? pieces : undefined;
}

/** The words of a run that is known to be divided: "I'd" and "ratherbedead". */
export function unjoinParts(parts: readonly string[], words: Vocabulary): readonly string[] | undefined {
  const run = parts.join('');
  if (run.length > RUN_LENGTHS.most) return undefined;
  const cuts = parts.map((part) => (isPiece(part, words) ? [part] : cut(part, words, false)));
  if (!cuts.every((pieces) => pieces !== undefined)) return unjoin(run, words);
  const pieces = cuts.flat();
  return isRun(pieces, run, words) ? pieces : unjoin(run, words);
}

function isRun(pieces: readonly string[], run: string, words: Vocabulary): boolean {
  return (
    isPlain(pieces, run, words) || isAboutGroup(pieces, run, words) || isOffensiveRun(pieces, run, words)
  );
}

/** Two common words, or several words of a fair length of which some are among the commonest. */
function isPlain(pieces: readonly string[], run: string, words: Vocabulary): boolean {
  if (pieces.length === 2 && run.length >= FEWEST_OF_TWO && pieces.every((piece) => words.isCommon(piece)))
    return true;
  return (
    pieces.length >= SENTENCE &&
    run.length >= LEAST_PLAIN * pieces.length &&
    pieces.filter((piece) => piece.length > 2 && isFrequent(piece, words)).length >= 2
  );
}

/** A sentence, or common words, in which a group is named. */
function isAboutGroup(pieces: readonly string[], run: string, words: Vocabulary): boolean {
  if (isSentence(pieces, run) && pieces.some((piece) => words.namesGroup(piece))) return true;
  const names = (piece: string) => piece.length >= FEWEST_NAMING && words.namesGroup(piece);
  return pieces.some(names) && pieces.every((piece) => words.isCommon(piece) || names(piece));
}

/** A sentence, two words that offend, or an offensive one among words that are too plain to be part of a name. */
function isOffensiveRun(pieces: readonly string[], run: string, words: Vocabulary): boolean {
  if (!pieces.some((piece) => isOffensive(piece, words))) return false;
  if (isSentence(pieces, run)) return true;
  if (pieces.length === 2 && pieces.every((piece) => piece.length > 2 && words.isOffensive(piece)))
    return true;
  const isLong = run.length >= LONG_RUN;
  const enough = isLong ? FEWEST_OFFENSIVE : LONG_OFFENSIVE;
  const isSure = pieces.some((piece) => piece.length >= enough && isOffensive(piece, words));
  return pieces.every((piece, i) => {
    if (piece.length === 1) return piece === 'a' ? isArticle(pieces, i) : piece === 'i' && i === 0;
    if (isFrequent(piece, words) || isOffensive(piece, words)) return true;
    return isSure && piece.length >= (isLong ? 3 : 4);
  });
}

function isSentence(pieces: readonly string[], run: string): boolean {
  return pieces.length >= SENTENCE && run.length >= LEAST_SENTENCE * pieces.length;
}

/** "a" before or after a longer word: one letter says little of a run. */
function isArticle(pieces: readonly string[], at: number): boolean {
  const next = pieces[at + 1];
  return next === undefined ? pieces.length > 2 : next.length > FEWEST_OFFENSIVE;
}

/**
 * Whether words that were cut from a run can be no name, though it begins with a capital: a long word that offends stands
 * beside common or long ones, or a short one beside common ones of some length.
 */
export function isNoName(pieces: readonly string[], words: Vocabulary): boolean {
  const offensive = pieces.filter((piece) => isOffensive(piece, words));
  const isLong = offensive.some((piece) => piece.length >= LONG_OFFENSIVE);
  const isOrdinary = (piece: string, i: number) =>
    words.isCommon(piece)
      ? isLong || piece.length >= FEWEST_COMMON
      : isLong && i > 0 && piece.length >= LONG_PLAIN && words.knows(piece);
  const isMixed = offensive.length > 0 && offensive.length < pieces.length;
  return isMixed && pieces.every((piece, i) => offensive.includes(piece) || isOrdinary(piece, i));
}

/** A sentence with a name in it: one of its words offends or names a group, or nearly all of them are known. */
function unjoinLoosely(run: string, words: Vocabulary): readonly string[] | undefined {
  const pieces = cut(run, words, true);
  const known = pieces?.filter((piece) => isPiece(piece, words)) ?? [];
  const letters = known.join('').length;
  if (letters < LEAST_SENTENCE * known.length) return undefined;
  const isTelling =
    known.length >= LOOSE.pieces &&
    letters >= LOOSE.known * run.length &&
    known.some((piece) => isOffensive(piece, words) || words.namesGroup(piece));
  return isTelling || (known.length >= PLAIN.pieces && letters >= PLAIN.known * run.length)
    ? pieces
    : undefined;
}

function isOffensive(piece: string, words: Vocabulary): boolean {
  return piece.length >= FEWEST_OFFENSIVE && words.isOffensive(piece);
}

/** Cuts a run into the fewest known words. Work is bounded by its length times the longest piece. */
function cut(run: string, words: Vocabulary, loose: boolean): readonly string[] | undefined {
  const cuts: (Cut | undefined)[] = [{ from: 0, score: 0 }];
  for (let end = 1; end <= run.length; end++) {
    for (let from = Math.max(0, end - LONGEST_PIECE); from < end; from++) {
      const before = cuts[from];
      if (before === undefined) continue;
      const piece = run.slice(from, end);
      const cost = isPiece(piece, words) ? costOf(piece, words) : loose ? costOfUnknown(piece) : undefined;
      if (cost === undefined) continue;
      const score = before.score + cost;
      const known = cuts[end];
      if (known === undefined || score < known.score) cuts[end] = { from, score };
    }
  }
  if (cuts[run.length] === undefined) return undefined;
  const pieces: string[] = [];
  for (let end = run.length; end > 0; ) {
    const from = cuts[end]?.from ?? 0;
    pieces.unshift(run.slice(from, end));
    end = from;
  }
  return pieces.length > 1 ? pieces : undefined;
}

function isFrequent(piece: string, words: Vocabulary): boolean {
  return words.isCommon(piece) || isJoined(piece);
}

/** Common and offensive words are likelier than others. */
function costOf(piece: string, words: Vocabulary): number {
  if (isOffensive(piece, words)) return 1;
  if (isFrequent(piece, words)) return piece.length === 2 ? 1.2 : 1;
  if (piece.length === 1) return 1;
  return piece.length === 3 ? 3.5 : piece.length < LONG_KNOWN ? 3 : 2;
}

function costOfUnknown({ length }: string): number | undefined {
  return length < UNKNOWN.least || length > UNKNOWN.most ? undefined : UNKNOWN.cost + length;
}

function isPiece(piece: string, words: Vocabulary): boolean {
  if (piece.length === 1) return piece === 'a' || piece === 'i' || piece === 'u';
  return words.isCommon(piece) || isJoined(piece) || (piece.length > 2 && words.knows(piece));
}
