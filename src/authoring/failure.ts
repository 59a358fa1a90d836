import type { Decision, Finding } from '../model/decision.ts';
import type { Expectation } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { type ExampleCase, type ExampleKind, itemKey } from './example.ts';

/** An example that doesn't come out as its rule says. */
export interface TestFailure extends Problem {
  readonly ruleId: string;
  /** The example's own text, so that its author knows it again. */
  readonly text: string;
}

/** A failure at an example. */
export function failure(example: ExampleCase, code: string, message: string): TestFailure {
  const { file, path, ruleId, item } = example;
  return { code, file, path, ruleId, message, text: item.text };
}

/** The rule's finding, if there is one. What a shadow rule finds counts, and what a graver category puts aside. */
function findingOf(decision: Decision, ruleId: string): Finding | undefined {
  const aside = decision.setAside.filter(({ why }) => why !== 'guard').map(({ finding }) => finding);
  return [...decision.findings, ...aside].find((finding) => finding.ruleId === ruleId);
}

/** What is wrong with an example, given what came out. */
export function failuresOf(example: ExampleCase, decision: Decision): TestFailure[] {
  const finding = findingOf(decision, example.ruleId);
  return [
    ...presence(example, decision, finding),
    ...expectations(example.expect, decision, finding).map(({ code, wanted, found }) =>
      failure(
        example,
        code,
        `Expected ${JSON.stringify(wanted)}; found ${JSON.stringify(found ?? null)}. Change the rule, or the expectation.`,
      ),
    ),
  ];
}

const PRESENCE: Readonly<
  Record<ExampleKind, { readonly found: boolean; readonly code: string; readonly message: string }>
> = {
  match: { found: true, code: 'not-found', message: 'The rule doesn’t find its own example.' },
  noMatch: { found: false, code: 'found', message: 'The rule finds what it should leave alone.' },
  missed: { found: false, code: 'promote', message: 'The rule finds it now. Promote it to match.' },
  overFlagged: {
    found: true,
    code: 'promote',
    message: 'The rule leaves it alone now. Promote it to noMatch.',
  },
};

function presence(example: ExampleCase, decision: Decision, finding: Finding | undefined): TestFailure[] {
  const { found, code, message } = PRESENCE[example.kind];
  if ((finding !== undefined) === found) return [];
  return [failure(example, code, `${message}${detail(example, decision, finding)}`)];
}

/** The words that a rule wrongly found, or the guard that put them aside. */
function detail({ ruleId, kind }: ExampleCase, decision: Decision, finding: Finding | undefined): string {
  if (kind === 'noMatch' && finding !== undefined)
    return ` It found ${JSON.stringify(finding.spans.map(({ text }) => text))}. Add a guard or an exception, or narrow the pattern.`;
  if (kind !== 'match') return '';
  const aside = decision.setAside.find((entry) => entry.finding.ruleId === ruleId);
  return aside === undefined
    ? ' Add a pattern, check its conditions and effective dates, or move the example to todo.missed.'
    : ` The guard "${aside.by}" put ${JSON.stringify(aside.finding.spans.map(({ text }) => text))} aside.`;
}

interface Disappointment {
  readonly code: string;
  readonly wanted: unknown;
  readonly found: unknown;
}

function expectations(
  expected: Expectation,
  decision: Decision,
  finding: Finding | undefined,
): Disappointment[] {
  const { recommendation, referrals, signposts } = decision;
  const signOff = [...recommendation.actions, ...referrals].filter(({ needsSignOff }) => needsSignOff);
  const rows: Disappointment[] = [
    { code: 'verdict', wanted: expected.verdict, found: decision.verdict },
    { code: 'spans', wanted: expected.spans, found: finding?.spans.map(({ text }) => text) },
    { code: 'severity', wanted: expected.severity, found: finding?.severity },
    { code: 'target', wanted: expected.target, found: finding?.target?.kind },
    { code: 'actions', wanted: expected.actions, found: recommendation.actions.map(({ type }) => type) },
    { code: 'referrals', wanted: expected.referrals, found: referrals.map(({ to }) => to) },
    { code: 'signposts', wanted: expected.signposts, found: signposts.map(({ to }) => to) },
    {
      code: 'sign-off',
      wanted: expected.signOff,
      found: signOff.map((step) => ('type' in step ? step.type : step.to)),
    },
  ];
  return rows.filter(
    ({ wanted, found }) => wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(found),
  );
}

/** Examples that stand twice in one rule, or that it should both find and leave alone. */
export function duplicates(examples: readonly ExampleCase[]): TestFailure[] {
  const seen = new Map<string, ExampleCase>();
  return examples.flatMap((example) => {
    const key = `${example.ruleId} ${itemKey(example)}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, example);
    return first === undefined ? [] : [sameAs(first, example)];
  });
}

function sameAs(first: ExampleCase, second: ExampleCase): TestFailure {
  if (wants(first) === wants(second))
    return failure(second, 'duplicate', `The same item stands at ${first.path}. Remove one.`);
  return failure(
    second,
    'contradiction',
    `The same item stands at ${first.path}, where the opposite is expected. Remove one.`,
  );
}

/** Whether the author wants the rule to find it, now or one day. */
function wants({ kind }: ExampleCase): boolean {
  return kind === 'match' || kind === 'missed';
}
