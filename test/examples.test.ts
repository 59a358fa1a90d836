import { beforeAll, describe, expect, it } from 'vitest';
import { defaultPack, formatTestReport, type TestReport, testPack } from '../src/index.ts';

// Every rule file carries its own examples; this runs them all, so that a new file is tested by being there.
const paths = Object.keys(defaultPack().files).filter((path) => path.startsWith('categories/'));

describe('the shipped pack', () => {
  let report: TestReport;
  beforeAll(async () => {
    report = await testPack(defaultPack());
  });

  it.each(paths)('%s comes out as its examples say', (path) => {
    const failures = report.failures.filter(({ file }) => file === path);
    expect(failures, formatTestReport({ ...report, failures })).toEqual([]);
  });
});
