import type { Problem } from './problem.ts';

const MAX_DEPTH = 32;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Finds what would break a recursive schema or poison an object: nesting over 32 levels, cycles, forbidden keys.
 * Iterative, so that hostile nesting can't exhaust the stack.
 */
export function checkShape(value: unknown, file: string): Problem[] {
  const problems: Problem[] = [];
  const stack: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    if (typeof entry.value !== 'object' || entry.value === null) continue;
    if (entry.depth > MAX_DEPTH) {
      problems.push({
        code: 'too-deep',
        file,
        path: entry.path,
        message: `Found more than ${MAX_DEPTH} levels of nesting. Flatten it.`,
      });
      return problems;
    }
    for (const key of Object.keys(entry.value)) {
      const path = Array.isArray(entry.value)
        ? `${entry.path}[${key}]`
        : entry.path === ''
          ? key
          : `${entry.path}.${key}`;
      if (FORBIDDEN_KEYS.has(key)) {
        problems.push({
          code: 'forbidden-key',
          file,
          path,
          message: `Found the key "${key}", which is never allowed. Remove it.`,
        });
        continue;
      }
      stack.push({ value: (entry.value as Record<string, unknown>)[key], path, depth: entry.depth + 1 });
    }
  }
  return problems;
}
