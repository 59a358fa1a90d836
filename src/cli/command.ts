import type { RulePack } from '../model/pack.ts';
import { readPack } from '../node.ts';
import { defaultPack } from '../pack/shipped.ts';
import type { Io } from './io.ts';
import type { Arguments, CommandLine } from './options.ts';

/** A command of the program. */
export interface Command extends CommandLine {
  /** What it does, in one line of the general help. */
  readonly about: string;
  /** The text of `acceptable-use <name> --help`. */
  readonly help: string;
  /**
   * @returns the exit code.
   * @throws {UsageError} {RulePackError} which the program tells on standard error, with exit code 2.
   */
  readonly run: (args: Arguments, io: Io) => Promise<number>;
}

/** Instead of a folder: the rules that the package ships. */
export const SHIPPED = 'shipped';

/** The rules of a folder, or the shipped ones. */
export function packAt(directory: string | undefined): RulePack {
  return directory === undefined || directory === SHIPPED ? defaultPack() : readPack(directory);
}
