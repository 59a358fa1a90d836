import type { Span, Target, TargetKind } from '../model/decision.ts';
import type { Severity } from '../model/level.ts';
import { isSplitWord, undisguise } from '../text/disguise.ts';
import type { TokenisedText } from '../text/token.ts';
import { type Rereader, tokenise } from '../text/tokenise.ts';
import { COMMON_WORDS } from './common.ts';
import type { CompiledGuard } from './guard.ts';
import { findHits, type Hits, hitsAt } from './hit.ts';
import { type InsideReader, insideReader } from './inside.ts';
import { highestSeverity, type Lexicon } from './lexicon.ts';
import { type Ground, type Match, matchPattern } from './match.ts';
import type { Pattern } from './pattern.ts';
import { type KnownName, mainKind, mentionAt, type TargetReader, targetReader } from './target.ts';

/** Patterns that give one fact, and the guards that judge their matches. */
export interface Signal {
  /** Rule id, or id in `signals.json`. */
  readonly id: string;
  readonly patterns: readonly Pattern[];
  readonly guards: readonly { readonly id: string; readonly holds: CompiledGuard }[];
}

/** A match of a signal in the caller's text. */
export interface SignalMatch {
  readonly signal: string;
  readonly span: Span;
  readonly target?: Target;
  /** Highest severity of the lexicon terms that the pattern names. */
  readonly severity: Severity;
  /** The guard that put it aside. */
  readonly guardedBy?: string;
}

/** A text as it was read. */
export interface Reading {
  readonly field: string;
  readonly text: TokenisedText;
  readonly hits: Hits;
}

/** Reads texts for all signals of a pack. */
export interface EvidenceReader {
  read(
    field: string,
    text: string,
    names: readonly KnownName[],
    parent: TargetKind | undefined,
  ): Reading & { readonly matches: readonly SignalMatch[] };
  /** Whether a reading holds a term of a class. */
  hasClass(reading: Reading, name: string): boolean;
}

interface Indexed {
  readonly pattern: Pattern;
  readonly signal: Signal;
}

/** Builds the reader: one pass over the tokens finds the patterns whose rarest element is there, and only those are tried. */
export function evidenceReader(lexicon: Lexicon, signals: readonly Signal[]): EvidenceReader {
  const index = indexByAnchor(signals);
  const inside = insideReader(lexicon.inside);
  const targets = targetReader(lexicon);
  const rereader: Rereader = {
    reread: (form) => undisguise(form, lexicon.sensitive),
    isSplit: (first, second) =>
      isSplitWord(first, second, lexicon.sensitive, (form) => COMMON_WORDS.has(form)),
  };
  return {
    read: (field, text, names, parent) =>
      readText(field, text, names, parent, { lexicon, index, inside, targets, rereader }),
    hasClass: ({ hits }, name) => {
      const id = lexicon.classIds.get(name);
      return id !== undefined && hits.some((list) => list.some((hit) => hit.term.classes.includes(id)));
    },
  };
}

/** What reading a text takes. */
interface Parts {
  readonly lexicon: Lexicon;
  readonly index: AnchorIndex;
  readonly inside: InsideReader;
  readonly targets: TargetReader;
  readonly rereader: Rereader;
}

interface AnchorIndex {
  readonly byClass: ReadonlyMap<number, readonly Indexed[]>;
  readonly byKind: readonly { readonly kinds: number; readonly indexed: Indexed }[];
}

function indexByAnchor(signals: readonly Signal[]): AnchorIndex {
  const byClass = new Map<number, Indexed[]>();
  const byKind: { kinds: number; indexed: Indexed }[] = [];
  for (const signal of signals) {
    for (const pattern of signal.patterns) {
      const indexed = { pattern, signal };
      for (const alternative of pattern.anchor.alternatives) {
        if ('kinds' in alternative) byKind.push({ kinds: alternative.kinds, indexed });
        else if ('class' in alternative)
          byClass.set(alternative.class, [...(byClass.get(alternative.class) ?? []), indexed]);
      }
    }
  }
  return { byClass, byKind };
}

function readText(
  field: string,
  raw: string,
  names: readonly KnownName[],
  parent: TargetKind | undefined,
  { lexicon, index, inside, targets, rereader }: Parts,
): Reading & { matches: readonly SignalMatch[] } {
  const text = tokenise(raw, rereader);
  const hits = findHits(text, lexicon, inside);
  const ground: Ground = { hits, mentions: targets(text, hits, names, parent), longest: lexicon.longest };
  const matches: SignalMatch[] = [];
  const slack = joinSlack(text);
  for (const [indexed, places] of candidatePlaces(hits, ground, index)) {
    for (const match of matchPlaces(indexed.pattern, places, ground, text, slack))
      matches.push(signalMatch(indexed, match, ground, text, field));
  }
  return { field, text, hits, matches };
}

/** Tokens by which a split word ("h a l f") can be longer than the term that it is read as. */
function joinSlack({ tokens }: TokenisedText): number {
  return tokens.reduce(
    (most, token) =>
      token.joins === undefined ? most : Math.max(most, ...token.joins.map((join) => join.length - 1)),
    0,
  );
}

