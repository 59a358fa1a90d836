import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { intrusiveness } from '../src/decision/neighbour.ts';
import { type AuthorHistory, type ContentItem, classify, type Decision } from '../src/index.ts';
import type { CategoryFile, LadderFile, Rule } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { moments, posts } from './support/scenarios.ts';

// Comments put together from the examples of several rules, by authors of any history, at any time and under any post.
const { files } = readPack();
const categories = Object.keys(files)
  .filter((path) => path.startsWith('categories/'))
  .map((path) => files[path] as CategoryFile);

/** Examples that need no context of their own. */
function texts(rules: readonly Rule[]): string[] {
  return rules.flatMap(({ examples }) =>
    (examples?.match ?? []).flatMap((example) => {
      if (typeof example === 'string') return [example];
      const { text, expect: _, because: __, ...context } = example;
      return Object.keys(context).length === 0 ? [text] : [];
    }),
  );
}
const examplesOf = (...ids: readonly string[]) =>
  texts(categories.filter(({ id }) => ids.includes(id)).flatMap(({ rules }) => rules));
const all = examplesOf(...categories.map(({ id }) => id));
const quiet = examplesOf('complaint', 'request');
const breaches = examplesOf(
  'abuse',
  'swearing',
  'threat',
  'hate',
  'obscenity',
  'promotion',
  'illegal-activity',
);
/** Disclosures of the rules that are sure of what they read. */
const disclosures = texts(
  categories
    .filter(({ id }) => id === 'safeguarding')
    .flatMap(({ rules }) =>
      rules.filter(({ sureness, track }) => sureness === 'high' && track !== 'illegal-imagery'),
    ),
);
const CLEAN = [
  'The new bandstand looks lovely.',
  'Well done to the team, a grand day out.',
  'See you all on Sunday!',
];

const joined = (parts: readonly fc.Arbitrary<string>[]) =>
  fc
    .tuple(
      fc.shuffledSubarray(
        parts.map((_, i) => i),
        { minLength: parts.length },
      ),
      ...parts,
    )
    .chain(([order, ...drawn]) =>
      fc.constantFrom('. ', '\n\n', '! ').map((mark) => order.map((i) => drawn[i] as string).join(mark)),
    );

const day = (back: number) => new Date(Date.parse('2026-06-10T09:00:00Z') - back * 86_400_000).toISOString();
const past = fc.integer({ min: 0, max: 200 }).map(day);
const history: fc.Arbitrary<AuthorHistory> = fc.record({
  recent: fc.array(fc.record({ at: past, text: fc.constantFrom(...CLEAN, ...quiet) }), { maxLength: 4 }),
  breaches: fc.array(fc.record({ at: past, clause: fc.constant('AUP-2.2c'), upheld: fc.boolean() }), {
    maxLength: 6,
  }),
  removalRequests: fc.array(fc.record({ at: past }), { maxLength: 2 }),
  blocks: fc.array(fc.record({ at: past }), { maxLength: 2 }),
});
const context = fc.record({
  moment: fc.constantFrom(...Object.values(moments)),
  post: fc.option(fc.constantFrom(...Object.values(posts)), { nil: undefined }),
  history,
  visibility: fc.constantFrom('public' as const, 'direct-message' as const),
});
type Context = typeof context extends fc.Arbitrary<infer T> ? T : never;

function itemOf(text: string, { moment, post, history: of, visibility }: Context): ContentItem {
  return { text, ...moment, visibility, author: { history: of }, ...(post === undefined ? {} : { post }) };
}
const stepsOf = ({ recommendation }: Decision) => recommendation.actions.map(({ type }) => type);
const tracksOf = ({ findings }: Decision) => new Set(findings.map(({ track }) => track));
const breachTracks = new Set(
  (files['ladder.json'] as LadderFile).tracks.filter(({ breach }) => breach).map(({ id }) => id),
);

beforeAll(async () => {
  // Compiles the rules.
  await classify({ text: 'hello', ...moments.weekday });
});

