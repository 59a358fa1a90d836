import { FACTS } from '../facts/registry.ts';
import type { RulePack } from '../model/pack.ts';
import { type FileKind, jsonSchema } from '../model/packSchema.ts';
import { sortFiles } from './files.ts';

/**
 * JSON Schema (draft 7) of a kind of file, for editors: with the names that a pack has, which editors offer. They are
 * examples and close nothing, since another pack has other names.
 */
export function editorSchema(kind: FileKind, pack: RulePack): unknown {
  return withNames(jsonSchema(kind), namesOf(pack));
}

/** Names by the mark that `names` of a schema in src/model gives. */
function namesOf(pack: RulePack): Readonly<Record<string, readonly string[]>> {
  const { policy, ladder, guards } = sortFiles(pack);
  return {
    clause: policy.clauses.map(({ id }) => id),
    contact: policy.contacts.map(({ id }) => id),
    reason: Object.keys(policy.reasons),
    track: ladder.tracks.map(({ id }) => id),
    guard: guards.guards.map(({ id }) => id),
    fact: FACTS.map(({ name }) => name),
  };
}

function withNames(schema: unknown, names: Readonly<Record<string, readonly string[]>>): unknown {
  if (Array.isArray(schema)) return schema.map((entry) => withNames(entry, names));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, unknown][] =>
      // Elsewhere "names" may be a property that a schema describes.
      key === 'names' && typeof value === 'string'
        ? [['examples', names[value] ?? []]]
        : [[key, withNames(value, names)]],
    ),
  );
}
