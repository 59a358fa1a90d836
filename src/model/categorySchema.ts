import * as z from 'zod';
import { TARGET_KINDS } from './decision.ts';
import {
  $schema,
  clauses,
  factName,
  guards,
  id,
  patterns,
  refer,
  ruleId,
  sentence,
  severity,
  signpost,
  sureness,
  trackId,
  verdict,
} from './field.ts';
import { exampleItemFields } from './itemSchema.ts';
import { SEVERITIES } from './level.ts';
import { type CategoryFile, type Condition, OPERATORS, type Rule } from './pack.ts';

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .max(100),
]);
const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union(
      [
        z.strictObject({
          fact: factName,
          operator: z.enum(OPERATORS).describe('How the fact is compared with the value.'),
          value: value.describe("What the fact is compared with: a value of the fact's own type."),
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
  )
  .describe(
    'What must hold of the whole comment: {fact, operator, value}, {all: [...]}, {any: [...]} or {not: ...}. In a rule it is and-ed to the patterns.',
  );

const example = z.union([
  z.string().min(1),
  z.strictObject({
    ...exampleItemFields,
    because: sentence.describe('Why it is innocent, or what it shows.').exactOptional(),
    expect: z
      .strictObject({
        verdict: verdict.exactOptional(),
        spans: z
          .array(z.string())
          .describe("Words that the rule's finding stands on, in order.")
          .exactOptional(),
        severity: severity.exactOptional(),
        target: z.enum(TARGET_KINDS).describe('Kind of the person or thing that is meant.').exactOptional(),
      })
      .describe('What is expected beside the match itself.')
      .exactOptional(),
  }),
]);

const rule: z.ZodType<Rule> = z.strictObject({
  id: ruleId,
  title: sentence.describe('What was found, in a plain sentence.'),
  severity: z
    .enum([...SEVERITIES, 'term'])
    .describe('How bad, or "term" for the highest severity of the lexicon terms that matched.'),
  sureness,
  track: trackId.exactOptional(),
  clauses: clauses.exactOptional(),
  patterns: patterns.exactOptional(),
  when: condition.exactOptional(),
  guards: guards.exactOptional(),
  refer: refer.exactOptional(),
  signpost: signpost.exactOptional(),
  status: z
    .enum(['live', 'shadow', 'draft'])
    .describe('live (default); shadow: found and reported, never acts; draft: not run.')
    .exactOptional(),
  falsePositives: sentence.describe('Ordinary speech that the rule could mistake.'),
  examples: z
    .strictObject({
      match: z
        .array(example)
        .min(2, 'Expected at least two examples that match.')
        .describe('Comments that the rule must find: a text, or an item with context.'),
      noMatch: z
        .array(example)
        .min(2, 'Expected at least two near-misses that do not match.')
        .describe('Near-misses, which use the same words and are innocent.'),
      todo: z
        .strictObject({
          missed: z.array(example).describe('Should be found and is not.').exactOptional(),
          overFlagged: z.array(example).describe('Is found and should not be.').exactOptional(),
        })
        .describe('Known failures. The test says "promote" once they pass.')
        .exactOptional(),
    })
    .describe('Tested whenever the rules are.'),
});

/** Schema of `categories/<id>.json`. */
export const categorySchema: z.ZodType<CategoryFile> = z.strictObject({
  $schema,
  id: id.describe('Id of the category; the file bears its name.'),
  title: sentence.describe('What the category is, in a few words.'),
  about: sentence.describe('For clerks: how to read it, and warnings about its content.').exactOptional(),
  track: trackId,
  clauses,
  rules: z.array(rule).min(1).describe('Each gives a finding when it holds.'),
});
