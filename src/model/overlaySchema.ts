import * as z from 'zod';
import { $schema, ruleId, sentence, trackId, verdict } from './field.ts';
import { track } from './ladderSchema.ts';
import type { OverlayFile } from './overlay.ts';
import { recordFields } from './overlayRecordSchema.ts';
import { clause, contact, council, hours, reasons } from './policySchema.ts';

const { id: contactId, ...contactRest } = contact.shape;
const { id: ownTrackId, about: trackAbout, breach: _, ...trackRest } = track.shape;

/** The same fields, none of them required. */
function optional<T extends z.ZodRawShape>(shape: T) {
  return Object.fromEntries(
    Object.entries(shape).map(([key, field]) => [key, (field as z.ZodType).exactOptional()]),
  ) as unknown as { [K in keyof T]: z.ZodExactOptional<T[K]> };
}

/** Schema of `overlay.json`. */
export const overlaySchema: z.ZodType<OverlayFile> = z.strictObject({
  $schema,
  ...recordFields,
  about: sentence.describe('For whom it is, and what its choices rest on.').exactOptional(),
  council: z
    .strictObject(optional(council.shape))
    .describe('What differs of the council: name, policy, how to challenge a decision.')
    .exactOptional(),
  clauses: z
    .array(clause)
    .describe('Clauses of this council: a known id replaces the clause, others are added.')
    .exactOptional(),
  contacts: z
    .array(z.strictObject({ id: contactId, ...optional(contactRest) }))
    .describe('Contacts of the base, by id, with what differs.')
    .exactOptional(),
  newContacts: z.array(contact).describe('Contacts that the base does not have.').exactOptional(),
  newTracks: z
    .array(
      z.strictObject({
        id: ownTrackId,
        about: trackAbout,
        like: trackId.describe(
          'Track of the base that it is like: whether it is a breach, where it stands in the order, beside what its steps are withheld, and whatever is not given here.',
        ),
        ...optional(trackRest),
      }),
    )
    .describe('Tracks that the base does not have.')
    .exactOptional(),
  hours: z.strictObject(optional(hours.shape)).describe('What differs of the hours.').exactOptional(),
  reasons: reasons.exactOptional(),
  examples: z
    .array(
      z.strictObject({
        rule: ruleId.describe('Rule of the base whose example this is.'),
        text: z.string().min(1).describe('Text of the example, letter by letter.'),
        from: z
          .enum(['match', 'noMatch'])
          .describe('Only the one in this list, where both have the text.')
          .exactOptional(),
        to: z
          .enum(['match', 'noMatch', 'gone'])
          .describe('List in which it belongs here. gone: it says nothing here. Default: where it stands.')
          .exactOptional(),
        verdict: verdict.describe('The verdict that is expected here.').exactOptional(),
        because: sentence.describe('Which choice makes the difference.'),
      }),
    )
    .describe('Examples of the base that come out otherwise here.')
    .exactOptional(),
});
