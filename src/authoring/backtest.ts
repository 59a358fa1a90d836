import { classify } from '../classify.ts';
import type { Decision, RulesetStamp, Verdict } from '../model/decision.ts';
import type { ContentItem } from '../model/item.ts';
import { checkLabelled, type LabelledItem } from '../model/labelled.ts';
import { partsOf, type Ruleset } from '../pack/compile.ts';
import { type FiredTogether, Firings, type Hits } from './firing.ts';
import { type Proportion, proportion } from './proportion.ts';
import { Bounded, type InvalidRow, type InvalidRows, numbered, type Row, rowProblems } from './row.ts';
import { type VerdictMeasures, VerdictScore } from './verdictScore.ts';

/** Invalid rows that are listed. All are counted. */
const MOST_LISTED = 100;

/** How well a category does. */
export interface CategoryMeasures {
  readonly id: string;
  /** Whether the ruleset has the category; false for a label that it doesn't know. */
  readonly known: boolean;
  /** Of the rows with labelled categories in which it was found, those labelled with it. */
  readonly precision: Proportion;
  /** Of the rows labelled with it, those in which it was found. */
  readonly recall: Proportion;
  /** Of all judged rows, labelled or not, those in which it was found. */
  readonly hitRate: Proportion;
}

/** How well a rule does, by the labels of its category. */
export interface RuleMeasures extends Omit<CategoryMeasures, 'known'> {
  readonly category: string;
  /** A shadow rule: its hits are measured here and count for no category. */
  readonly shadow: boolean;
  /** Rows in which it fired and no other rule of its category did. */
  readonly alone: number;
}

/** How well a ruleset does on labelled comments. */
export interface BacktestReport {
  readonly ruleset: RulesetStamp;
  /** Rows read. */
  readonly rows: number;
  readonly judged: number;
  /** Judged rows whose label names a verdict, or categories; unlabelled rows have neither. */
  readonly labelled: { readonly verdict: number; readonly categories: number };
  readonly unlabelled: number;
  readonly verdicts: VerdictMeasures;
  /** Every category of the ruleset and of the labels, by id. */
  readonly categories: readonly CategoryMeasures[];
  /** Every rule that runs, by id. */
  readonly rules: readonly RuleMeasures[];
  /** Which fire in the same row, the most frequent pair first. A rule's `of` counts all rows in which it fired. */
  readonly overlap: {
    readonly categories: readonly FiredTogether[];
    readonly rules: readonly FiredTogether[];
  };
  readonly invalid: InvalidRows;
}

/**
 * Measures a ruleset on labelled comments: precision, recall and hit rate by category and rule, each with counts and its
 * 95 % interval, and what fires together. A row is a content item beside what a person expects of it, as in
 * `examples/comments.jsonl`. Rows without a label count for hit rates and overlap alone; rows that can't be judged are
 * counted and never stop the run.
 * @param rows read once, in order.
 * @example (await backtest(ruleset, rows)).categories.map(({ id, recall }) => `${id}: ${recall.count} of ${recall.of}`)
 */
export function backtest(
  ruleset: Ruleset,
  rows: Iterable<LabelledItem> | AsyncIterable<LabelledItem>,
): Promise<BacktestReport> {
  return backtestRows(ruleset, numbered(rows));
}

/** `backtest` for rows that know where they stand, and may have been unreadable. */
export async function backtestRows(ruleset: Ruleset, rows: AsyncIterable<Row>): Promise<BacktestReport> {
  const tally = new Tally(ruleset);
  for await (const row of rows) await tally.add(row);
  return tally.report();
}

