import type { LadderFile } from '../../src/model/pack.ts';
import { partsOf, withParts } from '../../src/pack/compile.ts';
import { type Bench, failsWithHeld } from './bench.ts';
import { without } from './edit.ts';
import type { Mutant } from './mutants.ts';

/** Each step, route and row of the ladder, taken out. */
export function ladderMutants(bench: Bench): Mutant[] {
  const lists = listsOf(bench.files.ladder);
  return lists.flatMap(({ path, list }) =>
    list.map((entry, i) => ({
      kind: 'ladder entry',
      file: 'ladder.json',
      path: `${path}[${i}]`,
      what: JSON.stringify(entry),
      isKilled: async () => isNoticed(bench, path, i),
      pack: () => without(bench.pack, 'ladder.json', `${path}[${i}]`),
    })),
  );
}

interface List {
  readonly path: string;
  readonly list: unknown[];
}

/** The lists of a ladder whose entries decide something; those of a copy may be changed. */
function listsOf(ladder: LadderFile): List[] {
  const rows = ['precedence', 'circumstances', 'suppress', 'vetoes', 'signOff', 'milder', 'order'] as const;
  return [
    ...ladder.tracks.flatMap((track, i) => [
      ...Object.entries(track.act ?? {}).map(([severity, list]) => ({
        path: `tracks[${i}].act.${severity}`,
        list,
      })),
      ...(['review', 'history', 'refer', 'signpost'] as const).map((name) => ({
        path: `tracks[${i}].${name}`,
        list: track[name] ?? [],
      })),
    ]),
    ...rows.map((name) => ({ path: name, list: ladder[name] ?? [] })),
  ] as unknown as List[];
}

function isNoticed({ ruleset, outcomeRows }: Bench, path: string, at: number): boolean {
  const { ladder } = partsOf(ruleset);
  const file = structuredClone(ladder.file);
  listsOf(file)
    .find((list) => list.path === path)
    ?.list.splice(at, 1);
  const changed = withParts(ruleset, {
    ladder: { ...ladder, file, tracks: new Map(file.tracks.map((track) => [track.id, track])) },
  });
  return outcomeRows.some((row) => failsWithHeld(row, row.examination.held, changed));
}
