import type { Examination } from '../classify.ts';
import { canonicalJson } from '../model/canonical.ts';
import type { Decision } from '../model/decision.ts';
import type { Expectation } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { RulesetParts } from '../pack/compile.ts';
import { type ExampleCase, type ExampleKind, itemKey } from './example.ts';
import { type Found, foundOf } from './found.ts';

/** An example that doesn't come out as its rule says. */
export interface TestFailure extends Problem {
  /** The rule; for an example of a signal or of terms, the signal or the lexicon. */
  readonly ruleId: string;
  /** The example's own text, so that its author knows it again. */
  readonly text: string;
}

/** A failure at an example. */
export function failure(example: ExampleCase, code: string, message: string): TestFailure {
  const { file, path, subject, item } = example;
  return { code, file, path, ruleId: subject.id, message, text: item.text };
}

/** What is wrong with an example, given what came out. */
export function failuresOf(
  example: ExampleCase,
  examination: Examination,
  parts: Pick<RulesetParts, 'lexicon'>,
): TestFailure[] {
  const { decision } = examination;
  const found = foundOf(example.subject, examination, parts);
  return [
    ...presence(example, decision, found),
    ...expectations(example.expect, decision, found).map((row) =>
      failure(
        example,
        row.code,
        `Expected ${JSON.stringify(row.wanted)}; found ${JSON.stringify(row.found ?? null)}. Change the rule, or the expectation.`,
      ),
    ),
  ];
}

const PRESENCE: Readonly<
  Record<ExampleKind, { readonly wanted: boolean; readonly code: string; readonly message: string }>
> = {
  match: { wanted: true, code: 'not-found', message: 'Nothing is found in an example that should match.' },
  noMatch: { wanted: false, code: 'found', message: 'Something is found in what should be left alone.' },
  missed: { wanted: false, code: 'promote', message: 'It is found now. Promote it to match.' },
  overFlagged: { wanted: true, code: 'promote', message: 'It is left alone now. Promote it to noMatch.' },
};

function presence(example: ExampleCase, decision: Decision, found: Found | undefined): TestFailure[] {
  const { wanted, code, message } = PRESENCE[example.kind];
  if ((found !== undefined) === wanted) return [];
  return [failure(example, code, `${message}${advice(example, decision, found)}`)];
}

/** The words that were wrongly found, or the guard that put them aside, and what to do. */
function advice({ subject, kind }: ExampleCase, decision: Decision, found: Found | undefined): string {
  if (kind === 'noMatch' && found !== undefined)
    return ` It stands on ${JSON.stringify(found.spans)}. Add a guard or an exception, or narrow the pattern.`;
  if (kind !== 'match') return '';
  const aside = decision.setAside.find(({ finding }) => finding.ruleId === subject.id);
  return aside === undefined
    ? ' Add a pattern, check its conditions and effective dates, or move the example to todo.missed.'
    : ` The guard "${aside.by}" put ${JSON.stringify(aside.finding.spans.map(({ text }) => text))} aside.`;
}

interface Disappointment {
  readonly code: string;
  readonly wanted: unknown;
  readonly found: unknown;
}

function expectations(expected: Expectation, decision: Decision, found: Found | undefined): Disappointment[] {
  const { recommendation, referrals, signposts, findings, reasons } = decision;
  const { actions, withheld, lessIntrusive } = recommendation;
  const signOff = [...actions, ...referrals].filter(({ needsSignOff }) => needsSignOff);
  const rows: Disappointment[] = [
    { code: 'verdict', wanted: expected.verdict, found: decision.verdict },
    { code: 'spans', wanted: expected.spans, found: found?.spans },
    { code: 'severity', wanted: expected.severity, found: found?.severity },
    { code: 'target', wanted: expected.target, found: found?.target },
    { code: 'actions', wanted: expected.actions, found: actions.map(({ type }) => type) },
    { code: 'referrals', wanted: expected.referrals, found: referrals.map(({ to }) => to) },
    { code: 'signposts', wanted: expected.signposts, found: signposts.map(({ to }) => to) },
    {
      code: 'sign-off',
      wanted: expected.signOff,
      found: signOff.map((step) => ('type' in step ? step.type : step.to)),
    },
    {
      code: 'after',
      wanted: expected.after,
      found: Object.fromEntries(actions.flatMap(({ type, after }) => (after ? [[type, after]] : []))),
    },
    {
      code: 'withheld',
      wanted: expected.withheld,
      found: Object.fromEntries(withheld.map(({ type, by }) => [type, by])),
    },
    { code: 'milder', wanted: expected.milder, found: lessIntrusive?.considered },
    {
      code: 'categories',
      wanted: expected.categories,
      found: [...new Set(findings.map(({ category }) => category))],
    },
    { code: 'reasons', wanted: expected.reasons, found: reasons.map(({ code }) => code) },
  ];
  return rows.filter(
    ({ wanted, found }) => wanted !== undefined && canonicalJson(wanted) !== canonicalJson(found ?? null),
  );
}

/** Examples that stand twice in one rule, signal or group, or that it should both find and leave alone. */
export function duplicates(examples: readonly ExampleCase[]): TestFailure[] {
  const seen = new Map<string, ExampleCase>();
  return examples.flatMap((example) => {
    const key = `${ownerOf(example)} ${itemKey(example)}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, example);
    return first === undefined ? [] : [sameAs(first, example)];
  });
}

/** The file and place of the rule, signal or group that holds an example. */
function ownerOf({ file, path }: ExampleCase): string {
  return `${file} ${path.slice(0, path.indexOf(']'))}`;
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
