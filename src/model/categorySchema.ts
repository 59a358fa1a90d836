import * as z from 'zod';
import { BOUNDS, beyond } from './bound.ts';
import { TARGET_KINDS } from './decision.ts';
import { example } from './exampleSchema.ts';
import {
  $schema,
  clauses,
  day,
  factName,
  guards,
  id,
  patterns,
  refer,
  ruleId,
  sentence,
  signpost,
  sureness,
  trackId,
} from './field.ts';
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
  guards: guards.max(BOUNDS.guardsOfRule.most, beyond('guardsOfRule')).exactOptional(),
  refer: refer.exactOptional(),
  signpost: signpost.exactOptional(),
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
  examples: z
    .strictObject({
      match: z
        .array(example)
        .min(2, 'Found fewer than two examples that match. Add some, better ten.')
        .max(BOUNDS.examples.most, beyond('examples'))
        .describe('Comments that the rule must find: a text, or an item with context.'),
      noMatch: z
        .array(example)
        .min(2, 'Found fewer than two near-misses. Add comments with the same words that must not match.')
        .max(BOUNDS.examples.most, beyond('examples'))
        .describe('Near-misses, which use the same words and are innocent.'),
      todo: z
        .strictObject({
          missed: z.array(example).describe('Should be found and is not.').exactOptional(),
          overFlagged: z.array(example).describe('Is found and should not be.').exactOptional(),
        })
        .describe('Known failures. The test says "promote" once they pass.')
        .exactOptional(),
    })
    .describe(
      'By which it is tested: lint and test ask for them, and a pack that only runs may leave them out.',
    )
    .exactOptional(),
});

/** Schema of `categories/<id>.json`. */
export const categorySchema: z.ZodType<CategoryFile> = z.strictObject({
  $schema,
  id: id.describe('Id of the category; the file bears its name.'),
  title: sentence.describe('What the category is, in a few words.'),
  about: sentence.describe('For clerks: how to read it, and warnings about its content.').exactOptional(),
  track: trackId,
  clauses,
  citeOnly: z
    .record(
      z.string(),
      z.union([
        z.strictObject({
          targets: z.array(z.enum(TARGET_KINDS)).min(1).describe('Kinds of target for which it is cited.'),
        }),
        z.strictObject({ disguised: z.literal(true).describe('Cited where a disguise was undone.') }),
      ]),
    )
    .describe(
      'Clauses that a finding cites only for a target of these kinds, or where a disguise was undone.',
    )
    .exactOptional(),
  rules: z.array(rule).min(1).describe('Each gives a finding when it holds.'),
});
