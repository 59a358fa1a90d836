import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultPack } from '../src/index.ts';
import type { SettingsFile } from '../src/model/setting.ts';

// The service that completes and checks JSON in VS Code and in editors that speak its protocol.
const { getLanguageService, TextDocument } = createRequire(import.meta.url)(
  'vscode-json-languageservice',
) as typeof import('vscode-json-languageservice');

const root = pathToFileURL(`${process.cwd()}/`).href;
const read = (path: string) => readFileSync(path, 'utf8');
const jsonFiles = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => `${directory}/${path.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.json') && !path.startsWith('rules/schema/'));
const files = [...jsonFiles('rules'), ...jsonFiles('examples/packs')];

interface Mapping {
  readonly fileMatch: string[];
  readonly url: string;
}
const mappings = (JSON.parse(read('.vscode/settings.json')) as { 'json.schemas': Mapping[] })['json.schemas'];

const service = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(new URL(uri), 'utf8'),
  workspaceContext: { resolveRelativePath: (relative, resource) => new URL(relative, resource).href },
});
// As VS Code passes on the settings of a folder.
service.configure({
  validate: true,
  schemas: mappings.map(({ fileMatch, url }) => ({
    uri: new URL(url, root).href,
    fileMatch: fileMatch.map((pattern) => `${root.slice(0, -1)}${pattern}`),
  })),
});

/** A file as an editor holds it; `|` marks the cursor. */
function open(path: string, text: string) {
  const at = text.indexOf('|');
  const document = TextDocument.create(new URL(path, root).href, 'json', 1, text.replace('|', ''));
  return {
    document,
    json: service.parseJSONDocument(document),
    position: document.positionAt(Math.max(0, at)),
  };
}

async function completions(path: string, text: string): Promise<string[]> {
  const { document, json, position } = open(path, text);
  const list = await service.doComplete(document, position, json);
  return (list?.items ?? []).map(({ label }) => label.replaceAll('"', ''));
}

async function hover(path: string, text: string): Promise<string> {
  const { document, json, position } = open(path, text);
  const found = await service.doHover(document, position, json);
  return JSON.stringify(found?.contents ?? '').replaceAll('\\', '');
}

async function diagnostics(path: string, text: string) {
  const { document, json } = open(path, text);
  return (await service.doValidation(document, json)).map(({ message, range }) => ({
    message,
    words: document.getText(range),
  }));
}

const CATEGORY = 'rules/categories/threat.json';
const OVERLAY = 'examples/packs/ashmere/overlay.json';
const tracks = (defaultPack().files['ladder.json'] as { tracks: { id: string }[] }).tracks.map(
  ({ id }) => id,
);
const settings = (defaultPack().files['settings.json'] as SettingsFile).settings;

/** Paths of properties that say nothing of themselves. */
function undescribed(schema: unknown, all: unknown = schema, path = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((entry) => undescribed(entry, all, path));
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> };
  const own = Object.entries(properties).flatMap(([name, property]) => [
    ...(describes(property, all) ? [] : [`${path}.${name}`]),
    ...undescribed(property, all, `${path}.${name}`),
  ]);
  return [...own, ...Object.values(rest).flatMap((inner) => undescribed(inner, all, path))];
}

function describes(property: unknown, all: unknown): boolean {
  const { description, allOf, $ref } = property as { description?: string; allOf?: unknown[]; $ref?: string };
  if (description !== undefined) return description.length > 2;
  if ($ref !== undefined) {
    const definitions = (all as { definitions: Record<string, unknown> }).definitions;
    return describes(definitions[$ref.replace('#/definitions/', '')], all);
  }
  return (allOf ?? []).some((part) => describes(part, all));
}

describe('the schemas', () => {
  it.each(readdirSync('rules/schema'))('%s describes every property', (name) => {
    expect(undescribed(JSON.parse(read(`rules/schema/${name}`)))).toEqual([]);
    expect(undescribed({ properties: { a: {} } })).toEqual(['.a']);
  });
});

describe('.vscode/settings.json', () => {
  it('maps every shipped file to the schema that the file names itself', () => {
    const places = mappings.flatMap(({ fileMatch, url }) =>
      fileMatch.map((pattern) => ({
        url,
        path: new RegExp(`^${pattern.slice(1).replaceAll('*', '[^/]+')}$`),
      })),
    );
    for (const file of files) {
      const { $schema = '' } = JSON.parse(read(file)) as { $schema?: string };
      const mapped = places.filter(({ path }) => path.test(file)).map(({ url }) => new URL(url, root).href);
      expect(mapped, file).toEqual([new URL($schema, new URL(file, root)).href]);
    }
  });
});

describe('an editor', () => {
  it('has nothing to say against a shipped file', { timeout: 120_000 }, async () => {
    const said = await Promise.all(
      files.map(async (file) => (await diagnostics(file, read(file))).map((found) => ({ file, ...found }))),
    );
    expect(said.flat()).toEqual([]);
    expect(files.length).toBeGreaterThan(60);
  });

  it('completes the keys of a rule that are not there yet', async () => {
    const keys = await completions(CATEGORY, '{ "rules": [{ "id": "threat/new", "title": "New", | }] }');
    expect(keys).toEqual(
      expect.arrayContaining([
        'severity',
        'sureness',
        'patterns',
        'when',
        'guards',
        'falsePositives',
        'examples',
      ]),
    );
    expect(keys).not.toContain('id');
    expect(keys).not.toContain('title');
  });

  it.each([
    ['tracks of a category', CATEGORY, '{ "track": "|" }', tracks],
    ['tracks of a rule', CATEGORY, '{ "rules": [{ "track": "|" }] }', tracks],
    [
      'severities',
      CATEGORY,
      '{ "rules": [{ "severity": "|" }] }',
      ['none', 'low', 'medium', 'high', 'severe', 'term'],
    ],
    ['guards', CATEGORY, '{ "rules": [{ "guards": ["|"] }] }', ['negated', 'quoted']],
    ['facts', CATEGORY, '{ "rules": [{ "when": { "fact": "|" } }] }', ['preElectionPeriod', 'linkCount']],
    ['clauses', CATEGORY, '{ "clauses": ["|"] }', ['AUP-2.2b']],
    ['contacts', CATEGORY, '{ "rules": [{ "signpost": ["|"] }] }', ['police', 'contact-page']],
    ['settings', OVERLAY, '{ "settings": { | } }', settings.map(({ id }) => id)],
    ['choices of a setting', OVERLAY, '{ "settings": { "politics": "|" } }', ['in-period', 'always']],
    ['keys of a rule that is off', OVERLAY, '{ "switchedOff": [{ | }] }', ['rule', 'reason', 'by', 'on']],
  ])('completes %s', async (_, path, text, expected) => {
    expect(await completions(path, text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['a rule key', CATEGORY, '{ "rules": [{ "sure|ness": "low" }] }', 'Low asks for review, never acts'],
    [
      'a pattern',
      CATEGORY,
      '{ "rules": [{ "patterns": ["@swe|ar"] }] }',
      '<0-3> (a gap of up to three words)',
    ],
    ['a condition', CATEGORY, '{ "rules": [{ "wh|en": {} }] }', 'must hold of the whole comment'],
    ['a setting', OVERLAY, '{ "settings": { "blockNo|tice": false } }', 'blocked is told'],
  ])('explains %s under the cursor', async (_, path, text, expected) => {
    expect(await hover(path, text)).toContain(expected);
  });

  const rule = (JSON.parse(read('rules/categories/spam.json')) as { rules: object[] }).rules[0];
  const category = (change: object) =>
    JSON.stringify({
      id: 'spam',
      title: 'Spam',
      track: 'repeated',
      clauses: [],
      rules: [{ ...rule, ...change }],
    });

  it.each([
    ['a misspelt key', { sevrity: 'low' }, '"sevrity"', /not allowed/],
    ['a wrong type', { patterns: 'for sale' }, '"for sale"', /Incorrect type. Expected "array"/],
    ['an unknown severity', { severity: 'grave' }, '"grave"', /"medium".*"severe"/],
    ['an id of the wrong shape', { id: 'spam' }, '"spam"', /pattern|category/],
    ['an unknown operator', { when: { fact: 'linkCount', operator: 'is', value: 1 } }, '"is"', /greaterThan/],
  ])('marks %s where it stands', async (_, change, words, message) => {
    expect(await diagnostics(CATEGORY, category({}))).toEqual([]);
    const found = await diagnostics(CATEGORY, category(change));
    expect(found).toEqual([{ words, message: expect.stringMatching(message) }]);
  });

  it('marks a rule that is switched off without a reason', async () => {
    const text = JSON.stringify({
      id: 'a',
      version: '1.0.0',
      title: 'A',
      switchedOff: [{ rule: 'spam/repeat' }],
    });
    expect(await diagnostics(OVERLAY, text)).toMatchObject([{ message: 'Missing property "reason".' }]);
  });
});

describe('the settings that the schema of overlays describes', () => {
  it('are those of the shipped pack, with their choices', () => {
    const schema = JSON.parse(read('rules/schema/overlay.schema.json'));
    const described = schema.properties.settings.properties as Record<string, { enum?: unknown[] }>;
    expect(Object.keys(described).sort()).toEqual(settings.map(({ id }) => id).sort());
    for (const setting of settings)
      if (setting.kind === 'choice' && typeof setting.default === 'string')
        expect(described[setting.id]?.enum).toEqual(setting.choices.map(({ value }) => value));
  });
});
