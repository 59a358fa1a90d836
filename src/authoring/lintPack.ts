import { checkNow } from '../model/itemSchema.ts';
import type { RulePack } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { inspectPack, rulesetOf } from '../pack/compile.ts';
import { atOrigin } from '../pack/origin.ts';
import { checkBlanks } from './lint/blank.ts';
import { levelOf } from './lint/code.ts';
import { checkConditions } from './lint/condition.ts';
import { checkContacts, checkWindows } from './lint/date.ts';
import { checkExamples } from './lint/example.ts';
import { checkInnocents } from './lint/innocent.ts';
import { checkActs } from './lint/ladder.ts';
import { checkPatterns } from './lint/pattern.ts';
import type { Check, LintContext, LintProblem } from './lint/problem.ts';
import { type LintScope, scopeOf } from './lint/scope.ts';
import { checkSplits } from './lint/split.ts';
import { checkTerms } from './lint/term.ts';
import { checkUsage } from './lint/usage.ts';
import { checkFalsePositives, checkNotices } from './lint/wording.ts';
import { untestedRules } from './untested.ts';

/** Options of `lintPack`. */
export interface LintOptions extends LintScope {
  /** The moment to judge for, ISO 8601 with offset. Without it nothing is said to be out of date. */
  readonly now?: string;
}

/** What is wrong with a pack. */
export interface LintReport {
  /** Sorted by file and place. */
  readonly problems: readonly LintProblem[];
  /** Warnings that were left out because of `categories` or `since`; absent if there are none. */
  readonly unlisted?: number;
}

/** Checks of one part, which can be trusted beside faults in others. */
const PART_CHECKS: readonly Check[] = [
  checkConditions,
  checkPatterns,
  checkSplits,
  checkTerms,
  checkFalsePositives,
  checkNotices,
  checkActs,
  checkContacts,
  checkWindows,
  ({ files }) => untestedRules(files),
];
/** Checks that need a pack without faults: they ask what the whole does. */
const WHOLE_CHECKS: readonly Check[] = [checkUsage, checkInnocents];

/**
 * Finds what is wrong with a pack, and what looks wrong: every problem that `compileRuleset` would refuse it for, at
 * once, and what only an author can judge. Pure; the shipped pack takes seconds. `rules/LINT.md` documents every code.
 * With `categories` or `since`, warnings are told of what an author works on, and errors of everything. `defaultPack()`
 * comes without the examples that it asks for: `readPack()` of `acceptable-use/node` has them.
 * @throws {ContentItemError} if `now` is no ISO 8601 time with offset.
 * @example lintPack(readPack()).problems.filter(({ level }) => level === 'error') //=> []
 */
export function lintPack(pack: RulePack, options: LintOptions = {}): LintReport {
  const now = options.now === undefined ? undefined : Date.parse(checkNow(options.now));
  const inspection = inspectPack(pack);
  const context: LintContext = { ...inspection, now };
  const sound = inspection.problems.length === 0;
  const blanks = checkBlanks(pack);
  const blank = new Set(atOrigin(pack, blanks).map(({ file, path }) => `${file} ${path}`));
  // What a blank breaks is mended by filling it.
  const faults = inspection.problems.filter(({ file, path }) => !blank.has(`${file} ${path}`));
  const found = [
    ...blanks,
    ...PART_CHECKS.flatMap((check) => check(context)).flatMap((problem) => inspection.restore(problem) ?? []),
    ...(sound ? WHOLE_CHECKS.flatMap((check) => check(context)) : []),
    ...(sound ? checkExamples(context, rulesetOf(pack, inspection)) : []),
  ].map(withLevel);
  const told = found.filter(scopeOf(pack, options));
  const unlisted = distinct(found).length - distinct(told).length;
  const problems = [...faults.map(withLevel), ...atOrigin(pack, told)] as readonly LintProblem[];
  return {
    problems: distinct(problems).toSorted(compareProblems),
    ...(unlisted === 0 ? {} : { unlisted }),
  };
}

function withLevel(problem: Problem): LintProblem {
  return { ...problem, level: levelOf(problem.code) };
}

function distinct<P extends Problem>(problems: readonly P[]): readonly P[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** By file, then by place, the numbers in paths as numbers. */
function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    compareText(sortable(a.path), sortable(b.path)) ||
    compareText(a.code, b.code)
  );
}

const sortable = (path: string) => path.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
