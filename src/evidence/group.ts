import type { Token } from '../text/token.ts';
import type { Hits } from './hit.ts';
import { add, GROUP, has, LOOK_BACK, type Mention, PERSON, type ReaderClasses } from './mention.ts';
import { bareSingularEnd } from './singular.ts';

/** Before one person who stands for a group: "a gay teacher", but not "the". */
const ANYONE = /^(a|an|any|every|each|another|no|some|next)$/;

/** "those Muslim blokes", "gay people": an identity before a head. "These people" alone points to a group named before. */
export function addGroupPhrases(
  tokens: readonly Token[],
  hits: Hits,
  classes: ReaderClasses,
  mentions: Map<number, Mention>,
): void {
  let lastGroup = Number.NEGATIVE_INFINITY;
  tokens.forEach((token, at) => {
    if (((mentions.get(at)?.kinds ?? 0) & GROUP) !== 0) lastGroup = token.sentence;
    const last = bareSingularEnd(tokens, hits, at, classes);
    if (last !== undefined) {
      add(mentions, { first: at, last, kinds: GROUP, phraseFirst: Math.max(0, at - 1) });
      lastGroup = token.sentence;
    }
    const isHead = has(hits, at, classes.personHead);
    const isOne = has(hits, at, classes.folkOne);
    if (!isHead && !isOne && !has(hits, at, classes.folkHead)) return;
    // "Black people human" is a phrase and a word after it.
    const afterHead = has(hits, at - 1, classes.personHead) || has(hits, at - 1, classes.folkHead);
    const adjective = (afterHead ? [at - 1] : [at - 1, at - 2]).find(
      (i) => has(hits, i, classes.identityAdjective) && tokens[i]?.sentence === token.sentence,
    );
    if (adjective !== undefined && (!isOne || isHead || ANYONE.test(tokens[adjective - 1]?.forms[0] ?? ''))) {
      add(mentions, { first: at, last: at + 1, kinds: GROUP, phraseFirst: adjective });
      // A pattern may begin at the adjective, the first word of the phrase.
      add(mentions, { first: adjective, last: at + 1, kinds: GROUP, phraseFirst: adjective });
      lastGroup = token.sentence;
      return;
    }
    if (!isHead) return;
    const pointer = [at - 1, at - 2, at - 3].find(
      (i) => has(hits, i, classes.demonstrative) && tokens[i]?.sentence === token.sentence,
    );
    const linked = pointer !== undefined && token.sentence - lastGroup <= LOOK_BACK ? GROUP : 0;
    add(mentions, { first: at, last: at + 1, kinds: PERSON | linked, phraseFirst: pointer ?? at });
  });
}
