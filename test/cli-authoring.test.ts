import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { classify, compileRuleset, lintPack, testPack } from '../src/index.ts';
import type { CategoryFile } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { now, parsed, piped, run, tinyPack } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';
import { smallPack } from './support/pack.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const tiny = folder.pack('tiny', tinyPack);
const unkind = tinyPack['categories/unkind.json'] as CategoryFile;
/** A copy of the tiny pack whose category is edited. */
const edited = (name: string, edit: (category: CategoryFile) => unknown) =>
  folder.pack(name, { ...tinyPack, 'categories/unkind.json': edit(structuredClone(unkind)) });

const failing = edited('failing', (category) => ({
  ...category,
  rules: category.rules.map((rule, i) =>
    i === 1 ? { ...rule, examples: { ...rule.examples, match: ['you wally', 'you numpty'] } } : rule,
  ),
}));
const faulty = edited('faulty', (category) => ({ ...category, track: 'brech' }));

describe('test', () => {
  test('exits with 0 when all examples are as expected, 1 when one is not, 2 when the rules are unusable', async () => {
    const good = await run(['test', '--rules', tiny]);
    expect([good.code, good.err]).toEqual([0, '']);
    expect(good.out).toMatch(/12 examples: all as expected\n$/);
    const bad = await run(['test', '--rules', failing]);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('categories/unkind.json at rules[1].examples.match[1]: ');
    expect(bad.out).toContain('“you numpty”');
    const unusable = await run(['test', '--rules', faulty]);
    expect(unusable.code).toBe(2);
    expect(unusable.err).toContain('Did you mean "breach"?');
  });

  test('gives JSON, and tests only the categories that are named', async () => {
    const { code, out } = await run(['test', '--rules', failing, '--json', 'unkind']);
    expect(code).toBe(1);
    expect(parsed(out)[0].failures).toMatchObject([{ ruleId: 'unkind/wally', code: 'not-found' }]);
    const { code: unknown, err } = await run(['test', '--rules', tiny, 'unkid']);
    expect(unknown).toBe(2);
    expect(err).toContain('unknown-category');
  });

  test('fails below a threshold of coverage, and says of what', async () => {
    const { err, code } = await run(['test', '--rules', tiny, '--threshold', '100']);
    const { coverage } = await testPack(readPack(tiny));
    const low = Object.values(coverage).some(({ percent }) => percent < 100);
    expect([code, err !== '']).toEqual(low ? [1, true] : [0, false]);
    const thin = edited('thin', (category) => ({
      ...category,
      rules: category.rules.map((rule, i) =>
        i === 0 ? { ...rule, patterns: ['silly billy', 'daft'] } : rule,
      ),
    }));
    expect((await run(['test', '--rules', thin])).code).toBe(0);
    const below = await run(['test', '--rules', thin, '--threshold', '100']);
    expect(below.code).toBe(1);
    expect(below.err).toMatch(/coverage of patterns is \d+ %, below 100 %/);
    expect((await run(['test', '--rules', thin, '--threshold', '101'])).code).toBe(2);
  });

  test('with --watch runs again after a file has changed, and tells of rules that are broken for a moment', async () => {
    const watched = edited('watched', (category) => category);
    const path = join(watched, 'categories/unkind.json');
    const stop = new AbortController();
    let out = '';
    let err = '';
    const runs = {
      out: async (text: string) => {
        out += text;
      },
      err: async (text: string) => {
        err += text;
      },
    };
    const ended = run(['test', '--rules', watched, '--watch'], { ...runs, signal: stop.signal });
    const seen = (text: () => string, words: string) =>
      expect.poll(text, { timeout: 20_000 }).toContain(words);
    await seen(() => err, 'waiting for a change');
    expect(out).toContain('all as expected');

    [out, err] = ['', ''];
    writeFileSync(path, readFileSync(join(failing, 'categories/unkind.json')));
    await seen(() => err, 'waiting for a change');
    expect(out).toContain('“you numpty”');

    [out, err] = ['', ''];
    writeFileSync(path, '{ "id": ');
    await seen(() => err, 'waiting for a change');
    expect(err).toContain('[invalid-json]');

    [out, err] = ['', ''];
    writeFileSync(path, JSON.stringify(unkind));
    await seen(() => err, 'waiting for a change');
    expect(out).toContain('all as expected');
    stop.abort();
    expect((await ended).code).toBe(0);
  }, 60_000);

  test('does not watch rules that are in no folder', async () => {
    expect((await run(['test', '--watch'])).code).toBe(2);
  });
});

