import { type Chunk, findChunks } from './chunk.ts';
import { type Half, splitContraction } from './contraction.ts';
import { leetReadings, undisguise } from './disguise.ts';
import { addForms, addJoin, type Draft } from './draft.ts';
import { attachEmoji, emojiEnd, emojiForms, isJoinedEmoji, joinRegional } from './emoji.ts';
import { type Folded, fold, foldReversed } from './fold.ts';
import { isNoName } from './join.ts';
import { joinHalves, joinHyphen, joinLetters, withoutClaps } from './joining.ts';
import { asLatin, mixesAlphabets } from './lookalike.ts';
import { isReversed } from './reversed.ts';
import { cutAtCapitals, cutRun, FEWEST_OF_RUN, type RunWord } from './run.ts';
import { type Scanned, scan } from './scan.ts';
import { SentenceReader } from './sentence.ts';
import type { Token, TokenisedText, TokenKind, TokenRange } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A capital that says something: in a word that is all capitals, or that mixes them, it doesn't. */
const CAPITAL = /^(?:Mc|Mac|O['’])?\p{Lu}(?:[\p{Ll}\p{M}'’-]*|[\p{Ll}\p{M}]+\p{Lu}[\p{Ll}\p{M}]+)$/u;
const INVISIBLE = /\p{Cf}/gu;
/** A word that begins with its only capital may be a name. */
const NAME_LIKE = /^\p{Lu}[^\p{Lu}]*$/u;
/** A digit or symbol between letters: a text with several is written in leet. */
const LEET_WORD = /[a-z][0-9@$!|+€]+[a-z]/g;
const FEWEST_LEET_WORDS = 3;
/** Words with a digit or symbol among their letters, but no "4am", "20mph" or "2nd"; where most words are such, all are. */
const LEETISH =
  /(?:^|[ \n])(?!\d+[a-z]{1,3}(?![a-z0-9@$!|+€]))(?=[0-9@$!|+€]*[a-z])(?=[a-z']*[0-9@$!|+€])[a-z0-9@$!|+€']{2,}/g;
/** Letters of a word that may be several. */
const FEWEST_OF_CUT = 5;
/** Marks that belong to a word only if it can be read with them. */
const OUTER_MARKS = /^[$!+]+|[$!+@€]+$/g;
/** Initials of a body or a form ("CNS", "DMN"): nobody left vowels out of them. */
const INITIALS = /^\p{Lu}{2,4}$/u;

interface State {
  readonly text: string;
  readonly folded: Folded;
  readonly words: Vocabulary | undefined;
  readonly leety: boolean;
  /** Several words, all in capitals, so that capitals tell nothing of a word. */
  readonly shouted: boolean;
  readonly drafts: Draft[];
  readonly reader: SentenceReader;
}

/** Cuts a text into tokens with offsets in the caller's string, undoing disguises if it knows words. Linear in the text. */
export function tokenise(text: string, words?: Vocabulary): TokenisedText {
  const read = cutText(text, fold(text), words);
  if (words === undefined || !isReversed(read.drafts, words)) return finishText(read);
  return finishText(cutText(text, foldReversed(text), words));
}

function cutText(text: string, folded: Folded, words: Vocabulary | undefined): State {
  const drafts: Draft[] = [];
  const leety = words !== undefined && isLeety(folded.text);
  const reader = new SentenceReader(folded.text, drafts);
  const state = { text, folded, words, leety, shouted: isShouted(text), drafts, reader };
  const scanned = scan(folded.text);
  const chunks = words === undefined ? [] : findChunks(folded.text, scanned, words);
  let next = 0;
  for (let i = 0; i < scanned.length; ) {
    const chunk = chunks[next];
    if (chunk?.first === i) {
      addChunk(state, scanned, chunk);
      next += 1;
      i = chunk.last;
    } else {
      addPiece(state, scanned, i);
      i += 1;
    }
  }
  return state;
}

function isLeety(text: string): boolean {
  if (!/[0-9$@!|+€]/.test(text)) return false;
  if ((text.match(LEET_WORD)?.length ?? 0) >= FEWEST_LEET_WORDS) return true;
  const leetish = text.match(LEETISH)?.length ?? 0;
  return leetish >= 2 && leetish * 2 >= (text.match(/\S+/g)?.length ?? 0);
}

function addPiece(state: State, scanned: readonly Scanned[], i: number): void {
  const piece = scanned[i];
  if (piece === undefined) return;
  if (piece.kind === 'break') state.reader.stop(scanned, i);
  else if (piece.kind === 'newline') state.reader.line(scanned[i + 1]?.kind === 'newline');
  else if (piece.kind === 'quote') state.reader.quote(piece);
  else if (piece.kind === 'emoji') addEmoji(state, piece);
  else {
    const before = state.drafts.length;
    addToken(state, piece, piece.kind);
    joinHyphen(state.folded.text, state.drafts, before, piece, scanned[i - 1]);
  }
}

/** The pieces of a chunk are tokens of one sentence; together they are also the word that they hide. */
function addChunk(state: State, scanned: readonly Scanned[], { first, last, readings }: Chunk): void {
  const before = state.drafts.length;
  for (let i = first; i < last; i++)
    if (scanned[i]?.kind !== 'break' && scanned[i]?.kind !== 'quote') addPiece(state, scanned, i);
  const head = state.drafts[before];
  const length = state.drafts.length - before;
  if (head === undefined) return;
  if (length === 1) addForms(head, readings);
  else for (const reading of readings) addJoin(head, reading, length);
}

/** Joined emoji are one token. */
function addEmoji({ drafts, folded, text, reader }: State, { start, end }: Scanned): void {
  const { sentence } = reader;
  const last = drafts.at(-1);
  if (last?.kind === 'emoji' && last.to === start && last.sentence === sentence) {
    const between = text.slice(folded.end(last.to - 1), folded.start(start));
    if (isJoinedEmoji(between, folded.text.slice(last.from, last.to))) {
      last.to = end;
      return;
    }
  }
  drafts.push({ kind: 'emoji', forms: [folded.text.slice(start, end)], from: start, to: end, sentence });
}

function addToken(state: State, piece: Scanned, kind: TokenKind): void {
  const raw = state.folded.text.slice(piece.start, piece.end);
  const halves = kind === 'word' ? contractionOf(raw, state) : undefined;
  const isRun = kind === 'word' && (halves === undefined || raw.length >= FEWEST_OF_RUN);
  const pieces = isRun ? runTogether(state, piece, raw) : undefined;
  const add = (forms: readonly string[], from: number, to: number) =>
    state.drafts.push({
      kind,
      forms,
      from: piece.start + from,
      to: piece.start + to,
      sentence: state.reader.sentence,
      ...(pieces === undefined ? {} : { cut: true }),
    });
  if (pieces !== undefined) for (const { forms, start, end } of pieces) add(forms, start, end);
  else if (halves !== undefined)
    for (const { forms, start, end } of halves)
      add(start === 0 ? withReadings(forms, state) : forms, start, end);
  else if (isInitials(state, piece)) add([raw, ...undisguiseInitials(raw, state)], 0, raw.length);
  else add(formsOf(raw, kind, state), 0, raw.length);
}

function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}{2,}/gu)?.length ?? 0) > 1;
}

