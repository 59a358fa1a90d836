import { BOUNDS } from '../model/bound.ts';
import { TARGET_KINDS, type TargetKind } from '../model/decision.ts';
import { type Severity, severityRank } from '../model/level.ts';
import type { LexiconFile, LexiconGroup, LexiconTerm } from '../model/pack.ts';
import { isJoined } from '../text/contraction.ts';
import { fullestForm } from '../text/emoji.ts';
import { tokenise } from '../text/tokenise.ts';
import { type Vocabulary, VocabularyBuilder } from '../text/vocabulary.ts';
import { COMMON_WORDS } from './common.ts';
import { inflect } from './inflect.ts';
import { TrieNode } from './trie.ts';

/** What a phrase in the trie stands for. */
export interface Term {
  readonly text: string;
  /** Class numbers. */
  readonly classes: readonly number[];
  readonly severity: Severity;
  readonly kind?: TargetKind;
  /** Read only where it begins with a capital. */
  readonly capital?: boolean;
  /** Terms that lose their classes within this phrase. */
  readonly cancels?: readonly Term[];
}

/** How common the phrases of a class are, by which patterns choose their anchor. */
export interface ClassSize {
  /** Phrases that it has. */
  readonly phrases: number;
  /** Those that are one of the commonest words. */
  readonly common: number;
}

/** All lexicons of a pack, compiled. */
export interface Lexicon {
  /** A step is one form of a token. */
  readonly root: TrieNode<Term>;
  readonly classIds: ReadonlyMap<string, number>;
  /** For each class, the tokens in its longest term. */
  readonly longest: readonly number[];
  readonly sizes: readonly ClassSize[];
  /** What disguises are undone onto. */
  readonly words: Vocabulary;
  /** Terms to look for inside longer words. */
  readonly inside: readonly Term[];
  /** What an emoji is read as where it stands for a word. */
  readonly standIns: ReadonlyMap<string, readonly string[]>;
}

/** Classes that tokens have by their kind. */
export const BUILT_IN_CLASSES = [
  'money',
  'phone',
  'link',
  'email',
  'number',
  'mention',
  'hashtag',
  'emoji',
] as const;

/** Class of the words by which people are told apart: their run is a sentence about them. */
const NAMING = 'identity';

/** Fewest letters of a word whose disguises are undone. */
const FEWEST_STRONG = 4;

/** Puts lexicons and the literal words of patterns into one trie. */
export class LexiconBuilder {
  readonly #root = new TrieNode<Term>();
  readonly #classIds = new Map<string, number>();
  readonly #longest: number[] = [];
  readonly #sizes: { phrases: number; common: number }[] = [];
  readonly #words = new VocabularyBuilder(COMMON_WORDS);
  readonly #inside: Term[] = [];
  readonly #standIns = new Map<string, readonly string[]>();
  readonly #crowded = new Set<string>();

  constructor() {
    for (const name of BUILT_IN_CLASSES) this.classId(name);
  }

  /** Number of a class, made when first asked for. */
  classId(name: string): number {
    const known = this.#classIds.get(name);
    if (known !== undefined) return known;
    const id = this.#classIds.size;
    this.#classIds.set(name, id);
    this.#longest.push(1);
    this.#sizes.push({ phrases: 0, common: 0 });
    return id;
  }

  /** Number of the class of one literal word, which patterns name without `@`. */
  wordId(word: string): number {
    const name = `=${word}`;
    const known = this.#classIds.get(name);
    if (known !== undefined) return known;
    const id = this.classId(name);
    this.#insert([word], { text: word, classes: [id], severity: 'none' }, false);
    this.#count(id, [word]);
    return id;
  }

  addFile(file: LexiconFile): void {
    for (const group of file.groups) {
      const classes = group.classes.map((name) => this.classId(name));
      for (const term of group.terms) this.#addTerm(group, term, classes);
    }
  }

