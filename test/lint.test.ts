import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINT_CODES } from '../src/authoring/lint/code.ts';
import { compileRuleset, defaultPack, formatLintReport, lintPack, RulePackError } from '../src/index.ts';
import { readPack } from '../src/node.ts';
import { samplePack, soundPack } from './support/lintSample.ts';
import { smallPack } from './support/pack.ts';

const now = '2026-11-24T10:00:00Z';
const entries = LINT_CODES.map((entry) => [entry.code, entry] as const);

describe('each lint code', () => {
  it.each(entries)('%s is given for its bad example, at its place, and says what to do', (code, entry) => {
    const { problems } = lintPack(samplePack(entry, 'bad'), { now });
    const found = problems.filter((problem) => problem.code === code);
    expect(found.map(({ file, path }) => `${file} ${path}`)).toContain(
      `${entry.at?.file ?? entry.file} ${entry.at?.path ?? entry.path}`,
    );
    for (const { message, level } of found) {
      expect(level).toBe(entry.level);
      // What was found, then an order: a sentence that begins with a verb, or a question.
      expect(message).toMatch(/^(Found .+\. \S.*[.?]|Expected .+\.)$/s);
      expect(message).toMatch(
        /\b(Add|Check|Compare|Correct|Did you mean|Drop|Flatten|Give|Join|Keep|List|Make|Mark|Move|Name|Narrow|Nest|Put|Read|Remove|Rename|Say|Shorten|Split|Swap|The first and last item must|Use|Write|Extend|is called)\b/,
      );
    }
  });

  it.each(entries)('%s is not given for its good example, which has no errors', (code, entry) => {
    const { problems } = lintPack(samplePack(entry, 'good'), { now });
    expect(problems.filter((problem) => problem.code === code || problem.level === 'error')).toEqual([]);
  });

  it('is documented once, with two different values', () => {
    expect(new Set(LINT_CODES.map(({ code }) => code)).size).toBe(LINT_CODES.length);
    for (const { bad, good } of LINT_CODES) expect(bad).not.toEqual(good);
  });

  it('is in the table if the source can give it, and the other way round', () => {
    const text = sources('src/pack', 'src/evidence', 'src/model', 'src/authoring/lint')
      .filter(([path]) => !/lint\/codes\/|itemSchema|issue\.ts/.test(path))
      .map(([, source]) => source)
      .join('\n');
    const kebab = "'([a-z]+(?:-[a-z]+)+)'";
    const codes = (before: string) =>
      new Set([...text.matchAll(new RegExp(before + kebab, 'g'))].map(([, code]) => code ?? ''));
    const documented = new Set(LINT_CODES.map(({ code }) => code));
    // Of overlays, which are no packs.
    const others = new Set(['not-in-overlay', 'unknown-example']);
    const given = [...codes('(?:\\bcode: |Fault\\(\\s*)')].filter((code) => !others.has(code));
    expect(given.filter((code) => !documented.has(code))).toEqual([]);
    expect(given.length).toBeGreaterThan(40);
    // `known()` makes codes of what it is given: "unknown-clause" of "clause".
    const whats = new Set(
      [...text.matchAll(/known\((?:[^()]|\([^()]*\))*?'([a-z]+)'/gs)].map(([, what]) => `unknown-${what}`),
    );
    // A setting words a notice, a reason or a clause otherwise.
    // A new category's blanks, and rules without examples, are named by the library of authors.
    const all = new Set([...codes(''), ...whats, 'unknown-notice', 'blank', 'no-examples']);
    expect([...documented].filter((code) => !all.has(code))).toEqual([]);
  });
});

function sources(...folders: readonly string[]): readonly (readonly [path: string, text: string])[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => [join(folder, path), readFileSync(join(folder, path), 'utf8')] as const),
  );
}

