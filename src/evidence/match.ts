import type { TokenRange } from '../text/token.ts';
import { type Hits, hitsAt, isCovered } from './hit.ts';
import { type Mentions, mentionAt } from './mention.ts';
import type { Alternative, Pattern, Step } from './pattern.ts';

/** A pattern's match: a half-open range of tokens, and where its target stands. */
export interface Match {
  readonly first: number;
  readonly last: number;
  /** Token at which the target begins, or -1. */
  readonly target: number;
}

/** What patterns are matched against. */
export interface Ground {
  readonly hits: Hits;
  readonly mentions: Mentions;
  /** For each class, the tokens in its longest term. */
  readonly longest: readonly number[];
  /** Sentences without the emoji that decorate them: between these, `^` and `$` hold too. */
  readonly bare: readonly TokenRange[];
}

let buffers = { starts: new Int32Array(4096), targets: new Int32Array(4096) };

/** Two tables of -1, used again for every pattern: matching is synchronous, and allocating them cost more than it. */
function scratch(size: number): typeof buffers {
  if (buffers.starts.length < size)
    buffers = { starts: new Int32Array(size * 2), targets: new Int32Array(size * 2) };
  buffers.starts.fill(-1, 0, size);
  buffers.targets.fill(-1, 0, size);
  return buffers;
}

/**
 * Matches a pattern within a half-open range of tokens of one sentence. For each end the latest start wins; matches
 * don't overlap. The states of all starts advance together, so the work for a token is bounded by the pattern.
 */
export function matchPattern(
  pattern: Pattern,
  ground: Ground,
  from: number,
  to: number,
  sentence: TokenRange,
  bare: TokenRange,
): Match[] {
  const { steps } = pattern;
  const columns = steps.length + 1;
  const { starts, targets } = scratch((to - from + 1) * columns);
  const matches: Match[] = [];
  let free = from;
  for (let at = from; at <= to; at++) {
    const row = (at - from) * columns;
    if (!pattern.fromStart || (at >= sentence.first && at <= bare.first)) starts[row] = at;
    for (let state = 0; state < steps.length; state++) {
      const start = starts[row + state] ?? -1;
      if (start >= 0) advance(steps[state], state, at, start, targets[row + state] ?? -1);
    }
    const start = starts[row + steps.length] ?? -1;
    if (start >= free && at > start && (!pattern.toEnd || at >= bare.last)) {
      matches.push({ first: start, last: at, target: targets[row + steps.length] ?? -1 });
      free = at;
    }
  }
  return matches;

  function advance(step: Step | undefined, state: number, at: number, start: number, target: number): void {
    if (step === undefined) return;
    if (step.optional) enter(state + 1, at, start, target);
    if (at >= to) return;
    if (step.gap !== undefined) {
      if (!inAny(step.gap, ground, at)) enter(state + 1, at + 1, start, target);
      return;
    }
    for (const alternative of step.alternatives) {
      forEachEnd(alternative, ground, at, (end) => enter(state + 1, end, start, step.target ? at : target));
    }
  }

  function enter(state: number, at: number, start: number, target: number): void {
    if (at > to) return;
    const cell = (at - from) * columns + state;
    if ((starts[cell] ?? -1) >= start) return;
    starts[cell] = start;
    targets[cell] = target;
  }
}

function inAny(classes: ReadonlySet<number>, ground: Ground, at: number): boolean {
  if (classes.size === 0) return false;
  const longest = Math.max(...[...classes].map((id) => ground.longest[id] ?? 1));
  return isCovered(ground.hits, at, classes, longest);
}

function forEachEnd(alternative: Alternative, ground: Ground, at: number, emit: (end: number) => void): void {
  if ('not' in alternative) {
    if (!isCovered(ground.hits, at, new Set([alternative.not]), ground.longest[alternative.not] ?? 1))
      emit(at + 1);
    return;
  }
  if ('kinds' in alternative) {
    const mention = mentionAt(ground.mentions, at);
    if (mention === undefined || (mention.kinds & alternative.kinds) === 0) return;
    emit(mention.last);
    for (const end of mention.ends ?? []) emit(end);
    return;
  }
  for (const hit of hitsAt(ground.hits, at)) if (hit.term.classes.includes(alternative.class)) emit(hit.last);
}
