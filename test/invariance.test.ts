import { describe, expect, it } from 'vitest';
import { type ContentItem, classify } from '../src/index.ts';
import type { LexiconFile } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { examplesOf } from './support/examples.ts';

// What changes no word of a comment changes no finding of it. Run over every third example of the shipped rules.
const every = 3;
/** Two examples in a thousand are lost: a name that nothing but its capital shows, an emoji cut from its skin tone. */
const MOST_LOST = 0.002;
const items = examplesOf(readPack())
  .filter(({ kind, subject }) => kind === 'match' && subject.kind === 'rule')
  .filter((_, i) => i % every === 0)
  .map(({ item }) => item);

/** What people see as one letter: an emoji keeps its skin tone. */
function lettersOf(text: string): readonly string[] {
  return [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
}

async function foundIn(item: ContentItem): Promise<readonly string[]> {
  return (await classify(item)).findings.map(({ ruleId }) => ruleId);
}

const before = Promise.all(items.map(foundIn));

/** Groups that nothing but a capital tells from other words: "Poles". In another case they are those. */
const told = Object.entries(readPack().files)
  .filter(([path]) => path.startsWith('lexicons/'))
  .flatMap(([, content]) => (content as LexiconFile).groups)
  .filter(({ kind }) => kind === 'group')
  .flatMap(({ terms }) =>
    terms.flatMap((term) => (typeof term !== 'string' && term.capital ? term.term : [])),
  );
const toldByCapital = new RegExp(`\\b(${told.join('|')})\\b`, 'i');
const hangsOnCapital = (loss: string) => toldByCapital.test(loss);

/** Findings that a changed text loses, with the text. */
async function lost(change: (text: string) => string): Promise<readonly string[]> {
  const known = await before;
  const losses = await Promise.all(
    items.map(async (item, i) => {
      const found = new Set(await foundIn({ ...item, text: change(item.text) }));
      return (known[i] ?? [])
        .filter((ruleId) => !found.has(ruleId))
        .map((ruleId) => `${ruleId}: ${item.text}`);
    }),
  );
  return losses.flat();
}

describe('a finding stays', () => {
  it.each<[string, (text: string) => string]>([
    ['in capitals', (text) => text.toUpperCase()],
    ['in lower case', (text) => text.toLowerCase()],
  ])('%s, but for groups that a capital tells apart', async (_name, change) => {
    const losses = (await lost(change)).filter((loss) => !hangsOnCapital(loss));
    expect(losses.length, losses.join('; ')).toBeLessThanOrEqual(MOST_LOST * items.length);
  });

  it.each<[string, (text: string) => string]>([
    ['decomposed (NFD)', (text) => text.normalize('NFD')],
    ['composed (NFC)', (text) => text.normalize('NFC')],
    ['with zero-width spaces', (text) => lettersOf(text).join('\u200b')],
    ['with soft hyphens', (text) => lettersOf(text).join('\u00ad')],
    ['with spaces around', (text) => ` \n\t${text} \n`],
  ])('%s', async (_name, change) => {
    const losses = await lost(change);
    expect(losses.length, losses.join('; ')).toBeLessThanOrEqual(MOST_LOST * items.length);
  });
});

/** Categories whose findings only say where a comment belongs. A glad sentence can turn those. */
const ROUTING = /^(complaint|request)\//;
/** Rules about a comment that is nothing but an emoji, a word or an advert, or the same as an earlier one. */
const WHOLE_COMMENT =
  /^(spam\/repeat|hate\/(bait|dehumanise-reply|emoji-[a-z-]+)|abuse\/emoji-reply|promotion\/(priced-wares|offer-hints))/;

describe('a clean sentence takes no finding of a breach, a danger or an allegation away', () => {
  it.each<[string, (text: string) => string]>([
    ['before it', (text) => `Lovely day in the park. ${text}`],
    ['after it', (text) => `${text.replace(/([^.!?…])$/u, '$1.')} Lovely day in the park.`],
    ['that is thanks', (text) => `Thanks for the update. ${text}`],
    ['about a Saturday', (text) => `See you all on Saturday. ${text}`],
  ])('%s', async (_name, change) => {
    const losses = (await lost(change)).filter((loss) => !ROUTING.test(loss) && !WHOLE_COMMENT.test(loss));
    expect(losses.length, losses.join('; ')).toBeLessThanOrEqual(MOST_LOST * items.length);
  });
});
