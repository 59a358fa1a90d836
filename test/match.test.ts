import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorPattern } from '../src/evidence/anchor.ts';
import { evidenceReader } from '../src/evidence/evidence.ts';
import { LexiconBuilder } from '../src/evidence/lexicon.ts';
import { type Pattern, parsePattern } from '../src/evidence/pattern.ts';
import { classify, compileRuleset } from '../src/index.ts';
import { smallPack } from './support/pack.ts';

const groups = [
  { classes: ['colour'], terms: ['red', 'green', 'sky blue', { term: 'grey', forms: ['gray'] }] },
  { classes: ['hue', 'colour'], terms: ['pale red'] },
  { classes: ['negator'], terms: ['not', 'never'] },
  { classes: ['crew'], kind: 'staff' as const, inflect: 'noun' as const, terms: ['binman', 'loader'] },
  { classes: ['you'], kind: 'you' as const, terms: ['you'] },
  { classes: ['third-plural'], terms: ['they'] },
];
const now = '2026-06-10T10:00:00Z';

async function spans(pattern: string, text: string): Promise<string[]> {
  const ruleset = compileRuleset(smallPack({ groups, rules: [{ id: 'trial/one', patterns: [pattern] }] }));
  const { findings } = await classify({ text, now }, { ruleset });
  return findings.flatMap((finding) => finding.spans.map((span) => span.text));
}

describe('matching a pattern', () => {
  it.each([
    ['red bin', 'my Red BIN is', ['Red BIN']],
    ['@colour bin', 'a red bin, a gray bin, a blue bin', ['red bin', 'gray bin']],
    ['@colour bin', 'a sky blue bin', ['sky blue bin']],
    ['@colour bin', 'a pale red bin', ['red bin']],
    ['@hue bin', 'a pale red bin', ['pale red bin']],
    ['red|green bin|lid', 'green lid and red bin', ['green lid', 'red bin']],
    ['red big? bin', 'red bin, red big bin, red small bin', ['red bin', 'red big bin']],
    ['red <0-2> bin', 'red bin; red old big bin; red very old big bin', ['red bin', 'red old big bin']],
    ['red <0-3 !@negator> bin', 'red is not bin', []],
    ['red <0-3 !@negator> bin', 'red is my bin', ['red is my bin']],
    ['red !@negator bin', 'red not bin, red old bin', ['red old bin']],
    ['^ red bin', 'red bin here. A red bin', ['red bin']],
    ['red bin $', 'red bin here. A red bin', ['red bin']],
    ['red bin', 'red. bin', []],
    ['red bin', 'red (bin), red: bin', ['red (bin', 'red: bin']],
    ['{staff} is late', 'the loader is late', ['loader is late']],
    ['{person} is late', 'the loader is late', ['loader is late']],
    ['{staff} are late', 'Two loaders came. They are late', ['They are late']],
    ['@money for bin', 'a £20 for bin', ['£20 for bin']],
    ['red <0-9> bin', 'red red red bin bin', ['red bin']],
  ])('%s in "%s"', async (pattern, text, expected) => expect(await spans(pattern, text)).toEqual(expected));

  it('says who the finding is about', async () => {
    const ruleset = compileRuleset(
      smallPack({ groups, rules: [{ id: 'trial/one', patterns: ['{you} hit {target=staff}'] }] }),
    );
    const { findings } = await classify({ text: 'You hit loaders', now }, { ruleset });
    expect(findings[0]?.target).toEqual({ kind: 'staff', text: 'loaders' });
  });
});

const word = fc.constantFrom('red', 'green', 'sky', 'blue', 'bin', 'lid', 'not', 'pale', 'old');
const element = fc.constantFrom(
  'red',
  'bin',
  'lid',
  'red|bin',
  '@colour',
  '@hue',
  '!@negator',
  '!@colour',
  '@negator',
  'old|@colour',
);
const gap = fc.constantFrom('<0-1>', '<0-3>', '<0-2!@negator>');
const anchor = fc.constantFrom('red', 'bin', '@colour');
const middle = fc.array(
  fc.oneof(
    element,
    element.map((item) => `${item}?`),
    gap,
  ),
  { maxLength: 4 },
);
const patterns = fc
  .tuple(element, middle, anchor, fc.boolean(), fc.boolean())
  .map(([first, items, last, start, end]) =>
    [
      ...(start ? ['^'] : []),
      first,
      ...items.filter((item, i) => !(item.startsWith('<') && items[i - 1]?.startsWith('<'))),
      last,
      ...(end ? ['$'] : []),
    ].join(' '),
  );

/** What the documentation says, tried on every start and every path: for each end the latest start, without overlaps. */
function reference(pattern: Pattern, words: readonly string[]): string[] {
  const inClass = (name: string, at: number): number[] => {
    const phrases = {
      '@colour': ['red', 'green', 'sky blue', 'grey', 'gray', 'pale red'],
      '@hue': ['pale red'],
      '@negator': ['not', 'never'],
    }[name] ?? [name];
    return phrases
      .map((phrase) => phrase.split(' '))
      .filter((phrase) => phrase.every((part, i) => words[at + i] === part))
      .map((phrase) => at + phrase.length);
  };
  const covered = (name: string, at: number) =>
    [at - 1, at].some((from) => from >= 0 && inClass(name, from).some((end) => end > at));
  const ends = (state: number, at: number): Set<number> => {
    const step = pattern.steps[state];
    if (step === undefined) return new Set([at]);
    const out = new Set<number>(step.optional ? ends(state + 1, at) : []);
    if (at >= words.length) return out;
    const nexts =
      step.gap !== undefined
        ? step.gap.size > 0 && covered('@negator', at)
          ? []
          : [at + 1]
        : step.alternatives.flatMap((part) =>
            'not' in part ? (covered(part.name.slice(1), at) ? [] : [at + 1]) : inClass(part.name, at),
          );
    for (const next of nexts) for (const end of ends(state + 1, next)) out.add(end);
    return out;
  };
  const latest = new Map<number, number>();
  for (let start = 0; start < words.length; start++) {
    if (pattern.fromStart && start > 0) continue;
    for (const end of ends(0, start))
      if (end > start && (!pattern.toEnd || end === words.length)) latest.set(end, start);
  }
  let free = 0;
  return [...latest]
    .sort(([a], [b]) => a - b)
    .flatMap(([end, start]) => {
      if (start < free) return [];
      free = end;
      return [words.slice(start, end).join(' ')];
    });
}

describe('the matcher against its documentation', () => {
  it('finds what a search of every start and path finds', { timeout: 60_000 }, () => {
    void fc.assert(
      fc.property(patterns, fc.array(word, { minLength: 1, maxLength: 14 }), (source, words) => {
        const builder = new LexiconBuilder();
        builder.addFile({ id: 'small.en', title: '', language: 'en', source: '', licence: '', groups });
        const parsed = parsePattern(source, {
          builder,
          classes: new Set(['colour', 'hue', 'negator']),
          items: new Map(),
        });
        if ('code' in parsed) throw new Error(`${source}: ${parsed.message}`);
        const lexicon = builder.build();
        const pattern = anchorPattern(source, parsed, lexicon);
        if ('code' in pattern) throw new Error(`${source}: ${pattern.message}`);
        const reader = evidenceReader(lexicon, [{ id: 'one', patterns: [pattern], guards: [] }]);
        const found = reader
          .read('text', words.join(' '), [], undefined)
          .matches.map((match) => match.details().span.text);
        expect(found).toEqual(reference(pattern, words));
      }),
      { numRuns: 3000 },
    );
  });
});
