import type { LintReport } from '../lintPack.ts';
import type { LintProblem } from './problem.ts';

/** A report as plain text: a heading for each file, a line for each problem, and the count. Ends with a line end. */
export function formatLintReport({ problems, unlisted = 0 }: LintReport): string {
  const rest = unlisted === 0 ? '' : ` ${count(unlisted, 'warning')} elsewhere, or as before, not listed.`;
  if (problems.length === 0) return `No problems.${rest}\n`;
  const files = [...new Set(problems.map(({ file }) => file))];
  const parts = files.map((file) => {
    const lines = problems.filter((problem) => problem.file === file).map(lineOf);
    return [file, ...lines, ''].join('\n');
  });
  return `${parts.join('\n')}\n${summary(problems)}${rest}\n`;
}

function lineOf({ level, path, message, code }: LintProblem): string {
  return `  ${level.padEnd(7)}  ${path === '' ? '' : `${path}: `}${message} [${code}]`;
}

function summary(problems: readonly LintProblem[]): string {
  const errors = problems.filter(({ level }) => level === 'error').length;
  return `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}. rules/LINT.md explains each code.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
