import { adviceOf, type PostAdvice } from './decision/advise.ts';
import { type Circumstances, decide, type Ladder } from './decision/decide.ts';
import { explanationOf } from './decision/explain.ts';
import { type Notice, noticesOf } from './decision/notice.ts';
import { foldOutcome } from './decision/outcome.ts';
import { type EvidenceRecord, recordOf, redactedRecordOf } from './decision/record.ts';
import { candidates, holding, type RuleIndex } from './engine/engine.ts';
import { type CompiledRule, findingsOf, runsOn } from './engine/finding.ts';
import { epoch, localTime, utcText } from './facts/clock.ts';
import { contextFacts, type Facts } from './facts/context.ts';
import { nextOpening } from './facts/hours.ts';
import { besideFact, factDefault } from './facts/registry.ts';
import { type ItemReading, readItem } from './facts/texts.ts';
import { canonicalJson, hash128 } from './model/canonical.ts';
import type { Decision, Span } from './model/decision.ts';
import type { AuthorHistory, ContentItem, Post } from './model/item.ts';
import { checkItem, checkNow, checkPost } from './model/itemSchema.ts';
import type { DecisionOutcome } from './model/outcome.ts';
import { compileRuleset, partsOf, type Ruleset, type RulesetParts } from './pack/compile.ts';
import { defaultPack } from './pack/shipped.ts';

/** Options of `classify`. */
export interface ClassifyOptions {
  /** Rules to judge by. Default: the shipped ones. */
  readonly ruleset?: Ruleset;
}

let shippedRuleset: Ruleset | undefined;

function defaultRuleset(): Ruleset {
  shippedRuleset ??= compileRuleset(defaultPack());
  return shippedRuleset;
}

/**
 * Judges one comment and recommends what to do. Pure: no clock, network, randomness or state; the same item and rules
 * give the same bytes anywhere. Async only because json-rules-engine is.
 * @throws {ContentItemError} names every field of the item that is wrong.
 * @example (await classify({ text: 'When is bin day?', now: '2026-06-10T10:00:00+01:00' })).verdict //=> 'allow'
 */
export async function classify(item: ContentItem, options: ClassifyOptions = {}): Promise<Decision> {
  return judge(item, options.ruleset ?? defaultRuleset(), runCandidates);
}

/** Values of all facts that are known, by name. */
export type FactMap = ReadonlyMap<string, Facts[string]>;

/** Finds the rules that hold, given facts. */
export type RuleRunner = (index: RuleIndex, facts: FactMap) => Promise<ReadonlySet<string>>;

/** Runs only the rules that can hold, with only the facts that they read. */
export const runCandidates: RuleRunner = (index, facts) =>
  holding(candidates(index, facts), facts, factDefault);

/** `classify` with a runner of one's own: the tests compare runners. */
export async function judge(item: ContentItem, ruleset: Ruleset, run: RuleRunner): Promise<Decision> {
  return (await examine(item, ruleset, run)).decision;
}

/** A decision with what it was drawn from. */
export interface Examination {
  /** The item as it was checked. */
  readonly item: ContentItem;
  readonly reading: ItemReading;
  readonly facts: FactMap;
  /** Rules that hold. */
  readonly held: ReadonlySet<string>;
  readonly decision: Decision;
}

/** `classify` with what lies between: for tools that tell a rule author which pattern or guard did what. */
export async function examine(
  item: ContentItem,
  ruleset: Ruleset,
  run: RuleRunner = runCandidates,
): Promise<Examination> {
  const checked = checkItem(item);
  return examineReading(checked, readItem(checked, partsOf(ruleset).reader), ruleset, run);
}

/** `examine` for an item that is checked and read already: rulesets that read alike can share a reading. */
export async function examineReading(
  item: ContentItem,
  reading: ItemReading,
  ruleset: Ruleset,
  run: RuleRunner = runCandidates,
): Promise<Examination> {
  const parts = partsOf(ruleset);
  const facts = allFacts(item, reading, parts);
  const held = await run(parts.index, facts);
  return { item, reading, facts, held, decision: conclude(item, ruleset, reading, facts, held) };
}

/** What is known of an item: facts of its context and texts, and the signals that no guard put aside. */
export function allFacts(
  item: ContentItem,
  { matches, facts: ofTexts }: ItemReading,
  { policy, local, byId }: RulesetParts,
): FactMap {
  const facts = new Map<string, Facts[string]>(Object.entries(contextFacts(item, policy)));
  for (const [name, value] of Object.entries(ofTexts)) facts.set(name, value);
  const plain = matches.filter(({ guardedBy }) => guardedBy === undefined);
  const rulesAt = new Map<string, Set<string>>();
  for (const { signal, place } of plain)
    if (byId.has(signal)) rulesAt.set(place, (rulesAt.get(place) ?? new Set()).add(signal));
  for (const { signal, place } of plain) {
    const beside = rulesAt.get(place);
    if (!local.has(signal)) facts.set(`signal/${signal}`, true);
    else if (beside !== undefined) {
      facts.set(`signal/${signal}`, true);
      for (const ruleId of beside) facts.set(besideFact(signal, ruleId), true);
    }
  }
  return facts;
}

