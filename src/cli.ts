#!/usr/bin/env node
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { backtest } from './cli/backtest.ts';
import { classes } from './cli/classes.ts';
import { classify, explain } from './cli/classify.ts';
import type { Command } from './cli/command.ts';
import { generalHelp } from './cli/help.ts';
import { codeOf, EXIT, type Io, unexpected } from './cli/io.ts';
import { lint } from './cli/lint.ts';
import { create } from './cli/new.ts';
import { parse, UsageError } from './cli/options.ts';
import { simulate } from './cli/simulate.ts';
import { test } from './cli/test.ts';
import { why } from './cli/why.ts';
import { harmless } from './decision/layout.ts';
import { RulePackError } from './model/problem.ts';

export type { Io } from './cli/io.ts';

const COMMANDS: readonly Command[] = [
  classify,
  explain,
  create,
  classes,
  lint,
  test,
  why,
  backtest,
  simulate,
];

/**
 * Runs the command.
 * @returns the exit code: 0 good, 1 something was found, 2 bad usage, input or rules. `--help` of each command tells more.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const { command, ...args } = parse(argv, COMMANDS);
    if (args.flags.has('help')) await io.out(command?.help ?? generalHelp(COMMANDS));
    else if (args.flags.has('version') || command === undefined) await io.out(`${version()}\n`);
    else return await command.run(args, io);
    return EXIT.good;
  } catch (error) {
    // EPIPE: the reader has gone, as in "| head", and nobody is left to tell.
    if (codeOf(error) === 'EPIPE') return EXIT.good;
    await io.err(`acceptable-use: ${harmless(failure(error))}\n`);
    return EXIT.unusable;
  }
}

function failure(error: unknown): string {
  return error instanceof UsageError || error instanceof RulePackError ? error.message : unexpected(error);
}

function version(): string {
  const file = fileURLToPath(new URL('../package.json', import.meta.url));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Each write waits until the last one is through, so that a slow reader slows the command and fills no memory. */
function writer(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  // Told through the callback of write(); without a listener it would end the process with a stack trace.
  stream.on('error', () => undefined);
  return (text) =>
    new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

/** Whether this file was started, perhaps through a link such as npm makes for a command. */
function isProgram(): boolean {
  try {
    return realpathSync(process.argv[1] ?? '') === realpathSync(fileURLToPath(import.meta.url));
  } catch {
    return false;
  }
}

if (isProgram()) {
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await main(process.argv.slice(2), {
    stdin,
    stdinIsTTY: stdin.isTTY === true,
    stdoutIsTTY: stdout.isTTY === true,
    stderrIsTTY: stderr.isTTY === true,
    columns: stdout.columns,
    out: writer(stdout),
    err: writer(stderr),
    env,
    clock: () => new Date().toISOString(),
  });
}
