import * as z from 'zod';
import { $schema, day, id, sentence } from './field.ts';
import type { PolicyFile } from './pack.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected HH:MM.');

const kept = z.strictObject({ days: z.number().int().min(0).describe('Days that the record is kept.') });
const workingDays = z.number().int().min(1).max(60);

/** Schema of `policy.json`. */
export const policySchema: z.ZodType<PolicyFile> = z.strictObject({
  $schema,
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  council: z.strictObject({ name: sentence, policyUrl: sentence, policyDate: day, appeal: sentence }),
  clauses: z.array(
    z.strictObject({
      id: z.string().min(1),
      title: sentence,
      paraphrase: sentence,
      obligation: z.enum(['must', 'may', 'advice', 'informative']),
    }),
  ),
  contacts: z.array(
    z.strictObject({ id, name: sentence, how: sentence, lastVerified: day, source: sentence }),
  ),
  hours: z.strictObject({
    timeZone: z.string(),
    week: z.array(z.tuple([time, time]).nullable()).length(7),
    bankHolidays: z.array(day),
    bankHolidaySource: sentence,
  }),
  elections: z.strictObject({
    closeOfPoll: time,
    noticeWorkingDays: z.object({ other: workingDays }).catchall(workingDays),
    noticeCalendarDays: z.record(id, z.number().int().min(1).max(120)).exactOptional(),
  }),
  thresholds: z.strictObject({
    upheldBreachDays: z.number().int().min(1),
    removalGraceWorkingDays: z.number().int().min(0),
    sameMessageDays: z.number().int().min(1),
  }),
  blocks: z
    .array(
      z
        .strictObject({
          fromPreviousBlocks: z.number().int().min(0),
          days: z.number().int().min(1).max(3650),
          reviewAfterDays: z.number().int().min(1),
        })
        .refine(({ days, reviewAfterDays }) => reviewAfterDays <= days, {
          path: ['reviewAfterDays'],
          error: 'Found a review after the end of the block. Let it come before.',
        }),
    )
    .min(1)
    .refine((rows) => rows[0]?.fromPreviousBlocks === 0, {
      path: [0, 'fromPreviousBlocks'],
      error: 'Found no length for a first block. Begin with fromPreviousBlocks 0.',
    })
    .refine(
      (rows) =>
        rows.every((row, i) => i === 0 || row.fromPreviousBlocks > (rows[i - 1]?.fromPreviousBlocks ?? 0)),
      {
        error: 'Found rows out of order. Let fromPreviousBlocks rise.',
      },
    )
    .exactOptional(),
  retention: z.strictObject({
    allow: kept,
    review: kept,
    act: kept,
    strike: kept,
    referred: z.strictObject({ to: z.array(id), until: sentence }),
  }),
  evidence: z.strictObject({
    checklist: z.array(sentence).min(1),
    addressOnly: z.array(sentence).min(1),
  }),
  reasons: z.record(id, sentence),
  exampleNow: z.iso.datetime({ offset: true }),
});
