import { type ContentItem, PERSON_ROLES } from '../model/item.ts';
import type { Token } from '../text/token.ts';
import { COMMON_WORDS } from './common.ts';
import { type Hits, hitsAt } from './hit.ts';
import { formsOfPhrase, kindBit } from './lexicon.ts';
import { add, has, LONGEST_MENTION, type Mention, PERSON, type ReaderClasses } from './mention.ts';

const ABBREVIATED_TITLE = /^(cllr|mr|mrs|ms|dr)$/;

/** A name that the caller knows, as the tokeniser yields it. */
export interface KnownName {
  readonly words: readonly string[];
  readonly kinds: number;
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

/** "Cllr Smith", "Dave Perkins", "@gaz": names shown by a title, a first name or a handle. */
export function addNames(
  tokens: readonly Token[],
  hits: Hits,
  classes: ReaderClasses,
  mentions: Map<number, Mention>,
): void {
  tokens.forEach((token, at) => {
    if (token.kind === 'mention') add(mentions, { first: at, last: at + 1, kinds: PERSON, phraseFirst: at });
    if (has(hits, at, classes.title) && canBeName(tokens[at + 1], hits, at + 1, token))
      addTitled(tokens, hits, at, mentions);
    if (has(hits, at, classes.firstName)) {
      const surname = tokens[at + 1];
      const last =
        surname?.capital === true && token.capital && surname.sentence === token.sentence ? at + 2 : at + 1;
      add(mentions, {
        first: at,
        last,
        kinds: PERSON,
        phraseFirst: at,
        ...plainSurname(tokens, hits, last, token),
      });
    }
  });
}

/** Where a name without capitals may end too: after a word that is nothing else ("cllr gary hobbs", "JANET HALE"). */
function plainSurname(
  tokens: readonly Token[],
  hits: Hits,
  at: number,
  before: Token,
): Pick<Mention, 'ends'> {
  const surname = tokens[at];
  if (surname?.kind !== 'word' || surname.capital || surname.sentence !== before.sentence) return {};
  return COMMON_WORDS.has(surname.forms[0] ?? '') || hitsAt(hits, at).length > 0 ? {} : { ends: [at + 1] };
}

function canBeName(token: Token | undefined, hits: Hits, at: number, title: Token): boolean {
  if (token === undefined || token.kind !== 'word' || token.sentence !== title.sentence) return false;
  if (token.capital) return true;
  if (COMMON_WORDS.has(token.forms[0] ?? '')) return false;
  // After "cllr" or "mr" any rarer word is a name, whatever else it may be: "cllr pratt".
  return ABBREVIATED_TITLE.test(title.forms[0] ?? '') || hitsAt(hits, at).length === 0;
}

function addTitled(tokens: readonly Token[], hits: Hits, at: number, mentions: Map<number, Mention>): void {
  const title = tokens[at];
  if (title === undefined) return;
  const before = mentions.get(at);
  const surname = tokens[at + 2];
  const last =
    surname?.capital === true && surname.sentence === title.sentence && tokens[at + 1]?.capital === true
      ? at + 3
      : at + 2;
  const mention = {
    last,
    kinds: (before?.kinds ?? 0) | PERSON,
    phraseFirst: at,
    ...plainSurname(tokens, hits, last, title),
  };
  add(mentions, { ...mention, first: at });
  // A pattern may name the title with @title and then the person.
  add(mentions, { ...mention, first: at + 1 });
}

/** Names that the caller knows, in full or by surname. */
export function addKnownNames(
  tokens: readonly Token[],
  names: readonly KnownName[],
  isWord: (form: string) => boolean,
  mentions: Map<number, Mention>,
): void {
  if (names.length === 0) return;
  const byFirst = new Map<string, (KnownName & { readonly before: readonly string[] })[]>();
  for (const name of names) {
    for (const start of new Set([0, name.words.length - 1])) {
      const first = name.words[start];
      if (first === undefined || name.words.length - start > LONGEST_MENTION) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ ...name, words: name.words.slice(start), before: name.words.slice(0, start) });
      byFirst.set(first, list);
    }
  }
  tokens.forEach((token, at) => {
    for (const name of byFirst.get(token.forms[0] ?? '') ?? []) {
      const last = at + name.words.length;
      const whole = name.words.every((word, i) => tokens[at + i]?.forms[0] === word);
      const from = at - name.before.length;
      const inFull = name.before.every((word, i) => tokens[from + i]?.forms[0] === word);
      // A surname alone that is also a word must look like a name: "Green", not "green".
      if (whole && (name.words.length > 1 || token.capital || !isWord(token.forms[0] ?? '')))
        add(mentions, { first: at, last, kinds: name.kinds, phraseFirst: inFull ? from : at });
    }
  });
}
