import type { Draft } from './draft.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Letters of a word that shows a direction: many shorter ones are words from both ends. */
const FEWEST_LETTERS = 3;
/** Fewest such words of a text, and letters that they have together. */
const FEWEST = { words: 2, letters: 10 };
/** Shares of letters in known words: below the first a text isn't English as it stands; above the second it is, from the end. */
const SHARES = { forward: 0.25, backward: 0.6 };

/** Whether a text makes sense only when read from its last letter. */
export function isReversed(drafts: readonly Draft[], words: Vocabulary): boolean {
  let [count, letters, forward] = [0, 0, 0];
  const written: string[] = [];
  for (const { kind, forms, from, to } of drafts) {
    if (kind !== 'word' || to - from < FEWEST_LETTERS) continue;
    const word = forms[0] ?? '';
    count += 1;
    letters += word.length;
    if (words.knows(word)) forward += word.length;
    else written.push(word);
  }
  if (count < FEWEST.words || letters < FEWEST.letters || forward > SHARES.forward * letters) return false;
  const turned = written.filter((word) => words.knows([...word].reverse().join('')));
  return turned.join('').length >= SHARES.backward * letters;
}
