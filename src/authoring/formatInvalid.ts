import { code, grouped } from './markdown.ts';
import type { InvalidRows, RowProblem } from './row.ts';

/**
 * Rows that could not be judged, as Markdown: where they stand and what is wrong with them, never their text. What is wrong
 * with many rows is told once, with the first of them.
 */
export function formatInvalid({ count, listed, more }: InvalidRows): string {
  const places = new Map<string, string[]>();
  for (const { where, problems } of listed)
    for (const text of problems.map(textOf)) places.set(text, [...(places.get(text) ?? []), where]);
  const lines = [...places].map(([text, [first = '', ...others]]) => {
    const alike = others.length === 0 ? '' : ` and ${grouped(others.length)} more`;
    return `- ${code(first)}${alike}: ${text}\n`;
  });
  const left = more === 0 ? '' : `- and ${grouped(more)} more, not listed\n`;
  return `### Not judged: ${grouped(count)}\n\n${lines.join('')}${left}`;
}

function textOf({ code: id, path, message }: RowProblem): string {
  return `${path === '' ? '' : `${code(path)}: `}${message} [${id}]`;
}
