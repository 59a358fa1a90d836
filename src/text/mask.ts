import type { Vocabulary } from './vocabulary.ts';

/** Letters that must be seen of a word that isn't strong, where a symbol stands for one vowel. */
const FEWEST_SEEN = 3;
/** Such a word's letters, where its first is hidden. */
const FEWEST_HEADLESS = 4;
/** A mask that fits more words than this hides none in particular. */
const MOST_FITTING = 12;
const MOST_STRONG = 4;

/**
 * The words that may be behind a mask: letters, with `?` for each hidden one. A strong word is read even from its first
 * letter. Others that offend are read from their first and last letters; one that doesn't, only when half is seen and it
 * alone fits. With `vowels`, only vowels may be hidden.
 */
export function unmask(mask: string, words: Vocabulary, vowels = false): readonly string[] {
  const seen = mask.replaceAll('?', '').length;
  const headless = mask.startsWith('?');
  const least = headless ? Math.max(3, mask.length - 1) : vowels ? 2 : 1;
  if (seen < least || mask.length < 3) return [];
  if (headless && words.knows(mask.slice(1))) return [];
  const found = new Set(strongFits(mask, words, vowels));
  if (isShown(mask, seen, vowels) && (found.size === 0 || mask.length - seen > 1))
    for (const word of fitting(words.offensiveLike(mask[0] ?? '', mask.length), mask, vowels))
      found.add(word);
  if (found.size === 0 && !headless && !vowels && seen * 2 >= mask.length) {
    const { repairable, known } = words.like(mask[0] ?? '', mask.length);
    const only = onlyOne(repairable, mask) ?? onlyOne(known, mask);
    if (only !== undefined) found.add(only);
  }
  return [...found];
}

/** The strongest words that fit. Slurs come last: one is read only where nothing else fits. */
function strongFits(mask: string, words: Vocabulary, vowels: boolean): readonly string[] {
  const found = words.strongOfLength(mask.length).filter((word) => fits(mask, word, vowels));
  const weight = words.weightOf(found[0] ?? '');
  return found.filter((word, i) => i === 0 || words.weightOf(word) === weight).slice(0, MOST_STRONG);
}

/** Whether enough is seen of a word that isn't strong. */
function isShown(mask: string, seen: number, vowels: boolean): boolean {
  if (mask.startsWith('?')) return !vowels && seen >= FEWEST_HEADLESS;
  if (vowels) return seen >= FEWEST_SEEN && mask.length - seen === 1;
  return seen >= 2 && !mask.endsWith('?') ? true : seen * 2 >= mask.length && seen >= FEWEST_SEEN;
}

function fitting(words: readonly string[], mask: string, vowels: boolean): readonly string[] {
  const found = words.filter((word) => fits(mask, word, vowels));
  return found.length > MOST_FITTING ? [] : found;
}

function onlyOne(words: readonly string[], mask: string): string | undefined {
  const found = words.filter((word) => fits(mask, word, false));
  return found.length === 1 ? found[0] : undefined;
}

function fits(mask: string, word: string, vowels: boolean): boolean {
  for (let i = 0; i < mask.length; i++) {
    const letter = word[i] ?? '';
    if (mask[i] === '?' ? vowels && !'aeiou'.includes(letter) : mask[i] !== letter) return false;
  }
  return true;
}
