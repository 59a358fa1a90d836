import { inline } from '../decision/layout.ts';

/**
 * Text that Markdown can't obey, in a cell of a table too: no links, mentions, HTML or lines of its own.
 * @example code('@all | `x`') //=> '`` @all \\| `x` ``'
 */
export function code(text: string): string {
  const safe = inline(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = safe === '' || /^[` ]|[` ]$/.test(safe) ? ' ' : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
}

/** A table; the cells are Markdown already. Columns after the first `texts` hold numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts = head.length,
): string {
  const rule = head.map((_, i) => (i < texts ? '---' : '---:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** A number with commas between thousands, whatever the locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** @example counted(1, 'row') //=> '1 row' */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
