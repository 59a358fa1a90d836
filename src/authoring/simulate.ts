import { examineReading, type RuleRunner, runCandidates } from '../classify.ts';
import { type EngineRule, indexRules } from '../engine/engine.ts';
import { factDefault } from '../facts/registry.ts';
import { readItem } from '../facts/texts.ts';
import { type Decision, type RulesetStamp, VERDICTS, type Verdict } from '../model/decision.ts';
import type { ContentItem } from '../model/item.ts';
import { checkItem } from '../model/itemSchema.ts';
import { partsOf, type Ruleset, type RulesetParts } from '../pack/compile.ts';
import { CHANGE_KINDS, type ChangeKind, type ChangeSide, changeOf, type DecisionChange } from './change.ts';
import { Bounded, type InvalidRow, type InvalidRows, numbered, type Row, rowProblems } from './row.ts';

/** Options of `simulate`. */
export interface SimulateOptions {
  /** Most changes that are listed of each kind, and most invalid rows. All are counted. Default 100. */
  readonly limit?: number;
  /** List the comments' texts too. Default false: only the words that rules matched. */
  readonly showText?: boolean;
  /** Told after each row, so that a caller can show how far it is. */
  readonly onProgress?: (progress: SimulationProgress) => void;
}

/** How far a simulation is. */
export interface SimulationProgress {
  readonly rows: number;
  readonly changed: number;
  readonly invalid: number;
}

/** A decision that changes. */
export interface SimulatedChange extends DecisionChange {
  /** Counted from 1. */
  readonly row: number;
  /** `row 3`, or file and line. */
  readonly where: string;
  /** The item's own id. */
  readonly id?: string;
  /** Only with `showText`. */
  readonly text?: string;
}

/** Changes of one kind: how many, the first ones, and how many more there are. */
export interface ChangesOfKind {
  readonly kind: ChangeKind;
  readonly count: number;
  readonly listed: readonly SimulatedChange[];
  readonly more: number;
}

/** In how many rows a rule bears on a change, on either side. */
export interface RuleChanges {
  readonly ruleId: string;
  readonly rows: number;
  readonly byKind: Readonly<Record<ChangeKind, number>>;
}

/** What a change of rules does to a set of comments. All counts are exact; only lists are cut, and say by how much. */
export interface SimulationReport {
  readonly before: RulesetStamp;
  readonly after: RulesetStamp;
  /** Rows read. */
  readonly rows: number;
  /** Rows judged by both rulesets. */
  readonly judged: number;
  readonly changed: number;
  /** Judged rows by verdict before, then by verdict after. */
  readonly verdicts: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
  /** Every kind, the gravest first. */
  readonly kinds: readonly ChangesOfKind[];
  /** Rules that bear on a change, the most frequent first. A row counts for each of its rules. */
  readonly rules: readonly RuleChanges[];
  readonly invalid: InvalidRows;
}

/**
 * Judges comments by two rulesets and tells which decisions differ, and because of which rules and words. Reads one item at
 * a time and keeps only counts and the first changes, so that memory is bounded however many there are. An item that
 * can't be judged is counted and never stops the run.
 * @param items read once, in order.
 * @example (await simulate(shipped, mine, items)).kinds.map(({ kind, count }) => `${kind}: ${count}`)
 */
export function simulate(
  before: Ruleset,
  after: Ruleset,
  items: Iterable<ContentItem> | AsyncIterable<ContentItem>,
  options: SimulateOptions = {},
): Promise<SimulationReport> {
  return simulateRows(before, after, numbered(items), options);
}

/** `simulate` for rows that know where they stand, and may have been unreadable. */
export async function simulateRows(
  before: Ruleset,
  after: Ruleset,
  rows: AsyncIterable<Row>,
  { limit = 100, showText = false, onProgress }: SimulateOptions,
): Promise<SimulationReport> {
  const judge = pairJudge(before, after);
  const tally = new Tally(limit, showText);
  for await (const row of rows) {
    await tally.add(row, judge);
    onProgress?.(tally.progress());
  }
  return { before: stampOf(before), after: stampOf(after), ...tally.report() };
}

function stampOf({ id, version, revision }: Ruleset): RulesetStamp {
  return { id, version, revision };
}

interface Pair {
  readonly item: ContentItem;
  readonly before: Decision;
  readonly after: Decision;
}

