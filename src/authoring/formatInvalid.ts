import { code, grouped } from './markdown.ts';
import type { InvalidRows } from './row.ts';

/** Rows that could not be judged, as Markdown: where they stand and what is wrong with them, never their text. */
export function formatInvalid({ count, listed, more }: InvalidRows): string {
  const lines = listed.flatMap(({ where, problems }) =>
    problems.map(({ code: id, path, message }) => {
      const place = path === '' ? '' : `${code(path)}: `;
      return `- ${code(where)}: ${place}${message} [${id}]\n`;
    }),
  );
  const left = more === 0 ? '' : `- and ${grouped(more)} more\n`;
  return `### Not judged: ${grouped(count)}\n\n${lines.join('')}${left}`;
}
