import type { MatchDetails } from '../evidence/detail.ts';
import type { SignalMatch } from '../evidence/evidence.ts';
import type { Finding, SetAside, Span } from '../model/decision.ts';
import { type Severity, type Sureness, severityRank } from '../model/level.ts';
import type { ReferralRule } from '../model/pack.ts';
import type { EngineRule } from './engine.ts';

/** A rule of the pack, ready to run. */
export interface CompiledRule extends EngineRule {
  readonly category: string;
  readonly title: string;
  readonly track: string;
  readonly severity: Severity | 'term';
  readonly sureness: Sureness;
  readonly clauses: readonly string[];
  readonly refer: readonly ReferralRule[];
  readonly signpost: readonly string[];
  readonly shadow: boolean;
  /** First and last day on which it runs, YYYY-MM-DD. */
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
}

/** Whether a rule runs on a day, YYYY-MM-DD. */
export function runsOn(
  day: string,
  { effectiveFrom, effectiveUntil }: Pick<CompiledRule, 'effectiveFrom' | 'effectiveUntil'>,
): boolean {
  return (
    (effectiveFrom === undefined || effectiveFrom <= day) &&
    (effectiveUntil === undefined || day <= effectiveUntil)
  );
}

/** Findings of the rules that hold, and what guards and shadow status put aside, in the documented order. */
export function findingsOf(
  rules: readonly CompiledRule[],
  holding: ReadonlySet<string>,
  matches: readonly SignalMatch[],
): { findings: Finding[]; setAside: SetAside[] } {
  const findings: Finding[] = [];
  const setAside: SetAside[] = [];
  const bySignal = group(matches);
  for (const rule of rules) {
    const own = rule.signals.flatMap((signal) => bySignal.get(signal) ?? []);
    if (holding.has(rule.id)) {
      const finding = findingOf(
        rule,
        own.filter((match) => match.guardedBy === undefined),
      );
      if (rule.shadow) setAside.push({ finding, why: 'shadow', by: rule.id });
      else findings.push(finding);
    } else setAside.push(...guarded(rule, own));
  }
  return {
    findings: findings.sort(compareFindings),
    setAside: setAside.sort((a, b) => compareFindings(a.finding, b.finding)),
  };
}

function group(matches: readonly SignalMatch[]): Map<string, SignalMatch[]> {
  const groups = new Map<string, SignalMatch[]>();
  for (const match of matches) {
    const list = groups.get(match.signal);
    if (list === undefined) groups.set(match.signal, [match]);
    else list.push(match);
  }
  return groups;
}

/** What a rule would have found, had a guard not put its words aside. */
function guarded(rule: CompiledRule, matches: readonly SignalMatch[]): SetAside[] {
  const own = matches.filter((match) => match.signal === rule.id && match.guardedBy !== undefined);
  const first = own[0];
  return first?.guardedBy === undefined
    ? []
    : [{ finding: findingOf(rule, own), why: 'guard', by: first.guardedBy }];
}

function findingOf(rule: CompiledRule, signalMatches: readonly SignalMatch[]): Finding {
  const matches = signalMatches.map((match) => match.details());
  const target = matches.find((match) => match.target !== undefined)?.target;
  return {
    ruleId: rule.id,
    category: rule.category,
    track: rule.track,
    severity: rule.severity === 'term' ? highest(matches) : rule.severity,
    sureness: rule.sureness,
    clauses: rule.clauses,
    message: rule.title,
    spans: distinctSpans(matches.map((match) => match.span)),
    ...(target === undefined ? {} : { target }),
  };
}

function highest(matches: readonly MatchDetails[]): Severity {
  return matches.reduce<Severity>(
    (most, match) => (severityRank(match.severity) > severityRank(most) ? match.severity : most),
    'low',
  );
}

/** Sorted by field and place; a span within another is dropped. */
function distinctSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort(
    (a, b) => compareText(a.field, b.field) || a.start - b.start || b.end - a.end,
  );
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || last.field !== span.field || span.end > last.end) kept.push(span);
  }
  return kept;
}

/** Order of findings: most severe first, then by rule id, in code-unit order whatever the locale. */
export function compareFindings(a: Finding, b: Finding): number {
  return severityRank(b.severity) - severityRank(a.severity) || compareText(a.ruleId, b.ruleId);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
