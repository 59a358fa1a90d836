import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { RuleRunner } from '../../src/classify.ts';
import { FACTS } from '../../src/facts/registry.ts';

/** Every rule with every fact, by a plain engine: what the pipeline would be without an index. */
export const runAllWithAllFacts: RuleRunner = async (index, facts) => {
  const engine = new Engine(
    index.rules.map(
      (rule): RuleProperties => ({
        conditions: rule.condition as TopLevelCondition,
        event: { type: rule.id },
      }),
    ),
  );
  const signals = index.rules.flatMap((rule) =>
    rule.signals.map((signal) => [`signal/${signal}`, false] as const),
  );
  const { events } = await engine.run({
    ...Object.fromEntries(FACTS.map((fact) => [fact.name, fact.default])),
    ...Object.fromEntries(signals),
    ...Object.fromEntries(facts),
  });
  return new Set(events.map((event) => event.type));
};
