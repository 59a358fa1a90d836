const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ck|k+|q+|c(?![eiyh])/g, 'k'],
  [/v(?![aeiouy])/g, 'u'],
  [/z/g, 's'],
  [/(?:er|or|ar|ah|uh)(s?)$/, 'a$1'],
  [/ing(s?)$/, 'in$1'],
  [/ie(s?)$/, 'y$1'],
  [/x(?=s?$)/, 'ks'],
  [/(.)\1+/g, '$1'],
];

/** How a word sounds, roughly: words that people spell by ear ("phuk", "fvck", "wanka", "basterdz") share it. */
export function soundOf(word: string): string {
  return REWRITES.reduce((sound, [written, said]) => sound.replace(written, said), word);
}

/** First letter and consonants: "wnkr". */
export function withoutVowels(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');
}
