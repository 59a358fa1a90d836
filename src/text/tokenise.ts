import { splitContraction } from './contraction.ts';
import type { Draft } from './draft.ts';
import {
  attachEmoji,
  emojiEnd,
  emojiForms,
  isJoinedEmoji,
  joinMasked,
  joinRegional,
  regionalLetters,
} from './emoji.ts';
import type { Folded } from './fold.ts';
import { fold } from './fold.ts';
import { type Scanned, scan } from './scan.ts';
import type { Token, TokenisedText, TokenKind, TokenRange } from './token.ts';

const ABBREVIATIONS = new Set([
  'cllr',
  'cllrs',
  'mr',
  'mrs',
  'ms',
  'dr',
  'st',
  'rev',
  'no',
  'nos',
  'eg',
  'ie',
  'etc',
  'vs',
  'rd',
  'ave',
  'approx',
  'dept',
  'tel',
  'ref',
]);
const LONGEST_QUOTATION = 60;
const LONGEST_SPLIT_WORD = 24;

/** A capital that says something: in a word that is all capitals it doesn't. */
const CAPITAL = /^\p{Lu}(?!\p{Lu})/u;

/** Undoes disguises while a text is cut. */
export interface Rereader {
  /** Other readings of a plain word. */
  reread(form: string): readonly string[];
  /** Whether two neighbouring words are one with a space put in. */
  isSplit(first: string, second: string): boolean;
}

const AS_WRITTEN: Rereader = { reread: () => [], isSplit: () => false };

interface State {
  readonly text: string;
  readonly folded: Folded;
  readonly rereader: Rereader;
  readonly drafts: Draft[];
  sentence: number;
  sentenceStart: number;
  lineStart: number;
  readonly quotations: TokenRange[];
  openQuote: { at: number; mark: string } | undefined;
}

/** Cuts a text into tokens with offsets in the caller's string. Linear in the text. */
export function tokenise(text: string, rereader: Rereader = AS_WRITTEN): TokenisedText {
  const folded = fold(text);
  const state: State = {
    text,
    folded,
    rereader,
    drafts: [],
    sentence: 0,
    sentenceStart: 0,
    lineStart: 0,
    quotations: [],
    openQuote: undefined,
  };
  const scanned = scan(folded.text);
  scanned.forEach((piece, i) => {
    if (piece.kind === 'break') endSentence(state, scanned, i);
    else if (piece.kind === 'newline') endLine(state, scanned[i + 1]?.kind === 'newline');
    else if (piece.kind === 'quote') turnQuote(state, piece);
    else if (piece.kind === 'emoji') addEmoji(state, piece);
    else addToken(state, piece, piece.kind, scanned[i - 1]);
  });
  attachEmoji(state.drafts);
  joinHalves(state);
  const join = (draft: Draft, form: string, length: number) => addJoin(draft, form, length, rereader);
  joinRegional(state.drafts, join);
  joinMasked(state.drafts, join);
  const tokens = joinLetters(state).map((draft) => finish(draft, folded, text));
  return { text, tokens, sentences: sentencesOf(tokens), quotations: state.quotations };
}

function endSentence(state: State, scanned: readonly Scanned[], i: number): void {
  const piece = scanned[i];
  const last = state.drafts.at(-1);
  if (piece === undefined || last === undefined || state.drafts.length === state.sentenceStart) return;
  const dot = state.folded.text[piece.start] === '.';
  const word = last.forms[0] ?? '';
  if (dot && last.to === piece.start && (ABBREVIATIONS.has(word) || isInitial(state, last))) return;
  startSentence(state);
}

/** "J. Smith", "f.u.c.k": a single letter before a dot doesn't end a sentence. */
function isInitial(state: State, last: Draft): boolean {
  return (
    last.kind === 'word' && last.to - last.from === 1 && /\p{L}/u.test(state.folded.text[last.from] ?? '')
  );
}

function startSentence(state: State): void {
  state.sentence += 1;
  state.sentenceStart = state.drafts.length;
}

function endLine(state: State, blank: boolean): void {
  const since = state.drafts.length - state.lineStart;
  state.lineStart = state.drafts.length;
  if (state.drafts.length > state.sentenceStart && (blank || since >= 3)) startSentence(state);
}

function turnQuote(state: State, piece: Scanned): void {
  const mark = state.folded.text[piece.start] ?? '';
  const open = state.openQuote;
  const opens = !/[\p{L}\p{N}.,!?…]/u.test(state.folded.text[piece.start - 1] ?? ' ');
  const count = state.drafts.length;
  if (open !== undefined && open.mark === mark && count > open.at && !(opens && mark === "'")) {
    if (count - open.at <= LONGEST_QUOTATION) state.quotations.push({ first: open.at, last: count });
    state.openQuote = undefined;
  } else if (opens && (open === undefined || count - open.at > LONGEST_QUOTATION))
    state.openQuote = { at: count, mark };
}

