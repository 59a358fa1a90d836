import * as z from 'zod';
import { day, id, ruleId, sentence, severity } from './field.ts';
import type { OverlayRecord } from './overlayRecord.ts';

const reason = z
  .string('Expected the reason, in a sentence: who changes a rule says why.')
  .min(1, 'Found an empty reason. Say why, in a sentence.')
  .max(2000)
  .describe('Why, in a sentence. Required: somebody will ask.');
const decided = {
  reason,
  by: sentence.describe('Who decided it: a post or a committee.').exactOptional(),
  on: day.describe('When it was decided, YYYY-MM-DD.').exactOptional(),
};
const rule = ruleId.describe('Rule id of the base: category/name. See the files in categories/.');

/** Head of an overlay and its choices about rules, which a pack keeps. */
export const recordFields = {
  id: id.describe('Id of the overlay; every decision names it after that of the base.'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'Expected a version of three numbers, such as 1.0.0.')
    .describe('Version of the overlay: see rules/README.md on versions.'),
  title: sentence.describe('Whose choices these are.'),
  settings: z
    .object({
      profanity: z
        .enum(['strong', 'medium', 'mild'])
        .describe('The weakest swearing that breaks the policy.')
        .exactOptional(),
      politics: z
        .enum(['in-period', 'always'])
        .describe('When support for a party or candidate is off limits.')
        .exactOptional(),
      blockNotice: z.boolean().describe('Whether somebody who is blocked is told.').exactOptional(),
      sameMessageCount: z.number().int().describe('Copies from which a message is spam.').exactOptional(),
      sameMessageDays: z.number().int().describe('Days within which copies count.').exactOptional(),
      strikesBeforeWarning: z
        .number()
        .int()
        .describe('Upheld breaches from which a warning of a block is offered.')
        .exactOptional(),
      strikesBeforeBlock: z
        .number()
        .int()
        .describe('Upheld breaches from which a block is offered.')
        .exactOptional(),
      strikeDays: z.number().int().describe('Days for which an upheld breach counts.').exactOptional(),
      graceWorkingDays: z
        .number()
        .int()
        .describe('Working days that an author has to remove a comment.')
        .exactOptional(),
    })
    .catchall(z.union([z.string(), z.number(), z.boolean()]))
    .describe('Values for settings that settings.json of the base names.')
    .exactOptional(),
  switchedOff: z
    .array(z.strictObject({ rule, ...decided }))
    .describe('Rules of the base that this council does not apply.')
    .exactOptional(),
  severities: z
    .array(z.strictObject({ rule, severity, ...decided }))
    .describe('Rules of the base that this council takes more or less seriously.')
    .exactOptional(),
};

/** Schema of what a pack keeps of an overlay. */
export const overlayRecord: z.ZodType<OverlayRecord> = z.strictObject(recordFields);
