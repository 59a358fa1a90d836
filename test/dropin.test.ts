import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classify, compileRuleset, defaultPack } from '../src/index.ts';
import type { CategoryFile, Rule } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { revisionOf } from '../src/pack/compile.ts';
import { withoutExamples } from '../src/pack/withoutExamples.ts';
import { examplesOf } from './support/examples.ts';

// The five steps of rules/README.md: one new file, and nothing else is edited.
const lostPets = {
  $schema: '../schema/category.schema.json',
  id: 'livestock',
  title: 'Offers of livestock',
  track: 'commercial',
  clauses: ['AUP-2.8'],
  rules: [
    {
      id: 'livestock/for-sale',
      title: 'Offers animals for sale',
      severity: 'medium',
      sureness: 'high',
      patterns: ['puppies|kittens|ferrets|hens <0-3> for sale', 'selling <0-2> puppies|kittens|ferrets|hens'],
      guards: ['negated'],
      falsePositives: 'Warnings about sellers.',
      examples: {
        match: [
          'Ferrets for sale, ring after six',
          {
            text: 'anyone want hens, selling my hens cheap',
            expect: { spans: ['selling my hens'], verdict: 'act' },
          },
        ],
        noMatch: ['The ferrets at the fair were for show', 'We are not selling hens'],
      },
    },
  ],
};

describe('dropping one file into rules/categories/', () => {
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'rules-'));
    cpSync('rules', directory, { recursive: true });
    writeFileSync(join(directory, 'categories/livestock.json'), JSON.stringify(lostPets));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('makes its rules live, with the consequences of its track', async () => {
    const ruleset = compileRuleset(readPack(directory));
    const decision = await classify(
      { text: 'Ferrets for sale, ring after six', now: '2026-06-10T10:00:00+01:00' },
      { ruleset },
    );
    expect(decision.findings.find(({ ruleId }) => ruleId === 'livestock/for-sale')).toMatchObject({
      category: 'livestock',
      clauses: ['AUP-2.8'],
    });
    expect(decision.verdict).toBe('act');
    expect(decision.recommendation.actions.map(({ type }) => type)).toEqual(['ask-to-remove', 'hide']);
  });

  it('puts its examples among those that are tested', async () => {
    const pack = readPack(directory);
    const ruleset = compileRuleset(pack);
    const own = examplesOf(pack).filter(({ subject }) => subject.id === 'livestock/for-sale');
    expect(own.length).toBe(4);
    for (const { kind, item } of own) {
      const { findings } = await classify(item, { ruleset });
      expect(
        findings.some(({ ruleId }) => ruleId === 'livestock/for-sale'),
        item.text,
      ).toBe(kind === 'match');
    }
  });
});

describe('reading a folder of rules', () => {
  it('lists every file that is no JSON, and a folder that is not there', () => {
    const directory = mkdtempSync(join(tmpdir(), 'rules-'));
    for (const name of ['a.json', 'b.json']) writeFileSync(join(directory, name), '{');
    expect(() => readPack(directory)).toThrow(/2 problems:\n {2}a\.json.*\n {2}b\.json/);
    rmSync(directory, { recursive: true });
    expect(() => readPack(directory)).toThrow(/unreadable-folder/);
  });

  it('reads the shipped folder: what defaultPack() gives, with the examples, under one revision', () => {
    const [whole, bare] = [readPack(), defaultPack()];
    expect(readPack('rules').files).toEqual(whole.files);
    const stripped = Object.entries(whole.files).map(([path, file]) => [path, withoutExamples(path, file)]);
    expect(bare.files).toEqual(Object.fromEntries(stripped));
    expect(JSON.stringify(bare)).not.toContain('"examples"');
    expect(revisionOf(whole)).toBe(revisionOf(bare));
  });

  it('gives no other revision for another example, and another for any other word', () => {
    const changed = (change: (rule: Rule) => void) => {
      const files = structuredClone(readPack().files);
      for (const rule of (files['categories/spam.json'] as CategoryFile).rules) change(rule);
      return revisionOf({ files });
    };
    const revision = revisionOf(readPack());
    expect(
      changed((rule) => Object.assign(rule, { examples: { match: ['a', 'b'], noMatch: ['c', 'd'] } })),
    ).toBe(revision);
    expect(changed((rule) => Object.assign(rule, { title: 'Another' }))).not.toBe(revision);
  });
});
