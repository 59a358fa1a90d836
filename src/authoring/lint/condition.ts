import { type FactValue, factsRead, holds } from '../../engine/trigger.ts';
import { factDefault } from '../../facts/registry.ts';
import { AUTHOR_ROLES, POST_KINDS } from '../../model/item.ts';
import { nearest } from '../../model/nearest.ts';
import type { Condition, Rule } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { conditionOf } from '../../pack/compile.ts';
import type { Check } from './problem.ts';

type Leaf = Extract<Condition, { fact: string }>;

/** Most combinations of values that a condition is tried on; beyond them nothing is said. */
const MOST_TRIALS = 4096;
/** Facts that take any number between whole ones. */
const FRACTIONAL = /^(postOverlap|score\/.*)$/;
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  authorRole: AUTHOR_ROLES,
  parentRole: [...AUTHOR_ROLES, 'none'],
  postKind: [...POST_KINDS, 'none'],
};

/** Conditions that always or never hold, and values that a fact never takes. */
export const checkConditions: Check = ({ files, problems }) =>
  files.categories.flatMap(({ path, content }) =>
    content.rules.flatMap((rule, i) =>
      rule.when === undefined || hasFault(problems, path, `rules[${i}].when`)
        ? []
        : ruleProblems(rule, rule.when, path, `rules[${i}].when`),
    ),
  );

/** A condition with a fault can't be trusted to say what its author meant. */
function hasFault(problems: readonly Problem[], file: string, path: string): boolean {
  return problems.some((problem) => problem.file === file && problem.path.startsWith(path));
}

function ruleProblems(rule: Rule, when: Condition, file: string, path: string): Problem[] {
  const values = valueProblems(when, file, path);
  const constants = constantProblems(when, file, path);
  if (values.length > 0 || constants.length > 0) return [...values, ...constants];
  // With its own patterns: `not` of its own signal can't hold beside them.
  return outcomesOf(conditionOf(rule)) === 'never' ? [neverTrue(file, path)] : [];
}

function valueProblems(condition: Condition, file: string, path: string): Problem[] {
  return leavesOf(condition, path).flatMap(({ leaf, path: at }) => {
    const known = CLOSED[leaf.fact];
    if (known === undefined) return [];
    return [leaf.value]
      .flat()
      .filter((value) => !known.includes(String(value)))
      .map((value) => unknownValue(leaf.fact, String(value), known, file, `${at}.value`));
  });
}

function unknownValue(
  fact: string,
  value: string,
  known: readonly string[],
  file: string,
  path: string,
): Problem {
  const near = nearest(value, known);
  const advice = near === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean "${near}"?`;
  return {
    code: 'unknown-value',
    file,
    path,
    message: `Found "${value}", which "${fact}" never is. ${advice}`,
    ...(near === undefined ? {} : { suggestion: near }),
  };
}

function leavesOf(condition: Condition, path: string): readonly { leaf: Leaf; path: string }[] {
  if ('fact' in condition) return [{ leaf: condition, path }];
  return childrenOf(condition, path).flatMap(({ child, path: at }) => leavesOf(child, at));
}

function childrenOf(condition: Condition, path: string): readonly { child: Condition; path: string }[] {
  if ('fact' in condition) return [];
  if ('not' in condition) return [{ child: condition.not, path: `${path}.not` }];
  const [form, children] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  return (children as readonly Condition[]).map((child, i) => ({ child, path: `${path}.${form}[${i}]` }));
}

/** The outermost parts that always or never hold. */
function constantProblems(condition: Condition, file: string, path: string): Problem[] {
  const outcomes = outcomesOf(condition);
  if (outcomes === 'never') return [neverTrue(file, path)];
  if (outcomes === 'always') {
    const message =
      'Found a condition that holds whatever the comment. Remove it, or compare with a value that can fail.';
    return [{ code: 'always-true', file, path, message }];
  }
  return childrenOf(condition, path).flatMap(({ child, path: at }) => constantProblems(child, file, at));
}

function neverTrue(file: string, path: string): Problem {
  const message =
    'Found a condition that can never hold: its parts contradict one another. Join them with "any", or change a value.';
  return { code: 'never-true', file, path, message };
}

/** Tries a condition on every combination of values that it can tell apart. */
function outcomesOf(condition: Condition): 'always' | 'never' | 'open' {
  const facts = [...new Set(factsRead(condition))];
  const leaves = leavesOf(condition, '').map(({ leaf }) => leaf);
  const samples = facts.map((fact) =>
    samplesOf(
      fact,
      leaves.filter((leaf) => leaf.fact === fact),
    ),
  );
  const trials = samples.reduce((product, values) => product * values.length, 1);
  if (trials > MOST_TRIALS) return 'open';
  let held = 0;
  for (let trial = 0; trial < trials; trial++) {
    let rest = trial;
    const values = new Map<string, FactValue | undefined>();
    facts.forEach((fact, i) => {
      const own = samples[i] ?? [];
      values.set(fact, own[rest % own.length]);
      rest = Math.floor(rest / own.length);
    });
    if (holds(condition, (fact) => values.get(fact))) held += 1;
  }
  return held === 0 ? 'never' : held === trials ? 'always' : 'open';
}

/** A value of a fact from each region that the leaves can tell apart. */
function samplesOf(fact: string, leaves: readonly Leaf[]): readonly FactValue[] {
  const usual = factDefault(fact);
  const mentioned = leaves.flatMap(({ value }) => [value].flat());
  if (typeof usual === 'boolean') return [true, false];
  if (typeof usual === 'number')
    return numbers(
      mentioned.filter((value) => typeof value === 'number'),
      fact,
    );
  const texts = [...new Set(mentioned.map(String))];
  if (Array.isArray(usual)) return [[], ['\0'], texts, ...texts.map((text) => [text])];
  return CLOSED[fact] ?? [...texts, '\0'];
}

function numbers(thresholds: readonly number[], fact: string): readonly number[] {
  const fractional = FRACTIONAL.test(fact);
  const inner = [...new Set(thresholds)].sort((a, b) => a - b);
  const edges = [0, ...inner, fractional ? 1 : (inner.at(-1) ?? 0) + 1];
  const between = edges.flatMap((edge, i) => {
    const next = edges[i + 1];
    return next === undefined ? [] : [fractional ? (edge + next) / 2 : Math.floor((edge + next) / 2)];
  });
  return [...new Set([...edges, ...between])].filter(
    (value) => value >= 0 && (!fractional || value <= 1) && (fractional || Number.isInteger(value)),
  );
}
