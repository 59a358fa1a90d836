import type { TargetKind } from '../model/decision.ts';
import type { TokenisedText, TokenRange } from '../text/token.ts';
import { addGroupPhrases } from './group.ts';
import type { Hits } from './hit.ts';
import { kindBit, type Lexicon } from './lexicon.ts';
import { add, type Mention, type Mentions, PERSON, type ReaderClasses } from './mention.ts';
import { addKnownNames, addNames, type KnownName } from './name.ts';
import { addPronouns } from './pronoun.ts';
import { widenGroups } from './widen.ts';

/** Strands whose bare singular names somebody; "the black one" may be a bin. */
const NAMING_STRANDS = [
  'identity-religion',
  'identity-nationality',
  'identity-orientation',
  'identity-gender',
  'identity-migrant',
  'identity-traveller',
] as const;

/** Strands whose bare singular is no language, colour or country. */
const BELIEF_STRANDS = [
  'identity-religion',
  'identity-orientation',
  'identity-gender',
  'identity-migrant',
  'identity-traveller',
] as const;

/** Classes of what stands after a group's adjective: "Polish shops", "gay lads". */
const AFTER_GROUP = ['group-thing', 'person-head', 'folk-head'] as const;

/** Classes that this reader looks for by name. */
export const TARGET_CLASSES = [
  'title',
  'first-name',
  'third-person',
  'third-plural',
  'demonstrative',
  'person-head',
  'identity',
  'identity-adjective',
  'hate-strand',
  'identity-sex',
  'folk-head',
  'folk-one',
  'group-lead',
  'group-tail',
  'relative-head',
  ...NAMING_STRANDS,
  ...BELIEF_STRANDS,
  ...AFTER_GROUP,
] as const;

/** Sets kinds on phrases. */
export type TargetReader = (
  text: TokenisedText,
  hits: Hits,
  names: readonly KnownName[],
  parent: TargetKind | undefined,
) => Mentions;

/** Reads who and what a text mentions: lexicon kinds, titles and names, phrases with a group, and pronouns linked to them. */
export function targetReader(lexicon: Lexicon): TargetReader {
  const classes = readerClasses(lexicon);
  return (text, hits, names, parent) => {
    const mentions = new Map<number, Mention>();
    addTerms(hits, mentions, parent);
    addNames(text.tokens, hits, classes, mentions);
    addKnownNames(text.tokens, names, lexicon.words.knows, mentions);
    addGroupPhrases(text.tokens, hits, classes, mentions);
    widenGroups(text.tokens, hits, classes, mentions);
    addPronouns(text, hits, classes, mentions);
    return mentions;
  };
}

function readerClasses(lexicon: Lexicon): ReaderClasses {
  const id = (name: (typeof TARGET_CLASSES)[number]) => lexicon.classIds.get(name) ?? -1;
  return {
    title: id('title'),
    firstName: id('first-name'),
    thirdPerson: id('third-person'),
    thirdPlural: id('third-plural'),
    demonstrative: id('demonstrative'),
    personHead: id('person-head'),
    identity: id('identity'),
    identityAdjective: id('identity-adjective'),
    namingStrands: NAMING_STRANDS.map(id),
    beliefStrands: BELIEF_STRANDS.map(id),
    hateStrand: id('hate-strand'),
    sex: id('identity-sex'),
    afterGroup: AFTER_GROUP.map(id),
    folkHead: id('folk-head'),
    folkOne: id('folk-one'),
    groupLead: id('group-lead'),
    groupTail: id('group-tail'),
    relativeHead: id('relative-head'),
  };
}

/** Finds the names of people, with the capitalised words that follow them in the sentence; pronouns and groups are none. */
export function nameReader(
  lexicon: Lexicon,
): (text: TokenisedText, hits: Hits, names: readonly KnownName[]) => readonly TokenRange[] {
  const classes = readerClasses(lexicon);
  return ({ tokens }, hits, names) => {
    const mentions = new Map<number, Mention>();
    addNames(tokens, hits, classes, mentions);
    addKnownNames(tokens, names, lexicon.words.knows, mentions);
    return [...mentions.values()].map(({ first, last, phraseFirst }) => {
      const sentence = tokens[first]?.sentence;
      let end = last;
      while (tokens[end]?.capital === true && tokens[end]?.sentence === sentence) end += 1;
      return { first: Math.min(first, phraseFirst), last: end };
    });
  };
}

/**
 * Terms to which a lexicon gives a kind; of terms that begin together the longest says what is meant, so that "council
 * tax" is not the council. "You" in answer to somebody is also what they are.
 */
function addTerms(hits: Hits, mentions: Map<number, Mention>, parent: TargetKind | undefined): void {
  for (const list of hits) {
    const end = list.reduce(
      (longest, hit) => (hit.term.kind === undefined ? longest : Math.max(longest, hit.last)),
      0,
    );
    for (const { term, first, last } of list) {
      if (term.kind === undefined || last < end) continue;
      const kinds = kindBit(term.kind) | (term.kind === 'you' && parent !== undefined ? kindBit(parent) : 0);
      add(mentions, { first, last, kinds, phraseFirst: first });
    }
  }
}

const SPECIFIC_FIRST: readonly TargetKind[] = [
  'group',
  'member',
  'staff',
  'candidate',
  'party',
  'council',
  'resident',
  'you',
  'speaker',
  'object',
  'person',
];

/** The kind to name in a finding: the most specific one that was asked for; a wanted person may be shown to be more. */
export function mainKind(kinds: number, wanted: number): TargetKind | undefined {
  const asked = (wanted & PERSON) === 0 ? kinds & wanted : kinds;
  return SPECIFIC_FIRST.find((kind) => (asked & kindBit(kind)) !== 0);
}
