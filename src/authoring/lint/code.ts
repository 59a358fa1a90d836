import type { LintLevel } from './problem.ts';

const WARN = new Set([
  'shadowed-pattern',
  'duplicate-term',
  'unused-class',
  'unused-guard',
  'unused-signal',
  'thin-false-positives',
  'overlapping-rule',
  'stale-contact',
  'expired-window',
  'split-alternative',
  'hits-common-word',
  'hits-innocent',
  'hits-place-name',
  'dead-exception',
]);
export function levelOf(code: string): LintLevel {
  return WARN.has(code) ? 'warning' : 'error';
}
