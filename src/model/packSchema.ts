import * as z from 'zod';
import { ACTION_TYPES, TARGET_KINDS } from './decision.ts';
import { problemsOf } from './issue.ts';
import { POST_KINDS } from './item.ts';
import { exampleItemFields } from './itemSchema.ts';
import { SEVERITIES, SURENESSES } from './level.ts';
import {
  AUDIENCES,
  type CategoryFile,
  COMMENT_SETTINGS,
  type Condition,
  type Guard,
  type GuardsFile,
  type LadderFile,
  type LexiconFile,
  type NoticesFile,
  OPERATORS,
  type PolicyFile,
  type PostsFile,
  type Rule,
  type SignalsFile,
} from './pack.ts';
import type { Problem } from './problem.ts';
import { checkShape } from './walk.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected a kebab-case id, such as off-topic.')
  .describe('Kebab-case id.');
const ruleId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Expected category/name, such as threat/direct.')
  .describe('Rule id: category/name.');
const sentence = z.string().min(1).max(2000);
const $schema = z.string().exactOptional();
const severity = z.enum(SEVERITIES).describe('How bad: none < low < medium < high < severe.');
const sureness = z
  .enum(SURENESSES)
  .describe('How sure: low < medium < high. Low asks for review, never acts.');
const obligation = z
  .enum(['must', 'may'])
  .describe('must: the policy says "will". may: it leaves it to the council.');
const verdict = z.enum(['allow', 'review', 'act']);
const clauses = z.array(z.string()).describe('Clause ids of policy.json.');
const action = z.enum(ACTION_TYPES);
const pattern = z.string().min(1).max(500).describe('A pattern: see rules/README.md.');
const patterns = z.array(pattern).min(1).max(64, 'Found more than 64 patterns. Split the rule.');

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .max(100),
]);
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({
        fact: z.string().describe('A fact of rules/README.md, or signal/<id>, or score/<name>.'),
        operator: z.enum(OPERATORS),
        value,
      }),
      z.strictObject({ all: z.array(condition).min(1).describe('Every one holds.') }),
      z.strictObject({ any: z.array(condition).min(1).describe('At least one holds.') }),
      z.strictObject({ not: condition }),
    ],
    {
      error:
        'Expected {fact, operator, value}, {all: [...]}, {any: [...]} or {not: ...}, with known operators and nothing else.',
    },
  ),
);

const referral = z.strictObject({
  to: id.describe('Contact id of policy.json.'),
  obligation,
  urgency: z.enum(['immediate', 'same-day', 'routine']),
  clauses,
  fromSureness: sureness.exactOptional(),
});

const example = z.union([
  z.string().min(1),
  z.strictObject({
    ...exampleItemFields,
    because: sentence.exactOptional(),
    expect: z
      .strictObject({
        verdict: verdict.exactOptional(),
        spans: z.array(z.string()).exactOptional(),
        severity: severity.exactOptional(),
        target: z.enum(TARGET_KINDS).exactOptional(),
      })
      .exactOptional(),
  }),
]);

const rule: z.ZodType<Rule> = z.strictObject({
  id: ruleId,
  title: sentence.describe('What was found, in a plain sentence.'),
  severity: z
    .enum([...SEVERITIES, 'term'])
    .describe('How bad, or "term" for the highest severity of the lexicon terms that matched.'),
  sureness,
  track: id.exactOptional(),
  clauses: clauses.exactOptional(),
  patterns: patterns.exactOptional(),
  when: condition.exactOptional(),
  guards: z.array(id).exactOptional(),
  refer: z.array(referral).exactOptional(),
  signpost: z.array(id).exactOptional(),
  status: z.enum(['live', 'shadow', 'draft']).exactOptional(),
  falsePositives: sentence.describe('Ordinary speech that the rule could mistake.'),
  examples: z.strictObject({
    match: z.array(example).min(2, 'Expected at least two examples that match.'),
    noMatch: z.array(example).min(2, 'Expected at least two near-misses that do not match.'),
    todo: z
      .strictObject({
        missed: z.array(example).exactOptional(),
        overFlagged: z.array(example).exactOptional(),
      })
      .exactOptional(),
  }),
});

/** Schema of `categories/<id>.json`. */
export const categorySchema: z.ZodType<CategoryFile> = z.strictObject({
  $schema,
  id,
  title: sentence,
  about: sentence.exactOptional(),
  track: id.describe('Track of ladder.json: what follows from a finding.'),
  clauses,
  rules: z.array(rule).min(1),
});

