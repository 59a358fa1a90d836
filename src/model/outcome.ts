import * as z from 'zod';
import { instant } from './itemSchema.ts';
import { SEVERITIES, SURENESSES } from './level.ts';

/** What an officer decided, or what happened, after a recommendation. */
export const OUTCOME_RESULTS = [
  'upheld',
  'overturned',
  'asked-to-remove',
  'removed-by-author',
  'blocked',
] as const;
/** What an officer decided, or what happened, after a recommendation. */
export type OutcomeResult = (typeof OUTCOME_RESULTS)[number];

/** What came of a decision. */
export interface DecisionOutcome {
  /** When, ISO 8601 with offset. A breach counts from here. */
  readonly at: string;
  readonly result: OutcomeResult;
  /** For `upheld`: the clauses that stand, if not all of them. */
  readonly clauses?: readonly string[];
  /** For `blocked`: when the block ends, ISO 8601 with offset. */
  readonly until?: string;
}

const clauses = z.array(z.string().min(1).max(200)).min(1).max(100);

/** Schema of an outcome. */
export const outcomeSchema: z.ZodType<DecisionOutcome> = z
  .strictObject({
    at: instant,
    result: z.enum(OUTCOME_RESULTS),
    clauses: clauses.exactOptional(),
    until: instant.exactOptional(),
  })
  .refine(({ clauses: some, result }) => some === undefined || result === 'upheld', {
    path: ['clauses'],
    error: 'Found clauses beside another result than "upheld". Remove them.',
  })
  .refine(({ until, result }) => until === undefined || result === 'blocked', {
    path: ['until'],
    error: 'Found an end beside another result than "blocked". Remove it.',
  })
  .refine(({ until, at }) => until === undefined || Date.parse(until) > Date.parse(at), {
    path: ['until'],
    error: 'Found an end that is not after the start.',
  });

/** Schema of what a fold reads of a decision, which may come from a store. */
export const judgedSchema: z.ZodType<unknown> = z.looseObject({
  id: z.string().min(1).max(200),
  findings: z.array(
    z.looseObject({
      ruleId: z.string(),
      category: z.string(),
      track: z.string(),
      severity: z.enum(SEVERITIES),
      sureness: z.enum(SURENESSES),
      clauses: z.array(z.string()),
    }),
  ),
});
