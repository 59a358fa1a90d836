import type { TargetKind } from '../model/decision.ts';
import type { TokenisedText, TokenRange } from '../text/token.ts';
import { tokenise } from '../text/tokenise.ts';
import { bareSentences } from './bare.ts';
import { detailsOf, type MatchDetails } from './detail.ts';
import type { CompiledGuard } from './guard.ts';
import { findHits, type Hits } from './hit.ts';
import { type InsideReader, insideReader } from './inside.ts';
import type { Lexicon } from './lexicon.ts';
import { type Ground, type Match, matchPattern } from './match.ts';
import { type Mentions, mentionAt } from './mention.ts';
import type { KnownName } from './name.ts';
import type { Pattern } from './pattern.ts';
import { withStandIns } from './standin.ts';
import { nameReader, type TargetReader, targetReader } from './target.ts';

/** Patterns that give one fact, and the guards that judge their matches. */
export interface Signal {
  /** Rule id, or id in `signals.json`. */
  readonly id: string;
  readonly patterns: readonly Pattern[];
  readonly guards: readonly {
    readonly id: string;
    /** The guard as the rule lists it: the guard itself, or one that stands for several. */
    readonly listed: string;
    readonly holds: CompiledGuard;
  }[];
}

/** A match of a signal in the caller's text. */
export interface SignalMatch {
  readonly signal: string;
  /** Field and sentence in which it stands. */
  readonly place: string;
  /** The pattern, as it stands in the pack. */
  readonly pattern: string;
  /** The guard that put it aside. */
  readonly guardedBy?: string;
  /** Every guard that would put it aside, as the rule lists them. */
  guards(): readonly string[];
  /** What a finding needs of it; worked out only for rules that hold. */
  details(): MatchDetails;
}

/** A text as it was read. */
export interface Reading {
  readonly field: string;
  readonly text: TokenisedText;
  readonly hits: Hits;
  readonly mentions: Mentions;
}

/** Reads texts for all signals of a pack. */
export interface EvidenceReader {
  read(
    field: string,
    text: string,
    names: readonly KnownName[],
    parent: TargetKind | undefined,
  ): Reading & { readonly matches: readonly SignalMatch[] };
  /** Names of people in a text, by title, first name, handle or because the caller knows them: half-open UTF-16 ranges. */
  names(
    text: string,
    known: readonly KnownName[],
  ): readonly { readonly start: number; readonly end: number }[];
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
  return {
    read: (field, text, names, parent) =>
      readText(field, text, names, parent, { lexicon, index, inside, targets }),
    names: (text, known) => {
      const tokenised = tokenise(text, lexicon.words);
      return nameReader(lexicon)(tokenised, findHits(tokenised, lexicon, inside), known).map(
        ({ first, last }) => ({
          start: tokenised.tokens[first]?.start ?? 0,
          end: tokenised.tokens[last - 1]?.end ?? 0,
        }),
      );
    },
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
  { lexicon, index, inside, targets }: Parts,
): Reading & { matches: readonly SignalMatch[] } {
  const text = withStandIns(tokenise(raw, lexicon.words), lexicon);
  const hits = findHits(text, lexicon, inside);
  const ground: Ground = {
    hits,
    mentions: targets(text, hits, names, parent),
    longest: lexicon.longest,
    bare: bareSentences(text, hits, lexicon),
  };
  const matches: SignalMatch[] = [];
  const slack = joinSlack(text);
  for (const [indexed, places] of candidatePlaces(hits, ground, index)) {
    for (const match of matchPlaces(indexed.pattern, places, ground, text, slack))
      matches.push(signalMatch(indexed, match, ground, text, field));
  }
  return { field, text, hits, mentions: ground.mentions, matches };
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
  /** 1 at the numbers of the classes that stand in the text. */
  readonly classes: Uint8Array;
  readonly kinds: number;
}

/** What the text holds anywhere: most patterns fail on this, before any token is tried. */
function presence(hits: Hits, { mentions, longest }: Ground): Presence {
  const classes = new Uint8Array(longest.length);
  for (const list of hits) for (const hit of list) for (const id of hit.term.classes) classes[id] = 1;
  let kinds = 0;
  for (const mention of mentions.values()) kinds |= mention.kinds;
  return { classes, kinds };
}

function canMatch(pattern: Pattern, present: Presence): boolean {
  for (const need of pattern.needs)
    if ((need.kinds & present.kinds) === 0 && !hasOne(need.classes, present.classes)) return false;
  return true;
}

function hasOne(wanted: readonly number[], present: Uint8Array): boolean {
  for (const id of wanted) if (present[id] === 1) return true;
  return false;
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
  let window: { from: number; to: number; sentence: TokenRange; bare: TokenRange } | undefined;
  const flush = () => {
    if (window !== undefined)
      matches.push(...matchPattern(pattern, ground, window.from, window.to, window.sentence, window.bare));
  };
  for (const at of places) {
    const sentence = text.sentences[text.tokens[at]?.sentence ?? 0];
    const bare = ground.bare[text.tokens[at]?.sentence ?? 0];
    if (sentence === undefined || bare === undefined) continue;
    const from = Math.max(sentence.first, at - pattern.before - wider);
    const to = Math.min(sentence.last, at + pattern.after + wider);
    if (window !== undefined && window.sentence === sentence && from <= window.to)
      window.to = Math.max(window.to, to);
    else {
      flush();
      window = { from, to, sentence, bare };
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
  const isHeld = ({ holds }: Signal['guards'][number]) => holds(match, pattern, ground, text);
  const guard = signal.guards.find(isHeld);
  return {
    signal: signal.id,
    place: `${field} ${text.tokens[match.first]?.sentence ?? 0}`,
    pattern: pattern.source,
    ...(guard === undefined ? {} : { guardedBy: guard.id }),
    guards: () => [...new Set(signal.guards.filter(isHeld).map(({ listed }) => listed))],
    details: () => detailsOf(match, pattern, ground, text, field),
  };
}
