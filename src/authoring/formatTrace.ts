import { cellsOf, columns, inline } from '../decision/layout.ts';
import type { Span } from '../model/decision.ts';
import type { Trace, TracedMatch, TracedRule } from './trace.ts';
import type { TracedText, TracedToken } from './traceText.ts';

/**
 * A trace as text in columns: how each word was read, what patterns matched and what put them aside, which facts and rules
 * counted, and the decision. Quotes the comment.
 */
export function formatTrace({ texts, matches, facts, rules, decision }: Trace): string {
  const isRule = ({ signal }: TracedMatch) => signal.includes('/');
  return [
    ...texts.map(textSection),
    matchSection('Patterns of rules that matched', 'rule', matches.filter(isRule)),
    matchSection(
      'Patterns of shared signals that matched',
      'signal',
      matches.filter((one) => !isRule(one)),
    ),
    section(
      'Facts that differ from their default',
      ['fact', 'value', 'default'],
      facts
        .filter(({ name }) => !name.startsWith('signal/'))
        .map((fact) => [fact.name, json(fact.value), json(fact.default)]),
    ),
    section(
      'Rules',
      ['rule', 'outcome', 'because'],
      rules.map((rule) => ruleRow(rule, decision)),
    ),
    decisionText(decision),
  ].join('\n');
}

function matchSection(title: string, who: string, matches: readonly TracedMatch[]): string {
  const head = [who, 'pattern', 'words', 'about', 'put aside by'];
  const sorted = [...matches].sort((a, b) => (a.signal < b.signal ? -1 : a.signal > b.signal ? 1 : 0));
  return section(title, head, sorted.map(matchRow));
}

function textSection({ field, tokens }: TracedText): string {
  const head = ['written', 'read as', 'also read as', 'stands for', 'classes'];
  const sentences = [...new Set(tokens.map(({ sentence }) => sentence))];
  const rows = sentences.flatMap((sentence) => [
    ...(sentences.length > 1 ? [[`sentence ${sentence}`]] : []),
    ...tokens.filter((token) => token.sentence === sentence).map(tokenRow),
  ]);
  return section(`Words of ${field}`, head, rows);
}

function tokenRow(token: TracedToken): string[] {
  const { text, kind, quoted, form, readings, mention } = token;
  const kinds = (mention?.kinds ?? []).map((name) => `{${name}}`).join(' ');
  return [
    quoted ? `“${text}”` : text,
    kind === 'word' ? form : `${form} (${kind})`,
    readings.join(', '),
    mention === undefined || mention.text === text ? kinds : `${kinds} “${mention.text}”`,
    classText(token),
  ];
}

/** Classes by the words that have them: those of the token itself, then those of longer and disguised terms. */
function classText({ text, terms }: TracedToken): string {
  const byWords = new Map<string, Set<string>>([['', new Set()]]);
  for (const { classes, text: words, readAs } of terms) {
    const phrase = words === text ? '' : ` “${words}”`;
    const key = readAs === undefined ? phrase : `${phrase} as “${readAs}”`;
    const names = byWords.get(key) ?? new Set();
    for (const name of classes) names.add(`@${name}`);
    byWords.set(key, names);
  }
  return [...byWords]
    .filter(([, names]) => names.size > 0)
    .map(([words, names]) => `${[...names].join(' ')}${words}`)
    .join(', ');
}

function matchRow({ signal, pattern, span, target, guards }: TracedMatch): string[] {
  return [
    signal,
    pattern,
    spanText(span),
    target === undefined ? '' : `{${target.kind}} “${target.text}”`,
    guards.join(', '),
  ];
}

function spanText({ field, text, readAs }: Span): string {
  const words = readAs === undefined ? `“${text}”` : `“${text}” as “${readAs}”`;
  return field === 'text' ? words : `${words} in ${field}`;
}

function ruleRow(rule: TracedRule, { findings }: Trace['decision']): string[] {
  const { id, outcome, setAside, unmet = [] } = rule;
  const finding = findings.find(({ ruleId }) => ruleId === id);
  if (finding !== undefined)
    return [id, 'found', `${finding.severity}, ${finding.sureness} sureness, track ${finding.track}`];
  if (setAside !== undefined) return [id, 'set aside', `by ${setAside.why} ${setAside.by}`];
  if (outcome === 'not-in-effect') return [id, 'not in effect', 'its dates don’t cover the comment’s time'];
  return [id, 'conditions fail', [...new Set(unmet.map(unmetText))].join('; ')];
}

function unmetText({ fact, operator, value, found }: NonNullable<TracedRule['unmet']>[number]): string {
  return `${fact} is ${json(found)} (condition: ${operator} ${json(value)})`;
}

function decisionText({ verdict, reasons, recommendation, referrals, signposts }: Trace['decision']): string {
  const steps = recommendation.actions.map(({ type, obligation }) => `${type} (${obligation})`);
  const rows = [
    ['verdict', verdict],
    ['why a person must look', reasons.map(({ code }) => code).join(', ')],
    ['steps', steps.join(', ')],
    ['reply', recommendation.reply],
    ['refer to', referrals.map(({ to, obligation }) => `${to} (${obligation})`).join(', ')],
    ['signpost to', signposts.map(({ to }) => to).join(', ')],
  ];
  return section(
    'Decision',
    [],
    rows.filter(([, value]) => value !== ''),
  );
}

const json = (value: unknown) => (value === undefined ? 'unknown' : JSON.stringify(value));

/** A heading and rows in columns, each as wide as its widest cell. */
function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return `${title}: none\n`;
  const table = [...(head.length === 0 ? [] : [head]), ...rows].map((row) => row.map(inline));
  const many = Math.max(...table.map((row) => row.length));
  const widths = Array.from({ length: many }, (_, i) =>
    Math.max(...table.filter((row) => row.length > 1).map((row) => widthOf(row[i] ?? '')), 0),
  );
  const lines = table.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function widthOf(text: string): number {
  return cellsOf(text).reduce((sum, cell) => sum + columns(cell), 0);
}
