import { type ExampleCase, exampleCases } from '../../src/authoring/example.ts';
import { failuresOf } from '../../src/authoring/failure.ts';
import { allFacts, conclude, type Examination, examine, runCandidates } from '../../src/classify.ts';
import type { SignalMatch } from '../../src/evidence/evidence.ts';
import type { RulePack } from '../../src/model/pack.ts';
import { compileRuleset, partsOf, type Ruleset } from '../../src/pack/compile.ts';
import { type PackFiles, sortFiles } from '../../src/pack/files.ts';

/** An example with what came out of it, before any mutation. */
export interface Row {
  readonly example: ExampleCase;
  readonly examination: Examination;
}

/** A pack on the bench: compiled once, every example judged once, so that a mutant costs only what it changes. */
export interface Bench {
  readonly pack: RulePack;
  readonly files: PackFiles;
  readonly ruleset: Ruleset;
  readonly rows: readonly Row[];
  /** Rows in which a pattern of a signal matched, whatever guards said; see `matchKey`. */
  readonly byPattern: ReadonlyMap<string, readonly Row[]>;
  /** Rows in which a guard put a match of a rule aside. */
  readonly byGuard: ReadonlyMap<string, readonly Row[]>;
  /** Rows that expect something of the decision as a whole, whatever they are examples of. */
  readonly outcomeRows: readonly Row[];
  /** Examples of a rule, and rows that expect something of the decision as a whole: all that its findings can fail. */
  readonly rowsAbout: (ruleId: string) => readonly Row[];
}

/** Key of a pattern or guard of a signal. */
export function keyOf(signal: string, name: string): string {
  return `${signal}\n${name}`;
}

/** Judges every example of a pack that passes its own tests. */
export async function setUp(pack: RulePack): Promise<Bench> {
  const ruleset = compileRuleset(pack);
  const files = sortFiles(pack);
  const rows: Row[] = [];
  for (const example of exampleCases(files))
    rows.push({ example, examination: await examine(example.item, ruleset) });
  const failing = rows.filter(({ example, examination }) =>
    fails({ example, examination }, examination, ruleset),
  );
  if (failing.length > 0)
    throw new Error(`Found ${failing.length} examples that fail without any mutation. Run testPack first.`);
  const outcomeRows = rows.filter(({ example }) => expectsOutcome(example));
  const byRule = new Map<string, Row[]>();
  for (const row of rows) {
    const { id } = row.example.subject;
    byRule.set(id, [...(byRule.get(id) ?? []), row]);
  }
  return {
    pack,
    outcomeRows,
    rowsAbout: (ruleId) => [...(byRule.get(ruleId) ?? []), ...outcomeRows],
    files,
    ruleset,
    rows,
    byPattern: indexRows(rows, (match) => [match.pattern]),
    byGuard: indexRows(rows, (match) => match.guards()),
  };
}

function expectsOutcome({ expect }: ExampleCase): boolean {
  // All but what is asked of the rule's own finding.
  const { spans: _, severity: _severity, target: _target, ...ofDecision } = expect;
  return Object.keys(ofDecision).length > 0;
}

function indexRows(
  rows: readonly Row[],
  namesOf: (match: SignalMatch) => readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  const index = new Map<string, Set<Row>>();
  for (const row of rows) {
    for (const match of row.examination.reading.matches) {
      for (const name of namesOf(match)) {
        const key = keyOf(match.signal, name);
        index.set(key, (index.get(key) ?? new Set()).add(row));
      }
    }
  }
  return new Map([...index].map(([key, found]) => [key, ownFirst([...found], key)]));
}

/** A signal's own examples are the likeliest to fail. */
function ownFirst(rows: readonly Row[], key: string): readonly Row[] {
  const isOwn = ({ example }: Row) => key.startsWith(`${example.subject.id}\n`);
  return [...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row))];
}

function fails({ example }: Row, examination: Examination, ruleset: Ruleset): boolean {
  return failuresOf(example, examination, partsOf(ruleset)).length > 0;
}

/** Whether an example fails once its matches are others. */
export async function failsWithMatches(
  row: Row,
  matches: readonly SignalMatch[],
  ruleset: Ruleset,
): Promise<boolean> {
  const { examination } = row;
  if (cannotMatter(row, matches)) return false;
  const facts = allFacts(examination.item, { ...examination.reading, matches }, partsOf(ruleset));
  const held =
    facts.size === examination.facts.size && [...facts.keys()].every((name) => examination.facts.has(name))
      ? examination.held
      : await runCandidates(partsOf(ruleset).index, facts);
  const reading = { ...examination.reading, matches };
  const decision = conclude(examination.item, ruleset, reading, facts, held);
  return fails(row, { ...examination, reading, facts, held, decision }, ruleset);
}

/** Nothing is asked of words, and the same signals stand in the same sentences: many patterns give most of them. */
function cannotMatter({ example, examination }: Row, matches: readonly SignalMatch[]): boolean {
  if (Object.keys(example.expect).length > 0) return false;
  const signalsOf = (all: readonly SignalMatch[]) =>
    new Set(
      all.flatMap(({ signal, place, guardedBy }) => (guardedBy === undefined ? `${signal} ${place}` : [])),
    );
  const [before, after] = [signalsOf(examination.reading.matches), signalsOf(matches)];
  return before.size === after.size && [...before].every((signal) => after.has(signal));
}

/** Whether an example fails once other rules hold, or the same ones are compiled otherwise. */
export function failsWithHeld(row: Row, held: ReadonlySet<string>, ruleset: Ruleset): boolean {
  const { item, reading, facts } = row.examination;
  const decision = conclude(item, ruleset, reading, facts, held);
  return fails(row, { ...row.examination, held, decision }, ruleset);
}

/** Whether an example fails once its text is read anew. */
export async function failsAnew(row: Row, ruleset: Ruleset): Promise<boolean> {
  return fails(row, await examine(row.example.item, ruleset), ruleset);
}
