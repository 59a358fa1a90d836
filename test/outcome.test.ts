import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AuthorHistory,
  ContentItemError,
  classify,
  type Decision,
  type DecisionOutcome,
  recordOutcome,
} from '../src/index.ts';

// The comments repeat harm that people do to each other, in invented words about invented people.
const now = '2026-06-10T10:00:00+01:00';
const INSULT = 'Cllr Hale is a useless wanker';
const DAY = 86_400_000;

const decisions: Record<string, Decision> = {};
const decided = (name: string): Decision => {
  const decision = decisions[name];
  if (decision === undefined) throw new Error(`Expected a decision called ${name}.`);
  return decision;
};

beforeAll(async () => {
  const election = { elections: [{ type: 'local', pollDate: '2026-06-18', noticeDate: '2026-05-12' }] };
  const items = {
    insult: { text: INSULT },
    another: { text: 'You are all useless wankers' },
    doubleBreach: { text: `${INSULT}. Cheap driveways laid, call Gaz on 07700 900123 for a free quote` },
    threat: { text: 'I will stab that warden tonight' },
    support: { text: 'Vote Labour on Thursday', ...election },
    complaint: { text: 'My bins on Elm Road have not been emptied for three weeks' },
    disclosure: { text: 'my stepdad hits me you useless wanker' },
    mild: { text: 'Bloody hell, that was quick. Well done!' },
  };
  for (const [name, item] of Object.entries(items)) decisions[name] = await classify({ now, ...item });
}, 60_000);

/** The history of an author to whom these things happened. */
function history(...events: readonly [string, DecisionOutcome][]): AuthorHistory {
  return events.reduce<AuthorHistory>(
    (known, [name, outcome]) => recordOutcome(known, decided(name), outcome),
    {},
  );
}
const at = (day: string) => `${day}T12:00:00+01:00`;
const steps = async (known: AuthorHistory, text = INSULT, moment = now) =>
  (await classify({ text, now: moment, author: { history: known } })).recommendation.actions.map(
    ({ type }) => type,
  );