  #addTerm(group: LexiconGroup, entry: LexiconTerm, classes: readonly number[]): void {
    const own = typeof entry === 'string' ? { term: entry } : entry;
    const forms = [own.term, ...(own.forms ?? [])].flatMap((form, i) =>
      i === 0 ? inflect(form, own.inflect ?? group.inflect) : [form],
    );
    const term: Term = {
      text: own.term,
      classes,
      severity: own.severity ?? group.severity ?? 'none',
      ...(group.kind === undefined ? {} : { kind: group.kind }),
      ...(own.capital === true ? { capital: true } : {}),
    };
    for (const form of forms) this.#addForm(form, term, group);
    if (own.readAs !== undefined) for (const form of forms) this.#addStandIn(form, own.readAs);
    for (const phrase of own.except ?? [])
      this.#insert(
        formsOfPhrase(phrase),
        { text: phrase, classes: [], severity: 'none', cancels: [term] },
        false,
      );
    if (group.inside === true && /^[a-z]{4,}$/.test(own.term)) this.#inside.push(term);
  }

  #addForm(form: string, term: Term, group: LexiconGroup): void {
    const words = formsOfPhrase(form);
    if (words.length === 0) return;
    if (group.misspelt === true && words.length === 1) this.#words.addRepairable(form, isOffensive(term));
    if (words.length === 1 && group.classes.includes(NAMING)) this.#words.addNaming(form);
    this.#insert(words, term, group.disguise === true);
    for (const id of term.classes) {
      this.#longest[id] = Math.max(this.#longest[id] ?? 1, words.length);
      this.#count(id, words);
    }
  }

  #addStandIn(form: string, readAs: readonly string[]): void {
    const words = formsOfPhrase(form);
    const emoji = words.length === 1 ? words[0] : undefined;
    if (emoji !== undefined) this.#standIns.set(emoji, [...(this.#standIns.get(emoji) ?? []), ...readAs]);
  }

  #insert(words: readonly string[], term: Term, disguised: boolean): void {
    let node = this.#root;
    for (const form of words) {
      const word = this.#words.addKnown(form);
      node = node.grow(word);
      if (disguised && words.length === 1 && word.length >= FEWEST_STRONG)
        this.#words.addStrong(word, term.kind === 'group' ? 0 : severityRank(term.severity));
    }
    node.add(term);
    if (node.values.length > BOUNDS.shared.most) this.#crowded.add(words.join(' '));
  }

  #count(id: number, words: readonly string[]): void {
    const size = this.#sizes[id];
    if (size === undefined) return;
    size.phrases += 1;
    if (words.length === 1 && COMMON_WORDS.has(words[0] ?? '')) size.common += 1;
  }

  /** Phrases that so many terms share that each token of them would cost too much. */
  get crowded(): ReadonlySet<string> {
    return this.#crowded;
  }

  build(): Lexicon {
    return {
      root: this.#root,
      classIds: this.#classIds,
      longest: this.#longest,
      sizes: this.#sizes,
      words: this.#words.build(),
      inside: this.#inside,
      standIns: this.#standIns,
    };
  }
}

/** Worth being found in words that were run together. */
function isOffensive({ severity, kind }: Term): boolean {
  return severity !== 'none' || kind === 'group';
}

/** The end of a contraction set apart, as patterns write it: "mum 's purse" is read as "mum's purse". */
const APART = / ('(?:d|ll|m|re|s|ve)\b)/g;

/** A phrase as the tokeniser yields it, so that terms and texts meet in the same forms. */
export function formsOfPhrase(phrase: string): readonly string[] {
  if (/^[a-z]+( [a-z]+)*$/.test(phrase)) {
    // What the tokeniser would say, for the many thousands of plain terms.
    const words = phrase.split(' ');
    if (!words.some(isJoined)) return words;
  }
  return tokenise(phrase.replace(APART, '$1')).tokens.map((token) =>
    token.kind === 'emoji' ? fullestForm(token.forms) : (token.forms[0] ?? ''),
  );
}

/** The highest severity of some terms. */
export function highestSeverity(terms: readonly Term[]): Severity {
  return terms.reduce<Severity>(
    (most, term) => (severityRank(term.severity) > severityRank(most) ? term.severity : most),
    'none',
  );
}

/** Bit of a target kind. */
export function kindBit(kind: TargetKind): number {
  return 1 << TARGET_KINDS.indexOf(kind);
}
