import type {
  Decision,
  Finding,
  Reason,
  Recommendation,
  Reply,
  SetAside,
  Verdict,
  WithheldStep,
} from '../model/decision.ts';
import { severityRank, surenessRank } from '../model/level.ts';
import type { LadderFile, PolicyFile, ReferralRule, ServicesFile, Track } from '../model/pack.ts';
import { lessIntrusiveOf, nextStepOf } from './neighbour.ts';
import { applyPrecedence } from './precedence.ts';
import { priorityOf } from './priority.ts';
import { pagesOf, type Route, referralsOf, type ServicesNamed, signpostsOf, withPages } from './routing.ts';
import { combineSteps, distinct, type HistoryCounts, historySteps, type Weighed } from './step.ts';
import { timetable } from './timing.ts';
import { stepsFor, stricter, verdictOf } from './verdict.ts';
import { suppressions, type Vetoes, vetoed, type Withholder } from './withhold.ts';

/** What the ladder is climbed with. */
export interface Ladder {
  readonly file: LadderFile;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly policy: PolicyFile;
  readonly services: ServicesFile;
  /** Where each rule sends a comment, beside its track. */
  readonly routes: ReadonlyMap<
    string,
    { readonly refer: readonly ReferralRule[]; readonly signpost: readonly string[] }
  >;
}

/** What is known of one comment. */
export interface Circumstances extends ServicesNamed {
  /** The moment judged for: ISO 8601 with offset. */
  readonly now: string;
  /** How many users reported the comment. */
  readonly reports: number;
  readonly findings: readonly Finding[];
  readonly setAside: readonly SetAside[];
  readonly history: HistoryCounts;
  /** Names that suppressions and vetoes may give besides tracks and categories: `direct-message`, `signal/<id>`. */
  readonly contexts: ReadonlySet<string>;
  /** Facts that differ from their default. */
  readonly remarkable: ReadonlySet<string>;
  readonly monitored: boolean;
  readonly nextOpening: string | undefined;
}

/** The parts of a decision that the ladder settles. */
export type Outcome = Pick<
  Decision,
  'verdict' | 'priority' | 'reasons' | 'findings' | 'setAside' | 'recommendation' | 'referrals' | 'signposts'
>;

/** From findings to a recommendation: precedence, suppression, steps, vetoes, routing. Pure and synchronous. */
export function decide(known: Circumstances, ladder: Ladder): Outcome {
  const { findings, setAside } = applyPrecedence(known.findings, ladder.file.precedence);
  const stands = (name: string) =>
    known.contexts.has(name) ||
    findings.some((finding) => finding.track === name || finding.category === name);
  const suppressed = suppressions(stands, ladder.file);
  const effective = findings.filter((finding) => !suppressed.has(finding.track));
  const vetoes = vetoed(stands, ladder.file);
  const weighed = effective.map((finding) => weigh(finding, known.history, ladder));
  const times = timetable(known.now, known.history.previousBlocks, ladder.policy);
  const { actions, withheld } = combineSteps(weighed, vetoes, ladder.file, times);
  const dropped = suppressedSteps(findings, suppressed, known.history, ladder);
  const routes = effective.map((finding) => routeOf(finding, known, ladder));
  const { signposts, signpostsWithheld } = signposting(routes, vetoes);
  const verdict = overall(effective, known, stands, ladder);
  const referrals = referralsOf(routes, ladder.file);
  return {
    verdict,
    priority: priorityOf(verdict, referrals, known.reports, ladder.file),
    reasons: reasonsOf(effective, known, ladder),
    findings,
    setAside: [...known.setAside, ...setAside],
    recommendation: recommend(
      actions,
      [...dropped, ...withheld, ...signpostsWithheld],
      signposts.length > 0,
      weighed,
      vetoes,
      known,
      ladder,
    ),
    referrals,
    signposts,
  };
}

function trackOf(finding: Finding, ladder: Ladder): Track {
  const track = ladder.tracks.get(finding.track);
  if (track === undefined) throw new Error(`The ladder has no track "${finding.track}".`);
  return track;
}

/** The steps that one finding asks for, with those that the author's history adds to a clear breach. */
function weigh(finding: Finding, history: HistoryCounts, ladder: Ladder): Weighed {
  const track = trackOf(finding, ladder);
  const verdict = verdictOf(finding, track);
  if (verdict === 'allow') return { finding, steps: [] };
  if (verdict === 'review') return { finding, steps: track.review ?? [] };
  return {
    finding,
    steps: [...stepsFor(finding, track), ...historySteps(finding, track.history ?? [], history)],
  };
}

function suppressedSteps(
  findings: readonly Finding[],
  suppressed: ReadonlyMap<string, Withholder>,
  history: HistoryCounts,
  ladder: Ladder,
): WithheldStep[] {
  return findings.flatMap((finding) => {
    const withholder = suppressed.get(finding.track);
    if (withholder === undefined) return [];
    return distinct(weigh(finding, history, ladder).steps.map((step) => step.do)).map((type) => ({
      type,
      because: [finding.ruleId],
      ...withholder,
    }));
  });
}

