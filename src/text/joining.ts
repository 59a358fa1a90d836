import { undisguise } from './disguise.ts';
import { addJoin, type Draft } from './draft.ts';
import { isSplitWord, unjoin } from './join.ts';
import type { Scanned } from './scan.ts';
import type { TokenRange } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST_RUN = 80;
const FEWEST_LETTERS = 3;
/** Times that an emoji stands between words before it is taken for a space. */
const FEWEST_CLAPS = 2;

/** "half-wit" is two tokens, and also "halfwit" on the first. */
export function joinHyphen(
  text: string,
  drafts: readonly Draft[],
  index: number,
  piece: Scanned,
  previous: Scanned | undefined,
): void {
  if (previous?.kind !== 'word' || piece.kind !== 'word' || piece.start - previous.end !== 1) return;
  if (text[previous.end] !== '-') return;
  const [first, second] = [drafts[index - 1], drafts[index]];
  if (first === undefined || second === undefined || first.sentence !== second.sentence) return;
  // As it stands: "cock-a-leekie" is no misspelling of anything.
  addJoin(first, `${first.forms[0]}${second.forms[0]}`, 2);
}

/** "id iot": two neighbours with one space between them that are one word. */
export function joinHalves(text: string, drafts: readonly Draft[], words: Vocabulary): void {
  drafts.forEach((second, i) => {
    const first = drafts[i - 1];
    if (first === undefined || first.kind !== 'word' || second.kind !== 'word') return;
    if (second.from - first.to !== 1 || first.sentence !== second.sentence || text[first.to] !== ' ') return;
    const [a = '', b = ''] = [first.forms[0], second.forms[0]];
    if (!a.startsWith("'") && !b.startsWith("'") && isSplitWord(a, b, words)) addJoin(first, a + b, 2);
  });
}

/** "f u c k" and "w.a.n.k.e.r": a run of single letters is also one word, or several. */
export function joinLetters(text: string, drafts: readonly Draft[], words: Vocabulary | undefined): void {
  for (let first = 0; first < drafts.length; ) {
    let last = first + 1;
    if (isLetter(drafts[first]))
      while (last < drafts.length && last - first < LONGEST_RUN && continues(text, drafts, last)) last += 1;
    if (isLetter(drafts[first]) && last - first >= 2) joinRun(drafts.slice(first, last), words);
    first = last;
  }
}

/** A wider gap than the one before it ends a word that is spaced out. */
function continues(text: string, drafts: readonly Draft[], at: number): boolean {
  const [before, draft] = [drafts[at - 1], drafts[at]];
  if (before === undefined || draft === undefined || !isLetter(draft) || before.sentence !== draft.sentence)
    return false;
  return !/\s\s/.test(text.slice(before.to, draft.from));
}

function isLetter(draft: Draft | undefined): boolean {
  return draft !== undefined && draft.kind !== 'emoji' && draft.to - draft.from === 1;
}

function joinRun(run: readonly Draft[], words: Vocabulary | undefined): void {
  const letters = run.map((draft) => draft.forms[0] ?? '');
  addReadings(run, 0, letters.join(''), words);
  // "a t h r e a t", "i h a t e": the first letter may be a word by itself.
  if (letters.length >= 4 && /^[ai]$/.test(letters[0] ?? ''))
    addReadings(run, 1, letters.slice(1).join(''), words);
  const pieces = words === undefined ? undefined : unjoin(letters.join(''), words);
  let at = 0;
  for (const piece of pieces ?? []) {
    if (piece.length > 1) addReadings(run, at, piece, undefined);
    at += piece.length;
  }
}

function addReadings(run: readonly Draft[], at: number, word: string, words: Vocabulary | undefined): void {
  const head = run[at];
  if (head === undefined || word.length < 2) return;
  const length = word.length;
  if (length < FEWEST_LETTERS && words?.isCommon(word) !== true) return;
  addJoin(head, word, length);
  for (const reading of words === undefined ? [] : undisguise(word, words)) addJoin(head, reading, length);
}

/** "you 👏 are 👏 late": one emoji between the words, again and again, says no more than a space. */
export function withoutClaps(
  drafts: readonly Draft[],
  quotations: readonly TokenRange[],
): { drafts: readonly Draft[]; quotations: readonly TokenRange[] } | undefined {
  const counts = new Map<string, number>();
  for (let i = 1; i + 1 < drafts.length; i++)
    if (isBetweenWords(drafts, i)) count(counts, drafts[i]?.forms[0] ?? '');
  const claps = new Set([...counts].filter(([, times]) => times >= FEWEST_CLAPS).map(([emoji]) => emoji));
  if (claps.size === 0) return undefined;
  const kept = drafts.map((draft, i) => !(isBetweenWords(drafts, i) && claps.has(draft.forms[0] ?? '')));
  const before = [0];
  for (const keep of kept) before.push((before.at(-1) ?? 0) + (keep ? 1 : 0));
  for (const [i, draft] of drafts.entries())
    if (draft.joins !== undefined)
      draft.joins = draft.joins.map(({ form, length }) => ({
        form,
        length: (before[i + length] ?? 0) - (before[i] ?? 0),
      }));
  return {
    drafts: drafts.filter((_, i) => kept[i]),
    quotations: quotations.map(({ first, last }) => ({ first: before[first] ?? 0, last: before[last] ?? 0 })),
  };
}

function isBetweenWords(drafts: readonly Draft[], i: number): boolean {
  return drafts[i]?.kind === 'emoji' && drafts[i - 1]?.kind === 'word' && drafts[i + 1]?.kind === 'word';
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
