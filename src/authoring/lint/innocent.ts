import { COMMON_WORDS } from '../../evidence/common.ts';
import { evidenceReader, type Signal } from '../../evidence/evidence.ts';
import { severityRank } from '../../model/level.ts';
import type { LadderFile, LexiconGroup, LexiconTerm, Rule } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { runs } from './example.ts';
import type { Check, LintContext } from './problem.ts';

/** A word or phrase that no rule may act on when it stands alone. */
interface Innocent {
  readonly text: string;
  readonly code: string;
  readonly what: string;
}

/**
 * Patterns that act on an innocent word or phrase standing alone: one of the pack's lists of look-alikes
 * (`lexicons/innocent.*`), a British place name, or a common English word (`lexicons/ordinary.*` and the commonest).
 */
export const checkInnocents: Check = (context) => {
  const owners = ownersOf(context);
  if (owners.size === 0) return [];
  const reader = evidenceReader(
    context.lexicon,
    [...owners.values()].map(({ signal }) => signal),
  );
  const found = new Map<string, Problem>();
  for (const { text, code, what } of innocentsOf(context)) {
    for (const match of reader.read('text', text, [], undefined).matches) {
      const owner = owners.get(match.signal);
      if (match.guardedBy !== undefined || owner === undefined) continue;
      const { file, path } = owner;
      const message = `Found a pattern that acts on "${text}" alone, which is ${what}. Narrow it, list a guard that covers it, or add it to a term's "except".`;
      if (!found.has(match.signal + code)) found.set(match.signal + code, { code, file, path, message });
    }
  }
  return [...found.values()];
};

interface Owner {
  readonly signal: Signal;
  readonly file: string;
  readonly path: string;
}

/** A signal of its own for every pattern whose rule needs nothing else and would not let the comment be. */
function ownersOf({ files, signals }: LintContext): ReadonlyMap<string, Owner> {
  const compiled = new Map(signals.map((signal) => [signal.id, signal]));
  const owners = files.categories.flatMap(({ path: file, content }) =>
    content.rules.flatMap((rule, i) => {
      const signal = compiled.get(rule.id);
      if (signal === undefined || !acts(rule, content.track, files.ladder)) return [];
      return signal.patterns.map((pattern): [string, Owner] => {
        const at = rule.patterns?.indexOf(pattern.source) ?? -1;
        const id = `${file} ${i} ${at}`;
        const path = `rules[${i}].patterns[${at}]`;
        return [id, { signal: { ...signal, id, patterns: [pattern] }, file, path }];
      });
    }),
  );
  return new Map(owners);
}

/** Whether a rule alone makes a comment more than allowed. What needs a condition besides doesn't fire on a word. */
function acts(rule: Rule, track: string, ladder: LadderFile): boolean {
  if (rule.when !== undefined || !runs(rule)) return false;
  const own = ladder.tracks.find(({ id }) => id === (rule.track ?? track));
  if (own === undefined) return false;
  if (rule.sureness === 'low') return own.whenUnsure !== 'allow';
  const severities = rule.severity === 'term' ? (['low', 'medium', 'high'] as const) : [rule.severity];
  return severities.some((severity) => severityRank(severity) >= 0 && own.verdict[severity] !== 'allow');
}

function innocentsOf({ files }: LintContext): readonly Innocent[] {
  const common = [...COMMON_WORDS].map((text) => ({ text, code: 'hits-common-word', what: 'a common word' }));
  const listed = files.lexicons.flatMap(({ content }) => {
    if (content.id.startsWith('ordinary.'))
      return content.groups
        .flatMap((group) => texts(group))
        .map((text) => ({ text, code: 'hits-common-word', what: 'an ordinary word' }));
    if (!content.id.startsWith('innocent.')) return [];
    return content.groups.flatMap((group) => texts(group).map((text) => ({ text, ...listOf(group) })));
  });
  return [...common, ...listed];
}

function listOf({ classes }: LexiconGroup): Omit<Innocent, 'text'> {
  return classes.some((name) => name.endsWith('-place'))
    ? { code: 'hits-place-name', what: 'a place' }
    : { code: 'hits-innocent', what: `an innocent phrase (@${classes[0]})` };
}

function texts({ terms }: LexiconGroup): readonly string[] {
  return terms.map((term: LexiconTerm) => (typeof term === 'string' ? term : term.term));
}
