import type { RulePack } from '../../model/pack.ts';
import { fileKind } from '../../model/packSchema.ts';
import { defaultPack } from '../../pack/shipped.ts';
import type { LintProblem } from './problem.ts';

/** What an author works on. Errors are told wherever they stand: with one of them no rule of the pack can be used. */
export interface LintScope {
  /**
   * Ids of categories. Warnings are then told of their files, and of what shared files (lexicons, guards, signals, notices, …)
   * hold beyond `since`.
   */
  readonly categories?: readonly string[];
  /**
   * Warnings about rules, groups, guards and other rows that stand letter by letter in this pack too are left out. Default
   * for shared files, if categories are named: the shipped pack.
   */
  readonly since?: RulePack;
}

/** Whether a problem concerns what an author works on. */
export function scopeOf(pack: RulePack, { categories, since }: LintScope): (problem: LintProblem) => boolean {
  const named = categories?.map((id) => `categories/${id}.json`);
  const older = since ?? (named === undefined ? undefined : defaultPack());
  const known = new Map<string, ReadonlySet<string>>();
  const isNew = ({ file, path }: LintProblem) => {
    if (older === undefined) return true;
    const [list = '', row] = rowOf(path);
    const part = partAt(pack, file, list, row);
    const key = `${file} ${list}`;
    const before = known.get(key) ?? textsAt(older, file, list);
    known.set(key, before);
    return part === undefined || !before.has(part);
  };
  return (problem) => {
    if (problem.level === 'error') return true;
    if (named === undefined || fileKind(problem.file) !== 'category') return isNew(problem);
    return named.includes(problem.file) && (since === undefined || isNew(problem));
  };
}

/** The row of a file's list in which a place stands: `rules[3].patterns[0]` stands in row 3 of `rules`. */
function rowOf(path: string): readonly [list?: string, row?: number] {
  const [, list, row] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  return list === undefined ? [] : [list, Number(row)];
}

function listAt(pack: RulePack, file: string, list: string): readonly unknown[] {
  const content = pack.files[file];
  if (typeof content !== 'object' || content === null || !Object.hasOwn(content, list)) return [];
  const rows = (content as Readonly<Record<string, unknown>>)[list];
  return Array.isArray(rows) ? rows : [];
}

/** The text of a row; of a whole file, where a problem stands in no row. */
function partAt(pack: RulePack, file: string, list: string, row: number | undefined): string | undefined {
  const part = row === undefined ? pack.files[file] : listAt(pack, file, list)[row];
  return part === undefined ? undefined : textOf(part);
}

function textsAt(pack: RulePack, file: string, list: string): ReadonlySet<string> {
  const parts = list === '' ? [pack.files[file]] : listAt(pack, file, list);
  return new Set(parts.map(textOf));
}

/** The shipped pack comes without examples, so they count for nothing here. */
function textOf(part: unknown): string {
  return JSON.stringify(part, (key, value: unknown) => (key === 'examples' ? undefined : value)) ?? '';
}
