import * as z from 'zod';
import { problemsOf } from './issue.ts';
import {
  type Attachment,
  AUTHOR_ROLES,
  type AuthorHistory,
  type ContentItem,
  type Election,
  MAX_TEXT_LENGTH,
  PERSON_ROLES,
  type PersonRole,
  POST_KINDS,
  type Post,
} from './item.ts';
import { ContentItemError, type Problem } from './problem.ts';
import { checkShape } from './walk.ts';

const FILE = 'item';
const name = (about: string) => z.string().min(1).max(200).describe(about);
const text = (about: string) =>
  z
    .string()
    .max(
      MAX_TEXT_LENGTH,
      `Found more than ${MAX_TEXT_LENGTH} UTF-16 units. Split it; nothing is cut in silence.`,
    )
    .describe(about);
/** ISO 8601 with offset. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: 'Expected an ISO 8601 time with offset, such as 2026-06-10T10:00:00+01:00.',
  })
  .describe('When, as ISO 8601 with offset, such as 2026-06-10T10:00:00+01:00.');
const date = (about: string) =>
  z.iso.date({ error: 'Expected a date as YYYY-MM-DD.' }).describe(`${about}, YYYY-MM-DD.`);
const decision = name('Id of the decision that it followed from.');
const authorRole = z.enum(AUTHOR_ROLES);
const some = <T extends z.ZodType>(of: T, most = 1000) =>
  z.array(of).max(most, `Found more than ${most} entries.`);
const personRole = z
  .enum(Object.keys(PERSON_ROLES) as [PersonRole, ...PersonRole[]])
  .describe('Who that is.');

/** Schema of an author's history. */
export const historySchema: z.ZodType<AuthorHistory> = z.strictObject({
  recent: some(
    z.strictObject({
      at: instant,
      text: text('What was written.').exactOptional(),
      fingerprint: z
        .string()
        .max(200)
        .describe('Signature of what was written, instead of it.')
        .exactOptional(),
    }),
    10_000,
  )
    .describe('Earlier comments by the author.')
    .exactOptional(),
  breaches: some(
    z.strictObject({
      at: instant,
      clause: name('Clause that was broken.'),
      upheld: z.boolean().describe('Whether a person upheld it.'),
      decision: decision.exactOptional(),
    }),
  )
    .describe('Earlier breaches by the author.')
    .exactOptional(),
  removalRequests: some(
    z.strictObject({
      at: instant,
      removedAt: instant.describe('When the author removed it, if they did.').exactOptional(),
      decision: decision.exactOptional(),
    }),
  )
    .describe('Requests to remove a comment.')
    .exactOptional(),
  blocks: some(
    z.strictObject({ at: instant, until: instant.describe('When the block ends.').exactOptional() }),
  )
    .describe('Earlier blocks of the author.')
    .exactOptional(),
});

const attachment: z.ZodType<Attachment> = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'gif', 'file']).describe('What it is.'),
  altText: text('Words that describe a picture.').exactOptional(),
  transcript: text('Words that are spoken or shown in it.').exactOptional(),
  readable: z.boolean().describe('false: nobody has looked at it, and a person must.').exactOptional(),
});

const election: z.ZodType<Election> = z.strictObject({
  type: name('Type of election, such as local or by-election: see noticeWorkingDays of policy.json.'),
  pollDate: date('Day of the poll'),
  noticeDate: date('Day on which the notice of election was published').exactOptional(),
  area: name('Where it is held.').exactOptional(),
  candidates: some(name('Name of a candidate.')).describe('Names of the candidates.').exactOptional(),
});

const count = (what: string) => z.number().int().min(0).describe(`${what} so far.`);
const post: z.ZodType<Post> = z.strictObject({
  id: name('Id of the post.').exactOptional(),
  text: text('What the post says.').exactOptional(),
  topics: some(name('A topic.'), 100).describe('Topics that the caller gives it.').exactOptional(),
  kind: z.enum(POST_KINDS).describe('Kind that the caller gives it.').exactOptional(),
  stats: z
    .strictObject({ comments: count('Comments'), breaches: count('Comments that break the policy') })
    .refine(({ comments, breaches }) => breaches <= comments, {
      path: ['breaches'],
      error: 'Found more breaches than comments. Count a comment once, however many clauses it breaks.',
    })
    .describe('What has been counted under the post.')
    .exactOptional(),
});

