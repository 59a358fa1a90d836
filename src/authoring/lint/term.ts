import { inflect } from '../../evidence/inflect.ts';
import { formsOfPhrase } from '../../evidence/lexicon.ts';
import type { LexiconFile, LexiconGroup, LexiconTerm } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { Check } from './problem.ts';

interface Place {
  readonly file: string;
  readonly path: string;
}

/** Terms that no comment can hold, exceptions that except nothing, and terms that stand twice in a group. */
export const checkTerms: Check = ({ files }) =>
  files.lexicons.flatMap(({ path, content }) => fileProblems(path, content));

function fileProblems(file: string, { groups }: LexiconFile): Problem[] {
  return groups.flatMap((group, i) => {
    const at = `groups[${i}].terms`;
    return [
      ...group.terms.flatMap((term, j) => termProblems(term, group, { file, path: `${at}[${j}]` })),
      ...duplicates(group, { file, path: at }),
    ];
  });
}

function termProblems(entry: LexiconTerm, group: LexiconGroup, place: Place): Problem[] {
  if (typeof entry === 'string') return deadTerm(entry, place);
  const { path } = place;
  const forms = formsOf(entry, group);
  return [
    ...deadTerm(entry.term, { ...place, path: `${path}.term` }),
    ...(entry.forms ?? []).flatMap((form, k) => deadTerm(form, { ...place, path: `${path}.forms[${k}]` })),
    ...(entry.except ?? []).flatMap((phrase, k) => {
      const at = { ...place, path: `${path}.except[${k}]` };
      return [...deadTerm(phrase, at), ...deadException(phrase, forms, at)];
    }),
  ];
}

/** Plain lower-case words are read as they stand. */
const PLAIN = /^[a-z]+( [a-z]+)*$/;

function deadTerm(phrase: string, { file, path }: Place): Problem[] {
  if (PLAIN.test(phrase)) return [];
  const { tokens, sentences } = tokenise(phrase);
  if (tokens.length === 0) {
    const message = `Found "${phrase}", in which nothing is read as a word. Write it with letters, digits or emoji, or remove it.`;
    return [{ code: 'dead-term', file, path, message }];
  }
  if (sentences.length < 2) return [];
  const message = `Found "${phrase}", which is read as ${sentences.length} sentences; no term crosses the end of one. Keep the words of one sentence.`;
  return [{ code: 'dead-term', file, path, message }];
}

/** An exception takes a class away from the term within it, so it must hold the term. */
function deadException(phrase: string, forms: readonly string[], { file, path }: Place): Problem[] {
  const inside = ` ${keyOf(phrase)} `;
  if (forms.some((form) => inside.includes(` ${keyOf(form)} `))) return [];
  const message = `Found the exception "${phrase}", which doesn't hold its term in any form. Write the longer phrase with the term in it.`;
  return [{ code: 'dead-exception', file, path, message }];
}

function formsOf(entry: Exclude<LexiconTerm, string>, group: LexiconGroup): readonly string[] {
  return [...inflect(entry.term, entry.inflect ?? group.inflect), ...(entry.forms ?? [])];
}

const keyOf = (phrase: string) => formsOfPhrase(phrase).join(' ');

/** Written twice, or written where another term's inflection gives it. */
function duplicates(group: LexiconGroup, { file, path }: Place): Problem[] {
  const given = new Map<string, number>();
  const bent = new Map<string, number>();
  group.terms.forEach((entry, j) => {
    const own = typeof entry === 'string' ? { term: entry } : entry;
    const [, ...others] = inflect(own.term, own.inflect ?? group.inflect);
    for (const form of others) bent.set(keyOf(form), j);
  });
  return group.terms.flatMap((entry, j) => {
    const own = typeof entry === 'string' ? { term: entry, forms: [] } : { forms: [], ...entry };
    return [own.term, ...own.forms].flatMap((written, k) => {
      const key = keyOf(written);
      const first = given.get(key) ?? (bent.get(key) === j ? undefined : bent.get(key));
      if (!given.has(key)) given.set(key, j);
      if (first === undefined || ownSeverity(entry)) return [];
      const at = typeof entry === 'string' ? '' : k === 0 ? '.term' : `.forms[${k - 1}]`;
      const message = `Found "${written}", which terms[${first}] of this group gives already. Remove one.`;
      return [{ code: 'duplicate-term', file, path: `${path}[${j}]${at}`, message }];
    });
  });
}

/** A severity of its own sets a form apart from the term that it is a form of. */
function ownSeverity(entry: LexiconTerm): boolean {
  return typeof entry !== 'string' && entry.severity !== undefined;
}
