import { describe, expect, it } from 'vitest';
import { classify, type Decision, defaultPack } from '../src/index.ts';
import { type ExampleCase, exampleCases } from './support/examples.ts';

// Every rule file carries its own examples; this runs them all, so that a new file is tested by being there.
const cases = exampleCases(defaultPack());
const rules = [...new Set(cases.map(({ ruleId }) => ruleId))];

function found(decision: Decision, ruleId: string) {
  const shadow = decision.setAside.filter(({ why }) => why !== 'guard').map(({ finding }) => finding);
  return [...decision.findings, ...shadow].find((finding) => finding.ruleId === ruleId);
}

async function check({ ruleId, kind, item, expect: expected }: ExampleCase): Promise<void> {
  const decision = await classify(item);
  const finding = found(decision, ruleId);
  const label = `${ruleId} ${kind}: ${item.text}`;
  if (kind === 'match') expect(finding, `${label} should be found`).toBeDefined();
  if (kind === 'noMatch') expect(finding, `${label} should not be found`).toBeUndefined();
  if (kind === 'missed') expect(finding, `${label} is found now: promote it to match`).toBeUndefined();
  if (kind === 'overFlagged') expect(finding, `${label} is clean now: promote it to noMatch`).toBeDefined();
  if (expected.verdict !== undefined) expect(decision.verdict, label).toBe(expected.verdict);
  if (expected.spans !== undefined)
    expect(
      finding?.spans.map((span) => span.text),
      label,
    ).toEqual(expected.spans);
  if (expected.severity !== undefined) expect(finding?.severity, label).toBe(expected.severity);
  if (expected.target !== undefined) expect(finding?.target?.kind, label).toBe(expected.target);
}

describe.each(rules)('%s', (ruleId) => {
  const own = cases.filter((entry) => entry.ruleId === ruleId);
  it.each(own.map((entry) => [entry.kind, entry.item.text, entry] as const))(
    '%s: %s',
    (_kind, _text, entry) => check(entry),
  );
});
