import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokenise.ts';

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const SHINGLE = 4;
/** Fewer letters than this are a courtesy, not a message. */
const FEWEST_LETTERS = 12;
/** Differing bits of 64 up to which two signatures are the same message. */
const NEAR = 10;
/** Share by which the lengths of two near-duplicates may differ. */
const LENGTH_SHARE = 0.15;

/**
 * Signature of a message by which the same words are known again: case, spacing, punctuation, emoji, mentions and
 * leet are ignored, links too unless hardly a word stands beside them; numbers are kept. Holds no text, so that no caller need store any.
 * @returns `length-numbers-hash-similarity`, in hexadecimal; empty for a message too short to be told from a courtesy.
 * @example fingerprint('Fix the bins!') === fingerprint('fix THE b1ns 😡') //=> true
 */
export function fingerprint(text: string): string {
  const { letters, numbers } = essence(text);
  if (letters.length < FEWEST_LETTERS) return '';
  return [
    letters.length.toString(16),
    hash32(numbers, 7).toString(16),
    hash32(letters, 1).toString(16),
    similarity(letters),
  ].join('-');
}

/** Letters alone, with the disguises that spammers use undone, and the numbers apart. */
function essence(text: string): { letters: string; numbers: string } {
  const words: string[] = [];
  const links: string[] = [];
  const numbers: string[] = [];
  for (const token of tokenise(text).tokens) {
    if (token.kind === 'word' || token.kind === 'hashtag') words.push(token.forms[0] ?? '');
    else if (token.kind === 'link') links.push(token.forms[0] ?? '');
    else if (token.kind === 'number' || token.kind === 'money' || token.kind === 'phone')
      numbers.push(token.forms[0] ?? '');
  }
  // Hardly a word but an address: the address is the message.
  if (words.join('').length < FEWEST_LETTERS) words.push(...links);
  let letters = '';
  for (const char of fold(words.join('')).text) {
    const letter = LEET[char] ?? char;
    if (/[\p{L}\p{N}]/u.test(letter)) letters += letter;
  }
  return { letters, numbers: numbers.join(' ') };
}

/** Whether two signatures are of the same message, or nearly the same. */
export function sameMessage(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const [lengthA = '', numbersA, hashA, similarityA = ''] = a.split('-');
  const [lengthB = '', numbersB, hashB, similarityB = ''] = b.split('-');
  if (numbersA !== numbersB) return false;
  if (hashA === hashB) return true;
  const [short, long] = [Number.parseInt(lengthA, 16), Number.parseInt(lengthB, 16)].sort((x, y) => x - y);
  if (short === undefined || long === undefined || long - short > long * LENGTH_SHARE || short < 40)
    return false;
  return distance(similarityA, similarityB) <= NEAR;
}

/** 64-bit similarity hash over letter shingles: near-duplicates differ in few bits. */
function similarity(letters: string): string {
  const votes = new Int32Array(64);
  for (let i = 0; i + SHINGLE <= letters.length; i++) {
    const shingle = letters.slice(i, i + SHINGLE);
    vote(votes, 0, hash32(shingle, 3));
    vote(votes, 32, hash32(shingle, 5));
  }
  return word(votes, 0) + word(votes, 32);
}

function vote(votes: Int32Array, offset: number, hash: number): void {
  for (let bit = 0; bit < 32; bit++)
    votes[offset + bit] = (votes[offset + bit] ?? 0) + ((hash >>> bit) & 1 ? 1 : -1);
}

function word(votes: Int32Array, offset: number): string {
  let bits = 0;
  for (let bit = 0; bit < 32; bit++) if ((votes[offset + bit] ?? 0) > 0) bits |= 1 << bit;
  return (bits >>> 0).toString(16).padStart(8, '0');
}

function distance(a: string, b: string): number {
  let bits = 0;
  for (let i = 0; i < 16; i += 8) {
    let different = Number.parseInt(a.slice(i, i + 8), 16) ^ Number.parseInt(b.slice(i, i + 8), 16);
    for (; different !== 0; different &= different - 1) bits += 1;
  }
  return bits;
}

/** 32-bit hash of UTF-16 units (FNV-1a with a final mix). */
function hash32(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
