import { distinct } from '../decision/step.ts';
import { inflect } from '../evidence/inflect.ts';
import { formsOfPhrase } from '../evidence/lexicon.ts';
import type { LexiconFile, LexiconGroup, LexiconTerm, RulePack } from '../model/pack.ts';
import { fileKind } from '../model/packSchema.ts';

/** A class of words of a pack, which patterns read as `@name`. */
export interface ListedClass {
  readonly name: string;
  /** What its words have in common, by group. */
  readonly about: readonly string[];
  /** Ids of the lexicons that hold its words. */
  readonly lexicons: readonly string[];
  /** As they are written; further forms are not counted. */
  readonly terms: readonly string[];
}

/** A term that holds a word, and the classes that it has. */
export interface ListedTerm {
  readonly term: string;
  /** The term, or a form of it, is the word itself; else it is a longer phrase. */
  readonly whole: boolean;
  readonly classes: readonly string[];
  readonly lexicon: string;
}

interface Placed {
  readonly lexicon: string;
  readonly group: LexiconGroup;
}

/** The classes of a pack, by name. A pattern may name any of them. */
export function listClasses(pack: RulePack): readonly ListedClass[] {
  const groups = groupsOf(pack);
  const names = [...new Set(groups.flatMap(({ group }) => group.classes))].sort();
  return names.map((name) => {
    const own = groups.filter(({ group }) => group.classes.includes(name));
    return {
      name,
      about: distinct(own.flatMap(({ group }) => group.about ?? [])),
      lexicons: distinct(own.map(({ lexicon }) => lexicon)).sort(),
      terms: own.flatMap(({ group }) => group.terms.map(writtenAs)),
    };
  });
}

/** The terms that are a word or phrase in some form, then those that hold it. */
export function listTerms(pack: RulePack, phrase: string): readonly ListedTerm[] {
  const wanted = keyOf(phrase);
  if (wanted === '') return [];
  const found = groupsOf(pack).flatMap(({ lexicon, group }) =>
    group.terms.flatMap((entry): ListedTerm[] => {
      const forms = formsOf(entry, group).map(keyOf);
      const whole = forms.includes(wanted);
      return whole || forms.some((form) => ` ${form} `.includes(` ${wanted} `))
        ? [{ term: writtenAs(entry), whole, classes: group.classes, lexicon }]
        : [];
    }),
  );
  return [...found.filter(({ whole }) => whole), ...found.filter(({ whole }) => !whole)];
}

function groupsOf({ files }: RulePack): readonly Placed[] {
  return Object.keys(files)
    .sort()
    .filter((path) => fileKind(path) === 'lexicon')
    .flatMap((path) => {
      const { id, groups } = files[path] as LexiconFile;
      return groups.map((group) => ({ lexicon: id, group }));
    });
}

function writtenAs(entry: LexiconTerm): string {
  return typeof entry === 'string' ? entry : entry.term;
}

function formsOf(entry: LexiconTerm, group: LexiconGroup): readonly string[] {
  if (typeof entry === 'string') return inflect(entry, group.inflect);
  return [...inflect(entry.term, entry.inflect ?? group.inflect), ...(entry.forms ?? [])];
}

const keyOf = (phrase: string) => formsOfPhrase(phrase).join(' ');
