import { type PostGuide, postGuide } from '../decision/advise.ts';
import type { Ladder } from '../decision/decide.ts';
import type { NoticeSource } from '../decision/notice.ts';
import { engineRule, indexRules, type RuleIndex } from '../engine/engine.ts';
import type { CompiledRule } from '../engine/finding.ts';
import { anchorPattern } from '../evidence/anchor.ts';
import { type EvidenceReader, evidenceReader, type Signal } from '../evidence/evidence.ts';
import { BUILT_IN_CLASSES, type Lexicon, LexiconBuilder } from '../evidence/lexicon.ts';
import { type Pattern, parsePattern } from '../evidence/pattern.ts';
import { factDefault } from '../facts/registry.ts';
import { BOUNDS, beyond } from '../model/bound.ts';
import { hash128 } from '../model/canonical.ts';
import type { RulesetStamp } from '../model/decision.ts';
import type { CategoryFile, Condition, PolicyFile, Rule, RulePack, SignalsFile } from '../model/pack.ts';
import { type Problem, RulePackError } from '../model/problem.ts';
import { type PackFiles, sortFiles } from './files.ts';
import { checkGuardClasses, checkGuards, compileGuards } from './guard.ts';
import { atOrigin } from './origin.ts';
import { type ReadFiles, readFiles } from './read.ts';
import { checkReferences } from './reference.ts';
import { besideOwn } from './scope.ts';
import { checkSettings } from './settingCheck.ts';
import { isShippedFile } from './shipped.ts';
import { withoutExamples } from './withoutExamples.ts';

/** Rules, checked and compiled. Opaque: pass it to `classify`. */
export interface Ruleset extends RulesetStamp {
  /** Ids of the rules that run, sorted. */
  readonly ruleIds: readonly string[];
}

/** What `classify` works with. */
export interface RulesetParts {
  readonly lexicon: Lexicon;
  /** Hash of all that `reader` was made from: rulesets that share it read every text alike. */
  readonly readingRevision: string;
  readonly signals: readonly Signal[];
  readonly reader: EvidenceReader;
  readonly rules: readonly CompiledRule[];
  readonly byId: ReadonlyMap<string, CompiledRule>;
  readonly index: RuleIndex;
  /** Signals that count only in a sentence in which a rule matches too. */
  readonly local: ReadonlySet<string>;
  /** Signals by which a comment names a service that has a form. */
  readonly serviceSignals: ReadonlySet<string>;
  readonly ladder: Ladder;
  readonly policy: PolicyFile;
  readonly notices: NoticeSource;
  readonly posts: PostGuide;
}

const parts = new WeakMap<Ruleset, RulesetParts>();

/** The insides of a ruleset. */
export function partsOf(ruleset: Ruleset): RulesetParts {
  const found = parts.get(ruleset);
  if (found === undefined) throw new TypeError('Expected a ruleset made by compileRuleset().');
  return found;
}

/** The same ruleset with some compiled parts exchanged: tries a change without compiling all again. */
export function withParts(ruleset: Ruleset, changes: Partial<RulesetParts>): Ruleset {
  const changed = Object.freeze({ ...ruleset });
  parts.set(changed, { ...partsOf(ruleset), ...changes });
  return changed;
}

/**
 * Checks a pack and compiles it.
 * @throws {RulePackError} with every problem at once: code, file, path, what was found and what to do.
 */
export function compileRuleset(pack: RulePack): Ruleset {
  return rulesetOf(pack, inspectPack(pack));
}

/**
 * `compileRuleset` for use beside another ruleset: if both read alike, by the lexicon and patterns of that one, which make
 * most of a ruleset and of its compilation.
 */
export function compileBeside(other: Ruleset, pack: RulePack): Ruleset {
  return rulesetOf(pack, inspectPack(pack, partsOf(other)));
}

/**
 * The ruleset of a pack that has been inspected.
 * @throws {RulePackError} with all that the inspection found.
 */
export function rulesetOf(pack: RulePack, inspection: Inspection): Ruleset {
  if (inspection.problems.length > 0) throw new RulePackError(inspection.problems);
  return assemble(pack, inspection);
}

/** A pack as far as it can be read, and all that is wrong with it. */
export interface Inspection {
  readonly problems: readonly Problem[];
  readonly files: PackFiles;
  readonly lexicon: Lexicon;
  readonly signals: readonly Signal[];
  /** That of a ruleset that reads alike. */
  readonly reader?: EvidenceReader;
  readonly rules: readonly CompiledRule[];
  /** A problem found in `files`, at its place in the pack; undefined if it only follows from what couldn't be read. */
  restore(problem: Problem): Problem | undefined;
}

/**
 * Checks every file of a pack, and what can be read of those with faults; never throws.
 * @param beside whose compiled lexicon and patterns are taken, if the pack's own are the same.
 */
