import type { Action, Decision, Finding, Referral, SetAside, Signpost, Verdict } from '../model/decision.ts';
import type { ContentItem } from '../model/item.ts';
import type { Audience, Contact, PolicyFile } from '../model/pack.ts';
import { cellsOf, harmless, inline, paint, paintCells, textOf, wrap } from './layout.ts';
import { fieldsShown, markedCells, type ShownField } from './marked.ts';
import type { Notice } from './notice.ts';
import { asideText, clausesText, REPLIES, STEPS, URGENCIES, wordsText } from './phrases.ts';

/** How a report is set. */
export interface ReportOptions {
  /** Highlight with ANSI colours; otherwise found words stand in [[double brackets]]. */
  readonly colour: boolean;
  /** Columns, 40 or more. Default 80. */
  readonly width?: number;
  /** Name of the comment, set above the page. */
  readonly title?: string;
  /** Wording to show below the page. */
  readonly notices?: readonly Notice[];
  /** Where titles of clauses and names of contacts are looked up; without it their ids stand alone. */
  readonly policy?: Pick<PolicyFile, 'clauses' | 'contacts'>;
  /** Whether findings of a track break the policy. Without it all do. */
  readonly isBreach?: (track: string) => boolean;
}

const VERDICTS: Readonly<Record<Exclude<Verdict, 'act'>, string>> = {
  allow: 'ALLOW: leave it up.',
  review: 'REVIEW: a person must look before anything is done.',
};

const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  'public-reply': 'Public reply',
  'direct-message': 'Direct message',
  'block-notice': 'Block notice',
  'internal-note': 'Note for the file',
  'referral-note': 'Note for whom it is passed on to',
};

const DEFAULT_WIDTH = 80;
const MIN_WIDTH = 40;

/** A lead such as "  1. " and what follows it; later lines are indented as far. */
interface Line {
  readonly lead: string;
  readonly text: string;
}

interface Page {
  readonly options: ReportOptions;
  readonly width: number;
}

/**
 * A page for the terminal: the verdict, the comment with the found words marked, what was found, what to do and why.
 * Pure. Nothing of the comment can reach the terminal as a control sequence.
 */