/** Judges by both rulesets. What both would do alike is done once. */
function pairJudge(before: Ruleset, after: Ruleset): (content: unknown) => Promise<Pair> {
  const [old, young] = [partsOf(before), partsOf(after)];
  const readsAlike = old.readingRevision === young.readingRevision;
  const knowsAlike = readsAlike && JSON.stringify(old.policy) === JSON.stringify(young.policy);
  const runOthers = otherRunner(old, young);
  return async (content) => {
    const item = checkItem(content);
    const reading = readItem(item, old.reader);
    const first = await examineReading(item, reading, before);
    if (before.revision === after.revision) return { item, before: first.decision, after: first.decision };
    const reread = readsAlike ? reading : readItem(item, young.reader);
    const run = knowsAlike ? runOthers(first.held) : runCandidates;
    const second = await examineReading(item, reread, after, run);
    return { item, before: first.decision, after: second.decision };
  };
}

/** Runs, for the same facts, only the rules whose conditions are not those of the other ruleset; the rest hold as they did. */
function otherRunner(old: RulesetParts, young: RulesetParts): (held: ReadonlySet<string>) => RuleRunner {
  const conditionOf = (rule: EngineRule | undefined) => JSON.stringify(rule?.condition);
  const isSame = (rule: EngineRule) => conditionOf(rule) === conditionOf(old.byId.get(rule.id));
  const same = new Set(young.rules.filter(isSame).map(({ id }) => id));
  const others = indexRules(
    young.rules.filter(({ id }) => !same.has(id)),
    factDefault,
  );
  return (held) => async (_, facts) =>
    new Set([...[...held].filter((id) => same.has(id)), ...(await runCandidates(others, facts))]);
}

/** Counts of a run, and its first changes. */
class Tally {
  readonly #showText: boolean;
  readonly #kinds: ReadonlyMap<ChangeKind, Bounded<SimulatedChange>>;
  readonly #invalid: Bounded<InvalidRow>;
  readonly #verdicts = zeros(VERDICTS, () => zeros(VERDICTS, () => 0));
  readonly #rules = new Map<string, Record<ChangeKind, number>>();
  #rows = 0;
  #judged = 0;
  #changed = 0;

  constructor(limit: number, showText: boolean) {
    this.#showText = showText;
    this.#kinds = new Map(CHANGE_KINDS.map((kind) => [kind, new Bounded<SimulatedChange>(limit)]));
    this.#invalid = new Bounded(limit);
  }

  async add(row: Row, judge: (content: unknown) => Promise<Pair>): Promise<void> {
    this.#rows += 1;
    try {
      if ('problems' in row) this.#refuse(row, row.problems);
      else this.#count(row.where, await judge(row.content));
    } catch (error) {
      this.#refuse(row, rowProblems(error));
    }
  }

  #refuse({ where }: Row, problems: InvalidRow['problems']): void {
    const row = this.#rows;
    this.#invalid.add(() => ({ row, where, problems }));
  }

  #count(where: string, { item, before, after }: Pair): void {
    this.#judged += 1;
    this.#verdicts[before.verdict][after.verdict] += 1;
    const change = changeOf(before, after);
    if (change === undefined) return;
    this.#changed += 1;
    this.#countRules(change);
    this.#kinds.get(change.kind)?.add(() => ({
      row: this.#rows,
      where,
      ...(item.id === undefined ? {} : { id: item.id }),
      ...(this.#showText ? { text: item.text } : {}),
      ...change,
    }));
  }

  #countRules({ kind, before, after }: DecisionChange): void {
    const idsOf = ({ rules }: ChangeSide) => rules.map(({ ruleId }) => ruleId);
    for (const ruleId of new Set([...idsOf(before), ...idsOf(after)])) {
      const counts = this.#rules.get(ruleId) ?? zeros(CHANGE_KINDS, () => 0);
      counts[kind] += 1;
      this.#rules.set(ruleId, counts);
    }
  }

  progress(): SimulationProgress {
    return { rows: this.#rows, changed: this.#changed, invalid: this.#rows - this.#judged };
  }

  report(): Omit<SimulationReport, 'before' | 'after'> {
    const rules = [...this.#rules].map(([ruleId, byKind]) => ({
      ruleId,
      rows: Object.values(byKind).reduce((sum, count) => sum + count, 0),
      byKind,
    }));
    return {
      rows: this.#rows,
      judged: this.#judged,
      changed: this.#changed,
      verdicts: this.#verdicts,
      kinds: [...this.#kinds].map(([kind, changes]) => ({ kind, ...changes.report() })),
      rules: rules.sort((a, b) => b.rows - a.rows || (a.ruleId < b.ruleId ? -1 : 1)),
      invalid: this.#invalid.report(),
    };
  }
}

function zeros<K extends string, V>(keys: readonly K[], make: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, V>;
}
