import type { Token } from '../text/token.ts';
import { COMMON_WORDS } from './common.ts';
import type { Hits } from './hit.ts';
import { add, GROUP, has, LOOK_BACK, type Mention, PERSON, type ReaderClasses } from './mention.ts';

/** Before the bare name of a group: "a Muslim", "every immigrant". */
const DETERMINER = /^(a|an|any|every|each|some|no|one|another|that|this|the|single)$/;

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
    if (isBareSingular(tokens, hits, at, classes)) {
      add(mentions, { first: at, last: at + 1, kinds: GROUP, phraseFirst: at - 1 });
      lastGroup = token.sentence;
    }
    if (!has(hits, at, classes.personHead)) return;
    const adjective = [at - 1, at - 2].find(
      (i) => has(hits, i, classes.identityAdjective) && tokens[i]?.sentence === token.sentence,
    );
    if (adjective !== undefined) {
      add(mentions, { first: at, last: at + 1, kinds: GROUP, phraseFirst: adjective });
      // A pattern may begin at the adjective, the first word of the phrase.
      add(mentions, { first: adjective, last: at + 1, kinds: GROUP, phraseFirst: adjective });
      lastGroup = token.sentence;
      return;
    }
    const pointer = [at - 1, at - 2, at - 3].find(
      (i) => has(hits, i, classes.demonstrative) && tokens[i]?.sentence === token.sentence,
    );
    const linked = pointer !== undefined && token.sentence - lastGroup <= LOOK_BACK ? GROUP : 0;
    add(mentions, { first: at, last: at + 1, kinds: PERSON | linked, phraseFirst: pointer ?? at });
  });
}

/** "a Muslim is", "any gay": a group by its bare singular, not before a noun as in "a Polish shop". */
function isBareSingular(tokens: readonly Token[], hits: Hits, at: number, classes: ReaderClasses): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before?.sentence !== token.sentence || !DETERMINER.test(before.forms[0] ?? ''))
    return false;
  if (!has(hits, at, classes.identityAdjective) || !classes.namingStrands.some((id) => has(hits, at, id)))
    return false;
  const next = tokens[at + 1];
  if (next === undefined || next.sentence !== token.sentence) return true;
  const form = next.forms[0] ?? '';
  return COMMON_WORDS.has(form) && !/^ones?$/.test(form);
}
