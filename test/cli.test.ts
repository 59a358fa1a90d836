import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lines } from '../src/cli/source.ts';
import type { Io } from '../src/cli.ts';
import { chunks, now, tinyPack as pack, parsed, piped, type Result, row, run } from './support/command.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'cli-')));
const rules = join(root, 'rules');

function file(path: string, content: string | Uint8Array): string {
  const whole = join(root, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

beforeAll(() => {
  for (const [path, content] of Object.entries(pack)) file(`rules/${path}`, JSON.stringify(content));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Classifies with the tiny pack. */
function classify(argv: readonly string[], io: Partial<Io> = {}): Promise<Result> {
  return run(['classify', '--rules', rules, ...argv], io);
}

describe('explain', () => {
  test('prints a page for each comment, with its name, and the exit codes of classify', async () => {
    const { code, out } = await run(['explain', '--rules', rules, '--now', now, 'Thanks', 'you wally']);
    expect(code).toBe(1);
    expect(out).toContain('comment 1\nExplanation, for the file.');
    expect(out).toContain('The words: “wally”.');
    expect(out).toContain('T-1 Be kind');
  });

  test('reads JSONL and adds the page to the decision with --json', async () => {
    const { code, out } = await run(
      ['explain', '--rules', rules, '--jsonl', '--json'],
      piped(row('Thanks'), row('you wally')),
    );
    expect(code).toBe(1);
    const decisions = parsed(out);
    expect(decisions.map(({ verdict }) => verdict)).toEqual(['allow', 'act']);
    for (const { explanation } of decisions) expect(explanation).toMatch(/^Explanation, for the file/);
  });

  test('adds no page to classify, and takes no --notices', async () => {
    expect(parsed((await classify(['--json', 'you wally'])).out)[0]).not.toHaveProperty('explanation');
    const { code, err } = await run(['explain', '--rules', rules, '--notices', 'you wally']);
    expect(code).toBe(2);
    expect(err).toContain('classify --notices');
  });
});

describe('--overlay', () => {
  const overlay = (id: string, choices: object) =>
    dirname(
      file(`${id}/overlay.json`, JSON.stringify({ id, version: '1.0.0', title: `The ${id}`, ...choices })),
    );
  const off = (rule: string) => ({ switchedOff: [{ rule, reason: 'We do not mind.' }] });

  test('judges by the choices of another council, and says whose', async () => {
    const argv = ['--json', '--overlay', overlay('parish', off('unkind/wally'))];
    const { code, out } = await classify([...argv, 'you wally', 'you twit']);
    expect(code).toBe(1);
    expect(parsed(out).map(({ verdict }) => verdict)).toEqual(['allow', 'review']);
    expect(parsed(out)[0].ruleset).toMatchObject({ id: 'tiny+parish', version: '1.0.0+parish.1.0.0' });
  });

  test('may stand on another, and works for explain', async () => {
    const folders = [overlay('parish', off('unkind/wally')), overlay('ward', off('unkind/twit'))];
    const argv = folders.flatMap((folder) => ['--overlay', folder]);
    const { code, out } = await run(['explain', '--rules', rules, ...argv, 'you wally', 'you twit']);
    expect(code).toBe(0);
    expect(out).toContain('tiny+parish+ward');
  });

  test('2 for an overlay with a fault, which says what to do', async () => {
    const { code, err } = await classify(['--overlay', overlay('bad', off('unkind/waly')), 'Thanks']);
    expect(code).toBe(2);
    expect(err).toContain('overlay.json at switchedOff[0].rule: Found the rule "unkind/waly"');
    expect(err).toContain('Did you mean "unkind/wally"?');
    expect((await classify(['--overlay', '/nowhere', 'Thanks'])).err).toContain('unreadable-folder');
    expect((await classify(['Thanks', '--overlay'])).err).toContain('--overlay without a value');
  });
});

describe('exit codes', () => {
  test.each([
    ['0 when every comment may stay', ['Lovely park', 'Thanks'], 0],
    ['1 when a comment needs a step', ['Lovely park', 'you wally'], 1],
    ['1 when a comment needs a look', ['you twit'], 1],
    ['0 for help', ['--help'], 0],
    ['0 for the version', ['--version'], 0],
    ['2 for an unknown option', ['--summry', 'Thanks'], 2],
    ['2 for an option without its value', ['Thanks', '--now'], 2],
    ['2 for a value that an option does not take', ['--json=yes', 'Thanks'], 2],
    ['2 for a time that is none', ['--now', 'yesterday', 'Thanks'], 2],
    ['2 for no comment at a terminal', [], 2],
    ['2 for standard input twice', ['-', '-'], 2],
    ['2 for a comment that is too long, even after a breach', ['you wally', 'x'.repeat(131_073)], 2],
  ])('%s', async (_, argv, code) => {
    expect((await classify(argv)).code).toBe(code);
  });

  test.each([
    ['an unknown command', ['classfy', 'Thanks'], 'unknown command'],
    ['no command', [], 'no command'],
    ['a rules folder that is not there', ['classify', '--rules', '/nowhere', 'Thanks'], 'unreadable-folder'],
  ])('2 for %s, said on standard error', async (_, argv, words) => {
    const { code, out, err } = await run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  test('2 for rules with a fault, which says file and place', async () => {
    const broken = join(root, 'broken');
    for (const [path, content] of Object.entries(pack)) file(`broken/${path}`, JSON.stringify(content));
    file(
      'broken/categories/unkind.json',
      JSON.stringify({ ...(pack['categories/unkind.json'] as object), track: 'brech' }),
    );
    const { code, err } = await run(['classify', '--rules', broken, 'Thanks']);
    expect(code).toBe(2);
    expect(err).toContain('categories/unkind.json at track: ');
    expect(err).toContain('Did you mean "breach"?');
  });

  test('2 for a failure to write', async () => {
    const out = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const { code, err } = await classify(['Thanks'], { out });
    expect({ code, err }).toEqual({ code: 2, err: 'acceptable-use: Could not go on (ENOSPC).\n' });
  });
});

describe('comments', () => {
  test('each argument is one', async () => {
    const { out } = await classify(['--json', 'Lovely park', 'you wally']);
    expect(parsed(out).map((decision) => decision.verdict)).toEqual(['allow', 'act']);
  });

  test('standard input is one, in as many chunks as it comes, without the last line break', async () => {
    const bytes = new TextEncoder().encode('you wálly\nand wally 😀\n');
    const { out } = await classify(
      ['--json'],
      piped(bytes.subarray(0, 6), bytes.subarray(6, 22), bytes.subarray(22)),
    );
    const [decision] = parsed(out);
    expect(decision.findings[0].spans.at(-1)).toMatchObject({ text: 'wally', start: 14 });
  });

  test('"-" is standard input among others', async () => {
    const { out } = await classify(['--json', 'Thanks', '-', 'Thanks'], piped('you wally'));
    expect(parsed(out).map((decision) => decision.verdict)).toEqual(['allow', 'act', 'allow']);
  });

  test('that begin with a dash follow "--"', async () => {
    expect((await classify(['--', '-you wally'])).out).toContain('  | -you [[wally]]\n');
  });

  test.each([
    ['nothing', ''],
    ['bytes that are not UTF-8', new Uint8Array([0x66, 0xe9])],
    ['more than fits in memory', new Uint8Array(16 * 1024 * 1024 + 1)],
  ])('in standard input are refused: %s', async (_, bytes) => {
    const { code, out, err } = await classify([], piped(bytes));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^stdin: Found /);
  });

  test('are judged for the current time, or for --now', async () => {
    const [current] = parsed((await classify(['--json', 'Thanks'])).out);
    const [given] = parsed((await classify(['--json', '--now', '2025-01-02T03:04:05Z', 'Thanks'])).out);
    expect([current.evaluatedAt, given.evaluatedAt]).toEqual([
      '2026-06-10T09:00:00.000Z',
      '2025-01-02T03:04:05.000Z',
    ]);
  });
});

describe('output', () => {
  test('is a page for each comment', async () => {
    const { out } = await classify(['you wally']);
    expect(out).toContain('ACT: ');
    expect(out).toContain('  | you [[wally]]\n');
    expect(out).toContain('Clauses: T-1 Be kind\n');
    expect(out).not.toContain('\u001b');
  });

  test.each([
    ['on a terminal', [], { stdoutIsTTY: true }, true],
    ['not on a terminal with NO_COLOR', [], { stdoutIsTTY: true, env: { NO_COLOR: '1' } }, false],
    ['on a terminal with an empty NO_COLOR', [], { stdoutIsTTY: true, env: { NO_COLOR: '' } }, true],
    ['when asked for', ['--colour'], {}, true],
    ['when asked for in American', ['--color'], { env: { NO_COLOR: '1' } }, true],
    ['not when refused', ['--no-colour'], { stdoutIsTTY: true }, false],
    ['not when refused in American', ['--no-color'], { stdoutIsTTY: true }, false],
    ['by the last of two options', ['--no-colour', '--color'], {}, true],
  ] as const)('is coloured %s', async (_, argv, io, coloured) => {
    expect((await classify([...argv, 'you wally'], io)).out.includes('\u001b[')).toBe(coloured);
  });

  test('fits the terminal', async () => {
    const { out } = await classify([`you wally ${'word '.repeat(50)}`], { columns: 50 });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  test('has wording with --notices', async () => {
    expect((await classify(['--notices', 'you wally'])).out).toContain(
      'Note for the file (note)\n  Keep a note: act.\n',
    );
    const [decision] = parsed((await classify(['--notices', '--json', 'you wally'])).out);
    expect(decision.notices).toEqual([
      { id: 'note', audience: 'internal-note', clauses: ['T-1'], text: 'Keep a note: act.' },
    ]);
  });

  test('ends in a table with --summary', async () => {
    const { out } = await classify(['--summary', 'Thanks', 'you wally']);
    expect(out).toMatch(
      /2 comments: 1 allow, 0 review, 1 act\n\ncomment .*\n-.*\ncomment 1 .*\ncomment 2 +act +unkind +hide\n$/,
    );
  });

  test('keeps the table out of JSON', async () => {
    const { out, err } = await classify(['--summary', '--json', 'Thanks']);
    expect(parsed(out)).toHaveLength(1);
    expect(err).toContain('1 comment: 1 allow');
  });

  test('holds no control character of a comment, as a page or as JSON', async () => {
    const hostile = 'you wally\u001b[2J\u009b31m\u202e\u0007\u0085\u2028';
    const page = (await classify([hostile])).out;
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028]/u);
    expect(page).toContain('[[wally]]<U+001B>[2J<U+009B>31m<U+202E><U+0007><U+0085><U+2028>\n');
  });

  test('as JSON escapes control characters without changing them', async () => {
    const words = 'silly \u009b\u200f\u001b billy';
    const { out } = await classify(['--json', words]);
    expect(out.trimEnd()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(parsed(out)[0].findings[0].spans[0].text).toBe(words);
  });

  test('holds no control character of what a row is about', async () => {
    const about = '\u202e\u009b2J';
    const { out } = await classify(
      ['--summary', '--jsonl'],
      piped(JSON.stringify({ about, item: { text: 'Thanks', now } })),
    );
    expect(out.match(/<U\+202E><U\+009B>2J/g)).toHaveLength(2);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe('JSONL', () => {
  test('has a content item, or one beside what it is about, on each line; blank lines only count', async () => {
    const path = file(
      'rows.jsonl',
      `${row('you wally', { id: 'r1' })}\n${JSON.stringify({ about: 'thanks', other: 1, item: { text: 'Thanks', now } })}\r\n${row('you twit').trimEnd()}`,
    );
    const { code, out, err } = await classify(['--jsonl', '--summary', path]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const table = out.slice(out.indexOf('3 comments')).split('\n').slice(4);
    expect(table[0]).toMatch(/^r1 +act /);
    expect(table[1]).toMatch(/^thanks +allow /);
    expect(
      table
        .slice(2)
        .map((line) => line.slice(0, 28).trimEnd())
        .join(''),
    ).toBe(`${path}:4`);
  });

  test('lacks a time: --now gives it, and none is a fault that names the field', async () => {
    const bare = `${JSON.stringify({ text: 'Thanks' })}\n${row('Thanks')}`;
    const given = await classify(['--jsonl', '--json', '--now', '2025-01-02T03:04:05Z'], piped(bare));
    expect(parsed(given.out).map((decision) => decision.evaluatedAt)).toEqual([
      '2025-01-02T03:04:05.000Z',
      '2026-06-10T09:00:00.000Z',
    ]);
    const { code, err } = await classify(['--jsonl', '--json'], piped(bare));
    expect(code).toBe(2);
    expect(err).toMatch(/^stdin:1: now: .* Or give --now\. \[/);
  });

  test('rows that are bad are reported with file and line, and the rest still runs in its place', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(131_073), now });
    const bad = [
      '{"text": "secret',
      '"secret"',
      '[]',
      '{"text": 5, "secret words": 1}',
      long,
      '{"about": "x", "item": null}',
    ];
    const path = file('bad.jsonl', `${row('Thanks')}${bad.join('\n')}\n${row('you wally')}`);
    const { code, out, err } = await classify(['--jsonl', '--json', path]);
    expect(code).toBe(2);
    const rows = parsed(out);
    expect(rows.map((line) => line.verdict ?? line.error.where)).toEqual([
      'allow',
      ...bad.map((_, i) => `${path}:${i + 2}`),
      'act',
    ]);
    for (const [i] of bad.entries()) expect(err).toContain(`${path}:${i + 2}: `);
    expect(err).toContain('6 could not be judged');
    expect(`${out}${err}`).not.toContain('secret');
  });

  test('rows that are no UTF-8 or too long to hold are refused alone', async () => {
    const bad = new Uint8Array([0x22, 0xe9, 0x22, 0x0a]);
    const { out, err } = await classify(
      ['--jsonl', '--json'],
      piped(bad, new Uint8Array(17 * 1024 * 1024).fill(32), '\n', row('Thanks')),
    );
    expect(err).toMatch(/^stdin:1: .*UTF-8.*\nstdin:2: .*bytes/);
    expect(parsed(out).map((line) => line.verdict)).toEqual([undefined, undefined, 'allow']);
  });

  test('files that cannot be read are reported, and the next one still runs', async () => {
    const path = file('good.jsonl', row('Thanks'));
    const { code, out, err } = await classify(['--jsonl', '--json', join(root, 'missing.jsonl'), root, path]);
    expect(code).toBe(2);
    expect(err).toMatch(/missing\.jsonl: .*ENOENT.*\n.*EISDIR/);
    expect(parsed(out).at(-1).verdict).toBe('allow');
  });

  test('of 20,000 rows come out in order, each before the next is read', async () => {
    let read = 0;
    let written = 0;
    let ahead = 0;
    async function* source() {
      for (; read < 20_000; read++)
        yield row(read % 100 === 7 ? 'you wally' : 'Thanks', { id: `row-${read}` });
    }
    const verdicts: string[] = [];
    const out = async (text: string) => {
      ahead = Math.max(ahead, read - written);
      written += 1;
      verdicts.push(JSON.parse(text).verdict);
    };
    const { code, err } = await classify(['--jsonl', '--json', '--summary'], {
      stdin: source(),
      stdinIsTTY: false,
      out,
    });
    expect(code).toBe(1);
    expect(ahead).toBeLessThanOrEqual(1);
    expect(verdicts.map((verdict) => verdict === 'act')).toEqual(
      Array.from({ length: 20_000 }, (_, i) => i % 100 === 7),
    );
    expect(err).toContain('20000 comments: 19800 allow, 0 review, 200 act');
    expect(err).toContain('and 19000 more');
  }, 60_000);

  test('ends quietly when its reader goes away, and reads no further', async () => {
    let read = 0;
    let closed = false;
    async function* source() {
      try {
        for (; read < 1000; read++) yield row('Thanks');
      } finally {
        closed = true;
      }
    }
    let written = 0;
    const out = async () => {
      if (written++ === 2) throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    };
    const { code, err } = await classify(['--jsonl'], { stdin: source(), stdinIsTTY: false, out });
    expect({ code, err, closed }).toEqual({ code: 0, err: '', closed: true });
    expect(read).toBeLessThan(5);
  });
});

describe('errors hold no text of a comment', () => {
  test.each([
    ['as an unknown command', ['secret']],
    ['as an unknown option', ['classify', '--secret words']],
    ['as short options', ['classify', '-secret']],
    ['as a time', ['classify', '--now', 'secret', 'x']],
    ['as a value of an option', ['classify', '--json=secret']],
  ])('%s', async (_, argv) => {
    const { code, err } = await run(argv);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(err).not.toContain('secret');
  });

  test('as an unexpected error', async () => {
    const stdin: Io['stdin'] = {
      // biome-ignore lint/correctness/useYield: it fails before there is anything to yield.
      async *[Symbol.asyncIterator]() {
        throw new Error('secret');
      },
    };
    for (const argv of [[], ['--jsonl']]) {
      const { code, err } = await classify(argv, { stdin, stdinIsTTY: false });
      expect(code).toBe(2);
      expect(err).not.toContain('secret');
    }
  });
});

describe('lines', () => {
  const split = async (most: number, ...parts: string[]) => {
    const found: (string | undefined)[] = [];
    for await (const line of lines(chunks(...parts), most)) found.push(line && Buffer.from(line).toString());
    return found;
  };

  test.each([
    ['cut at line feeds, wherever chunks end', ['a\nb', 'c\n', '\nd'], ['a', 'bc', '', 'd']],
    ['are kept whole at U+2028', ['"a\u2028b"\nc\n'], ['"a\u2028b"', 'c']],
    ['of nothing are none', [], []],
    [
      'that are too long are undefined, and the next is whole',
      ['12345678', '901\nok\n', '12345678901'],
      [undefined, 'ok', undefined],
    ],
  ])('%s', async (_, parts, expected) => {
    expect(await split(10, ...parts)).toEqual(expected);
  });
});

describe('the built program', () => {
  const link = join(root, 'bin', 'acceptable-use');
  beforeAll(async () => {
    const { build } = await import('tsup');
    symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    file('package.json', JSON.stringify({ type: 'module', version: '9.8.7' }));
    await build({
      config: false,
      silent: true,
      format: 'esm',
      target: 'node20',
      entry: { cli: 'src/cli.ts' },
      outDir: join(root, 'dist'),
      define: { __PACK__: JSON.stringify(JSON.stringify(pack)) },
    });
    mkdirSync(dirname(link));
    symlinkSync(join(root, 'dist/cli.js'), link);
  }, 60_000);

  test('runs through a link, as npm makes one', () => {
    expect(execFileSync(link, ['--version'], { encoding: 'utf8' })).toBe('9.8.7\n');
    expect(spawnSync(link, ['classify', 'you wally']).status).toBe(1);
    expect(spawnSync(link, ['classify'], { input: 'Thanks' }).status).toBe(0);
    expect(spawnSync(link, ['classify'], { input: '' }).status).toBe(2);
  });

  test('ends quietly behind a pipe that closes', () => {
    const path = file('many.jsonl', row('Thanks').repeat(5000));
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${link}" classify --jsonl --json "${path}" | head -n 1`],
      { encoding: 'utf8' },
    );
    expect(parsed(stdout)).toHaveLength(1);
    expect(stderr).toBe('');
  });
});
