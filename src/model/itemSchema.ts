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
const name = z.string().min(1).max(200);
const text = z
  .string()
  .max(
    MAX_TEXT_LENGTH,
    `Found more than ${MAX_TEXT_LENGTH} UTF-16 units. Split it; nothing is cut in silence.`,
  );
/** ISO 8601 with offset. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'Expected an ISO 8601 time with offset, such as 2026-06-10T10:00:00+01:00.',
});
const date = z.iso.date({ error: 'Expected a date as YYYY-MM-DD.' });
const some = <T extends z.ZodType>(of: T, most = 1000) =>
  z.array(of).max(most, `Found more than ${most} entries.`);
const personRole = z.enum(Object.keys(PERSON_ROLES) as [PersonRole, ...PersonRole[]]);

/** Schema of an author's history. */
export const historySchema: z.ZodType<AuthorHistory> = z.strictObject({
  recent: some(
    z.strictObject({
      at: instant,
      text: text.exactOptional(),
      fingerprint: z.string().max(200).exactOptional(),
    }),
    10_000,
  ).exactOptional(),
  breaches: some(
    z.strictObject({ at: instant, clause: name, upheld: z.boolean(), decision: name.exactOptional() }),
  ).exactOptional(),
  removalRequests: some(
    z.strictObject({ at: instant, removedAt: instant.exactOptional(), decision: name.exactOptional() }),
  ).exactOptional(),
  blocks: some(z.strictObject({ at: instant, until: instant.exactOptional() })).exactOptional(),
});

const attachment: z.ZodType<Attachment> = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'gif', 'file']),
  altText: text.exactOptional(),
  transcript: text.exactOptional(),
  readable: z.boolean().exactOptional(),
});

const election: z.ZodType<Election> = z.strictObject({
  type: name,
  pollDate: date,
  noticeDate: date.exactOptional(),
  area: name.exactOptional(),
  candidates: some(name).exactOptional(),
});

const count = z.number().int().min(0);
const post: z.ZodType<Post> = z.strictObject({
  id: name.exactOptional(),
  text: text.exactOptional(),
  topics: some(name, 100).exactOptional(),
  kind: z.enum(POST_KINDS).exactOptional(),
  stats: z
    .strictObject({ comments: count, breaches: count })
    .refine(({ comments, breaches }) => breaches <= comments, {
      path: ['breaches'],
      error: 'Found more breaches than comments. Count a comment once, however many clauses it breaks.',
    })
    .exactOptional(),
});

/** Fields of an item other than its text and time; the embedded examples of rules use it too. */
const context = {
  id: name.exactOptional(),
  permalink: z.string().min(1).max(2048).exactOptional(),
  visibility: z.enum(['public', 'direct-message']).exactOptional(),
  parent: z
    .strictObject({ text: text.exactOptional(), authorRole: z.enum(AUTHOR_ROLES).exactOptional() })
    .exactOptional(),
  links: some(z.string().max(2048)).exactOptional(),
  attachments: some(attachment, 50).exactOptional(),
  author: z
    .strictObject({
      id: name.exactOptional(),
      role: z.enum(AUTHOR_ROLES).exactOptional(),
      history: historySchema.exactOptional(),
    })
    .exactOptional(),
  post: post.exactOptional(),
  reports: some(
    z.strictObject({
      at: instant,
      ground: z.string().max(2000).exactOptional(),
      byVictim: z.boolean().exactOptional(),
    }),
  ).exactOptional(),
  people: some(z.strictObject({ name, role: personRole })).exactOptional(),
  elections: some(election, 100).exactOptional(),
  incident: z.boolean().exactOptional(),
  scores: z.record(z.string().max(100), z.number().min(0).max(1)).exactOptional(),
} as const;

/** Schema of a content item. */
export const contentItemSchema: z.ZodType<ContentItem> = z.strictObject({ text, now: instant, ...context });

/** Schema of the fields that an embedded example may set. */
export const exampleItemFields = { text, now: instant.exactOptional(), ...context };

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
