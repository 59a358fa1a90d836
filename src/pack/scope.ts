import { besideFact } from '../facts/registry.ts';
import type { Condition, Rule } from '../model/pack.ts';

/**
 * A rule's condition with the signals of scope "sentence" asked for beside the rule's own matches: a glad word in another
 * sentence excuses nothing. A rule without patterns has no match of its own, and asks as it stands.
 */
export function besideOwn(rule: Rule, condition: Condition, local: ReadonlySet<string>): Condition {
  if (rule.patterns === undefined) return condition;
  const walk = (part: Condition): Condition => {
    if ('not' in part) return { not: walk(part.not) };
    if ('all' in part) return { all: part.all.map(walk) };
    if ('any' in part) return { any: part.any.map(walk) };
    const signal = part.fact.startsWith('signal/') ? part.fact.slice('signal/'.length) : undefined;
    return signal !== undefined && local.has(signal) ? { ...part, fact: besideFact(signal, rule.id) } : part;
  };
  return walk(condition);
}
