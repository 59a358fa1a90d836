import { BUILT_IN_CLASSES } from '../../evidence/lexicon.ts';
import type { Alternative, Pattern } from '../../evidence/pattern.ts';
import { TARGET_KINDS, type TargetKind } from '../../model/decision.ts';
import type { Rule } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { PackFiles } from '../../pack/files.ts';
import { membersOf } from '../../pack/guard.ts';
import { covers, type Phrases, phrasesOf } from './cover.ts';
import type { Check, LintContext } from './problem.ts';

/** A pattern of a rule or signal, and where it stands. */
interface Placed {
  readonly source: string;
  /** With its alternatives in order: "a|b c" says what "b|a c" says. */
  readonly normal: string;
  /** Undefined: it has a fault that the compiler names. */
  readonly pattern: Pattern | undefined;
  readonly file: string;
  readonly path: string;
}

/** Patterns of one rule or signal. */
interface Owner {
  readonly rule?: Rule;
  readonly guards: readonly string[];
  readonly file: string;
  readonly path: string;
  readonly patterns: readonly Placed[];
}

/** Patterns that stand twice, that another covers, or that can never match. */
export const checkPatterns: Check = (context) => {
  const phrases = phrasesOf(context.lexicon);
  const kinds = possibleKinds(context.files);
  const { guards } = context.files.guards;
  const cued = new Set(guards.filter(({ kind }) => kind === 'near').map(({ id }) => id));
  const near = new Set(
    guards.filter((guard) => membersOf(guard).some((id) => cued.has(id))).map(({ id }) => id),
  );
  return ownersOf(context).flatMap((owner) => [
    ...twice(owner),
    ...(owner.guards.some((id) => near.has(id)) ? [] : covered(owner, phrases)),
    ...unreachable(owner, phrases, kinds),
  ]);
};

function ownersOf({ files, signals }: LintContext): readonly Owner[] {
  const compiled = new Map(
    signals.map(({ id, patterns }) => [id, new Map(patterns.map((pattern) => [pattern.source, pattern]))]),
  );
  const place = (id: string, sources: readonly string[], file: string, path: string): Placed[] =>
    sources.map((source, j) => ({
      source,
      normal: normal(source),
      pattern: compiled.get(id)?.get(source),
      file,
      path: `${path}.patterns[${j}]`,
    }));
  return [
    ...files.categories.flatMap(({ path: file, content }) =>
      content.rules.map((rule, i) => {
        const path = `rules[${i}]`;
        const patterns = place(rule.id, rule.patterns ?? [], file, path);
        return { rule, guards: rule.guards ?? [], file, path, patterns };
      }),
    ),
    ...files.signals.signals.map((signal, i) => {
      const [file, path] = ['signals.json', `signals[${i}]`];
      return {
        guards: signal.guards ?? [],
        file,
        path,
        patterns: place(signal.id, signal.patterns, file, path),
      };
    }),
  ];
}

function normal(source: string): string {
  return source
    .split(' ')
    .map((item) => item.split('|').sort().join('|'))
    .join(' ');
}

function twice({ patterns }: Owner): Problem[] {
  const seen = new Map<string, number>();
  return patterns.flatMap(({ source, normal: key, file, path }, j) => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, j);
    if (first === undefined) return [];
    const message = `Found "${source}", which patterns[${first}] says already. Remove one.`;
    return [{ code: 'duplicate-pattern', file, path, message }];
  });
}

/** Covered by another pattern: it finds nothing that the other doesn't find. */
function covered({ rule, patterns }: Owner, phrases: Phrases): Problem[] {
  return patterns.flatMap(({ source, normal: key, pattern, file, path }, j) => {
    if (pattern === undefined) return [];
    const wider = patterns.findIndex(
      (other, k) =>
        k !== j &&
        other.pattern !== undefined &&
        other.normal !== key &&
        saysAsMuch(other.pattern, pattern, rule) &&
        covers(other.pattern, pattern, phrases) &&
        (k < j || !covers(pattern, other.pattern, phrases)),
    );
    if (wider < 0) return [];
    const message = `Found "${source}", which patterns[${wider}], "${patterns[wider]?.source}", covers: it finds nothing more. Remove it, or narrow the other.`;
    return [{ code: 'shadowed-pattern', file, path, message }];
  });
}

/** Without the narrower pattern a finding would lose neither its target nor the severity of its terms. */
function saysAsMuch(wider: Pattern, narrower: Pattern, rule: Rule | undefined): boolean {
  const hasTarget = ({ steps }: Pattern) => steps.some(({ target }) => target);
  if (hasTarget(narrower) && !hasTarget(wider)) return false;
  return rule?.severity !== 'term' || [...narrower.classes].every((id) => wider.classes.has(id));
}

/** Kinds that a text, or the caller's names, can give. */
function possibleKinds({ lexicons }: PackFiles): number {
  const groups = lexicons.flatMap(({ content }) => content.groups);
  const given = new Set<TargetKind>(['person', 'staff', 'member', 'resident', 'candidate']);
  for (const { kind, classes } of groups) {
    if (kind !== undefined) given.add(kind);
    if (classes.includes('identity-adjective')) given.add('group');
  }
  return TARGET_KINDS.reduce((bits, kind, i) => (given.has(kind) ? bits | (1 << i) : bits), 0);
}

function unreachable(owner: Owner, phrases: Phrases, kinds: number): Problem[] {
  const dead = owner.patterns.flatMap((placed) => {
    const needs = placed.pattern?.steps.filter(({ optional }) => !optional) ?? [];
    const step = needs.find(({ alternatives }) => alternatives.every((one) => isDead(one, phrases, kinds)));
    return step === undefined
      ? []
      : [{ ...placed, name: step.alternatives.map(({ name }) => name).join('|') }];
  });
  if (owner.rule !== undefined && dead.length > 0 && dead.length === owner.patterns.length) {
    const message = `Found no pattern that can ever match: ${[...new Set(dead.map(({ name }) => name))].join(', ')} stands for nothing. Give the class a term that can be read, or the kind a group.`;
    return [{ code: 'unreachable-rule', file: owner.file, path: owner.path, message }];
  }
  return dead.map(({ source, name, file, path }) => ({
    code: 'unreachable-pattern',
    file,
    path,
    message: `Found "${source}", which can never match: ${name} stands for nothing. Give the class a term that can be read, or the kind a group.`,
  }));
}

function isDead(alternative: Alternative, phrases: Phrases, kinds: number): boolean {
  if ('not' in alternative) return false;
  if ('kinds' in alternative) return (alternative.kinds & kinds) === 0;
  return alternative.class >= BUILT_IN_CLASSES.length && phrases[alternative.class]?.size === 0;
}
