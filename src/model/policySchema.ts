import * as z from 'zod';
import { $schema, day, id, sentence } from './field.ts';
import { overlayRecord } from './overlayRecordSchema.ts';
import type { PolicyFile } from './pack.ts';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected HH:MM.')
  .describe('HH:MM.');
const kept = (what: string) =>
  z
    .strictObject({ days: z.number().int().min(0).describe('Days that the record is kept.') })
    .describe(`How long the record of ${what} is kept.`);
const workingDays = z
  .number()
  .int()
  .min(1)
  .max(60)
  .describe('Working days before the poll by which notice must be given.');

/** The council, as notices name it. */
export const council = z.strictObject({
  name: sentence.describe('Name of the council, as notices give it.'),
  policyUrl: sentence.describe('Web address of its acceptable use policy.'),
  policyDate: day.describe('Date of that policy, YYYY-MM-DD.'),
  appeal: sentence.describe('How an author challenges a decision: the end of a sentence in notices.'),
});

/** A clause of the policy. */
export const clause = z.strictObject({
  id: z.string().min(1).describe('Number of the clause, by which rules, steps and notices cite it.'),
  title: sentence.describe('What it is about, in a few words; notices give it.'),
  paraphrase: sentence.describe('What it says, in plain words of your own.'),
  obligation: z
    .enum(['must', 'may', 'advice', 'informative'])
    .describe(
      'must: the policy says "will". may: it leaves it to the council. advice, informative: no step rests on it.',
    ),
});

/** Somebody to refer or signpost to. */
export const contact = z.strictObject({
  id: id.describe('Id by which rules, tracks and notices name the contact.'),
  name: sentence.describe('Name, as notices give it.'),
  how: sentence.describe('How to reach them: words that follow a colon in notices.'),
  lastVerified: day.describe('When somebody last checked it, YYYY-MM-DD.'),
  source: sentence.describe('Where it comes from.'),
});

/** When the pages are watched. */
export const hours = z.strictObject({
  timeZone: z.string().describe('IANA time zone, such as Europe/London.'),
  week: z
    .array(z.tuple([time, time]).describe('Opening and closing time.').nullable())
    .length(7)
    .describe('Monday to Sunday: opening and closing time, or null when closed.'),
  bankHolidays: z.array(day).describe('Days on which the office is closed, YYYY-MM-DD.'),
  bankHolidaySource: sentence.describe('Where the list of bank holidays comes from.'),
});

/** Reasons why a person must look. */
export const reasons = z
  .record(id, sentence.describe('The reason, as a sentence.'))
  .describe('Why a person must look, as a sentence, by the code that tracks and circumstances give.');

/** Schema of `policy.json`. */
export const policySchema: z.ZodType<PolicyFile> = z.strictObject({
  $schema,
  id: id.describe('Id of the pack; every decision names it.'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'Expected a version of three numbers, such as 1.0.0.')
    .describe('Version of the rules: see rules/README.md on versions.'),
  overlays: z
    .array(overlayRecord)
    .describe('Overlays that extended this pack, in order. Written by the library, not by hand.')
    .exactOptional(),
  council: council.describe('The council whose policy this is.'),
  clauses: z.array(clause).describe('Every clause of the policy that something cites.'),
  contacts: z.array(contact).describe('Everybody to whom a comment or its author can be sent.'),
  hours: hours.describe('When the pages are watched.'),
  elections: z
    .strictObject({
      closeOfPoll: time.describe('When the pre-election period ends on the day of the poll, HH:MM.'),
      noticeWorkingDays: z
        .object({ other: workingDays })
        .catchall(workingDays)
        .describe('Working days before the poll by which notice must be given, by type of election.'),
    })
    .describe('How the pre-election period is worked out.'),
  thresholds: z
    .strictObject({
      upheldBreachDays: z.number().int().min(1).describe('Days for which an upheld breach counts.'),
      removalGraceWorkingDays: z
        .number()
        .int()
        .min(0)
        .describe('Working days that an author has to remove a comment.'),
      sameMessageDays: z.number().int().min(1).describe('Days within which the same message counts again.'),
    })
    .describe('Windows within which things are counted.'),
  retention: z
    .strictObject({
      allow: kept('a comment that stays up'),
      review: kept('a comment that a person looked at'),
      act: kept('a comment that a step was taken on'),
      strike: kept('a clear breach, which counts towards a block; not shorter than upheldBreachDays'),
      referred: z
        .strictObject({
          to: z.array(id).describe('Contact ids of policy.json.'),
          until: sentence.describe('How long, as words that follow "until".'),
        })
        .describe('Records that were passed on to one of these contacts.'),
    })
    .describe('How long the record of a decision is kept, by what it came to.'),
  evidence: z
    .strictObject({
      checklist: z.array(sentence).min(1).describe('What an officer keeps for the record, in order.'),
      addressOnly: z.array(sentence).min(1).describe('Instead, where the ladder forbids a copy.'),
    })
    .describe('What to capture before a comment is touched.'),
  reasons,
  exampleNow: z.iso
    .datetime({ offset: true })
    .describe('The moment at which examples without a "now" are judged, ISO 8601 with offset.'),
});
