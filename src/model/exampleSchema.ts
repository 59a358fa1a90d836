import * as z from 'zod';
import { TARGET_KINDS } from './decision.ts';
import { action, id, sentence, severity, verdict } from './field.ts';
import { exampleItemFields } from './itemSchema.ts';
import type { Example } from './pack.ts';

/** Schema of an embedded example: a comment, or a comment with context and expectations. */
export const example: z.ZodType<Example> = z.union([
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
        actions: z.array(action).describe('All steps of the decision, in order.').exactOptional(),
        referrals: z.array(id).describe('Contacts that it is referred to, in order.').exactOptional(),
        signposts: z.array(id).describe('Contacts that the author is told of, in order.').exactOptional(),
        signOff: z
          .array(id)
          .describe('Steps and referrals that a person must approve, in order.')
          .exactOptional(),
        after: z
          .record(z.string(), z.array(action))
          .describe('For each step that waits for others: those others, in order.')
          .exactOptional(),
        withheld: z
          .record(z.string(), z.string())
          .describe('For each step that is withheld: the track, category or context that withholds it.')
          .exactOptional(),
        milder: z
          .union([action, z.literal('leave-up')])
          .describe('The milder step that the strongest one is weighed against.')
          .exactOptional(),
        categories: z
          .array(id)
          .describe('Categories of the findings that count, in the order of the decision.')
          .exactOptional(),
        reasons: z
          .array(id)
          .describe('Codes of the reasons for which a person must look, in order.')
          .exactOptional(),
      })
      .describe('What is expected beside the match itself.')
      .exactOptional(),
  }),
]);

/** Schema of the examples of a signal, or of a group of terms. */
export const examples = z
  .strictObject({
    match: z.array(example).describe('Comments in which it must be read.').exactOptional(),
    noMatch: z.array(example).describe('Comments in which it must not be read.').exactOptional(),
  })
  .describe('Tests: npm test runs them.');
