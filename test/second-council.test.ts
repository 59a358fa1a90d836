import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classify, compileRuleset, defaultPack, extendPack, notices, testPack } from '../src/index.ts';
import type { OverlayFile } from '../src/model/overlay.ts';
import type { CategoryFile, PolicyFile } from '../src/model/pack.ts';
import { readOverlay, readPack } from '../src/node.ts';
import { examplesOf } from './support/examples.ts';

// A second council: its own examples hold, and those of the base hold or differ exactly where its overlay says.
const read = (path: string) => readFileSync(path, 'utf8');
const overlay = readOverlay('examples/packs/ashmere');
const choices = overlay.files['overlay.json'] as OverlayFile;
const pack = extendPack(readPack(), overlay);
const added = Object.keys(overlay.files).filter((path) => path.startsWith('categories/'));
const addedIds = new Set(added.map((path) => (overlay.files[path] as CategoryFile).id));

describe('the categories that Ashmere adds', () => {
  it('are four, each with at least three examples a side for every rule', () => {
    expect([...addedIds].sort()).toEqual(['impersonation', 'naming-staff', 'personal-data', 'scam']);
    for (const path of added)
      for (const rule of (overlay.files[path] as CategoryFile).rules) {
        expect(rule.examples?.match.length, rule.id).toBeGreaterThanOrEqual(3);
        expect(rule.examples?.noMatch.length, rule.id).toBeGreaterThanOrEqual(3);
        expect(rule.guards?.length, rule.id).toBeGreaterThan(0);
      }
  });
});

describe('the examples', () => {
  it('of both councils hold, with those changes that the overlay tells of', async () => {
    const report = await testPack(pack);
    // Ashmere blocks at the second strike, where the base warns: those examples name another last step, and its sign-off.
    const blocks = report.failures.filter(
      ({ code, message }) =>
        (code === 'actions' && /"warn-of-block"\]; found .*"block"\]/.test(message)) ||
        (code === 'milder' && /"hide"; found "warn-of-block"/.test(message)),
    );
    const struck = new Set(blocks.map(({ file, path }) => `${file} ${path}`));
    const others = report.failures.filter(
      ({ code, file, path }) =>
        !['actions', 'sign-off', 'milder'].includes(code) || !struck.has(`${file} ${path}`),
    );
    expect(others).toEqual([]);
    expect(report.examples.match).toBeGreaterThan(examplesOf(readPack()).length / 3);
  });

  it('would not hold without the changes: each tells of a difference', async () => {
    const { examples = [], ...others } = choices;
    const files = { ...overlay.files, 'overlay.json': others };
    const { failures } = await testPack(extendPack(readPack(), { files }));
    const failed = new Set(failures.map(({ ruleId, text }) => `${ruleId} ${text}`));
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.map(({ rule, text }) => `${rule} ${text}`).filter((key) => !failed.has(key))).toEqual([]);
  });
});

describe('the overlay that rules/README.md shows', () => {
  it('can be used as it stands', () => {
    const [, shown = ''] =
      /```json\n(\{\n {2}"\$schema": "[^"]*overlay.*?)```/s.exec(read('rules/README.md')) ?? [];
    const result = extendPack(readPack(), { files: { 'overlay.json': JSON.parse(shown) } });
    const { overlays, council } = result.files['policy.json'] as PolicyFile;
    expect(overlays?.[0]?.switchedOff).toHaveLength(1);
    expect(council.name).toBe('Ashmere Borough Council');
  });
});

describe('the example of words, guard, contact, track and notice in rules/README.md', () => {
  const shown = [...read('rules/README.md').matchAll(/^`([\w./-]+\.json)`:\n```json\n(.*?)^```$/gms)];
  const files = Object.fromEntries(shown.map(([, path = '', text = '']) => [path, JSON.parse(text)]));
  const town = extendPack(defaultPack(), { files });

  it('is tested by its own examples, which exercise all of it', async () => {
    expect(Object.keys(files).sort()).toEqual([
      'categories/loose-animal.json',
      'guards.json',
      'lexicons/town.en.json',
      'notices.json',
      'overlay.json',
    ]);
    const { failures, coverage } = await testPack(town, { categories: ['loose-animal'] });
    expect(failures).toEqual([]);
    expect(coverage.guards.percent).toBe(100);
    expect(coverage.patterns.percent).toBe(100);
  });

  it('is answered by its own notice alone, and passed on', async () => {
    const ruleset = compileRuleset(town);
    const now = '2026-06-10T10:00:00+01:00';
    const decision = await classify({ text: 'A cow escaped near the church', now }, { ruleset });
    expect(decision).toMatchObject({
      verdict: 'review',
      referrals: [{ to: 'animal-warden' }],
      recommendation: { reply: 'none', actions: [] },
    });
    const replies = notices(decision, ruleset).filter(({ audience }) => audience === 'public-reply');
    expect(replies.map(({ id }) => id)).toEqual(['loose-animal-public']);
  });
});

describe('the choices of Ashmere', () => {
  it('differ from those of the base in every setting but one', () => {
    const settings = (readPack().files['settings.json'] as { settings: { id: string; default: unknown }[] })
      .settings;
    const same = settings.filter((setting) => choices.settings?.[setting.id] === setting.default);
    expect(Object.keys(choices.settings ?? {}).sort()).toEqual(settings.map(({ id }) => id).sort());
    expect(same.map(({ id }) => id)).toEqual(['sameMessageCount']);
  });

  it('leave no word of the other council', () => {
    const { council, contacts } = pack.files['policy.json'] as PolicyFile;
    expect(JSON.stringify(council)).not.toMatch(/north/i);
    expect(contacts.filter(({ how, name }) => /northampton|01604|0300 126/i.test(`${how} ${name}`))).toEqual(
      [],
    );
  });
});