describe('lintPack', () => {
  it('finds no errors in the shipped pack, and only warnings that were looked at', () => {
    const { problems } = lintPack(readPack(), { now });
    const counts = new Map<string, number>();
    for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    // Most that may stand, and why. Lower these as rules are mended.
    const most: Readonly<Record<string, number>> = {
      // Narrower patterns stand beside wider ones for what their examples show.
      'shadowed-pattern': 60,
      // Terms that are innocent or not by what stands around them.
      'hits-innocent': 6,
      // The same words under other clauses, or with other referrals.
      'overlapping-rule': 10,
      // "if I go quiet, if I gone silent": meant as they are read.
      'split-alternative': 11,
    };
    expect([...counts].filter(([code, count]) => count > (most[code] ?? 0))).toEqual([]);
  });

  it('asks for the examples that the bundled pack comes without, once a file', () => {
    const { problems } = lintPack(defaultPack(), { now });
    const errors = problems.filter(({ level }) => level === 'error');
    expect(new Set(errors.map(({ code, path }) => `${code} ${path}`))).toEqual(new Set(['no-examples ']));
    expect(errors.length).toBe(
      Object.keys(defaultPack().files).filter((path) => path.startsWith('categories/')).length,
    );
  });

  it('finds nothing in a sound pack', () => {
    expect(lintPack(soundPack(), { now })).toEqual({ problems: [] });
    expect(formatLintReport({ problems: [] })).toBe('No problems.\n');
  });

  it('reports ten faults of one file as ten, each at its place, and those of other files beside them', () => {
    const pack = smallPack({
      groups: [{ classes: ['colour'], terms: ['red', ''] }],
      category: { track: 'brech', clauses: ['AUP-2.2zz'] },
      rules: [
        { id: 'trial/one', severty: 'high', patterns: ['@color bin', 'a  b'] } as never,
        { id: 'trial/two', severity: 'hihg', guards: ['nobody'], patterns: ['@colour'] } as never,
        {
          id: 'trial/three',
          when: {
            all: [
              { fact: 'linkCuont', operator: 'moreThan', value: 1 },
              { any: [] },
              { fact: 'linkCount', operator: 'equal', value: 1 },
            ],
          },
        } as never,
      ],
    });
    const places = lintPack(pack)
      .problems.filter(({ level }) => level === 'error')
      .map(({ file, path, code }) => `${file} ${path} ${code}`);
    expect(places).toEqual([
      'categories/trial.json clauses[0] unknown-clause',
      'categories/trial.json rules[0].patterns[0] unknown-class',
      'categories/trial.json rules[0].patterns[1] pattern-spacing',
      'categories/trial.json rules[0].severty unknown-key',
      'categories/trial.json rules[1].guards[0] unknown-guard',
      'categories/trial.json rules[1].severity invalid-value',
      'categories/trial.json rules[2].when.all[0].fact unknown-fact',
      'categories/trial.json rules[2].when.all[0].operator unknown-operator',
      'categories/trial.json rules[2].when.all[1].any empty-condition',
      'categories/trial.json track unknown-track',
      'lexicons/small.en.json groups[0].terms[1] too-small',
    ]);
    expect(() => compileRuleset(pack)).toThrow(RulePackError);
  });

  it('tells the author of a category of it, of what she added, and of every error', () => {
    const { files } = soundPack();
    const trial = files['categories/trial.json'] as { rules: object[] };
    const town = {
      ...(files['lexicons/small.en.json'] as object),
      id: 'town.en',
      groups: [
        { classes: ['colour'], terms: ['mauve', 'Mauve'] },
        { classes: ['nowhere'], terms: ['lilac'] },
      ],
    };
    const thin = { ...trial.rules[0], id: 'other/one', falsePositives: 'None.' };
    const pack = {
      files: {
        ...files,
        'lexicons/town.en.json': town,
        'categories/other.json': { ...trial, id: 'other', rules: [thin] },
      },
    };
    const places = (options: object, extra: object = {}) => {
      const report = lintPack({ files: { ...pack.files, ...extra } }, options);
      return [report.problems.map(({ file, code }) => `${file} ${code}`), report.unlisted ?? 0];
    };
    const own = ['lexicons/town.en.json duplicate-term', 'lexicons/town.en.json unused-class'];
    const other = 'categories/other.json thin-false-positives';
    expect(places({})).toEqual([[other, ...own], 0]);
    expect(places({ categories: ['trial'] })).toEqual([own, 1]);
    expect(places({ categories: ['other'] })).toEqual([[other, ...own], 0]);
    expect(places({ since: soundPack() })).toEqual([[other, ...own], 0]);
    expect(places({ since: pack })).toEqual([[], 3]);
    expect(places({ since: { files: { ...files, 'lexicons/town.en.json': town } } })).toEqual([[other], 2]);
    const notice = { id: 'a', audience: 'internal-note', for: 'track:brech', clauses: [], text: 'Hello.' };
    const [broken] = places({ categories: ['trial'] }, { 'notices.json': { notices: [notice] } });
    expect(broken).toContain('notices.json unknown-track');
    expect(formatLintReport({ problems: [], unlisted: 3 })).toBe(
      'No problems. 3 warnings elsewhere, or as before, not listed.\n',
    );
  });

  it('names what fits: operators for a fact, a rule’s signal, the words that are too common', () => {
    const pack = smallPack({
      groups: [{ classes: ['colour', 'very-red'], terms: ['red'] }],
      rules: [
        { id: 'trial/view', patterns: ['@colour'] },
        { id: 'trial/two', patterns: ['the you', 'very-red'] },
        {
          id: 'trial/three',
          when: {
            all: [
              { fact: 'postTopics', operator: 'equal', value: 'waste' },
              { fact: 'signal/view', operator: 'equal', value: true },
            ],
          },
        },
      ],
    });
    const messages = lintPack(pack).problems.map(({ message }) => message);
    expect(messages).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Use contains or doesNotContain.'),
        expect.stringContaining('Did you mean "trial/view"?'),
        expect.stringContaining('"the", "you"'),
        expect.stringContaining('Did you mean "@very-red"?'),
      ]),
    );
    const notice = (use: string) => ({
      files: {
        ...soundPack().files,
        'notices.json': {
          notices: [{ id: 'a', audience: 'internal-note', for: use, clauses: [], text: 'Hello.' }],
        },
      },
    });
    const [nonsense] = lintPack(notice('nonsense')).problems;
    expect(nonsense).toMatchObject({
      code: 'unknown-use',
      message: expect.stringContaining('reply-later:answer'),
    });
    const [near] = lintPack(notice('category:trail')).problems;
    expect(near).toMatchObject({ code: 'unknown-use', suggestion: 'category:trial' });
    expect(lintPack(notice('category:trial')).problems).toEqual([]);
  });

  it('says what was probably meant', () => {
    const pack = smallPack({
      groups: [{ classes: ['colour'], terms: ['red'] }],
      rules: [{ id: 'trial/one', severty: 'high', patterns: ['@colur'], track: 'brech' } as never],
    });
    expect(lintPack(pack).problems.flatMap(({ suggestion }) => suggestion ?? [])).toEqual([
      'colour',
      'severity',
      'breach',
    ]);
  });

  it('keeps the place of what stands after a part that cannot be read', () => {
    const pack = smallPack({
      groups: [{ classes: ['colour'], terms: ['red'] }],
      rules: [
        { id: 'trial/one', patterns: [7, '@colour', '@colur'] } as never,
        'no rule' as never,
        { id: 'trial/two', patterns: ['@colour'], guards: ['none'] },
      ],
    });
    const broken = structuredClone(pack) as { files: Record<string, { rules: unknown[] }> };
    (broken.files['categories/trial.json'] as { rules: unknown[] }).rules[1] = 'no rule';
    expect(lintPack(broken).problems.map(({ path, code }) => `${path} ${code}`)).toEqual(
      expect.arrayContaining([
        'rules[0].patterns[0] invalid-type',
        'rules[0].patterns[2] unknown-class',
        'rules[1] invalid-type',
        'rules[2].guards[0] unknown-guard',
      ]),
    );
  });

  it('doesn’t blame what leans on a file that can’t be read', () => {
    const { files } = soundPack();
    const { 'guards.json': _, ...rest } = files;
    expect(
      lintPack({ files: { ...rest, 'policy.json': 'no object' } }).problems.map(({ code }) => code),
    ).toEqual(['missing-file', 'invalid-type']);
  });

  it('says nothing of dates unless it is given the time, and refuses what is no time', () => {
    const stale = LINT_CODES.find(({ code }) => code === 'stale-contact');
    if (stale === undefined) throw new Error('Expected the code.');
    expect(lintPack(samplePack(stale, 'bad')).problems).toEqual([]);
    expect(() => lintPack(soundPack(), { now: 'yesterday' })).toThrow(/ISO 8601/);
  });

  it('writes a report by file', () => {
    const entry = LINT_CODES.find(({ code }) => code === 'unknown-track');
    if (entry === undefined) throw new Error('Expected the code.');
    expect(formatLintReport(lintPack(samplePack(entry, 'bad')))).toBe(
      [
        'categories/trial.json',
        '  error    track: Found the track "brech", which the pack doesn\'t have. Did you mean "breach"? [unknown-track]',
        '',
        '1 error, 0 warnings. rules/LINT.md explains each code.',
        '',
      ].join('\n'),
    );
  });

  it('never throws on a pack of any shape', () => {
    const values = [
      null,
      7,
      'x',
      [],
      {},
      [[]],
      { rules: 7 },
      { groups: [{ terms: [null] }] },
      { guards: {} },
    ];
    const { files } = soundPack();
    for (const path of Object.keys(files))
      for (const value of values)
        expect(lintPack({ files: { ...files, [path]: value } }).problems.length).toBeGreaterThan(0);
  });
});
