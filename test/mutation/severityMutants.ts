import { SEVERITIES, type Severity } from '../../src/model/level.ts';
import { partsOf, withParts } from '../../src/pack/compile.ts';
import { type Bench, failsWithHeld } from './bench.ts';
import { withValue } from './edit.ts';
import { type Mutant, placedRules } from './mutants.ts';

/** The severity of each rule, raised and lowered by one. */
export function severityMutants(bench: Bench): Mutant[] {
  return placedRules(bench.files).flatMap(({ rule, file, path }) =>
    neighbours(rule.severity).map((severity) => ({
      kind: 'severity',
      file,
      path: `${path}.severity`,
      what: `${rule.id}: ${rule.severity} becomes ${severity}`,
      isKilled: async () => isNoticed(bench, rule.id, severity),
      pack: () => withValue(bench.pack, file, `${path}.severity`, severity),
    })),
  );
}

/** One lower and one higher. "term" has none: it takes its severity from the lexicon. */
function neighbours(severity: Severity | 'term'): readonly Severity[] {
  if (severity === 'term') return [];
  const at = SEVERITIES.indexOf(severity);
  return [at - 1, at + 1].flatMap((i) => SEVERITIES[i] ?? []);
}

function isNoticed({ ruleset, rowsAbout }: Bench, id: string, severity: Severity): boolean {
  const { byId } = partsOf(ruleset);
  const rule = byId.get(id);
  if (rule === undefined) return false;
  const changed = withParts(ruleset, { byId: new Map([...byId, [id, { ...rule, severity }]]) });
  return rowsAbout(id)
    .filter(({ examination }) => examination.held.has(id))
    .some((row) => failsWithHeld(row, row.examination.held, changed));
}
