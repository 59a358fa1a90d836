import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { testPack } from '../../src/authoring/testPack.ts';
import { readPack } from '../../src/node.ts';
import { type Bench, setUp } from './bench.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { sample, scoreTable, tryAll } from './score.ts';

// MUTATE_SAMPLE: mutants tried of each kind; "all" tries every one. MUTATE_SEED picks others. MUTATE_REPORT: a file for
// the survivors, as JSON. MUTATE_VERIFY: mutants that are also tried the slow way, as packs of their own.
const { MUTATE_SAMPLE = '400', MUTATE_SEED = '1', MUTATE_REPORT, MUTATE_VERIFY = '1' } = process.env;

/** Share of mutants that the shipped examples must notice, in per cent. */
const THRESHOLD = 95;

describe('the shipped pack, one change at a time', () => {
  let bench: Bench;
  let mutants: readonly Mutant[];
  beforeAll(async () => {
    bench = await setUp(readPack());
    mutants = mutantsOf(bench);
  }, 600_000);

  it(`fails its own examples for ${THRESHOLD} % of changes`, { timeout: 3_600_000 }, async () => {
    const chosen =
      MUTATE_SAMPLE === 'all' ? mutants : sample(mutants, Number(MUTATE_SAMPLE), Number(MUTATE_SEED));
    const { scores, survivors, estimate } = await tryAll(chosen, mutants);
    console.log(`${scoreTable(scores)}\nof all changes, ${estimate.toFixed(1)} %`);
    if (MUTATE_REPORT !== undefined)
      writeFileSync(
        MUTATE_REPORT,
        JSON.stringify(
          survivors.map(({ kind, file, path, what }) => ({ kind, file, path, what })),
          null,
          2,
        ),
      );
    expect(estimate).toBeGreaterThanOrEqual(THRESHOLD);
  });

  it('is judged on the bench as testPack judges a mutated pack', { timeout: 3_600_000 }, async () => {
    const kinds = sample(mutants, 1, Number(MUTATE_SEED));
    const chosen = kinds
      .slice(Number(MUTATE_SEED) % kinds.length)
      .concat(kinds)
      .slice(0, Number(MUTATE_VERIFY));
    expect(chosen.length).toBeGreaterThan(0);
    for (const mutant of chosen)
      expect(await failsItsTests(mutant), `${mutant.file} at ${mutant.path}`).toBe(await mutant.isKilled());
  });
});

/** A pack that no longer compiles fails too. */
async function failsItsTests({ pack }: Mutant): Promise<boolean> {
  const { failures } = await testPack(pack()).catch(() => ({ failures: [undefined] }));
  return failures.length > 0;
}