/** From the rules that hold to the decision. */
export function conclude(
  item: ContentItem,
  ruleset: Ruleset,
  reading: ItemReading,
  facts: FactMap,
  held: ReadonlySet<string>,
): Decision {
  const parts = partsOf(ruleset);
  const { byId, ladder, policy } = parts;
  const concerned = new Set(held);
  for (const match of reading.matches) concerned.add(match.signal);
  const rules = inEffect(
    [...concerned].flatMap((id) => byId.get(id) ?? []),
    item.now,
    policy.hours.timeZone,
  );
  const outcome = decide(
    {
      ...findingsOf(rules, held, reading.matches),
      ...circumstances(item, facts, ladder),
      named: servicesNamed(reading, parts),
    },
    ladder,
  );
  return {
    id: hash128(ruleset.revision, canonicalJson(item)),
    ...outcome,
    language: reading.language,
    ruleset: { id: ruleset.id, version: ruleset.version, revision: ruleset.revision },
    evaluatedAt: utcText(item.now),
  };
}

/** The rules that run at a moment. Few have dates, so that the day is seldom asked for. */
function inEffect(rules: readonly CompiledRule[], now: string, zone: string): readonly CompiledRule[] {
  if (rules.every((rule) => rule.effectiveFrom === undefined && rule.effectiveUntil === undefined))
    return rules;
  const { date } = localTime(epoch(now), zone);
  return rules.filter((rule) => runsOn(date, rule));
}

/** Where the item's own texts name services that have a form. */
function servicesNamed({ matches }: ItemReading, { serviceSignals }: RulesetParts): Circumstances['named'] {
  const named = new Map<string, Span[]>();
  for (const match of matches)
    if (serviceSignals.has(match.signal) && match.guardedBy === undefined)
      named.set(match.signal, [...(named.get(match.signal) ?? []), match.details().span]);
  return named;
}

/** What the ladder needs to know of the facts. */
function circumstances(
  item: ContentItem,
  facts: FactMap,
  { file, policy }: Ladder,
): Omit<Circumstances, 'findings' | 'setAside' | 'named'> {
  const monitored = facts.get('monitored') === true;
  const signals = [...facts.keys()].filter((name) => name.startsWith('signal/'));
  const context = facts.get('directMessage') === true ? ['direct-message'] : [];
  return {
    now: item.now,
    reports: Number(facts.get('reportCount')),
    history: {
      upheldBreaches: Number(facts.get('upheldBreaches')),
      ignoredRequests: Number(facts.get('ignoredRequests')),
      previousBlocks: Number(facts.get('previousBlocks')),
    },
    contexts: new Set([...signals, ...context]),
    topics: item.post?.topics ?? [],
    remarkable: new Set(
      file.circumstances.map(({ fact }) => fact).filter((fact) => facts.get(fact) !== factDefault(fact)),
    ),
    monitored,
    nextOpening: monitored ? undefined : nextOpening(item.now, policy.hours),
  };
}

/**
 * Wording for what a decision recommends: public reply, direct message, block notice, internal and referral notes.
 * Never holds the comment's words.
 */
export function notices(decision: Decision, ruleset: Ruleset = defaultRuleset()): Notice[] {
  return noticesOf(decision, partsOf(ruleset).notices);
}

/**
 * What to capture and keep about a decision: who, where, when, the exact text with its SHA-256, the thread, attachments,
 * findings, for how long, and a checklist. Where the comment may show child abuse, only its address. Stores nothing.
 * @param item the item that was judged.
 * @throws {ContentItemError} names every field of the item that is wrong.
 */
export function evidence(
  decision: Decision,
  item: ContentItem,
  ruleset: Ruleset = defaultRuleset(),
): EvidenceRecord {
  return recordOf(decision, checkItem(item), partsOf(ruleset));
}

/**
 * The record without ids, addresses, handles, phone numbers, e-mail addresses, links and recognised names, and without
 * the words of a disclosure. Names that nothing marks as names stay: a person must check before sharing it.
 * @throws {ContentItemError} names every field of the item that is wrong.
 */
export function redactedEvidence(
  decision: Decision,
  item: ContentItem,
  ruleset: Ruleset = defaultRuleset(),
): EvidenceRecord {
  return redactedRecordOf(decision, checkItem(item), partsOf(ruleset));
}

/**
 * One page of plain English, for the file: what was found where, under which clauses, why this step and not a lower or
 * higher one, what was set aside and withheld, who must approve, what happens next and how to challenge it.
 */
export function explain(decision: Decision, ruleset: Ruleset = defaultRuleset()): string {
  return explanationOf(decision, partsOf(ruleset).ladder, ruleset.revision);
}

/**
 * Adds what came of a decision to its author's history, which the caller stores. Pure: returns a new history.
 * `upheld` adds a breach for each clause, and `overturned` clears it; all breaches of one decision count once.
 * `asked-to-remove` opens a request and `removed-by-author` closes it. Election support, allegations, requests and
 * disclosures of harm never become breaches.
 * @throws {ContentItemError} names every field of history, decision or outcome that is wrong.
 */
export function recordOutcome(
  history: AuthorHistory,
  decision: Decision,
  outcome: DecisionOutcome,
  ruleset: Ruleset = defaultRuleset(),
): AuthorHistory {
  return foldOutcome(history, decision, outcome, partsOf(ruleset).ladder);
}

/** Options of `advisePost`. */
export interface AdviseOptions extends ClassifyOptions {
  /** The moment to judge for: ISO 8601 with offset. */
  readonly now: string;
}

/**
 * Advises on the comments under a post, before or after it is published: leave them open, watch, filter, limit or close
 * them, why, under which clauses, and until when. A date alone never closes anything.
 * @throws {ContentItemError} names every field of the post that is wrong.
 * @example advisePost({ text: 'Bin day moves to Tuesday' }, { now: '2026-06-10T10:00:00+01:00' }).comments //=> 'open'
 */
export function advisePost(post: Post, options: AdviseOptions): PostAdvice {
  const ruleset = options.ruleset ?? defaultRuleset();
  return adviceOf(checkPost(post), checkNow(options.now), partsOf(ruleset).posts, ruleset);
}
