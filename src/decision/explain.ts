import { epoch } from '../facts/clock.ts';
import { isOpen, nextClosing, nextOpening } from '../facts/hours.ts';
import type { Action, Decision, Finding, Priority, Referral, Verdict } from '../model/decision.ts';
import type { PolicyFile } from '../model/pack.ts';
import type { Ladder } from './decide.ts';
import { cellsOf, inline, textOf, wrap } from './layout.ts';
import { dayText, momentText } from './moment.ts';
import { asideText, clausesText, STEPS, wordsText } from './phrases.ts';
import { isAddressOnly } from './standing.ts';
import { distinct } from './step.ts';
import { whyNotLess, whyNotMore } from './whyStep.ts';

const WIDTH = 88;

const VERDICTS: Readonly<Record<Exclude<Verdict, 'act'>, string>> = {
  allow: 'Leave the comment up. It breaks nothing in the policy that calls for a step.',
  review: 'A person must look at it before anything is done.',
};

const PRIORITIES: Readonly<Record<Priority, string>> = {
  low: 'when there is time',
  normal: 'in its turn',
  high: 'before others',
  urgent: 'now, before anything else',
};

/** What a page is written with, beside the decision. */
interface Page {
  readonly decision: Decision;
  readonly ladder: Ladder;
  readonly revision: string;
  /** The words may not be repeated. */
  readonly silent: boolean;
}

/**
 * One page in plain English: what was decided, on what words and clauses, why this step and no other, what happens next
 * and how to challenge it. For the file: it quotes the comment.
 */
export function explanationOf(decision: Decision, ladder: Ladder, revision: string): string {
  const page: Page = { decision, ladder, revision, silent: isAddressOnly(decision, ladder.file) };
  const sections: readonly (readonly [heading: string, paragraphs: readonly string[]])[] = [
    ['What is recommended', [verdictText(page), ...reasonLines(page), priorityLine(page)]],
    ['What was found', foundLines(page)],
    ['What to do', actionLines(page)],
    ['Who to pass it on to', decision.referrals.map((referral) => referralLine(referral, page))],
    ['Why not less', whyNotLess(decision)],
    ['Why not more', whyNotMore(decision, ladder)],
    ['What was set aside', asideLines(page)],
    ['What was withheld', withheldLines(page)],
    ['Who must approve it', approvalLines(page)],
    ['What happens next', nextLines(page)],
    ['How to challenge it', appealLines(page)],
    ['How this was reached', stampLines(page)],
  ];
  const written = sections.filter(([, paragraphs]) => paragraphs.length > 0);
  const body = written.map(([heading, paragraphs]) => [heading, ...paragraphs.flatMap(lay)].join('\n'));
  return `${['Explanation, for the file. It is not for publication.', ...body].join('\n\n')}\n`;
}

/** To act is not always to punish, and steps can be withheld. */
function verdictText({ decision: { verdict, findings, recommendation }, ladder }: Page): string {
  if (verdict !== 'act') return VERDICTS[verdict];
  const breaks = findings.some(({ track }) => ladder.tracks.get(track)?.breach === true);
  return [
    breaks
      ? 'The comment breaks the policy.'
      : 'The policy calls for action, without calling the comment a breach.',
    recommendation.actions.length > 0
      ? 'The steps below are recommended, and a person decides on them.'
      : 'No step on the comment or its author is recommended. A person decides.',
  ].join(' ');
}

function lay(paragraph: string): string[] {
  return wrap(cellsOf(inline(paragraph)), WIDTH - 2).map((cells) => `  ${textOf(cells)}`);
}

function reasonLines(page: Page): string[] {
  const { decision } = page;
  return decision.reasons.map(
    ({ message, clauses = [] }) => `Why a person must look: ${message}${cited(clauses, page)}`,
  );
}

function priorityLine({ decision }: Page): string {
  return `How soon to look: ${PRIORITIES[decision.priority]}.`;
}