/** Fields of an item other than its text and time; the embedded examples of rules use it too. */
const context = {
  id: name('Id of the comment on the platform.').exactOptional(),
  permalink: z.string().min(1).max(2048).describe('Web address of the comment.').exactOptional(),
  visibility: z
    .enum(['public', 'direct-message'])
    .describe('Who can read it. Default public.')
    .exactOptional(),
  parent: z
    .strictObject({
      text: text('What it says.').exactOptional(),
      authorRole: authorRole.describe('Who wrote it.').exactOptional(),
    })
    .describe('The comment that is replied to.')
    .exactOptional(),
  links: some(z.string().max(2048))
    .describe('Links that the platform shows beside the text.')
    .exactOptional(),
  attachments: some(attachment, 50).describe('Pictures, videos and files.').exactOptional(),
  author: z
    .strictObject({
      id: name('Id of the author.').exactOptional(),
      role: authorRole.describe('Who the author is. Default unknown.').exactOptional(),
      history: historySchema.describe('What the author did before.').exactOptional(),
    })
    .describe('Who wrote it.')
    .exactOptional(),
  post: post.describe('The post under which it stands.').exactOptional(),
  reports: some(
    z.strictObject({
      at: instant,
      ground: z.string().max(2000).describe('What the report says is wrong.').exactOptional(),
      byVictim: z.boolean().describe('Whether its writer says that they are the victim.').exactOptional(),
    }),
  )
    .describe('Reports by users.')
    .exactOptional(),
  people: some(z.strictObject({ name: name('Full name.'), role: personRole }))
    .describe('Names that the caller knows.')
    .exactOptional(),
  elections: some(election, 100).describe('Elections about this time.').exactOptional(),
  incident: z.boolean().describe('Whether a critical or major incident is on.').exactOptional(),
  scores: z
    .record(z.string().max(100), z.number().min(0).max(1))
    .describe("Scores of a classifier of the caller's own, 0 to 1, by name.")
    .exactOptional(),
} as const;

const comment = text('What the comment says.');

/** Schema of a content item. */
export const contentItemSchema: z.ZodType<ContentItem> = z.strictObject({
  text: comment,
  now: instant,
  ...context,
});

/** Schema of the fields that an embedded example may set. */
export const exampleItemFields = {
  text: comment,
  now: instant.describe('The moment to judge for. Default exampleNow of policy.json.').exactOptional(),
  ...context,
};

function notAnObject(value: unknown, what: string, needs: string): Problem[] | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined;
  return [{ code: 'invalid-type', file: what, path: '', message: `Expected an object${needs}.` }];
}

/**
 * Checks an item and returns a copy that no later change by the caller can touch.
 * @throws {ContentItemError} names every field that is wrong, and never holds the comment's text.
 */
export function checkItem(item: unknown): ContentItem {
  return checkValue(item, contentItemSchema, FILE, ' with at least "text" and "now"');
}

/**
 * Checks a post, as `checkItem` checks an item.
 * @throws {ContentItemError} names every field that is wrong.
 */
export function checkPost(value: unknown): Post {
  return checkValue(value, post, 'post');
}

/**
 * Checks a value by a schema and returns a copy.
 * @param what its name in problems.
 * @throws {ContentItemError} names every field that is wrong, never its value.
 */
export function checkValue<T>(value: unknown, schema: z.ZodType<T>, what: string, needs = ''): T {
  const problems = notAnObject(value, what, needs) ?? readSafely(() => checkShape(value, what), what);
  if (problems.length > 0) throw new ContentItemError(problems);
  const result = readSafely(() => schema.safeParse(withoutNulls(value)), what);
  if (!result.success) throw new ContentItemError(problemsOf(result.error, what));
  return result.data;
}

/**
 * Checks a moment.
 * @throws {ContentItemError} if it is no ISO 8601 time with offset.
 */
export function checkNow(now: unknown): string {
  return checkValue({ now }, z.object({ now: instant }), 'options').now;
}

/** JSON from other systems says null where nothing is known: the same as a field that isn't there. Depth has been checked. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  const known = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(known.map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** A getter or proxy of the caller's may throw anything while it is read. */
function readSafely<T>(read: () => T, file: string): T {
  try {
    return read();
  } catch {
    throw new ContentItemError([
      {
        code: 'unreadable',
        file,
        path: '',
        message: `Reading the ${file} threw an error. Pass plain data, without getters or proxies.`,
      },
    ]);
  }
}
