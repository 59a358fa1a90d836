import type { Draft } from './draft.ts';
import type { Vocabulary } from './vocabulary.ts';

const FEWEST_WORDS = 4;
/** Shares of common words: below the first a text isn't English as it stands; above the second it is, from the end. */
const SHARES = { forward: 0.1, backward: 0.3 };

/** Whether a text makes sense only when read from its last letter. */
export function isReversed(drafts: readonly Draft[], words: Vocabulary): boolean {
  const written = drafts.filter(({ kind }) => kind === 'word').map(({ forms }) => forms[0] ?? '');
  if (written.length < FEWEST_WORDS || share(written, words) > SHARES.forward) return false;
  return (
    share(
      written.map((word) => [...word].reverse().join('')),
      words,
    ) >= SHARES.backward
  );
}

function share(written: readonly string[], words: Vocabulary): number {
  return written.filter((word) => word.length > 1 && words.isCommon(word)).length / written.length;
}
