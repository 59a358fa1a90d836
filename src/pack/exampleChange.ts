import { nearest } from '../model/nearest.ts';
import type { ExampleChange } from '../model/overlay.ts';
import type { Example, Rule } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { categoriesOf, type Files, mapRules } from './rewrite.ts';

type List = 'match' | 'noMatch';
const LISTS: readonly List[] = ['match', 'noMatch'];

const textOf = (example: Example) => (typeof example === 'string' ? example : example.text);
const isMeant = (change: ExampleChange, list: List, example: Example) =>
  (change.from ?? list) === list && textOf(example) === change.text;

/** Changes that name no example of the base. Of a base that comes without examples nobody can say. */
export function checkExampleChanges(changes: readonly ExampleChange[], base: Files): Problem[] {
  const rules = new Map(
    categoriesOf(base).flatMap(({ content }) => content.rules.map((rule) => [rule.id, rule] as const)),
  );
  return changes.flatMap((change, i) => {
    const rule = rules.get(change.rule);
    if (rule !== undefined && rule.examples === undefined) return [];
    const meant = LISTS.some((list) =>
      (rule?.examples?.[list] ?? []).some((example) => isMeant(change, list, example)),
    );
    if (meant) return [];
    const near = rule === undefined ? nearest(change.rule, rules.keys()) : undefined;
    return [
      {
        code: 'unknown-example',
        file: 'overlay.json',
        path: `examples[${i}]`,
        message: `Found an example of "${change.rule}" that the base doesn't have. Write rule, text and from as they stand there.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      },
    ];
  });
}

/** The files with the examples that come out otherwise moved to where they belong. */
export function changeExamples(files: Files, changes: readonly ExampleChange[]): Files {
  const concerned = new Set(changes.map(({ rule }) => rule));
  return mapRules(
    files,
    (rule) => concerned.has(rule.id),
    (rule) => changes.filter((change) => change.rule === rule.id).reduce(changeExample, rule),
  );
}

function changeExample(rule: Rule, change: ExampleChange): Rule {
  const { examples: old } = rule;
  if (old === undefined) return rule;
  const of = (list: List) => old[list].filter((example) => isMeant(change, list, example));
  const left = (list: List) => old[list].filter((example) => !isMeant(change, list, example));
  const arriving = (list: List) =>
    LISTS.filter((from) => (change.to ?? from) === list)
      .flatMap(of)
      .map((example) => expecting(example, change));
  const examples = {
    ...old,
    match: [...left('match'), ...arriving('match')],
    noMatch: [...left('noMatch'), ...arriving('noMatch')],
  };
  return { ...rule, examples };
}

/** What the base expected of spans and severity is moot once the verdict or the list is another. */
function expecting(example: Example, { verdict, because }: ExampleChange): Example {
  const item = typeof example === 'string' ? { text: example } : example;
  const { expect: _, ...rest } = item;
  return { ...rest, because, ...(verdict === undefined ? {} : { expect: { verdict } }) };
}