describe('comments that are put together', () => {
  it('never punish a disclosure of harm, whatever stands beside it and whoever wrote it', () =>
    fc.assert(
      fc.asyncProperty(
        joined([fc.constantFrom(...disclosures), fc.constantFrom(...breaches)]),
        context,
        async (text, about) => {
          const decision = await classify(itemOf(text, about));
          expect(stepsOf(decision).filter((type) => type !== 'capture-evidence')).toEqual([]);
          expect(decision.verdict).toBe('review');
          expect(decision.referrals.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    ));

  it('keep to the order, the sign-off and the disclosures, in whatever mixture', () =>
    fc.assert(
      fc.asyncProperty(
        joined([fc.constantFrom(...all), fc.constantFrom(...all), fc.constantFrom(...all)]),
        context,
        async (text, about) => {
          const decision = await classify(itemOf(text, about));
          const steps = stepsOf(decision);
          const tracks = tracksOf(decision);
          if (tracks.has('safeguarding') || tracks.has('danger'))
            expect(steps.filter((type) => type !== 'capture-evidence')).toEqual([]);
          if (steps.includes('capture-evidence')) expect(steps[0]).toBe('capture-evidence');
          else if (!tracks.has('illegal-imagery')) expect(steps).not.toContain('delete');
          for (const { type, needsSignOff } of decision.recommendation.actions)
            expect(needsSignOff).toBe(type === 'block' || type === 'delete');
          for (const { to, needsSignOff } of decision.referrals)
            expect(needsSignOff).toBe(to === 'police' || to === 'legal');
        },
      ),
      { numRuns: 300 },
    ));

  it('never hide, delete or block for complaints, requests and criticism alone', () =>
    fc.assert(
      fc.asyncProperty(
        joined([fc.constantFrom(...quiet), fc.constantFrom(...quiet)]),
        context,
        async (text, about) => {
          const decision = await classify(itemOf(text, about));
          if ([...tracksOf(decision)].some((track) => breachTracks.has(track) || track === 'election'))
            return;
          expect(stepsOf(decision).filter((type) => type !== 'capture-evidence')).toEqual([]);
        },
      ),
      { numRuns: 200 },
    ));

  it('are judged alike in whatever order the history is told', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), context, async (text, about) => {
        const { recent = [], breaches: upheld = [], removalRequests = [], blocks = [] } = about.history;
        const turned = {
          recent: recent.toReversed(),
          breaches: upheld.toReversed(),
          removalRequests: removalRequests.toReversed(),
          blocks: blocks.toReversed(),
        };
        const { id: _, ...one } = await classify(itemOf(text, about));
        const { id: __, ...other } = await classify(itemOf(text, { ...about, history: turned }));
        expect(other).toEqual(one);
      }),
      { numRuns: 150 },
    ));

  it('get no milder step for one upheld breach more', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...breaches), context, async (text, about) => {
        const more = { at: day(1), clause: 'AUP-2.2a', upheld: true };
        const known = { ...about.history, breaches: [...(about.history.breaches ?? []), more] };
        const before = stepsOf(await classify(itemOf(text, about)));
        const after = stepsOf(await classify(itemOf(text, { ...about, history: known })));
        const strongest = (steps: typeof before) => Math.max(-1, ...steps.map(intrusiveness));
        // Some moments lie before that breach.
        expect(strongest(after)).toBeGreaterThanOrEqual(strongest(before));
      }),
      { numRuns: 150 },
    ));

  it('are allowed when clean, whatever the author did before', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...CLEAN), context, async (text, about) => {
        const { recent: _, ...rest } = about.history;
        const decision = await classify(itemOf(text, { ...about, history: rest }));
        expect([decision.verdict, decision.recommendation.actions]).toEqual(['allow', []]);
      }),
      { numRuns: 150 },
    ));

  it('get no other step when somebody reports them', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), context, async (text, about) => {
        const item = itemOf(text, about);
        const plain = await classify(item);
        const reported = await classify({
          ...item,
          reports: [{ at: item.now }, { at: item.now, byVictim: true }],
        });
        expect(reported.recommendation).toEqual(plain.recommendation);
        expect(reported.referrals).toEqual(plain.referrals);
      }),
      { numRuns: 150 },
    ));
});
