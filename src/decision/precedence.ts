import type { Finding, SetAside, Span } from '../model/decision.ts';
import { surenessRank } from '../model/level.ts';
import type { Precedence } from '../model/pack.ts';

/** Puts aside findings that another category takes the place of, as the ladder lists it. */
export function applyPrecedence(
  findings: readonly Finding[],
  entries: readonly Precedence[],
): { findings: Finding[]; setAside: SetAside[] } {
  const setAside: SetAside[] = [];
  const kept = findings.filter((finding) => {
    const by = takenBy(finding, findings, entries);
    if (by !== undefined) setAside.push({ finding, ...by });
    return by === undefined;
  });
  return { findings: kept, setAside };
}

function takenBy(
  finding: Finding,
  findings: readonly Finding[],
  entries: readonly Precedence[],
): { why: SetAside['why']; by: string } | undefined {
  for (const { category, over, where } of entries) {
    if (!over.includes(finding.category)) continue;
    const others = findings.filter((other) => other.category === category);
    if (where === 'comment' && others.length > 0) return { why: 'precedence', by: category };
    // A doubtful finding never takes the place of a surer one.
    const sameWords = others.find(
      (other) =>
        surenessRank(other.sureness) >= surenessRank(finding.sureness) &&
        finding.spans.every((span) => other.spans.some((wider) => overlaps(span, wider))),
    );
    if (where === 'same-words' && sameWords !== undefined) return { why: 'duplicate', by: sameWords.ruleId };
  }
  return undefined;
}

function overlaps(a: Span, b: Span): boolean {
  return a.field === b.field && a.start < b.end && b.start < a.end;
}
