import type { ListedClass, ListedTerm } from './classes.ts';

const FEW = 4;
const MOST_TERMS = 60;
const MOST_PHRASES = 20;

/** Every class in two lines: what it is, and a few of its terms. Quotes the lexicons, which hold offensive words. */
export function formatClasses(classes: readonly ListedClass[]): string {
  return classes.map((one) => `${heading(one)}\n    ${termsText(one.terms, FEW)}\n`).join('');
}

/** One class, with its terms. */
export function formatClass(one: ListedClass): string {
  return `${heading(one)}\n    ${termsText(one.terms, MOST_TERMS)}\n`;
}

/** The classes that a word has, and those of phrases that hold it. */
export function formatTerms(word: string, terms: readonly ListedTerm[]): string {
  const [whole, longer] = [terms.filter((one) => one.whole), terms.filter((one) => !one.whole)];
  const more = longer.length - MOST_PHRASES;
  return [
    ...(whole.length === 0 ? [] : [`“${word}” is a term of`, ...whole.map(lineOf)]),
    ...(longer.length === 0
      ? []
      : [`“${word}” stands in longer terms`, ...longer.slice(0, MOST_PHRASES).map(lineOf)]),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function heading({ name, about, lexicons, terms }: ListedClass): string {
  const count = `${terms.length} ${terms.length === 1 ? 'term' : 'terms'}`;
  return `@${name}  (${count}, ${lexicons.join(', ')})${about.length === 0 ? '' : `  ${about.join(' ')}`}`;
}

function termsText(terms: readonly string[], most: number): string {
  const more = terms.length - most;
  return `${terms.slice(0, most).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

function lineOf({ term, classes, lexicon }: ListedTerm): string {
  return `  ${classes.map((name) => `@${name}`).join(' ')}  “${term}” in ${lexicon}`;
}
