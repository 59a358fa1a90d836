import * as z from 'zod';
import { BOUNDS, beyond } from './bound.ts';
import { TARGET_KINDS } from './decision.ts';
import { examples } from './exampleSchema.ts';
import { $schema, guards, id, patterns, sentence } from './field.ts';
import type { Guard, GuardsFile, SignalsFile } from './pack.ts';

/** Schema of `signals.json`. */
export const signalsSchema: z.ZodType<SignalsFile> = z.strictObject({
  $schema,
  signals: z
    .array(
      z.strictObject({
        id: id.describe('Id: rules ask for it by the fact signal/<id>.'),
        about: sentence.describe('What it finds.'),
        patterns,
        guards: guards.exactOptional(),
        scope: z
          .literal('sentence')
          .describe(
            'Counts only in a sentence in which a rule matches too: a glad word beside a threat excuses nothing.',
          )
          .exactOptional(),
        examples: examples.exactOptional(),
      }),
    )
    .describe('Patterns that several rules use.'),
});

const guardHead = {
  id: id.describe('Id by which rules list the guard.'),
  about: sentence.describe('When it puts a match aside, in a sentence.'),
};
const cue = id.describe('Class of a lexicon: the cue.');
const guard: z.ZodType<Guard> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...guardHead,
    kind: z.literal('near').describe('A cue stands near the match.'),
    class: cue,
    within: z.number().int().min(1).max(12).describe('How many tokens from the match it may stand.'),
    side: z.enum(['before', 'after', 'either']).describe('On which side of the match.'),
    unless: id
      .describe(
        'Class of a lexicon: a token of it between cue and match, or beside the cue, cancels the guard.',
      )
      .exactOptional(),
  }),
  z.strictObject({
    ...guardHead,
    kind: z.literal('inside').describe('The match stands within quotation marks, with a cue outside them.'),
    class: cue,
  }),
  z.strictObject({
    ...guardHead,
    kind: z.literal('covered').describe('The words are part of a longer, innocent term.'),
    classes: z.array(id).min(1).describe('Classes of lexicons: the innocent terms.'),
  }),
  z.strictObject({
    ...guardHead,
    kind: z.literal('target').describe('Somebody of this kind is meant.'),
    target: z.enum(TARGET_KINDS).describe('Who is meant.'),
  }),
  z.strictObject({
    ...guardHead,
    kind: z.literal('any').describe('Any of these guards holds: guards that stand together in many rules.'),
    guards: guards.min(1).max(BOUNDS.guardsOfRule.most, beyond('guardsOfRule')),
  }),
]);

/** Schema of `guards.json`. */
export const guardsSchema: z.ZodType<GuardsFile> = z.strictObject({
  $schema,
  guards: z.array(guard).describe('What puts a match aside, for the rules that list it.'),
});
