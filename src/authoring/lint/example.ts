import { allFacts, conclude, type FactMap } from '../../classify.ts';
import { candidates, type RuleIndex } from '../../engine/engine.ts';
import { holds } from '../../engine/trigger.ts';
import { factDefault } from '../../facts/registry.ts';
import { readItem } from '../../facts/texts.ts';
import type { Decision } from '../../model/decision.ts';
import { checkItem } from '../../model/itemSchema.ts';
import type { Example, Rule } from '../../model/pack.ts';
import { ContentItemError, type Problem } from '../../model/problem.ts';
import { partsOf, type Ruleset } from '../../pack/compile.ts';
import { itemOf } from '../example.ts';
import type { LintContext } from './problem.ts';

/** What became of an example. */
interface Judged {
  /** Ids of the rules that hold. */
  readonly held: ReadonlySet<string>;
  decide(): Decision;
}

interface Row {
  readonly rule: Rule;
  readonly category: string;
  readonly track: string;
  readonly file: string;
  readonly path: string;
}

/** Rules that another finds everything of, and patterns that hit what another rule calls clean. */
export function checkExamples(context: LintContext, ruleset: Ruleset): readonly Problem[] {
  const rows = rowsOf(context).filter(({ rule }) => runs(rule));
  const byId = new Map(rows.map((row) => [row.rule.id, row]));
  const judge = (example: Example) => judged(example, context, ruleset);
  return rows.flatMap((row) => [...overlaps(row, byId, judge), ...dirty(row, byId, judge)]);
}

/** Whether its findings count. */
export function runs({ status = 'live' }: Rule): boolean {
  return status === 'live' || status === 'deprecated';
}

function rowsOf({ files }: LintContext): readonly Row[] {
  return files.categories.flatMap(({ path: file, content }) =>
    content.rules.map((rule, i) => ({
      rule,
      category: content.id,
      track: rule.track ?? content.track,
      file,
      path: `rules[${i}]`,
    })),
  );
}

/** Undefined: the example itself can't be judged, which its test says. */
function judged(example: Example, { files }: LintContext, ruleset: Ruleset): Judged | undefined {
  try {
    const item = checkItem(itemOf(example, files.policy.exampleNow).item);
    const parts = partsOf(ruleset);
    const reading = readItem(item, parts.reader);
    const facts = allFacts(item, reading, parts);
    const held = holding(parts.index, facts);
    return { held, decide: () => conclude(item, ruleset, reading, facts, held) };
  } catch (error) {
    if (error instanceof ContentItemError) return undefined;
    throw error;
  }
}

/** The rules that hold, evaluated at once: json-rules-engine is asynchronous. */
function holding(index: RuleIndex, facts: FactMap): ReadonlySet<string> {
  const value = (fact: string) => facts.get(fact) ?? factDefault(fact);
  const held = candidates(index, facts).filter(({ condition }) => holds(condition, value));
  return new Set(held.map(({ id }) => id));
}

type Judge = (example: Example) => Judged | undefined;

/** Another rule of the same category, track, severity and sureness finds every example of this one. */
function overlaps(row: Row, byId: ReadonlyMap<string, Row>, judge: Judge): Problem[] {
  const helds = (row.rule.examples?.match ?? []).flatMap((example) => judge(example)?.held ?? []);
  const others = [...(helds[0] ?? [])].filter((id) => id !== row.rule.id && isAlike(byId.get(id), row));
  return others
    .filter((id) => helds.every((held) => held.has(id)))
    .map((id) => ({
      code: 'overlapping-rule',
      file: row.file,
      path: row.path,
      message: `Found a rule all of whose match examples "${id}" finds too, with the same severity. Add an example that only this rule finds, or join the two.`,
    }));
}

function isAlike(other: Row | undefined, { rule, category, track }: Row): boolean {
  return (
    other !== undefined &&
    other.category === category &&
    other.track === track &&
    other.rule.severity === rule.severity &&
    other.rule.sureness === rule.sureness
  );
}

/** A near-miss that must be allowed, and isn't, because of other rules. */
function dirty(row: Row, byId: ReadonlyMap<string, Row>, judge: Judge): Problem[] {
  return (row.rule.examples?.noMatch ?? []).flatMap((example, i) => {
    if (typeof example === 'string' || example.expect?.verdict !== 'allow') return [];
    const decision = judge(example)?.decide();
    if (decision === undefined || decision.verdict === 'allow') return [];
    return decision.findings.flatMap(({ ruleId }) => {
      const other = byId.get(ruleId);
      if (other === undefined || ruleId === row.rule.id) return [];
      const message = `Found a rule that acts on a clean example, ${row.path}.examples.noMatch[${i}] of ${row.file}. Narrow its patterns, or list a guard.`;
      return [{ code: 'hits-clean-example', file: other.file, path: other.path, message }];
    });
  });
}
