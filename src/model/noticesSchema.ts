import * as z from 'zod';
import { $schema, audience, clauses, sentence, trackId } from './field.ts';
import type { NoticesFile } from './pack.ts';

/** Schema of `notices.json`. */
export const noticesSchema: z.ZodType<NoticesFile> = z.strictObject({
  $schema,
  notices: z
    .array(
      z.strictObject({
        id: z.string().min(1).describe('Id of the notice.'),
        audience,
        for: z
          .string()
          .min(1)
          .describe(
            'When it is used: a step (capture-evidence, ask-to-remove, hide-duplicates, hide, delete, warn-of-block, block); reply:answer, reply:signpost, reply:ask-to-remove; reply-later:answer, reply-later:signpost; referral:<contact>, signpost:<contact>, track:<track>, category:<category>; or decision for every decision with a finding.',
          ),
        unlessTrack: z.array(trackId).describe('Not used when one of these tracks stands.').exactOptional(),
        clauses,
        text: sentence.describe(
          "The wording. {placeholders} are listed in rules/README.md. It never holds the comment's words.",
        ),
      }),
    )
    .describe('Wording for authors and officers.'),
});
