import type { RulePack } from '../../src/index.ts';
import { BOUNDS } from '../../src/model/bound.ts';
import type { Condition, LexiconGroup, LexiconTerm, Rule } from '../../src/model/pack.ts';
import { type SmallPack, smallPack } from './pack.ts';

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** A word of letters for a number: no two are the same. */
export function word(n: number): string {
  let text = '';
  for (let rest = n + 17_576; rest > 0; rest = Math.floor(rest / 26))
    text += String.fromCharCode(97 + (rest % 26));
  return `${text}q`;
}

/** A small pack that has a rule, whatever else it has. */
function packOf(parts: SmallPack): RulePack {
  return smallPack({ rules: [rule('trial/base', { patterns: ['quay'] })], ...parts });
}

function rule(id: string, part: Partial<Rule>): Partial<Rule> & { id: string } {
  return { id, falsePositives: 'Nothing that anybody writes.', ...part };
}

const lexicon = (id: string, groups: readonly LexiconGroup[]) => ({
  [`lexicons/${id}.en.json`]: {
    id: `${id}.en`,
    title: 'Many words',
    language: 'en',
    source: 'generated',
    licence: 'MIT',
    groups,
  },
});

/** Lexicons of so many terms in all, as few files as can be. */
function lexicons(count: number, term: (i: number) => LexiconTerm, group: Partial<LexiconGroup> = {}) {
  const terms = BOUNDS.terms.most;
  return Object.assign(
    {},
    ...times(Math.ceil(count / terms), (file) =>
      lexicon(`many-${file}`, [
        {
          classes: ['many'],
          ...group,
          terms: times(Math.min(terms, count - file * terms), (i) => term(file * terms + i)),
        },
      ]),
    ),
  );
}

const base = { groups: [{ classes: ['colour'], terms: ['red', 'green', 'blue'] }] } as const;
/** As many steps as a pattern may have, each of them able to wait at every token. */
const WIDE = '@colour <0-9> @colour <0-9> @colour <0-9>';

/** Rules of several categories with so many patterns in all, each found by a word that 200 share. */
function patterns(count: number): RulePack {
  const [perRule, perFile] = [BOUNDS.patternsOfRule.most, BOUNDS.rules.most];
  const sources = times(count, (i) => `${WIDE} ${word(Math.floor(i / BOUNDS.anchored.most))}`);
  const rules = times(Math.ceil(count / perRule), (i) => sources.slice(i * perRule, (i + 1) * perRule));
  const files = times(Math.ceil(rules.length / perFile), (f) => {
    const id = `many-${f}`;
    const own = rules.slice(f * perFile, (f + 1) * perFile);
    return packOf({
      ...base,
      category: { id },
      rules: own.map((list, i) => rule(`${id}/r${i}`, { patterns: list })),
    }).files['categories/trial.json'];
  });
  const { 'categories/trial.json': _, ...rest } = packOf(base).files;
  return {
    files: { ...rest, ...Object.fromEntries(files.map((file, f) => [`categories/many-${f}.json`, file])) },
  };
}

function condition(levels: number, parts: number): Condition {
  const leaf: Condition = { fact: 'linkCount', operator: 'greaterThan', value: 1 };
  const chain = times(levels - 2, () => 0).reduce<Condition>((inner) => ({ not: { not: inner } }), leaf);
  return { any: [levels > 3 ? { not: { not: leaf } } : chain, ...times(parts - 4, () => leaf)] };
}

/** For each bound, a pack that holds as much as it allows, and a little more if asked. */
export const WORST: Readonly<Record<string, (extra?: number) => RulePack>> = {
  words: (extra = 0) => {
    const three = Math.floor(BOUNDS.words.most / 3) - 1;
    return packOf({
      files: lexicons(three + extra * 3, (i) => `${word(i)} ${word(i * 7)} ${word(i * 13)}`),
    });
  },
  patterns: (extra = 0) => patterns(BOUNDS.patterns.most + extra),
  classes: (extra = 0) =>
    packOf({
      files: Object.assign(
        {},
        ...times(Math.ceil((BOUNDS.classes.most + extra) / 150), (f) =>
          lexicon(
            `many-${f}`,
            times(Math.min(150, BOUNDS.classes.most + extra - f * 150), (i) => ({
              classes: [`class-${f * 150 + i}`],
              terms: [word(f * 150 + i)],
            })),
          ),
        ),
      ),
      groups: [],
    }),
  misspelt: (extra = 0) =>
    packOf({
      files: lexicons(
        BOUNDS.misspelt.most / 10 + extra,
        (i) => `${word(i)}${word(i)}`.slice(0, 10).padEnd(10, 'z'),
        { misspelt: true },
      ),
    }),
  disguised: (extra = 0) =>
    packOf({
      files: lexicons(BOUNDS.disguised.most + extra, (i) => `f${word(i).slice(0, 4)}ck`, { disguise: true }),
    }),
  inside: (extra = 0) =>
    packOf({
      files: lexicons(BOUNDS.inside.most + extra, (i) => `${word(i)}bollock`, { inside: true }),
    }),
  shared: (extra = 0) =>
    packOf({
      groups: times(BOUNDS.shared.most + extra, (i) => ({
        classes: times(BOUNDS.classesOfGroup.most, (j) => `class-${i}-${j}`),
        terms: ['red', 'red bin', 'red bin lid'],
      })),
      rules: times(8, (i) =>
        rule(`trial/r${i}`, { patterns: [`@class-${i}-0 <0-9> @class-${i}-1 <0-9> @class-${i}-2`] }),
      ),
    }),
  anchored: (extra = 0) => {
    const sources = times(BOUNDS.anchored.most + extra, (i) => `${WIDE} red <0-1> bin|${word(i)}`);
    return packOf({
      groups: [{ classes: ['colour'], terms: ['red', 'bin', 'green', 'blue'] }],
      rules: times(Math.ceil(sources.length / 64), (i) =>
        rule(`trial/r${i}`, {
          patterns: sources.slice(i * 64, (i + 1) * 64).map((source) => source.replace(' <0-9> red', ' red')),
        }),
      ),
    });
  },
  rules: (extra = 0) =>
    packOf({
      ...base,
      rules: times(BOUNDS.rules.most + extra, (i) =>
        rule(`trial/r${i}`, { patterns: ['@colour bin'], when: condition(4, 120) }),
      ),
    }),
  signals: (extra = 0) =>
    packOf({
      ...base,
      files: {
        'signals.json': {
          signals: times(BOUNDS.signals.most + extra, (i) => ({
            id: `s${i}`,
            about: 'A colour.',
            patterns: [`@colour ${word(i)}`],
          })),
        },
      },
    }),
  guards: (extra = 0) => {
    const guards = times(BOUNDS.guards.most + extra, (i) => ({
      id: `g${i}`,
      about: 'A colour before.',
      kind: 'near' as const,
      class: 'colour',
      within: 12,
      side: 'either' as const,
      unless: 'colour',
    }));
    return packOf({
      ...base,
      guards,
      rules: [
        rule('trial/r', {
          patterns: ['bin'],
          guards: guards.slice(0, BOUNDS.guardsOfRule.most).map(({ id }) => id),
        }),
      ],
    });
  },
};
