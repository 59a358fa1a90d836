import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Circumstances, decide, type Ladder } from '../src/decision/decide.ts';
import { intrusiveness } from '../src/decision/neighbour.ts';
import { CONTAINS } from '../src/decision/step.ts';
import { type ActionType, defaultPack, type Finding, type Verdict } from '../src/index.ts';
import { ACTION_TYPES, PRIORITIES } from '../src/model/decision.ts';
import { SEVERITIES, SURENESSES } from '../src/model/level.ts';
import type { CategoryFile, LadderFile, PolicyFile, ServicesFile } from '../src/model/pack.ts';

// What must hold for every decision that the shipped ladder can come to, whatever was found and known.
const { files } = defaultPack();
const file = files['ladder.json'] as LadderFile;
const rules = Object.keys(files)
  .filter((path) => path.startsWith('categories/'))
  .map((path) => files[path] as CategoryFile)
  .flatMap((category) =>
    category.rules.map((rule) => ({
      ...rule,
      category: category.id,
      track: rule.track ?? category.track,
      clauses: rule.clauses ?? category.clauses,
    })),
  );
const ladder: Ladder = {
  file,
  policy: files['policy.json'] as PolicyFile,
  services: files['services.json'] as ServicesFile,
  tracks: new Map(file.tracks.map((track) => [track.id, track])),
  routes: new Map(rules.map((rule) => [rule.id, { refer: rule.refer ?? [], signpost: rule.signpost ?? [] }])),
};

/** A finding of a shipped rule, or of one that a council could add: any track, severity and sureness. */
const finding: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom(...rules),
    track: fc.option(fc.constantFrom(...file.tracks.map(({ id }) => id)), { freq: 4, nil: undefined }),
    severity: fc.option(fc.constantFrom(...SEVERITIES), { nil: undefined }),
    sureness: fc.option(fc.constantFrom(...SURENESSES), { nil: undefined }),
    start: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ rule, track, severity, sureness, start }) => ({
    ruleId: rule.id,
    // The name of a category stands for the disclosure too: a finding moved to another track is of another category.
    category: track === undefined ? rule.category : 'trial',
    track: track ?? rule.track,
    severity: severity ?? (rule.severity === 'term' ? 'medium' : rule.severity),
    sureness: sureness ?? rule.sureness,
    clauses: rule.clauses,
    message: rule.title,
    spans: [{ field: 'text', start, end: start + 5, text: 'words' }],
  }));
const findings = fc.uniqueArray(finding, { maxLength: 6, selector: ({ ruleId }) => ruleId });

const signals = file.vetoes.map(({ when }) => when).filter((when) => when.startsWith('signal/'));
const known: fc.Arbitrary<Omit<Circumstances, 'findings'>> = fc.record({
  now: fc
    .integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2028-12-01T00:00:00Z') })
    .map((millis) => new Date(millis).toISOString()),
  reports: fc.nat({ max: 3 }),
  setAside: fc.constant([]),
  history: fc.record({
    upheldBreaches: fc.nat({ max: 5 }),
    ignoredRequests: fc.nat({ max: 3 }),
    previousBlocks: fc.nat({ max: 2 }),
  }),
  contexts: fc.subarray(['direct-message', ...signals]).map((names) => new Set(names)),
  topics: fc.subarray(['waste', 'highways']),
  named: fc.constant(new Map()),
  remarkable: fc.subarray(file.circumstances.map(({ fact }) => fact)).map((names) => new Set(names)),
  monitored: fc.boolean(),
  nextOpening: fc.constant('2026-06-15T09:00:00+01:00'),
});
type Known = Omit<Circumstances, 'findings'>;

const outcome = (found: readonly Finding[], about: Known) => decide({ ...about, findings: found }, ladder);
const steps = (found: readonly Finding[], about: Known) =>
  outcome(found, about).recommendation.actions.map(({ type }) => type);
const rank: Readonly<Record<Verdict, number>> = { allow: 0, review: 1, act: 2 };
const onAuthor: readonly ActionType[] = ACTION_TYPES.filter((type) => type !== 'capture-evidence');

/** Runs a property on generated findings and circumstances; it throws what doesn't hold. */
function always(check: (found: readonly Finding[], about: Known) => void, runs = 1500) {
  fc.assert(fc.property(findings, known, check), { numRuns: runs });
}

