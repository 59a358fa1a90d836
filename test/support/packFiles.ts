import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

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

function readJson(directory: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(directory, path), 'utf8'));
  } catch (error) {
    throw new Error(`rules/${path} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}
