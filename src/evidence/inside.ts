import {
  collapseDuplicatesTransformer,
  parseRawPattern,
  RegExpMatcher,
  resolveConfusablesTransformer,
  resolveLeetSpeakTransformer,
  toAsciiLowerCaseTransformer,
} from 'obscenity';
import type { Token } from '../text/token.ts';
import type { Term } from './lexicon.ts';

const SHORTEST = 6;
const LONGEST = 100;

/** Looks for a strong word inside one token that no lexicon knows. */
export type InsideReader = (token: Token) => Term | undefined;

/**
 * Reads strong words inside longer words, hashtags and handles. obscenity does the matching; it is asked only about
 * single unknown tokens that share a consonant skeleton with a term, since it costs far more than the trie.
 */
export function insideReader(terms: readonly Term[]): InsideReader {
  if (terms.length === 0) return () => undefined;
  const skeletons = [...new Set(terms.map((term) => skeleton(term.text)))];
  const matcher = new RegExpMatcher({
    blacklistedTerms: terms.map((term, id) => ({ id, pattern: parseRawPattern(squeeze(term.text)) })),
    blacklistMatcherTransformers: [
      resolveConfusablesTransformer(),
      resolveLeetSpeakTransformer(),
      toAsciiLowerCaseTransformer(),
      collapseDuplicatesTransformer({ defaultThreshold: 1 }),
    ],
  });
  return (token) => {
    if (token.kind !== 'word' && token.kind !== 'hashtag' && token.kind !== 'mention') return undefined;
    const form = token.forms[0] ?? '';
    if (form.length < SHORTEST || form.length > LONGEST) return undefined;
    const bones = skeleton(form);
    if (!skeletons.some((known) => bones.includes(known))) return undefined;
    const match = matcher.getAllMatches(form, true)[0];
    return match === undefined ? undefined : terms[match.termId];
  };
}

/** Doubled letters as one, as obscenity's transformer leaves them. */
function squeeze(text: string): string {
  return text.replace(/(.)\1+/g, '$1');
}

const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
  '8': 'b',
  '6': 'g',
  '9': 'g',
};

/** Consonants alone, leet undone, runs as one: what survives any spelling that obscenity can read. */
function skeleton(text: string): string {
  let out = '';
  for (const char of text) {
    const letter = DIGIT_LETTERS[char] ?? char;
    if (/[bcdfghjklmnpqrstvwxyz]/.test(letter) && !out.endsWith(letter)) out += letter;
  }
  return out;
}
