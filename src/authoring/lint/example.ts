import { type FactMap, judgeAtOnce } from '../../classify.ts';
import { candidates, type RuleIndex } from '../../engine/engine.ts';
import { holds } from '../../engine/trigger.ts';
import { factDefault } from '../../facts/registry.ts';
import type { Decision } from '../../model/decision.ts';
import type { ContentItem } from '../../model/item.ts';
import type { Example, Rule } from '../../model/pack.ts';
import { ContentItemError, type Problem } from '../../model/problem.ts';
import type { Ruleset } from '../../pack/compile.ts';
import type { LintContext } from './problem.ts';

/** What became of an example. */
interface Judged {
  readonly decision: Decision;
  /** Ids of the rules that hold. */
  readonly held: ReadonlySet<string>;
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
  const rows = rowsOf(context).filter(({ rule }) => rule.status === undefined || rule.status === 'live');
  const byId = new Map(rows.map((row) => [row.rule.id, row]));
  const judge = (example: Example) => judged(example, context, ruleset);
  return rows.flatMap((row) => [...overlaps(row, byId, judge), ...dirty(row, byId, judge)]);
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
  let held: ReadonlySet<string> = new Set();
  const run = (index: RuleIndex, facts: FactMap) => {
    const value = (fact: string) => facts.get(fact) ?? factDefault(fact);
    held = new Set(
      candidates(index, facts)
        .filter(({ condition }) => holds(condition, value))
        .map(({ id }) => id),
    );
    return held;
  };
  try {
    const decision = judgeAtOnce(itemOf(example, files.policy.exampleNow), ruleset, run);
    return { decision, held };
  } catch (error) {
    if (error instanceof ContentItemError) return undefined;
    throw error;
  }
}

function itemOf(example: Example, now: string): ContentItem {
  if (typeof example === 'string') return { text: example, now };
  const { expect: _, because: __, ...item } = example;
  return { now, ...item };
}

type Judge = (example: Example) => Judged | undefined;

/** Another rule of the same category, track, severity and sureness finds every example of this one. */
function overlaps(row: Row, byId: ReadonlyMap<string, Row>, judge: Judge): Problem[] {
  const helds = row.rule.examples.match.flatMap((example) => judge(example)?.held ?? []);
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
  return row.rule.examples.noMatch.flatMap((example, i) => {
    if (typeof example === 'string' || example.expect?.verdict !== 'allow') return [];
    const decision = judge(example)?.decision;
    if (decision === undefined || decision.verdict === 'allow') return [];
    return decision.findings.flatMap(({ ruleId }) => {
      const other = byId.get(ruleId);
      if (other === undefined || ruleId === row.rule.id) return [];
      const message = `Found a rule that acts on a clean example, ${row.path}.examples.noMatch[${i}] of ${row.file}. Narrow its patterns, or list a guard.`;
      return [{ code: 'hits-clean-example', file: other.file, path: other.path, message }];
    });
  });
}
