import type * as z from 'zod';
import type { Problem } from './problem.ts';

/** A path such as `rules[0].patterns[1]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );
}

/** Turns zod's issues into problems. The messages name types and allowed values, never the value that was found. */
export function problemsOf(error: z.ZodError, file: string): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [
        { code: issue.code.replaceAll('_', '-'), file, path: pathText(issue.path), message: issue.message },
      ];
    }
    return issue.keys.map((key) => ({
      code: 'unknown-key',
      file,
      path: pathText([...issue.path, key]),
      message: 'Found a key that is not part of the format. Remove it or correct its spelling.',
    }));
  });
}
