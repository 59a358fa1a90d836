import { VERDICTS } from '../model/decision.ts';
import type { BacktestReport, CategoryMeasures } from './backtest.ts';
import type { FiredTogether } from './firing.ts';
import { formatInvalid } from './formatInvalid.ts';
import { code, counted, grouped, markdownTable } from './markdown.ts';
import type { Proportion } from './proportion.ts';

/** Pairs that are listed; the report itself holds all. */
const MOST_PAIRS = 20;

/**
 * A backtest as Markdown: verdicts, then precision, recall and hit rate of categories and rules, with counts and 95 %
 * intervals, then what fires together. Holds no words of comments.
 */
export function formatBacktest(report: BacktestReport): string {
  const { categories, rules, overlap } = report;
  const fired = rules.filter(({ hitRate }) => hitRate.count > 0);
  return [
    ...headline(report),
    `### Categories\n\n${measures('Category', categories.map(categoryRow))}`,
    `### Rules\n\n${measures('Rule', fired.map(ruleRow), ['Alone'])}${silent(rules.length - fired.length)}`,
    overlapSection(report),
    `### Rules that fire together\n\n${pairTable(overlap.rules)}`,
  ].join('\n');
}

function headline({
  ruleset,
  rows,
  judged,
  labelled,
  unlabelled,
  invalid,
  verdicts,
}: BacktestReport): string[] {
  const notes = [
    `${counted(rows, 'row')} read, ${grouped(judged)} judged`,
    `${grouped(labelled.verdict)} with a verdict and ${grouped(labelled.categories)} with categories as labels`,
    `${grouped(unlabelled)} without a label`,
  ];
  const table = VERDICTS.map((expected) => [
    expected,
    ...VERDICTS.map((found) => grouped(verdicts.table[expected][found])),
  ]);
  return [
    `## Backtest of ${code(`${ruleset.id} ${ruleset.version} (${ruleset.revision.slice(0, 8)})`)}\n`,
    `${notes.join('; ')}.\n`,
    ...(invalid.count === 0 ? [] : [formatInvalid(invalid)]),
    ...(labelled.verdict === 0
      ? []
      : [
          `Verdicts right: ${shareText(verdicts.right)}.\n`,
          markdownTable(['Verdict expected', ...VERDICTS.map((found) => `found: ${found}`)], table, 1),
        ]),
  ];
}

function measures(
  name: string,
  rows: readonly (readonly string[])[],
  further: readonly string[] = [],
): string {
  return markdownTable([name, 'Precision', 'Recall', 'Hit rate', ...further], rows, 1);
}

function categoryRow({ id, known, ...shares }: CategoryMeasures): string[] {
  return [
    known ? code(id) : `${code(id)} (label only: the rules have no such category)`,
    ...sharesOf(shares),
  ];
}

function ruleRow({ id, shadow, alone, ...shares }: BacktestReport['rules'][number]): string[] {
  return [shadow ? `${code(id)} (shadow)` : code(id), ...sharesOf(shares), grouped(alone)];
}

function sharesOf({
  precision,
  recall,
  hitRate,
}: Pick<CategoryMeasures, 'precision' | 'recall' | 'hitRate'>): string[] {
  return [precision, recall, hitRate].map(shareText);
}

/** "50.0 % (37.1 to 62.9; 27 of 54)" */
function shareText({ count, of, share, low, high }: Proportion): string {
  if (share === null || low === null || high === null) return '–';
  const [point, least, most] = [share, low, high].map((part) => (part * 100).toFixed(1));
  return `${point} % (${least} to ${most}; ${grouped(count)} of ${grouped(of)})`;
}

function silent(count: number): string {
  return count === 0 ? '' : `\n${counted(count, 'rule')} never fired\n`;
}

/** Categories by categories: how many rows both fire in; on the diagonal, how many the category does. */
function overlapSection({ categories, overlap }: BacktestReport): string {
  const ids = categories.filter(({ hitRate }) => hitRate.count > 0).map(({ id }) => id);
  const pairs = new Map(overlap.categories.map(({ ids: pair, ofFirst }) => [pair.join(' '), ofFirst.count]));
  const rows = ids.map((row, i) => [
    code(row),
    ...ids.map((column, j) => {
      if (i === j) return grouped(categories.find(({ id }) => id === row)?.hitRate.count ?? 0);
      return grouped(pairs.get([row, column].sort().join(' ')) ?? 0);
    }),
  ]);
  return `### Categories that fire together\n\n${markdownTable(['Rows', ...ids.map(code)], rows, 1)}`;
}

function pairTable(pairs: readonly FiredTogether[]): string {
  const rows = pairs
    .slice(0, MOST_PAIRS)
    .map(({ ids, ofFirst, ofSecond }) => [
      ...ids.map(code),
      grouped(ofFirst.count),
      shareText(ofFirst),
      shareText(ofSecond),
    ]);
  const left = pairs.length - rows.length;
  const table = markdownTable(['First', 'Second', 'Rows', 'Of the first', 'Of the second'], rows, 2);
  return `${table}${left === 0 ? '' : `\nand ${counted(left, 'pair')} more\n`}`;
}
