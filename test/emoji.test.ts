import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, compileRuleset, RulePackError } from '../src/index.ts';
import { tokenise } from '../src/text/tokenise.ts';
import { smallPack } from './support/pack.ts';

const now = '2026-06-10T10:00:00Z';
const groups = [
  { classes: ['emoji-after'], terms: ['these', 'the', 'should', 'be', 'will', 'a', 'in'] },
  { classes: ['emoji-before'], terms: ['are', 'people'] },
  { classes: ['emoji-warm'], terms: ['❤'] },
  {
    classes: ['picture'],
    terms: [
      { term: '🐝', readAs: ['bees', 'bee', 'swarm'] },
      { term: '🔨', readAs: ['hammer', 'mend'] },
      { term: '👨‍🌾', readAs: ['farm hands'] },
      { term: '👩🏿', readAs: ['tanned women'] },
      { term: '🏳️‍🌈', readAs: ['marchers'] },
      { term: '🏴󠁧󠁢󠁥󠁮󠁧󠁿', readAs: ['southerners'] },
    ],
  },
  {
    classes: ['crowd'],
    kind: 'group' as const,
    terms: ['farm hands', 'tanned women', 'marchers', 'southerners'],
  },
  { classes: ['repair'], inflect: 'verb' as const, terms: ['mend', 'hammer'] },
  { classes: ['insect'], inflect: 'noun' as const, terms: ['bee'] },
];

async function found(pattern: string, text: string) {
  const ruleset = compileRuleset(smallPack({ groups, rules: [{ id: 'trial/one', patterns: [pattern] }] }));
  const { findings } = await classify({ text, now }, { ruleset });
  return findings.flatMap(({ spans }) => spans.map((span) => ({ text: span.text, readAs: span.readAs })));
}

const forms = (text: string) => tokenise(text).tokens.map((token) => token.forms);
const texts = (text: string) => tokenise(text).tokens.map(({ start, end }) => text.slice(start, end));

describe('one emoji is one token', () => {
  it.each([
    ['a skin tone', '👏🏽', [['👏', '👏🏽']]],
    ['a variation selector', '❤️', [['❤']]],
    ['joined people and things', '👨‍🦽', [['👨🦽']]],
    ['a gender sign', '🤷‍♂️', [['🤷♂', '🤷']]],
    ['a skin tone and a gender sign', '👳🏾‍♂️', [['👳♂', '👳🏾', '👳']]],
    ['hair', '👩🏿‍🦱', [['👩🦱', '👩🏿', '👩']]],
    ['a flag of two letters', '🇵🇱', [['🇵🇱']]],
    ['a flag of a region', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', [['🏴', '🏴gbeng']]],
    ['a joined flag', '🏳️‍🌈', [['🏳🌈']]],
    ['two that are not joined', '🏳️🌈', [['🏳'], ['🌈']]],
  ])('%s', (_, text, expected) => {
    expect(forms(text)).toEqual(expected);
    expect(texts(text).join('')).toBe(text);
  });

  it('belongs to the sentence that it follows', () =>
    expect(tokenise('Bins full! 🐝🐝 Help').tokens.map((token) => token.sentence)).toEqual([0, 0, 1, 1, 1]));

  it('alone after a full stop is no sentence', () =>
    expect(tokenise('Bins full. 🐝🐝').tokens.map((token) => token.sentence)).toEqual([0, 0, 0, 0]));

  it('covers whole code points, whatever stands around it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('👳🏾‍♂️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇵🇱', '\u200D', '🏿', '\uFE0F', 'a', ' ', '.'), {
          maxLength: 12,
        }),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          for (const { start, end } of tokenise(text).tokens) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
            last = end;
          }
        },
      ),
    ));
});

