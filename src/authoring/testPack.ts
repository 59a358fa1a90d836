import { examine } from '../classify.ts';
import { nearest } from '../model/nearest.ts';
import type { RulePack, RuleStatus } from '../model/pack.ts';
import { ContentItemError, RulePackError } from '../model/problem.ts';
import { compileRuleset, partsOf, type Ruleset } from '../pack/compile.ts';
import { type PackFiles, sortFiles } from '../pack/files.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type ExampleCase, exampleCases } from './example.ts';
import { exercised } from './exercise.ts';
import { duplicates, failure, failuresOf, type TestFailure } from './failure.ts';
import { inventory } from './inventory.ts';
import { untestedRules } from './untested.ts';

/** Options of `testPack`. */
export interface TestOptions {
  /** Ids of the categories to test. Default: all. Coverage is then that of what belongs to them. */
  readonly categories?: readonly string[];
}

/** What came of testing a pack by its own examples. Plain data; the same pack gives the same report. */
export interface TestReport {
  /** Id and version of the pack. */
  readonly pack: { readonly id: string; readonly version: string };
  /** Examples that ran, by kind; `todo` rows are known failures. */
  readonly examples: { readonly match: number; readonly noMatch: number; readonly todo: number };
  /** Everything that is wrong, in the order of files, rules and examples. Empty: the pack passes. */
  readonly failures: readonly TestFailure[];
  readonly coverage: Coverage;
  /** Ids of the rules that are not simply live: drafts didn't run, and deprecated ones wait to be taken out. */
  readonly notLive: Readonly<Record<Exclude<RuleStatus, 'live'>, readonly string[]>>;
}

/**
 * Tests a pack by the examples in its rules, signals and lexicons: runs every one but those of drafts through `classify`, and
 * reckons what the examples exercise. Codes of failures: `not-found`, `found`, `promote`, `verdict`,
 * `spans`, `severity`, `target`, `actions`, `referrals`, `signposts`, `sign-off`, `after`, `withheld`,
 * `milder`, `categories`, `reasons`, `duplicate`, `contradiction`, `invalid-item`.
 * @throws {RulePackError} for a pack that doesn't compile, a category that it doesn't have, or rules without examples
 *   (`no-examples`), which nothing would test: `defaultPack()` has none, `readPack()` of `acceptable-use/node` has all.
 * @example (await testPack(readPack())).failures //=> []
 */
export async function testPack(pack: RulePack, options: TestOptions = {}): Promise<TestReport> {
  const ruleset = compileRuleset(pack);
  const files = sortFiles(pack);
  const { categories } = options;
  checkCategories(files, categories ?? []);
  const untested = untestedRules(files, categories);
  if (untested.length > 0) throw new RulePackError(untested);
  const cases = exampleCases(files, categories);
  const { failures, keys } = await runAll(cases, ruleset);
  const count = (...kinds: readonly string[]) => cases.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    pack: { id: ruleset.id, version: ruleset.version },
    examples: { match: count('match'), noMatch: count('noMatch'), todo: count('missed', 'overFlagged') },
    failures,
    coverage: coverageOf(inventory(files, categories), keys),
    notLive: notLive(files, categories),
  };
}

async function runAll(
  cases: readonly ExampleCase[],
  ruleset: Ruleset,
): Promise<{ failures: readonly TestFailure[]; keys: ReadonlySet<string> }> {
  const parts = partsOf(ruleset);
  const repeated = new Map(duplicates(cases).map((found) => [`${found.file} ${found.path}`, found]));
  const failures: TestFailure[] = [];
  const keys = new Set<string>();
  for (const example of cases) {
    const twin = repeated.get(`${example.file} ${example.path}`);
    if (twin !== undefined) failures.push(twin);
    try {
      const examination = await examine(example.item, ruleset);
      failures.push(...failuresOf(example, examination, parts));
      for (const key of exercised(example, examination, parts)) keys.add(key);
    } catch (error) {
      failures.push(...invalid(example, error));
    }
  }
  return { failures, keys };
}

/** The schema has checked each field of an example; what is left are limits of the item as a whole. */
function invalid(example: ExampleCase, error: unknown): TestFailure[] {
  if (!(error instanceof ContentItemError)) throw error;
  return error.problems.map(({ path, message }) =>
    failure(example, 'invalid-item', `${path === '' ? '' : `${path}: `}${message}`),
  );
}

function checkCategories({ categories }: PackFiles, wanted: readonly string[]): void {
  const known = categories.map(({ content }) => content.id);
  const unknown = wanted.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  throw new RulePackError(
    unknown.map((id) => {
      const near = nearest(id, known);
      const advice = near === undefined ? `The pack has: ${known.join(', ')}.` : `Did you mean "${near}"?`;
      return {
        code: 'unknown-category',
        file: `categories/${id}.json`,
        path: '',
        message: `Found no category "${id}". ${advice}`,
        ...(near === undefined ? {} : { suggestion: near }),
      };
    }),
  );
}

function notLive({ categories }: PackFiles, wanted?: readonly string[]): TestReport['notLive'] {
  const rules = categories
    .filter(({ content }) => wanted?.includes(content.id) ?? true)
    .flatMap(({ content }) => content.rules);
  const ids = (status: RuleStatus) => rules.filter((rule) => rule.status === status).map(({ id }) => id);
  return { draft: ids('draft'), shadow: ids('shadow'), deprecated: ids('deprecated') };
}
