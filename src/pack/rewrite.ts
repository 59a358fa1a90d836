import type { CategoryFile, Rule } from '../model/pack.ts';
import { fileKind } from '../model/packSchema.ts';

/** Files of a pack by path. A rewrite gives new files and leaves the old ones as they are. */
export type Files = Readonly<Record<string, unknown>>;

/** The files with one of them rewritten; the same files if there is none of that name. */
export function mapFile<T>(files: Files, path: string, rewrite: (content: T) => T): Files {
  return Object.hasOwn(files, path) ? { ...files, [path]: rewrite(files[path] as T) } : files;
}

/** The categories of a pack, by path. */
export function categoriesOf(files: Files): { readonly path: string; readonly content: CategoryFile }[] {
  return Object.keys(files)
    .filter((path) => fileKind(path) === 'category')
    .map((path) => ({ path, content: files[path] as CategoryFile }));
}

/** The files with some rules rewritten. Categories in which nothing changes stay the same objects. */
export function mapRules(
  files: Files,
  concerns: (rule: Rule, category: CategoryFile) => boolean,
  rewrite: (rule: Rule) => Rule,
): Files {
  const changed = categoriesOf(files)
    .filter(({ content }) => content.rules.some((rule) => concerns(rule, content)))
    .map(({ path, content }) => [
      path,
      { ...content, rules: content.rules.map((rule) => (concerns(rule, content) ? rewrite(rule) : rule)) },
    ]);
  return { ...files, ...Object.fromEntries(changed) };
}

/** Rows by id: a known id is replaced in place by what `merge` makes of both, others follow in their order. */
export function mergeById<T extends { readonly id: string }, U extends { readonly id: string }>(
  base: readonly T[],
  rows: readonly U[],
  merge: (old: T | undefined, row: U) => T,
): T[] {
  const given = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(base.map(({ id }) => id));
  const kept = base.map((old) => {
    const row = given.get(old.id);
    return row === undefined ? old : merge(old, row);
  });
  return [...kept, ...rows.filter(({ id }) => !known.has(id)).map((row) => merge(undefined, row))];
}
