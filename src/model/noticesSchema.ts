import * as z from 'zod';
import { $schema, clauses, id, sentence } from './field.ts';
import { AUDIENCES, type NoticesFile } from './pack.ts';

/** Schema of `notices.json`. */
export const noticesSchema: z.ZodType<NoticesFile> = z.strictObject({
  $schema,
  notices: z.array(
    z.strictObject({
      id: z.string().min(1),
      audience: z.enum(AUDIENCES),
      for: z.string().min(1),
      unlessTrack: z.array(id).exactOptional(),
      clauses,
      text: sentence,
    }),
  ),
});
