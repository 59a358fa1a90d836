import * as z from 'zod';
import { BOUNDS, beyond } from './bound.ts';
import { example } from './exampleSchema.ts';
import { $schema, clauses, day, id, patterns, referral, ruleId, sentence, sureness } from './field.ts';
import { SEVERITIES } from './level.ts';
import { type CategoryFile, type Condition, OPERATORS, RULE_STATUSES, type Rule } from './pack.ts';

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .max(100),
]);
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({
        fact: z.string().describe('A fact of rules/README.md, or signal/<id>, or score/<name>.'),
        operator: z.enum(OPERATORS),
        value,
      }),
      z.strictObject({ all: z.array(condition).min(1).describe('Every one holds.') }),
      z.strictObject({ any: z.array(condition).min(1).describe('At least one holds.') }),
      z.strictObject({ not: condition }),
    ],
    {
      error:
        'Expected {fact, operator, value}, {all: [...]}, {any: [...]} or {not: ...}, with known operators and nothing else.',
    },
  ),
);

const rule: z.ZodType<Rule> = z.strictObject({
  id: ruleId,
  title: sentence.describe('What was found, in a plain sentence.'),
  severity: z
    .enum([...SEVERITIES, 'term'])
    .describe('How bad, or "term" for the highest severity of the lexicon terms that matched.'),
  sureness,
  track: id.exactOptional(),
  clauses: clauses.exactOptional(),
  patterns: patterns.exactOptional(),
  when: condition.exactOptional(),
  guards: z.array(id).max(BOUNDS.guardsOfRule.most, beyond('guardsOfRule')).exactOptional(),
  refer: z.array(referral).exactOptional(),
  signpost: z.array(id).exactOptional(),
  status: z
    .enum(RULE_STATUSES)
    .describe(
      'draft: not run. shadow: reported, never acts. live: the default. deprecated: runs, and is named in test reports.',
    )
    .exactOptional(),
  effectiveFrom: day
    .describe('First day on which it runs, as YYYY-MM-DD in the council’s time zone.')
    .exactOptional(),
  effectiveUntil: day
    .describe('Last day on which it runs, as YYYY-MM-DD in the council’s time zone.')
    .exactOptional(),
  falsePositives: sentence.describe('Ordinary speech that the rule could mistake.'),
  examples: z.strictObject({
    match: z
      .array(example)
      .min(2, 'Found fewer than two examples that match. Add some, better ten.')
      .max(BOUNDS.examples.most, beyond('examples')),
    noMatch: z
      .array(example)
      .min(2, 'Found fewer than two near-misses. Add comments with the same words that must not match.')
      .max(BOUNDS.examples.most, beyond('examples')),
    todo: z
      .strictObject({
        missed: z.array(example).exactOptional(),
        overFlagged: z.array(example).exactOptional(),
      })
      .exactOptional(),
  }),
});

/** Schema of `categories/<id>.json`. */
export const categorySchema: z.ZodType<CategoryFile> = z.strictObject({
  $schema,
  id,
  title: sentence,
  about: sentence.exactOptional(),
  track: id.describe('Track of ladder.json: what follows from a finding.'),
  clauses,
  rules: z.array(rule).min(1),
});
