import { Slips } from './slip.ts';
import { soundOf, withoutVowels } from './sound.ts';

/** The words of the lexicons, by what may be read in place of an unknown word. */
export interface Vocabulary {
  /** Whether it is a strong word: any disguise of it is worth undoing. */
  isStrong(word: string): boolean;
  /** How severe a strong word is, among those that a mask may hide; a slur weighs least. */
  weightOf(word: string): number;
  /** Whether it is strong, or a word whose misspellings are undone. */
  isRepairable(word: string): boolean;
  /** Whether it offends, or names a protected group. */
  isOffensive(word: string): boolean;
  /** Whether it names a protected group or a quality by which people are told apart. */
  namesGroup(word: string): boolean;
  /** Whether any lexicon has it, or it is one of the commonest. */
  knows(word: string): boolean;
  /** Whether it is one of the commonest words of English. */
  isCommon(word: string): boolean;
  /** The word of which an unknown one is a misspelling, by a slip of the hand, by ear or, unless these are initials, without vowels. */
  misspelt(word: string, initials?: boolean): string | undefined;
  /** Strong words of a length. */
  strongOfLength(length: number): readonly string[];
  /** Offensive words that aren't strong, of a length and with this first letter; `?` for any. */
  offensiveLike(letter: string, length: number): readonly string[];
  /** Words of a length that begin with this letter, those whose misspellings are undone first. */
  like(
    letter: string,
    length: number,
  ): { readonly repairable: readonly string[]; readonly known: readonly string[] };
}

/** Fewest letters of a strong word, and of another that offends, that people know by ear, or from its consonants. */
const FEWEST_STRONG = { heard: 4, consonants: 3 };
const FEWEST_OFFENSIVE = { heard: 5, consonants: 4 };
/** A shorter word than this must be spelled with a letter that people put for another sound. */
const FEWEST_HEARD = 6;
const BY_EAR = /[kvzxq]|ph/;

/** Collects words while a pack is compiled. */
export class VocabularyBuilder {
  readonly #common: ReadonlySet<string>;
  readonly #known = new Map<string, string>();
  /** Strong words, and their weights. */
  readonly #strong = new Map<string, number>();
  readonly #repairable = new Set<string>();
  readonly #offensive = new Set<string>();
  readonly #naming = new Set<string>();
  readonly #slips = new Slips();
  readonly #bySound = new Map<string, string>();
  readonly #byConsonants = new Map<string, string>();

  constructor(common: ReadonlySet<string>) {
    this.#common = common;
  }

  /** The word, as the one string that stands for it wherever it is kept. */
  addKnown(word: string): string {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    this.#known.set(word, word);
    return word;
  }

  addNaming(word: string): void {
    this.#naming.add(word);
  }

  addRepairable(word: string, offensive: boolean): void {
    this.#repairable.add(word);
    this.#slips.add(word, offensive ? 'offensive' : 'other');
    if (!offensive) return;
    this.#offensive.add(word);
    this.#addHeard(word, FEWEST_OFFENSIVE);
  }

  /** The weightiest are the first that a mask is taken to hide. */
  addStrong(word: string, weight: number): void {
    if (this.#strong.has(word)) return;
    this.#strong.set(word, weight);
    this.#slips.add(word, 'strong');
    this.#addHeard(word, FEWEST_STRONG);
  }

  #addHeard(word: string, fewest: { readonly heard: number; readonly consonants: number }): void {
    if (word.length < fewest.heard) return;
    put(this.#bySound, soundOf(word), word);
    const consonants = withoutVowels(word);
    if (consonants.length >= fewest.consonants) put(this.#byConsonants, consonants, word);
  }

  build(): Vocabulary {
    const known = (word: string) => this.#known.has(word) || this.#common.has(word);
    const weight = (word: string) => this.#strong.get(word) ?? 0;
    const masked = [...this.#strong.keys()].sort((a, b) => weight(b) - weight(a));
    const strong = buckets(masked, (word) => `${word.length}`);
    const key = (word: string) => `${word[0]}${word.length}`;
    const repairable = buckets(this.#repairable, key);
    const all = buckets(this.#known.keys(), key);
    const mild = [...this.#offensive].filter((word) => !this.#strong.has(word));
    const offensive = buckets(mild, key);
    const headless = buckets(mild, (word) => `?${word.length}`);
    return {
      isStrong: (word) => this.#strong.has(word),
      weightOf: weight,
      isRepairable: (word) => this.#strong.has(word) || this.#repairable.has(word),
      isOffensive: (word) => this.#strong.has(word) || this.#offensive.has(word),
      namesGroup: (word) => this.#naming.has(word),
      knows: known,
      isCommon: (word) => this.#common.has(word),
      misspelt: (word, initials = false) =>
        word.length < 3 || known(word) ? undefined : this.#correct(word, initials),
      strongOfLength: (length) => strong.get(`${length}`) ?? [],
      offensiveLike: (letter, length) =>
        (letter === '?' ? headless : offensive).get(`${letter}${length}`) ?? [],
      like: (letter, length) => ({
        repairable: repairable.get(`${letter}${length}`) ?? [],
        known: all.get(`${letter}${length}`) ?? [],
      }),
    };
  }

  #correct(word: string, initials: boolean): string | undefined {
    return (
      (word.length < 4 ? undefined : this.#slips.correct(word)) ??
      this.#heard(word) ??
      (initials || /[aeiou]/.test(word.slice(1)) ? undefined : this.#byConsonants.get(word))
    );
  }

  #heard(word: string): string | undefined {
    const sound = soundOf(word);
    const found =
      this.#strong.has(sound) || (sound.length >= FEWEST_OFFENSIVE.heard && this.#offensive.has(sound))
        ? sound
        : this.#bySound.get(sound);
    return found === undefined || found.length >= FEWEST_HEARD || BY_EAR.test(word) ? found : undefined;
  }
}

function put(map: Map<string, string>, key: string, word: string): void {
  if (key !== word && !map.has(key)) map.set(key, word);
}

function buckets(words: Iterable<string>, keyOf: (word: string) => string): Map<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const word of words) {
    const key = keyOf(word);
    const bucket = out.get(key);
    if (bucket === undefined) out.set(key, [word]);
    else bucket.push(word);
  }
  return out;
}