export function inspectPack(pack: RulePack, beside?: RulesetParts): Inspection {
  const { files, problems: shape, restore } = isShipped(pack) ? trusted(pack) : readFiles(pack);
  const found = [...checkReferences(files), ...checkGuards(files), ...checkSettings(files)];
  const evidence =
    beside !== undefined && beside.readingRevision === readingRevisionOf(fileHashes(pack), files)
      ? { lexicon: beside.lexicon, signals: beside.signals, reader: beside.reader }
      : compileEvidence(files, found);
  const rules = compileRules(files);
  found.push(...checkTriggers(files, rules));
  const problems = atOrigin(pack, [...shape, ...found.flatMap((problem) => restore(problem) ?? [])]);
  return { problems, files, rules, restore, ...evidence };
}

/** Whether the tests have checked every file of a pack. */
function isShipped({ files }: RulePack): boolean {
  return Object.keys(files).every((path) => isShippedFile(path, files[path]));
}

function trusted(pack: RulePack): ReadFiles {
  return { files: sortFiles(pack), problems: [], restore: (problem) => problem };
}

function assemble(pack: RulePack, { files, lexicon, signals, reader, rules }: Inspection): Ruleset {
  const { policy } = files;
  const hashes = fileHashes(pack);
  const ruleset: Ruleset = Object.freeze({
    ...stampOf(policy),
    revision: revisionFrom(hashes),
    ruleIds: rules.map((rule) => rule.id).sort(),
  });
  parts.set(ruleset, {
    lexicon,
    readingRevision: readingRevisionOf(hashes, files),
    signals,
    reader: reader ?? evidenceReader(lexicon, signals),
    rules,
    byId: new Map(rules.map((rule) => [rule.id, rule])),
    index: indexRules(rules, factDefault),
    local: localSignals(files.signals),
    serviceSignals: new Set(files.services.services.map(({ signal }) => signal)),
    ladder: {
      file: files.ladder,
      tracks: new Map(files.ladder.tracks.map((track) => [track.id, track])),
      policy,
      services: files.services,
      routes: new Map(rules.map((rule) => [rule.id, { refer: rule.refer, signpost: rule.signpost }])),
    },
    policy,
    notices: { policy, services: files.services, templates: files.notices.notices },
    posts: postGuide(files.posts, policy),
  });
  return ruleset;
}

/** Id and version of the pack, with those of its overlays after a plus sign, as semver has it for builds. */
export function stampOf({ id, version, overlays = [] }: PolicyFile): Pick<RulesetStamp, 'id' | 'version'> {
  if (overlays.length === 0) return { id, version };
  return {
    id: [id, ...overlays.map((overlay) => overlay.id)].join('+'),
    version: `${version}+${overlays.map((overlay) => `${overlay.id}.${overlay.version}`).join('.')}`,
  };
}

/**
 * Hash of all files, whatever the order in which they were read. Examples don't count: no decision depends on them, and the
 * bundled rules, which lack them, must have the revision of the folder.
 */
export function revisionOf(pack: RulePack): string {
  return revisionFrom(fileHashes(pack));
}

function revisionFrom(hashes: ReadonlyMap<string, string>): string {
  return hash128(...[...hashes].flat());
}

/** Hash of each file, by path, without its examples. */
function fileHashes({ files }: RulePack): ReadonlyMap<string, string> {
  const paths = Object.keys(files).sort();
  return new Map(paths.map((path) => [path, hash128(JSON.stringify(withoutExamples(path, files[path])))]));
}

/** Hash of the lexicons, guards and signals, and of what rules add to them, in the order in which they are compiled. */
function readingRevisionOf(hashes: ReadonlyMap<string, string>, files: PackFiles): string {
  const paths = [...files.lexicons.map(({ path }) => path), 'guards.json', 'signals.json'];
  return hash128(...paths.map((path) => hashes.get(path) ?? ''), JSON.stringify(draftsOf(files)));
}

interface Draft {
  readonly id: string;
  readonly guards: readonly string[];
  readonly patterns: readonly { readonly source: string; readonly file: string; readonly path: string }[];
}

/** Lexicon and signals; the faults of patterns are added to the problems. */
function compileEvidence(files: PackFiles, problems: Problem[]): { lexicon: Lexicon; signals: Signal[] } {
  const builder = new LexiconBuilder();
  for (const { path, content } of files.lexicons) {
    const before = builder.crowded.size;
    builder.addFile(content);
    problems.push(...[...builder.crowded].slice(before).map((phrase) => crowdedPhrase(phrase, path)));
  }
  const classes = new Set<string>([
    ...BUILT_IN_CLASSES,
    ...files.lexicons.flatMap(({ content }) => content.groups.flatMap((group) => group.classes)),
  ]);
  problems.push(...checkGuardClasses(files, classes));
  const names = { builder, classes, items: new Map() };
  const parsed = draftsOf(files).map((draft) => ({
    draft,
    patterns: draft.patterns.map((place) => ({ place, result: parsePattern(place.source, names) })),
  }));
  const lexicon = builder.build();
  const guards = compileGuards(files, builder);
  const signals = parsed.map(({ draft, patterns }) => ({
    id: draft.id,
    guards: draft.guards.flatMap((listed) =>
      (guards.get(listed) ?? []).map((guard) => ({ ...guard, listed })),
    ),
    patterns: patterns.flatMap(({ place, result }): Pattern[] => {
      const done = 'code' in result ? result : anchorPattern(place.source, result, lexicon);
      if (!('code' in done)) return [done];
      problems.push({ ...done, file: place.file, path: place.path });
      return [];
    }),
  }));
  problems.push(...crowdedAnchors(signals, files));
  return { lexicon, signals };
}

