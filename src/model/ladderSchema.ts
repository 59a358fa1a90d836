import * as z from 'zod';
import { ACTION_TYPES, PRIORITIES } from './decision.ts';
import {
  $schema,
  action,
  clauses,
  id,
  obligation,
  referral,
  sentence,
  severity,
  urgency,
  verdict,
} from './field.ts';
import type { LadderFile } from './pack.ts';

const step = { do: action, obligation, clauses, within: urgency.exactOptional() };
const priority = z.enum(PRIORITIES);
const steps = z.array(z.strictObject(step));
const bySeverity = <T extends z.ZodType>(of: T) =>
  z.strictObject({
    none: of.exactOptional(),
    low: of.exactOptional(),
    medium: of.exactOptional(),
    high: of.exactOptional(),
    severe: of.exactOptional(),
  });

/** Schema of `ladder.json`. */
export const ladderSchema: z.ZodType<LadderFile> = z.strictObject({
  $schema,
  tracks: z.array(
    z.strictObject({
      id,
      about: sentence,
      breach: z.boolean(),
      verdict: z.strictObject({
        none: verdict,
        low: verdict,
        medium: verdict,
        high: verdict,
        severe: verdict,
      }),
      whenUnsure: verdict,
      reason: id,
      act: bySeverity(steps).exactOptional(),
      review: steps.exactOptional(),
      history: z
        .array(
          z.strictObject({
            ...step,
            upheldBreaches: z.number().int().min(1).exactOptional(),
            ignoredRequests: z.number().int().min(1).exactOptional(),
            fromSeverity: severity.exactOptional(),
            belowSeverity: severity.exactOptional(),
          }),
        )
        .exactOptional(),
      refer: z.array(referral).exactOptional(),
      signpost: z.array(id).exactOptional(),
      answers: z.boolean().exactOptional(),
      urgentFrom: severity.exactOptional(),
    }),
  ),
  precedence: z.array(
    z.strictObject({ category: id, over: z.array(id).min(1), where: z.enum(['same-words', 'comment']) }),
  ),
  circumstances: z.array(
    z.strictObject({ fact: z.string(), track: id.exactOptional(), reason: id, clauses }),
  ),
  suppress: z.array(z.strictObject({ when: id, drop: z.array(id).min(1), clauses })),
  vetoes: z.array(
    z.strictObject({
      when: z.string().min(1),
      unless: z.array(z.string().min(1)).exactOptional(),
      never: z.array(z.enum([...ACTION_TYPES, 'signpost'])).min(1),
      verdict: verdict.exactOptional(),
      clauses,
    }),
  ),
  signOff: z.array(id),
  milder: z
    .array(
      z.strictObject({
        step: action,
        than: z.enum([...ACTION_TYPES, 'leave-up']),
        track: id.exactOptional(),
        why: sentence,
      }),
    )
    .exactOptional(),
  order: z.array(z.strictObject({ first: action, before: z.array(action).min(1) })),
  priority: z
    .strictObject({
      verdict: z.strictObject({ allow: priority, review: priority, act: priority }),
      referral: z.strictObject({ routine: priority, 'same-day': priority, immediate: priority }),
      reportedUpTo: priority,
    })
    .exactOptional(),
});
