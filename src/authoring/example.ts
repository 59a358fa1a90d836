import { canonicalJson } from '../model/canonical.ts';
import type { ContentItem } from '../model/item.ts';
import type { Example, Examples, Expectation, LexiconGroup, Rule } from '../model/pack.ts';
import type { PackFiles } from '../pack/files.ts';

/** Where an example stands: `missed` and `overFlagged` are the rows of `todo`. */
export type ExampleKind = 'match' | 'noMatch' | 'missed' | 'overFlagged';

/** What an example is of. */
export type Subject =
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'signal'; readonly id: string }
  /** A group of terms of a lexicon; the id is the lexicon's. */
  | { readonly kind: 'terms'; readonly id: string; readonly group: LexiconGroup };

/** An embedded example, made into an item. */
export interface ExampleCase {
  readonly subject: Subject;
  readonly kind: ExampleKind;
  /** File of the pack, and the example's place in it, such as `rules[2].examples.match[0]`. */
  readonly file: string;
  readonly path: string;
  readonly item: ContentItem;
  readonly expect: Expectation;
}

/**
 * Every embedded example, in the order of files: of the rules that run, and, where no categories are chosen, of signals and
 * terms.
 */
export function exampleCases(files: PackFiles, categories?: readonly string[]): ExampleCase[] {
  const { exampleNow } = files.policy;
  const ofRules = files.categories
    .filter(({ content }) => categories?.includes(content.id) ?? true)
    .flatMap(({ path, content }) =>
      content.rules.flatMap((rule, i) =>
        rule.status === 'draft' ? [] : casesOfRule(rule, path, `rules[${i}].examples`, exampleNow),
      ),
    );
  return categories === undefined ? [...ofRules, ...casesOfSignals(files), ...casesOfTerms(files)] : ofRules;
}

function casesOfRule({ id, examples }: Rule, file: string, at: string, exampleNow: string): ExampleCase[] {
  if (examples === undefined) return [];
  const { todo = {} } = examples;
  const place: Place = { subject: { kind: 'rule', id }, file, at, exampleNow };
  return [
    ...casesOf(examples, place),
    ...listed('missed', todo.missed, 'todo.missed', place),
    ...listed('overFlagged', todo.overFlagged, 'todo.overFlagged', place),
  ];
}

function casesOfSignals({ signals, policy: { exampleNow } }: PackFiles): ExampleCase[] {
  return signals.signals.flatMap(({ id, examples = {} }, i) =>
    casesOf(examples, {
      subject: { kind: 'signal', id },
      file: 'signals.json',
      at: `signals[${i}].examples`,
      exampleNow,
    }),
  );
}

function casesOfTerms({ lexicons, policy: { exampleNow } }: PackFiles): ExampleCase[] {
  return lexicons.flatMap(({ path, content }) =>
    content.groups.flatMap((group, i) =>
      casesOf(group.examples ?? {}, {
        subject: { kind: 'terms', id: content.id, group },
        file: path,
        at: `groups[${i}].examples`,
        exampleNow,
      }),
    ),
  );
}

interface Place {
  readonly subject: Subject;
  readonly file: string;
  readonly at: string;
  readonly exampleNow: string;
}

function casesOf({ match, noMatch }: Examples, place: Place): ExampleCase[] {
  return [...listed('match', match, 'match', place), ...listed('noMatch', noMatch, 'noMatch', place)];
}

function listed(
  kind: ExampleKind,
  examples: readonly Example[] | undefined,
  path: string,
  { subject, file, at, exampleNow }: Place,
): ExampleCase[] {
  return (examples ?? []).map((example, i) => ({
    subject,
    kind,
    file,
    path: `${at}.${path}[${i}]`,
    ...itemOf(example, exampleNow),
  }));
}

/** The item that an example stands for, and what is expected of it. */
export function itemOf(example: Example, exampleNow: string): { item: ContentItem; expect: Expectation } {
  if (typeof example === 'string') return { item: { text: example, now: exampleNow }, expect: {} };
  const { expect = {}, because: _, ...item } = example;
  return { item: { now: exampleNow, ...item }, expect };
}

/** What makes two examples the same: all that is judged. */
export function itemKey(example: ExampleCase): string {
  return canonicalJson(example.item);
}
