import { BOUNDS } from '../model/bound.ts';
import type { RulePack } from '../model/pack.ts';
import { fileKind } from '../model/packSchema.ts';
import type { Problem } from '../model/problem.ts';

type Name =
  | 'characters'
  | 'classes'
  | 'disguised'
  | 'files'
  | 'groups'
  | 'guards'
  | 'inside'
  | 'misspelt'
  | 'patterns'
  | 'rules'
  | 'signals'
  | 'terms'
  | 'words';
type Counts = Partial<Record<Name, number>>;

/** Counts that are summed over a pack; the others are of one file. */
const WHOLE: ReadonlySet<Name> = new Set([
  'signals',
  'guards',
  'patterns',
  'words',
  'classes',
  'misspelt',
  'disguised',
  'inside',
]);

/** Every bound that a pack passes, at the file that passes it. Tolerates files of any shape: it is asked first. */
export function checkBounds({ files }: RulePack): Problem[] {
  const paths = Object.keys(files).sort();
  if (paths.length > BOUNDS.files.most) return [over('files', paths.length, paths[BOUNDS.files.most] ?? '')];
  const classes = new Set<string>();
  const totals: Counts = {};
  return paths.flatMap((path) => {
    const counts = countsOf(path, files[path], classes);
    return (Object.keys(counts) as Name[]).flatMap((name) => {
      const before = WHOLE.has(name) ? (totals[name] ?? 0) : 0;
      const now = name === 'classes' ? (counts.classes ?? 0) : before + (counts[name] ?? 0);
      if (WHOLE.has(name)) totals[name] = now;
      return now > BOUNDS[name].most ? [over(name, now, path)] : [];
    });
  });
}

function over(name: Name, found: number, file: string): Problem {
  const { of, most, instead } = BOUNDS[name];
  return {
    code: 'over-limit',
    file,
    path: '',
    message: `Found ${found} ${of}; ${most} are allowed. ${instead}`,
  };
}

function countsOf(path: string, content: unknown, classes: Set<string>): Counts {
  const characters = lengthOf(content);
  if (characters > BOUNDS.characters.most) return { characters };
  const kind = fileKind(path);
  if (kind === 'category') {
    const rules = listOf(content, 'rules');
    return { rules: rules.length, patterns: sum(rules, (rule) => listOf(rule, 'patterns').length) };
  }
  if (kind === 'signals') {
    const signals = listOf(content, 'signals');
    return { signals: signals.length, patterns: sum(signals, (signal) => listOf(signal, 'patterns').length) };
  }
  if (kind === 'guards') return { guards: listOf(content, 'guards').length };
  return kind === 'lexicon' ? lexiconCounts(content, classes) : {};
}

/** Characters of a value as JSON; what can't be written as JSON is left to the check of its shape. */
function lengthOf(content: unknown): number {
  try {
    return JSON.stringify(content)?.length ?? 0;
  } catch {
    return 0;
  }
}

/** Forms that an inflection gives, the term itself included. */
const FORMS: Readonly<Record<string, number>> = { noun: 2, verb: 5, adjective: 3 };

function lexiconCounts(content: unknown, classes: Set<string>): Counts {
  const groups = listOf(content, 'groups');
  const counts = {
    groups: groups.length,
    terms: 0,
    words: 0,
    classes: 0,
    misspelt: 0,
    disguised: 0,
    inside: 0,
  };
  for (const group of groups) {
    for (const name of listOf(group, 'classes')) classes.add(String(name));
    for (const term of listOf(group, 'terms')) addTerm(counts, group, term);
  }
  return { ...counts, classes: classes.size };
}

function addTerm(
  counts: { terms: number; words: number; misspelt: number; disguised: number; inside: number },
  group: unknown,
  entry: unknown,
): void {
  const term = typeof entry === 'string' ? entry : partOf(entry, 'term');
  if (typeof term !== 'string') return;
  const inflection = partOf(entry, 'inflect') ?? partOf(group, 'inflect');
  const bent = FORMS[String(inflection)] ?? 1;
  const others = [...listOf(entry, 'forms'), ...listOf(entry, 'except')];
  const words = wordsOf(term);
  counts.terms += 1;
  counts.words += bent * words + sum(others, (other) => (typeof other === 'string' ? wordsOf(other) : 0));
  if (partOf(group, 'misspelt') === true)
    counts.misspelt += lettersOf([...Array.from({ length: bent }, () => term), ...listOf(entry, 'forms')]);
  if (partOf(group, 'disguise') === true) counts.disguised += bent + listOf(entry, 'forms').length;
  if (partOf(group, 'inside') === true) counts.inside += 1;
}

/** Letters of the single words among some phrases. */
function lettersOf(phrases: readonly unknown[]): number {
  return sum(phrases, (phrase) => (typeof phrase === 'string' && wordsOf(phrase) === 1 ? phrase.length : 0));
}

function wordsOf(phrase: string): number {
  let words = 1;
  for (let at = phrase.indexOf(' '); at >= 0; at = phrase.indexOf(' ', at + 1)) words += 1;
  return words;
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

const NONE: readonly unknown[] = [];

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = partOf(value, key);
  return Array.isArray(list) ? list : NONE;
}

function sum(list: readonly unknown[], count: (entry: unknown) => number): number {
  return list.reduce<number>((total, entry) => total + count(entry), 0);
}
