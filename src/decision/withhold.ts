import type { ActionType, WithheldStep } from '../model/decision.ts';
import type { LadderFile } from '../model/pack.ts';

/** What takes steps away, and under which clauses. */
export type Withholder = Required<Pick<WithheldStep, 'by' | 'clauses'>>;
/** Steps that are never recommended, and what takes them away. */
export type Vetoes = ReadonlyMap<ActionType | 'signpost', Withholder>;

/** Tracks whose steps are dropped, and by what. */
export function suppressions(
  stands: (name: string) => boolean,
  file: LadderFile,
): ReadonlyMap<string, Withholder> {
  return new Map(
    file.suppress
      .filter(({ when }) => stands(when))
      .flatMap(({ when, drop, clauses }) => drop.map((track) => [track, { by: when, clauses }] as const)),
  );
}

/** Steps that are never recommended, and by what. */
export function vetoed(stands: (name: string) => boolean, file: LadderFile): Vetoes {
  const standing = file.vetoes.filter(({ when, unless }) => stands(when) && !(unless ?? []).some(stands));
  return new Map(
    standing.flatMap(({ when, never, clauses }) =>
      never.map((step) => [step, { by: when, clauses }] as const),
    ),
  );
}
