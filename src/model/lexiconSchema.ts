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
    term: phrase.describe('Word or phrase, lower case, as it is read.'),
    forms: z
      .array(phrase)
      .max(BOUNDS.formsOfTerm.most, beyond('formsOfTerm'))
      .describe('Further forms: irregular, dialect or old spellings.')
      .exactOptional(),
    except: z
      .array(phrase)
      .max(BOUNDS.exceptionsOfTerm.most, beyond('exceptionsOfTerm'))
      .describe('Longer phrases in which the term is innocent.')
      .exactOptional(),
    capital: z
      .boolean()
      .describe('Read only where it begins with a capital and is not all capitals: Poles, not poles.')
      .exactOptional(),
    readAs: z
      .array(z.string().min(1))
      .min(1)
      .describe('What one emoji is read as where it stands for a word.')
      .exactOptional(),
    severity: severity.exactOptional(),
    inflect: inflect.exactOptional(),
    note: sentence.describe('What a reader should know of the term.').exactOptional(),
  }),
]);

/** Schema of `lexicons/<topic>.<language>.json`. */
export const lexiconSchema: z.ZodType<LexiconFile> = z.strictObject({
  $schema,
  id: z
    .string()
    .regex(/^[a-z0-9-]+\.[a-z]{2,3}$/, 'Expected topic.language, such as swearing.en.')
    .describe('topic.language, such as swearing.en; the file bears its name.'),
  title: sentence.describe('What words these are.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .describe('ISO 639 code of the language, such as en.'),
  warning: sentence.describe('What readers should be warned of.').exactOptional(),
  source: sentence.describe('Where the words come from.'),
  licence: sentence.describe('Licence of the source.'),
  groups: z
    .array(
      z.strictObject({
        classes: z
          .array(id)
          .min(1)
          .max(BOUNDS.classesOfGroup.most, beyond('classesOfGroup'))
          .describe('Patterns read these as @name.'),
        about: sentence.describe('What the terms have in common.').exactOptional(),
        kind: z.enum(TARGET_KINDS).describe('What the term refers to.').exactOptional(),
        severity: severity.exactOptional(),
        inflect: inflect.exactOptional(),
        disguise: z
          .boolean()
          .describe('Undo masked, leet, split and stretched spellings of these terms.')
          .exactOptional(),
        misspelt: z
          .boolean()
          .describe('Undo misspellings of single words: a letter swapped, missing or doubled.')
          .exactOptional(),
        inside: z
          .boolean()
          .describe('Also look inside longer unknown words, hashtags and handles.')
          .exactOptional(),
        terms: z.array(term).min(1).describe('Words and phrases, lower case; with details where needed.'),
        examples: examples.exactOptional(),
      }),
    )
    .describe('Terms by what they have in common. Any file may add terms to any class.'),
});
