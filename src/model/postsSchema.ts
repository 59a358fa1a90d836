import * as z from 'zod';
import { $schema, clauses, day, id, sentence } from './field.ts';
import { POST_KINDS } from './item.ts';
import { COMMENT_SETTINGS, type PostsFile } from './pack.ts';

const measure = {
  comments: z.enum(COMMENT_SETTINGS).describe('open < watch < filter < limit < close.'),
  clauses,
  why: sentence,
  hours: z.number().int().min(1).max(8784).describe('Hours until comments may be opened again.'),
};
const phrases = z.array(z.string().min(1).max(100)).min(1).describe('Words and phrases, in every form.');
const subject = { id, title: sentence, words: phrases, ...measure };
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Expected MM-DD.');
const days = z.number().int().min(1).max(366);
const years = {
  fromYear: z.number().int().exactOptional(),
  untilYear: z.number().int().exactOptional(),
};
const dateRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('span'), from: monthDay, to: monthDay, ...years }),
  z.strictObject({
    kind: z.literal('weekday'),
    month: z.number().int().min(1).max(12),
    weekday: z.number().int().min(0).max(6).describe('0 Monday to 6 Sunday.'),
    nth: z.union([z.literal(-1), z.number().int().min(1).max(4)]).describe('-1: the last.'),
    days,
    ...years,
  }),
  z.strictObject({ kind: z.literal('week-of'), day: monthDay, ...years }),
  z.strictObject({ kind: z.literal('easter'), offset: z.number().int().min(-60).max(60), days, ...years }),
  z.strictObject({
    kind: z.literal('listed'),
    dates: z.array(day).min(1),
    days,
    margin: z.number().int().min(0).max(7),
    ...years,
  }),
]);

/** Schema of `posts.json`. */
export const postsSchema: z.ZodType<PostsFile> = z.strictObject({
  $schema,
  topics: z.array(z.strictObject({ ...subject, strands: z.array(id) })),
  duringEvent: z.strictObject({ comments: measure.comments, clauses, why: sentence }),
  events: z.array(
    z.strictObject({
      id,
      title: sentence,
      topics: z.array(id).min(1).describe('The post must be about one of them: a date alone never counts.'),
      when: z.array(dateRule).min(1),
      source: sentence,
    }),
  ),
  vital: z.array(z.strictObject(subject)),
  kinds: z.array(z.strictObject({ kind: z.enum(POST_KINDS), ...measure })),
  density: z.array(
    z.strictObject({
      fromComments: z.number().int().min(1),
      fromBreaches: z.number().int().min(1),
      fromShare: z.number().min(0).max(1),
      onTopic: z.boolean().exactOptional(),
      ...measure,
    }),
  ),
});
