import { COMMON_WORDS } from '../../evidence/common.ts';
import type { Lexicon } from '../../evidence/lexicon.ts';
import type { Problem } from '../../model/problem.ts';
import type { Check } from './problem.ts';

/** Compounds of two words that stand for one thing in any pack. */
const COMPOUNDS: ReadonlySet<string> = new Set(['no one', 'each other', 'one another']);
const WORD = /^[\p{L}\p{N}']+$/u;

/** Alternatives cut in two by a space: "nobody|no one" is the items "nobody|no" and "one". */
export const checkSplits: Check = ({ files, lexicon }) => {
  const at = (sources: readonly string[], file: string, path: string) =>
    sources.flatMap((source, j) => splits(source, lexicon, file, `${path}.patterns[${j}]`));
  return [
    ...files.categories.flatMap(({ path, content }) =>
      content.rules.flatMap((rule, i) => at(rule.patterns ?? [], path, `rules[${i}]`)),
    ),
    ...files.signals.signals.flatMap((signal, i) => at(signal.patterns, 'signals.json', `signals[${i}]`)),
  ];
};

function splits(source: string, lexicon: Lexicon, file: string, path: string): Problem[] {
  const items = source.split(' ').map((item) => item.split('|'));
  return items.flatMap((before, i) => {
    const after = items[i + 1];
    const [first, second] = [before.at(-1) ?? '', after?.[0] ?? ''];
    if (after === undefined || !WORD.test(first) || !WORD.test(second)) return [];
    const sides = { before: before.slice(0, -1), after: after.slice(1) };
    if (sides.before.length + sides.after.length === 0 || !isCompound(first, second, sides, lexicon))
      return [];
    const message = `Found the alternative "${first} ${second}", which a space cuts into two items. An alternative is one word. Make a class of it, or write a pattern of its own.`;
    return [{ code: 'split-alternative', file, path, message }];
  });
}

/**
 * One term of a class that another alternative is a term of too, while the other alternatives make no term with the rest:
 * "nobody one" says nothing, but "scared of" does beside "petrified of".
 */
function isCompound(first: string, second: string, sides: Sides, lexicon: Lexicon): boolean {
  if (COMPOUNDS.has(`${first} ${second}`)) return true;
  if (COMMON_WORDS.has(first) || COMMON_WORDS.has(second)) return false;
  const classes = classesAt(lexicon, [first, second]);
  const alike = [...sides.before, ...sides.after].some((other) =>
    classesAt(lexicon, [other]).some((id) => classes.includes(id)),
  );
  return (
    alike &&
    !sides.before.some((other) => classesAt(lexicon, [other, second]).length > 0) &&
    !sides.after.some((other) => classesAt(lexicon, [first, other]).length > 0)
  );
}

/** The other alternatives of the two items. */
interface Sides {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function classesAt({ root, classIds }: Lexicon, words: readonly string[]): readonly number[] {
  const node = words.reduce<typeof root | undefined>((at, word) => at?.get(word), root);
  const literal = classIds.get(`=${words.join(' ')}`);
  return node?.values.flatMap(({ classes }) => classes).filter((id) => id !== literal) ?? [];
}
