import type { Token, TokenisedText } from '../text/token.ts';
import type { InsideReader } from './inside.ts';
import { BUILT_IN_CLASSES, type Lexicon, type Term } from './lexicon.ts';
import type { TrieNode } from './trie.ts';

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
export function findHits(text: TokenisedText, lexicon: Lexicon, inside: InsideReader): Hits {
  const exceptions: Hit[] = [];
  const hits = text.tokens.map((_, at) => hitsFrom(text.tokens, at, lexicon, inside, exceptions));
  return exceptions.length === 0 ? hits : withoutExceptions(hits, exceptions);
}

/** The terms that begin at a token. Most tokens have none, and share one empty list. */
function hitsFrom(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  inside: InsideReader,
  exceptions: Hit[],
): readonly Hit[] {
  const token = tokens[at];
  if (token === undefined) return NONE;
  const found: Hit[] = [];
  visit({ tokens, at, found, exceptions }, lexicon.root, at, undefined);
  const kind = KIND_TERMS.get(token.kind);
  if (kind !== undefined) found.push({ term: kind, first: at, last: at + 1 });
  if (found.length === (kind === undefined ? 0 : 1)) {
    const within = inside(token);
    if (within !== undefined) found.push({ term: within, first: at, last: at + 1, readAs: within.text });
  }
  return found.length === 0 ? NONE : found;
}

interface Walk {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly found: Hit[];
  readonly exceptions: Hit[];
}

/** Walks the trie along every form of every token, as deep as its terms are long. */
function visit(walk: Walk, node: TrieNode<Term>, index: number, readAs: string | undefined): void {
  for (const term of node.values) {
    if (term.capital === true && walk.tokens[walk.at]?.capital !== true) continue;
    const hit = { term, first: walk.at, last: index, ...(readAs === undefined ? {} : { readAs }) };
    (term.cancels === undefined ? walk.found : walk.exceptions).push(hit);
  }
  const token = walk.tokens[index];
  if (node.isLeaf || token === undefined || token.sentence !== walk.tokens[walk.at]?.sentence) return;
  for (let i = 0; i < token.forms.length; i++) {
    const form = token.forms[i] ?? '';
    const next = node.get(form);
    if (next !== undefined)
      visit(
        walk,
        next,
        index + 1,
        i === 0 || isPlain(token) ? further(readAs, form) : reading(walk, index, readAs, form),
      );
  }
  for (const join of token.joins ?? NO_JOINS) {
    const next = nodeAt(node, join.form);
    if (next !== undefined) visit(walk, next, index + join.length, reading(walk, index, readAs, join.form));
  }
}

/** The node that a word leads to, or the words that one emoji stands for. */
function nodeAt(node: TrieNode<Term>, form: string): TrieNode<Term> | undefined {
  if (!form.includes(' ')) return node.get(form);
  return form.split(' ').reduce<TrieNode<Term> | undefined>((reached, word) => reached?.get(word), node);
}

const NO_JOINS: NonNullable<Token['joins']> = [];

/** Other forms of these are no disguise: "'s" is also "is", "#bins" also "bins". */
function isPlain(token: Token): boolean {
  return token.kind !== 'word' || (token.forms[0] ?? '').startsWith("'");
}

/** The words read so far, with the disguised one as it was read. */
function reading(walk: Walk, index: number, before: string | undefined, form: string): string {
  if (before !== undefined) return `${before} ${form}`;
  return [...walk.tokens.slice(walk.at, index).map((token) => token.forms[0]), form].join(' ');
}

/** A plain word after a disguised one. */
function further(before: string | undefined, form: string): string | undefined {
  return before === undefined ? undefined : `${before} ${form}`;
}

function withoutExceptions(hits: readonly (readonly Hit[])[], exceptions: readonly Hit[]): Hits {
  // By the tokens that each covers: asking all of them about every hit would cost their product.
  const covering = new Map<number, Hit[]>();
  for (const exception of exceptions)
    for (let at = exception.first; at < exception.last; at++) {
      const list = covering.get(at);
      if (list === undefined) covering.set(at, [exception]);
      else list.push(exception);
    }
  const cancelled = (hit: Hit) =>
    (covering.get(hit.first) ?? NONE).some(
      (exception) => hit.last <= exception.last && exception.term.cancels?.includes(hit.term),
    );
  return hits.map((list) => (list.some(cancelled) ? list.filter((hit) => !cancelled(hit)) : list));
}

/** Hits at a token. */
export function hitsAt(hits: Hits, at: number): readonly Hit[] {
  return hits[at] ?? NONE;
}

/** Whether a token lies within a term of one of the classes. */
export function isCovered(hits: Hits, at: number, classes: ReadonlySet<number>, longest: number): boolean {
  for (let first = Math.max(0, at - longest + 1); first <= at; first++) {
    for (const hit of hitsAt(hits, first))
      if (hit.last > at && hit.term.classes.some((id) => classes.has(id))) return true;
  }
  return false;
}
