import type { Guard } from '../model/pack.ts';
import type { TokenisedText, TokenRange } from '../text/token.ts';
import { hitsAt, isCovered } from './hit.ts';
import { kindBit } from './lexicon.ts';
import type { Ground, Match } from './match.ts';
import { mentionAt } from './mention.ts';
import type { Pattern } from './pattern.ts';

/** How far outside a quotation its cue may stand, in tokens. */
const CUE_REACH = 12;

/** Whether a match is put aside. */
export type CompiledGuard = (match: Match, pattern: Pattern, ground: Ground, text: TokenisedText) => boolean;

/** A guard that looks at a match itself. */
export type PlainGuard = Exclude<Guard, { kind: 'any' }>;

/** Compiles a guard. The class numbers come from the lexicon; an unknown class never holds. */
export function compileGuard(guard: PlainGuard, classId: (name: string) => number): CompiledGuard {
  switch (guard.kind) {
    case 'near':
      return nearGuard(
        guard,
        classId(guard.class),
        guard.unless === undefined ? undefined : classId(guard.unless),
      );
    case 'inside':
      return insideGuard(classId(guard.class));
    case 'covered':
      return coveredGuard(new Set(guard.classes.map(classId)));
    case 'target':
      return targetGuard(kindBit(guard.target));
  }
}

function inClass(ground: Ground, at: number, classId: number): boolean {
  return isCovered(ground.hits, at, new Set([classId]), ground.longest[classId] ?? 1);
}

/** A cue within so many tokens of the match, in its sentence, unless another word cancels it. */
function nearGuard(guard: Guard & { kind: 'near' }, cue: number, unless: number | undefined): CompiledGuard {
  return (match, _, ground, text) => {
    const sentence = text.sentences[text.tokens[match.first]?.sentence ?? 0] ?? { first: 0, last: 0 };
    const before =
      guard.side === 'after'
        ? []
        : range(Math.max(sentence.first, match.first - guard.within), match.first).reverse();
    const after =
      guard.side === 'before' ? [] : range(match.last, Math.min(sentence.last, match.last + guard.within));
    const at = [...before, ...after].find((i) => inClass(ground, i, cue));
    if (at === undefined) return false;
    if (unless === undefined) return true;
    // The words between, and the first of the match: “not racist but”, “by Poles, they”.
    const between = at < match.first ? range(at - 1, match.first + 1) : range(match.last, at + 2);
    return !between.some((i) => inClass(ground, i, unless));
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
}

/** Within quotation marks, and a cue outside them shortly before or after. */
function insideGuard(cue: number): CompiledGuard {
  return (match, _, ground, text) => {
    const quotation = quotationAround(text.quotations, match);
    if (quotation === undefined) return false;
    const outside = [
      ...range(Math.max(0, quotation.first - CUE_REACH), quotation.first),
      ...range(quotation.last, Math.min(text.tokens.length, quotation.last + CUE_REACH)),
    ];
    return outside.some((i) => inClass(ground, i, cue));
  };
}

/** The quotation that holds a match; they are sorted and don't overlap. */
function quotationAround(quotations: readonly TokenRange[], match: Match): TokenRange | undefined {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.last ?? 0) < match.last) low = middle + 1;
    else high = middle;
  }
  const found = quotations[low];
  return found !== undefined && found.first <= match.first && match.last <= found.last ? found : undefined;
}

/** A word that the pattern names by class lies within a longer, innocent term. */
function coveredGuard(classes: ReadonlySet<number>): CompiledGuard {
  return (match, pattern, ground) => {
    const longest = Math.max(1, ...[...classes].map((id) => ground.longest[id] ?? 1));
    for (let at = match.first; at < match.last; at++) {
      const named = hitsAt(ground.hits, at).some((hit) =>
        hit.term.classes.some((id) => pattern.classes.has(id)),
      );
      if (named && isCovered(ground.hits, at, classes, longest)) return true;
    }
    return false;
  };
}

function targetGuard(kind: number): CompiledGuard {
  return (match, _, ground) =>
    match.target >= 0 && ((mentionAt(ground.mentions, match.target)?.kinds ?? 0) & kind) !== 0;
}
