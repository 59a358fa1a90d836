import { type Hits, hitsAt } from './hit.ts';
import { kindBit } from './lexicon.ts';

/** Somebody or something that the text mentions, on the tokens of its head. */
export interface Mention {
  readonly first: number;
  readonly last: number;
  /** Bits of target kinds. */
  readonly kinds: number;
  /** Where the phrase that shows it begins: a title, a demonstrative, an adjective. */
  readonly phraseFirst: number;
  /** Where else it may end: after words that only say which ("Poles in this town"). */
  readonly ends?: readonly number[];
}

/** Mentions by the token at which their head begins. */
export type Mentions = ReadonlyMap<number, Mention>;

/** Bit of a person. */
export const PERSON = kindBit('person');
/** Bit of a group. */
export const GROUP = kindBit('group');
/** Kinds that are people one by one. */
const PEOPLE = ['staff', 'member', 'resident', 'you', 'candidate'] as const;
/** Sentences over which a pronoun or a demonstrative may look back. */
export const LOOK_BACK = 2;
/** Most tokens of a mention; a longer name is known by its end. */
export const LONGEST_MENTION = 4;
/** Most tokens of a group with the words around its name: "every single one of those gay blokes round here". */
export const LONGEST_GROUP = 12;

/** The classes that the reader itself looks for. */
export interface ReaderClasses {
  readonly title: number;
  readonly firstName: number;
  readonly thirdPerson: number;
  readonly thirdPlural: number;
  readonly demonstrative: number;
  readonly personHead: number;
  readonly identity: number;
  readonly identityAdjective: number;
  readonly namingStrands: readonly number[];
  readonly beliefStrands: readonly number[];
  readonly hateStrand: number;
  readonly sex: number;
  /** What after a bare name is the head of its phrase: a thing named after the group, or people. */
  readonly afterGroup: readonly number[];
  readonly folkHead: number;
  readonly folkOne: number;
  readonly groupLead: number;
  readonly groupTail: number;
  readonly relativeHead: number;
}

/** The mention whose head begins at a token. */
export function mentionAt(mentions: Mentions, at: number): Mention | undefined {
  return mentions.get(at);
}

/** Records a mention; what is known of the same head is joined. */
export function add(mentions: Map<number, Mention>, mention: Mention): void {
  const before = mentions.get(mention.first);
  const kinds = mention.kinds | (before?.kinds ?? 0);
  mentions.set(mention.first, {
    ...mention,
    kinds: kinds | (PEOPLE.some((kind) => (kinds & kindBit(kind)) !== 0) ? PERSON : 0),
    last: Math.max(mention.last, before?.last ?? 0),
    phraseFirst: Math.min(mention.phraseFirst, before?.phraseFirst ?? mention.phraseFirst),
    ...(before?.ends === undefined || mention.ends !== undefined ? {} : { ends: before.ends }),
  });
}

/** Whether a term of a class begins at a token. */
export function has(hits: Hits, at: number, classId: number): boolean {
  return hitsAt(hits, at).some((hit) => hit.term.classes.includes(classId));
}
