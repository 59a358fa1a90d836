import type { SignalMatch } from '../../src/evidence/evidence.ts';
import { type Bench, failsWithMatches, keyOf, type Row } from './bench.ts';
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

/** Each guard of each rule, taken out: the next guard that holds, if any, puts the match aside instead. */
export function guardMutants(bench: Bench): Mutant[] {
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
            match.signal === rule.id && match.guardedBy === guard ? [withoutGuard(match, guard)] : [match],
          ),
        ),
    })),
  );
}

function withoutGuard({ guardedBy: _, ...match }: SignalMatch, guard: string): SignalMatch {
  const next = match.guards().find((id) => id !== guard);
  return next === undefined ? match : { ...match, guardedBy: next };
}

function withMatches(
  row: Row,
  { ruleset }: Bench,
  change: (match: SignalMatch) => readonly SignalMatch[],
): Promise<boolean> {
  return failsWithMatches(row, row.examination.reading.matches.flatMap(change), ruleset);
}
