import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { withoutExamples } from '../../src/pack/withoutExamples.ts';

/**
 * Reads every JSON file of a rules folder except its schemas, keyed by relative path ("categories/threat.json")
 * and sorted by it, so that two builds of the same files are byte-equal.
 */
export function packFiles(directory: string): Record<string, unknown> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.json') && !path.startsWith('schema/'))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readJson(directory, path)]));
}

/**
 * The files without their examples, as a literal for `__PACK__`. In ASCII alone: of a text with any other character, the
 * engine keeps two bytes for each.
 */
export function packLiteral(files: Readonly<Record<string, unknown>>): string {
  const bare = Object.entries(files).map(([path, content]) => [path, withoutExamples(path, content)]);
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(JSON.stringify(Object.fromEntries(bare)).replace(/[^\x20-\x7e]/g, escaped));
}

function readJson(directory: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(directory, path), 'utf8'));
  } catch (error) {
    throw new Error(`rules/${path} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}
