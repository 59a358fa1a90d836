import type { ContentItem } from '../../src/model/item.ts';
import type { CategoryFile, Example, Expectation, PolicyFile, RulePack } from '../../src/model/pack.ts';

/** An embedded example, made into an item. */
export interface ExampleCase {
  readonly ruleId: string;
  readonly kind: 'match' | 'noMatch' | 'missed' | 'overFlagged';
  readonly item: ContentItem;
  readonly expect: Expectation;
  readonly example: Example;
}

/** Every embedded example of a pack's live and shadow rules. */
export function exampleCases(pack: RulePack): ExampleCase[] {
  const { exampleNow } = pack.files['policy.json'] as PolicyFile;
  return Object.keys(pack.files)
    .filter((path) => path.startsWith('categories/'))
    .flatMap((path) => (pack.files[path] as CategoryFile).rules)
    .filter((rule) => rule.status !== 'draft')
    .flatMap((rule) => {
      const of = (kind: ExampleCase['kind'], examples: readonly Example[] | undefined) =>
        (examples ?? []).map((example) => ({
          ruleId: rule.id,
          kind,
          example,
          ...itemOf(example, exampleNow),
        }));
      return [
        ...of('match', rule.examples.match),
        ...of('noMatch', rule.examples.noMatch),
        ...of('missed', rule.examples.todo?.missed),
        ...of('overFlagged', rule.examples.todo?.overFlagged),
      ];
    });
}

function itemOf(example: Example, exampleNow: string): { item: ContentItem; expect: Expectation } {
  if (typeof example === 'string') return { item: { text: example, now: exampleNow }, expect: {} };
  const { expect = {}, because: _, ...item } = example;
  return { item: { now: exampleNow, ...item }, expect };
}