describe('lint', () => {
  test('tells every fault with file, place and code, and exits with 1', async () => {
    const { code, out } = await run(['lint', '--rules', faulty]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /categories\/unkind\.json\n.*error +track: .*Did you mean "breach"\? \[unknown-track\]/s,
    );
    const { code: same, out: json } = await run(['lint', '--rules', faulty, '--json', 'unkind']);
    expect(same).toBe(1);
    expect(parsed(json)[0].problems).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'unknown-track', path: 'track' }),
    );
  });

  test('exits with 0 for warnings, unless they count', async () => {
    const { problems } = lintPack(readPack(tiny), { now });
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    const { code, out } = await run(['lint', '--rules', tiny]);
    expect(code).toBe(0);
    expect(out).toContain(problems[0]?.code);
    expect((await run(['lint', '--rules', tiny, '--strict'])).code).toBe(1);
  });

  test('with a category, tells of what its author added to shared files, and of every error', async () => {
    const notice = { id: 'gone', audience: 'internal-note', for: 'track:brech', clauses: [], text: 'Hello.' };
    const town = folder.pack('town', {
      'overlay.json': { id: 'town', version: '1.0.0', title: 'Town' },
      'lexicons/town.en.json': {
        id: 'town.en',
        title: 'Town',
        language: 'en',
        source: 'own',
        licence: 'MIT',
        groups: [{ classes: ['town'], terms: ['moot hall', 'Moot hall'] }],
      },
    });
    const good = await run(['lint', '--rules', tiny, '--overlay', town, 'unkind']);
    expect([good.code, good.out]).toEqual([0, expect.stringContaining('[duplicate-term]')]);
    folder.pack('town', { 'notices.json': { notices: [notice] } });
    const bad = await run(['lint', '--rules', tiny, '--overlay', town, 'unkind']);
    expect([bad.code, bad.out]).toEqual([
      1,
      expect.stringMatching(/notices\.json\n +error +notices\[0\]\.for: .*brech/),
    ]);
  });

  test('with --new-since leaves out warnings that the older rules have too', async () => {
    const { out } = await run(['lint', '--rules', tiny, '--new-since', tiny]);
    expect(out).toMatch(/^No problems\. \d+ warnings? elsewhere, or as before, not listed\.\n$/);
    const before = await run(['lint', '--rules', tiny]);
    expect(before.out).toContain('0 errors');
  });

  test.each([
    ['a folder that is not there', ['--rules', '/nowhere'], 'unreadable-folder'],
    [
      'a category that is not there',
      ['--rules', tiny, 'unkid'],
      'Found no category "unkid". Did you mean "unkind"?',
    ],
    [
      'what is no category',
      ['--rules', tiny, 'a comment '.repeat(9)],
      'Found no category. Write one of unkind.',
    ],
  ])('exits with 2 for %s', async (_, argv, words) => {
    const { code, out, err } = await run(['lint', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});

describe('new category', () => {
  const rules = folder.pack('mine', readPack().files);
  const path = join(rules, 'categories/livestock.json');

  test('writes a file with blanks that are named, which no ruleset takes as it is', async () => {
    const { code, out } = await run(['new', 'category', 'livestock', '--rules', rules]);
    expect(code).toBe(0);
    const text = readFileSync(path, 'utf8');
    const blanks = text.match(/FILL IN/g)?.length;
    expect(out).toContain(`with ${blanks} blanks:\n`);
    expect(out).toContain('  rules[0].patterns[0]\n');
    expect(text).toContain('commercial');
    expect(() => compileRuleset(readPack(rules))).toThrow('categories/livestock.json');
    const lint = await run(['lint', '--rules', rules, '--json', 'livestock']);
    const codes = parsed(lint.out)[0].problems.map((problem: { code: string }) => problem.code);
    expect(lint.code).toBe(1);
    expect(codes).toEqual(Array.from({ length: Number(blanks) }, () => 'blank'));
  });

  test('never overwrites', async () => {
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, `${before}\n`);
    const { code, out, err } = await run(['new', 'category', 'livestock', '--rules', rules]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('already, and left it as it is');
    expect(readFileSync(path, 'utf8')).toBe(`${before}\n`);
  });

  test('classifies once its blanks are filled, and passes lint and test', async () => {
    const filled: Readonly<Record<string, string>> = {
      'what its findings': 'Offers of livestock',
      'what follows': 'commercial',
      'id of a clause': 'AUP-2.8',
      'a name in lower': 'for-sale',
      'what was found': 'Offers animals for sale',
      'how bad': 'medium',
      'how sure': 'high',
      'words in their': 'kittens|hens|ferrets <0-3> for sale',
      'ordinary speech': 'Warnings about sellers of animals, and news of a show.',
      'a comment that it must': 'Kittens for sale, ring after six',
      'another one, in': 'Four hens and a coop for sale',
      'a comment with the same': 'The kittens at the fair were for show',
      'another one, as': 'No hens today, the shop is for sale',
    };
    const text = readFileSync(path, 'utf8').replace(/FILL IN: (?:[^"\\]|\\.)*/g, (blank) => {
      const key = Object.keys(filled).find((start) => blank.startsWith(`FILL IN: ${start}`));
      return filled[key ?? ''] ?? blank;
    });
    expect(text).not.toContain('FILL IN');
    writeFileSync(path, text);
    const lint = await run(['lint', '--rules', rules, '--json', 'livestock']);
    expect([
      lint.code,
      parsed(lint.out)[0].problems.filter((one: { level: string }) => one.level === 'error'),
    ]).toEqual([0, []]);
    const tested = await run(['test', '--rules', rules, 'livestock']);
    expect([tested.code, tested.out]).toEqual([0, expect.stringContaining('4 examples: all as expected')]);
    const ruleset = compileRuleset(readPack(rules));
    const decision = await classify({ text: 'Two ferrets, hand tame, for sale', now }, { ruleset });
    expect(decision).toMatchObject({ verdict: 'act', findings: [{ ruleId: 'livestock/for-sale' }] });
  }, 60_000);

  test.each([
    ['no category', ['new'], 'new category ID'],
    [
      'a language that is none',
      ['new', 'lexicon', 'town.english', '--rules', rules],
      'no language after the point',
    ],
    ['another thing', ['new', 'rule', 'x'], 'new category ID'],
    ['an id with capitals', ['new', 'category', 'Live Stock', '--rules', rules], 'kebab-case'],
    ['an id that leads elsewhere', ['new', 'category', '../livestock', '--rules', rules], 'kebab-case'],
    [
      'a folder without rules',
      ['new', 'category', 'x', '--rules', folder.path],
      'neither ladder.json nor overlay.json',
    ],
    [
      'a folder without rules, and says how to begin',
      ['new', 'lexicon', 'x', '--rules', folder.path],
      'cp -r node_modules/acceptable-use/rules my-rules',
    ],
  ])('refuses %s', async (_, argv, words) => {
    const { code, out, err } = await run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});

describe('new lexicon', () => {
  const rules = folder.pack('own-words', tinyPack);

  test('writes a file with blanks, and its class can be named once they are filled', async () => {
    const { code, out } = await run(['new', 'lexicon', 'farm', '--rules', rules]);
    expect([code, out]).toEqual([0, expect.stringContaining('groups[0].terms[0]')]);
    const path = join(rules, 'lexicons/farm.en.json');
    const text = readFileSync(path, 'utf8');
    expect(out).toContain(`with ${text.match(/FILL IN/g)?.length} blanks:\n`);
    const lint = await run(['lint', '--rules', rules, '--json']);
    const problems = parsed(lint.out)[0].problems as { file: string; code: string; level: string }[];
    const codes = problems.filter(({ level }) => level === 'error').map((problem) => problem.code);
    expect(codes).toEqual(Array.from({ length: Number(text.match(/FILL IN/g)?.length) }, () => 'blank'));
    let count = 0;
    writeFileSync(
      path,
      text.replace(/FILL IN: (?:[^"\\]|\\.)*/g, () => `word${String.fromCharCode(97 + count++)}`),
    );
    expect(() => compileRuleset(readPack(rules))).not.toThrow();
    expect((await run(['new', 'lexicon', 'farm.en', '--rules', rules])).err).toContain('already');
  });
});

describe('classes', () => {
  const farm = folder.pack(
    'farm',
    smallPack({
      groups: [
        { classes: ['animal'], about: 'Animals of a farm.', inflect: 'noun', terms: ['hen', 'kid goat'] },
        { classes: ['meal', 'animal'], terms: ['roast hen'] },
      ],
      rules: [{ id: 'trial/hen', patterns: ['@animal'] }],
    }).files,
  );

  test('lists every class with what it is and a few terms', async () => {
    const { code, out } = await run(['classes', '--rules', farm]);
    expect([code, out]).toEqual([
      0,
      '@animal  (3 terms, small.en)  Animals of a farm.\n    hen, kid goat, roast hen\n@meal  (1 term, small.en)\n    roast hen\n',
    ]);
    expect((await run(['classes', '--rules', farm, '@meal'])).out).toBe(
      '@meal  (1 term, small.en)\n    roast hen\n',
    );
  });

  test('tells which classes a word has in any form, and which longer terms hold it', async () => {
    const { code, out } = await run(['classes', '--rules', farm, 'Hens']);
    expect([code, out]).toEqual([0, '“Hens” is a term of\n  @animal  “hen” in small.en\n']);
    const { out: json } = await run(['classes', '--rules', farm, '--json', 'hen']);
    expect(parsed(json)[0].terms).toEqual([
      { term: 'hen', whole: true, classes: ['animal'], lexicon: 'small.en' },
      { term: 'roast hen', whole: false, classes: ['meal', 'animal'], lexicon: 'small.en' },
    ]);
  });

  test('exits with 1 for a word that has none, and 2 for two words', async () => {
    expect(await run(['classes', '--rules', farm, 'tractor'])).toMatchObject({
      code: 1,
      out: 'No class has “tractor”.\n',
    });
    expect((await run(['classes', '--rules', farm, 'hen', 'goat'])).code).toBe(2);
  });
});

describe('why', () => {
  const noodles = folder.pack(
    'noodles',
    smallPack({
      groups: [
        { classes: ['title'], terms: ['cllr'] },
        { classes: ['you'], kind: 'you', terms: ['you'] },
        { classes: ['silly', 'food'], severity: 'low', disguise: true, terms: ['noodle', 'noodle soup'] },
      ],
      rules: [{ id: 'trial/noodle', patterns: ['{you} <0-3> @silly'] }],
    }).files,
  );

  test('shows words, disguises, classes, who is meant, patterns, rules and the decision in columns', async () => {
    const { code, out } = await run(['why', '--rules', noodles, 'Cllr Hale, you n00dle soup. “You”']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Words of text\n {2}written +read as +also read as +stands for +classes\n {2}sentence 1\n/,
    );
    expect(out).toMatch(
      /\n {2}n00dle +n00dle +noodle +@silly @food as “noodle”, @silly @food “n00dle soup” as “noodle soup”\n/,
    );
    expect(out).toMatch(/\n {2}Hale +hale +\{person\} “Cllr Hale”\n/);
    expect(out).toMatch(/\n {2}sentence 2\n {2}“You” +you +\{you\} \{person\} +@you\n/);
    expect(out).toMatch(
      /\nPatterns of rules that matched\n {2}rule .*\n {2}trial\/noodle +\{you\} <0-3> @silly +“you n00dle” as “you noodle” +\{you\} “you”\n/,
    );
    expect(out).toMatch(
      /\nRules\n {2}rule .*\n {2}trial\/noodle +found +medium, high sureness, track breach\n/,
    );
    expect(out).toMatch(/\nDecision\n {2}verdict +act\n {2}steps +ask-to-remove \(must\), hide \(may\)\n/);
  });

  test('names the guard that put words aside, and the conditions that failed', async () => {
    const rules = edited('guarded', (category) => ({
      ...category,
      rules: [
        { ...category.rules[0], guards: ['denied'] },
        {
          ...category.rules[1],
          when: {
            all: [
              { fact: 'postKind', operator: 'equal', value: 'news' },
              { not: { fact: 'question', operator: 'equal', value: true } },
            ],
          },
        },
      ],
    }));
    folder.file(
      'guarded/guards.json',
      JSON.stringify({
        guards: [{ id: 'denied', about: 'No.', kind: 'near', class: 'no', within: 2, side: 'before' }],
      }),
    );
    folder.file(
      'guarded/lexicons/no.en.json',
      JSON.stringify({
        id: 'no.en',
        title: 'No',
        language: 'en',
        source: 'own',
        licence: 'MIT',
        groups: [{ classes: ['no'], terms: ['no'] }],
      }),
    );
    const { code, out } = await run(['why', '--rules', rules, '--now', now, 'no silly billy, but wally?']);
    expect(code).toBe(0);
    expect(out).toMatch(/unkind\/silly +silly billy +“silly billy” +denied/);
    expect(out).toMatch(/unkind\/silly +set aside +by guard denied/);
    expect(out).toMatch(
      /unkind\/wally +conditions fail +postKind is "none" \(condition: equal "news"\); question is true \(condition: equal true\)/,
    );
  });

  test('reads an item with its context from a file, and gives JSON', async () => {
    const path = folder.file(
      'item.json',
      JSON.stringify({ about: 'x', item: { text: 'You twit', post: { kind: 'news' } } }),
    );
    const { code, out } = await run(['why', '--rules', tiny, '--json', '--file', path]);
    expect(code).toBe(0);
    const [trace] = parsed(out);
    expect(trace.texts[0].tokens[1]).toMatchObject({
      text: 'twit',
      form: 'twit',
      sentence: 1,
      start: 4,
      end: 8,
    });
    expect(trace.facts).toContainEqual({ name: 'postKind', value: 'news', default: 'none' });
    expect(trace.decision).toMatchObject({ verdict: 'review', evaluatedAt: '2026-06-10T09:00:00.000Z' });
    const fromInput = await run(
      ['why', '--rules', tiny, '--json', '--file', '-'],
      piped('{"text": "You twit"}'),
    );
    expect(parsed(fromInput.out)[0].decision.verdict).toBe('review');
  });

  test('reads a comment from standard input', async () => {
    const { out } = await run(['why', '--rules', tiny], piped('you wally\n'));
    expect(out).toMatch(/unkind\/wally +found/);
  });

  test.each([
    ['two comments', ['a', 'b'], {}, 'more than one comment'],
    ['a comment and a file', ['--file', 'x', 'secret'], {}, 'more than one comment'],
    ['nothing on a terminal', [], {}, 'no comment'],
    ['a file that is no JSON', ['--file', '-'], piped('secret'), 'no valid JSON'],
    ['an item with a wrong field', ['--file', '-'], piped('{"text": 5, "secret thing": 1}'), 'text: '],
    ['a file that is not there', ['--file', '/nowhere'], {}, 'ENOENT'],
  ])('refuses %s, and quotes nothing of it', async (_, argv, io, words) => {
    const { code, out, err } = await run(['why', '--rules', tiny, ...argv], io);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toContain('secret');
  });
});

test('every command has a help page that names its options and exit codes', async () => {
  const { out } = await run(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name ?? '');
  expect(names).toEqual([
    'classify',
    'explain',
    'new',
    'classes',
    'lint',
    'test',
    'why',
    'backtest',
    'simulate',
  ]);
  for (const name of names) {
    const page = await run([name, '--help']);
    expect(page.code).toBe(0);
    expect(page.out).toMatch(new RegExp(`^Usage: acceptable-use ${name} `));
    expect(page.out).toContain('Exit code: 0 ');
    const options = [...page.out.matchAll(/--[a-z-]+/g)].map(([option]) => option);
    expect(options.length).toBeGreaterThan(0);
  }
});
