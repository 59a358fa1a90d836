import { classify, type Decision, defaultPack, notices } from '../../src/index.ts';
import type { LadderFile, PolicyFile } from '../../src/model/pack.ts';
import { itemOf, type Scenario } from './scenarios.ts';

const { files } = defaultPack();
const ladder = files['ladder.json'] as LadderFile;
const policy = files['policy.json'] as PolicyFile;

/** Everything that the scenarios must show at work, by name. */
export const TO_COVER = {
  clauses: policy.clauses.map(({ id }) => id),
  /** Places where the policy contradicts itself or is silent, each with a reading that was settled. */
  readings: Array.from({ length: 23 }, (_, i) => `C${i + 1}`),
  suppressions: ladder.suppress.flatMap(({ when, drop }) => drop.map((track) => `${when} drops ${track}`)),
  vetoes: ladder.vetoes.flatMap(({ when, never }) => never.map((step) => `${when} never ${step}`)),
  precedence: ladder.precedence.flatMap(({ category, over }) =>
    over.map((other) => `${category} over ${other}`),
  ),
  circumstances: ladder.circumstances.map(({ fact }) => fact),
} as const;

/** What one scenario shows at work: what its decision cites, withholds, drops and puts aside; readings as its title names them. */
export async function shownBy(scenario: Scenario): Promise<ReadonlySet<string>> {
  const decision = await classify(itemOf(scenario));
  return new Set([
    ...citedBy(decision),
    ...(scenario.title.match(/\bC\d+\b/g) ?? []),
    ...decision.recommendation.withheld.map(({ by, type }) => `${by} never ${type}`),
    ...droppedIn(decision),
    ...decision.setAside.map(({ finding, by }) => `${by.split('/')[0]} over ${finding.category}`),
    ...ladder.circumstances
      .filter(({ reason }) => decision.reasons.some(({ code }) => code === reason))
      .map(({ fact }) => fact),
  ]);
}

/** Clauses that the decision rests on, and those of the wording that goes with it. */
function citedBy(decision: Decision): string[] {
  const { findings, recommendation, referrals, signposts, reasons } = decision;
  return [
    ...[...findings, ...recommendation.actions, ...recommendation.withheld, ...reasons],
    ...[...referrals, ...signposts, ...notices(decision)],
  ].flatMap(({ clauses = [] }) => clauses);
}

/** Tracks that were found, and of which nothing is done because a graver one stands. */
function droppedIn({ findings, recommendation, referrals, signposts, reasons }: Decision): string[] {
  const tracks = new Set(findings.map(({ track }) => track));
  const acting = new Set(
    [...recommendation.actions, ...referrals, ...signposts, ...reasons].flatMap(({ because }) => because),
  );
  return ladder.suppress.flatMap(({ when, drop }) =>
    drop
      .filter((track) => tracks.has(when) && tracks.has(track))
      .filter((track) => findings.every((finding) => finding.track !== track || !acting.has(finding.ruleId)))
      .map((track) => `${when} drops ${track}`),
  );
}