describe('an emoji that stands for a word', () => {
  it.each([
    ['after a word that leaves a gap', '@insect', 'look at these 🐝', '🐝', 'bees'],
    ['before a verb', '@insect are', '🐝 are back', '🐝 are', 'bees are'],
    ['through a run of them', '@insect', 'a 🔨🐝', '🐝', 'bees'],
    ['as a verb', 'will @repair', 'I will 🔨 it', 'will 🔨', 'will hammer'],
    ['bent by an ending', 'be @repair', 'it should be 🔨ed', 'be 🔨ed', 'be hammered'],
    ['as a phrase', '{group} are', '👨‍🌾 are here', '👨‍🌾 are', 'farm hands are'],
    ['with its skin tone', '{group} are', '👩🏿‍🦱 are here', '👩🏿‍🦱 are', 'tanned women are'],
    ['as a joined flag', 'the {group}', 'the 🏳️‍🌈', 'the 🏳️‍🌈', 'the marchers'],
    ['as a flag of a region', 'the {group}', 'the 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'the 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'the southerners'],
  ])('%s', async (_, pattern, text, span, readAs) =>
    expect(await found(pattern, text)).toEqual([{ text: span, readAs }]),
  );

  it.each([
    ['decorates the end of a sentence', '@insect', 'lovely honey 🐝'],
    ['stands alone', '@insect', '🐝🐝'],
    ['has no skin tone', '{group}', 'the 👩'],
    ['is part of another', '{group}', 'the 🌈'],
  ])('is none where it %s', async (_, pattern, text) => expect(await found(pattern, text)).toEqual([]));

  it('still is the emoji that patterns name', async () => {
    expect(await found('@picture @picture', 'honey 🐝🔨')).toEqual([{ text: '🐝🔨', readAs: undefined }]);
    expect(await found('these 🐝', 'these 🐝')).toEqual([{ text: 'these 🐝', readAs: 'these bees' }]);
  });

  it('is refused on anything but one emoji', () => {
    const wrong = [{ classes: ['picture'], terms: [{ term: 'bee', readAs: ['swarm'] }] }];
    expect(() => compileRuleset(smallPack({ groups: wrong }))).toThrow(RulePackError);
  });
});

describe('letters written as emoji', () => {
  it.each([
    ['flags that spell', '🇲🇪🇳🇩 it', '🇲🇪🇳🇩'],
    ['letters of flags with spaces', '🇲 🇪 🇳 🇩 it', '🇲 🇪 🇳 🇩'],
    ['a letter of a flag before letters', '🇲end it', '🇲end'],
    ['squared letters', '🅼🅴🅽🅳 it', '🅼🅴🅽🅳'],
  ])('%s', async (_, text, span) =>
    expect(await found('@repair it', text)).toEqual([{ text: `${span} it`, readAs: 'mend it' }]),
  );

  it('an emoji hides a letter of a sensitive word, and of no other', async () => {
    const pack = smallPack({
      groups: [
        { classes: ['mild'], disguise: true, terms: ['bother'] },
        { classes: ['plain'], terms: ['kettle'] },
      ],
      rules: [{ id: 'trial/one', patterns: ['@mild|@plain'] }],
    });
    const ruleset = compileRuleset(pack);
    const spans = async (text: string) =>
      (await classify({ text, now }, { ruleset })).findings.flatMap((finding) => finding.spans);
    expect(await spans('oh b🍩ther')).toMatchObject([{ text: 'b🍩ther', readAs: 'bother' }]);
    expect(await spans('k🍩ttle on')).toEqual([]);
    expect(await spans('oh b 🍩 ther')).toEqual([]);
  });
});

describe('emoji around a sentence', () => {
  it.each([
    ['a decoration at the end', '^ mend it $', 'mend it 🐝🐝', 'mend it'],
    ['a decoration at the start', '^ mend it $', '🐝 mend it', 'mend it'],
  ])('%s does not keep it from ending', async (_, pattern, text, span) =>
    expect(await found(pattern, text)).toEqual([{ text: span, readAs: undefined }]),
  );

  it('a warm one does', async () => expect(await found('^ mend it $', 'mend it ❤️')).toEqual([]));
});

describe('ten thousand emoji', () => {
  it.each(['🐝', '👳🏾‍♂️', '🇲🇪', '🔨\u200D', '🐝 these ', 'b🍩', '🏿'])(
    'of %j take time in proportion',
    async (unit) => {
      const ruleset = compileRuleset(
        smallPack({
          groups,
          rules: [{ id: 'trial/one', patterns: ['@insect are', '{group} <0-3> @picture'] }],
        }),
      );
      const time = async (count: number) => {
        const item = { text: unit.repeat(count), now };
        let best = Number.POSITIVE_INFINITY;
        for (let run = 0; run < 3; run++) {
          const start = performance.now();
          await classify(item, { ruleset });
          best = Math.min(best, performance.now() - start);
        }
        return best;
      };
      await time(10_000);
      // Ten times as many, with room for a busy machine; quadratic work would be a hundred times as much.
      expect(await time(10_000)).toBeLessThan(((await time(1000)) + 20) * 40);
    },
  );
});
