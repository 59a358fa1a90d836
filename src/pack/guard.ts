import { type CompiledGuard, compileGuard, type PlainGuard } from '../evidence/guard.ts';
import type { LexiconBuilder } from '../evidence/lexicon.ts';
import { BOUNDS, beyond } from '../model/bound.ts';
import type { Guard } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { PackFiles } from './files.ts';
import { known } from './reference.ts';

const FILE = 'guards.json';

/** Guards by the id that rules list: a guard itself, or those that it stands for. */
type GuardList = ReadonlyMap<string, readonly { readonly id: string; readonly holds: CompiledGuard }[]>;

/** Compiles the guards of a pack. */
export function compileGuards({ guards }: PackFiles, builder: LexiconBuilder): GuardList {
  const compiled = new Map(
    guards.guards
      .filter((guard): guard is PlainGuard => guard.kind !== 'any')
      .map((guard) => [guard.id, compileGuard(guard, (name) => builder.classId(name))]),
  );
  const one = (id: string) => {
    const holds = compiled.get(id);
    return holds === undefined ? [] : [{ id, holds }];
  };
  return new Map(guards.guards.map((guard) => [guard.id, membersOf(guard).flatMap(one)]));
}

/** The guards that a guard stands for: those that it joins, or itself. */
export function membersOf(guard: Guard): readonly string[] {
  return guard.kind === 'any' ? guard.guards : [guard.id];
}

/** Guards that join others name plain ones, and a rule has no more of them than it may list. */
export function checkGuards({ guards, categories, signals }: PackFiles): Problem[] {
  const byId = new Map(guards.guards.map((guard) => [guard.id, guard]));
  const memberIds = new Map(guards.guards.map((guard) => [guard.id, membersOf(guard)]));
  const joins = guards.guards.flatMap((guard, i) =>
    guard.kind === 'any'
      ? guard.guards.flatMap((id, j) => checkMember(id, byId, `guards[${i}].guards[${j}]`))
      : [],
  );
  const crowded = (listed: readonly string[] | undefined, file: string, path: string): Problem[] => {
    const total = (listed ?? []).flatMap((id) => memberIds.get(id) ?? [id]).length;
    if (total <= BOUNDS.guardsOfRule.most) return [];
    const message = `Found ${total} guards, those that others stand for counted. ${beyond('guardsOfRule')}`;
    return [{ code: 'over-limit', file, path, message }];
  };
  return [
    ...joins,
    ...categories.flatMap(({ path, content }) =>
      content.rules.flatMap((rule, i) => crowded(rule.guards, path, `rules[${i}].guards`)),
    ),
    ...signals.signals.flatMap((signal, i) => crowded(signal.guards, 'signals.json', `signals[${i}].guards`)),
  ];
}

function checkMember(id: string, byId: ReadonlyMap<string, Guard>, path: string): Problem[] {
  const guard = byId.get(id);
  if (guard?.kind !== 'any') return known(id, new Set(byId.keys()), 'guard', FILE, path);
  const message = `Found "${id}", which stands for several guards itself. List those guards in its place.`;
  return [{ code: 'nested-guard', file: FILE, path, message }];
}

/** Guards name classes that a lexicon has. */
export function checkGuardClasses({ guards }: PackFiles, classes: ReadonlySet<string>): Problem[] {
  return guards.guards.flatMap((guard, i) =>
    classesOf(guard).flatMap(([name, at]) => known(name, classes, 'class', FILE, `guards[${i}].${at}`)),
  );
}

/** The classes that a guard names, and where. */
export function classesOf(guard: Guard): readonly (readonly [name: string, at: string])[] {
  switch (guard.kind) {
    case 'near':
      return [
        [guard.class, 'class'],
        ...(guard.unless === undefined ? [] : [[guard.unless, 'unless'] as const]),
      ];
    case 'inside':
      return [[guard.class, 'class']];
    case 'covered':
      return guard.classes.map((name, j) => [name, `classes[${j}]`]);
    case 'target':
    case 'any':
      return [];
  }
}
