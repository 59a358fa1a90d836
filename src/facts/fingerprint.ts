import { COMMON_WORDS } from '../evidence/common.ts';
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
/** Fewer letters or words than these are a courtesy or a cheer, not a message. */
const FEWEST_LETTERS = 12;
const FEWEST_WORDS = 3;
/** Telling words that are kept of a message: all of a short one, the same share of two long ones. */
const MOST_WORDS = 32;
/** With at least so many telling words, the others may differ. */
const WORDS_FOR_SAME = 4;
/** With fewer telling words than this, each of them matters. */
const WORDS_FOR_NEAR = 6;

/**
 * Signature of a message by which the same words are known again: case, spacing, punctuation, emoji, mentions and
 * leet are ignored, links too unless hardly a word stands beside them; numbers are kept. Holds no text, so that no caller need store any.
 * @returns `numbers-letters-words`, in hexadecimal; empty for a message too short to be told from a courtesy.
 * @example fingerprint('Fix the bins!') === fingerprint('fix THE b1ns 😡') //=> true
 */
export function fingerprint(text: string): string {
  const { letters, numbers, words, count } = essence(text);
  if (letters.length < FEWEST_LETTERS || count < FEWEST_WORDS) return '';
  return [hash32(numbers, 7).toString(16), hash32(letters, 1).toString(16), sketch(words)].join('-');
}

interface Essence {
  readonly letters: string;
  readonly numbers: string;
  /** Words that are not among the commonest. */
  readonly words: readonly string[];
  readonly count: number;
}

/** Letters alone, with the disguises that spammers use undone, and the numbers apart. */
function essence(text: string): Essence {
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
  const bare = words.join('').length < FEWEST_LETTERS && links.length > 0;
  const kept = bare ? [...words, ...links] : words;
  const plain = kept.map(plainLetters);
  return {
    letters: plain.join(''),
    numbers: numbers.join(' '),
    words: plain.filter((word) => word !== '' && !COMMON_WORDS.has(word)),
    count: bare ? FEWEST_WORDS : words.length,
  };
}

function plainLetters(word: string): string {
  let letters = '';
  for (const char of fold(word).text) {
    const letter = LEET[char] ?? char;
    if (/[\p{L}\p{N}]/u.test(letter)) letters += letter;
  }
  return letters;
}

/**
 * Whether two signatures are of the same message, or nearly the same: with a word or two more or fewer, or a slip within a
 * long word. A message with another name or number in it is another message.
 */
export function sameMessage(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const [numbersA, lettersA, wordsA = ''] = a.split('-');
  const [numbersB, lettersB, wordsB = ''] = b.split('-');
  if (numbersA !== numbersB) return false;
  return lettersA === lettersB || nearly(keysOf(wordsA), keysOf(wordsB));
}

/** One holds all the telling words of the other and few more; of long messages, of which a part is known, most of them. */
function nearly(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const fewer = Math.min(a.size, b.size);
  const [onlyA, onlyB] = [without(a, b), without(b, a)];
  if (onlyA + onlyB === 0) return fewer >= WORDS_FOR_SAME;
  if (fewer < WORDS_FOR_NEAR) return false;
  const few = Math.max(1, Math.floor(fewer / WORDS_FOR_NEAR / 2));
  if (a.size === MOST_WORDS && b.size === MOST_WORDS) return Math.max(onlyA, onlyB) <= few;
  return Math.min(onlyA, onlyB) === 0 && onlyA + onlyB <= few;
}

function without(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((key) => !others.has(key)).length;
}

/** The lowest hashes of the telling words, four digits each, sorted: the same words give the same ones. */
function sketch(words: readonly string[]): string {
  const hashes = new Set(words.map((word) => hash32(slipProof(word), 3) & 0xffff));
  return [...Uint16Array.from(hashes).sort().slice(0, MOST_WORDS)]
    .map((hash) => hash.toString(16).padStart(4, '0'))
    .join('');
}

function keysOf(sketched: string): ReadonlySet<string> {
  return new Set(sketched.match(/.{4}/g));
}

/** Without its plural, and of a long word both ends, so that a slip of the finger in the middle changes nothing. */
function slipProof(word: string): string {
  const single = word.endsWith('s') ? word.slice(0, -1) : word;
  return single.length > 6 ? `${single.slice(0, 3)} ${single.slice(-3)}` : single;
}

/** 32-bit hash of UTF-16 units (FNV-1a with a final mix). */
function hash32(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
