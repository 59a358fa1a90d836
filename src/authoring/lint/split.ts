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
    const others = [...before.slice(0, -1), ...after.slice(1)];
    if (others.length === 0 || !isCompound(first, second, others, lexicon)) return [];
    const message = `Found the alternative "${first} ${second}", which a space cuts into two items. An alternative is one word: make a class of it, or write a pattern of its own.`;
    return [{ code: 'split-alternative', file, path, message }];
  });
}

/** One term of a class that another alternative is a term of too. */
function isCompound(first: string, second: string, others: readonly string[], lexicon: Lexicon): boolean {
  if (COMPOUNDS.has(`${first} ${second}`)) return true;
  const classes = classesAt(lexicon, [first, second]);
  return others.some((other) => classesAt(lexicon, [other]).some((id) => classes.includes(id)));
}

function classesAt({ root, classIds }: Lexicon, words: readonly string[]): readonly number[] {
  const node = words.reduce<typeof root | undefined>((at, word) => at?.get(word), root);
  const literal = classIds.get(`=${words.join(' ')}`);
  return node?.values.flatMap(({ classes }) => classes).filter((id) => id !== literal) ?? [];
}
