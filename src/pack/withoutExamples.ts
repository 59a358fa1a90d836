import { type FileKind, fileKind } from '../model/packSchema.ts';

/** The key under which a kind of file lists what may have examples. */
const LISTS: Readonly<Partial<Record<FileKind, string>>> = {
  category: 'rules',
  signals: 'signals',
  lexicon: 'groups',
};

/** A file of a pack without its examples: they test the rules, and change no decision. Files of any other shape stay. */
export function withoutExamples(path: string, content: unknown): unknown {
  const key = LISTS[fileKind(path) ?? 'policy'];
  if (key === undefined || !isObject(content)) return content;
  const list = content[key];
  if (!Array.isArray(list) || !list.some(hasExamples)) return content;
  return { ...content, [key]: list.map(without) };
}

function without(row: unknown): unknown {
  if (!hasExamples(row)) return row;
  const { examples: _, ...rest } = row;
  return rest;
}

function hasExamples(row: unknown): row is { readonly examples: unknown } {
  return isObject(row) && Object.hasOwn(row, 'examples');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
