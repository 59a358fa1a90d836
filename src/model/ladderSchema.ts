import * as z from 'zod';
import { ACTION_TYPES, PRIORITIES } from './decision.ts';
import {
  $schema,
  action,
  clauses,
  factName,
  id,
  obligation,
  refer,
  sentence,
  severity,
  signpost,
  trackId,
  urgency,
  verdict,
} from './field.ts';
import type { LadderFile } from './pack.ts';

const step = {
  do: action,
  obligation,
  clauses,
  within: urgency.describe('By when it is due.').exactOptional(),
};
const priority = z.enum(PRIORITIES).describe('low < normal < high < urgent.');
const steps = z.array(z.strictObject(step));
const from = (least: string) =>
  `Findings of severity ${least}, and worse ones that have no row of their own.`;
const bySeverity = <T extends z.ZodType>(of: T) =>
  z.strictObject({
    none: of.describe(from('none')).exactOptional(),
    low: of.describe(from('low')).exactOptional(),
    medium: of.describe(from('medium')).exactOptional(),
    high: of.describe(from('high')).exactOptional(),
    severe: of.describe('Findings of severity severe.').exactOptional(),
  });
const reason = id.meta({ description: 'Code of a reason of policy.json.', names: 'reason' });
const stands = z
  .string()
  .min(1)
  .meta({ description: 'Track, category, signal/<id> or direct-message that stands.', names: 'track' });

/** Schema of a track. */
export const track = z.strictObject({
  id: id.describe('Id of the track, which rules and categories name.'),
  about: sentence.describe('What it is for, in a sentence; rules/README.md shows it.'),
  breach: z.boolean().describe('Whether its findings break the policy, rather than only route the comment.'),
  verdict: z
    .strictObject({ none: verdict, low: verdict, medium: verdict, high: verdict, severe: verdict })
    .describe('Verdict by severity, for findings of medium or high sureness.'),
  whenUnsure: verdict.describe('Verdict for findings of low sureness.'),
  reason: reason.describe('Code of the reason given when its findings ask for a review.'),
  act: bySeverity(steps)
    .describe(
      'Steps when the verdict of the finding is act. A severity takes its own row, else the next lower.',
    )
    .exactOptional(),
  review: steps.describe('Steps when the verdict of the finding is review.').exactOptional(),
  history: z
    .array(
      z.strictObject({
        ...step,
        upheldBreaches: z
          .number()
          .int()
          .min(1)
          .describe('From so many earlier upheld breaches on.')
          .exactOptional(),
        ignoredRequests: z
          .number()
          .int()
          .min(1)
          .describe('From so many ignored requests on.')
          .exactOptional(),
        fromSeverity: severity
          .describe('Only for findings at least this severe. Default low.')
          .exactOptional(),
        belowSeverity: severity.describe('Only for findings below this severity.').exactOptional(),
      }),
    )
    .describe("Steps that the author's history adds to a clear breach.")
    .exactOptional(),
  refer: refer.exactOptional(),
  signpost: signpost.exactOptional(),
  answers: z.boolean().describe('Its findings are questions that the council answers.').exactOptional(),
  urgentFrom: severity
    .describe("Findings at least this severe don't wait for the office to open.")
    .exactOptional(),
});

/** Schema of `ladder.json`. */
export const ladderSchema: z.ZodType<LadderFile> = z.strictObject({
  $schema,
  tracks: z.array(track).describe('What follows from a finding. In order of precedence.'),
  precedence: z
    .array(
      z.strictObject({
        category: id.describe('Category whose findings put others aside.'),
        over: z.array(id).min(1).describe('Categories that are put aside.'),
        where: z
          .enum(['same-words', 'comment'])
          .describe('same-words: only where their words overlap. comment: anywhere in the comment.'),
      }),
    )
    .describe('Which findings put which aside.'),
  circumstances: z
    .array(
      z.strictObject({
        fact: factName.describe('Fact that differs from its default.'),
        track: trackId.describe('Only where a finding of this track stands.').exactOptional(),
        reason,
        clauses,
      }),
    )
    .describe('Circumstances for which a person must look, whatever was found.'),
  suppress: z
    .array(
      z.strictObject({
        when: stands,
        drop: z.array(trackId).min(1).describe('Tracks whose steps are dropped; their findings stay.'),
        clauses,
      }),
    )
    .describe('Steps that are dropped when something graver stands.'),
  vetoes: z
    .array(
      z.strictObject({
        when: stands,
        unless: z.array(stands).describe('Not when one of these stands too.').exactOptional(),
        never: z
          .array(z.enum([...ACTION_TYPES, 'signpost']))
          .min(1)
          .describe('Steps that are never recommended then.'),
        verdict: verdict.describe('The strictest verdict that is possible then.').exactOptional(),
        clauses,
      }),
    )
    .describe('Steps that are never recommended when something stands.'),
  signOff: z.array(id).describe('Steps and contacts that a person must approve.'),
  milder: z
    .array(
      z.strictObject({
        step: action.describe('Step that is recommended.'),
        than: z.enum([...ACTION_TYPES, 'leave-up']).describe('Milder step to consider first.'),
        track: trackId.describe('Only for findings of this track.').exactOptional(),
        why: sentence.describe('Why it may not be enough.'),
      }),
    )
    .describe('For each step, the milder one to consider first. The first row that fits counts.')
    .exactOptional(),
  order: z
    .array(
      z.strictObject({
        first: action.describe('Step that comes first.'),
        before: z.array(action).min(1).describe('Steps that come after it.'),
      }),
    )
    .describe('Steps that must be done before others.'),
  priority: z
    .strictObject({
      verdict: z
        .strictObject({ allow: priority, review: priority, act: priority })
        .describe('Where a comment stands in the queue by its verdict.'),
      referral: z
        .strictObject({ routine: priority, 'same-day': priority, immediate: priority })
        .describe('By how soon the most urgent referral is due.'),
      reportedUpTo: priority,
    })
    .describe('What an officer should look at first.')
    .exactOptional(),
});