describe('what came of a decision', () => {
  it('adds a breach for each clause that is upheld', () =>
    expect(history(['insult', { at: at('2026-06-11'), result: 'upheld' }])).toEqual({
      breaches: [...new Set(decided('insult').findings.flatMap((finding) => finding.clauses))]
        .sort()
        .map((clause) => ({ at: at('2026-06-11'), clause, upheld: true, decision: decided('insult').id })),
    }));

  it('upholds only the clauses that are named', () => {
    const [first = ''] = decided('doubleBreach').findings.flatMap((finding) => finding.clauses);
    const { breaches = [] } = history([
      'doubleBreach',
      { at: at('2026-06-11'), result: 'upheld', clauses: [first] },
    ]);
    expect(breaches.length).toBeGreaterThan(1);
    expect(breaches.filter(({ upheld }) => upheld).map(({ clause }) => clause)).toEqual([first]);
  });

  it('counts one comment once, however many clauses it breaks', async () => {
    const once = history(['doubleBreach', { at: at('2026-06-09'), result: 'upheld' }]);
    expect(once.breaches?.length).toBeGreaterThan(1);
    expect(await steps(once)).not.toContain('warn-of-block');
    const twice = recordOutcome(once, decided('another'), { at: at('2026-06-09'), result: 'upheld' });
    expect(await steps(twice)).toContain('warn-of-block');
  });

  it('clears a breach that is overturned, in whatever order it is told', () => {
    const upheld = { at: at('2026-06-11'), result: 'upheld' } as const;
    const overturned = { at: at('2026-06-15'), result: 'overturned' } as const;
    const cleared = history(['insult', upheld], ['insult', overturned]);
    expect(cleared.breaches?.every((breach) => !breach.upheld)).toBe(true);
    expect(history(['insult', overturned], ['insult', upheld])).toEqual(cleared);
  });

  it('of two words at one moment takes the one in the favour of the author', () => {
    const moment = at('2026-06-11');
    const one = history(
      ['insult', { at: moment, result: 'upheld' }],
      ['insult', { at: moment, result: 'overturned' }],
    );
    const other = history(
      ['insult', { at: moment, result: 'overturned' }],
      ['insult', { at: moment, result: 'upheld' }],
    );
    expect(one).toEqual(other);
    expect(one.breaches?.some((breach) => breach.upheld)).toBe(false);
  });

  it('told twice is told once', () => {
    const event: [string, DecisionOutcome] = ['insult', { at: at('2026-06-11'), result: 'upheld' }];
    expect(history(event, event)).toEqual(history(event));
    const asked: [string, DecisionOutcome] = ['insult', { at: at('2026-06-11'), result: 'asked-to-remove' }];
    expect(history(asked, asked)).toEqual(history(asked));
  });

  it.each(['support', 'complaint', 'disclosure', 'mild'])('makes no strike and no request of: %s', (name) => {
    for (const result of ['upheld', 'asked-to-remove'] as const) {
      const known = history([name, { at: at('2026-06-11'), result }]);
      expect([...(known.breaches ?? []), ...(known.removalRequests ?? [])]).toEqual([]);
    }
  });

  it('makes a strike of a threat, and no request', () => {
    const known = history(
      ['threat', { at: at('2026-06-11'), result: 'upheld' }],
      ['threat', { at: at('2026-06-11'), result: 'asked-to-remove' }],
    );
    expect(known.breaches?.length).toBeGreaterThan(0);
    expect(known.removalRequests).toEqual([]);
  });

  it('opens a request, which is ignored after the grace period, and closes it', async () => {
    const asked = history(['insult', { at: '2026-06-05T10:00:00+01:00', result: 'asked-to-remove' }]);
    expect(await steps(asked)).toContain('block');
    const gone = recordOutcome(asked, decided('insult'), {
      at: '2026-06-05T15:00:00+01:00',
      result: 'removed-by-author',
    });
    expect(gone.removalRequests).toEqual([
      {
        at: '2026-06-05T10:00:00+01:00',
        decision: decided('insult').id,
        removedAt: '2026-06-05T15:00:00+01:00',
      },
    ]);
    expect(await steps(gone)).not.toContain('block');
  });

  it('closes the request for its own comment, else the latest that names none', () => {
    const requests = [
      { at: at('2026-06-01') },
      { at: at('2026-06-03') },
      { at: at('2026-06-02'), decision: decided('insult').id },
      { at: at('2026-06-20') },
    ];
    const removed = { at: at('2026-06-10'), result: 'removed-by-author' } as const;
    const closed = (name: string) =>
      recordOutcome({ removalRequests: requests }, decided(name), removed)
        .removalRequests?.filter((request) => request.removedAt !== undefined)
        .map((request) => request.at);
    expect(closed('insult')).toEqual([at('2026-06-02')]);
    expect(closed('another')).toEqual([at('2026-06-03')]);
    expect(recordOutcome({}, decided('insult'), removed)).toEqual({ removalRequests: [] });
  });

  it('keeps blocks with their end, and everything else as it was', () => {
    const known: AuthorHistory = { recent: [{ at: at('2026-06-01'), fingerprint: 'x' }] };
    const outcome = { at: at('2026-06-11'), result: 'blocked', until: at('2026-07-11') } as const;
    expect(recordOutcome(known, decided('insult'), outcome)).toEqual({
      ...known,
      blocks: [{ at: at('2026-06-11'), until: at('2026-07-11') }],
    });
    expect(history(['insult', { at: at('2026-06-11'), result: 'blocked' }]).blocks).toEqual([
      { at: at('2026-06-11') },
    ]);
  });

  it('changes nothing that is passed in', () => {
    const known = Object.freeze({ breaches: Object.freeze([]) });
    const decision = structuredClone(decided('insult'));
    recordOutcome(known, decision, { at: at('2026-06-11'), result: 'upheld' });
    expect(known).toEqual({ breaches: [] });
    expect(decision).toEqual(decided('insult'));
  });
});

