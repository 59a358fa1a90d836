import { holdsFor } from '../../src/engine/trigger.ts';
import { factDefault } from '../../src/facts/registry.ts';
import type { Condition } from '../../src/model/pack.ts';

type Leaf = Extract<Condition, { fact: string }>;

/** A condition without one of its leaves, and the leaf. */
export interface Trimmed {
  readonly leaf: Leaf;
  /** Where it stood, such as `.all[1].not`. */
  readonly path: string;
  /** Undefined where nothing is left. */
  readonly rest: Condition | undefined;
}

/** Every way to take one leaf out of a condition; a group that it leaves empty goes too. */
export function trimmings(condition: Condition, path = ''): Trimmed[] {
  if ('fact' in condition) return [{ leaf: condition, path, rest: undefined }];
  if ('not' in condition)
    return trimmings(condition.not, `${path}.not`).map(({ rest, ...trimmed }) => ({
      ...trimmed,
      rest: rest === undefined ? undefined : { not: rest },
    }));
  const [name, children] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  return children.flatMap((child, i) =>
    trimmings(child, `${path}.${name}[${i}]`).map(({ rest, ...trimmed }) => {
      const others = children.flatMap((other, j) => (j === i ? (rest ?? []) : other));
      return {
        ...trimmed,
        rest: others.length === 0 ? undefined : name === 'all' ? { all: others } : { any: others },
      };
    }),
  );
}

/** Whether a condition holds: quick, since a mutation run asks millions of times. The engine's tests hold it to the engine. */
export function holds(condition: Condition, facts: ReadonlyMap<string, unknown>): boolean {
  if ('not' in condition) return !holds(condition.not, facts);
  if ('all' in condition) return condition.all.every((child) => holds(child, facts));
  if ('any' in condition) return condition.any.some((child) => holds(child, facts));
  return holdsFor(condition, (facts.get(condition.fact) ?? factDefault(condition.fact)) as never);
}
