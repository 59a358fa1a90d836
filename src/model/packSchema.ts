import * as z from 'zod';
import { categorySchema } from './categorySchema.ts';
import { conditionFaults } from './conditionShape.ts';
import { ladderSchema } from './ladderSchema.ts';
import { lexiconSchema } from './lexiconSchema.ts';
import { noticesSchema } from './noticesSchema.ts';
import { overlaySchema } from './overlaySchema.ts';
import { packProblemsOf } from './packIssue.ts';
import { policySchema } from './policySchema.ts';
import { postsSchema } from './postsSchema.ts';
import type { Problem } from './problem.ts';
import { guardsSchema, signalsSchema } from './readingSchema.ts';
import { servicesSchema } from './servicesSchema.ts';
import { settingsSchema } from './settingsSchema.ts';
import { checkShape } from './walk.ts';

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
  services: { pattern: /^services\.json$/, schema: servicesSchema },
  settings: { pattern: /^settings\.json$/, schema: settingsSchema },
  overlay: { pattern: /^overlay\.json$/, schema: overlaySchema },
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
  const { schema } = FILE_KINDS[kind];
  const result = schema.safeParse(content);
  const problems = result.success ? [] : packProblemsOf(result.error, path, schema, content);
  return kind === 'category' ? withConditions(problems, path, content) : problems;
}

/** Conditions are checked by hand, since the schema of a union can't say which of its members was meant. */
function withConditions(problems: readonly Problem[], file: string, content: unknown): Problem[] {
  const rules = (content as { rules?: unknown } | null)?.rules;
  if (!Array.isArray(rules)) return [...problems];
  const found = rules.flatMap((rule: unknown, i) =>
    typeof rule === 'object' && rule !== null && 'when' in rule
      ? conditionFaults(rule.when, file, `rules[${i}].when`)
      : [],
  );
  const rest = problems.filter(({ path }) => !/^rules\[\d+\]\.when(\.|$)/.test(path));
  return [...rest, ...found];
}

/** JSON Schema (draft 7) of a kind of file, for editors. */
export function jsonSchema(kind: FileKind): unknown {
  return z.toJSONSchema(FILE_KINDS[kind].schema, { io: 'input', target: 'draft-7' });
}
