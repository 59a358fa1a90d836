/** Second halves of contractions, by what follows the apostrophe, with all that they can stand for. */
const TAILS: Readonly<Record<string, readonly string[]>> = {
  re: ['are'],
  ve: ['have'],
  ll: ['will'],
  m: ['am'],
  d: ["'d", 'would', 'had'],
  s: ["'s", 'is'],
};

/** Contractions as people type them without the apostrophe, and joined words, with where each half begins. */
const JOINED: Readonly<Record<string, readonly [string, string, number]>> = {
  ...negated('do does did could should would have has had is are was were ai must need'),
  cant: ['can', 'not', 3],
  wont: ['will', 'not', 2],
  cannot: ['can', 'not', 3],
  im: ['i', 'am', 1],
  ive: ['i', 'have', 1],
  youre: ['you', 'are', 3],
  youve: ['you', 'have', 3],
  youll: ['you', 'will', 3],
  theyre: ['they', 'are', 4],
  theyve: ['they', 'have', 4],
  theyll: ['they', 'will', 4],
  weve: ['we', 'have', 2],
  hes: ['he', "'s", 2],
  shes: ['she', "'s", 3],
  thats: ['that', "'s", 4],
  whats: ['what', "'s", 4],
  whos: ['who', "'s", 3],
  gonna: ['going', 'to', 3],
  gunna: ['going', 'to', 3],
  wanna: ['want', 'to', 3],
  gotta: ['got', 'to', 3],
  tryna: ['trying', 'to', 3],
  gimme: ['give', 'me', 3],
  lemme: ['let', 'me', 3],
};

/** Whole words with an apostrophe whose halves aren't told by their ending. */
const IRREGULAR: Readonly<Record<string, readonly [string, string, number]>> = {
  "can't": ['can', 'not', 3],
  "won't": ['will', 'not', 2],
  "shan't": ['shall', 'not', 3],
  "ain't": ['is', 'not', 2],
  "let's": ['let', 'us', 3],
  "y'all": ['you', 'all', 1],
};

const JOINED_WORDS = new Set(Object.keys(JOINED));

const WHOLE = new Map(Object.entries({ ...JOINED, ...IRREGULAR }));

function negated(verbs: string): Record<string, readonly [string, string, number]> {
  return Object.fromEntries(
    verbs.split(' ').map((verb) => [`${verb}nt`, [verb === 'ai' ? 'is' : verb, 'not', verb.length]]),
  );
}

/** Whether a word of plain letters is read as two. */
export function isJoined(word: string): boolean {
  return JOINED_WORDS.has(word);
}

/** A half of a word: its forms, and its place in the word. */
export interface Half {
  readonly forms: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Splits "you're", "can't", "council's", "dont" into two halves; other words give undefined. */
export function splitContraction(word: string): readonly [Half, Half] | undefined {
  const whole = WHOLE.get(word);
  if (whole !== undefined)
    return halves(word, whole[2], [whole[0]], [whole[1], ...(whole[1] === "'s" ? ['is'] : [])]);
  const mark = word.lastIndexOf("'");
  if (mark <= 0) return undefined;
  const tail = word.slice(mark + 1);
  if (tail === 't' && word[mark - 1] === 'n' && mark > 1)
    return halves(word, mark - 1, [word.slice(0, mark - 1)], ['not']);
  const forms = TAILS[tail];
  return forms === undefined ? undefined : halves(word, mark, [clean(word.slice(0, mark))], forms);
}

function halves(
  word: string,
  at: number,
  first: readonly string[],
  second: readonly string[],
): readonly [Half, Half] {
  return [
    { forms: first, start: 0, end: at },
    { forms: second, start: at, end: word.length },
  ];
}

function clean(word: string): string {
  return word.replaceAll("'", '');
}
