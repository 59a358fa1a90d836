const block = (upper: number, lower: number) => (text: string) =>
  text
    .replace(/[a-z]/g, (letter) => String.fromCodePoint(lower + letter.charCodeAt(0) - 97))
    .replace(/[A-Z]/g, (letter) => String.fromCodePoint(upper + letter.charCodeAt(0) - 65));
const joined = (mark: string) => (text: string) => [...text].join(mark);
/** The last vowel of every fourth word, four times. */
const stretched = (text: string) =>
  text
    .split(' ')
    .map((word, i) => (i % 4 === 2 ? word.replace(/[aeiou](?=[^aeiou]*$)/i, '$&$&$&$&') : word))
    .join(' ');

/** Ways in which people dress up a whole comment. None changes a word of it. */
export const STYLES: readonly (readonly [name: string, apply: (text: string) => string])[] = [
  ['capitals', (text) => text.toUpperCase()],
  ['stretched letters', stretched],
  ['full-width letters', block(0xff21, 0xff41)],
  ['mathematical bold', block(0x1d400, 0x1d41a)],
  ['spaced letters', (text) => text.split(' ').map(joined(' ')).join('   ')],
  ['no apostrophes', (text) => text.replaceAll("'", '')],
  ['lower case', (text) => text.toLowerCase()],
  ['emoji after', (text) => `${text} 😂👍`],
  ['hashtags after', (text) => `${text} #council #localnews`],
  ['zero-width joiners', joined('\u200d')],
];
