import { kindBit, type Lexicon } from './lexicon.ts';
import { GROUP, LONGEST_GROUP, LONGEST_MENTION } from './mention.ts';
import type { Alternative, Need, Pattern, PatternFault, Step } from './pattern.ts';

const EMPTY = { phrases: 0, common: 0 };
const KIND_WEIGHT = 800;

/** How often an alternative is likely to stand in a text; at 1,000 and above it can't be an anchor. */
function weight(alternative: Alternative, lexicon: Lexicon): number {
  if ('not' in alternative) return Number.POSITIVE_INFINITY;
  if ('kinds' in alternative) {
    const frequent = kindBit('you') | kindBit('speaker') | kindBit('person');
    return (alternative.kinds & frequent) !== 0 ? KIND_WEIGHT * 2 : KIND_WEIGHT / 4;
  }
  const { phrases, common } = lexicon.sizes[alternative.class] ?? EMPTY;
  return phrases + common * 1000;
}

/** Completes a parsed pattern with the element by which it will be found. */
export function anchorPattern(
  source: string,
  parsed: { steps: readonly Step[]; fromStart: boolean; toEnd: boolean },
  lexicon: Lexicon,
): Pattern | PatternFault {
  const weights = parsed.steps.map((step) =>
    step.optional
      ? Number.POSITIVE_INFINITY
      : step.alternatives.reduce((sum, alternative) => sum + weight(alternative, lexicon), 0),
  );
  const at = weights.indexOf(Math.min(...weights));
  const anchor = parsed.steps[at];
  if (anchor === undefined || (weights[at] ?? 0) === Number.POSITIVE_INFINITY) {
    return {
      code: 'no-anchor',
      message: 'Found only negated or optional items. Add a word, @class or {kind} that must be there.',
    };
  }
  if (
    parsed.steps.every(
      (step) => step.optional || step.alternatives.some((alternative) => isEverywhere(alternative, lexicon)),
    )
  ) {
    return {
      code: 'no-anchor',
      message: `Found only words that stand in nearly every comment: ${commonIn(parsed.steps)}. Add a rarer word, @class or {kind}.`,
    };
  }
  const widths = parsed.steps.map((step) => stepWidth(step, lexicon));
  return {
    source,
    ...parsed,
    anchor,
    classes: namedClasses(parsed.steps),
    needs: needsOf(parsed.steps, weights, at),
    before: sum(widths.slice(0, at)),
    after: sum(widths.slice(at)),
  };
}

function commonIn(steps: readonly Step[]): string {
  const names = steps
    .filter((step) => !step.optional)
    .flatMap((step) => step.alternatives.map(({ name }) => `"${name}"`));
  return [...new Set(names)].join(', ');
}

/** Whether most of what an alternative stands for is among the commonest words. */
function isEverywhere(alternative: Alternative, lexicon: Lexicon): boolean {
  if ('not' in alternative) return true;
  if ('kinds' in alternative) return (alternative.kinds & (kindBit('you') | kindBit('speaker'))) !== 0;
  const { phrases, common } = lexicon.sizes[alternative.class] ?? EMPTY;
  return common * 2 > phrases;
}

function needsOf(steps: readonly Step[], weights: readonly number[], anchor: number): readonly Need[] {
  return steps
    .map((step, i) => ({ step, weight: weights[i] ?? 0, i }))
    .filter(({ weight, i }) => weight < Number.POSITIVE_INFINITY && i !== anchor)
    .sort((a, b) => a.weight - b.weight)
    .map(({ step }) => step);
}

const NO_CLASSES: ReadonlySet<number> = new Set();

function namedClasses(steps: readonly Step[]): ReadonlySet<number> {
  const named = steps.flatMap((step) =>
    step.alternatives.flatMap((alternative) =>
      'class' in alternative && alternative.name.startsWith('@') ? [alternative.class] : [],
    ),
  );
  return named.length === 0 ? NO_CLASSES : new Set(named);
}

function stepWidth(step: Step, lexicon: Lexicon): number {
  return Math.max(1, ...step.alternatives.map((alternative) => alternativeWidth(alternative, lexicon)));
}

function alternativeWidth(alternative: Alternative, lexicon: Lexicon): number {
  if ('kinds' in alternative) return (alternative.kinds & GROUP) === 0 ? LONGEST_MENTION : LONGEST_GROUP;
  return 'class' in alternative ? (lexicon.longest[alternative.class] ?? 1) : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
