import { leetReadings, undisguise } from './disguise.ts';
import { isWholeWord, isWorthJoining } from './join.ts';
import { unmask } from './mask.ts';
import type { Scanned } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Pieces that stand together without a space, with symbols between or in them, and the word that they hide. */
export interface Chunk {
  /** Half-open range of pieces. */
  readonly first: number;
  readonly last: number;
  readonly readings: readonly string[];
}

const LONGEST = 48;
/** "don't", also with the mark that stands beside the apostrophe on a keyboard. */
const CONTRACTION = /^\p{L}+['’;,"#@](?:t|s|d|m|re|ve|ll)$/u;
/** Halves of a word with a mark between them that parts no words: "arse.hole", for nobody goes on in small letters. */
const HALVED = /^\p{L}{2,}[._~|+]\p{Ll}{3,}$/u;
const SPACE = /\s/;
const ODD = /[^\p{L}\p{N}]/u;
/** Marks that people put for any hidden letter; others hide a vowel when they stand alone. */
const FREE_MASK = /[*#@$%&?]/;

/** Finds words whose letters are divided, or replaced, by symbols: "w_o_r_d", "w🔥rd", "w@#$d". Linear. */
export function findChunks(text: string, scanned: readonly Scanned[], words: Vocabulary): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let first = 0; first < scanned.length; ) {
    const last = endOfChunk(text, scanned, first);
    const chunk = chunkOf(text, scanned, first, last, words);
    if (chunk !== undefined) chunks.push(chunk);
    first = last;
  }
  return chunks;
}

function endOfChunk(text: string, scanned: readonly Scanned[], first: number): number {
  let last = first + 1;
  while (last < scanned.length) {
    const between = text.slice(scanned[last - 1]?.end, scanned[last]?.start);
    if (between.length > 8 || SPACE.test(between) || scanned[last]?.kind === 'newline') break;
    last += 1;
  }
  return last;
}

const PART_OF_WORD: ReadonlySet<Scanned['kind']> = new Set([
  'word',
  'number',
  'emoji',
  'break',
  'money',
  'mention',
  'hashtag',
  'quote',
]);
const LETTERS: ReadonlySet<Scanned['kind']> = new Set(['word', 'number', 'money', 'mention', 'hashtag']);

function chunkOf(
  text: string,
  scanned: readonly Scanned[],
  from: number,
  to: number,
  words: Vocabulary,
): Chunk | undefined {
  let [first, last] = [from, to];
  while (first < last && !LETTERS.has(scanned[first]?.kind ?? 'break')) first += 1;
  while (last > first && !LETTERS.has(scanned[last - 1]?.kind ?? 'break')) last -= 1;
  const head = scanned[first];
  if (head?.kind === 'mention' || head?.kind === 'hashtag') return undefined;
  const tail = scanned[last - 1];
  if (head === undefined || tail === undefined || tail.end - head.start > LONGEST) return undefined;
  const raw = (text[head.start - 1] === '*' ? '*' : '') + text.slice(head.start, tail.end);
  if (raw.length < 3 || !ODD.test(raw)) return undefined;
  for (let i = first; i < last; i++) if (!PART_OF_WORD.has(scanned[i]?.kind ?? 'link')) return undefined;
  const readings = readingsOf(raw, words);
  return readings.length === 0 ? undefined : { first, last, readings };
}

function readingsOf(raw: string, words: Vocabulary): readonly string[] {
  const pieces = raw.split(/[^\p{L}\p{N}]+/u).filter((piece) => piece !== '');
  const letters = pieces.join('');
  if (CONTRACTION.test(raw)) return [];
  // Letters that are all set apart are one word, whichever it is.
  if (pieces.length >= 3 && pieces.every((piece) => piece.length === 1))
    return [letters, ...undisguise(letters, words)];
  const halved = HALVED.test(raw) || !pieces.every((piece) => isWholeWord(piece, words));
  if (halved && words.isStrong(letters)) return [letters];
  if (pieces.every((piece) => isWholeWord(piece, words) || /^\d+$/.test(piece))) return [];
  if (pieces.length > 1) {
    const joined = [letters, ...leetReadings(letters)].filter((word) => isWorthJoining(word, words));
    const leet = leetReadings(raw).filter((word) => words.isStrong(word));
    if (joined.length + leet.length > 0) return [...new Set([...joined, ...leet])];
  }
  const hidden = unmask(maskOf(raw), words, !FREE_MASK.test(raw));
  // "don't" is no "donut".
  const fit = /^[^']*'[^']*$/.test(raw) ? hidden.filter((word) => words.isOffensive(word)) : hidden;
  if (fit.length > 0) return fit;
  return pieces.length > 2 ? undisguise(letters, words).filter((word) => words.isStrong(word)) : [];
}

/** Each symbol as a hidden letter. */
function maskOf(raw: string): string {
  return raw.replace(/[^\p{L}\p{N}]/gu, '?');
}
