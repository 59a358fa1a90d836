import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listClasses } from '../src/authoring/classes.ts';
import { LINT_CODES } from '../src/authoring/lint/code.ts';
import { NAMED_USES, NOTICE_USES, PLACEHOLDERS } from '../src/decision/notice.ts';
import { FACTS } from '../src/facts/registry.ts';
import { BOUNDS } from '../src/model/bound.ts';
import type { CategoryFile, GuardsFile, LadderFile, LexiconFile } from '../src/model/pack.ts';
import type { SettingsFile } from '../src/model/setting.ts';
import { readPack } from '../src/node.ts';

// `npm run docs` writes the generated parts; this test holds them to the code and the rules.
const update = process.env.UPDATE_DOCS !== undefined;
const { files } = readPack();
const all = <T>(folder: string) =>
  Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => files[path] as T);
const categories = all<CategoryFile>('categories');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function ruleTable(): string {
  return table(
    ['Category', 'Clauses', 'Track', 'Rules', 'Examples'],
    categories.map((category) => [
      `[${category.id}](rules/categories/${category.id}.json)`,
      [...new Set(category.rules.flatMap((rule) => rule.clauses ?? category.clauses))].sort().join(', '),
      [...new Set(category.rules.map((rule) => rule.track ?? category.track))].sort().join(', '),
      String(category.rules.length),
      String(
        category.rules.reduce(
          (sum, rule) => sum + (rule.examples?.match.length ?? 0) + (rule.examples?.noMatch.length ?? 0),
          0,
        ),
      ),
    ]),
  );
}

function factTable(): string {
  return table(
    ['Fact', 'Default', 'Meaning'],
    FACTS.map((fact) => [`\`${fact.name}\``, `\`${JSON.stringify(fact.default)}\``, fact.about]),
  );
}

function classTable(): string {
  return table(
    ['Class', 'What it is', 'Terms', 'Files'],
    listClasses(readPack()).map(({ name, about, terms, lexicons }) => [
      `\`@${name}\``,
      about.filter(isDecent).join(' '),
      String(terms.length),
      lexicons.join(', '),
    ]),
  );
}

/** Offensive words stand in the lexicons alone, though what is said of a group may name one. */
function isDecent(about: string): boolean {
  const words = ` ${about.toLowerCase().replace(/[^a-z]+/g, ' ')} `;
  return !offensive.some((term) => words.includes(` ${term} `));
}
const offensive = ['swearing.en', 'slurs.en', 'sexual.en']
  .map((id) => files[`lexicons/${id}.json`] as LexiconFile)
  .flatMap(({ groups }) => groups.filter(({ severity }) => severity !== undefined && severity !== 'none'))
  .flatMap(({ terms }) => terms.map((term) => (typeof term === 'string' ? term : term.term)));

function useList(): string {
  return [...NOTICE_USES, ...NAMED_USES.map((kind) => `${kind}:<id>`)].map((use) => `\`${use}\``).join(' ');
}

function guardTable(): string {
  return table(
    ['Guard', 'Kind', 'Puts a match aside when'],
    (files['guards.json'] as GuardsFile).guards.map((guard) => [
      `\`${guard.id}\``,
      guard.kind,
      guard.kind === 'any'
        ? `${guard.about} Stands for ${guard.guards.map((id) => `\`${id}\``).join(', ')}.`
        : guard.about,
    ]),
  );
}

function settingTable(): string {
  return table(
    ['Setting', 'As shipped', 'Can be', 'What it sets'],
    (files['settings.json'] as SettingsFile).settings.map((setting) => [
      `\`${setting.id}\``,
      `\`${JSON.stringify(setting.default)}\``,
      setting.kind === 'number'
        ? `${setting.least} to ${setting.most}`
        : setting.choices.map(({ value, about }) => `\`${JSON.stringify(value)}\`: ${about}`).join(' '),
      setting.about,
    ]),
  );
}

function trackTable(): string {
  return table(
    ['Track', 'Breach', 'What it is for'],
    (files['ladder.json'] as LadderFile).tracks.map((track) => [
      `\`${track.id}\``,
      track.breach ? 'yes' : 'no',
      track.about,
    ]),
  );
}

function boundTable(): string {
  return table(
    ['Most', 'Of', 'Beyond'],
    Object.values(BOUNDS).map(({ most, of, instead }) => [most.toLocaleString('en-GB'), of, instead]),
  );
}

const LONGEST_VALUE = 110;

function valueCell(value: unknown): string {
  if (value === undefined) return '—';
  const text = JSON.stringify(value);
  return `\`${text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text}\``;
}

function codeTable(): string {
  return table(
    ['Code', 'Level', 'Found', 'Why it matters', 'Place', 'Bad', 'Good'],
    LINT_CODES.map(({ code, level, what, why, file, path, bad, good }) => [
      `\`${code}\``,
      level,
      what,
      why,
      `\`${file}\`${path === '' ? '' : ` \`${path}\``}`,
      valueCell(bad),
      valueCell(good),
    ]),
  );
}

/** The text of a document with the part between its markers replaced. */
function withPart(document: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest = ''] = document.split(start);
  const after = rest.split(end)[1];
  if (after === undefined) throw new Error(`Found no part "${name}": expected ${start} and ${end}.`);
  return `${before}${start}\n${part}\n${end}${after}`;
}

function run(file: string, args: readonly string[]): string {
  return execFileSync(file, args, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } }).trim();
}
const fenced = (text: string, language = '') => `\`\`\`${language}\n${text}\n\`\`\``;

const parts: readonly (readonly [file: string, name: string, part: () => string])[] = [
  ['README.md', 'rules', ruleTable],
  ['README.md', 'example', () => fenced(readFileSync('examples/node.mjs', 'utf8').trim(), 'js')],
  ['README.md', 'example-output', () => fenced(run('node', ['examples/node.mjs']))],
  ['examples/README.md', 'second-council', () => fenced(run('node', ['examples/second-council.mjs']))],
  ['rules/README.md', 'facts', factTable],
  ['rules/CLASSES.md', 'classes', classTable],
  ['rules/README.md', 'uses', useList],
  ['rules/README.md', 'guards', guardTable],
  ['rules/README.md', 'tracks', trackTable],
  ['rules/README.md', 'settings', settingTable],
  ['rules/README.md', 'bounds', boundTable],
  ['rules/LINT.md', 'codes', codeTable],
  ['rules/README.md', 'placeholders', () => PLACEHOLDERS.map((name) => `\`{${name}}\``).join(' ')],
];

describe('the generated parts of the documents', () => {
  it.each(parts)('%s: %s is what the code and the rules say', (file, name, part) => {
    const document = readFileSync(file, 'utf8');
    const expected = withPart(document, name, part());
    if (update) writeFileSync(file, expected);
    else expect(document).toBe(expected);
  });
});
