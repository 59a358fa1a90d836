import { factsRead } from '../../engine/trigger.ts';
import { WARM } from '../../evidence/bare.ts';
import { BUILT_IN_CLASSES } from '../../evidence/lexicon.ts';
import { STAND_IN_CLASSES } from '../../evidence/standin.ts';
import { TARGET_CLASSES } from '../../evidence/target.ts';
import { FACT_CLASSES } from '../../facts/texts.ts';
import type { Problem } from '../../model/problem.ts';
import type { PackFiles } from '../../pack/files.ts';
import { classesOf, membersOf } from '../../pack/guard.ts';
import type { Check } from './problem.ts';

/** Classes, guards and signals that nothing uses. */
export const checkUsage: Check = ({ files }) => [
  ...unusedClasses(files),
  ...unusedGuards(files),
  ...unusedSignals(files),
];

function patternsOf({ categories, signals }: PackFiles): readonly string[] {
  return [
    ...categories.flatMap(({ content }) => content.rules.flatMap((rule) => rule.patterns ?? [])),
    ...signals.signals.flatMap((signal) => signal.patterns),
  ];
}

function usedClasses(files: PackFiles): ReadonlySet<string> {
  const named = patternsOf(files).flatMap((pattern) => pattern.match(/@[a-z0-9-]+/g) ?? []);
  return new Set<string>([
    ...BUILT_IN_CLASSES,
    ...TARGET_CLASSES,
    ...STAND_IN_CLASSES,
    WARM,
    ...FACT_CLASSES,
    ...named.map((name) => name.slice(1)),
    ...files.guards.guards.flatMap((guard) => classesOf(guard).map(([name]) => name)),
  ]);
}

/** A group serves a purpose if one of its classes is named, or if it sets kinds, exceptions or spellings. */
function unusedClasses(files: PackFiles): Problem[] {
  const used = usedClasses(files);
  const seen = new Set<string>();
  return files.lexicons.flatMap(({ path, content }) =>
    content.groups.flatMap((group, i) => {
      if (group.kind !== undefined || /^ordinary\./.test(content.id)) return [];
      // What its emoji are read as is found by the classes of those words.
      if (group.terms.some((term) => typeof term !== 'string' && term.readAs !== undefined)) return [];
      if (group.classes.some((name) => used.has(name))) return [];
      return group.classes.flatMap((name, j): Problem[] => {
        if (seen.has(name)) return [];
        seen.add(name);
        const message = `Found the class "@${name}", which no pattern or guard uses. Use it, or remove the group.`;
        return [{ code: 'unused-class', file: path, path: `groups[${i}].classes[${j}]`, message }];
      });
    }),
  );
}

function unusedGuards(files: PackFiles): Problem[] {
  const listed = new Set([
    ...files.categories.flatMap(({ content }) => content.rules.flatMap((rule) => rule.guards ?? [])),
    ...files.signals.signals.flatMap((signal) => signal.guards ?? []),
  ]);
  const used = new Set([
    ...listed,
    ...files.guards.guards.filter(({ id }) => listed.has(id)).flatMap(membersOf),
  ]);
  return files.guards.guards.flatMap(({ id }, i) => {
    if (used.has(id)) return [];
    const message = `Found the guard "${id}", which no rule or signal lists. List it, or remove it.`;
    return [{ code: 'unused-guard', file: 'guards.json', path: `guards[${i}].id`, message }];
  });
}

function unusedSignals(files: PackFiles): Problem[] {
  const read = new Set([
    ...files.categories.flatMap(({ content }) =>
      content.rules.flatMap((rule) => (rule.when === undefined ? [] : factsRead(rule.when))),
    ),
    ...files.ladder.vetoes.flatMap(({ when, unless }) => [when, ...(unless ?? [])]),
    ...files.ladder.suppress.map(({ when }) => when),
    ...files.ladder.circumstances.map(({ fact }) => fact),
    ...files.services.services.map(({ signal }) => `signal/${signal}`),
  ]);
  return files.signals.signals.flatMap(({ id }, i) => {
    if (read.has(`signal/${id}`)) return [];
    const message = `Found the signal "${id}", which no condition reads. Read it as signal/${id}, or remove it.`;
    return [{ code: 'unused-signal', file: 'signals.json', path: `signals[${i}].id`, message }];
  });
}