export function report(decision: Decision, item: ContentItem, options: ReportOptions): string {
  const page: Page = { options, width: Math.max(MIN_WIDTH, options.width ?? DEFAULT_WIDTH) };
  const { recommendation } = decision;
  const blocks = [
    headline(decision, item, page),
    ...fieldsShown(decision.findings, item).map((field) => commentBlock(field, page)),
    block(
      'What was found',
      decision.findings.flatMap((finding, i) => findingLines(finding, i, page)),
      page,
    ),
    block(
      'Why a person must look',
      decision.reasons.map((reason) => bullet(`${reason.message}${because(reason.because)}`)),
      page,
    ),
    block(
      'What to do, in this order',
      recommendation.actions.flatMap((action, i) => actionLines(action, i, page)),
      page,
    ),
    block(
      'Who to pass it on to',
      decision.referrals.flatMap((referral) => referralLines(referral, page)),
      page,
    ),
    block(
      'Where to send the author',
      decision.signposts.flatMap((signpost) => signpostLines(signpost, page)),
      page,
    ),
    block('Reply', [plain(replyText(decision))], page),
    block(
      'Withheld',
      recommendation.withheld.map((step) =>
        bullet(`${STEPS[step.type]}: withheld because of "${step.by}"${because(step.because)}`),
      ),
      page,
    ),
    block(
      'Set aside',
      decision.setAside.flatMap((aside) => asideLines(aside)),
      page,
    ),
    ...(options.notices ?? []).map((notice) => noticeBlock(notice, page)),
    footer(decision, page),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headline(decision: Decision, item: ContentItem, page: Page): string[] {
  const title = page.options.title ?? item.id;
  const named =
    title === undefined
      ? []
      : lay(plain(inline(title), ''), page).map((line) => paint('quiet', line, page.options.colour));
  return [
    ...named,
    ...lay(plain(verdictText(decision, page), ''), page).map((line) =>
      paint(decision.verdict, line, page.options.colour),
    ),
  ];
}

/** To act is not always to punish, and what was found may be all that is told: steps can be withheld. */
function verdictText(
  { verdict, findings, recommendation }: Decision,
  { options: { isBreach } }: Page,
): string {
  if (verdict !== 'act') return VERDICTS[verdict];
  const breaks = isBreach === undefined || findings.some(({ track }) => isBreach(track));
  return [
    breaks ? 'ACT: it breaks the policy.' : 'ACT: the policy calls for action, without calling it a breach.',
    recommendation.actions.length > 0
      ? 'The steps below are prepared for sign-off.'
      : 'No step on the comment or its author is prepared.',
  ].join(' ');
}

function footer(decision: Decision, page: Page): string[] {
  const { language, ruleset } = decision;
  const guess = language.code === 'und' ? '' : ` Language: ${language.code} (${language.sureness} sureness).`;
  const text = `This is advice: a person decides. Judged as at ${decision.evaluatedAt} by ${ruleset.id} ${ruleset.version}, revision ${ruleset.revision}. Decision ${decision.id}.${guess}`;
  return lay(plain(text, ''), page).map((line) => paint('quiet', line, page.options.colour));
}

/** A heading and its lines; nothing where there are none. */
function block(heading: string, lines: readonly Line[], page: Page): string[] {
  return lines.length === 0
    ? []
    : [paint('heading', heading, page.options.colour), ...lines.flatMap((line) => lay(line, page))];
}

function plain(text: string, lead = '  '): Line {
  return { lead, text };
}

function bullet(text: string): Line {
  return { lead: '  - ', text: inline(text) };
}

function because(ruleIds: readonly string[]): string {
  return ruleIds.length === 0 ? '' : ` (${ruleIds.join(', ')})`;
}

/** The bar before each line keeps a comment from passing for a part of the page. */
function commentBlock(field: ShownField, page: Page): string[] {
  const lead = '  | ';
  const cells =
    field.text === '' ? cellsOf('(no text)') : markedCells(field.text, field.spans, page.options.colour);
  const lines = wrap(cells, page.width - lead.length).map(
    (line) => `${lead}${paintCells(line, page.options.colour)}`,
  );
  return [paint('heading', field.heading, page.options.colour), ...lines];
}

function findingLines(finding: Finding, index: number, page: Page): Line[] {
  const lead = `  ${index + 1}. `;
  const detail = (text: string): Line => ({ lead: ' '.repeat(lead.length), text: inline(text) });
  const { target } = finding;
  return [
    { lead, text: inline(finding.message) },
    detail(`Severity ${finding.severity}, sureness ${finding.sureness} (${finding.ruleId})`),
    ...(finding.spans.length === 0 ? [] : [detail(`Words: ${wordsText(finding.spans)}`)]),
    ...(target === undefined ? [] : [detail(`Aimed at: ${target.kind} (“${target.text}”)`)]),
    ...(finding.clauses.length === 0
      ? []
      : [detail(`Clauses: ${clausesText(finding.clauses, page.options.policy?.clauses)}`)]),
  ];
}

function contactOf(id: string, page: Page): Contact | undefined {
  return page.options.policy?.contacts.find((candidate) => candidate.id === id);
}

function actionLines(action: Action, index: number, page: Page): Line[] {
  const lead = `  ${index + 1}. `;
  const after =
    action.after === undefined ? [] : [`After: ${action.after.map((type) => STEPS[type]).join('; ')}`];
  const due = action.dueBy === undefined ? [] : [`By: ${action.dueBy}`];
  const until = action.params?.until === undefined ? [] : [`Proposed until: ${action.params.until}`];
  const cited =
    action.clauses.length === 0
      ? []
      : [`Clauses: ${clausesText(action.clauses, page.options.policy?.clauses)}`];
  return [
    { lead, text: `${duty(action)} ${STEPS[action.type]}${signOff(action)}` },
    ...[...after, ...due, ...until, ...cited, `Because of: ${action.because.join(', ')}`].map((text) => ({
      lead: ' '.repeat(lead.length),
      text: inline(text),
    })),
  ];
}

function duty({ obligation }: Pick<Action, 'obligation'>): string {
  return obligation === 'must' ? '[must]' : '[may] ';
}

function signOff({ needsSignOff }: Pick<Action, 'needsSignOff'>): string {
  return needsSignOff ? ' [needs sign-off]' : '';
}

function referralLines(referral: Referral, page: Page): Line[] {
  const name = contactOf(referral.to, page)?.name ?? referral.to;
  return routeLines(
    `${duty(referral)} ${name}, ${URGENCIES[referral.urgency]}${signOff(referral)}`,
    referral,
    page,
  );
}

function signpostLines(signpost: Signpost, page: Page): Line[] {
  return routeLines(contactOf(signpost.to, page)?.name ?? signpost.to, signpost, page);
}

function routeLines(text: string, { to, clauses, because: ruleIds }: Signpost, page: Page): Line[] {
  const contact = contactOf(to, page);
  const details = [
    ...(contact === undefined ? [] : [`How: ${contact.how}`]),
    ...(clauses.length === 0 ? [] : [`Clauses: ${clausesText(clauses, page.options.policy?.clauses)}`]),
    `Because of: ${ruleIds.join(', ')}`,
  ];
  return [bullet(text), ...details.map((detail) => plain(inline(detail), '    '))];
}

function replyText({ recommendation: { reply, replyAfter } }: Decision): string {
  return replyAfter === undefined
    ? REPLIES[reply]
    : `${REPLIES[reply]} Wait until the office opens: ${replyAfter}.`;
}

function asideLines(aside: SetAside): Line[] {
  const { finding } = aside;
  const words =
    finding.spans.length === 0 ? [] : [plain(inline(`Words: ${wordsText(finding.spans)}`), '    ')];
  return [bullet(`${finding.message} (${finding.ruleId}): ${asideText(aside)}`), ...words];
}

function noticeBlock(notice: Notice, page: Page): string[] {
  return block(
    `${AUDIENCE_NAMES[notice.audience]} (${inline(notice.id)})`,
    [plain(harmless(notice.text))],
    page,
  );
}

function lay({ lead, text }: Line, page: Page): string[] {
  return wrap(cellsOf(harmless(text)), page.width - lead.length).map(
    (cells, i) => `${i === 0 ? lead : ' '.repeat(lead.length)}${textOf(cells)}`,
  );
}
