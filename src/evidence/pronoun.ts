import type { TokenisedText } from '../text/token.ts';
import type { Hits } from './hit.ts';
import { kindBit } from './lexicon.ts';
import { add, GROUP, has, LOOK_BACK, type Mention, PERSON, type ReaderClasses } from './mention.ts';
import { addLeads } from './widen.ts';

/** What "they" can stand for. */
const PLURAL_KINDS =
  GROUP | kindBit('staff') | kindBit('member') | kindBit('council') | kindBit('party') | kindBit('resident');
const SINGULAR_KINDS =
  kindBit('staff') | kindBit('member') | kindBit('candidate') | kindBit('resident') | PERSON;

/** Pronouns take the kinds of the latest mention that they can stand for; else they are a person. */
export function addPronouns(
  text: TokenisedText,
  hits: Hits,
  classes: ReaderClasses,
  mentions: Map<number, Mention>,
): void {
  let plural = { kinds: 0, sentence: Number.NEGATIVE_INFINITY };
  let singular = { kinds: 0, sentence: Number.NEGATIVE_INFINITY };
  text.tokens.forEach((token, at) => {
    const pronounPlural = has(hits, at, classes.thirdPlural);
    const pronounSingular = has(hits, at, classes.thirdPerson);
    const latest = pronounPlural ? plural : pronounSingular ? singular : undefined;
    if (latest !== undefined) {
      const kinds = token.sentence - latest.sentence <= LOOK_BACK ? latest.kinds : 0;
      const mention = { first: at, last: at + 1, kinds: kinds === 0 ? PERSON : kinds, phraseFirst: at };
      add(mentions, mention);
      // "I hate every single one of them" is said of the whole group that "them" stands for.
      if ((kinds & GROUP) !== 0) addLeads(text.tokens, hits, classes, mentions, mention);
      return;
    }
    const own = mentions.get(at)?.kinds ?? 0;
    if ((own & PLURAL_KINDS) !== 0) plural = { kinds: own & PLURAL_KINDS, sentence: token.sentence };
    if ((own & SINGULAR_KINDS) !== 0 && (own & kindBit('you')) === 0)
      singular = { kinds: own & SINGULAR_KINDS, sentence: token.sentence };
  });
}
