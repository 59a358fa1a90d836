import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CategoryFile, Rule } from '../src/model/pack.ts';
import { now, parsed, piped, row, run, tinyPack } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

function withRule(id: string, change: Partial<Rule>): Record<string, unknown> {
  const category = tinyPack['categories/unkind.json'] as CategoryFile;
  const rules = category.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
  return { ...tinyPack, 'categories/unkind.json': { ...category, rules } };
}

const before = folder.pack('before', tinyPack);
const after = folder.pack('after', withRule('unkind/twit', { sureness: 'high' }));

describe('simulate', () => {
  const corpus = folder.file(
    'corpus.jsonl',
    [
      row('Thanks', { id: 'c1' }),
      row('What a twit you are', { id: 'c2' }),
      `${JSON.stringify({ about: 'x', item: { text: 'wally', now } })}\n`,
      '\n',
      row('Tw1t | `twit` @everyone', { id: 'c5' }),
    ].join(''),
  );
  const simulate = (argv: readonly string[], io: Parameters<typeof run>[1] = {}) =>
    run(['simulate', before, after, ...argv], io);

  test('prints Markdown with counts, both sides, rules and words, and no comment', async () => {
    const { code, out, err } = await simulate([corpus]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(
      /^## 2 decisions of 4 change\n\nRules before: `tiny 1\.0\.0 \([0-9a-f]{8}\)`, after: /,
    );
    expect(out).toContain('| Newly acted on | 2 |\n');
    expect(out).toContain('| Unchanged | 2 |\n');
    expect(out).toContain('| review | 0 | 0 | 2 |\n');
    expect(out).toContain('### By rule\n\n| Rule | Decisions | Newly acted on |\n| --- | ---: | ---: |\n');
    expect(out).toContain(
      `| \`${corpus}:2 c2\` | **review** | **act**: hide (may) | \`unkind/twit\` medium, low sureness → medium, high sureness: \`twit\` |\n`,
    );
    expect(out).not.toContain('What a');
  });

  test('lists texts if asked, and lets no comment write Markdown', async () => {
    const { out } = await simulate(['--show-text', corpus]);
    expect(out).toContain('| `What a twit you are` |');
    expect(out).toContain('| ``Tw1t \\| `twit` @everyone`` |');
  });

  test('lists no more than --limit, and says how many more there are', async () => {
    const { out } = await simulate(['--limit', '1', corpus]);
    expect(out).toContain('Newly acted on: 2\n');
    expect(out).toContain('\nand 1 decision more that is not listed\n');
    expect(out).not.toContain('c5');
  });

  test('gives JSON, from standard input too', async () => {
    const { code, out } = await simulate(['--json'], piped(row('twit'), row('Thanks')));
    expect(code).toBe(1);
    expect(parsed(out)[0]).toMatchObject({ rows: 2, changed: 1, verdicts: { review: { act: 1 } } });
  });

  test('exits with 0 when nothing changes', async () => {
    const { code, out } = await run(['simulate', before, before, corpus]);
    expect(code).toBe(0);
    expect(out).toMatch(/^## 0 decisions of 4 change\n/);
    expect(out).not.toContain('###');
  });

  test('counts rows that can not be judged, says where and why, and exits with 2 after the rest', async () => {
    const bad = folder.file(
      'bad.jsonl',
      `{"text": "secret\n${JSON.stringify({ text: 'secret' })}\n${JSON.stringify({ secret: 1 })}\n${row('twit')}`,
    );
    const { code, out } = await simulate([bad]);
    expect(code).toBe(2);
    expect(out).toContain('## 1 decision of 1 changes\n');
    expect(out).toContain(`### Not judged: 3\n\n- \`${bad}:1\`: Found no valid JSON.`);
    expect(out).toContain(`- \`${bad}:2\` and 1 more: \`now\`: Found no time.`);
    expect(out).toContain('--now TIME. [missing-key]\n');
    const given = await simulate(['--now', now, bad]);
    expect(given.out).toContain('### Not judged: 2\n');
    expect(given.out).not.toContain('"secret');
  });

  test.each([
    ['one folder', [before], 'Found 1 arguments'],
    ['no corpus on a terminal', [before, after], 'Found no comments'],
    ['two corpora', [before, after, 'a', 'b'], 'Found 4 arguments'],
    ['a folder that is not there', [before, '/nowhere', 'x'], 'unreadable-folder'],
    ['a limit that is no number', ['--limit', 'few', before, after, 'x'], 'whole number'],
    ['an option of another command', ['--notices', before, after, 'x'], 'classify --notices'],
  ])('refuses %s', async (_, argv, words) => {
    const { code, out, err } = await run(['simulate', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  test('tells that a corpus is not there', async () => {
    const { code, out } = await simulate([join(folder.path, 'missing.jsonl')]);
    expect(code).toBe(2);
    expect(out).toContain('(ENOENT)');
  });

  test('draws a bar on a terminal alone, and wipes it', async () => {
    const many = folder.file('many.jsonl', row('a twit and a half').repeat(2500));
    const { out, err } = await simulate(['--limit', '0', many], { stderrIsTTY: true });
    expect(err).toMatch(/\[#+\.+\] +\d+ % {2}1,000 rows, 1,000 changed/);
    expect(err).toMatch(/\[#{24}\] 100 % {2}2,500 rows/);
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
    expect(out).not.toContain('\u001b');
    const stream = await simulate(['--limit', '0'], { ...piped(row('twit').repeat(150)), stderrIsTTY: true });
    expect(stream.err).toContain('\u001b[2K100 rows, 100 changed');
    expect((await simulate(['--limit', '0', many])).err).toBe('');
  });

  test('knows the shipped rules by name', async () => {
    const { code, out } = await run(['simulate', 'shipped', before], piped(row('When is bin day?')));
    expect(code).toBe(1);
    expect(out).toMatch(/before: `north-northamptonshire .*after: `tiny /);
  });
});

describe('backtest', () => {
  const labelled = (text: string, expect?: object) =>
    `${JSON.stringify({ item: { text, now }, ...(expect === undefined ? {} : { expect }) })}\n`;
  const rows = [
    labelled('you wally', { verdict: 'act', categories: ['unkind'] }),
    labelled('Thanks', { verdict: 'allow', categories: [] }),
    labelled('dimwit', { verdict: 'act', categories: ['unkind', 'rude'] }),
    labelled('twit and wally'),
  ];

  test('prints measures with counts and intervals', async () => {
    const path = folder.file('labelled.jsonl', rows.join(''));
    const { code, out, err } = await run(['backtest', '--rules', before, path]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      '4 rows read, 4 judged; 3 with a verdict and 3 with categories as labels; 1 without a label.',
    );
    expect(out).toContain('Verdicts right: 66.7 % (20.8 to 93.9; 2 of 3).');
    expect(out).toContain(
      '| `unkind` | 100.0 % (20.7 to 100.0; 1 of 1) | 50.0 % (9.5 to 90.5; 1 of 2) | 50.0 % (15.0 to 85.0; 2 of 4) |',
    );
    expect(out).toContain('| `rude` (label only: the rules have no such category) | – |');
    expect(out).toContain('| `unkind/twit` | – | 0.0 % (0.0 to 65.8; 0 of 2) | 25.0 % ');
    expect(out).toContain('1 rule never fired');
    expect(out).toContain('| `unkind/twit` | `unkind/wally` | 1 | 100.0 % ');
  });

  test('gives JSON from standard input, and takes --now', async () => {
    const bare = `${JSON.stringify({ item: { text: 'wally' }, expect: { categories: ['unkind'] } })}\n`;
    const { code, out } = await run(['backtest', '--rules', before, '--json', '--now', now], piped(bare));
    expect(code).toBe(0);
    expect(parsed(out)[0].categories[0]).toMatchObject({ id: 'unkind', recall: { count: 1, of: 1 } });
  });

  test('exits with 2 for rows that can not be judged, and says which', async () => {
    const { code, out } = await run(
      ['backtest', '--rules', before],
      piped('nonsense\n', labelled('secret', { verdict: 'perhaps' }), row('secret'), rows[0] ?? ''),
    );
    expect(code).toBe(2);
    expect(out).toContain('### Not judged: 3\n\n- `stdin:1`: Found no valid JSON.');
    expect(out).toContain('- `stdin:2`: `expect.verdict`: ');
    expect(out).toContain('- `stdin:3`: `item`: ');
    expect(out).toContain('4 rows read, 1 judged');
    expect(out).not.toContain('secret');
  });

  test.each([
    ['two files', ['a', 'b']],
    ['no file on a terminal', []],
    ['a threshold', ['--threshold', '3', 'a']],
  ])('refuses %s', async (_, argv) => {
    expect((await run(['backtest', '--rules', before, ...argv])).code).toBe(2);
  });
});
