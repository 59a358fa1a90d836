import { beforeAll, describe, expect, it } from 'vitest';
import { LexiconBuilder } from '../src/evidence/lexicon.ts';
import { classify } from '../src/index.ts';
import type { LexiconFile } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { examplesOf } from './support/examples.ts';
import { TECHNIQUES } from './support/techniques.ts';

// Every technique is tried on embedded examples of what the shipped rules find: on the word that the finding hangs on, or
// on the whole comment.
const CATEGORIES = /^(abuse|discrimination|hate|obscenity|swearing|threat)\//;
const EVERY = 11;
const LONGEST = 140;
/** Most samples that hang on one word, so that the spelling of no single word decides. */
const MOST_OF_WORD = 5;
/** Share of all disguised forms, over all techniques, that must be found. */
const POOLED = 0.97;
/** What stands in for a word to see whether a finding hangs on it: unknown, as a name is. */
const NOTHING = 'Blorfen';

const pack = readPack();
const now = '2026-06-10T10:00:00+01:00';
const texts = examplesOf(pack)
  .filter(({ kind, subject }) => kind === 'match' && subject.kind === 'rule' && CATEGORIES.test(subject.id))
  .map(({ item }) => item)
  .filter(({ text, post }) => post === undefined && text.length <= LONGEST && /^[ -~]*$/.test(text))
  .map(({ text }) => text)
  .filter((_, i) => i % EVERY === 0);

function vocabulary() {
  const builder = new LexiconBuilder();
  for (const [path, content] of Object.entries(pack.files))
    if (path.startsWith('lexicons/')) builder.addFile(content as LexiconFile);
  return builder.build().words;
}

async function isFound(text: string): Promise<boolean> {
  return (await classify({ text, now })).verdict !== 'allow';
}

function replace(text: string, word: string, by: string): string {
  return text.replace(new RegExp(`\\b${word}\\b`, 'g'), () => by);
}

interface Sample {
  readonly text: string;
  /** The longest word that offends or names a group, and that the finding hangs on. */
  readonly word: string | undefined;
}

async function samples(): Promise<readonly Sample[]> {
  const { isOffensive } = vocabulary();
  const out: Sample[] = [];
  const seen = new Map<string, number>();
  for (const text of texts) {
    if (!(await isFound(text))) continue;
    const words = (text.match(/\b[A-Za-z][a-z]{2,}\b/g) ?? []).filter((word) =>
      isOffensive(word.toLowerCase()),
    );
    const key: string[] = [];
    for (const word of new Set(words)) if (!(await isFound(replace(text, word, NOTHING)))) key.push(word);
    const word = key.sort((a, b) => b.length - a.length)[0];
    const times = (word === undefined ? 0 : seen.get(word.toLowerCase())) ?? 0;
    if (word !== undefined) seen.set(word.toLowerCase(), times + 1);
    out.push({ text, word: times < MOST_OF_WORD ? word : undefined });
  }
  return out;
}

function disguised(
  { text, word }: Sample,
  { of, fewest = 0, apply }: (typeof TECHNIQUES)[number],
): string | undefined {
  if (of === 'text') return apply(text) === text ? undefined : apply(text);
  if (word === undefined || word.length < fewest) return undefined;
  if (of === 'word') return apply(word) === word ? undefined : replace(text, word, apply(word));
  const joined = text.replace(new RegExp(`([A-Za-z]+ )?\\b${word}\\b( [A-Za-z]+)?`), apply);
  return joined === text ? undefined : joined;
}

describe('what is found plain is found', () => {
  let found: readonly Sample[] = [];
  const total = { tried: 0, missed: 0 };
  beforeAll(async () => {
    found = await samples();
    expect(found.filter(({ word }) => word !== undefined).length).toBeGreaterThan(100);
  });

  it.each(TECHNIQUES)('in $name, at a share of at least $least', async (technique) => {
    const forms = found.flatMap((sample) => disguised(sample, technique) ?? []);
    const missed = (
      await Promise.all(forms.map(async (text) => ((await isFound(text)) ? [] : [text])))
    ).flat();
    total.tried += forms.length;
    total.missed += missed.length;
    expect(1 - missed.length / forms.length, missed.join('\n')).toBeGreaterThanOrEqual(technique.least);
  });

  it('over all techniques', () => {
    expect(total.tried).toBeGreaterThan(5000);
    expect(1 - total.missed / total.tried).toBeGreaterThanOrEqual(POOLED);
  });
});
