/** Ways in which people disguise a word. Each takes a word of plain letters. */
const letters = (word: string) => [...word];
const between = (mark: string) => (word: string) => letters(word).join(mark);
const middle = (word: string) => Math.floor(word.length / 2);
const atMiddle = (mark: string) => (word: string) =>
  `${word.slice(0, middle(word))}${mark}${word.slice(middle(word))}`;
const each = (change: (letter: string) => string) => (word: string) => letters(word).map(change).join('');
const block = (first: number) => each((letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97));
const swap = (from: string, to: string) => {
  const table = new Map(letters(from).map((letter, i) => [letter, letters(to)[i] ?? letter]));
  return each((letter) => table.get(letter) ?? letter);
};
/** The first vowel after the first letter. */
const overVowel = (mark: string) => (word: string) => {
  const at = word.slice(1).search(/[aeiou]/) + 1;
  return at > 0 ? word.slice(0, at) + mark + word.slice(at + 1) : `${word[0]}${mark}${word.slice(2)}`;
};

/** Each technique, and the least share of words that are still read. */
export const TECHNIQUES: readonly (readonly [
  name: string,
  least: number,
  apply: (word: string) => string,
])[] = [
  ['capitals', 1, (word) => word.toUpperCase()],
  ['full-width letters', 1, block(0xff41)],
  ['mathematical bold', 1, block(0x1d41a)],
  ['script', 1, block(0x1d4ea)],
  ['fraktur', 1, block(0x1d586)],
  ['double-struck', 1, block(0x1d552)],
  ['monospace', 1, block(0x1d68a)],
  ['circled', 1, block(0x24d0)],
  ['parenthesised', 1, block(0x249c)],
  ['small capitals', 0.97, swap('abcdefghijklmnoprstuvwyz', 'ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ')],
  ['superscript', 1, swap('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ')],
  ['zero-width spaces', 1, between('\u200b')],
  ['soft hyphens', 1, between('\u00ad')],
  ['direction marks', 1, (word) => `\u202a${word}\u202c`],
  ['stacked marks', 1, each((letter) => letter + '\u0300\u0316\u0334'.repeat(5))],
  ['accents', 1, swap('aeioucnsyz', 'áéïõüçñšýž')],
  ['Cyrillic letters', 0.97, swap('aceopxyijs', 'асеорхуіјѕ')],
  ['Greek letters', 0.97, swap('aeikntvx', 'αεικητνχ')],
  ['flag letters', 1, (word) => block(0x1f1e6)(word).replace(/./gu, '$&\u200b')],
  ['HTML entities', 1, each((letter) => `&#${letter.charCodeAt(0)};`)],
  ['percent-encoding', 1, each((letter) => `%${letter.charCodeAt(0).toString(16)}`)],
  ['tags', 0.97, atMiddle('<b></b>')],
  [
    'upside down',
    0.95,
    (word) => letters(swap('abcdefghijklmnopqrtuvwy', 'ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹʇnʌʍʎ')(word)).reverse().join(''),
  ],
  ['from the end', 0.9, (word) => letters(word).reverse().join('')],
  ['spaces', 1, between(' ')],
  ['dots', 1, between('.')],
  ['hyphens', 1, between('-')],
  ['underscores', 1, between('_')],
  ['stars between', 1, between('*')],
  ['an emoji between', 1, between('🔥')],
  ['lines', 0.95, between('\n')],
  ['a star', 0.97, overVowel('*')],
  ['a hash', 0.95, overVowel('#')],
  ['a dash', 0.95, overVowel('-')],
  ['an emoji over a vowel', 0.9, overVowel('🔴')],
  ['an x over a vowel', 0.95, overVowel('x')],
  ['stars inside', 0.9, (word) => word[0] + '*'.repeat(word.length - 2) + word.at(-1)],
  ['digits', 0.93, swap('aeiost', '431057')],
  ['symbols', 0.9, swap('aeiost', '@3!0$+')],
  ['stretched', 0.97, (word) => overVowel((word.slice(1).match(/[aeiou]/)?.[0] ?? 'x').repeat(5))(word)],
  ['every letter twice', 0.95, each((letter) => letter + letter)],
  [
    'swapped letters',
    0.85,
    (word) => {
      const at = Math.max(1, middle(word) - 1);
      return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    },
  ],
  ['joined to a word before', 0.95, (word) => `you${word}`],
];
