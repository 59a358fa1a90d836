import type { Verdict } from '../model/decision.ts';
import { type Cell, cellsOf, columns, inline, textOf, wrap } from './layout.ts';

/** A line of the summary table. */
export interface SummaryRow {
  /** Id of the comment, or what it is about. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly categories: readonly string[];
  readonly actions: readonly string[];
}

/** Number of comments by verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

const TABLE_WIDTHS = [28, 7, 26, 33] as const;
const NO_COUNTS: VerdictCounts = { allow: 0, review: 0, act: 0 };

/**
 * A table of at most 100 columns: counts by verdict, then a row for each comment.
 * @param unlisted counts of further comments that have no row, so that a long run needs no long list.
 */
export function summaryTable(rows: readonly SummaryRow[], unlisted: VerdictCounts = NO_COUNTS): string {
  const count = (verdict: Verdict) =>
    unlisted[verdict] + rows.filter((row) => row.verdict === verdict).length;
  const more = unlisted.allow + unlisted.review + unlisted.act;
  const total = rows.length + more;
  const counts = `${total} ${total === 1 ? 'comment' : 'comments'}: ${count('allow')} allow, ${count('review')} review, ${count('act')} act`;
  const body = rows.map((row) => [
    inline(row.label),
    row.verdict,
    listText(row.categories),
    listText(row.actions),
  ]);
  const table = [['comment', 'verdict', 'categories', 'steps'], ...body].map((cells) =>
    cells.map((text, i) => wrap(cellsOf(text), TABLE_WIDTHS[i] ?? 0)),
  );
  const widths = TABLE_WIDTHS.map((_, i) =>
    table.flatMap((cells) => cells[i] ?? []).reduce((widest, line) => Math.max(widest, lineWidth(line)), 0),
  );
  const [head = [], ...rest] = table.map((cells) => tableRow(cells, widths));
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const end = more === 0 ? [] : [`and ${more} more that have no row here`];
  return `${[counts, ...(rows.length === 0 ? [] : ['', ...head, rule, ...rest.flat()]), ...end].join('\n')}\n`;
}

function listText(names: readonly string[]): string {
  return names.length === 0 ? '-' : inline(names.join(', '));
}

function lineWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + columns(cell), 0);
}

/** One row, as many lines high as its highest cell. */
function tableRow(cells: readonly (readonly (readonly Cell[])[])[], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, i) => {
        const shown = lines[line] ?? [];
        return textOf(shown) + ' '.repeat(Math.max(0, (widths[i] ?? 0) - lineWidth(shown)));
      })
      .join('  ')
      .trimEnd(),
  );
}
