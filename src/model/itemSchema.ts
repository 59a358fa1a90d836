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
const instant = z.iso.datetime({
  offset: true,
  error: 'Expected an ISO 8601 time with offset, such as 2026-06-10T10:00:00+01:00.',
});
const date = z.iso.date({ error: 'Expected a date as YYYY-MM-DD.' });
const some = <T extends z.ZodType>(of: T, most = 1000) =>
  z.array(of).max(most, `Found more than ${most} entries.`);
const personRole = z.enum(Object.keys(PERSON_ROLES) as [PersonRole, ...PersonRole[]]);

const history: z.ZodType<AuthorHistory> = z.strictObject({
  recent: some(
    z.strictObject({
      at: instant,
      text: text.exactOptional(),
      fingerprint: z.string().max(200).exactOptional(),
    }),
    10_000,
  ).exactOptional(),
  breaches: some(z.strictObject({ at: instant, clause: name, upheld: z.boolean() })).exactOptional(),
  removalRequests: some(z.strictObject({ at: instant, removedAt: instant.exactOptional() })).exactOptional(),
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

/** Fields of an item other than its text and time; the embedded examples of rules use it too. */
const context = {
  id: name.exactOptional(),
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
      history: history.exactOptional(),
    })
    .exactOptional(),
  post: z
    .strictObject({
      id: name.exactOptional(),
      text: text.exactOptional(),
      topics: some(name, 100).exactOptional(),
      kind: z.enum(POST_KINDS).exactOptional(),
    })
    .exactOptional(),
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

function badText(value: unknown): Problem[] | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined;
  return [
    {
      code: 'invalid-type',
      file: FILE,
      path: '',
      message: 'Expected an object with at least "text" and "now".',
    },
  ];
}

/**
 * Checks an item and returns a copy that no later change by the caller can touch.
 * @throws {ContentItemError} names every field that is wrong, and never holds the comment's text.
 */
export function checkItem(item: unknown): ContentItem {
  const problems = badText(item) ?? readSafely(() => checkShape(item, FILE));
  if (problems.length > 0) throw new ContentItemError(problems);
  const result = readSafely(() => contentItemSchema.safeParse(withoutNulls(item)));
  if (!result.success) throw new ContentItemError(problemsOf(result.error, FILE));
  return result.data;
}

/** JSON from other systems says null where nothing is known: the same as a field that isn't there. Depth has been checked. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  const known = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(known.map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** A getter or proxy of the caller's may throw anything while it is read. */
function readSafely<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new ContentItemError([
      {
        code: 'unreadable',
        file: FILE,
        path: '',
        message: 'Reading the item threw an error. Pass plain data, without getters or proxies.',
      },
    ]);
  }
}
