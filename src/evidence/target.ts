import type { TargetKind } from '../model/decision.ts';
import { type ContentItem, PERSON_ROLES } from '../model/item.ts';
import type { Token, TokenisedText } from '../text/token.ts';
import { COMMON_WORDS } from './common.ts';
import { type Hits, hitsAt } from './hit.ts';
import { formsOfPhrase, kindBit, type Lexicon } from './lexicon.ts';

/** Somebody or something that the text mentions, on the tokens of its head. */
export interface Mention {
  readonly first: number;
  readonly last: number;
  /** Bits of target kinds. */
  readonly kinds: number;
  /** Where the phrase that shows it begins: a title, a demonstrative, an adjective. */
  readonly phraseFirst: number;
}

/** Mentions by the token at which their head begins. */
export type Mentions = ReadonlyMap<number, Mention>;

/** A name that the caller knows, as the tokeniser yields it. */
export interface KnownName {
  readonly words: readonly string[];
  readonly kinds: number;
}

const PERSON = kindBit('person');
const GROUP = kindBit('group');
/** Kinds that are people one by one. */
const PEOPLE = ['staff', 'member', 'resident', 'you', 'candidate'] as const;
/** What "they" can stand for. */
const PLURAL_KINDS =
  GROUP | kindBit('staff') | kindBit('member') | kindBit('council') | kindBit('party') | kindBit('resident');
const SINGULAR_KINDS =
  kindBit('staff') | kindBit('member') | kindBit('candidate') | kindBit('resident') | PERSON;
/** Sentences over which a pronoun may look back. */
const LOOK_BACK = 2;
/** Most tokens of a mention; a longer name is known by its end. */
export const LONGEST_MENTION = 4;

/** The classes that the reader itself looks for. */
interface ReaderClasses {
  readonly title: number;
  readonly firstName: number;
  readonly thirdPerson: number;
  readonly thirdPlural: number;
  readonly demonstrative: number;
  readonly personHead: number;
  readonly identity: number;
  readonly identityAdjective: number;
}

/** Sets kinds on phrases. */
export type TargetReader = (
  text: TokenisedText,
  hits: Hits,
  names: readonly KnownName[],
  parent: TargetKind | undefined,
) => Mentions;

/** The mention whose head begins at a token. */
export function mentionAt(mentions: Mentions, at: number): Mention | undefined {
  return mentions.get(at);
}

/** The names that an item brings: people, and candidates of its elections. */
export function knownNames(item: ContentItem): readonly KnownName[] {
  const people = (item.people ?? []).map(({ name, role }) => ({
    name,
    kinds: kindBit(PERSON_ROLES[role]) | PERSON,
  }));
  const candidates = (item.elections ?? [])
    .flatMap((election) => election.candidates ?? [])
    .map((name) => ({ name, kinds: kindBit('candidate') | PERSON }));
  return [...people, ...candidates].map(({ name, kinds }) => ({ words: formsOfPhrase(name), kinds }));
}

/** Reads who and what a text mentions: lexicon kinds, titles and names, phrases with a group, and pronouns linked to them. */
export function targetReader(lexicon: Lexicon): TargetReader {
  const id = (name: string) => lexicon.classIds.get(name) ?? -1;
  const classes: ReaderClasses = {
    title: id('title'),
    firstName: id('first-name'),
    thirdPerson: id('third-person'),
    thirdPlural: id('third-plural'),
    demonstrative: id('demonstrative'),
    personHead: id('person-head'),
    identity: id('identity'),
    identityAdjective: id('identity-adjective'),
  };
  return (text, hits, names, parent) => {
    const mentions = new Map<number, Mention>();
    addTerms(hits, mentions, parent);
    addNames(text.tokens, hits, classes, mentions);
    addKnownNames(text.tokens, names, mentions);
    addGroupPhrases(text.tokens, hits, classes, mentions);
    addPronouns(text, hits, classes, mentions);
    return mentions;
  };
}

