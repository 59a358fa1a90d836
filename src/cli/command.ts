import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../model/nearest.ts';
import type { RulePack } from '../model/pack.ts';
import { readOverlay, readPack } from '../node.ts';
import { extendPack } from '../pack/extend.ts';
import { defaultPack } from '../pack/shipped.ts';
import type { Io } from './io.ts';
import { type Arguments, type CommandLine, UsageError } from './options.ts';

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
const LONGEST_ID = 40;

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

/**
 * Ids of categories that were named.
 * @throws {UsageError} with the name that was probably meant, for one that the pack hasn't.
 */
export function categoriesNamed(inputs: readonly string[], pack: RulePack): readonly string[] {
  const known = Object.keys(pack.files).flatMap((path) => /^categories\/(.*)\.json$/.exec(path)?.[1] ?? []);
  const missing = inputs.find((id) => !known.includes(id));
  if (missing === undefined) return inputs;
  // Longer than any id, it may be a comment.
  const name = missing.length <= LONGEST_ID ? ` "${missing}"` : '';
  const near = nearest(missing.slice(0, LONGEST_ID), known);
  const advice = near === undefined ? `Write one of ${known.sort().join(', ')}.` : `Did you mean "${near}"?`;
  throw new UsageError(`Found no category${name}. ${advice}`);
}

/** Whether a folder holds another council's choices rather than rules of its own. */
export function isOverlay(directory: string): boolean {
  return existsSync(join(directory, 'overlay.json'));
}