function isInitials({ text, folded, shouted }: State, { start, end }: Scanned): boolean {
  return !shouted && INITIALS.test(text.slice(folded.start(start), folded.end(end - 1)));
}

function undisguiseInitials(raw: string, { words, leety }: State): readonly string[] {
  return words === undefined ? [] : undisguise(raw, words, leety, true);
}

/** Halves of a contraction, in letters that look like others too. */
function contractionOf(raw: string, { leety }: State): readonly [Half, Half] | undefined {
  const latin = mixesAlphabets(raw) ? asLatin(raw) : raw;
  return splitContraction(leety ? (leetReadings(latin)[0] ?? latin) : latin);
}

/** The words of a run without spaces. A name that could be cut ("Blackwell") stays whole. */
function runTogether(
  { text, folded, words }: State,
  piece: Scanned,
  raw: string,
): readonly RunWord[] | undefined {
  if (words === undefined || raw.length < FEWEST_OF_CUT) return undefined;
  const written = text.slice(folded.start(piece.start), folded.end(piece.end - 1));
  const pieces = cutAtCapitals(written, words) ?? cutRun(raw, words);
  if (pieces === undefined) return undefined;
  const forms = pieces.map((word) => word.forms[0] ?? '');
  const mayBeName = forms.length < 3 && !words.isCommon(forms[0] ?? '') && !isNoName(forms, words);
  return mayBeName && NAME_LIKE.test(written) ? undefined : pieces;
}

function formsOf(raw: string, kind: TokenKind, state: State): readonly string[] {
  if (kind === 'hashtag' || kind === 'mention') {
    const name = raw.slice(1);
    const whole = state.words === undefined ? [] : undisguise(raw, state.words, state.leety);
    return [raw, ...withReadings([name], state), ...whole];
  }
  if (kind === 'number' && state.leety) return withReadings([raw], state);
  if (kind !== 'word') return [raw];
  const word = raw.replaceAll("'", '');
  const bare = word.replace(OUTER_MARKS, '');
  const readings = state.words === undefined ? [] : undisguise(word, state.words, state.leety);
  return bare === word || bare === '' ? [word, ...readings] : [...withReadings([bare], state), ...readings];
}

function withReadings(forms: readonly string[], { words, leety }: State): readonly string[] {
  const others = words === undefined ? [] : undisguise(forms[0] ?? '', words, leety);
  return others.length === 0 ? forms : [...forms, ...others];
}

function finishText(state: State): TokenisedText {
  const { folded, text, words } = state;
  const decorated = words === undefined ? undefined : withoutClaps(state.drafts, state.reader.quotations);
  const drafts = decorated?.drafts ?? state.drafts;
  attachEmoji(drafts);
  if (words !== undefined) joinHalves(folded.text, drafts, words);
  joinRegional(drafts, words);
  joinLetters(folded.text, drafts, words);
  const tokens = drafts.map((draft) => finish(draft, folded, text));
  return {
    text,
    tokens,
    sentences: sentencesOf(tokens),
    quotations: decorated?.quotations ?? state.reader.quotations,
  };
}

function finish(draft: Draft, folded: Folded, text: string): Token {
  const [first, last] = [draft.from, draft.to - 1];
  // A text that is read from right to left begins at its last character.
  const start = Math.min(folded.start(first), folded.start(last));
  const isEmoji = draft.kind === 'emoji';
  const written = Math.max(folded.end(first), folded.end(last));
  const end = isEmoji ? emojiEnd(text, written) : written;
  return {
    kind: draft.kind,
    forms: isEmoji
      ? emojiForms(folded.text.slice(draft.from, draft.to), text.slice(start, end))
      : draft.forms,
    start,
    end,
    sentence: draft.sentence,
    capital: draft.cut !== true && CAPITAL.test(text.slice(start, end).replaceAll(INVISIBLE, '')),
    ...(draft.joins === undefined ? {} : { joins: draft.joins }),
  };
}

function sentencesOf(tokens: readonly Token[]): TokenRange[] {
  const ranges: { first: number; last: number }[] = [];
  tokens.forEach((token, i) => {
    const current = ranges[token.sentence];
    if (current === undefined) ranges[token.sentence] = { first: i, last: i + 1 };
    else current.last = i + 1;
  });
  return ranges;
}
