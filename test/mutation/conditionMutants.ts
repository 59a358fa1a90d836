import type { CompiledRule } from '../../src/engine/finding.ts';
import type { CategoryFile, Rule } from '../../src/model/pack.ts';
import { compileRule, localSignals, partsOf, withParts } from '../../src/pack/compile.ts';
import { type Bench, failsWithHeld, type Row } from './bench.ts';
import { holds, type Trimmed, trimmings } from './condition.ts';
import { without, withValue } from './edit.ts';
import { type Mutant, placedRules } from './mutants.ts';

/** Each leaf of each `when`, taken out. A rule of which nothing is left is no mutant. */
export function conditionMutants(bench: Bench): Mutant[] {
  return placedRules(bench.files).flatMap(({ rule, category, file, path }) =>
    (rule.when === undefined ? [] : trimmings(rule.when)).flatMap((trimmed): Mutant[] =>
      trimmed.rest === undefined && rule.patterns === undefined
        ? []
        : [
            {
              kind: 'condition',
              file,
              path: `${path}.when${trimmed.path}`,
              what: `${rule.id}: ${JSON.stringify(trimmed.leaf)}`,
              isKilled: async () => isNoticed(bench, rule, category, trimmed),
              pack: () =>
                trimmed.rest === undefined
                  ? without(bench.pack, file, `${path}.when`)
                  : withValue(bench.pack, file, `${path}.when`, trimmed.rest),
            },
          ],
    ),
  );
}

function isNoticed(bench: Bench, rule: Rule, category: CategoryFile, { rest }: Trimmed): boolean {
  const { when: _, ...others } = rule;
  const mutant = compileRule(
    rest === undefined ? others : { ...others, when: rest },
    category,
    localSignals(bench.files.signals),
  );
  // The compiler refuses a rule that holds when nothing is known.
  if (mutant.triggers === 'always') return true;
  const { byId } = partsOf(bench.ruleset);
  const changed = withParts(bench.ruleset, { byId: new Map([...byId, [rule.id, mutant]]) });
  return bench.rowsAbout(rule.id).some((row) => {
    const held = heldWith(mutant, row);
    return held !== undefined && failsWithHeld(row, held, changed);
  });
}

/** The rules that hold with the mutant in its rule's place; undefined where it makes no difference. */
function heldWith(mutant: CompiledRule, { examination }: Row): ReadonlySet<string> | undefined {
  const before = examination.held.has(mutant.id);
  const after = holds(mutant.condition, examination.facts);
  if (!before && !after) return undefined;
  if (before && after) return examination.held;
  const held = new Set(examination.held);
  if (after) held.add(mutant.id);
  else held.delete(mutant.id);
  return held;
}