describe('whatever is found and known', () => {
  it('nobody who discloses harm is blocked, warned, hidden, deleted or asked, and a person looks', () => {
    const disclosure = fc
      .tuple(finding, fc.constantFrom('safeguarding', 'danger'), fc.constantFrom('safeguarding', 'trial'))
      .map(([base, track, category]) => ({ ...base, ruleId: `${category}/harm`, track, category }));
    fc.assert(
      fc.property(disclosure, findings, known, (disclosed, others, about) => {
        const { verdict, recommendation, reasons } = outcome([...others, disclosed], about);
        expect(
          recommendation.actions.map(({ type }) => type).filter((type) => onAuthor.includes(type)),
        ).toEqual([]);
        expect(verdict).toBe('review');
        expect(reasons.map(({ code }) => code)).toContain(disclosed.track);
        expect(recommendation.reply).not.toBe('ask-to-remove');
        expect(recommendation.replyAfter).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });

  it('nothing is removed before the evidence, where evidence is due', () =>
    always((found, about) => {
      const { recommendation } = outcome(found, about);
      const types = recommendation.actions.map(({ type }) => type);
      const capture = types.indexOf('capture-evidence');
      const forbidden = recommendation.withheld.some(
        ({ type, by }) => type === 'capture-evidence' && by === 'illegal-imagery',
      );
      for (const action of recommendation.actions) {
        if (!['hide', 'hide-duplicates', 'delete'].includes(action.type)) continue;
        if (capture >= 0) {
          expect(capture).toBeLessThan(types.indexOf(action.type));
          expect(action.after).toContain('capture-evidence');
        } else expect(forbidden || action.type !== 'delete', action.type).toBe(true);
      }
      // Due for what is serious, explicit or unlawful, and for claims against a person.
      const due = ['serious', 'explicit', 'illegal', 'defamation'];
      const acting = new Set(recommendation.actions.flatMap(({ because }) => because));
      if (!forbidden && found.some(({ track, ruleId }) => due.includes(track) && acting.has(ruleId)))
        expect(capture).toBe(0);
    }));

  it('what must not be copied is not, and is not deleted', () =>
    always((found, about) => {
      if (!found.some(({ track }) => track === 'illegal-imagery')) return;
      for (const type of ['capture-evidence', 'delete', 'ask-to-remove'] as const)
        expect(steps(found, about)).not.toContain(type);
    }));

  it('block, delete, police and legal need sign-off, and emergency services never', () =>
    always((found, about) => {
      const { recommendation, referrals } = outcome(found, about);
      for (const { type, needsSignOff } of recommendation.actions)
        expect(needsSignOff, type).toBe(type === 'block' || type === 'delete');
      for (const { to, needsSignOff } of referrals)
        expect(needsSignOff, to).toBe(to === 'police' || to === 'legal');
      const { nextStep } = recommendation;
      if (nextStep !== undefined) expect(nextStep.needsSignOff).toBe(nextStep.type === 'block');
    }));

  it('complaint, request and criticism never lead to a step when no breach stands beside them', () => {
    const quiet = finding.filter(({ track }) =>
      ['signpost', 'allegation', 'defamation', 'off-topic'].includes(track),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(quiet, { maxLength: 4, selector: ({ ruleId }) => ruleId }),
        known,
        (found, about) => {
          const taken = steps(found, about);
          expect(taken.filter((type) => type !== 'capture-evidence')).toEqual([]);
          expect(outcome(found, about).verdict).not.toBe('act');
        },
      ),
      { numRuns: 800 },
    );
  });

  it('every step cites a clause, says which rule asks for it, and comes in order', () =>
    always((found, about) => {
      const { recommendation } = outcome(found, about);
      const ids = new Set(found.map(({ ruleId }) => ruleId));
      const order = recommendation.actions.map(({ type }) => ACTION_TYPES.indexOf(type));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      for (const { clauses, because } of [...recommendation.actions, ...recommendation.withheld]) {
        expect(clauses?.length).toBeGreaterThan(0);
        expect(because.length).toBeGreaterThan(0);
        expect(because.every((id) => ids.has(id))).toBe(true);
      }
    }));

  it('without a finding there is no step, whatever the history', () =>
    always((_, about) => {
      const { recommendation, referrals, signposts } = outcome([], about);
      expect([recommendation.actions, recommendation.withheld, referrals, signposts]).toEqual([
        [],
        [],
        [],
        [],
      ]);
    }, 300));
});

/** Steps that are gone, and that no other step contains. */
function missing(before: readonly ActionType[], after: readonly ActionType[]): ActionType[] {
  const kept = new Set([...after, ...after.flatMap((type) => CONTAINS[type] ?? [])]);
  return before.filter((type) => !kept.has(type));
}

describe('one finding more', () => {
  it('lowers a step or the verdict only where the ladder lists it, and the decision names what did', () =>
    fc.assert(
      fc.property(findings, finding, known, (found, more, about) => {
        fc.pre(found.every(({ ruleId }) => ruleId !== more.ruleId));
        const before = outcome(found, about);
        const after = outcome([...found, more], about);
        const gone = missing(
          before.recommendation.actions.map(({ type }) => type),
          after.recommendation.actions.map(({ type }) => type),
        );
        const names = new Set([more.track, more.category]);
        const listed = (by: string) =>
          file.vetoes.some(({ when }) => when === by) || file.suppress.some(({ when }) => when === by);
        const aside = new Set(after.setAside.map(({ finding: put }) => put.ruleId));
        for (const type of gone) {
          const asked = before.recommendation.actions.find((action) => action.type === type)?.because ?? [];
          const named = after.recommendation.withheld.some(
            ({ type: step, by }) => step === type && names.has(by) && listed(by),
          );
          expect(named || asked.some((id) => aside.has(id)), `${type} lost to ${more.ruleId}`).toBe(true);
        }
        if (rank[after.verdict] < rank[before.verdict])
          expect(
            aside.size > before.setAside.length ||
              file.vetoes.some(({ when, verdict }) => names.has(when) && verdict === after.verdict),
          ).toBe(true);
      }),
      { numRuns: 3000 },
    ));

  it('adds to the referrals and takes none away, unless it takes the place of what asked for them', () =>
    fc.assert(
      fc.property(findings, finding, known, (found, more, about) => {
        fc.pre(found.every(({ ruleId }) => ruleId !== more.ruleId));
        const before = outcome(found, about);
        const after = outcome([...found, more], about);
        const lost = before.referrals.filter(
          ({ to }) => !after.referrals.some((referral) => referral.to === to),
        );
        const aside = new Set(after.setAside.map(({ finding: put }) => put.ruleId));
        const dropped = new Set(
          file.suppress
            .filter(({ when }) => when === more.track || when === more.category)
            .flatMap(({ drop }) => drop),
        );
        for (const { because } of lost)
          for (const id of because)
            expect(
              aside.has(id) || found.some((one) => one.ruleId === id && dropped.has(one.track)),
              id,
            ).toBe(true);
      }),
      { numRuns: 1500 },
    ));
});

describe('the history and the reports', () => {
  const strongest = (found: readonly Finding[], about: Known) =>
    Math.max(-1, ...steps(found, about).map(intrusiveness));

  it('more upheld breaches never lower a step', () =>
    fc.assert(
      fc.property(findings, known, fc.nat({ max: 5 }), (found, about, extra) => {
        const { upheldBreaches } = about.history;
        const later = { ...about, history: { ...about.history, upheldBreaches: upheldBreaches + extra } };
        expect(strongest(found, later)).toBeGreaterThanOrEqual(strongest(found, about));
        expect(missing(steps(found, about), steps(found, later))).toEqual([]);
      }),
      { numRuns: 1500 },
    ));

  it('reports raise the priority, and no step, verdict or referral', () =>
    always((found, about) => {
      const quiet = outcome(found, { ...about, reports: 0 });
      const { priority, ...reported } = outcome(found, { ...about, reports: 3 });
      const { priority: usual, ...same } = quiet;
      expect(reported).toEqual(same);
      expect(PRIORITIES.indexOf(priority)).toBeGreaterThanOrEqual(PRIORITIES.indexOf(usual));
      if (PRIORITIES.indexOf(usual) < PRIORITIES.indexOf('high')) expect(priority).not.toBe(usual);
    }, 600));

  it('a report by the victim calls for a person, and for no step', () =>
    always((found, about) => {
      const without = new Set([...about.remarkable].filter((fact) => fact !== 'reportedByVictim'));
      const quiet = outcome(found, { ...about, remarkable: without });
      const reported = outcome(found, { ...about, remarkable: new Set([...without, 'reportedByVictim']) });
      expect(reported.recommendation.actions).toEqual(quiet.recommendation.actions);
      expect(reported.referrals).toEqual(quiet.referrals);
      expect(reported.verdict).toBe(quiet.verdict === 'allow' ? 'review' : quiet.verdict);
    }, 600));

  it('a longer record of blocks changes how long a block lasts, and no step', () =>
    always((found, about) => {
      const first = steps(found, { ...about, history: { ...about.history, previousBlocks: 0 } });
      expect(steps(found, { ...about, history: { ...about.history, previousBlocks: 2 } })).toEqual(first);
    }, 300));
});

beforeAll(() => expect(rules.length).toBeGreaterThan(100));
