import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonFault } from './model/jsonFault.ts';
import type { Overlay } from './model/overlay.ts';
import type { RulePack } from './model/pack.ts';
import { type Problem, RulePackError } from './model/problem.ts';

export type { Overlay } from './model/overlay.ts';
export type { RulePack } from './model/pack.ts';
export { type Problem, RulePackError } from './model/problem.ts';

/** Folders and files of a rules folder that hold no rules. */
const SKIPPED = new Set(['schema', 'node_modules']);

/** The package's own rules: `src` and `dist` both stand beside them. */
const shippedFolder = () => fileURLToPath(new URL('../rules', import.meta.url));

/**
 * Reads every JSON file of a rules folder, in the layout of the shipped `rules/`. Pass the result to `compileRuleset`.
 * @param directory Default: the package's own rules, with the examples that `defaultPack()` lacks.
 * @throws {RulePackError} for a folder or files that can't be read or aren't JSON, all of them at once.
 */
export function readPack(directory: string = shippedFolder()): RulePack {
  return { files: readFiles(directory) };
}

/**
 * Reads every JSON file of an overlay's folder: `overlay.json`, `categories/`, `lexicons/` and what is merged by id. Pass the
 * result to `extendPack`.
 * @throws {RulePackError} for a folder or files that can't be read or aren't JSON, all of them at once.
 */
export function readOverlay(directory: string): Overlay {
  return { files: readFiles(directory) };
}

function readFiles(directory: string): Record<string, unknown> {
  const problems: Problem[] = [];
  const files: Record<string, unknown> = {};
  for (const path of jsonFiles(directory, problems)) {
    let text = '';
    try {
      text = readFileSync(join(directory, path), 'utf8');
      files[path] = JSON.parse(text);
    } catch (error) {
      problems.push({ code: 'invalid-json', file: path, path: '', message: faultText(text, error as Error) });
    }
  }
  if (problems.length > 0) throw new RulePackError(problems);
  return files;
}

function faultText(text: string, error: Error): string {
  const fault = error instanceof SyntaxError ? jsonFault(text) : undefined;
  if (fault === undefined) return `Found no valid JSON: ${error.message}`;
  const { line, column, expected } = fault;
  return `Found no valid JSON: line ${line}, column ${column}: expected ${expected}.`;
}

function jsonFiles(directory: string, problems: Problem[]): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
      if (SKIPPED.has(entry.name)) return [];
      if (entry.isFile()) return entry.name.endsWith('.json') ? [entry.name] : [];
      return readdirSync(join(directory, entry.name))
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${entry.name}/${name}`);
    });
  } catch (error) {
    problems.push({
      code: 'unreadable-folder',
      file: directory,
      path: '',
      message: `Found no readable folder: ${(error as Error).message}`,
    });
    return [];
  }
}
