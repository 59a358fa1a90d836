import { asLatin, mixesAlphabets } from './lookalike.ts';
import { unmask } from './mask.ts';
import type { Vocabulary } from './vocabulary.ts';

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
/** Fewest letters of a word that isn't strong and was typed from its end. */
const FEWEST_BACKWARDS = 5;
/** Fewest letters of a word with two letters in place of one. */
const FEWEST_DRAWN = 4;
const PLAIN = /^[a-z]+$/;
const STRETCHED = /([^*#])\1\1/u;
const MASK = /[*#]/;
/** "y0u": a digit between letters is no number, however short the word. */
const LEET_INSIDE = /^[a-z][^a-z][a-z]$/;

/**
 * Other readings of a form: look-alike letters, leet, masks, stretched letters, slips and spellings by ear undone. Most
 * are undone only onto strong words, leet onto longer words of the lexicons too; in a text that is full of leet, onto all.
 * Initials aren't read as a word without its vowels.
 */
export function undisguise(
  form: string,
  words: Vocabulary,
  leety = false,
  initials = false,
): readonly string[] {
  if (form.length > LONGEST) return [];
  const single = undoubled(form, words);
  if (single !== undefined) return [single];
  const stretched = STRETCHED.test(form);
  if (!stretched && PLAIN.test(form)) return plainReadings(form, words, initials);
  const latin = asLatin(form);
  const found = new Set<string>();
  if (PLAIN.test(latin) && (mixesAlphabets(form) || words.knows(latin))) found.add(latin);
  for (const squeezed of stretched ? squeezes(latin) : [latin]) {
    if (PLAIN.test(squeezed)) {
      if (stretched) found.add(squeezed);
      for (const reading of plainReadings(squeezed, words)) found.add(reading);
    }
    for (const reading of leetReadings(squeezed))
      if (isWorthReading(squeezed, reading, words, leety)) found.add(reading);
    if (MASK.test(squeezed)) for (const word of behindMarks(squeezed, words)) found.add(word);
  }
  found.delete(form);
  return [...found];
}

function isWorthReading(form: string, reading: string, words: Vocabulary, leety: boolean): boolean {
  if (words.isStrong(reading)) return true;
  return words.knows(reading) && (leety || reading.length >= FEWEST_LEET || LEET_INSIDE.test(form));
}

/** What a word of plain letters that nobody knows may stand for. */
function plainReadings(form: string, words: Vocabulary, initials = false): readonly string[] {
  if (form.length < 3 || words.knows(form)) return [];
  const reading = words.misspelt(form, initials) ?? backwards(form, words) ?? doubleV(form, words);
  return reading === undefined ? crossedOut(form, words) : [reading];
}

function strong(reading: string, words: Vocabulary): string | undefined {
  return reading.length >= 4 && words.isStrong(reading) ? reading : undefined;
}

function backwards(form: string, words: Vocabulary): string | undefined {
  const reading = [...form].reverse().join('');
  return (
    strong(reading, words) ??
    (form.length >= FEWEST_BACKWARDS && words.isOffensive(reading) ? reading : undefined)
  );
}

/** "wwoorrdd": every letter twice. */
function undoubled(form: string, words: Vocabulary): string | undefined {
  if (form.length < 6 || form.length % 2 === 1) return undefined;
  let single = '';
  for (let i = 0; i < form.length; i += 2) {
    if (form[i] !== form[i + 1]) return undefined;
    single += form[i];
  }
  return words.isRepairable(single) ? single : undefined;
}

/** "w*rd", where the marks stand for letters, and "wo**rd**", where they only divide them. */
function behindMarks(form: string, words: Vocabulary): readonly string[] {
  const divided = form.replace(/[*#]+/g, '');
  const hidden = unmask(form.replace(/[*#]/g, '?'), words);
  return words.isOffensive(divided) && divided.length >= FEWEST_LEET ? [divided, ...hidden] : hidden;
}

/** "vvord": two letters that look like one. */
function doubleV(form: string, words: Vocabulary): string | undefined {
  const reading = form.replaceAll('vv', 'w');
  return reading.length >= FEWEST_DRAWN && reading !== form && words.isOffensive(reading)
    ? reading
    : undefined;
}

/** "wxrd": an x over a letter. */
function crossedOut(form: string, words: Vocabulary): readonly string[] {
  const inside = form.slice(1);
  return inside.includes('x') ? unmask(form[0] + inside.replaceAll('x', '?'), words, true) : [];
}

/** Runs of three or more of a letter as two, and as one. */
function squeezes(form: string): readonly string[] {
  return [form.replace(/([^*#])\1{2,}/gu, '$1$1'), form.replace(/([^*#])\1{2,}/gu, '$1')];
}

/** The form with digits and symbols as the letters that they look like; as it is if it has none. */
export function leetReadings(form: string): readonly string[] {
  let hasLeet = false;
  let plain = '';
  for (const char of form) {
    const letter = LEET[char];
    hasLeet ||= letter !== undefined;
    plain += letter ?? char;
  }
  if (!hasLeet) return [plain];
  // "1", "!" and "|" pass for i and for l, in one word too.
  const readings = ['1!|', '1|', '!|'].map((bars) => readBars(form, bars));
  return /[1!|]/.test(form) ? [...new Set([plain, ...readings])] : [plain];
}

function readBars(form: string, bars: string): string {
  let out = '';
  for (const char of form) out += bars.includes(char) ? 'l' : (LEET[char] ?? char);
  return out;
}
