import { formatTestReport } from '../authoring/formatTestReport.ts';
import { COVERED_PARTS } from '../authoring/inventory.ts';
import { type TestReport, testPack } from '../authoring/testPack.ts';
import { harmless } from '../decision/layout.ts';
import { RulePackError } from '../model/problem.ts';
import { type Command, packWithExamples } from './command.ts';
import { EXIT, type Io, jsonText } from './io.ts';
import { type Arguments, UsageError } from './options.ts';
import { FolderWatch } from './watch.ts';

/** `acceptable-use test` */
export const test: Command = {
  name: 'test',
  about: 'runs the examples in the rule files, and tells what none of them holds',
  options: ['rules', 'overlay', 'json', 'threshold', 'watch'],
  help: `Usage: acceptable-use test [options] [CATEGORY ...]

Runs every example in the rule files, of all categories or of those that are named, and reckons coverage: how many rules,
patterns, guards, steps of the ladder and notices an example exercises. Quotes examples, which may be offensive.

  acceptable-use test --rules my-rules                  all of a folder
  acceptable-use test --rules my-rules --watch threat   one category, again after each change of a file

Options
  --rules DIR    rules folder to test, instead of the shipped one
  --overlay DIR  overlay folder of another council; again for one that stands on it
  --threshold N  fail if an example exercises less than N per cent of the rules, patterns, guards, ladder or notices
  --watch        go on, and test again whenever a file of the folder changes; Ctrl-C ends it
  --json         the report as JSON

Exit code: 0 all as expected; 1 an example fails, or coverage is below the threshold; 2 bad usage or rules.
`,
  run: testRules,
};

async function testRules(args: Arguments, io: Io): Promise<number> {
  if (!args.flags.has('watch')) return testOnce(args, io);
  if (args.rules === undefined)
    throw new UsageError('Found --watch without a folder. Write: acceptable-use test --rules DIR --watch');
  return testAgain(args, args.rules, io);
}

async function testOnce(
  { inputs, flags, rules, overlays, threshold = 0 }: Arguments,
  io: Io,
): Promise<number> {
  const report = await testPack(
    packWithExamples(rules, overlays),
    inputs.length === 0 ? {} : { categories: inputs },
  );
  const low = below(report, threshold);
  await io.out(flags.has('json') ? jsonText(report) : harmless(formatTestReport(report)));
  for (const part of low)
    await io.err(
      `acceptable-use: coverage of ${part} is ${report.coverage[part].percent} %, below ${threshold} %\n`,
    );
  return report.failures.length > 0 || low.length > 0 ? EXIT.found : EXIT.good;
}

function below({ coverage }: TestReport, threshold: number): readonly (keyof TestReport['coverage'])[] {
  return COVERED_PARTS.filter((part) => coverage[part].percent < threshold);
}

async function testAgain(args: Arguments, directory: string, io: Io): Promise<number> {
  // Before the first run, so that a change during it is not missed.
  const folder = new FolderWatch(directory, io.signal);
  try {
    let code = await testTolerantly(args, io);
    await io.err('acceptable-use: waiting for a change\n');
    while (await folder.change()) {
      code = await testTolerantly(args, io);
      await io.err('acceptable-use: waiting for a change\n');
    }
    return code;
  } finally {
    folder.close();
  }
}

/** Rules that are being edited are often broken for a moment. */
async function testTolerantly(args: Arguments, io: Io): Promise<number> {
  try {
    return await testOnce(args, io);
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    await io.err(`acceptable-use: ${harmless(error.message)}\n`);
    return EXIT.unusable;
  }
}
