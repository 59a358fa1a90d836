import type { Reading } from '../evidence/evidence.ts';
import type { Hit } from '../evidence/hit.ts';
import { kindBit, type Lexicon } from '../evidence/lexicon.ts';
import { TARGET_KINDS, type TargetKind } from '../model/decision.ts';
import type { Severity } from '../model/level.ts';
import type { Token, TokenKind, TokenRange } from '../text/token.ts';

/** A text as it was read. */
export interface TracedText {
  /** `text`, `attachments[0].altText` and the like. */
  readonly field: string;
  readonly tokens: readonly TracedToken[];
}

/** A token, as it was written and read. */
export interface TracedToken {
  /** Half-open UTF-16 offsets in the field. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: TokenKind;
  /** Its sentence, counted from 1. */
  readonly sentence: number;
  /** Whether it stands within quotation marks. */
  readonly quoted: boolean;
  /** The plain reading: lower case, accents and styled letters undone. */
  readonly form: string;
  /** Further readings: disguises undone, and words that it makes with the tokens after it. */
  readonly readings: readonly string[];
  /** Terms of the lexicons that begin here. */
  readonly terms: readonly TracedTerm[];
  /** Who or what is meant, if the words that begin here name somebody or something. */
  readonly mention?: { readonly kinds: readonly TargetKind[]; readonly text: string };
}

/** A term of a lexicon that stands in the text. */
export interface TracedTerm {
  /** Classes that patterns read as `@name`. */
  readonly classes: readonly string[];
  /** The words that make it, as they were written. */
  readonly text: string;
  /** The reading of a disguise that made it. */
  readonly readAs?: string;
  readonly severity: Severity;
}

/** Projects a reading: what each token was read as, and what it stands for. */
export function traceText(reading: Reading, lexicon: Lexicon): TracedText {
  const names = classNames(lexicon);
  return {
    field: reading.field,
    tokens: reading.text.tokens.map((token, at) => traceToken(token, at, reading, names)),
  };
}

/** Names of the classes by number. Those of literal words, which patterns name without `@`, have none. */
function classNames({ classIds }: Lexicon): ReadonlyMap<number, string> {
  return new Map([...classIds].filter(([name]) => !name.startsWith('=')).map(([name, id]) => [id, name]));
}

function traceToken(
  token: Token,
  at: number,
  reading: Reading,
  names: ReadonlyMap<number, string>,
): TracedToken {
  const { quotations } = reading.text;
  const [form = '', ...others] = token.forms;
  return {
    start: token.start,
    end: token.end,
    text: wordsOf(reading, { first: at, last: at + 1 }),
    kind: token.kind,
    sentence: token.sentence + 1,
    quoted: quotations.some(({ first, last }) => first <= at && at < last),
    form,
    readings: [...new Set([...others, ...(token.joins ?? []).map((join) => join.form)])],
    terms: termsAt(at, reading, names),
    ...mentionFrom(at, reading),
  };
}

function wordsOf({ text: { text, tokens } }: Reading, { first, last }: TokenRange): string {
  return text.slice(tokens[first]?.start, tokens[last - 1]?.end);
}

function termsAt(at: number, reading: Reading, names: ReadonlyMap<number, string>): TracedTerm[] {
  return (reading.hits[at] ?? []).flatMap((hit: Hit) => {
    const classes = hit.term.classes.flatMap((id) => names.get(id) ?? []);
    if (classes.length === 0) return [];
    const readAs = hit.readAs === undefined ? {} : { readAs: hit.readAs };
    return [{ classes, text: wordsOf(reading, hit), ...readAs, severity: hit.term.severity }];
  });
}

function mentionFrom(at: number, reading: Reading): Pick<TracedToken, 'mention'> {
  const mention = reading.mentions.get(at);
  if (mention === undefined) return {};
  const kinds = TARGET_KINDS.filter((kind) => (mention.kinds & kindBit(kind)) !== 0);
  return { mention: { kinds, text: wordsOf(reading, { first: mention.phraseFirst, last: mention.last }) } };
}
