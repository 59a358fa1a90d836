import type { LadderFile, Rule } from '../model/pack.ts';
import type { PackFiles } from '../pack/files.ts';

/** What examples can exercise. */
export const COVERED_PARTS = ['rules', 'patterns', 'guards', 'ladder', 'notices'] as const;
/** What examples can exercise. */
export type CoveredPart = (typeof COVERED_PARTS)[number];

/** Something in a pack that examples should exercise. */
export interface Place {
  readonly part: CoveredPart;
  /** By which an example notes that it did; see `keyOf`. */
  readonly key: string;
  /** File of the pack, path in it, and what stands there. */
  readonly file: string;
  readonly path: string;
  readonly name: string;
}

/** The key of a place: the part and the names by which the pipeline knows it. */
export function keyOf(part: CoveredPart, ...names: readonly string[]): string {
  return [part, ...names].join('\n');
}

/**
 * Everything in a pack that its examples should exercise. With categories: what belongs to them, the signals that they
 * name and the tracks that they lead to, and no notices.
 */
export function inventory(files: PackFiles, categories?: readonly string[]): Place[] {
  const chosen = files.categories.filter(({ content }) => categories?.includes(content.id) ?? true);
  const rules = chosen.flatMap(({ path, content }) =>
    content.rules.flatMap((rule, i) =>
      rule.status === 'draft'
        ? []
        : [{ rule, file: path, path: `rules[${i}]`, track: rule.track ?? content.track }],
    ),
  );
  const whens = JSON.stringify(rules.map(({ rule }) => rule.when));
  const tracks = new Set(rules.map(({ track }) => track));
  return [
    ...rules.flatMap(({ rule, file, path }) => placesOfRule(rule, file, path)),
    ...sharedPatterns(files, (id) => categories === undefined || whens.includes(`"signal/${id}"`)),
    ...ladderPlaces(files.ladder, (id) => categories === undefined || tracks.has(id)),
    ...(categories === undefined ? noticePlaces(files) : []),
  ];
}

function placesOfRule(rule: Rule, file: string, at: string): Place[] {
  return [
    { part: 'rules', key: keyOf('rules', rule.id), file, path: at, name: rule.id },
    ...(rule.patterns ?? []).map((source, i) => ({
      part: 'patterns' as const,
      key: keyOf('patterns', rule.id, source),
      file,
      path: `${at}.patterns[${i}]`,
      name: source,
    })),
    ...(rule.guards ?? []).map((guard, i) => ({
      part: 'guards' as const,
      key: keyOf('guards', rule.id, guard),
      file,
      path: `${at}.guards[${i}]`,
      name: `${guard} of ${rule.id}`,
    })),
  ];
}

function sharedPatterns({ signals }: PackFiles, isWanted: (id: string) => boolean): Place[] {
  return signals.signals.flatMap((signal, i) =>
    isWanted(signal.id)
      ? signal.patterns.map((source, j) => ({
          part: 'patterns' as const,
          key: keyOf('patterns', signal.id, source),
          file: 'signals.json',
          path: `signals[${i}].patterns[${j}]`,
          name: source,
        }))
      : [],
  );
}

function ladderPlaces({ tracks }: LadderFile, isWanted: (id: string) => boolean): Place[] {
  return tracks.flatMap((track, i) => {
    if (!isWanted(track.id)) return [];
    const place = (path: string, name: string): Place => ({
      part: 'ladder',
      key: keyOf('ladder', track.id, path),
      file: 'ladder.json',
      path: `tracks[${i}].${path}`,
      name: `${name} of ${track.id}`,
    });
    return [
      ...Object.entries(track.act ?? {}).flatMap(([severity, steps]) =>
        steps.map((step, j) => place(`act.${severity}[${j}]`, step.do)),
      ),
      ...(track.review ?? []).map((step, j) => place(`review[${j}]`, step.do)),
      ...(track.history ?? []).map((step, j) => place(`history[${j}]`, step.do)),
      ...(track.refer ?? []).map(({ to }, j) => place(`refer[${j}]`, to)),
      ...(track.signpost ?? []).map((to, j) => place(`signpost[${j}]`, to)),
    ];
  });
}

function noticePlaces({ notices }: PackFiles): Place[] {
  return notices.notices.map(({ id }, i) => ({
    part: 'notices',
    key: keyOf('notices', id),
    file: 'notices.json',
    path: `notices[${i}]`,
    name: id,
  }));
}
