import * as z from 'zod';
import { BOUNDS, beyond } from './bound.ts';
import { TARGET_KINDS } from './decision.ts';
import { examples } from './exampleSchema.ts';
import { $schema, id, sentence, severity } from './field.ts';
import type { LexiconFile } from './pack.ts';

const inflect = z
  .enum(['noun', 'verb', 'adjective'])
  .describe('How the term bends: noun adds the plural; verb -s, -ed, -ing; adjective -er, -est.');
/** A JSON Schema can't count words, so that editors don't. */
const phrase = z
  .string()
  .min(1)
  .refine((text) => text.split(' ').length <= BOUNDS.wordsOfTerm.most, beyond('wordsOfTerm'));
const term = z.union([
  phrase,
  z.strictObject({
    term: phrase,
    forms: z.array(phrase).max(BOUNDS.formsOfTerm.most, beyond('formsOfTerm')).exactOptional(),
    except: z
      .array(phrase)
      .max(BOUNDS.exceptionsOfTerm.most, beyond('exceptionsOfTerm'))
      .describe('Longer phrases in which the term is innocent.')
      .exactOptional(),
    severity: severity.exactOptional(),
    inflect: inflect.exactOptional(),
    note: sentence.exactOptional(),
  }),
]);

/** Schema of `lexicons/<topic>.<language>.json`. */
export const lexiconSchema: z.ZodType<LexiconFile> = z.strictObject({
  $schema,
  id: z.string().regex(/^[a-z0-9-]+\.[a-z]{2,3}$/, 'Expected topic.language, such as swearing.en.'),
  title: sentence,
  language: z.string().regex(/^[a-z]{2,3}$/),
  warning: sentence.exactOptional(),
  source: sentence,
  licence: sentence,
  groups: z.array(
    z.strictObject({
      classes: z
        .array(id)
        .min(1)
        .max(BOUNDS.classesOfGroup.most, beyond('classesOfGroup'))
        .describe('Patterns read these as @name.'),
      about: sentence.exactOptional(),
      kind: z.enum(TARGET_KINDS).describe('What the term refers to.').exactOptional(),
      severity: severity.exactOptional(),
      inflect: inflect.exactOptional(),
      disguise: z
        .boolean()
        .describe('Undo masked, leet, split and stretched spellings of these terms.')
        .exactOptional(),
      misspelt: z
        .boolean()
        .describe('Undo misspellings of single words by one swapped, missing or doubled letter.')
        .exactOptional(),
      inside: z
        .boolean()
        .describe('Also look inside longer unknown words, hashtags and handles.')
        .exactOptional(),
      terms: z.array(term).min(1),
      examples: examples.exactOptional(),
    }),
  ),
});