/** For each pattern whose anchor stands in the text, and all that it requires too, the tokens where the anchor does, ascending. */
function candidatePlaces(hits: Hits, ground: Ground, index: AnchorIndex): Map<Indexed, number[]> {
  const places = new Map<Indexed, number[]>();
  const refused = new Set<Indexed>();
  const present = presence(hits, ground);
  const put = (indexed: Indexed, at: number) => {
    const list = places.get(indexed);
    if (list !== undefined) {
      if (list.at(-1) !== at) list.push(at);
    } else if (!refused.has(indexed)) {
      if (canMatch(indexed.pattern, present)) places.set(indexed, [at]);
      else refused.add(indexed);
    }
  };
  hits.forEach((list, at) => {
    for (const hit of list)
      for (const id of hit.term.classes)
        for (const indexed of index.byClass.get(id) ?? NO_PATTERNS) put(indexed, at);
    const mention = mentionAt(ground.mentions, at);
    if (mention === undefined) return;
    for (const { kinds, indexed } of index.byKind) if ((mention.kinds & kinds) !== 0) put(indexed, at);
  });
  return places;
}

const NO_PATTERNS: readonly Indexed[] = [];

interface Presence {
  readonly classes: ReadonlySet<number>;
  readonly kinds: number;
}

/** What the text holds anywhere: most patterns fail on this, before any token is tried. */
function presence(hits: Hits, { mentions }: Ground): Presence {
  const classes = new Set<number>();
  for (const list of hits) for (const hit of list) for (const id of hit.term.classes) classes.add(id);
  let kinds = 0;
  for (const mention of mentions.values()) kinds |= mention.kinds;
  return { classes, kinds };
}

function canMatch(pattern: Pattern, present: Presence): boolean {
  return pattern.steps.every(
    (step) =>
      step.optional ||
      step.alternatives.some((alternative) =>
        'class' in alternative
          ? present.classes.has(alternative.class)
          : 'kinds' in alternative
            ? (alternative.kinds & present.kinds) !== 0
            : true,
      ),
  );
}

/** Tries a pattern around its anchors; windows that touch are one, so that no token is tried twice. */
function matchPlaces(
  pattern: Pattern,
  places: readonly number[],
  ground: Ground,
  text: TokenisedText,
  slack: number,
): Match[] {
  const matches: Match[] = [];
  const wider = slack * pattern.steps.length;
  let window: { from: number; to: number; sentence: { first: number; last: number } } | undefined;
  const flush = () => {
    if (window !== undefined)
      matches.push(...matchPattern(pattern, ground, window.from, window.to, window.sentence));
  };
  for (const at of places) {
    const sentence = text.sentences[text.tokens[at]?.sentence ?? 0];
    if (sentence === undefined) continue;
    const from = Math.max(sentence.first, at - pattern.before - wider);
    const to = Math.min(sentence.last, at + pattern.after + wider);
    if (window !== undefined && window.sentence === sentence && from <= window.to)
      window.to = Math.max(window.to, to);
    else {
      flush();
      window = { from, to, sentence };
    }
  }
  flush();
  return matches;
}

function signalMatch(
  { pattern, signal }: Indexed,
  match: Match,
  ground: Ground,
  text: TokenisedText,
  field: string,
): SignalMatch {
  const guard = signal.guards.find(({ holds }) => holds(match, pattern, ground, text));
  const target = targetOf(pattern, match, ground, text);
  return {
    signal: signal.id,
    span: spanOf(match, text, ground.hits, field),
    severity: highestSeverity(termsOf(pattern, match, ground.hits)),
    ...(target === undefined ? {} : { target }),
    ...(guard === undefined ? {} : { guardedBy: guard.id }),
  };
}

function termsOf(pattern: Pattern, match: Match, hits: Hits) {
  const terms = [];
  for (let at = match.first; at < match.last; at++) {
    for (const hit of hitsAt(hits, at))
      if (hit.term.classes.some((id) => pattern.classes.has(id))) terms.push(hit.term);
  }
  return terms;
}

function targetOf(
  pattern: Pattern,
  match: Match,
  ground: Ground,
  { text, tokens }: TokenisedText,
): Target | undefined {
  const mention = match.target < 0 ? undefined : mentionAt(ground.mentions, match.target);
  if (mention === undefined) return undefined;
  const wanted =
    pattern.steps
      .find((step) => step.target)
      ?.alternatives.reduce(
        (bits, alternative) => bits | ('kinds' in alternative ? alternative.kinds : 0),
        0,
      ) ?? 0;
  const kind = mainKind(mention.kinds, wanted);
  if (kind === undefined) return undefined;
  return { kind, text: text.slice(tokens[mention.phraseFirst]?.start, tokens[mention.last - 1]?.end) };
}

function spanOf(match: Match, { text, tokens }: TokenisedText, hits: Hits, field: string): Span {
  const start = tokens[match.first]?.start ?? 0;
  const end = tokens[match.last - 1]?.end ?? start;
  const readAs = readingOf(match, { text, tokens }, hits);
  return { field, start, end, text: text.slice(start, end), ...(readAs === undefined ? {} : { readAs }) };
}

/** How the words were read, if that is more than their lower case. */
function readingOf(
  match: Match,
  { text, tokens }: Pick<TokenisedText, 'text' | 'tokens'>,
  hits: Hits,
): string | undefined {
  let disguised = false;
  const words: string[] = [];
  for (let at = match.first; at < match.last; ) {
    const hit = hitsAt(hits, at).find(
      (candidate) => candidate.readAs !== undefined && candidate.last <= match.last,
    );
    const token = tokens[at];
    const raw = text.slice(token?.start, token?.end);
    disguised ||=
      hit !== undefined ||
      [...raw].some(
        (char) =>
          (char.codePointAt(0) ?? 0) > 127 &&
          /[\p{L}\p{Cf}\p{M}\p{So}]/u.test(char) &&
          token?.kind === 'word',
      );
    words.push(hit?.readAs ?? token?.forms[0] ?? '');
    at = hit?.last ?? at + 1;
  }
  return disguised ? words.join(' ') : undefined;
}
