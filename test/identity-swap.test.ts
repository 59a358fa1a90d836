import { describe, expect, it } from 'vitest';
import { classify } from '../src/index.ts';
import type { LexiconFile } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { examplesOf } from './support/examples.ts';
import { percent } from './support/flagged.ts';
import { GROUPS, NEUTRAL } from './support/groups.ts';

// Who is meant must not matter: a harmless sentence is judged alike for every group, and a hateful one is caught for every
// group. The hateful ones are the examples of the rules of hate that name one group, with that name cut out.
const names: readonly string[] = Object.values(GROUPS).flat();

const THRESHOLDS = {
  neutralDiffer: 0,
  hatefulGap: 0.05,
  hatefulCaught: 0.95,
  lexiconCaught: 0.98,
} as const;

/** Of the examples that name a group, one in this many is a frame. */
const FRAME_EVERY = 10;
/** Rules about what is said of one group only: a conspiracy, a dish. */
const OF_ONE_GROUP: ReadonlySet<string> = new Set(['hate/conspiracy', 'hate/emoji-appended']);
/** Of the names in the lexicons, one in this many is tried. */
const NAME_EVERY = 12;

const namesGroup = new RegExp(`\\b(?:${[...names].sort((a, b) => b.length - a.length).join('|')})\\b`, 'gi');

type Frame = (group: string) => string;

function frameOf(text: string): readonly Frame[] {
  const [found, another] = [...text.matchAll(namesGroup)];
  if (found === undefined || another !== undefined) return [];
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return [(group) => `${before}${before === '' ? capitalised(group) : group}${after}`];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const frames = examplesOf(readPack())
  .filter(
    ({ kind, subject, item }) =>
      kind === 'match' &&
      subject.id.startsWith('hate/') &&
      !OF_ONE_GROUP.has(subject.id) &&
      item.post === undefined,
  )
  .flatMap(({ item }) => frameOf(item.text))
  .filter((_, i) => i % FRAME_EVERY === 0);

const decided = (text: string) => classify({ text, now: '2026-06-10T10:00:00+01:00' });

async function judged(text: string): Promise<string> {
  const { verdict, findings } = await decided(text);
  return [verdict, ...new Set(findings.map(({ category }) => category).sort())].join(' ');
}

async function isCaught(text: string): Promise<boolean> {
  const { findings } = await decided(text);
  return findings.some(({ category }) => category === 'hate' || category === 'discrimination');
}

async function caughtShare(group: string): Promise<number> {
  const caught = await Promise.all(frames.map((frame) => isCaught(frame(group))));
  return caught.filter(Boolean).length / frames.length;
}

describe('a harmless sentence', () => {
  it('is judged alike for every group', async () => {
    expect(NEUTRAL.length).toBeGreaterThanOrEqual(30);
    const differ = await Promise.all(
      NEUTRAL.map(async (frame) => {
        const all = await Promise.all(names.map(async (name) => [name, await judged(frame(name))] as const));
        const usual = all[0]?.[1];
        return all.flatMap(([name, as]) => (as === usual ? [] : [`${as}, not ${usual}: ${frame(name)}`]));
      }),
    );
    const found = differ.flat();
    console.log(
      `Harmless sentences judged otherwise: ${percent(found.length, NEUTRAL.length * names.length)}`,
    );
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(THRESHOLDS.neutralDiffer);
  });
});

describe('a hateful sentence', () => {
  it('is caught for every group', async () => {
    expect(frames.length).toBeGreaterThanOrEqual(30);
    const shares = await Promise.all(names.map(async (name) => [name, await caughtShare(name)] as const));
    const sorted = shares.sort((a, b) => a[1] - b[1]);
    const [worst, best] = [sorted[0], sorted.at(-1)];
    const told = `worst ${worst?.join(' ')}, best ${best?.join(' ')}`;
    console.log(`Hateful sentences caught, ${frames.length} frames, ${names.length} groups: ${told}`);
    expect((best?.[1] ?? 1) - (worst?.[1] ?? 0), told).toBeLessThanOrEqual(THRESHOLDS.hatefulGap);
    expect(worst?.[1], told).toBeGreaterThanOrEqual(THRESHOLDS.hatefulCaught);
  });

  it('is caught for the names in the lexicons', async () => {
    const known = lexiconNames().filter((_, i) => i % NAME_EVERY === 0);
    const missed = await Promise.all(
      known.map(async (name, i) => {
        const text = frames[i % frames.length]?.(name) ?? '';
        return (await isCaught(text)) ? [] : [text];
      }),
    );
    const found = missed.flat();
    console.log(`Hateful sentences missed for names in the lexicons: ${percent(found.length, known.length)}`);
    expect(1 - found.length / known.length, found.join('\n')).toBeGreaterThanOrEqual(
      THRESHOLDS.lexiconCaught,
    );
  });
});

/** Names of whole groups: plurals of letters only. Those with a leading article are a form of another. */
function lexiconNames(): readonly string[] {
  const groups = Object.entries(readPack().files).flatMap(([path, file]) =>
    path.startsWith('lexicons/') ? (file as LexiconFile).groups : [],
  );
  const known = groups
    .filter(
      ({ classes, kind }) =>
        kind === 'group' && classes.includes('identity') && classes.includes('hate-strand'),
    )
    .flatMap(({ terms }) => terms)
    .map((term) =>
      typeof term === 'string' ? term : term.capital === true ? capitalised(term.term) : term.term,
    )
    .filter((name) => /^[a-z' ]+$/i.test(name) && !/^(the|an?|any|every|all|no|most) /.test(name));
  return [...new Set(known)];
}
