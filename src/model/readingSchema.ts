import * as z from 'zod';
import { TARGET_KINDS } from './decision.ts';
import { examples } from './exampleSchema.ts';
import { $schema, id, patterns, sentence } from './field.ts';
import type { Guard, GuardsFile, SignalsFile } from './pack.ts';

/** Schema of `signals.json`. */
export const signalsSchema: z.ZodType<SignalsFile> = z.strictObject({
  $schema,
  signals: z.array(
    z.strictObject({
      id,
      about: sentence,
      patterns,
      guards: z.array(id).exactOptional(),
      examples: examples.exactOptional(),
    }),
  ),
});

const guardHead = { id, about: sentence };
const guard: z.ZodType<Guard> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...guardHead,
    kind: z.literal('near'),
    class: id,
    within: z.number().int().min(1).max(12),
    side: z.enum(['before', 'after', 'either']),
    unless: id.exactOptional(),
  }),
  z.strictObject({ ...guardHead, kind: z.literal('inside'), class: id }),
  z.strictObject({ ...guardHead, kind: z.literal('covered'), classes: z.array(id).min(1) }),
  z.strictObject({ ...guardHead, kind: z.literal('target'), target: z.enum(TARGET_KINDS) }),
]);

/** Schema of `guards.json`. */
export const guardsSchema: z.ZodType<GuardsFile> = z.strictObject({ $schema, guards: z.array(guard) });
