/** Fewest letters of a word whose misspellings are undone, by kind of slip. Shorter ones lie too near other words. */
const FEWEST = { swap: 4, missing: 6, doubled: 5 };
/** Fewest of a strong word, and of one that offends. */
const FEWEST_STRONG = { doubled: 4 };
const FEWEST_OFFENSIVE = { replaced: 7, inserted: 7 };

/** What a word is to those who would hide it. */
export type Weight = 'strong' | 'offensive' | 'other';

/** Words whose misspellings by one slip of the hand are undone: two letters swapped, one missing, doubled, added or replaced. */
export class Slips {
  readonly #words = new Set<string>();
  readonly #strong = new Set<string>();
  /** A word by each of its forms that lacks a letter; swaps and doublings are tried on the form instead. */
  readonly #missing = new Map<string, string>();
  /** Words that an added letter is taken out for. */
  readonly #insertable = new Set<string>();
  /** A word by each of its forms with a gap in place of a letter. */
  readonly #replaced = new Map<string, string>();

  add(word: string, weight: Weight = 'other'): void {
    this.#words.add(word);
    if (weight === 'strong') this.#strong.add(word);
    const offends = weight !== 'other';
    if (offends && word.length >= FEWEST_OFFENSIVE.inserted) this.#insertable.add(word);
    for (let i = 1; i < word.length; i++) {
      const [before, after] = [word.slice(0, i), word.slice(i + 1)];
      if (word.length >= FEWEST.missing) put(this.#missing, before + after, word);
      // Another last letter may be another ending: "blighted" is no "blighter".
      if (offends && word.length >= FEWEST_OFFENSIVE.replaced && i < word.length - 2)
        put(this.#replaced, `${before}?${after}`, word);
    }
  }

  /** The word of which a form is a misspelling. The first letter is never touched. */
  correct(form: string): string | undefined {
    return (
      this.#swapped(form) ??
      this.#without(form, (i) => form[i] === form[i + 1], this.#words, FEWEST.doubled) ??
      this.#without(form, (i) => form[i] === form[i + 1], this.#strong, FEWEST_STRONG.doubled) ??
      this.#missing.get(form) ??
      this.#without(form, () => true, this.#insertable, FEWEST_OFFENSIVE.inserted) ??
      this.#mistyped(form)
    );
  }

  #swapped(form: string): string | undefined {
    if (form.length < FEWEST.swap) return undefined;
    for (let i = 1; i + 1 < form.length; i++) {
      if (form[i] === form[i + 1]) continue;
      const word = form.slice(0, i) + form[i + 1] + form[i] + form.slice(i + 2);
      if (this.#words.has(word)) return word;
    }
    return undefined;
  }

  /** The form less one letter. */
  #without(
    form: string,
    drops: (i: number) => boolean,
    words: ReadonlySet<string>,
    least: number,
  ): string | undefined {
    if (form.length <= least) return undefined;
    for (let i = 1; i < form.length; i++) {
      const word = drops(i) ? form.slice(0, i) + form.slice(i + 1) : '';
      if (words.has(word)) return word;
    }
    return undefined;
  }

  #mistyped(form: string): string | undefined {
    for (let i = 1; i < form.length; i++) {
      const word = this.#replaced.get(`${form.slice(0, i)}?${form.slice(i + 1)}`);
      if (word !== undefined) return word;
    }
    return undefined;
  }
}

function put(map: Map<string, string>, key: string, word: string): void {
  if (!map.has(key)) map.set(key, word);
}