function routeOf(finding: Finding, known: ServicesNamed, ladder: Ladder): Route {
  const track = trackOf(finding, ladder);
  const own = ladder.routes.get(finding.ruleId);
  const signpost = own?.signpost ?? track.signpost ?? [];
  return {
    finding,
    refer: [...(track.refer ?? []), ...(own?.refer ?? [])],
    signpost: hasForm(finding, ladder)
      ? withPages(signpost, pagesOf(finding, known, ladder.services), ladder.services)
      : [...signpost],
  };
}

/** Forms are for what is answered in its time: nobody in need is sent to fill one in. */
function hasForm(finding: Finding, ladder: Ladder): boolean {
  const answers = trackOf(finding, ladder).answers === true;
  return answers && !isUrgent([finding], ladder) && ladder.services.except?.includes(finding.ruleId) !== true;
}

function signposting(routes: readonly Route[], vetoes: Vetoes) {
  const wanted = signpostsOf(routes);
  const withholder = vetoes.get('signpost');
  if (withholder === undefined || wanted.length === 0) return { signposts: wanted, signpostsWithheld: [] };
  return {
    signposts: [],
    signpostsWithheld: [
      {
        type: 'signpost' as const,
        because: distinct(wanted.flatMap(({ because }) => because)),
        ...withholder,
      },
    ],
  };
}

function overall(
  effective: readonly Finding[],
  known: Circumstances,
  stands: (name: string) => boolean,
  ladder: Ladder,
): Verdict {
  const cap = ladder.file.vetoes.find(({ when, verdict }) => verdict !== undefined && stands(when))?.verdict;
  if (cap !== undefined) return cap;
  const circumstance: Verdict =
    circumstancesOf(effective, known, ladder.file).length > 0 ? 'review' : 'allow';
  return effective
    .map((finding) => verdictOf(finding, trackOf(finding, ladder)))
    .reduce(stricter, circumstance);
}

/** Circumstances that call for a person, whatever was found or beside what was. */
function circumstancesOf(effective: readonly Finding[], known: Circumstances, file: LadderFile) {
  return file.circumstances.filter(
    ({ fact, track }) =>
      known.remarkable.has(fact) &&
      (track === undefined || effective.some((finding) => finding.track === track)),
  );
}

/** Why a person must look: each reason once, with the rules that give it. */
function reasonsOf(effective: readonly Finding[], known: Circumstances, ladder: Ladder): Reason[] {
  const given = effective.flatMap((finding) => {
    const track = trackOf(finding, ladder);
    if (verdictOf(finding, track) !== 'review') return [];
    const code =
      surenessRank(finding.sureness) === 0 && track.verdict[finding.severity] === 'act'
        ? 'unsure'
        : track.reason;
    return [{ code, ruleId: finding.ruleId }];
  });
  const circumstances = circumstancesOf(effective, known, ladder.file);
  const all = [...given, ...circumstances.map(({ reason }) => ({ code: reason, ruleId: undefined }))];
  return distinct(all.map(({ code }) => code)).map((code) => ({
    code,
    message: ladder.policy.reasons[code] ?? code,
    because: distinct(
      all.flatMap((reason) => (reason.code === code && reason.ruleId !== undefined ? [reason.ruleId] : [])),
    ),
    ...clausesOfReason(circumstances.filter(({ reason }) => reason === code)),
  }));
}

function clausesOfReason(
  circumstances: readonly { readonly clauses: readonly string[] }[],
): Pick<Reason, 'clauses'> {
  const clauses = distinct(circumstances.flatMap((circumstance) => circumstance.clauses));
  return clauses.length === 0 ? {} : { clauses };
}

function recommend(
  actions: Recommendation['actions'],
  withheld: readonly WithheldStep[],
  signposted: boolean,
  weighed: readonly Weighed[],
  vetoes: Vetoes,
  known: Circumstances,
  ladder: Ladder,
): Recommendation {
  const effective = weighed.map(({ finding }) => finding);
  const reply = replyOf(actions, signposted, effective, vetoes, ladder);
  const waits =
    (reply === 'answer' || reply === 'signpost') && !known.monitored && !isUrgent(effective, ladder);
  return {
    actions,
    withheld,
    reply,
    ...(waits && known.nextOpening !== undefined ? { replyAfter: known.nextOpening } : {}),
    ...lessIntrusiveOf(actions, effective, ladder.file),
    ...nextStepOf(actions, effective, known.history.upheldBreaches, vetoes, ladder),
  };
}

function replyOf(
  actions: Recommendation['actions'],
  signposted: boolean,
  effective: readonly Finding[],
  vetoes: Vetoes,
  ladder: Ladder,
): Reply {
  if (actions.some((action) => action.type === 'ask-to-remove')) return 'ask-to-remove';
  if (signposted) return 'signpost';
  const asks = effective.some((finding) => trackOf(finding, ladder).answers === true);
  return asks && !vetoes.has('signpost') ? 'answer' : 'none';
}

/** A matter of danger or of some urgency never waits for the office to open. */
function isUrgent(effective: readonly Finding[], ladder: Ladder): boolean {
  return effective.some((finding) => {
    const from = trackOf(finding, ladder).urgentFrom;
    return from !== undefined && severityRank(finding.severity) >= severityRank(from);
  });
}
