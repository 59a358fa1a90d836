import type { Term } from '../../evidence/lexicon.ts';
import { kindBit, type Lexicon } from '../../evidence/lexicon.ts';
import type { Alternative, Pattern, Step } from '../../evidence/pattern.ts';
import type { TrieNode } from '../../evidence/trie.ts';

/** The phrases of each class, by number. */
export type Phrases = readonly ReadonlySet<number>[];

/** Collects the phrases of each class: a phrase is the number of its place in the trie. */
export function phrasesOf(lexicon: Lexicon): Phrases {
  const phrases = lexicon.longest.map(() => new Set<number>());
  let count = 0;
  const open: TrieNode<Term>[] = [lexicon.root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    count += 1;
    for (const term of node.values) for (const id of term.classes) phrases[id]?.add(count);
    open.push(...node.children());
  }
  return phrases;
}

const PERSON = kindBit('person');
const PEOPLE = (['staff', 'member', 'resident', 'you', 'candidate'] as const).reduce(
  (bits, kind) => bits | kindBit(kind),
  0,
);

/**
 * Whether one pattern matches within every match of another. Exact for what the steps say; it may miss a cover that
 * only shows once classes of several words are spelt out, and never claims one that isn't there.
 */
export function covers(wider: Pattern, narrower: Pattern, phrases: Phrases): boolean {
  if (wider.fromStart && !narrower.fromStart) return false;
  if (wider.toEnd && !narrower.toEnd) return false;
  const starts = wider.fromStart ? [0] : narrower.steps.map((_, j) => j);
  const known = new Map<number, boolean>();
  return starts.some((j) => from(0, j, false));

  /** Whether the steps of the wider one from i on match what the narrower one reads from j on; taken: step j is there. */
  function from(i: number, j: number, taken: boolean): boolean {
    if (i === wider.steps.length) return !wider.toEnd || (j === narrower.steps.length && !taken);
    const key = (i * 64 + j) * 2 + Number(taken);
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, false);
    const found = taken ? consume(i, j) : arrive(i, j);
    known.set(key, found);
    return found;
  }

  function arrive(i: number, j: number): boolean {
    const step = narrower.steps[j];
    if (step === undefined) return wider.steps.slice(i).every(({ optional }) => optional);
    return from(i, j, true) && (!step.optional || from(i, j + 1, false));
  }

  function consume(i: number, j: number): boolean {
    const [own, other] = [wider.steps[i], narrower.steps[j]];
    if (own === undefined || other === undefined) return false;
    if (own.optional && from(i + 1, j, true)) return true;
    return includes(own, other, phrases) && from(i + 1, j + 1, false);
  }
}

function includes(own: Step, other: Step, phrases: Phrases): boolean {
  if (own.gap !== undefined)
    return other.gap !== undefined && [...own.gap].every((id) => other.gap?.has(id) === true);
  if (other.gap !== undefined) return false;
  return other.alternatives.every((alternative) =>
    own.alternatives.some((candidate) => isWithin(alternative, candidate, phrases)),
  );
}

function isWithin(inner: Alternative, outer: Alternative, phrases: Phrases): boolean {
  if ('not' in inner || 'not' in outer) return 'not' in inner && 'not' in outer && inner.not === outer.not;
  if ('kinds' in inner || 'kinds' in outer) {
    if (!('kinds' in inner && 'kinds' in outer)) return false;
    const kinds = (outer.kinds & PERSON) === 0 ? outer.kinds : outer.kinds | PEOPLE;
    return (inner.kinds & ~kinds) === 0;
  }
  if (inner.class === outer.class) return true;
  const [few, many] = [phrases[inner.class], phrases[outer.class]];
  if (few === undefined || many === undefined || few.size === 0 || few.size > many.size) return false;
  return [...few].every((phrase) => many.has(phrase));
}
