import { type Circumstances, decide, type Ladder } from './decision/decide.ts';
import { type Notice, noticesOf } from './decision/notice.ts';
import { candidates, holding, type RuleIndex } from './engine/engine.ts';
import { findingsOf } from './engine/finding.ts';
import { utcText } from './facts/clock.ts';
import { contextFacts, type Facts } from './facts/context.ts';
import { nextOpening } from './facts/hours.ts';
import { factDefault } from './facts/registry.ts';
import { type ItemReading, readItem } from './facts/texts.ts';
import { canonicalJson, hash128 } from './model/canonical.ts';
import type { Decision } from './model/decision.ts';
import type { ContentItem } from './model/item.ts';
import { checkItem } from './model/itemSchema.ts';
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
  const checked = checkItem(item);
  const parts = partsOf(ruleset);
  const reading = readItem(checked, parts.reader);
  const facts = allFacts(checked, reading, parts);
  return conclude(checked, ruleset, reading, facts, await run(parts.index, facts));
}

function allFacts(item: ContentItem, reading: ItemReading, { policy }: RulesetParts): FactMap {
  const facts = new Map<string, Facts[string]>(Object.entries(contextFacts(item, policy)));
  for (const [name, value] of Object.entries(reading.facts)) facts.set(name, value);
  for (const match of reading.matches)
    if (match.guardedBy === undefined) facts.set(`signal/${match.signal}`, true);
  return facts;
}

/** From the rules that hold to the decision. */
function conclude(
  item: ContentItem,
  ruleset: Ruleset,
  reading: ItemReading,
  facts: FactMap,
  held: ReadonlySet<string>,
): Decision {
  const { byId, ladder } = partsOf(ruleset);
  const concerned = new Set(held);
  for (const match of reading.matches) concerned.add(match.signal);
  const rules = [...concerned].flatMap((id) => byId.get(id) ?? []);
  const outcome = decide(
    { ...findingsOf(rules, held, reading.matches), ...circumstances(item, facts, ladder) },
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

/** What the ladder needs to know of the facts. */
function circumstances(
  item: ContentItem,
  facts: FactMap,
  { file, policy }: Ladder,
): Omit<Circumstances, 'findings' | 'setAside'> {
  const monitored = facts.get('monitored') === true;
  const signals = [...facts.keys()].filter((name) => name.startsWith('signal/'));
  const context = facts.get('directMessage') === true ? ['direct-message'] : [];
  return {
    history: {
      upheldBreaches: Number(facts.get('upheldBreaches')),
      ignoredRequests: Number(facts.get('ignoredRequests')),
    },
    contexts: new Set([...signals, ...context]),
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
