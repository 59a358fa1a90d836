import { describe, expect, it } from 'vitest';
import { compileRuleset, RulePackError } from '../src/index.ts';
import type { Guard } from '../src/model/pack.ts';
import type { Problem } from '../src/model/problem.ts';
import { smallPack } from './support/pack.ts';
import { WORST } from './support/worstPack.ts';

function problems(make: () => unknown): readonly Problem[] {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(RulePackError);
    return (error as RulePackError).problems;
  }
  return [];
}

describe('the bounds of a pack', () => {
  it.each(Object.keys(WORST))('%s: takes as much as is allowed, and refuses more', (name) => {
    const make = WORST[name];
    expect(problems(() => compileRuleset(make?.() ?? { files: {} }))).toEqual([]);
    const found = problems(() => compileRuleset(make?.(8) ?? { files: {} }));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['over-limit']));
    expect(found[0]?.message).toMatch(/^Found .+\. [A-Z].+\.$/);
  });

  const one = { rules: [{ id: 'trial/one', patterns: ['quay'] }] };
  const term = { term: 'red' };
  const many = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`);
  it.each([
    ['words of a term', many(13).join(' '), 'groups[0].terms[0]'],
    ['forms of a term', { ...term, forms: many(41) }, 'groups[0].terms[0].forms'],
    ['exceptions of a term', { ...term, except: many(151) }, 'groups[0].terms[0].except'],
  ])('refuses too many %s', (_, entry, path) => {
    const pack = smallPack({ ...one, groups: [{ classes: ['colour'], terms: [entry] }] });
    expect(problems(() => compileRuleset(pack))).toEqual([
      expect.objectContaining({ code: 'over-limit', path }),
    ]);
  });

  it('refuses too many guards of a rule, those that another stands for counted', () => {
    const plain = many(33).map((id): Guard => ({ id, about: 'No.', kind: 'covered', classes: ['colour'] }));
    const half = plain.slice(0, 17).map(({ id }) => id);
    const joined: Guard = { id: 'half', about: 'No.', kind: 'any', guards: half };
    const pack = (rest: number) =>
      smallPack({
        groups: [{ classes: ['colour'], terms: ['red'] }],
        guards: [...plain, joined],
        rules: [{ id: 'trial/one', patterns: ['quay'], guards: ['half', ...many(33).slice(17, 17 + rest)] }],
      });
    expect(() => compileRuleset(pack(15))).not.toThrow();
    expect(problems(() => compileRuleset(pack(16)))).toEqual([
      expect.objectContaining({ code: 'over-limit', path: 'rules[0].guards' }),
    ]);
  });

  it('refuses a file of too many characters, and doesn’t read it', () => {
    const about = 'x'.repeat(500_001);
    const pack = smallPack({ ...one, category: { about } });
    expect(problems(() => compileRuleset(pack))).toEqual([
      expect.objectContaining({ code: 'over-limit', file: 'categories/trial.json', path: '' }),
    ]);
  });

  it('refuses too many files', () => {
    const { files } = smallPack({});
    const more = Object.fromEntries(many(200).map((name) => [`categories/${name}.json`, {}]));
    expect(
      problems(() => compileRuleset({ files: { ...files, ...more } })).map(({ code }) => code),
    ).toContain('over-limit');
  });
});
