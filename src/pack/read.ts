import type { RulePack } from '../model/pack.ts';
import { type FileKind, fileKind } from '../model/packSchema.ts';
import type { Problem } from '../model/problem.ts';
import { checkBounds } from './bounds.ts';
import { type PackFiles, sortFiles } from './files.ts';
import { type MendedFile, mendFile } from './mend.ts';

/** What stands in for a required file that is missing or can't be read. */
const EMPTY: Readonly<Record<string, unknown>> = {
  'policy.json': {
    clauses: [],
    contacts: [],
    reasons: {},
    thresholds: { upheldBreachDays: 0 },
    retention: { strike: { days: 0 }, referred: { to: [] } },
  },
  'ladder.json': {
    tracks: [],
    precedence: [],
    circumstances: [],
    suppress: [],
    vetoes: [],
    signOff: [],
    order: [],
  },
  'guards.json': { guards: [] },
  'signals.json': { signals: [] },
  'notices.json': { notices: [] },
  'posts.json': { topics: [], duringEvent: { clauses: [] }, events: [], vital: [], kinds: [], density: [] },
};

/** Names that a file of a kind gives to others: unknown if the file can't be read. */
const GIVES: Readonly<Record<FileKind, readonly string[]>> = {
  policy: ['clause', 'contact', 'reason'],
  ladder: ['track'],
  guards: ['guard'],
  signals: ['signal'],
  category: ['signal', 'track', 'rule', 'category'],
  lexicon: ['class'],
  notices: ['notice'],
  posts: [],
  services: [],
  settings: [],
  overlay: [],
};

/** A pack's files, as far as they can be read, and every problem in their shape. */
export interface ReadFiles {
  readonly files: PackFiles;
  readonly problems: readonly Problem[];
  /** A problem found in `files`, at its place in the pack; undefined if it only follows from what couldn't be read. */
  restore(problem: Problem): Problem | undefined;
}

/** Reads files that nobody vouches for. */
export function readFiles(pack: RulePack): ReadFiles {
  const missing = Object.keys(EMPTY).filter((path) => !Object.hasOwn(pack.files, path));
  const bounds = checkBounds(pack);
  const tooBig = new Set(bounds.map(({ file }) => file));
  const mended = new Map(
    Object.keys(pack.files)
      .sort()
      .map((path) => [path, tooBig.has(path) ? unread() : mendFile(path, pack.files[path])] as const),
  );
  const usable = [...mended].flatMap(([path, { content }]) =>
    content === undefined ? [] : [[path, content]],
  );
  const unreadable = [
    ...missing,
    ...[...mended].flatMap(([path, { content }]) => (content === undefined ? [path] : [])),
  ];
  return {
    files: sortFiles({ files: { ...EMPTY, ...Object.fromEntries(usable) } }),
    problems: [
      ...missing.map(missingFile),
      ...bounds,
      ...[...mended.values()].flatMap(({ problems }) => problems),
    ],
    restore: restorer(mended, unreadable),
  };
}

/** A file over its bounds isn't read at all: reading it is what the bounds are there to spare. */
function unread(): MendedFile {
  return { content: undefined, problems: [], dropped: [], restore: () => undefined };
}

function missingFile(file: string): Problem {
  return {
    code: 'missing-file',
    file,
    path: '',
    message: 'Found no such file. Every pack needs it. Add it.',
  };
}

function restorer(
  mended: ReadonlyMap<string, MendedFile>,
  unreadable: readonly string[],
): (problem: Problem) => Problem | undefined {
  const excused = new Set(
    unreadable.flatMap((path) => GIVES[fileKind(path) ?? 'posts'].map((name) => `unknown-${name}`)),
  );
  const dropped = [...mended.values()].flatMap((file) => file.dropped);
  const names = dropped.length === 0 ? undefined : textsIn(dropped);
  return (problem) => {
    if (excused.has(problem.code)) return undefined;
    if (
      problem.code.startsWith('unknown-') &&
      names !== undefined &&
      quoted(problem.message).some((name) => names.has(name))
    )
      return undefined;
    const file = mended.get(problem.file);
    return file === undefined ? undefined : file.restore(problem);
  };
}

/** The name that a message begins with: a name that was dropped with its fault is not unknown. */
function quoted(message: string): readonly string[] {
  const name = /"@?([^"]*)"/.exec(message)?.[1];
  return name === undefined ? [] : [name];
}

function textsIn(values: readonly unknown[]): ReadonlySet<string> {
  const texts = new Set<string>();
  const open: unknown[] = [...values];
  const seen = new Set<unknown>();
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') texts.add(value);
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      texts.add(key);
      if (inner !== undefined) open.push(inner);
    }
  }
  return texts;
}
