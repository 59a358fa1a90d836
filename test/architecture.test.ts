import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const { forbidden = [], options } = createRequire(import.meta.url)(
  '../.dependency-cruiser.cjs',
) as IConfiguration;

/** The imports that break a rule, as "rule: from -> to", sorted. */
async function breaches(baseDir: string): Promise<string[]> {
  const { output } = await cruise(['src'], { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
}

test('src imports in one direction, each library in its own folder', async () => {
  expect(await breaches(process.cwd())).toEqual([]);
}, 30_000);

describe('the rules bite', () => {
  // Every file breaks a rule or is what a breach points at; one cruise of the whole tree keeps this quick.
  const tree: Record<string, string> = {
    'src/index.ts': "export { classify } from './classify.js'; export { own } from './text/own.js';",
    'src/node.ts': "import 'node:fs'; import 'zod';",
    'src/classify.ts': "import './authoring/lint.js'; export const classify = 1;",
    'src/authoring/lint.ts': "import '../classify.js'; export const lint = 1;",
    'src/pack/compile.ts': "import type { Decision } from '../index.js'; export type Pack = Decision;",
    'src/decision/decide.ts': "import '../../rules/ladder.json'; export const decide = 1;",
    'src/engine/run.ts': "import 'json-rules-engine'; import '../pack/compile.js';",
    'src/evidence/match.ts': "import 'luxon'; import 'obscenity'; import 'chalk';",
    'src/model/item.ts': "import 'node:fs'; import 'zod'; import '../text/own.js';",
    'src/text/own.ts': "import '../model/item.js'; import './missing.js'; export const own = 1;",
    'src/shared/thing.ts': "import '../model/item.js';",
    'rules/ladder.json': '{}',
  };
  for (const library of ['zod', 'luxon', 'obscenity', 'json-rules-engine', 'chalk']) {
    tree[`node_modules/${library}/index.js`] = '';
    tree[`node_modules/${library}/package.json`] = `{ "name": "${library}", "main": "index.js" }`;
  }

  let found: string[];
  let root: string;
  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'architecture-')));
    for (const [path, content] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    found = await breaches(root);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('each breach is found, and nothing else', () => {
    expect(found).toEqual([
      'five-libraries: src/evidence/match.ts -> node_modules/chalk/index.js',
      'home-luxon: src/evidence/match.ts -> node_modules/luxon/index.js',
      'home-zod: src/node.ts -> node_modules/zod/index.js',
      'no-circular: src/authoring/lint.ts -> src/classify.ts',
      'no-circular: src/model/item.ts -> src/text/own.ts',
      'node-only-at-the-doors: src/model/item.ts -> fs',
      'only-src: src/decision/decide.ts -> rules/ladder.json',
      'resolvable: src/text/own.ts -> ./missing.js',
      'row-classify: src/classify.ts -> src/authoring/lint.ts',
      'row-engine: src/engine/run.ts -> src/pack/compile.ts',
      'row-model: src/model/item.ts -> src/text/own.ts',
      'row-pack: src/pack/compile.ts -> src/index.ts',
      'unknown-row: src/shared/thing.ts -> src/model/item.ts',
    ]);
  });
});
