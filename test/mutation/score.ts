import { KINDS, type Kind, type Mutant } from './mutants.ts';

/** Mutants of one kind: how many an example failed on. */
export interface Score {
  readonly kind: Kind | 'all';
  readonly killed: number;
  readonly total: number;
}

/** Mutants that no example noticed, and the score of each kind and of all. */
export interface Outcome {
  readonly scores: readonly Score[];
  readonly survivors: readonly Mutant[];
}

/** Tries mutants one after the other. */
export async function tryAll(mutants: readonly Mutant[]): Promise<Outcome> {
  const survivors: Mutant[] = [];
  for (const mutant of mutants) if (!(await mutant.isKilled())) survivors.push(mutant);
  const of = (kind: Score['kind']): Score => {
    const isOwn = (mutant: Mutant) => kind === 'all' || mutant.kind === kind;
    const total = mutants.filter(isOwn).length;
    return { kind, total, killed: total - survivors.filter(isOwn).length };
  };
  return { scores: [...KINDS.map(of), of('all')], survivors };
}

/** A sample that is the same for the same seed: so many mutants of each kind. */
export function sample(mutants: readonly Mutant[], perKind: number, seed: number): Mutant[] {
  const random = mulberry32(seed);
  return KINDS.flatMap((kind) =>
    mutants
      .filter((mutant) => mutant.kind === kind)
      .map((mutant) => ({ mutant, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, perKind)
      .map(({ mutant }) => mutant),
  );
}

/** A small generator of numbers from 0 to 1 that a seed settles. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The scores as a table, in whole per cent rounded down. */
export function scoreTable(scores: readonly Score[]): string {
  return scores
    .map(
      ({ kind, killed, total }) =>
        `${kind.padEnd(14)}${String(total === 0 ? 100 : Math.floor((killed * 100) / total)).padStart(4)} %  ${killed} of ${total}`,
    )
    .join('\n');
}
