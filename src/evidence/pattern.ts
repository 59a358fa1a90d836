import { BOUNDS } from '../model/bound.ts';
import { TARGET_KINDS, type TargetKind } from '../model/decision.ts';
import { nearest } from '../model/nearest.ts';
import { formsOfPhrase, kindBit, type LexiconBuilder } from './lexicon.ts';

const MOST_ITEMS = BOUNDS.items.most;
const MOST_ALTERNATIVES = BOUNDS.alternatives.most;
const MOST_STATES = BOUNDS.states.most;
const LONGEST_GAP = BOUNDS.gap.most;
const WORD = /^[\p{L}\p{N}'&£%#\p{Extended_Pictographic}]+$/u;

/** One thing that an element may be. */
export type Alternative =
  | { readonly class: number; readonly name: string }
  | { readonly not: number; readonly name: string }
  | { readonly kinds: number; readonly name: string };

/** One step of a pattern: an element, or one free token of a gap. */
export interface Step extends Need {
  readonly alternatives: readonly Alternative[];
  readonly optional: boolean;
  /** The element is the finding's target. */
  readonly target: boolean;
  /** Set on the free tokens of a gap: classes that none of them may be in. */
  readonly gap?: ReadonlySet<number>;
}

/** One of these classes or kinds. */
export interface Need {
  readonly classes: readonly number[];
  /** Bits of target kinds. */
  readonly kinds: number;
}

/** A pattern, parsed. */
export interface Pattern {
  readonly source: string;
  readonly steps: readonly Step[];
  readonly fromStart: boolean;
  readonly toEnd: boolean;
  /** The element by which it is found. */
  readonly anchor: Step;
  /** Classes that it names, other than literal words. */
  readonly classes: ReadonlySet<number>;
  /** What must stand somewhere in a text for the pattern to match, besides the anchor; rarest first. */
  readonly needs: readonly Need[];
  /** Most tokens before the anchor's first token, and from it to the end. */
  readonly before: number;
  readonly after: number;
}

/** What is wrong with a pattern. */
export interface PatternFault {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
}

/** Thrown by the parser, and listed with file and path by the compiler of packs. */
class Fault extends Error {
  readonly fault: PatternFault;
  constructor(code: string, message: string, suggestion?: string) {
    super(message);
    this.fault = { code, message, ...(suggestion === undefined ? {} : { suggestion }) };
  }
}

/** The names that a pattern may use. */
export interface PatternNames {
  readonly builder: LexiconBuilder;
  readonly classes: ReadonlySet<string>;
  /** Items that were parsed already: most stand in many patterns, which share their steps. */
  readonly items: Map<string, readonly Step[]>;
}

/** Parses a pattern, without its anchor, which needs the finished lexicon. */
export function parsePattern(
  source: string,
  names: PatternNames,
): { steps: readonly Step[]; fromStart: boolean; toEnd: boolean } | PatternFault {
  try {
    return parse(source, names);
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
}

function parse(
  source: string,
  names: PatternNames,
): { steps: readonly Step[]; fromStart: boolean; toEnd: boolean } {
  // A gap may hold spaces: "<0-2 !@negator>".
  const parts = source.replace(/ (?=!@[a-z0-9- !@]+>)/g, '').split(' ');
  if (parts.includes(''))
    throw new Fault('pattern-spacing', 'Found a doubled or outer space. Put one space between items.');
  const fromStart = parts[0] === '^';
  const toEnd = parts.at(-1) === '$';
  const items = parts.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined);
  if (items.length === 0)
    throw new Fault('pattern-empty', 'Found no item. Write at least one word, @class or {kind}.');
  if (items.length > MOST_ITEMS)
    throw new Fault(
      'pattern-too-long',
      `Found ${items.length} items; ${MOST_ITEMS} are allowed. Split the pattern.`,
    );
  const steps = items.map((item) => parseItem(item, names));
  checkOrder(steps);
  const flat = steps.flat();
  if (flat.length > MOST_STATES)
    throw new Fault(
      'pattern-too-wide',
      `Found ${flat.length} elements and gap tokens; ${MOST_STATES} are allowed. Shorten its gaps.`,
    );
  return { steps: withTarget(flat), fromStart, toEnd };
}

function checkOrder(items: readonly (readonly Step[])[]): void {
  for (const end of [items[0], items.at(-1)]) {
    if (end?.[0]?.optional === true)
      throw new Fault(
        'pattern-end-optional',
        'Found a gap or an optional item at an end. The first and last item must be required.',
      );
  }
  items.forEach((item, i) => {
    if (item[0]?.gap !== undefined && items[i + 1]?.[0]?.gap !== undefined)
      throw new Fault('pattern-two-gaps', 'Found two gaps in a row. Join them into one.');
  });
}

/**
 * The only {…} is the target; of several, exactly one says target=. A lone {speaker} says who speaks, and nobody is aimed at:
 * it is a target only where it says so.
 */
function withTarget(steps: readonly Step[]): readonly Step[] {
  const kinds = steps.filter((step) => step.alternatives.some((alternative) => 'kinds' in alternative));
  const marked = kinds.filter((step) => step.target);
  if (marked.length > 1) throw new Fault('pattern-two-targets', 'Found target= twice. Mark one.');
  if (kinds.length > 1 && marked.length === 0)
    throw new Fault(
      'pattern-unmarked-target',
      'Found several {…}. Mark the one that the finding is about: {target=person}.',
    );
  const target = marked[0] ?? kinds.find((step) => !isSpeaker(step));
  return steps.map((step) => (step === target ? { ...step, target: true } : step));
}

function isSpeaker({ alternatives }: Step): boolean {
  return alternatives.every(
    (alternative) => 'kinds' in alternative && alternative.kinds === kindBit('speaker'),
  );
}

function parseItem(item: string, names: PatternNames): readonly Step[] {
  const known = names.items.get(item);
  if (known !== undefined) return known;
  const steps = newItem(item, names);
  // Which of two equal targets is meant is told by their being two.
  if (!item.includes('{')) names.items.set(item, steps);
  return steps;
}

function newItem(item: string, names: PatternNames): readonly Step[] {
  if (!item.startsWith('<')) return [parseElement(item, names)];
  const gap = /^<0-([1-9])((?:!@[a-z0-9-]+)*)>$/.exec(item);
  if (gap === null)
    throw new Fault(
      'pattern-gap',
      `Found "${item}". Write a gap as <0-3> or <0-3 !@class>, of at most ${LONGEST_GAP} tokens.`,
    );
  const barred = new Set(
    (gap[2] ?? '')
      .split('!@')
      .slice(1)
      .map((name) => classNumber(name, names)),
  );
  const token = { alternatives: [], classes: [], kinds: 0, optional: true, target: false, gap: barred };
  return Array.from({ length: Number(gap[1]) }, () => token);
}

function parseElement(item: string, names: PatternNames): Step {
  const optional = item.endsWith('?') && item.length > 1;
  const body = optional ? item.slice(0, -1) : item;
  if (body.startsWith('{')) return parseTarget(body, optional);
  const alternatives = body.split('|').map((part) => parseAlternative(part, names));
  checkCount(alternatives.length);
  const classes = alternatives.flatMap((alternative) => ('class' in alternative ? [alternative.class] : []));
  return { alternatives, classes, kinds: 0, optional, target: false };
}

function checkCount(count: number): void {
  if (count > MOST_ALTERNATIVES)
    throw new Fault(
      'pattern-alternatives',
      `Found ${count} alternatives; ${MOST_ALTERNATIVES} are allowed. Make a lexicon class of them.`,
    );
}

function parseTarget(body: string, optional: boolean): Step {
  const inner = /^\{(target=)?([a-z|]+)\}$/.exec(body);
  if (inner === null)
    throw new Fault(
      'pattern-target',
      `Found "${body}". Write a target as {person} or {target=person|staff}.`,
    );
  const kinds = (inner[2] ?? '').split('|');
  checkCount(kinds.length);
  for (const kind of kinds) {
    if (!TARGET_KINDS.includes(kind as TargetKind)) throw unknownKind(kind);
  }
  const bits = kinds.reduce((sum, kind) => sum | kindBit(kind as TargetKind), 0);
  const alternatives = [{ kinds: bits, name: body }];
  return { alternatives, classes: [], kinds: bits, optional, target: inner[1] !== undefined };
}

function unknownKind(kind: string): Fault {
  const near = nearest(kind, TARGET_KINDS);
  const advice = near === undefined ? `Use one of ${TARGET_KINDS.join(', ')}.` : `Did you mean "${near}"?`;
  return new Fault('unknown-kind', `Found the kind "${kind}", which doesn't exist. ${advice}`, near);
}

function parseAlternative(part: string, names: PatternNames): Alternative {
  if (part.startsWith('!@')) return { not: classNumber(part.slice(2), names), name: part };
  if (part.startsWith('@')) return { class: classNumber(part.slice(1), names), name: part };
  if (part.startsWith('{'))
    throw new Fault('pattern-target', `Found "${part}" among alternatives. Write kinds as {person|staff}.`);
  if (!WORD.test(part) && names.classes.has(part))
    throw new Fault('pattern-word', `Found "${part}". Did you mean "@${part}"?`, `@${part}`);
  if (!WORD.test(part))
    throw new Fault(
      'pattern-word',
      `Found "${part}". A word holds lower-case letters, digits and ' & £ % # only; there are no wildcards. Write each form of the word.`,
    );
  // The tails of "council's" and "he'd", which stand for several words.
  if (part === "'s" || part === "'d") return { class: names.builder.wordId(part), name: part };
  const forms = formsOfPhrase(part);
  if (forms.length !== 1 || forms[0] !== part) {
    throw new Fault(
      'pattern-word-form',
      `Found "${part}", which is read as "${forms.join(' ')}". Write it as it is read.`,
    );
  }
  return { class: names.builder.wordId(part), name: part };
}

function classNumber(name: string, names: PatternNames): number {
  if (names.classes.has(name)) return names.builder.classId(name);
  const near = nearest(name, names.classes);
  throw new Fault(
    'unknown-class',
    `Found the class "@${name}", which no lexicon has. ${near === undefined ? 'Correct it, or add a group with that class.' : `Did you mean "@${near}"?`}`,
    near,
  );
}
