import { beforeAll, describe, expect, it } from 'vitest';
import { formatTestReport, type TestReport, testPack } from '../src/index.ts';
import { readPack } from '../src/node.ts';

// Every rule file carries its own examples; this runs them all, so that a new file is tested by being there.
const paths = Object.keys(readPack().files).filter((path) => path.startsWith('categories/'));

type CoveredPart = keyof TestReport['coverage'];

/** Least coverage, in whole per cent. */
const LEAST: Readonly<Record<CoveredPart, number>> = {
  rules: 100,
  patterns: 87,
  guards: 80,
  ladder: 91,
  notices: 76,
};

describe('the shipped pack', () => {
  let report: TestReport;
  beforeAll(async () => {
    report = await testPack(readPack());
  });

  it('exercises its rules, patterns, guards, ladder and notices', () => {
    for (const [part, least] of Object.entries(LEAST)) {
      const { percent, missing } = report.coverage[part as CoveredPart];
      const gaps = missing.map(({ file, path }) => `${file} at ${path}`);
      expect(percent, `${part}: ${gaps.slice(0, 20).join(', ')}`).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(paths)('%s comes out as its examples say', (path) => {
    const failures = report.failures.filter(({ file }) => file === path);
    expect(failures, formatTestReport({ ...report, failures })).toEqual([]);
  });
});
