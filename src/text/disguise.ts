/** The words whose disguises are worth undoing. */
export interface SensitiveWords {
  /** Whether the form is one of them. */
  has(form: string): boolean;
  /** Whether any lexicon has the form, sensitive or not. */
  knows(form: string): boolean;
  /** The word of which the form is a misspelling by one letter; undefined for a word that any lexicon has. */
  misspelt(form: string): string | undefined;
  /** Sensitive words of this length that begin with this letter. */
  startingWith(letter: string, length: number): readonly string[];
}

const LONGEST = 40;
/** Shortest ordinary word that leet is undone onto: "4am" and "b4" stay what they are. */
const FEWEST_LEET = 4;
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  '+': 't',
  '€': 'e',
  '£': 'l',
};
/** Letters of other alphabets that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'аa',
    'еe',
    'оo',
    'рp',
    'сc',
    'уy',
    'хx',
    'іi',
    'ѕs',
    'јj',
    'һh',
    'кk',
    'тt',
    'мm',
    'нh',
    'вb',
    'гr',
    'цu',
    'пn',
    'иu',
    'ѵv',
    'ԁd',
    'ԛq',
    'ԝw',
    'ɡg',
    'αa',
    'βb',
    'εe',
    'ηn',
    'ιi',
    'κk',
    'νv',
    'οo',
    'ρp',
    'τt',
    'υu',
    'χx',
    'ωw',
    'σo',
    'γy',
    'ѡw',
    'ʀr',
    'ɴn',
    'ʙb',
    'ɢg',
    'ɪi',
    'ʟl',
    'ᴀa',
    'ᴄc',
    'ᴅd',
    'ᴇe',
    'ᴊj',
    'ᴋk',
    'ᴍm',
    'ᴏo',
    'ᴘp',
    'ᴛt',
    'ᴜu',
    'ᴠv',
    'ᴡw',
    'ᴢz',
  ].map((pair) => [...pair] as [string, string]),
);
const PLAIN = /^[a-z]+$/;
const STRETCHED = /([^*#])\1\1/u;
const MASK = /[*#]/;

/**
 * Other readings of a form: look-alike letters, leet, masks and stretched letters undone. Masks are undone only onto
 * sensitive words, leet onto those and onto longer words of the lexicons; stretched letters always.
 */
export function undisguise(form: string, words: SensitiveWords): readonly string[] {
  if (form.length > LONGEST) return [];
  const stretched = STRETCHED.test(form);
  if (!stretched && PLAIN.test(form)) return asList(words.misspelt(form));
  const latin = withLookalikes(form);
  const found = new Set<string>();
  for (const squeezed of stretched ? squeezes(latin) : [latin]) {
    if (stretched && PLAIN.test(squeezed)) found.add(squeezed);
    for (const reading of leetReadings(squeezed))
      if (words.has(reading) || (reading.length >= FEWEST_LEET && words.knows(reading))) found.add(reading);
    for (const reading of maskReadings(squeezed, words)) found.add(reading);
  }
  found.delete(form);
  return [...found];
}

function asList(word: string | undefined): readonly string[] {
  return word === undefined ? [] : [word];
}

function withLookalikes(form: string): string {
  let out = '';
  for (const char of form) out += LOOKALIKES[char] ?? char;
  return out;
}

/** Runs of three or more of a letter as two, and as one. */
function squeezes(form: string): readonly string[] {
  return [form.replace(/([^*#])\1{2,}/gu, '$1$1'), form.replace(/([^*#])\1{2,}/gu, '$1')];
}

function leetReadings(form: string): readonly string[] {
  let hasLeet = false;
  let plain = '';
  for (const char of form) {
    const letter = LEET[char];
    hasLeet ||= letter !== undefined;
    plain += letter ?? char;
  }
  if (!hasLeet) return [plain];
  return /[1!|]/.test(form) ? [plain, readOneAsL(form)] : [plain];
}

function readOneAsL(form: string): string {
  let out = '';
  for (const char of form) out += '1!|'.includes(char) ? 'l' : (LEET[char] ?? char);
  return out;
}

/** "f**k", "w*nker", "c***": letters hidden behind stars; the first must be seen. */
function maskReadings(form: string, words: SensitiveWords): readonly string[] {
  if (!MASK.test(form) || MASK.test(form[0] ?? '*')) return [];
  const matching = words.startingWith(form[0] ?? '', form.length).filter((word) => fits(form, word));
  // Stars that could hide several words say less than a name for them: only one reading is kept.
  return matching.slice(0, 1);
}

function fits(form: string, word: string): boolean {
  for (let i = 0; i < form.length; i++) if (!MASK.test(form[i] ?? '') && form[i] !== word[i]) return false;
  return true;
}

/** Fewest and most letters of a word that a space was put into. */
const SPLIT_LENGTHS = { least: 4, most: 16 };

/** Whether two neighbouring tokens are one sensitive word with a space put in: one of the halves is no word by itself. */
export function isSplitWord(
  first: string,
  second: string,
  words: SensitiveWords,
  isCommon: (form: string) => boolean,
): boolean {
  const joined = first + second;
  if (joined.length < SPLIT_LENGTHS.least || joined.length > SPLIT_LENGTHS.most || !words.has(joined))
    return false;
  const isWord = (half: string) => isCommon(half) || (half.length > 1 && words.knows(half));
  return !(isWord(first) && isWord(second));
}
