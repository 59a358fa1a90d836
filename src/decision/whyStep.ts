import { ACTION_TYPES, type ActionType, type Decision } from '../model/decision.ts';
import type { HistoryStep, PolicyFile, Track } from '../model/pack.ts';
import type { Ladder } from './decide.ts';
import { intrusiveness, strongest } from './neighbour.ts';
import { STEPS } from './phrases.ts';
import { vetoesOf } from './standing.ts';
import { distinct } from './step.ts';

const CONSIDERED: Readonly<Record<ActionType | 'leave-up', string>> = {
  'leave-up': 'leaving it up and doing nothing',
  'capture-evidence': 'keeping evidence only',
  'ask-to-remove': 'only asking the author to remove it',
  'hide-duplicates': 'only hiding the copies',
  hide: 'only hiding it',
  delete: 'only deleting it',
  'warn-of-block': 'only warning the author',
  block: 'only blocking the author',
};

const SHORT: Readonly<Record<ActionType, string>> = {
  'capture-evidence': 'Keeping evidence',
  'ask-to-remove': 'Asking the author to remove it',
  'hide-duplicates': 'Hiding the copies',
  hide: 'Hiding it',
  delete: 'Deleting it',
  'warn-of-block': 'Warning the author of a block',
  block: 'Blocking the author',
};

/** The milder step that was considered, and why it is not enough. */
export function whyNotLess(decision: Decision): string[] {
  const { lessIntrusive, actions } = decision.recommendation;
  if (lessIntrusive === undefined)
    return actions.some(({ type }) => type === 'capture-evidence')
      ? [
          'Nothing is done to the comment or its author. Evidence is kept so that the review, or whoever it is passed on to, can rely on it.',
        ]
      : [];
  return [
    `The strongest step is: ${STEPS[lessIntrusive.step].toLowerCase()}. Considered instead: ${CONSIDERED[lessIntrusive.considered]}. ${lessIntrusive.why}`,
  ];
}

/** Why each stronger step isn't recommended: withheld, out of reach for this history, or kept for other content. */
export function whyNotMore(decision: Decision, ladder: Ladder): string[] {
  const { recommendation } = decision;
  const top = strongest(recommendation.actions);
  const now = top === undefined ? -1 : intrusiveness(top.type);
  const withheld = new Set(recommendation.withheld.map(({ type }) => type));
  const higher = ACTION_TYPES.filter(
    (type) =>
      intrusiveness(type) > now &&
      type !== 'hide-duplicates' &&
      !withheld.has(type) &&
      !recommendation.actions.some((action) => action.type === type),
  );
  const vetoes = vetoesOf(decision.findings, ladder.file);
  const reasons = higher.map((type) => notReached(type, vetoes.get(type)?.by, decision, ladder));
  return distinct(reasons).map((reason) => {
    const types = higher.filter((_, i) => reasons[i] === reason);
    return `- ${types.map((type, i) => (i === 0 ? SHORT[type] : lowerFirst(SHORT[type]))).join(', ')}: ${reason}`;
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function notReached(type: ActionType, veto: string | undefined, decision: Decision, ladder: Ladder): string {
  if (veto !== undefined) return `never beside “${veto}”, whatever else was found.`;
  if (decision.findings.length === 0) return 'nothing was found that could ask for it.';
  if (decision.verdict === 'allow') return 'nothing that was found breaks the policy badly enough.';
  const tracks = distinct(decision.findings.map(({ track }) => track)).flatMap(
    (id) => ladder.tracks.get(id) ?? [],
  );
  const steps = tracks.flatMap((track) => (track.history ?? []).filter((step) => step.do === type));
  if (decision.verdict === 'review')
    return tracks.some((track) => asksFor(track, type))
      ? 'not before a person has looked; the rules are not sure enough, or may not decide.'
      : 'this kind of finding calls for no such step.';
  return steps.length === 0
    ? 'no clause asks for it here; the milder step serves.'
    : `only ${distinct(steps.map((step) => historyText(step, ladder.policy))).join(', or ')}.`;
}

/** Whether a track ever asks for a step, for some severity or history. */
function asksFor({ act, review, history }: Track, type: ActionType): boolean {
  return [...Object.values(act ?? {}).flat(), ...(review ?? []), ...(history ?? [])].some(
    (step) => step.do === type,
  );
}

function historyText(
  { upheldBreaches, ignoredRequests, fromSeverity }: HistoryStep,
  policy: PolicyFile,
): string {
  const parts = [
    ...(upheldBreaches === undefined
      ? []
      : [`after ${upheldBreaches} earlier upheld breaches in ${policy.thresholds.upheldBreachDays} days`]),
    ...(ignoredRequests === undefined
      ? []
      : [
          `after ${ignoredRequests} ignored ${ignoredRequests === 1 ? 'request' : 'requests'} to remove a comment`,
        ]),
    ...(fromSeverity === undefined ? [] : [`for severity ${fromSeverity} or more`]),
  ];
  return parts.join(' and ');
}
