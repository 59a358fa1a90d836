import { VERDICTS } from '../model/decision.ts';
import { CHANGE_KINDS, type ChangeKind, type ChangeSide, type ResponsibleRule } from './change.ts';
import { formatInvalid } from './formatInvalid.ts';
import { code, counted, grouped, markdownTable } from './markdown.ts';
import type { ChangesOfKind, SimulatedChange, SimulationReport } from './simulate.ts';

const TITLES: Readonly<Record<ChangeKind, string>> = {
  'newly-acted-on': 'Newly acted on',
  'newly-reviewed': 'Newly sent to review',
  'newly-allowed': 'Newly allowed',
  step: 'Other steps or reply',
  referral: 'Other referrals or signposts',
  finding: 'Findings or reasons only',
};

/**
 * A simulation as Markdown for a pull request: how many decisions change, by kind and by rule, and the first of each kind
 * with the rules and words on either side. Quotes the words that rules matched, which may be offensive or identify somebody;
 * the whole comments only if the simulation kept them.
 */
export function formatSimulation(report: SimulationReport): string {
  return [
    ...headline(report),
    ...(report.changed === 0 ? [] : [verdictTable(report), ruleTable(report)]),
    ...report.kinds.filter(({ count }) => count > 0).map(kindSection),
    ...(report.invalid.count === 0 ? [] : [formatInvalid(report.invalid)]),
  ].join('\n');
}

function headline({ before, after, judged, changed, kinds }: SimulationReport): string[] {
  const versions = [before, after].map(({ id, version, revision }) =>
    code(`${id} ${version} (${revision.slice(0, 8)})`),
  );
  const counts = kinds.map(({ kind, count }) => [TITLES[kind], grouped(count)]);
  return [
    `## ${counted(changed, 'decision')} of ${grouped(judged)} ${changed === 1 ? 'changes' : 'change'}\n`,
    `Rules before: ${versions[0]}, after: ${versions[1]}.\n`,
    markdownTable(['Kind', 'Decisions'], [...counts, ['Unchanged', grouped(judged - changed)]], 1),
  ];
}

function verdictTable({ verdicts }: SimulationReport): string {
  const rows = VERDICTS.map((from) => [from, ...VERDICTS.map((to) => grouped(verdicts[from][to]))]);
  return markdownTable(['Verdict before', ...VERDICTS.map((to) => `after: ${to}`)], rows, 1);
}

/** Rules that the table lists; the report itself holds all. */
const MOST_RULES = 30;

function ruleTable({ rules }: SimulationReport): string {
  const kinds = CHANGE_KINDS.filter((kind) => rules.some(({ byKind }) => byKind[kind] > 0));
  const rows = rules
    .slice(0, MOST_RULES)
    .map(({ ruleId, rows: count, byKind }) => [
      code(ruleId),
      grouped(count),
      ...kinds.map((kind) => grouped(byKind[kind])),
    ]);
  const head = ['Rule', 'Decisions', ...kinds.map((kind) => TITLES[kind])];
  return `### By rule\n\n${markdownTable(head, rows, 1)}${more(rules.length - rows.length, 'rule')}`;
}

function kindSection({ kind, count, listed, more: left }: ChangesOfKind): string {
  const shown = listed.some(({ text }) => text !== undefined);
  const head = ['Comment', ...(shown ? ['Text'] : []), 'Before', 'After', 'Rules and words'];
  const rows = listed.map((change) => [
    code(change.id === undefined ? change.where : `${change.where} ${change.id}`),
    ...(shown ? [code(change.text ?? '')] : []),
    sideText(change.before),
    sideText(change.after),
    rulesText(change),
  ]);
  return `### ${TITLES[kind]}: ${grouped(count)}\n\n${markdownTable(head, rows)}${more(left, 'decision')}`;
}

function more(count: number, noun: string): string {
  return count === 0
    ? ''
    : `\nand ${counted(count, noun)} more that ${count === 1 ? 'is' : 'are'} not listed\n`;
}

function sideText({ verdict, actions, reply, referrals, signposts }: ChangeSide): string {
  const parts = [
    ...actions.map(({ type, obligation }) => (obligation === 'may' ? `${type} (may)` : type)),
    ...(reply === 'none' || reply === 'ask-to-remove' ? [] : [`reply: ${reply}`]),
    ...referrals.map(({ to, obligation }) => `refer to ${to}${obligation === 'may' ? ' (may)' : ''}`),
    ...signposts.map((to) => `signpost to ${to}`),
  ];
  return `**${verdict}**${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

function rulesText({ before, after }: SimulatedChange): string {
  const ids = [...new Set([...before.rules, ...after.rules].map(({ ruleId }) => ruleId))].sort();
  const of = (side: ChangeSide, id: string) => side.rules.find(({ ruleId }) => ruleId === id);
  const lines = ids.map((id) => {
    const [old, young] = [of(before, id), of(after, id)];
    return `${code(id)} ${standing(old)} → ${standing(young)}: ${wordsOf(old, young)}`;
  });
  return lines.length === 0 ? 'no rule: the settings differ' : lines.join('<br>');
}

function standing(rule: ResponsibleRule | undefined): string {
  if (rule === undefined) return 'none';
  const { severity, sureness, setAside } = rule;
  const aside = setAside === undefined ? '' : `, put aside by ${setAside.why} ${code(setAside.by)}`;
  return `${severity}, ${sureness} sureness${aside}`;
}

/** The words on both sides, once where they are the same. */
function wordsOf(old: ResponsibleRule | undefined, young: ResponsibleRule | undefined): string {
  const [first, second] = [old, young].map((rule) =>
    (rule?.words ?? [])
      .map(({ text, readAs }) => (readAs === undefined ? code(text) : `${code(text)} (${code(readAs)})`))
      .join(', '),
  );
  if (old === undefined || young === undefined || first === second) return first || second || 'no words';
  return `${first || 'no words'} → ${second || 'no words'}`;
}
