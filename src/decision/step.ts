import {
  ACTION_TYPES,
  type Action,
  type ActionType,
  type Finding,
  type Obligation,
  URGENCIES,
  type Urgency,
  type WithheldStep,
} from '../model/decision.ts';
import { severityRank } from '../model/level.ts';
import type { HistoryStep, LadderFile, LadderStep } from '../model/pack.ts';
import type { Timetable } from './timing.ts';
import type { Vetoes } from './withhold.ts';

/** A finding with what it alone asks for. */
export interface Weighed {
  readonly finding: Finding;
  readonly steps: readonly LadderStep[];
}

/** Counts of the author's history that the ladder reads. */
export interface HistoryCounts {
  readonly upheldBreaches: number;
  readonly ignoredRequests: number;
  readonly previousBlocks: number;
}

/** Steps that history adds to a clear breach. */
export function historySteps(
  finding: Finding,
  steps: readonly HistoryStep[],
  counts: HistoryCounts,
): readonly LadderStep[] {
  const rank = severityRank(finding.severity);
  return steps.filter(
    (step) =>
      rank >= severityRank(step.fromSeverity ?? 'low') &&
      (step.belowSeverity === undefined || rank < severityRank(step.belowSeverity)) &&
      (step.upheldBreaches === undefined || counts.upheldBreaches >= step.upheldBreaches) &&
      (step.ignoredRequests === undefined || counts.ignoredRequests >= step.ignoredRequests),
  );
}

/** Milder steps that a harsher one contains. */
export const CONTAINS: Readonly<Partial<Record<ActionType, readonly ActionType[]>>> = {
  delete: ['hide', 'hide-duplicates'],
  block: ['warn-of-block'],
  hide: ['hide-duplicates'],
};

/** Joins the steps of all findings, takes out what is vetoed, and puts the rest in the order in which it is done. */
export function combineSteps(
  weighed: readonly Weighed[],
  vetoes: Vetoes,
  ladder: LadderFile,
  times: Timetable,
): { actions: Action[]; withheld: WithheldStep[] } {
  const asked = ACTION_TYPES.map((type) => merge(type, weighed)).filter((step) => step !== undefined);
  const withheld = asked.flatMap(({ type, because }) => {
    const withholder = vetoes.get(type);
    return withholder === undefined ? [] : [{ type, because, ...withholder }];
  });
  const allowed = asked.filter(({ type }) => !vetoes.has(type));
  const contained = new Set(allowed.flatMap(({ type }) => CONTAINS[type] ?? []));
  const chosen = allowed.filter(({ type }) => !contained.has(type));
  return { actions: chosen.map((step) => finish(step, chosen, ladder, times)), withheld };
}

interface Merged {
  readonly type: ActionType;
  readonly obligation: Obligation;
  readonly clauses: readonly string[];
  readonly because: readonly string[];
  readonly within: Urgency;
}

function merge(type: ActionType, weighed: readonly Weighed[]): Merged | undefined {
  const steps = weighed.flatMap(({ finding, steps }) =>
    steps.filter((step) => step.do === type).map((step) => ({ step, ruleId: finding.ruleId })),
  );
  if (steps.length === 0) return undefined;
  return {
    type,
    obligation: steps.some(({ step }) => step.obligation === 'must') ? 'must' : 'may',
    clauses: distinct(steps.flatMap(({ step }) => step.clauses)),
    because: distinct(steps.map(({ ruleId }) => ruleId)),
    within:
      URGENCIES[Math.max(...steps.map(({ step }) => URGENCIES.indexOf(step.within ?? 'same-day')))] ??
      'same-day',
  };
}

function finish(
  { within, ...step }: Merged,
  chosen: readonly Merged[],
  ladder: LadderFile,
  times: Timetable,
): Action {
  const after = ladder.order
    .filter(({ first, before }) => before.includes(step.type) && chosen.some(({ type }) => type === first))
    .map(({ first }) => first);
  return {
    ...step,
    needsSignOff: ladder.signOff.includes(step.type),
    ...(after.length === 0 ? {} : { after }),
    ...times.due(within),
    ...times.params(step.type),
  };
}

/** Without repeats, in the order of first appearance. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