function crowdedPhrase(phrase: string, file: string): Problem {
  return {
    code: 'over-limit',
    file,
    path: '',
    message: `Found "${phrase}" once too often. ${beyond('shared')}`,
  };
}

/** Patterns beyond those that a word may set off: each costs time wherever the word stands. */
function crowdedAnchors(signals: readonly Signal[], files: PackFiles): Problem[] {
  const counts = new Map<string, number>();
  const places = new Map(draftsOf(files).map((draft) => [draft.id, draft.patterns]));
  return signals.flatMap(({ id, patterns }) =>
    patterns.flatMap(({ anchor, source }) => {
      const names = anchor.alternatives.map(({ name }) => name);
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
      const full = names.find((name) => (counts.get(name) ?? 0) > BOUNDS.anchored.most);
      if (full === undefined) return [];
      const place = places.get(id)?.find((one) => one.source === source);
      if (place === undefined) return [];
      const message = `Found one pattern too many that "${full}" sets off. ${beyond('anchored')}`;
      return [{ code: 'over-limit', file: place.file, path: place.path, message }];
    }),
  );
}

function draftsOf(files: PackFiles): Draft[] {
  const ofRules = files.categories.flatMap(({ path, content }) =>
    content.rules.map((rule, i) => ({
      id: rule.id,
      guards: rule.guards ?? [],
      patterns: (rule.patterns ?? []).map((source, j) => ({
        source,
        file: path,
        path: `rules[${i}].patterns[${j}]`,
      })),
    })),
  );
  const shared = files.signals.signals.map((signal, i) => ({
    id: signal.id,
    guards: signal.guards ?? [],
    patterns: signal.patterns.map((source, j) => ({
      source,
      file: 'signals.json',
      path: `signals[${i}].patterns[${j}]`,
    })),
  }));
  return [...ofRules, ...shared];
}

function compileRules({ categories, signals }: PackFiles): CompiledRule[] {
  const local = localSignals(signals);
  return categories.flatMap(({ content }) =>
    content.rules.filter((rule) => rule.status !== 'draft').map((rule) => compileRule(rule, content, local)),
  );
}

/** Signals that count only in a sentence in which the rule matches too. */
export function localSignals({ signals }: SignalsFile): ReadonlySet<string> {
  return new Set(signals.filter(({ scope }) => scope === 'sentence').map(({ id }) => id));
}

/** A rule of a category, ready to run. */
export function compileRule(rule: Rule, category: CategoryFile, local: ReadonlySet<string>): CompiledRule {
  return {
    ...engineRule(rule.id, besideOwn(rule, conditionOf(rule), local), factDefault),
    category: category.id,
    title: rule.title,
    track: rule.track ?? category.track,
    severity: rule.severity,
    sureness: rule.sureness,
    clauses: rule.clauses ?? category.clauses,
    ...(category.citeOnly === undefined ? {} : { citeOnly: category.citeOnly }),
    refer: rule.refer ?? [],
    signpost: rule.signpost ?? [],
    shadow: rule.status === 'shadow',
    ...(rule.effectiveFrom === undefined ? {} : { effectiveFrom: rule.effectiveFrom }),
    ...(rule.effectiveUntil === undefined ? {} : { effectiveUntil: rule.effectiveUntil }),
  };
}

/** A rule's own patterns, and-ed to its `when`. */
export function conditionOf(rule: Rule): Condition {
  const own: Condition = { fact: `signal/${rule.id}`, operator: 'equal', value: true };
  if (rule.when === undefined) return { all: [own] };
  return rule.patterns === undefined ? rule.when : { all: [own, rule.when] };
}

function checkTriggers(files: PackFiles, rules: readonly CompiledRule[]): Problem[] {
  const always = new Set(rules.filter((rule) => rule.triggers === 'always').map((rule) => rule.id));
  return files.categories.flatMap(({ path, content }) =>
    content.rules.flatMap((rule, i) =>
      always.has(rule.id)
        ? [
            {
              code: 'no-trigger',
              file: path,
              path: `rules[${i}].when`,
              message:
                'Found a condition that holds when nothing is known: of notEqual, notIn, doesNotContain, less… or "not" alone. Add a fact that differs from its default, or a pattern.',
            },
          ]
        : [],
    ),
  );
}
