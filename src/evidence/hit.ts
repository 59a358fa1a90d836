import type { Token, TokenisedText } from '../text/token.ts';
import { BUILT_IN_CLASSES, type Lexicon, type Term, type TrieNode } from './lexicon.ts';

/** A term of the lexicon standing in the text. */
export interface Hit {
  readonly term: Term;
  /** Half-open range of tokens. */
  readonly first: number;
  readonly last: number;
  /** The reading of a disguised token that made the hit. */
  readonly readAs?: string;
}

/** Hits by the token at which they begin. */
export type Hits = readonly (readonly Hit[])[];

const NONE: readonly Hit[] = [];
const KIND_TERMS: ReadonlyMap<string, Term> = new Map(
  BUILT_IN_CLASSES.map((name, id) => [name, { text: name, classes: [id], severity: 'none' }]),
);

/** Finds every term of the lexicon; exceptions take their terms' classes away. */
export function findHits(text: TokenisedText, lexicon: Lexicon, inside: (token: Token) => Term | undefined): Hits {
  const hits: Hit[][] = text.tokens.map(() => []);
  const exceptions: Hit[] = [];
  text.tokens.forEach((token, at) => {
    const found = hits[at] ?? [];
    walk(text.tokens, at, lexicon.root, (hit) => (hit.term.cancels === undefined ? found : exceptions).push(hit));
    const kind = KIND_TERMS.get(token.kind);
    if (kind !== undefined) found.push({ term: kind, first: at, last: at + 1 });
    if (found.length === (kind === undefined ? 0 : 1)) {
      const within = inside(token);
      if (within !== undefined) found.push({ term: within, first: at, last: at + 1, readAs: within.text });
    }
  });
  return exceptions.length === 0 ? hits : withoutExceptions(hits, exceptions);
}

function walk(tokens: readonly Token[], at: number, root: TrieNode, emit: (hit: Hit) => void): void {
  const visit = (node: TrieNode, index: number, readAs: string | undefined) => {
    for (const term of node.terms ?? []) emit({ term, first: at, last: index, ...(readAs === undefined ? {} : { readAs }) });
    const token = tokens[index];
    if (token === undefined || node.next === undefined || token.sentence !== tokens[at]?.sentence) return;
    token.forms.forEach((form, i) => {
      const next = node.next?.get(form);
      if (next !== undefined) visit(next, index + 1, i === 0 || form.startsWith("'") ? readAs : reading(readAs, form));
    });
    for (const join of token.joins ?? NONE_JOINS) {
      const next = node.next.get(join.form);
      if (next !== undefined) visit(next, index + join.length, reading(readAs, join.form));
    }
  };
  visit(root, at, undefined);
}

const NONE_JOINS: NonNullable<Token['joins']> = [];

function reading(before: string | undefined, form: string): string {
  return before === undefined ? form : `${before} ${form}`;
}

function withoutExceptions(hits: readonly (readonly Hit[])[], exceptions: readonly Hit[]): Hits {
  const cancelled = (hit: Hit) =>
    exceptions.some((exception) => exception.first <= hit.first && hit.last <= exception.last && exception.term.cancels?.includes(hit.term));
  return hits.map((list) => (list.some(cancelled) ? list.filter((hit) => !cancelled(hit)) : list));
}

/** Hits at a token. */
export function hitsAt(hits: Hits, at: number): readonly Hit[] {
  return hits[at] ?? NONE;
}

/** Whether a token lies within a term of one of the classes. */
export function isCovered(hits: Hits, at: number, classes: ReadonlySet<number>, longest: number): boolean {
  for (let first = Math.max(0, at - longest + 1); first <= at; first++) {
    for (const hit of hitsAt(hits, first)) if (hit.last > at && hit.term.classes.some((id) => classes.has(id))) return true;
  }
  return false;
}
