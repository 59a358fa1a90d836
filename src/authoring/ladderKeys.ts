import type { Examination } from '../classify.ts';
import type { Ladder } from '../decision/decide.ts';
import { historySteps } from '../decision/step.ts';
import { stepsFor, verdictOf } from '../decision/verdict.ts';
import type { Finding } from '../model/decision.ts';
import { surenessRank } from '../model/level.ts';
import type { LadderStep, Track } from '../model/pack.ts';
import { keyOf } from './inventory.ts';

/** Keys of the entries of a track by which a finding led to a step, a referral or a signpost of the decision. */
export function ladderKeys(finding: Finding, examination: Examination, ladder: Ladder): string[] {
  const track = ladder.tracks.get(finding.track);
  if (track === undefined) return [];
  return [...stepPaths(finding, track, examination), ...routePaths(finding, track, examination)].map((path) =>
    keyOf('ladder', track.id, path),
  );
}

function stepPaths(finding: Finding, track: Track, { decision, facts }: Examination): string[] {
  const isDone = (step: LadderStep) =>
    decision.recommendation.actions.some(
      ({ type, because }) => type === step.do && because.includes(finding.ruleId),
    );
  const paths = (name: string, all: readonly LadderStep[], asked: readonly LadderStep[]) =>
    all.flatMap((step, i) => (asked.includes(step) && isDone(step) ? [`${name}[${i}]`] : []));
  const verdict = verdictOf(finding, track);
  if (verdict === 'review') return paths('review', track.review ?? [], track.review ?? []);
  if (verdict === 'allow') return [];
  const asked = stepsFor(finding, track);
  const history = historySteps(finding, track.history ?? [], {
    upheldBreaches: Number(facts.get('upheldBreaches')),
    ignoredRequests: Number(facts.get('ignoredRequests')),
    previousBlocks: Number(facts.get('previousBlocks')),
  });
  return [
    ...Object.entries(track.act ?? {}).flatMap(([severity, row]) => paths(`act.${severity}`, row, asked)),
    ...paths('history', track.history ?? [], history),
  ];
}

function routePaths(finding: Finding, track: Track, { decision }: Examination): string[] {
  const leads = (routes: readonly { to: string; because: readonly string[] }[], to: string) =>
    routes.some((route) => route.to === to && route.because.includes(finding.ruleId));
  return [
    ...(track.refer ?? []).flatMap(({ to, fromSureness = 'low' }, i) =>
      surenessRank(finding.sureness) >= surenessRank(fromSureness) && leads(decision.referrals, to)
        ? [`refer[${i}]`]
        : [],
    ),
    ...(track.signpost ?? []).flatMap((to, i) => (leads(decision.signposts, to) ? [`signpost[${i}]`] : [])),
  ];
}
