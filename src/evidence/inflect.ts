import type { Inflection } from '../model/pack.ts';

const VOWEL = /[aeiou]/;

/** The forms of a term, itself first. A noun phrase bends its last word, a verb phrase its first. */
export function inflect(term: string, inflection: Inflection | undefined): readonly string[] {
  if (inflection === undefined) return [term];
  const words = term.split(' ');
  const at = inflection === 'verb' ? 0 : words.length - 1;
  const bent = bend(words[at] ?? '', inflection);
  return [term, ...bent.map((word) => words.with(at, word).join(' '))];
}

function bend(word: string, inflection: Inflection): readonly string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  if (inflection === 'noun') return [plural(word)];
  const stem = stemBeforeVowel(word);
  if (inflection === 'adjective') return [`${pastStem(word)}er`, `${pastStem(word)}est`];
  return [plural(word), `${pastStem(word)}ed`, `${stem}ing`, `${stem}in`];
}

/** Plural of a noun, and third person of a verb. */
function plural(word: string): string {
  if (endsInConsonantY(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function endsInConsonantY(word: string): boolean {
  return word.endsWith('y') && !VOWEL.test(word.at(-2) ?? 'a');
}

function pastStem(word: string): string {
  if (endsInConsonantY(word)) return `${word.slice(0, -1)}i`;
  return stemBeforeVowel(word);
}

/** "hate" gives "hat", "stab" gives "stabb": what -ed and -ing are put to. */
function stemBeforeVowel(word: string): string {
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  if (word.endsWith('e') && !/(ee|oe|ye)$/.test(word)) return word.slice(0, -1);
  return /^[^aeiou]*[aeiou][bdgklmnprtz]$/.test(word) && !/[aeiou][k]$/.test(word)
    ? word + (word.at(-1) ?? '')
    : word;
}
