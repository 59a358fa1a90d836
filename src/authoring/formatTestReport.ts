import type { CoverageShare } from './coverage.ts';
import type { TestFailure } from './failure.ts';
import type { TestReport } from './testPack.ts';

/** Gaps that are listed for each part; the report itself holds all. */
const MOST_GAPS = 10;
const LONGEST_TEXT = 100;

/**
 * A test report as text for a terminal: failures by rule with file and path, coverage with what is missing, rules that
 * aren't live, and the outcome in the last line. Quotes the examples, which may hold offensive words.
 */
export function formatTestReport(report: TestReport): string {
  return [...failureLines(report.failures), ...coverageLines(report), ...statusLines(report), outcome(report)]
    .map((line) => `${line}\n`)
    .join('');
}

function failureLines(failures: readonly TestFailure[]): string[] {
  const rules = [...new Set(failures.map(({ ruleId }) => ruleId))];
  return rules.flatMap((ruleId) => [
    ruleId,
    ...failures
      .filter((failure) => failure.ruleId === ruleId)
      .flatMap(({ file, path, code, message, text }) => [
        `  ${file} at ${path}: ${message} [${code}]`,
        `    “${shorten(text)}”`,
      ]),
    '',
  ]);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}

function coverageLines({ coverage }: TestReport): string[] {
  return Object.entries(coverage).flatMap(([part, share]) => shareLines(part, share));
}

function shareLines(part: string, { covered, total, percent, missing }: CoverageShare): string[] {
  const more = missing.length - MOST_GAPS;
  if (total === 0) return [`${part.padEnd(9)}not measured: there are none here`];
  return [
    `${part.padEnd(9)}${String(percent).padStart(4)} %  ${covered} of ${total}`,
    ...missing
      .slice(0, MOST_GAPS)
      .map(({ file, path, name }) => `  not covered: ${file} at ${path}: ${name}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function statusLines({ notLive }: TestReport): string[] {
  const about = {
    draft: 'not run (draft)',
    shadow: 'reported only (shadow)',
    deprecated: 'to be taken out (deprecated)',
  };
  return (Object.keys(about) as (keyof typeof about)[]).flatMap((status) =>
    notLive[status].length === 0 ? [] : [`${about[status]}: ${notLive[status].join(', ')}`],
  );
}

function outcome({ examples: { match, noMatch, todo }, failures }: TestReport): string {
  const ran = match + noMatch + todo;
  const failed = new Set(failures.map(({ file, path }) => `${file} ${path}`)).size;
  const known = todo === 0 ? '' : `, ${todo} known failures`;
  return `${ran} examples${known}: ${failed === 0 ? 'all as expected' : `${failed} not as expected`}`;
}