function addToken(state: State, piece: Scanned, kind: TokenKind, previous: Scanned | undefined): void {
  const raw = state.folded.text.slice(piece.start, piece.end);
  const halves = kind === 'word' ? splitContraction(raw) : undefined;
  const before = state.drafts.length;
  if (halves === undefined) {
    state.drafts.push({
      kind,
      forms: formsOf(raw, kind, state.rereader),
      from: piece.start,
      to: piece.end,
      sentence: state.sentence,
    });
  } else {
    for (const half of halves) {
      state.drafts.push({
        kind,
        forms: half.forms,
        from: piece.start + half.start,
        to: piece.start + half.end,
        sentence: state.sentence,
      });
    }
  }
  joinHyphen(state, piece, previous, before);
}

/** Joined emoji are one token; a regional indicator without its pair is a letter. */
function addEmoji({ drafts, folded, text, sentence }: State, { start, end }: Scanned): void {
  const last = drafts.at(-1);
  if (last?.kind === 'emoji' && last.to === start && last.sentence === sentence) {
    const between = text.slice(folded.end(last.to - 1), folded.start(start));
    if (isJoinedEmoji(between, folded.text.slice(last.from, last.to))) {
      last.to = end;
      return;
    }
  }
  const raw = folded.text.slice(start, end);
  const letter = regionalLetters(raw);
  const kind = letter?.length === 1 ? 'word' : 'emoji';
  drafts.push({ kind, forms: [kind === 'word' ? (letter ?? raw) : raw], from: start, to: end, sentence });
}

function formsOf(raw: string, kind: TokenKind, rereader: Rereader): readonly string[] {
  if (kind === 'hashtag' || kind === 'mention') return [raw, ...withRereading(raw.slice(1), rereader)];
  if (kind !== 'word') return [raw];
  return withRereading(raw.replaceAll("'", ''), rereader);
}

function withRereading(form: string, rereader: Rereader): readonly string[] {
  const others = rereader.reread(form);
  return others.length === 0 ? [form] : [form, ...others];
}

/** "half-wit" is two tokens, and also "halfwit" on the first. */
function joinHyphen(state: State, piece: Scanned, previous: Scanned | undefined, index: number): void {
  if (previous?.kind !== 'word' || piece.kind !== 'word' || piece.start - previous.end !== 1) return;
  if (state.folded.text[previous.end] !== '-') return;
  const first = state.drafts[index - 1];
  const second = state.drafts[index];
  if (first === undefined || second === undefined || first.sentence !== second.sentence) return;
  const form = `${first.forms[0]}${second.forms[0]}`;
  // As it stands: "cock-a-leekie" is no misspelling of anything.
  addJoin(first, form, 2, AS_WRITTEN);
}

function addJoin(draft: Draft, form: string, length: number, rereader: Rereader): void {
  draft.joins ??= [];
  for (const reading of withRereading(form, rereader)) draft.joins.push({ form: reading, length });
}

/** "f u c k" and "w.a.n.k.e.r": a run of single letters is also one word. */
function joinLetters(state: State): readonly Draft[] {
  const { drafts } = state;
  for (let first = 0; first < drafts.length; ) {
    let last = first;
    while (
      last < drafts.length &&
      last - first < LONGEST_SPLIT_WORD &&
      isLetter(drafts[last]) &&
      drafts[last]?.sentence === drafts[first]?.sentence
    )
      last += 1;
    const head = drafts[first];
    if (head !== undefined && last - first >= 3) {
      const letters = drafts.slice(first, last).map((draft) => draft.forms[0]);
      addJoin(head, letters.join(''), last - first, state.rereader);
      // "a t h r e a t", "i h a t e": the first letter may be a word by itself.
      const second = drafts[first + 1];
      if (second !== undefined && letters.length >= 4 && /^[ai]$/.test(letters[0] ?? ''))
        addJoin(second, letters.slice(1).join(''), last - first - 1, state.rereader);
    }
    first = Math.max(last, first + 1);
  }
  return drafts;
}

/** "id iot": two neighbours with one space between them that are one word. */
function joinHalves(state: State): void {
  state.drafts.forEach((second, i) => {
    const first = state.drafts[i - 1];
    if (
      first === undefined ||
      first.kind !== 'word' ||
      second.kind !== 'word' ||
      second.from - first.to !== 1 ||
      first.sentence !== second.sentence
    )
      return;
    if (state.folded.text[first.to] !== ' ') return;
    const [a = '', b = ''] = [first.forms[0], second.forms[0]];
    if (!a.startsWith("'") && !b.startsWith("'") && state.rereader.isSplit(a, b))
      addJoin(first, a + b, 2, AS_WRITTEN);
  });
}

function isLetter(draft: Draft | undefined): boolean {
  return draft !== undefined && draft.kind !== 'emoji' && draft.forms[0]?.length === 1;
}

function finish(draft: Draft, folded: Folded, text: string): Token {
  const start = folded.start(draft.from);
  const isEmoji = draft.kind === 'emoji';
  const end = isEmoji ? emojiEnd(text, folded.end(draft.to - 1)) : folded.end(draft.to - 1);
  return {
    kind: draft.kind,
    forms: isEmoji
      ? emojiForms(folded.text.slice(draft.from, draft.to), text.slice(start, end))
      : draft.forms,
    start,
    end,
    sentence: draft.sentence,
    capital: CAPITAL.test(text.slice(start, start + 4)),
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
