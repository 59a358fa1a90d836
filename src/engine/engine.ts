import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { Condition } from '../model/pack.ts';
import { factsNamed, factsRead, type Triggers, triggersOf } from './trigger.ts';

type FactValue = string | number | boolean | readonly string[];

/** A rule's conditions, ready to be evaluated. */
export interface EngineRule {
  readonly id: string;
  readonly condition: Condition;
  readonly facts: readonly string[];
  readonly triggers: Triggers;
  /** Signals that it names un-negated. */
  readonly signals: readonly string[];
}

/** All rules, and those that each fact can set off. */
export interface RuleIndex {
  readonly rules: readonly EngineRule[];
  readonly byTrigger: ReadonlyMap<string, readonly EngineRule[]>;
  readonly defaultOf: (fact: string) => FactValue | undefined;
}

/** Prepares a rule. */
export function engineRule(id: string, condition: Condition, defaultOf: RuleIndex['defaultOf']): EngineRule {
  return {
    id,
    condition: 'fact' in condition ? { all: [condition] } : condition,
    facts: [...new Set(factsRead(condition))],
    triggers: triggersOf(condition, defaultOf),
    signals: [...new Set(factsNamed(condition))]
      .filter((fact) => fact.startsWith('signal/'))
      // "signal/glad@threat/direct": the signal beside a match of the rule.
      .map((fact) => fact.slice('signal/'.length).replace(/@.*/, '')),
  };
}

/** Indexes rules by their triggers. A rule that may hold with every fact at its default has none, and is refused by the compiler. */
export function indexRules(rules: readonly EngineRule[], defaultOf: RuleIndex['defaultOf']): RuleIndex {
  const byTrigger = new Map<string, EngineRule[]>();
  for (const rule of rules) {
    for (const fact of rule.triggers === 'always' ? [] : rule.triggers)
      byTrigger.set(fact, [...(byTrigger.get(fact) ?? []), rule]);
  }
  return { rules, byTrigger, defaultOf };
}

/** The rules that can hold, given facts: those with a trigger that differs from its default. */
export function candidates(index: RuleIndex, facts: ReadonlyMap<string, FactValue>): readonly EngineRule[] {
  const found = new Set<EngineRule>();
  for (const [fact, value] of facts) {
    if (!isDefault(value, index.defaultOf(fact)))
      for (const rule of index.byTrigger.get(fact) ?? []) found.add(rule);
  }
  return [...found];
}

function isDefault(value: FactValue, usual: FactValue | undefined): boolean {
  return (
    value === usual ||
    (Array.isArray(value) && Array.isArray(usual) && value.length === 0 && usual.length === 0)
  );
}

/**
 * Ids of the rules that hold. A fresh engine for each call: one that is shared drops rules when runs overlap. It is
 * given only the facts that the rules read, since it hashes each one.
 */
export async function holding(
  rules: readonly EngineRule[],
  facts: ReadonlyMap<string, FactValue>,
  defaultOf: RuleIndex['defaultOf'],
): Promise<ReadonlySet<string>> {
  if (rules.length === 0) return new Set();
  const engine = new Engine(rules.map(toJson), { pathResolver: refusePath });
  const { events } = await engine.run(factsFor(rules, facts, defaultOf));
  return new Set(events.map((event) => event.type));
}

function toJson(rule: EngineRule): RuleProperties {
  return { conditions: rule.condition as TopLevelCondition, event: { type: rule.id } };
}

/** Conditions hold no paths: the schema refuses them. jsonpath is never reached. */
function refusePath(): never {
  throw new Error('Conditions have no paths.');
}

function factsFor(
  rules: readonly EngineRule[],
  facts: ReadonlyMap<string, FactValue>,
  defaultOf: RuleIndex['defaultOf'],
): Record<string, FactValue> {
  const needed: Record<string, FactValue> = {};
  for (const rule of rules) {
    for (const name of rule.facts) {
      const value = facts.get(name) ?? defaultOf(name);
      if (value !== undefined) needed[name] = value;
    }
  }
  return needed;
}