const inflect = z
  .enum(['noun', 'verb', 'adjective'])
  .describe('How the term bends: noun adds the plural; verb -s, -ed, -ing; adjective -er, -est.');
const term = z.union([
  z.string().min(1),
  z.strictObject({
    term: z.string().min(1),
    forms: z.array(z.string().min(1)).exactOptional(),
    except: z
      .array(z.string().min(1))
      .describe('Longer phrases in which the term is innocent.')
      .exactOptional(),
    severity: severity.exactOptional(),
    inflect: inflect.exactOptional(),
    note: sentence.exactOptional(),
  }),
]);

/** Schema of `lexicons/<topic>.<language>.json`. */
export const lexiconSchema: z.ZodType<LexiconFile> = z.strictObject({
  $schema,
  id: z.string().regex(/^[a-z0-9-]+\.[a-z]{2,3}$/, 'Expected topic.language, such as swearing.en.'),
  title: sentence,
  language: z.string().regex(/^[a-z]{2,3}$/),
  warning: sentence.exactOptional(),
  source: sentence,
  licence: sentence,
  groups: z.array(
    z.strictObject({
      classes: z.array(id).min(1).describe('Patterns read these as @name.'),
      about: sentence.exactOptional(),
      kind: z.enum(TARGET_KINDS).describe('What the term refers to.').exactOptional(),
      severity: severity.exactOptional(),
      inflect: inflect.exactOptional(),
      disguise: z
        .boolean()
        .describe('Undo masked, leet, split and stretched spellings of these terms.')
        .exactOptional(),
      misspelt: z
        .boolean()
        .describe('Undo misspellings of single words by one swapped, missing or doubled letter.')
        .exactOptional(),
      inside: z
        .boolean()
        .describe('Also look inside longer unknown words, hashtags and handles.')
        .exactOptional(),
      terms: z.array(term).min(1),
    }),
  ),
});

/** Schema of `signals.json`. */
export const signalsSchema: z.ZodType<SignalsFile> = z.strictObject({
  $schema,
  signals: z.array(z.strictObject({ id, about: sentence, patterns, guards: z.array(id).exactOptional() })),
});

const guardHead = { id, about: sentence };
const guard: z.ZodType<Guard> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...guardHead,
    kind: z.literal('near'),
    class: id,
    within: z.number().int().min(1).max(12),
    side: z.enum(['before', 'after', 'either']),
    unless: id.exactOptional(),
  }),
  z.strictObject({ ...guardHead, kind: z.literal('inside'), class: id }),
  z.strictObject({ ...guardHead, kind: z.literal('covered'), classes: z.array(id).min(1) }),
  z.strictObject({ ...guardHead, kind: z.literal('target'), target: z.enum(TARGET_KINDS) }),
]);

/** Schema of `guards.json`. */
export const guardsSchema: z.ZodType<GuardsFile> = z.strictObject({ $schema, guards: z.array(guard) });

const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected HH:MM.');

const kept = z.strictObject({ days: z.number().int().min(0).describe('Days that the record is kept.') });
const workingDays = z.number().int().min(1).max(60);

/** Schema of `policy.json`. */
export const policySchema: z.ZodType<PolicyFile> = z.strictObject({
  $schema,
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  council: z.strictObject({ name: sentence, policyUrl: sentence, policyDate: day, appeal: sentence }),
  clauses: z.array(
    z.strictObject({
      id: z.string().min(1),
      title: sentence,
      paraphrase: sentence,
      obligation: z.enum(['must', 'may', 'advice', 'informative']),
    }),
  ),
  contacts: z.array(
    z.strictObject({ id, name: sentence, how: sentence, lastVerified: day, source: sentence }),
  ),
  hours: z.strictObject({
    timeZone: z.string(),
    week: z.array(z.tuple([time, time]).nullable()).length(7),
    bankHolidays: z.array(day),
    bankHolidaySource: sentence,
  }),
  elections: z.strictObject({
    closeOfPoll: time,
    noticeWorkingDays: z.object({ other: workingDays }).catchall(workingDays),
  }),
  thresholds: z.strictObject({
    upheldBreachDays: z.number().int().min(1),
    removalGraceWorkingDays: z.number().int().min(0),
    sameMessageDays: z.number().int().min(1),
  }),
  retention: z.strictObject({
    allow: kept,
    review: kept,
    act: kept,
    strike: kept,
    referred: z.strictObject({ to: z.array(id), until: sentence }),
  }),
  evidence: z.strictObject({
    checklist: z.array(sentence).min(1),
    addressOnly: z.array(sentence).min(1),
  }),
  reasons: z.record(id, sentence),
  exampleNow: z.iso.datetime({ offset: true }),
});

