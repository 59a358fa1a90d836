import type { Problem } from '../model/problem.ts';
import { checkPackFile } from './files.ts';

/** Rounds of removing what a schema refuses; each goes one level further up. */
const MOST_ROUNDS = 8;

/** Stand-ins for required keys, so that one fault doesn't hide the others of the same rule. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  title: '-',
  about: '-',
  severity: 'medium',
  sureness: 'medium',
  falsePositives: '-',
  clauses: [],
  match: ['-', '-'],
  noMatch: ['-', '-'],
  operator: 'equal',
  value: 0,
  source: '-',
  licence: '-',
  warning: '-',
  why: '-',
  paraphrase: '-',
};

/** A file without what its schema refuses, so that the rest of it can be checked at the same time. */
export interface MendedFile {
  /** Undefined: nothing of it can be used. */
  readonly content: unknown;
  /** Every problem in its shape, at its place in the file as it was. */
  readonly problems: readonly Problem[];
  /** What was taken out. */
  readonly dropped: readonly unknown[];
  /** A problem of the mended content at its place in the file as it was; undefined if the mending made it. */
  restore(problem: Problem): Problem | undefined;
}

/** Checks a file's shape and mends it. */
export function mendFile(file: string, original: unknown): MendedFile {
  const problems = checkPackFile(file, original);
  if (problems.length === 0)
    return { content: original, problems, dropped: [], restore: (problem) => problem };
  if (problems.some(({ path, code }) => path === '' && code !== 'too-deep'))
    return { content: undefined, problems, dropped: [original], restore: () => undefined };
  return mend(file, original, problems);
}

function mend(file: string, original: unknown, first: readonly Problem[]): MendedFile {
  const root = copyOf(original);
  const state: State = { root, places: new Map(), removed: new Set(), dropped: [] };
  const problems: Problem[] = [...first];
  let open: readonly Problem[] = first;
  for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
    // From the end, so that an index stays true while entries before it are still to be removed.
    for (const { path, code } of [...open].sort(fromTheEnd))
      remove(state, code === 'too-deep' ? topOf(path) : path);
    open = checkPackFile(file, state.root);
    problems.push(...open.flatMap((problem) => restore(state, problem) ?? []));
  }
  return {
    content: open.length > 0 || root === undefined ? undefined : root,
    problems,
    dropped: state.dropped,
    restore: (problem) => restore(state, problem),
  };
}

/** A copy, if it is plain data that isn't nested beyond all measure. */
function copyOf(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

interface State {
  readonly root: unknown;
  /** For each list from which entries were taken: where the rest stood. */
  readonly places: Map<unknown, number[]>;
  /** Paths, in the file as it was, of what was removed. */
  readonly removed: Set<string>;
  readonly dropped: unknown[];
}

const keysOf = (path: string) => path.match(/\[\d+\]|[^.[\]]+/g) ?? [];
const topOf = (path: string) => keysOf(path).slice(0, 3).join('.').replaceAll('.[', '[');

function fromTheEnd(a: Problem, b: Problem): number {
  const [left, right] = [keysOf(a.path), keysOf(b.path)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    return x.startsWith('[') && y.startsWith('[') ? indexOf(y) - indexOf(x) : y < x ? -1 : 1;
  }
  return 0;
}

const indexOf = (key: string) => Number(key.slice(1, -1));

/** Takes out what stands at a path, or else what should have held it. */
function remove(state: State, path: string): void {
  const keys = keysOf(path);
  const original = originalPath(state, path);
  for (; keys.length > 0; keys.pop()) {
    const parent = keys.slice(0, -1).reduce<unknown>(inside, state.root);
    const key = keys.at(-1) ?? '';
    const found = inside(parent, key);
    if (typeof parent !== 'object' || parent === null) continue;
    if (found === undefined && Object.hasOwn(STAND_INS, key) && !state.removed.has(`${original}*`)) {
      Object.assign(parent, { [key]: structuredClone(STAND_INS[key]) });
      state.removed.add(original).add(`${original}*`);
      return;
    }
    if (found === undefined) continue;
    state.dropped.push(found);
    state.removed.add(original);
    drop(state, parent, key);
    return;
  }
}

function inside(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value[indexOf(key)];
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function drop(state: State, parent: object, key: string): void {
  if (!Array.isArray(parent)) {
    Reflect.deleteProperty(parent, key);
    return;
  }
  const places = state.places.get(parent) ?? parent.map((_, i) => i);
  state.places.set(parent, places);
  parent.splice(indexOf(key), 1);
  places.splice(indexOf(key), 1);
}

function originalPath(state: State, path: string): string {
  let value = state.root;
  return keysOf(path).reduce((text, key) => {
    const at = key.startsWith('[') ? (state.places.get(value)?.[indexOf(key)] ?? indexOf(key)) : undefined;
    value = inside(value, key);
    if (at !== undefined) return `${text}[${at}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** Faults at or beside what was removed come of the mending, and are left out. */
function restore(state: State, problem: Problem): Problem | undefined {
  const path = originalPath(state, problem.path);
  const made = [...state.removed].some(
    (removed) =>
      removed === path ||
      removed.startsWith(`${path}.`) ||
      removed.startsWith(`${path}[`) ||
      (/^(operator|value)-type$/.test(problem.code) && parentOf(removed) === parentOf(path)),
  );
  return made ? undefined : { ...problem, path };
}

const parentOf = (path: string) => keysOf(path).slice(0, -1).join('.');
