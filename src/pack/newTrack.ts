import type { NewTrack } from '../model/overlay.ts';
import type { LadderFile, NoticesFile } from '../model/pack.ts';
import { type Files, mapFile } from './rewrite.ts';

/**
 * The files with further tracks. Nothing is changed for the tracks that are there: a new one stands right after the one that
 * it is like, and wherever the ladder or a notice names that one, the new one is named too. So its steps are withheld beside
 * a disclosure of harm, and it withholds others' steps, like its model.
 */
export function addTracks(files: Files, tracks: readonly NewTrack[]): Files {
  return tracks.reduce(
    (so, track) =>
      mapFile<NoticesFile>(
        mapFile<LadderFile>(so, 'ladder.json', (ladder) => withTrack(ladder, track)),
        'notices.json',
        (file) => ({ ...file, notices: file.notices.map((notice) => besideUnless(notice, track)) }),
      ),
    files,
  );
}

function withTrack(ladder: LadderFile, { like, ...own }: NewTrack): LadderFile {
  const beside = besideModel(like, own.id);
  return {
    ...ladder,
    tracks: ladder.tracks.flatMap((track) => (track.id === like ? [track, { ...track, ...own }] : [track])),
    circumstances: ladder.circumstances.flatMap((row) =>
      row.track === like ? [row, { ...row, track: own.id }] : [row],
    ),
    suppress: ladder.suppress
      .map((row) => ({ ...row, drop: beside(row.drop) }))
      .flatMap((row) => (row.when === like ? [row, { ...row, when: own.id }] : [row])),
    vetoes: ladder.vetoes
      .map((row) => (row.unless === undefined ? row : { ...row, unless: beside(row.unless) }))
      .flatMap((row) => (row.when === like ? [row, { ...row, when: own.id }] : [row])),
    ...(ladder.milder === undefined
      ? {}
      : {
          milder: ladder.milder.flatMap((row) =>
            row.track === like ? [row, { ...row, track: own.id }] : [row],
          ),
        }),
  };
}

function besideUnless<T extends { readonly unlessTrack?: readonly string[] }>(
  notice: T,
  { like, id }: NewTrack,
): T {
  return notice.unlessTrack === undefined
    ? notice
    : { ...notice, unlessTrack: besideModel(like, id)(notice.unlessTrack) };
}

/** A list of names with the new one after its model. */
function besideModel(model: string, id: string): (names: readonly string[]) => readonly string[] {
  return (names) => names.flatMap((name) => (name === model ? [name, id] : [name]));
}
