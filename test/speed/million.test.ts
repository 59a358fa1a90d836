import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPack } from '../../src/index.ts';
import type { CategoryFile } from '../../src/model/pack.ts';
import { temporaryFolder } from '../support/folder.ts';
import { packLiteral } from '../support/packFiles.ts';

// A run of a million takes minutes: MILLION=1 npm run speed -- test/speed/million.test.ts
const ROWS = process.env.MILLION === undefined ? 5000 : 1_000_000;
const MOST_MEGABYTES = 600;
const BATCH = 1000;

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** Most memory that the process ever held, in kilobytes, as its last line of standard error. */
const reporter = folder.file(
  'peak.mjs',
  "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));",
);

/** Every row differs, and one in a hundred changes. */
function rows(from: number): string {
  return Array.from({ length: BATCH }, (_, i) => {
    const text = (from + i) % 100 === 7 ? `Damn, number ${from + i}` : `Number ${from + i}`;
    return `${JSON.stringify({ id: `c${from + i}`, text, now: '2026-06-10T10:00:00+01:00' })}\n`;
  }).join('');
}

describe('simulate', () => {
  const command = join(folder.path, 'dist/cli.js');
  let after: string;
  beforeAll(async () => {
    const { build } = await import('tsup');
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder.path, 'node_modules'));
    folder.file('package.json', '{ "type": "module", "version": "0.0.0" }');
    mkdirSync(join(folder.path, 'dist'));
    await build({
      config: false,
      silent: true,
      format: 'esm',
      target: 'node20',
      entry: { cli: 'src/cli.ts' },
      outDir: join(folder.path, 'dist'),
      define: { __PACK__: packLiteral(defaultPack().files) },
    });
    const mild = defaultPack().files['categories/swearing.json'] as CategoryFile;
    const graver = mild.rules.map((rule) =>
      rule.id === 'swearing/mild' ? { ...rule, severity: 'high' } : rule,
    );
    after = folder.pack('after', {
      ...defaultPack().files,
      'categories/swearing.json': { ...mild, rules: graver },
    });
  }, 120_000);

  it(`judges ${ROWS} rows by two rulesets in less than ${MOST_MEGABYTES} MB`, async () => {
    const child = spawn(process.execPath, [
      '--import',
      reporter,
      command,
      'simulate',
      '--json',
      'shipped',
      after,
    ]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    const start = performance.now();
    const batches = (function* () {
      for (let from = 0; from < ROWS; from += BATCH) yield rows(from);
    })();
    await pipeline(Readable.from(batches), child.stdin);
    expect(await ended).toBe(1);
    const report = JSON.parse(out);
    const megabytes = Number(/peak (\d+)\n$/.exec(err)?.[1]) / 1024;
    console.log(
      `${ROWS} rows: ${Math.round((performance.now() - start) / 1000)} s, ${Math.round(megabytes)} MB at most`,
    );
    expect(report).toMatchObject({ rows: ROWS, judged: ROWS, changed: ROWS / 100 });
    expect(report.kinds[0].listed.length + report.kinds[0].more).toBe(report.kinds[0].count);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  }, 7_200_000);
});
