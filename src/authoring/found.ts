import type { Examination } from '../classify.ts';
import type { Lexicon } from '../evidence/lexicon.ts';
import type { TargetKind } from '../model/decision.ts';
import type { Severity } from '../model/level.ts';
import type { LexiconGroup } from '../model/pack.ts';
import type { RulesetParts } from '../pack/compile.ts';
import type { Subject } from './example.ts';

/** What an example's rule, signal or terms stand on in it. */
export interface Found {
  readonly spans: readonly string[];
  readonly severity?: Severity;
  readonly target?: TargetKind | undefined;
}

/** What was found of a subject; undefined if nothing. */
export function foundOf(
  subject: Subject,
  examination: Examination,
  { lexicon }: Pick<RulesetParts, 'lexicon'>,
): Found | undefined {
  if (subject.kind === 'rule') return ruleFound(subject.id, examination);
  const spans =
    subject.kind === 'terms'
      ? termSpans(subject.group, examination, lexicon)
      : signalSpans(subject.id, examination);
  return spans.length === 0 ? undefined : { spans };
}

/** What a shadow rule finds counts, and what a graver category puts aside. */
function ruleFound(id: string, { decision }: Examination): Found | undefined {
  const aside = decision.setAside.filter(({ why }) => why !== 'guard').map(({ finding }) => finding);
  const finding = [...decision.findings, ...aside].find(({ ruleId }) => ruleId === id);
  if (finding === undefined) return undefined;
  return {
    spans: finding.spans.map(({ text }) => text),
    severity: finding.severity,
    target: finding.target?.kind,
  };
}

function signalSpans(id: string, { reading }: Examination): string[] {
  const spans = reading.matches
    .filter(({ signal, guardedBy }) => signal === id && guardedBy === undefined)
    .map((match) => match.details().span);
  return spans.sort((a, b) => a.start - b.start || a.end - b.end).map(({ text }) => text);
}

function termSpans(group: LexiconGroup, { reading }: Examination, { classIds }: Lexicon): string[] {
  const classes = group.classes.map((name) => classIds.get(name));
  const terms = new Set(group.terms.map((term) => (typeof term === 'string' ? term : term.term)));
  return reading.readings.flatMap(({ hits, text: { text, tokens } }) =>
    hits.flatMap((list) =>
      list
        .filter(({ term }) => terms.has(term.text) && String(term.classes) === String(classes))
        .map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last - 1]?.end)),
    ),
  );
}
