import { KINDS, type Kind, type Mutant } from './mutants.ts';

/** Mutants of one kind: how many an example failed on. */
export interface Score {
  readonly kind: Kind;
  readonly killed: number;
  readonly total: number;
}

/** Mutants that no example noticed, and the score of each kind. */
export interface Outcome {
  readonly scores: readonly Score[];
  readonly survivors: readonly Mutant[];
  /** Share of all mutants that are noticed, in per cent, each kind weighed by how many of it there are. */
  readonly estimate: number;
}

/** Tries mutants one after the other; they may be a sample of all. */
export async function tryAll(mutants: readonly Mutant[], all = mutants): Promise<Outcome> {
  const survivors: Mutant[] = [];
  for (const mutant of mutants) if (!(await mutant.isKilled())) survivors.push(mutant);
  const of = (kind: Score['kind']): Score => {
    const isOwn = (mutant: Mutant) => mutant.kind === kind;
    const total = mutants.filter(isOwn).length;
    return { kind, total, killed: total - survivors.filter(isOwn).length };
  };
  const scores = KINDS.map(of);
  return { scores, survivors, estimate: weigh(scores, all) };
}

function weigh(scores: readonly Score[], all: readonly Mutant[]): number {
  const noticed = scores.map(({ kind, killed, total }) => {
    const size = all.filter((mutant) => mutant.kind === kind).length;
    return total === 0 ? 0 : (size * killed) / total;
  });
  return (noticed.reduce((sum, part) => sum + part, 0) * 100) / all.length;
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
