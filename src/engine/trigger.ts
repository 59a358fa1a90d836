import type { Condition, ConditionValue, Operator } from '../model/pack.ts';

/** Facts of which at least one must differ from its default before a condition can hold; `always`: it may hold without. */
export type Triggers = ReadonlySet<string> | 'always';

/** Value of a fact. */
export type FactValue = string | number | boolean | readonly string[];
type Leaf = { readonly fact: string; readonly operator: Operator; readonly value: ConditionValue };

/**
 * The triggers of a condition. A leaf triggers if it is false at its fact's default; `all` takes the child with the
 * fewest triggers, `any` the union of its children, `not` flips.
 */
export function triggersOf(
  condition: Condition,
  defaultOf: (fact: string) => FactValue | undefined,
): Triggers {
  return triggers(condition, false, defaultOf);
}

function triggers(
  condition: Condition,
  negated: boolean,
  defaultOf: (fact: string) => FactValue | undefined,
): Triggers {
  if ('not' in condition) return triggers(condition.not, !negated, defaultOf);
  if ('all' in condition) return combine(condition.all, negated, !negated, defaultOf);
  if ('any' in condition) return combine(condition.any, negated, negated, defaultOf);
  const holds = holdsFor(condition, defaultOf(condition.fact));
  return holds !== negated ? 'always' : new Set([condition.fact]);
}

function combine(
  children: readonly Condition[],
  negated: boolean,
  needsAll: boolean,
  defaultOf: (fact: string) => FactValue | undefined,
): Triggers {
  const sets = children.map((child) => triggers(child, negated, defaultOf));
  if (needsAll) return sets.reduce(fewer, 'always');
  return sets.reduce(union, new Set<string>());
}

/** The set with fewer facts; facts of signals count least, since a word is rarer than a circumstance. */
function fewer(a: Triggers, b: Triggers): Triggers {
  return cost(b) < cost(a) ? b : a;
}

function cost(set: Triggers): number {
  if (set === 'always') return Number.POSITIVE_INFINITY;
  return [...set].reduce((sum, fact) => sum + (fact.startsWith('signal/') ? 1 : 10), 0);
}

function union(a: Triggers, b: Triggers): Triggers {
  return a === 'always' || b === 'always' ? 'always' : new Set([...a, ...b]);
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value);
const compares = (test: (a: number, b: number) => boolean) => (a: unknown, b: unknown) =>
  isNumber(a) && isNumber(b) && test(a, b);

/** json-rules-engine's operators, as it defines them; a property test holds the two together. */
const TESTS: Readonly<Record<Operator, (fact: unknown, value: unknown) => boolean>> = {
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
  in: (a, b) => (b as readonly unknown[]).includes(a),
  notIn: (a, b) => !(b as readonly unknown[]).includes(a),
  contains: (a, b) => Array.isArray(a) && a.includes(b),
  doesNotContain: (a, b) => Array.isArray(a) && !a.includes(b),
  lessThan: compares((a, b) => a < b),
  lessThanInclusive: compares((a, b) => a <= b),
  greaterThan: compares((a, b) => a > b),
  greaterThanInclusive: compares((a, b) => a >= b),
};

/** Whether a leaf holds for a value of its fact. */
export function holdsFor({ operator, value }: Leaf, fact: FactValue | undefined): boolean {
  return TESTS[operator](fact, value);
}

/** Whether a condition holds, given the value of each fact; as json-rules-engine would say, but at once. */
export function holds(condition: Condition, factValue: (fact: string) => FactValue | undefined): boolean {
  if ('not' in condition) return !holds(condition.not, factValue);
  if ('all' in condition) return condition.all.every((child) => holds(child, factValue));
  if ('any' in condition) return condition.any.some((child) => holds(child, factValue));
  return holdsFor(condition, factValue(condition.fact));
}

/** The facts that a condition reads. */
export function factsRead(condition: Condition): readonly string[] {
  if ('not' in condition) return factsRead(condition.not);
  if ('all' in condition) return condition.all.flatMap(factsRead);
  if ('any' in condition) return condition.any.flatMap(factsRead);
  return [condition.fact];
}

/** The facts of leaves that stand un-negated: where a finding's words come from. */
export function factsNamed(condition: Condition): readonly string[] {
  if ('not' in condition) return [];
  if ('all' in condition) return condition.all.flatMap(factsNamed);
  if ('any' in condition) return condition.any.flatMap(factsNamed);
  return [condition.fact];
}