class Tally {
  readonly #ruleset: Ruleset;
  readonly #categories = new Firings();
  readonly #rules = new Firings();
  /** Labels and hits by category, over rows with labelled categories; hits of rules by the label of their category. */
  readonly #labelled = new Map<string, number>();
  readonly #alone = new Map<string, number>();
  readonly #verdicts = new VerdictScore();
  readonly #invalid = new Bounded<InvalidRow>(MOST_LISTED);
  #rows = 0;
  #judged = 0;
  #unlabelled = 0;
  #withCategories = 0;

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset;
  }

  async add(row: Row): Promise<void> {
    this.#rows += 1;
    try {
      if ('problems' in row) this.#refuse(row, row.problems);
      else {
        const { item, expect = {} } = checkLabelled(row.content);
        // classify() checks the item.
        const decision = await classify(item as ContentItem, { ruleset: this.#ruleset });
        this.#count(decision, expect.verdict, expect.categories);
      }
    } catch (error) {
      this.#refuse(row, rowProblems(error));
    }
  }

  #refuse({ where }: Row, problems: InvalidRow['problems']): void {
    const row = this.#rows;
    this.#invalid.add(() => ({ row, where, problems }));
  }

  #count(decision: Decision, verdict: Verdict | undefined, labels: readonly string[] | undefined): void {
    this.#judged += 1;
    if (verdict === undefined && labels === undefined) this.#unlabelled += 1;
    if (verdict !== undefined) this.#verdicts.add(verdict, decision.verdict);
    const found = new Set(decision.findings.map(({ category }) => category));
    const { byId } = partsOf(this.#ruleset);
    const expected = labels === undefined ? undefined : new Set(labels);
    this.#categories.add(found, (id) => expected?.has(id));
    this.#rules.add(firing(decision), (id) => expected?.has(byId.get(id)?.category ?? ''));
    this.#countAlone(decision);
    if (expected === undefined) return;
    this.#withCategories += 1;
    for (const id of expected) this.#labelled.set(id, (this.#labelled.get(id) ?? 0) + 1);
  }

  #countAlone({ findings }: Decision): void {
    for (const { ruleId, category } of findings)
      if (!findings.some((other) => other.category === category && other.ruleId !== ruleId))
        this.#alone.set(ruleId, (this.#alone.get(ruleId) ?? 0) + 1);
  }

  report(): BacktestReport {
    const { id, version, revision } = this.#ruleset;
    return {
      ruleset: { id, version, revision },
      rows: this.#rows,
      judged: this.#judged,
      labelled: { verdict: this.#verdicts.count, categories: this.#withCategories },
      unlabelled: this.#unlabelled,
      verdicts: this.#verdicts.report(),
      categories: this.#categoryMeasures(),
      rules: this.#ruleMeasures(),
      overlap: { categories: this.#categories.together(), rules: this.#rules.together() },
      invalid: this.#invalid.report(),
    };
  }

  #categoryMeasures(): CategoryMeasures[] {
    const known = new Set(partsOf(this.#ruleset).rules.map(({ category }) => category));
    return [...new Set([...known, ...this.#labelled.keys()])]
      .sort()
      .map((id) => ({ id, known: known.has(id), ...this.#measures(this.#categories.hits(id), id) }));
  }

  #ruleMeasures(): RuleMeasures[] {
    return partsOf(this.#ruleset)
      .rules.map(({ id, category, shadow }) => ({
        id,
        category,
        shadow,
        ...this.#measures(this.#rules.hits(id), category),
        alone: this.#alone.get(id) ?? 0,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #measures(
    { rows, right, wrong }: Hits,
    category: string,
  ): Pick<CategoryMeasures, 'precision' | 'recall' | 'hitRate'> {
    return {
      precision: proportion(right, right + wrong),
      recall: proportion(right, this.#labelled.get(category) ?? 0),
      hitRate: proportion(rows, this.#judged),
    };
  }
}

/** Rules whose finding counts, and shadow rules, which are measured before they do. */
function firing({ findings, setAside }: Decision): ReadonlySet<string> {
  const shadows = setAside.filter(({ why }) => why === 'shadow').map(({ finding }) => finding);
  return new Set([...findings, ...shadows].map(({ ruleId }) => ruleId));
}
