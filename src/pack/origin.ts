import type { OverlayFile } from '../model/overlay.ts';
import type { LadderFile, RulePack } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';

/** Files whose rows an overlay merges by id, by the key that holds the rows. */
export const MERGED = ['notices', 'signals', 'guards', 'services'] as const;
type Merged = (typeof MERGED)[number];

/** Rows of a file in their order, with the place in the overlay's own file of those that it brought. */
type Origins = Readonly<Partial<Record<Merged, ReadonlyMap<number, number>>>>;

const origins = new WeakMap<RulePack, Origins>();
/** Likewise the tracks that an overlay brought, by their row of the ladder. */
const trackOrigins = new WeakMap<RulePack, ReadonlyMap<number, number>>();

/** Keeps where the rows of an extended pack stand in the files of its overlay. */
export function keepOrigins(pack: RulePack, files: RulePack['files']): void {
  const tracks = (pack.files['ladder.json'] as LadderFile).tracks.map(({ id }) => id);
  const own = ((files['overlay.json'] as OverlayFile).newTracks ?? []).map(({ id }) => id);
  trackOrigins.set(pack, new Map(own.map((id, i) => [tracks.indexOf(id), i])));
  origins.set(
    pack,
    Object.fromEntries(
      MERGED.map((part) => {
        const own = rowsOf(files, part);
        const merged = rowsOf(pack.files, part);
        const pairs = own.map(({ id }, i) => [merged.findIndex((row) => row.id === id), i] as const);
        return [part, new Map(pairs)];
      }),
    ),
  );
}

function rowsOf(files: RulePack['files'], part: Merged): readonly { readonly id: string }[] {
  return (files[`${part}.json`] as Rows | undefined)?.[part] ?? [];
}

type Rows = Readonly<Partial<Record<Merged, readonly { readonly id: string }[]>>>;

/** Problems with the paths that the author of the last overlay sees: rows count from the start of the overlay's file. */
export function atOrigin<P extends Problem>(pack: RulePack, problems: readonly P[]): readonly P[] {
  const known = origins.get(pack);
  if (known === undefined) return problems;
  const tracks = trackOrigins.get(pack);
  return problems.map((problem) => {
    const [, track, of = ''] = /^tracks\[(\d+)\](.*)$/.exec(problem.path) ?? [];
    const brought =
      problem.file === 'ladder.json' && track !== undefined ? tracks?.get(Number(track)) : undefined;
    if (brought !== undefined)
      return { ...problem, file: 'overlay.json', path: `newTracks[${brought}]${of}` };
    const [, part, row, rest = ''] =
      /^(notices|signals|guards|services)\[(\d+)\](.*)$/.exec(problem.path) ?? [];
    const place = part === undefined ? undefined : known[part as Merged]?.get(Number(row));
    return place === undefined ? problem : { ...problem, path: `${part}[${place}]${rest}` };
  });
}
