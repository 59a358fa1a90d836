import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { type ContentItem, classify, type Decision, type Verdict } from '../src/index.ts';

/** A row of examples/comments.jsonl. */
interface Row {
  readonly about: string;
  readonly item: ContentItem;
  readonly expect: { readonly verdict: Verdict; readonly categories: readonly string[] };
  readonly needs?: 'context';
  readonly wordListWrong?: true;
}

/** What examples/run.mjs gives to others: it has no types, being an example. */
interface Runner {
  readonly examples: () => readonly Row[];
  readonly differences: (decision: Decision, expected: object) => readonly string[];
}

const runner = '../examples/run.mjs';
const { examples, differences } = (await import(runner)) as Runner;
const rows = examples();

describe('examples/comments.jsonl', () => {
  test.each(rows.map((row) => [row.about, row] as const))('%s', async (_, row) => {
    expect(differences(await classify(row.item), row.expect), row.item.text).toEqual([]);
  });

  test('has enough of each kind', () => {
    const count = (holds: (row: Row) => boolean) => rows.filter(holds).length;
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(count((row) => row.expect.verdict === 'allow')).toBeGreaterThanOrEqual(25);
    expect(count((row) => row.needs === 'context')).toBeGreaterThanOrEqual(15);
    expect(count((row) => row.wordListWrong === true)).toBeGreaterThanOrEqual(10);
  });

  test('has all nineteen categories', () => {
    expect([...new Set(rows.flatMap((row) => row.expect.categories))].sort()).toEqual([
      'abuse',
      'allegation',
      'complaint',
      'defamation',
      'discrimination',
      'election',
      'hate',
      'illegal-activity',
      'intimidation',
      'misleading',
      'obscenity',
      'off-topic',
      'promotion',
      'request',
      'safeguarding',
      'spam',
      'swearing',
      'threat',
      'trolling',
    ]);
  });

  test('tells its rows apart', () => {
    expect(new Set(rows.map((row) => row.about)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => JSON.stringify(row.item))).size).toBe(rows.length);
  });

  test('has keys that are looked at', async () => {
    const decision = await classify({ text: 'Thanks', now: '2026-06-10T10:00:00+01:00' });
    expect(differences(decision, { verdct: 'allow' })).toHaveLength(1);
    expect(differences(decision, { verdict: 'act' })).toEqual(['verdict: expected "act", found "allow"']);
    const keys = new Set(rows.flatMap((row) => Object.keys(row)));
    expect([...keys].sort()).toEqual(['about', 'expect', 'item', 'needs', 'wordListWrong']);
  });
});

// Against dist: `npm test` and `npm run examples` build it first.
describe('the programs in examples/', { timeout: 60_000 }, () => {
  const run = (args: readonly string[], input = '') =>
    execFileSync(process.execPath, args, { encoding: 'utf8', input, maxBuffer: 2 ** 24 });

  test('run.mjs prints every comment, the table, and that all is as expected', () => {
    const out = run(['examples/run.mjs']);
    for (const { about } of rows) expect(out).toContain(about);
    expect(out).toContain(`\n${rows.length} comments: `);
    expect(out).toContain(`All ${rows.length} decisions are as expected.`);
  });

  test('node.mjs reads a disguise and points to the form', () => {
    const out = run(['examples/node.mjs']);
    expect(out).toMatch(/^act\n/);
    expect(out).toContain('“w@nker” (wanker)');
    expect(out).toMatch(/^Steps: ask-to-remove, hide$/m);
    expect(out).toMatch(/^Tell the author about: form-bins$/m);
  });

  test('node.cjs passes a disclosure on and punishes nobody', () => {
    const out = run(['examples/node.cjs']);
    expect(out).toMatch(/^review .*safeguarding/);
    expect(out).toMatch(/^Refer to: .*childrens-social-care \(must, /m);
    expect(out).toMatch(/^Steps: capture-evidence$/m);
    expect(out).toMatch(/^Reply: \w/m);
    expect(out).not.toContain('undefined');
  });

  test('second-council.mjs prints what README.md shows', () => {
    const shown = /<!-- second-council -->\n```\n(.*)```\n<!-- \/second-council -->/s.exec(
      readFileSync('examples/README.md', 'utf8'),
    )?.[1];
    expect(run(['examples/second-council.mjs'])).toBe(shown);
    // Most comments fare differently, and the point of a second council is that some don't.
    const pairs = [...(shown ?? '').matchAll(/North Northamptonshire: (.*)\n {2}Ashmere: (.*)/g)];
    expect(pairs.filter(([, here, there]) => here !== there).length).toBeGreaterThan(5);
    expect(pairs.filter(([, here, there]) => here === there).length).toBeGreaterThan(0);
  });

  test('typescript.ts knows the third copy by its fingerprint', () => {
    const { code } = transformSync(readFileSync('examples/typescript.ts', 'utf8'), {
      loader: 'ts',
      format: 'esm',
    });
    const out = run(['--input-type=module'], code);
    expect(out).toMatch(/^act \[.*'spam\/repeat'/);
    expect(out).toContain('may hide-duplicates (');
  });
});
