/** Fewest letters of a word whose misspellings are undone, by kind of slip. Shorter ones lie too near other words. */
const FEWEST = { swap: 4, missing: 6, doubled: 5 };

/** Words whose misspellings by one slip of the hand are undone: two letters swapped, one missing, one doubled. */
export class Slips {
  readonly #words = new Set<string>();
  /** A word by each of its forms that lacks a letter; swaps and doublings are tried on the form instead. */
  readonly #missing = new Map<string, string>();

  add(word: string): void {
    this.#words.add(word);
    if (word.length < FEWEST.missing) return;
    for (let i = 1; i < word.length; i++) {
      const form = word.slice(0, i) + word.slice(i + 1);
      if (!this.#missing.has(form)) this.#missing.set(form, word);
    }
  }

  /** The word of which a form is a misspelling. The first letter is never touched. */
  correct(form: string): string | undefined {
    return this.#swapped(form) ?? this.#doubled(form) ?? this.#missing.get(form);
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

  #doubled(form: string): string | undefined {
    if (form.length <= FEWEST.doubled) return undefined;
    for (let i = 1; i + 1 < form.length; i++) {
      if (form[i] !== form[i + 1]) continue;
      const word = form.slice(0, i) + form.slice(i + 1);
      if (this.#words.has(word)) return word;
    }
    return undefined;
  }
}
