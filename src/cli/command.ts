import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RulePack } from '../model/pack.ts';
import { readOverlay, readPack } from '../node.ts';
import { extendPack } from '../pack/extend.ts';
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

/** The rules of a folder; the shipped ones, or those as the overlay in the folder changes them; with further overlays on them. */
export function packAt(directory: string | undefined, overlays: readonly string[] = []): RulePack {
  return packOn(defaultPack, directory, overlays);
}

/** The same with all examples, for commands that test rules or judge them. */
export function packWithExamples(directory: string | undefined, overlays: readonly string[] = []): RulePack {
  return packOn(() => readPack(), directory, overlays);
}

function packOn(
  shipped: () => RulePack,
  directory: string | undefined,
  overlays: readonly string[],
): RulePack {
  const base = () => {
    if (directory === undefined || directory === SHIPPED) return shipped();
    return isOverlay(directory) ? extendPack(shipped(), readOverlay(directory)) : readPack(directory);
  };
  return overlays.reduce<RulePack>((pack, overlay) => extendPack(pack, readOverlay(overlay)), base());
}

/** Whether a folder holds another council's choices rather than rules of its own. */
export function isOverlay(directory: string): boolean {
  return existsSync(join(directory, 'overlay.json'));
}
