import type { Condition } from '../model/pack.ts';

/**
 * A condition in which a fact always has the same value: what is left of it, or true or false if that alone settles it.
 * Leaves of the fact that compare it by other operators than equal and notEqual stay.
 */
export function assume(condition: Condition, fact: string, is: boolean): Condition | boolean {
  if ('all' in condition) return joined(condition.all, 'all', fact, is);
  if ('any' in condition) return joined(condition.any, 'any', fact, is);
  if ('not' in condition) {
    const inner = assume(condition.not, fact, is);
    return typeof inner === 'boolean' ? !inner : { not: inner };
  }
  if (condition.fact !== fact) return condition;
  if (condition.operator === 'equal') return condition.value === is;
  return condition.operator === 'notEqual' ? condition.value !== is : condition;
}

function joined(
  children: readonly Condition[],
  by: 'all' | 'any',
  fact: string,
  is: boolean,
): Condition | boolean {
  const settles = by === 'any';
  const left = children.map((child) => assume(child, fact, is));
  if (left.includes(settles)) return settles;
  const open = left.filter((child): child is Condition => typeof child !== 'boolean');
  if (open.length === 0) return !settles;
  return by === 'all' ? { all: open } : { any: open };
}

/** A condition in which every comparison of a fact with a number is made with another number. */
export function compareWith(condition: Condition, fact: string, value: number): Condition {
  const inside = (child: Condition) => compareWith(child, fact, value);
  if ('all' in condition) return { all: condition.all.map(inside) };
  if ('any' in condition) return { any: condition.any.map(inside) };
  if ('not' in condition) return { not: inside(condition.not) };
  return condition.fact === fact && typeof condition.value === 'number' ? { ...condition, value } : condition;
}
