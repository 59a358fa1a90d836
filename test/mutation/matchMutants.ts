import type { SignalMatch } from '../../src/evidence/evidence.ts';
import { compileRuleset } from '../../src/pack/compile.ts';
import { type Bench, failsAnew, failsWithMatches, keyOf, type Row } from './bench.ts';
import { without } from './edit.ts';
import { type Mutant, placedRules, some } from './mutants.ts';

/** Each pattern of each rule and signal, taken out. */
export function patternMutants(bench: Bench): Mutant[] {
  const own = placedRules(bench.files).flatMap(({ rule, file, path }) =>
    (rule.patterns ?? []).map((source, i) => ({ id: rule.id, source, file, path: `${path}.patterns[${i}]` })),
  );
  const shared = bench.files.signals.signals.flatMap(({ id, patterns }, i) =>
    patterns.map((source, j) => ({ id, source, file: 'signals.json', path: `signals[${i}].patterns[${j}]` })),
  );
  return [...own, ...shared].map(({ id, source, file, path }) => ({
    kind: 'pattern',
    file,
    path,
    what: `${id}: ${source}`,
    pack: () => without(bench.pack, file, path),
    isKilled: () =>
      some(bench.byPattern.get(keyOf(id, source)) ?? [], (row) =>
        withMatches(row, bench, (match) => (match.signal === id && match.pattern === source ? [] : [match])),
      ),
  }));
}

/** Each guard of each rule, and each that a guard stands for, taken out. */
export function guardMutants(bench: Bench): Mutant[] {
  return [...listedMutants(bench), ...memberMutants(bench)];
}

/** Each guard that another stands for, taken out of it: matters to every rule that lists that one. */
function memberMutants(bench: Bench): Mutant[] {
  return bench.files.guards.guards.flatMap((guard, i) =>
    (guard.kind === 'any' ? guard.guards : []).map((member, j) => {
      const path = `guards[${i}].guards[${j}]`;
      const pack = () => without(bench.pack, 'guards.json', path);
      return {
        kind: 'guard' as const,
        file: 'guards.json',
        path,
        what: `${guard.id}: ${member}`,
        pack,
        isKilled: () => {
          const ruleset = compileRuleset(pack());
          const concerned = bench.rows.filter(({ examination }) =>
            examination.reading.matches.some((match) => match.guards().includes(guard.id)),
          );
          return some(concerned, (row) => failsAnew(row, ruleset));
        },
      };
    }),
  );
}

/** A match stays aside where another guard of the rule holds. */
function listedMutants(bench: Bench): Mutant[] {
  return placedRules(bench.files).flatMap(({ rule, file, path }) =>
    (rule.guards ?? []).map((guard, i) => ({
      kind: 'guard',
      file,
      path: `${path}.guards[${i}]`,
      what: `${rule.id}: ${guard}`,
      pack: () => without(bench.pack, file, `${path}.guards[${i}]`),
      isKilled: () =>
        some(bench.byGuard.get(keyOf(rule.id, guard)) ?? [], (row) =>
          withMatches(row, bench, (match) =>
            match.signal === rule.id && match.guardedBy !== undefined
              ? [withoutGuard(match, guard)]
              : [match],
          ),
        ),
    })),
  );
}

function withoutGuard({ guardedBy: _, ...match }: SignalMatch, guard: string): SignalMatch {
  return match.guards().some((id) => id !== guard) ? match : { ...match };
}

function withMatches(
  row: Row,
  { ruleset }: Bench,
  change: (match: SignalMatch) => readonly SignalMatch[],
): Promise<boolean> {
  return failsWithMatches(row, row.examination.reading.matches.flatMap(change), ruleset);
}
