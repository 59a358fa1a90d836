import type { RulePack } from '../../src/model/pack.ts';
import type { PackFiles } from '../../src/pack/files.ts';
import type { Bench } from './bench.ts';
import { conditionMutants } from './conditionMutants.ts';
import { exceptionMutants } from './exceptionMutants.ts';
import { ladderMutants } from './ladderMutants.ts';
import { guardMutants, patternMutants } from './matchMutants.ts';
import { severityMutants } from './severityMutants.ts';

/** What a mutation takes away or changes. */
export const KINDS = ['pattern', 'guard', 'exception', 'condition', 'ladder entry', 'severity'] as const;
/** What a mutation takes away or changes. */
export type Kind = (typeof KINDS)[number];

/** The shipped pack with one thing changed. */
export interface Mutant {
  readonly kind: Kind;
  readonly file: string;
  readonly path: string;
  /** What is taken away or changed. */
  readonly what: string;
  /** Whether an example of the pack fails on it, as the bench sees it. */
  readonly isKilled: () => Promise<boolean>;
  /** The changed pack itself. */
  readonly pack: () => RulePack;
}

/** Every mutant of a pack, by kind, in the order of its files. */
export function mutantsOf(bench: Bench): Mutant[] {
  return [
    ...patternMutants(bench),
    ...guardMutants(bench),
    ...exceptionMutants(bench),
    ...conditionMutants(bench),
    ...ladderMutants(bench),
    ...severityMutants(bench),
  ];
}

/** The rules that run, with their places. */
export function placedRules({ categories }: PackFiles) {
  return categories.flatMap(({ path, content }) =>
    content.rules.flatMap((rule, i) =>
      rule.status === 'draft' ? [] : [{ rule, category: content, file: path, path: `rules[${i}]` }],
    ),
  );
}

/** Whether a test holds for any of some values, asked one after the other. */
export async function some<T>(values: readonly T[], test: (value: T) => Promise<boolean>): Promise<boolean> {
  for (const value of values) if (await test(value)) return true;
  return false;
}