function foundLines(page: Page): string[] {
  const { findings } = page.decision;
  if (findings.length === 0) return ['Nothing that the rules look for.'];
  return findings.flatMap((finding, i) => [
    `${i + 1}. ${finding.message}. Severity ${finding.severity}, sureness ${finding.sureness}. Rule ${finding.ruleId}.`,
    ...quoteLines(finding, page),
    ...(finding.clauses.length === 0 ? [] : [`  ${cited(finding.clauses, page)}`]),
  ]);
}

function quoteLines({ spans, target }: Finding, { silent }: Page): string[] {
  if (silent) return ['   The words are not repeated here, because no copy of this comment may be kept.'];
  return [
    spans.length === 0
      ? '   It rests on what is known around the comment, not on its words.'
      : `   The words: ${wordsText(spans)}.`,
    ...(target === undefined ? [] : [`   Aimed at: ${target.kind} (“${target.text}”).`]),
  ];
}

function cited(ids: readonly string[], { ladder }: Page): string {
  return ids.length === 0 ? '' : ` Clauses: ${clausesText(ids, ladder.policy.clauses)}.`;
}

function actionLines(page: Page): string[] {
  const { actions } = page.decision.recommendation;
  if (actions.length === 0) return ['No step on the comment or its author.'];
  return actions.map((action, i) => `${i + 1}. ${STEPS[action.type]}. ${dutyText(action, page)}`);
}

function dutyText(action: Action, page: Page): string {
  const { obligation, clauses: ids, after } = action;
  const duty =
    obligation === 'must' ? 'The policy says that the council will.' : 'The policy leaves it to the council.';
  const order =
    after === undefined ? '' : ` Only after: ${after.map((type) => STEPS[type].toLowerCase()).join('; ')}.`;
  return `${duty}${order}${timeText(action, page)}${cited(ids, page)}`;
}

/** By when, and for how long. */
function timeText({ dueBy, params }: Action, { decision, ladder }: Page): string {
  const atOnce = dueBy !== undefined && epoch(dueBy) <= epoch(decision.evaluatedAt);
  const due =
    dueBy === undefined ? '' : ` Due ${atOnce ? 'at once' : `by ${clockText(epoch(dueBy), ladder.policy)}`}.`;
  const { days, until, reviewOn } = params ?? {};
  if (days === undefined || until === undefined) return due;
  const review = reviewOn === undefined ? '' : `, to be reviewed on ${dayText(reviewOn)}`;
  return `${due} Proposed for ${days} days, until ${clockText(epoch(until), ladder.policy)}${review}.`;
}

function referralLine(referral: Referral, page: Page): string {
  const contact = page.ladder.policy.contacts.find(({ id }) => id === referral.to);
  const duty = referral.obligation === 'must' ? 'must' : 'may';
  const how = contact === undefined ? '' : ` How: ${contact.how}.`;
  return `- ${contact?.name ?? referral.to} (${duty}), ${urgencyText(referral, page)}.${how}${cited(referral.clauses, page)}`;
}

function urgencyText({ urgency }: Referral, { decision, ladder }: Page): string {
  if (urgency === 'immediate') return 'at once, whatever the hour';
  if (urgency === 'routine') return 'in the usual way';
  const closing = nextClosing(decision.evaluatedAt, ladder.policy.hours);
  return closing === undefined ? 'the same day' : `by ${clockText(epoch(closing), ladder.policy)}`;
}

function asideLines({ decision, silent }: Page): string[] {
  return decision.setAside.map((aside) => {
    const { finding } = aside;
    const words = silent || finding.spans.length === 0 ? '' : ` The words: ${wordsText(finding.spans)}.`;
    return `- ${finding.message} (${finding.ruleId}): ${asideText(aside)}.${words}`;
  });
}

function withheldLines(page: Page): string[] {
  return distinct(
    page.decision.recommendation.withheld.map(
      ({ type, by, because, clauses = [] }) =>
        `- ${STEPS[type]}: asked for by ${because.join(', ')}, withheld because of “${by}”.${cited(clauses, page)}`,
    ),
  );
}

