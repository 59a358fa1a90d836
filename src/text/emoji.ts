import { undisguise } from './disguise.ts';
import { addJoin, type Draft } from './draft.ts';
import type { Vocabulary } from './vocabulary.ts';

const JOINER = '\u200D';
/** Most code points of one joined emoji; families and couples with skin tones have up to ten. */
const LONGEST_SEQUENCE = 12;
/** Most tokens that letters written as emoji are read across. */
const LONGEST_SPELLING = 16;

/** What may follow an emoji and belongs to it: how it is drawn, its skin tone, the letters of a flag. */
const TAIL = /[\uFE0E\uFE0F\u20E3\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]*/uy;
const TONE = /^.[\uFE0E\uFE0F]*([\u{1F3FB}-\u{1F3FF}])/u;
const TAGS = /[\u{E0020}-\u{E007E}]+/u;
/** The sign or the hair that a joined person ends with. */
const TRAIT = /^(.)[♀♂\u{1F9B0}-\u{1F9B3}]$/u;

/** Offset just past the marks that belong to an emoji ending here. */
export function emojiEnd(text: string, end: number): number {
  TAIL.lastIndex = end;
  return end + (TAIL.exec(text)?.[0].length ?? 0);
}

/** Whether a joiner between two emoji makes them one: 👨‍🦽 is no man beside a wheelchair. */
export function isJoinedEmoji(between: string, before: string): boolean {
  return between.includes(JOINER) && [...before].length < LONGEST_SEQUENCE;
}

/**
 * Forms of an emoji: as it stands without skin tone and joiners; with its skin tone; the person alone, without gender sign
 * or hair; a flag with the letters of its region ("🏴gbeng").
 */
export function emojiForms(plain: string, written: string): readonly string[] {
  const person = TRAIT.exec(plain)?.[1];
  const base = person ?? plain;
  const tone = TONE.exec(written)?.[1];
  const tags = TAGS.exec(written)?.[0];
  return [
    plain,
    ...(tone === undefined ? [] : [base + tone]),
    ...(tags === undefined ? [] : [base + untagged(tags)]),
    ...(person === undefined ? [] : [person]),
  ];
}

/** The form that says most, by which a lexicon knows an emoji. */
export function fullestForm(forms: readonly string[]): string {
  return forms.find((form) => /[\u{1F3FB}-\u{1F3FF}a-z]/u.test(form)) ?? forms[0] ?? '';
}

function untagged(tags: string): string {
  let letters = '';
  for (const tag of tags) letters += String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000);
  return letters;
}

/** Letters that regional indicators stand for; undefined for anything else. */
export function regionalLetters(text: string): string | undefined {
  let letters = '';
  for (const char of text) {
    const index = (char.codePointAt(0) ?? 0) - 0x1f1e6;
    if (index < 0 || index > 25) return undefined;
    letters += String.fromCharCode(97 + index);
  }
  return letters === '' ? undefined : letters;
}

/** Emoji after a full stop belong to what they follow: a sentence of nothing else is part of the one before. */
export function attachEmoji(drafts: readonly Draft[]): void {
  let merged = 0;
  for (let first = 0; first < drafts.length; ) {
    const sentence = drafts[first]?.sentence;
    let last = first;
    let words = 0;
    while (drafts[last] !== undefined && drafts[last]?.sentence === sentence) {
      if (drafts[last]?.kind !== 'emoji') words += 1;
      last += 1;
    }
    if (first > 0 && words === 0) merged += 1;
    for (const draft of drafts.slice(first, last)) draft.sentence -= merged;
    first = last;
  }
}

/** "🇲🇪🇳🇩" is two flags, and also a word; so is "🇲end". */
export function joinRegional(drafts: readonly Draft[], words: Vocabulary | undefined): void {
  for (let first = 0; first < drafts.length; ) {
    let last = first;
    let letters = '';
    let flags = 0;
    while (last < drafts.length && (last === first || touches(drafts[last - 1], drafts[last]))) {
      const form = lettersOf(drafts[last]);
      if (form === undefined) break;
      letters += form;
      flags += isRegional(drafts[last]) ? 1 : 0;
      last += 1;
    }
    const head = drafts[first];
    const isWord = flags > 0 && last - first >= 2 && last - first <= LONGEST_SPELLING && letters.length >= 3;
    if (head !== undefined && isWord)
      for (const form of [letters, ...(words === undefined ? [] : undisguise(letters, words))])
        addJoin(head, form, last - first);
    first = Math.max(last, first + 1);
  }
}

function lettersOf(draft: Draft | undefined): string | undefined {
  const form = draft?.forms[0] ?? '';
  return draft?.kind === 'word' ? form : regionalLetters(form);
}

/** A flag, or half of one, which stands as a letter. */
function isRegional(draft: Draft | undefined): boolean {
  if (draft === undefined) return false;
  const form = draft.forms[0] ?? '';
  return draft.kind === 'emoji'
    ? regionalLetters(form) !== undefined
    : form.length === 1 && draft.to - draft.from === 2;
}

function touches(first: Draft | undefined, second: Draft | undefined): boolean {
  return first !== undefined && first.to === second?.from && first.sentence === second.sentence;
}

/** Whether a term is one emoji, joined or not. */
export function isOneEmoji(term: string): boolean {
  const bare = term.replaceAll(/\p{M}|\p{Cf}|\p{Emoji_Modifier}/gu, '');
  const signs = [...bare];
  const isFlag = signs.length === 2 && regionalLetters(bare) !== undefined;
  const isJoined = signs.length === 1 || term.split(JOINER).length >= signs.length;
  return isFlag || (isJoined && signs.every((sign) => /\p{Extended_Pictographic}|[♀♂]/u.test(sign)));
}
