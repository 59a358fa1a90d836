import { formsOfPhrase, type Term } from '../../src/evidence/lexicon.ts';
import type { TrieNode } from '../../src/evidence/trie.ts';
import type { Guard, LexiconGroup } from '../../src/model/pack.ts';
import { compileRuleset, partsOf } from '../../src/pack/compile.ts';
import { membersOf } from '../../src/pack/guard.ts';
import { type Bench, failsAnew, type Row } from './bench.ts';
import { without } from './edit.ts';
import { type Mutant, some } from './mutants.ts';

/** Each `except` phrase of each lexicon term, and each `unless` of a guard, taken out. */
export function exceptionMutants(bench: Bench): Mutant[] {
  return [...phraseMutants(bench), ...unlessMutants(bench)];
}

function phraseMutants(bench: Bench): Mutant[] {
  const texts = textsOf(bench);
  return bench.files.lexicons.flatMap(({ path: file, content }) =>
    content.groups.flatMap((group, i) =>
      group.terms.flatMap((term, j) =>
        (typeof term === 'string' ? [] : (term.except ?? [])).map(
          (phrase, k): Mutant => ({
            kind: 'exception',
            file,
            path: `groups[${i}].terms[${j}].except[${k}]`,
            what: `${typeof term === 'string' ? term : term.term}, but not “${phrase}”`,
            pack: () => without(bench.pack, file, `groups[${i}].terms[${j}].except[${k}]`),
            isKilled: () =>
              isMissed(bench, texts, phrase, typeof term === 'string' ? term : term.term, group),
          }),
        ),
      ),
    ),
  );
}

/** Rows by each word that they hold, with all their words, so that a phrase is sought in few of them. */
type Texts = ReadonlyMap<string, ReadonlyMap<Row, string>>;

function textsOf({ rows }: Bench): Texts {
  const texts = new Map<string, Map<Row, string>>();
  for (const row of rows) {
    const words = wordsOf(row);
    for (const word of words.trim().split(' '))
      texts.set(word, (texts.get(word) ?? new Map()).set(row, words));
  }
  return texts;
}

/** The text's words as they were read, between spaces. */
function wordsOf({ examination }: Row): string {
  const words = examination.reading.readings.flatMap(({ text }) => text.tokens.map(({ forms }) => forms[0]));
  return ` ${words.join(' ')} `;
}

/** Takes the exception out of the compiled lexicon, which all examples share, and puts it back. */
async function isMissed(
  bench: Bench,
  texts: Texts,
  phrase: string,
  term: string,
  group: LexiconGroup,
): Promise<boolean> {
  const forms = formsOfPhrase(phrase);
  const concerned = [...(texts.get(forms[0] ?? '') ?? [])].flatMap(([row, words]) =>
    words.includes(` ${forms.join(' ')} `) ? [row] : [],
  );
  const { root, classIds } = partsOf(bench.ruleset).lexicon;
  const classes = String(group.classes.map((name) => classIds.get(name)));
  const node = nodeAt(root, forms);
  const taken = node?.values.find(({ cancels }) =>
    cancels?.some((own) => own.text === term && String(own.classes) === classes),
  );
  if (node === undefined || taken === undefined || concerned.length === 0) return false;
  node.remove(taken);
  try {
    return await some(concerned, (row) => failsAnew(row, bench.ruleset));
  } finally {
    node.add(taken);
  }
}

function nodeAt(root: TrieNode<Term>, forms: readonly string[]): TrieNode<Term> | undefined {
  return forms.reduce<TrieNode<Term> | undefined>((node, form) => node?.get(form), root);
}

function unlessMutants(bench: Bench): Mutant[] {
  return bench.files.guards.guards.flatMap((guard, i) =>
    guard.kind === 'near' && guard.unless !== undefined
      ? [
          {
            kind: 'exception' as const,
            file: 'guards.json',
            path: `guards[${i}].unless`,
            what: `${guard.id}, unless @${guard.unless}`,
            pack: () => without(bench.pack, 'guards.json', `guards[${i}].unless`),
            isKilled: () => isMissedInGuard(bench, guard, i),
          },
        ]
      : [],
  );
}

/** Without it, the guard also puts aside what it lets pass: only rows in which a rule that lists it matched can change. */
async function isMissedInGuard(bench: Bench, guard: Guard, at: number): Promise<boolean> {
  const ruleset = compileRuleset(without(bench.pack, 'guards.json', `guards[${at}].unless`));
  const ids = bench.files.guards.guards
    .filter((one) => membersOf(one).includes(guard.id))
    .map(({ id }) => id);
  const listing = new Set(
    bench.files.categories.flatMap(({ content }) =>
      content.rules.filter((rule) => rule.guards?.some((id) => ids.includes(id))).map(({ id }) => id),
    ),
  );
  const concerned = bench.rows.filter(({ examination }) =>
    examination.reading.matches.some(
      ({ signal, guardedBy }) => guardedBy === undefined && listing.has(signal),
    ),
  );
  return some(concerned, (row) => failsAnew(row, ruleset));
}