function add(mentions: Map<number, Mention>, mention: Mention): void {
  const before = mentions.get(mention.first);
  const kinds = mention.kinds | (before?.kinds ?? 0);
  mentions.set(mention.first, {
    ...mention,
    kinds: kinds | (PEOPLE.some((kind) => (kinds & kindBit(kind)) !== 0) ? PERSON : 0),
    last: Math.max(mention.last, before?.last ?? 0),
    phraseFirst: Math.min(mention.phraseFirst, before?.phraseFirst ?? mention.phraseFirst),
  });
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

function has(hits: Hits, at: number, classId: number): boolean {
  return hitsAt(hits, at).some((hit) => hit.term.classes.includes(classId));
}

/** "Cllr Smith", "Dave Perkins", "@gaz": names shown by a title, a first name or a handle. */
function addNames(
  tokens: readonly Token[],
  hits: Hits,
  classes: ReaderClasses,
  mentions: Map<number, Mention>,
): void {
  tokens.forEach((token, at) => {
    if (token.kind === 'mention') add(mentions, { first: at, last: at + 1, kinds: PERSON, phraseFirst: at });
    if (has(hits, at, classes.title) && canBeName(tokens[at + 1], hits, at + 1, token))
      addTitled(tokens, at, mentions);
    if (has(hits, at, classes.firstName)) {
      const surname = tokens[at + 1];
      const last =
        surname?.capital === true && token.capital && surname.sentence === token.sentence ? at + 2 : at + 1;
      add(mentions, { first: at, last, kinds: PERSON, phraseFirst: at });
    }
  });
}

function canBeName(token: Token | undefined, hits: Hits, at: number, title: Token): boolean {
  if (token === undefined || token.kind !== 'word' || token.sentence !== title.sentence) return false;
  return token.capital || (!COMMON_WORDS.has(token.forms[0] ?? '') && hitsAt(hits, at).length === 0);
}

function addTitled(tokens: readonly Token[], at: number, mentions: Map<number, Mention>): void {
  const before = mentions.get(at);
  const surname = tokens[at + 2];
  const last =
    surname?.capital === true && surname.sentence === tokens[at]?.sentence && tokens[at + 1]?.capital === true
      ? at + 3
      : at + 2;
  add(mentions, { first: at, last, kinds: (before?.kinds ?? 0) | PERSON, phraseFirst: at });
  // A pattern may name the title with @title and then the person.
  add(mentions, { first: at + 1, last, kinds: (before?.kinds ?? 0) | PERSON, phraseFirst: at });
}

function addKnownNames(
  tokens: readonly Token[],
  names: readonly KnownName[],
  mentions: Map<number, Mention>,
): void {
  if (names.length === 0) return;
  const byFirst = new Map<string, KnownName[]>();
  for (const name of names) {
    for (const start of new Set([0, name.words.length - 1])) {
      const first = name.words[start];
      if (first === undefined || name.words.length - start > LONGEST_MENTION) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ words: name.words.slice(start), kinds: name.kinds });
      byFirst.set(first, list);
    }
  }
  tokens.forEach((token, at) => {
    for (const name of byFirst.get(token.forms[0] ?? '') ?? []) {
      const last = at + name.words.length;
      const whole = name.words.every((word, i) => tokens[at + i]?.forms[0] === word);
      // A surname alone must look like a name: "Green", not "green".
      if (whole && (name.words.length > 1 || token.capital))
        add(mentions, { first: at, last, kinds: name.kinds, phraseFirst: at });
    }
  });
}

/** "those Muslim blokes", "gay people": an identity before a head. "These people" alone points to a group named before. */
function addGroupPhrases(
  tokens: readonly Token[],
  hits: Hits,
  classes: ReaderClasses,
  mentions: Map<number, Mention>,
): void {
  let lastGroup = Number.NEGATIVE_INFINITY;
  tokens.forEach((token, at) => {
    if (((mentions.get(at)?.kinds ?? 0) & GROUP) !== 0) lastGroup = token.sentence;
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

/** Pronouns take the kinds of the latest mention that they can stand for; else they are a person. */
function addPronouns(
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
      add(mentions, { first: at, last: at + 1, kinds: kinds === 0 ? PERSON : kinds, phraseFirst: at });
      return;
    }
    const own = mentions.get(at)?.kinds ?? 0;
    if ((own & PLURAL_KINDS) !== 0) plural = { kinds: own & PLURAL_KINDS, sentence: token.sentence };
    if ((own & SINGULAR_KINDS) !== 0 && (own & kindBit('you')) === 0)
      singular = { kinds: own & SINGULAR_KINDS, sentence: token.sentence };
  });
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
