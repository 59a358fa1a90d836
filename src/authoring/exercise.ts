import type { Examination } from '../classify.ts';
import { noticesOf } from '../decision/notice.ts';
import type { RulesetParts } from '../pack/compile.ts';
import type { ExampleCase } from './example.ts';
import { keyOf } from './inventory.ts';
import { ladderKeys } from './ladderKeys.ts';

/** Keys of the places that one example exercises. */
export function exercised(example: ExampleCase, examination: Examination, parts: RulesetParts): string[] {
  const { decision } = examination;
  return [
    ...ruleKeys(example, examination),
    ...patternKeys(example, examination),
    ...guardKeys(example, examination),
    ...decision.findings.flatMap((finding) => ladderKeys(finding, examination, parts.ladder)),
    ...noticesOf(decision, parts.notices).map(({ id }) => keyOf('notices', id)),
  ];
}

function ruleKeys({ kind, subject }: ExampleCase, { held }: Examination): string[] {
  return kind === 'match' && held.has(subject.id) ? [keyOf('rules', subject.id)] : [];
}

/** Only where a pattern alone finds one of its rule's examples, or alone gives a shared signal: else nothing needs it. */
function patternKeys({ kind, subject }: ExampleCase, { reading }: Examination): string[] {
  const bySignal = new Map<string, Set<string>>();
  for (const { signal, pattern, guardedBy } of reading.matches) {
    const counts = signal === subject.id ? kind === 'match' : !signal.includes('/');
    if (guardedBy === undefined && counts)
      bySignal.set(signal, (bySignal.get(signal) ?? new Set()).add(pattern));
  }
  return [...bySignal].flatMap(([signal, [only, ...others]]) =>
    only === undefined || others.length > 0 ? [] : [keyOf('patterns', signal, only)],
  );
}

/** Only where a guard alone puts words of one of its rule's examples aside. */
function guardKeys({ subject }: ExampleCase, { reading }: Examination): string[] {
  return reading.matches.flatMap((match) => {
    if (match.signal !== subject.id || match.guardedBy === undefined) return [];
    const [only, ...others] = match.guards();
    return only === undefined || others.length > 0 ? [] : [keyOf('guards', subject.id, only)];
  });
}
