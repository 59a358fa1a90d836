import {
  ACTION_TYPES,
  type Action,
  type ActionType,
  type Finding,
  type Recommendation,
} from '../model/decision.ts';
import { severityRank } from '../model/level.ts';
import type { HistoryStep, LadderFile, PolicyFile, Track } from '../model/pack.ts';
import { verdictOf } from './verdict.ts';
import type { Vetoes } from './withhold.ts';

/** How far a step goes: the later in this order, the further. Evidence is no step on anybody. */
export function intrusiveness(type: ActionType): number {
  return type === 'capture-evidence' ? -1 : ACTION_TYPES.indexOf(type);
}

/** The strongest step recommended on the comment or its author. */
export function strongest(actions: readonly Action[]): Action | undefined {
  return actions
    .filter(({ type }) => intrusiveness(type) >= 0)
    .toSorted((a, b) => intrusiveness(b.type) - intrusiveness(a.type))[0];
}

/** The milder step that the ladder says to consider first, and why it may not be enough. */
export function lessIntrusiveOf(
  actions: readonly Action[],
  findings: readonly Finding[],
  ladder: LadderFile,
): Pick<Recommendation, 'lessIntrusive'> {
  const step = strongest(actions);
  if (step === undefined) return {};
  const tracks = new Set(
    findings.filter(({ ruleId }) => step.because.includes(ruleId)).map(({ track }) => track),
  );
  const row = (ladder.milder ?? []).find(
    (candidate) =>
      candidate.step === step.type && (candidate.track === undefined || tracks.has(candidate.track)),
  );
  return row === undefined ? {} : { lessIntrusive: { step: step.type, considered: row.than, why: row.why } };
}

/** What the ladder needs to look ahead. */
interface Ahead {
  readonly file: LadderFile;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly policy: PolicyFile;
}

/** What a further breach adds by the ladder: of the steps that go further than those recommended, the nearest. */
export function nextStepOf(
  actions: readonly Action[],
  findings: readonly Finding[],
  upheldBreaches: number,
  vetoes: Vetoes,
  { file, tracks, policy }: Ahead,
): Pick<Recommendation, 'nextStep'> {
  const now = Math.max(-1, ...actions.map(({ type }) => intrusiveness(type)));
  const [next] = findings
    .flatMap((finding) => stepsAhead(finding, tracks.get(finding.track)))
    .filter(
      (step) => step.upheldBreaches > upheldBreaches && intrusiveness(step.do) > now && !vetoes.has(step.do),
    )
    .toSorted((a, b) => a.upheldBreaches - b.upheldBreaches || intrusiveness(b.do) - intrusiveness(a.do));
  if (next === undefined) return {};
  return {
    nextStep: {
      type: next.do,
      afterUpheldBreaches: next.upheldBreaches,
      withinDays: policy.thresholds.upheldBreachDays,
      clauses: next.clauses,
      needsSignOff: file.signOff.includes(next.do),
    },
  };
}

/** Steps that upheld breaches bring for a clear breach of this kind. */
function stepsAhead(
  finding: Finding,
  track: Track | undefined,
): (HistoryStep & { readonly upheldBreaches: number })[] {
  if (track === undefined || verdictOf(finding, track) !== 'act') return [];
  const rank = severityRank(finding.severity);
  return (track.history ?? []).flatMap((step) =>
    step.upheldBreaches !== undefined &&
    step.ignoredRequests === undefined &&
    rank >= severityRank(step.fromSeverity ?? 'low') &&
    (step.belowSeverity === undefined || rank < severityRank(step.belowSeverity))
      ? [{ ...step, upheldBreaches: step.upheldBreaches }]
      : [],
  );
}