describe('a bad outcome', () => {
  const problems = (known: unknown, decision: unknown, outcome: unknown) => {
    try {
      recordOutcome(known as AuthorHistory, decision as Decision, outcome as DecisionOutcome);
    } catch (error) {
      if (error instanceof ContentItemError)
        return error.problems.map(({ file, path }) => `${file} ${path}`.trim());
      throw error;
    }
    return [];
  };
  const good = { at: at('2026-06-11'), result: 'upheld' };
  it.each<[string, unknown, unknown, string[]]>([
    ['a moment that is none', {}, { ...good, at: 'yesterday' }, ['outcome at']],
    ['an unknown result', {}, { ...good, result: 'forgiven' }, ['outcome result']],
    ['an unknown key', {}, { ...good, by: 'Sam' }, ['outcome by']],
    ['nothing', {}, undefined, ['outcome']],
    [
      'clauses beside another result',
      {},
      { ...good, result: 'blocked', clauses: ['AUP-2.2a'] },
      ['outcome clauses'],
    ],
    ['a clause that was not found', {}, { ...good, clauses: ['AUP-9.1'] }, ['outcome clauses[0]']],
    ['an end beside another result', {}, { ...good, until: at('2026-07-01') }, ['outcome until']],
    [
      'an end before the start',
      {},
      { ...good, result: 'blocked', until: at('2026-06-01') },
      ['outcome until'],
    ],
    [
      'a bad history',
      { breaches: [{ at: 'then' }] },
      good,
      ['history breaches[0].at', 'history breaches[0].clause', 'history breaches[0].upheld'],
    ],
  ])('is refused: %s', (_, known, outcome, expected) =>
    expect(problems(known, decided('insult'), outcome)).toEqual(expected),
  );

  it('is refused with a decision that is none, or that other rules made', () => {
    expect(problems({}, {}, good)).toEqual(['decision id', 'decision findings']);
    const [finding] = decided('insult').findings;
    const foreign = { ...decided('insult'), findings: [{ ...finding, track: 'elsewhere' }] };
    expect(problems({}, foreign, good)).toEqual(['decision findings[0].track']);
  });

  it('names what is wrong with', () =>
    expect(() => recordOutcome({}, decided('insult'), {} as DecisionOutcome)).toThrow(
      /^The outcome has 2 problems/,
    ));
});

const moment = fc
  .integer({ min: 0, max: 200 * 24 })
  .map((hours) => new Date(Date.parse(now) - hours * 3_600_000).toISOString());
const anyHistory: fc.Arbitrary<AuthorHistory> = fc.record({
  breaches: fc.array(
    fc.record({ at: moment, clause: fc.constantFrom('AUP-2.2a', 'AUP-2.8'), upheld: fc.boolean() }),
    { maxLength: 6 },
  ),
  removalRequests: fc.array(fc.record({ at: moment }), { maxLength: 3 }),
  blocks: fc.array(fc.record({ at: moment }), { maxLength: 2 }),
  recent: fc.array(fc.record({ at: moment, text: fc.constantFrom('Lovely fair', INSULT) }), { maxLength: 4 }),
});
const texts = [
  INSULT,
  'I will stab that warden tonight',
  'Cheap driveways laid, call Gaz on 07700 900123 for a free quote',
];
const ORDER = ['ask-to-remove', 'hide-duplicates', 'hide', 'delete', 'warn-of-block', 'block'];
const height = (actions: readonly string[]) => Math.max(-1, ...actions.map((type) => ORDER.indexOf(type)));

describe('what history does to decisions', () => {
  it('does not depend on its order', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyHistory,
        fc.constantFrom(...texts),
        fc.integer({ min: 1, max: 9 }),
        async (known, text, turn) => {
          const turned = Object.fromEntries(
            Object.entries(known).map(([name, list]) => {
              const by = turn % Math.max(1, list.length);
              return [name, [...list.slice(by), ...list.slice(0, by)].reverse()];
            }),
          );
          const [a, b] = await Promise.all(
            [known, turned].map((history) => classify({ text, now, author: { history } })),
          );
          expect({ ...a, id: '' }).toEqual({ ...b, id: '' });
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('never lowers a step for more upheld breaches', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, moment, fc.constantFrom(...texts), async (known, more, text) => {
        const breaches = [...(known.breaches ?? []), { at: more, clause: 'AUP-2.2a', upheld: true }];
        expect(height(await steps({ ...known, breaches }, text))).toBeGreaterThanOrEqual(
          height(await steps(known, text)),
        );
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('leaves a clean comment up, whatever it is', async () => {
    const clean = fc.constantFrom('Thank you, lovely park', 'When is bin day?', 'The council is useless');
    await fc.assert(
      fc.asyncProperty(anyHistory, clean, async (known, text) => {
        const { verdict, recommendation } = await classify({ text, now, author: { history: known } });
        expect({ verdict, actions: recommendation.actions }).toEqual({ verdict: 'allow', actions: [] });
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('forgets strikes after 90 days, to the moment', async () => {
    const on = Date.parse(now);
    const three = (time: number) => ({
      breaches: [1, 2, 3].map(() => ({ at: new Date(time).toISOString(), clause: 'AUP-2.2a', upheld: true })),
    });
    expect(await steps(three(on - 90 * DAY))).toContain('block');
    expect(await steps(three(on - 90 * DAY - 1))).not.toContain('block');
    expect(await steps(three(on + 1))).not.toContain('block');
  });
});
