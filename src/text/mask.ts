import type { Vocabulary } from './vocabulary.ts';

/** Letters that must be seen of a word that isn't strong, where a symbol stands for one vowel. */
const FEWEST_SEEN = 4;

/**
 * The word behind a mask: letters, with `?` for each hidden one. A strong word is read even from its first letter; others
 * only when half is seen and one word alone fits. With `vowels`, only vowels may be hidden.
 */
export function unmask(mask: string, words: Vocabulary, vowels = false): string | undefined {
  const seen = mask.replaceAll('?', '').length;
  const least = mask.startsWith('?') ? Math.max(3, mask.length - 1) : vowels ? 2 : 1;
  if (seen < least || mask.length < 3) return undefined;
  if (mask.startsWith('?') && words.knows(mask.slice(1))) return undefined;
  const strong = words.strongOfLength(mask.length).find((word) => fits(mask, word, vowels));
  if (strong !== undefined || mask.startsWith('?') || seen * 2 < mask.length) return strong;
  const { repairable, known } = words.like(mask[0] ?? '', mask.length);
  if (vowels)
    return seen < FEWEST_SEEN || mask.length - seen > 1 ? undefined : onlyOne(repairable, mask, true);
  return onlyOne(repairable, mask, false) ?? onlyOne(known, mask, false);
}

function onlyOne(words: readonly string[], mask: string, vowels: boolean): string | undefined {
  const fitting = words.filter((word) => fits(mask, word, vowels));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function fits(mask: string, word: string, vowels: boolean): boolean {
  for (let i = 0; i < mask.length; i++) {
    const letter = word[i] ?? '';
    if (mask[i] === '?' ? vowels && !'aeiou'.includes(letter) : mask[i] !== letter) return false;
  }
  return true;
}