function approvalLines({ decision, ladder }: Page): string[] {
  const steps = decision.recommendation.actions
    .filter(({ needsSignOff }) => needsSignOff)
    .map(({ type }) => STEPS[type].toLowerCase());
  const contacts = decision.referrals
    .filter(({ needsSignOff }) => needsSignOff)
    .map(({ to }) => ladder.policy.contacts.find(({ id }) => id === to)?.name ?? to);
  const needed = [...steps, ...contacts.map((name) => `passing it to ${name}`)];
  const free = decision.referrals.some(({ to }) => to === 'emergency-services');
  return [
    ...(needed.length === 0
      ? []
      : [`An officer with the authority for it must approve: ${needed.join('; ')}.`]),
    ...(free ? ['Emergency services never wait for approval.'] : []),
    ...(needed.length > 0 || free
      ? []
      : ['No step here needs approval by a second person. The officer who takes it decides.']),
  ];
}

function nextLines(page: Page): string[] {
  const { decision, ladder } = page;
  const { hours } = ladder.policy;
  const open = isOpen(decision.evaluatedAt, hours);
  const opens = open ? undefined : nextOpening(decision.evaluatedAt, hours);
  return [
    replyLine(page),
    ...deadlineLines(page),
    ...recurLines(page),
    open
      ? 'The office was open at that time.'
      : `The office was closed at that time.${opens === undefined ? '' : ` It opens ${clockText(epoch(opens), ladder.policy)}.`}`,
  ];
}

function replyLine({ decision, ladder }: Page): string {
  const { reply, replyAfter } = decision.recommendation;
  const names = decision.signposts.map(
    ({ to }) => ladder.policy.contacts.find(({ id }) => id === to)?.name ?? to,
  );
  const told = names.length === 0 ? '' : ` The author is told of: ${names.join('; ')}.`;
  const replies: Readonly<Record<typeof reply, string>> = {
    none: 'Reply: none in public.',
    answer: 'Reply: answer the question.',
    signpost: 'Reply: tell the author where to go.',
    'ask-to-remove': 'Reply: ask the author to remove the comment.',
  };
  const wait =
    replyAfter === undefined
      ? ''
      : ` It waits until the office opens, ${clockText(epoch(replyAfter), ladder.policy)}.`;
  return `${replies[reply]}${told}${wait}`;
}

/** By when a comment must be gone, counted from the moment judged for. */
function deadlineLines({ decision, ladder }: Page): string[] {
  return decision.recommendation.actions.flatMap(({ params }) =>
    params?.removeBy === undefined
      ? []
      : [
          `If the author is asked now, the comment must be gone by ${clockText(epoch(params.removeBy), ladder.policy)}.`,
        ],
  );
}

function recurLines(page: Page): string[] {
  const { nextStep } = page.decision.recommendation;
  if (nextStep === undefined) return [];
  const { type, afterUpheldBreaches, withinDays, clauses, needsSignOff } = nextStep;
  return [
    `If it goes on: once ${afterUpheldBreaches} breaches have been upheld within ${withinDays} days, this one among them if it is, the next one brings: ${STEPS[type].toLowerCase()}${needsSignOff ? ', after approval' : ''}.${cited(clauses, page)}`,
  ];
}

function appealLines({ decision, ladder }: Page): string[] {
  const { appeal, name } = ladder.policy.council;
  if (decision.recommendation.actions.every(({ type }) => type === 'capture-evidence')) return [];
  return [`The author of the comment can challenge what ${name} does: ${appeal}.`];
}

function stampLines({ decision, ladder, revision }: Page): string[] {
  const { ruleset, evaluatedAt, id } = decision;
  return [
    `Judged as at ${evaluatedAt}, ${clockText(epoch(evaluatedAt), ladder.policy)} (${ladder.policy.hours.timeZone}).`,
    `Rules ${ruleset.id} ${ruleset.version}, revision ${ruleset.revision}. Decision ${id}.`,
    ...(ruleset.revision === revision
      ? []
      : [`Titles, contacts and reasons on this page come from another revision: ${revision}.`]),
    'The library recommends. A person decided or will decide, and may decide otherwise.',
  ];
}

/** A moment in the council's own zone. */
function clockText(millis: number, { hours }: PolicyFile): string {
  return momentText(millis, hours.timeZone);
}
