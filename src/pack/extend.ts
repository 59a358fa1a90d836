import type { Overlay, OverlayFile } from '../model/overlay.ts';
import type { OverlayRecord } from '../model/overlayRecord.ts';
import type { Contact, PolicyFile, RulePack } from '../model/pack.ts';
import { fileKind } from '../model/packSchema.ts';
import { RulePackError } from '../model/problem.ts';
import { changeExamples } from './exampleChange.ts';
import { checkFiles } from './files.ts';
import { addTracks } from './newTrack.ts';
import { keepOrigins, MERGED } from './origin.ts';
import { checkOverlay, checkOverlayFiles } from './overlay.ts';
import { type Files, mapFile, mapRules, mergeById } from './rewrite.ts';
import { applySettings } from './setting.ts';
import { deepFreeze } from './shipped.ts';

/**
 * The rules of another council: a pack with the choices of an overlay in it. Neither is changed, and the result is frozen;
 * it can be extended again. A decision by it names base and overlay in `ruleset.id` and `ruleset.version`.
 * @throws {RulePackError} with every problem of the overlay at once: code, file, path, what was found and what to do.
 *   Patterns and references of new categories are checked by `compileRuleset`, like those of any pack.
 */
export function extendPack(pack: RulePack, overlay: Overlay): RulePack {
  const shape = [...checkFiles(pack), ...checkOverlayFiles(overlay)];
  if (shape.length > 0) throw new RulePackError(shape);
  const problems = checkOverlay(overlay, pack.files);
  if (problems.length > 0) throw new RulePackError(problems);
  // Neither pack nor overlay may be frozen under its owner; what is frozen already is shared.
  const base = mapValues(pack.files, (file) => (Object.isFrozen(file) ? file : structuredClone(file)));
  const files = structuredClone(overlay.files);
  const result = deepFreeze({ files: merge(base, files, files['overlay.json'] as OverlayFile) });
  keepOrigins(result, files);
  return result;
}

function merge(base: Files, files: Files, file: OverlayFile): Files {
  const steps: readonly ((so: Files) => Files)[] = [
    (so) => applySettings(so, file.settings ?? {}),
    (so) => changeRules(so, file),
    (so) => changeExamples(so, file.examples ?? []),
    (so) => addTracks(so, file.newTracks ?? []),
    (so) => mapFile<PolicyFile>(so, 'policy.json', (policy) => mergePolicy(policy, file)),
    (so) => MERGED.reduce((to, part) => mergeRows(to, files, part), so),
  ];
  const own = Object.entries(files).filter(([path]) =>
    ['category', 'lexicon'].includes(fileKind(path) ?? ''),
  );
  return { ...steps.reduce((so, step) => step(so), base), ...Object.fromEntries(own) };
}

function changeRules(files: Files, { switchedOff = [], severities = [] }: OverlayFile): Files {
  const off = new Set(switchedOff.map(({ rule }) => rule));
  const severity = new Map(severities.map((row) => [row.rule, row.severity]));
  return mapRules(
    files,
    ({ id }) => off.has(id) || severity.has(id),
    // A draft's patterns are still read, so that other rules can go on asking for its signal.
    (rule) =>
      off.has(rule.id)
        ? { ...rule, status: 'draft' }
        : { ...rule, severity: severity.get(rule.id) ?? rule.severity },
  );
}

function mergePolicy(policy: PolicyFile, file: OverlayFile): PolicyFile {
  const contacts = mergeById<Contact, Pick<Contact, 'id'> & Partial<Contact>>(
    policy.contacts,
    [...(file.contacts ?? []), ...(file.newContacts ?? [])],
    (old, row) => ({ ...old, ...row }) as Contact,
  );
  return {
    ...policy,
    overlays: [...(policy.overlays ?? []), recordOf(file)],
    council: { ...policy.council, ...file.council },
    clauses: mergeById(policy.clauses, file.clauses ?? [], (_, row) => row),
    contacts,
    hours: { ...policy.hours, ...file.hours },
    reasons: { ...policy.reasons, ...file.reasons },
  };
}

function recordOf({ id, version, title, settings, switchedOff, severities }: OverlayFile): OverlayRecord {
  return {
    id,
    version,
    title,
    ...(settings === undefined ? {} : { settings }),
    ...(switchedOff === undefined ? {} : { switchedOff }),
    ...(severities === undefined ? {} : { severities }),
  };
}

/** A row of the overlay replaces the one of the same id where it stands; new rows follow. */
function mergeRows(to: Files, files: Files, part: (typeof MERGED)[number]): Files {
  const path = `${part}.json`;
  const rows = (files[path] as Rows | undefined)?.[part];
  if (rows === undefined) return to;
  return mapFile<Rows>(to, path, (file) => ({
    ...file,
    [part]: mergeById(file[part] ?? [], rows, (_, row) => row),
  }));
}

type Rows = Readonly<Record<string, readonly { readonly id: string }[] | undefined>>;

function mapValues(files: Files, change: (content: unknown) => unknown): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, change(content)]));
}
