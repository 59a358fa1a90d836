/** Fewest letters of a word whose misspellings are undone, by kind of slip. Shorter ones lie too near other words. */
const FEWEST = { swap: 4, missing: 6, doubled: 5 };

/** Misspellings of a word by one slip of the hand: two letters swapped, one missing, one doubled. The first letter stays. */
export function slipsOf(word: string): readonly string[] {
  const slips = new Set<string>();
  for (let i = 1; i < word.length; i++) {
    const [before, letter, after] = [word.slice(0, i), word[i] ?? '', word.slice(i + 1)];
    if (word.length >= FEWEST.swap && after !== '') slips.add(before + after[0] + letter + after.slice(1));
    if (word.length >= FEWEST.missing) slips.add(before + after);
    if (word.length >= FEWEST.doubled) slips.add(before + letter + letter + after);
  }
  slips.delete(word);
  return [...slips];
}
