import * as z from 'zod';
import { $schema, clauses, day, id, sentence } from './field.ts';
import { POST_KINDS } from './item.ts';
import { COMMENT_SETTINGS, type PostsFile } from './pack.ts';

const measure = {
  comments: z.enum(COMMENT_SETTINGS).describe('open < watch < filter < limit < close.'),
  clauses,
  why: sentence.describe('Why, in a sentence.'),
  hours: z.number().int().min(1).max(8784).describe('Hours until comments may be opened again.'),
};
const phrases = z.array(z.string().min(1).max(100)).min(1).describe('Words and phrases, in every form.');
const title = sentence.describe('What it is, in a few words.');
const subject = { id, title, words: phrases, ...measure };
const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Expected MM-DD.')
  .describe('MM-DD.');
const days = z.number().int().min(1).max(366).describe('How many days it lasts.');
const kind = <T extends string>(name: T, about: string) => z.literal(name).describe(about);
const years = {
  fromYear: z.number().int().describe('First year in which it holds.').exactOptional(),
  untilYear: z.number().int().describe('Last year in which it holds.').exactOptional(),
};
const dateRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: kind('span', 'From a day to a day of the year.'),
    from: monthDay,
    to: monthDay,
    ...years,
  }),
  z.strictObject({
    kind: kind('weekday', 'From the nth weekday of a month.'),
    month: z.number().int().min(1).max(12).describe('1 January to 12 December.'),
    weekday: z.number().int().min(0).max(6).describe('0 Monday to 6 Sunday.'),
    nth: z.union([z.literal(-1), z.number().int().min(1).max(4)]).describe('-1: the last.'),
    days,
    ...years,
  }),
  z.strictObject({
    kind: kind('week-of', 'Monday to Sunday of the week that holds a day.'),
    day: monthDay,
    ...years,
  }),
  z.strictObject({
    kind: kind('easter', 'So many days from Easter Sunday.'),
    offset: z.number().int().min(-60).max(60).describe('Days after Easter Sunday; before it if negative.'),
    days,
    ...years,
  }),
  z.strictObject({
    kind: kind('listed', 'Listed first days, for calendars that cannot be computed.'),
    dates: z.array(day).min(1).describe('First days, YYYY-MM-DD.'),
    days,
    margin: z.number().int().min(0).max(7).describe('Days on either side, for a calendar that is not exact.'),
    ...years,
  }),
]);

/** Schema of `posts.json`. */
export const postsSchema: z.ZodType<PostsFile> = z.strictObject({
  $schema,
  topics: z
    .array(
      z.strictObject({ ...subject, strands: z.array(id).describe('Protected groups that it is about.') }),
    )
    .describe('Sensitive subjects.'),
  duringEvent: z
    .strictObject({ comments: measure.comments, clauses, why: measure.why })
    .describe('What is advised while an event lasts and the post is about one of its topics.'),
  events: z
    .array(
      z.strictObject({
        id,
        title,
        topics: z.array(id).min(1).describe('The post must be about one of them: a date alone never counts.'),
        when: z.array(dateRule).min(1).describe('When it is on: any of these.'),
        source: sentence.describe('Where its date comes from.'),
      }),
    )
    .describe('Awareness days, weeks and months.'),
  vital: z.array(z.strictObject(subject)).describe('Messages that comments must not distract from.'),
  kinds: z
    .array(
      z.strictObject({ kind: z.enum(POST_KINDS).describe('Kind that the caller gives a post.'), ...measure }),
    )
    .describe('What the kind of a post means.'),
  density: z
    .array(
      z.strictObject({
        fromComments: z.number().int().min(1).describe('From so many comments on.'),
        fromBreaches: z.number().int().min(1).describe('From so many breaches on.'),
        fromShare: z.number().min(0).max(1).describe('From this share of breaches on, 0 to 1.'),
        onTopic: z.boolean().describe('Only on a sensitive subject.').exactOptional(),
        ...measure,
      }),
    )
    .describe('Breaches among the comments so far.'),
});
