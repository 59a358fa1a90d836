import { canonicalJson } from '../model/canonical.ts';
import type { ContentItem } from '../model/item.ts';
import type { Example, Expectation, Rule } from '../model/pack.ts';
import type { PackFiles } from '../pack/files.ts';

/** Where an example stands: `missed` and `overFlagged` are the rows of `todo`. */
export type ExampleKind = 'match' | 'noMatch' | 'missed' | 'overFlagged';

/** An embedded example, made into an item. */
export interface ExampleCase {
  readonly ruleId: string;
  readonly kind: ExampleKind;
  /** File of the pack, and the example's place in it, such as `rules[2].examples.match[0]`. */
  readonly file: string;
  readonly path: string;
  readonly item: ContentItem;
  readonly expect: Expectation;
}

/** Every embedded example of the rules that run, in the order of files, rules and examples. */
export function exampleCases(
  files: Pick<PackFiles, 'categories' | 'policy'>,
  categories?: readonly string[],
): ExampleCase[] {
  return files.categories
    .filter(({ content }) => categories === undefined || categories.includes(content.id))
    .flatMap(({ path, content }) =>
      content.rules.flatMap((rule, i) =>
        rule.status === 'draft' ? [] : casesOf(rule, path, `rules[${i}].examples`, files.policy.exampleNow),
      ),
    );
}

function casesOf(rule: Rule, file: string, at: string, exampleNow: string): ExampleCase[] {
  const { match, noMatch, todo = {} } = rule.examples;
  const of = (kind: ExampleKind, list: readonly Example[] | undefined, path: string) =>
    (list ?? []).map((example, i) => ({
      ruleId: rule.id,
      kind,
      file,
      path: `${at}.${path}[${i}]`,
      ...itemOf(example, exampleNow),
    }));
  return [
    ...of('match', match, 'match'),
    ...of('noMatch', noMatch, 'noMatch'),
    ...of('missed', todo.missed, 'todo.missed'),
    ...of('overFlagged', todo.overFlagged, 'todo.overFlagged'),
  ];
}

function itemOf(example: Example, exampleNow: string): { item: ContentItem; expect: Expectation } {
  if (typeof example === 'string') return { item: { text: example, now: exampleNow }, expect: {} };
  const { expect = {}, because: _, ...item } = example;
  return { item: { now: exampleNow, ...item }, expect };
}

/** What makes two examples the same: all that is judged. */
export function itemKey(example: ExampleCase): string {
  return canonicalJson(example.item);
}
