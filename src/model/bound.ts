/** A bound of a file or of a whole pack. */
export interface Bound {
  /** What is counted. */
  readonly of: string;
  readonly most: number;
  /** What to do beyond it. */
  readonly instead: string;
}

/**
 * Most that a pack may hold, so that no pack costs more than these bounds allow: reading it stays under a second, and the
 * work for a token of a comment has a ceiling. No pack may be refused for what it says, only for how much.
 */
export const BOUNDS = {
  files: { of: 'files of a pack', most: 200, instead: 'Join small files.' },
  characters: {
    of: 'characters of a file, as compact JSON',
    most: 500_000,
    instead: 'Split the file.',
  },
  rules: {
    of: 'rules of a category',
    most: 64,
    instead: 'Split the category, or join rules that say the same.',
  },
  signals: { of: 'signals of a pack', most: 500, instead: 'Join signals that always stand together.' },
  guards: { of: 'guards of a pack', most: 100, instead: 'Join guards of the same kind.' },
  patterns: {
    of: 'patterns of a pack, those of signals included',
    most: 8000,
    instead: 'Use classes for words that patterns only vary.',
  },
  groups: { of: 'groups of a lexicon', most: 200, instead: 'Split the lexicon.' },
  terms: { of: 'terms of a lexicon', most: 20_000, instead: 'Split the lexicon.' },
  words: {
    of: 'words of all terms of a pack, in every form that they take',
    most: 450_000,
    instead: 'Drop terms that other terms cover, and inflections that nobody writes.',
  },
  classes: { of: 'classes of a pack', most: 1500, instead: 'Drop classes that no pattern uses.' },
  misspelt: {
    of: 'letters of single words whose misspellings are undone, in every form',
    most: 150_000,
    instead: 'Keep "misspelt" for words that matter.',
  },
  disguised: {
    of: 'terms whose disguises are undone',
    most: 4000,
    instead: 'Keep "disguise" for words that people mask.',
  },
  inside: {
    of: 'terms looked for inside longer words',
    most: 64,
    instead: 'Keep "inside" for the strongest words.',
  },
  examples: { of: 'examples of a list', most: 200, instead: 'Keep those that differ.' },
  patternsOfRule: { of: 'patterns of a rule', most: 64, instead: 'Split the rule.' },
  guardsOfRule: { of: 'guards of a rule', most: 32, instead: 'Join guards that always stand together.' },
  conditionLevels: {
    of: 'levels of a condition',
    most: 8,
    instead: 'Flatten it, or move a part to a signal.',
  },
  conditionParts: {
    of: 'parts of a condition, each all, any, not and comparison',
    most: 200,
    instead: 'Split the rule, or join words in a signal.',
  },
  values: { of: 'values that a fact is compared with', most: 100, instead: 'Make a lexicon class of words.' },
  charactersOfPattern: { of: 'characters of a pattern', most: 500, instead: 'Make classes of its words.' },
  items: { of: 'items of a pattern', most: 12, instead: 'Split the pattern.' },
  states: { of: 'elements and gap tokens of a pattern', most: 31, instead: 'Shorten its gaps.' },
  alternatives: { of: 'alternatives of an item', most: 8, instead: 'Make a lexicon class of them.' },
  gap: { of: 'tokens of a gap', most: 9, instead: 'Name a word between.' },
  anchored: {
    of: 'patterns of a pack that are found by the same word, class or kind',
    most: 200,
    instead: 'Add a rarer word to the pattern, or make a class of words that patterns vary.',
  },
  classesOfGroup: { of: 'classes of a group', most: 8, instead: 'Split the group.' },
  wordsOfTerm: { of: 'words of a term', most: 12, instead: 'Keep the words that tell.' },
  formsOfTerm: { of: 'forms of a term', most: 40, instead: 'Make a term of its own of some.' },
  exceptionsOfTerm: {
    of: 'exceptions of a term',
    most: 150,
    instead: 'Make a class of them and a guard that covers it.',
  },
  shared: {
    of: 'terms and exceptions that are written alike',
    most: 24,
    instead: 'Give one group several classes.',
  },
} as const satisfies Readonly<Record<string, Bound>>;

/** What a schema says beyond a bound. */
export function beyond(name: keyof typeof BOUNDS): string {
  const { of, most, instead } = BOUNDS[name];
  return `Found more than ${most} ${of}. ${instead}`;
}
