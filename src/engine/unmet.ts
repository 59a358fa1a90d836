import type { Condition } from '../model/pack.ts';
import { type FactValue, holds } from './trigger.ts';

/** A leaf of a condition. */
export type Leaf = Extract<Condition, { readonly fact: string }>;

/** The leaves because of which a condition does not hold; none if it holds. */
export function unmetLeaves(
  condition: Condition,
  factValue: (fact: string) => FactValue | undefined,
): readonly Leaf[] {
  return leavesThatMake(condition, false, factValue);
}

/** The leaves because of which a condition holds, or doesn't. */
function leavesThatMake(
  condition: Condition,
  outcome: boolean,
  factValue: (fact: string) => FactValue | undefined,
): readonly Leaf[] {
  if (holds(condition, factValue) !== outcome) return [];
  if ('not' in condition) return leavesThatMake(condition.not, !outcome, factValue);
  if ('all' in condition) return condition.all.flatMap((child) => leavesThatMake(child, outcome, factValue));
  if ('any' in condition) return condition.any.flatMap((child) => leavesThatMake(child, outcome, factValue));
  return [condition];
}
