import { type Examination, examine } from '../classify.ts';
import type { CompiledRule } from '../engine/finding.ts';
import type { FactValue } from '../engine/trigger.ts';
import { type Leaf, unmetLeaves } from '../engine/unmet.ts';
import { factDefault } from '../facts/registry.ts';
import type { Decision, SetAside, Span, Target } from '../model/decision.ts';
import type { ContentItem } from '../model/item.ts';
import { partsOf, type Ruleset, type RulesetParts } from '../pack/compile.ts';
import { type TracedText, traceText } from './traceText.ts';

/** How a comment was read and judged, step by step. Quotes it. */
export interface Trace {
  readonly texts: readonly TracedText[];
  /** Every match of a pattern, in the order of the texts. */
  readonly matches: readonly TracedMatch[];
  /** Facts that differ from their default, by name. */
  readonly facts: readonly TracedFact[];
  /** Rules that hold, or whose own words were found. */
  readonly rules: readonly TracedRule[];
  readonly decision: Decision;
}

/** Words that a pattern matched. */
export interface TracedMatch {
  /** Rule, or signal of `signals.json`. */
  readonly signal: string;
  readonly pattern: string;
  readonly span: Span;
  readonly target?: Target;
  /** Guards that put the match aside; any is enough. */
  readonly guards: readonly string[];
}

/** A fact that conditions may read. */
export interface TracedFact {
  readonly name: string;
  readonly value: FactValue;
  readonly default: FactValue | undefined;
}

/**
 * What became of a rule. `found`: its finding counts. `set-aside`: a guard, a graver finding or its shadow status put it
 * aside. `unmet`: its words were found, but its conditions don't hold. `not-in-effect`: its dates don't cover `now`.
 */
export interface TracedRule {
  readonly id: string;
  readonly outcome: 'found' | 'set-aside' | 'unmet' | 'not-in-effect';
  readonly setAside?: Pick<SetAside, 'why' | 'by'>;
  /** The conditions that failed, with what was found instead. */
  readonly unmet?: readonly (Leaf & { readonly found: FactValue | undefined })[];
}

/**
 * Shows how a comment is read and judged: tokens with their readings, classes and targets, matches by pattern and what put
 * them aside, facts, rules, and the decision. For rule authors; it quotes the comment. Pure.
 * @throws {ContentItemError} names every field of the item that is wrong.
 * @example (await trace({ text: 'You m0ron', now }, ruleset)).texts[0]?.tokens[1]?.readings //=> ['moron']
 */
export async function trace(item: ContentItem, ruleset: Ruleset): Promise<Trace> {
  const parts = partsOf(ruleset);
  const examination = await examine(item, ruleset);
  const { reading, facts, decision } = examination;
  return {
    texts: reading.readings.map((own) => traceText(own, parts.lexicon)),
    matches: reading.matches.map((match) => ({
      signal: match.signal,
      pattern: match.pattern,
      ...spanAndTarget(match.details()),
      guards: match.guards(),
    })),
    facts: [...facts]
      .map(([name, value]) => ({ name, value, default: factDefault(name) }))
      .filter((fact) => String(fact.value) !== String(fact.default))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    rules: tracedRules(examination, parts),
    decision,
  };
}

function spanAndTarget({ span, target }: { readonly span: Span; readonly target?: Target | undefined }) {
  return { span, ...(target === undefined ? {} : { target }) };
}

function tracedRules(examination: Examination, { byId }: RulesetParts): TracedRule[] {
  const { reading, held, decision } = examination;
  const unguarded = reading.matches.filter(({ guardedBy }) => guardedBy === undefined);
  const worded = new Set(unguarded.map(({ signal }) => signal));
  const aside = decision.setAside.map(({ finding }) => finding.ruleId);
  return [...new Set([...held, ...aside, ...worded])]
    .sort()
    .flatMap((id) => byId.get(id) ?? [])
    .map((rule) => {
      const isUnmet = !held.has(rule.id) && worded.has(rule.id);
      return { id: rule.id, ...(isUnmet ? unmetBy(rule, examination) : outcomeOf(rule.id, decision)) };
    });
}

function unmetBy({ condition }: CompiledRule, { facts }: Examination): Omit<TracedRule, 'id'> {
  const factValue = (fact: string) => facts.get(fact) ?? factDefault(fact);
  const unmet = unmetLeaves(condition, factValue).map((leaf) => ({ ...leaf, found: factValue(leaf.fact) }));
  return { outcome: 'unmet', unmet };
}

function outcomeOf(id: string, { findings, setAside }: Decision): Omit<TracedRule, 'id'> {
  if (findings.some(({ ruleId }) => ruleId === id)) return { outcome: 'found' };
  const aside = setAside.find(({ finding }) => finding.ruleId === id);
  if (aside === undefined) return { outcome: 'not-in-effect' };
  return { outcome: 'set-aside', setAside: { why: aside.why, by: aside.by } };
}