const step = { do: action, obligation, clauses };
const steps = z.array(z.strictObject(step));
const bySeverity = <T extends z.ZodType>(of: T) =>
  z.strictObject({
    none: of.exactOptional(),
    low: of.exactOptional(),
    medium: of.exactOptional(),
    high: of.exactOptional(),
    severe: of.exactOptional(),
  });

/** Schema of `ladder.json`. */
export const ladderSchema: z.ZodType<LadderFile> = z.strictObject({
  $schema,
  tracks: z.array(
    z.strictObject({
      id,
      about: sentence,
      breach: z.boolean(),
      verdict: z.strictObject({
        none: verdict,
        low: verdict,
        medium: verdict,
        high: verdict,
        severe: verdict,
      }),
      whenUnsure: verdict,
      reason: id,
      act: bySeverity(steps).exactOptional(),
      review: steps.exactOptional(),
      history: z
        .array(
          z.strictObject({
            ...step,
            upheldBreaches: z.number().int().min(1).exactOptional(),
            ignoredRequests: z.number().int().min(1).exactOptional(),
            fromSeverity: severity.exactOptional(),
            belowSeverity: severity.exactOptional(),
          }),
        )
        .exactOptional(),
      refer: z.array(referral).exactOptional(),
      signpost: z.array(id).exactOptional(),
      answers: z.boolean().exactOptional(),
      urgentFrom: severity.exactOptional(),
    }),
  ),
  precedence: z.array(
    z.strictObject({ category: id, over: z.array(id).min(1), where: z.enum(['same-words', 'comment']) }),
  ),
  circumstances: z.array(z.strictObject({ fact: z.string(), reason: id, clauses })),
  suppress: z.array(z.strictObject({ when: id, drop: z.array(id).min(1), clauses })),
  vetoes: z.array(
    z.strictObject({
      when: z.string().min(1),
      unless: z.array(z.string().min(1)).exactOptional(),
      never: z.array(z.enum([...ACTION_TYPES, 'signpost'])).min(1),
      verdict: verdict.exactOptional(),
      clauses,
    }),
  ),
  signOff: z.array(id),
  milder: z
    .array(
      z.strictObject({
        step: action,
        than: z.enum([...ACTION_TYPES, 'leave-up']),
        track: id.exactOptional(),
        why: sentence,
      }),
    )
    .exactOptional(),
  order: z.array(z.strictObject({ first: action, before: z.array(action).min(1) })),
});

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

/** Kinds of file in a pack, and the schema of each. */
export const FILE_KINDS = {
  category: { pattern: /^categories\/[^/]+\.json$/, schema: categorySchema },
  lexicon: { pattern: /^lexicons\/[^/]+\.json$/, schema: lexiconSchema },
  signals: { pattern: /^signals\.json$/, schema: signalsSchema },
  guards: { pattern: /^guards\.json$/, schema: guardsSchema },
  policy: { pattern: /^policy\.json$/, schema: policySchema },
  ladder: { pattern: /^ladder\.json$/, schema: ladderSchema },
  notices: { pattern: /^notices\.json$/, schema: noticesSchema },
  posts: { pattern: /^posts\.json$/, schema: postsSchema },
} as const;

/** Kind of a file in a pack. */
export type FileKind = keyof typeof FILE_KINDS;

/** The kind that a path's place in the pack gives it. */
export function fileKind(path: string): FileKind | undefined {
  return (Object.keys(FILE_KINDS) as FileKind[]).find((kind) => FILE_KINDS[kind].pattern.test(path));
}

/** Every problem in the shape of one file of a pack. */
export function checkFile(path: string, content: unknown): Problem[] {
  const kind = fileKind(path);
  if (kind === undefined) {
    return [
      {
        code: 'unknown-file',
        file: path,
        path: '',
        message:
          'Found a file that no part of the pack reads. Move it to categories/ or lexicons/, or remove it.',
      },
    ];
  }
  const shape = checkShape(content, path);
  if (shape.length > 0) return shape;
  const result = FILE_KINDS[kind].schema.safeParse(content);
  return result.success ? [] : problemsOf(result.error, path);
}

/** JSON Schema (draft 7) of a kind of file, for editors. */
export function jsonSchema(kind: FileKind): unknown {
  return z.toJSONSchema(FILE_KINDS[kind].schema, { io: 'input', target: 'draft-7' });
}
