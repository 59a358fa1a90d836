/** Ways in which people disguise what they write: one word, or a whole comment. */
export interface Technique {
  readonly name: string;
  /** Least share of what is found plain that must still be found. */
  readonly least: number;
  /** What is disguised; `beside` is the word with its neighbours. */
  readonly of: 'word' | 'beside' | 'text';
  /** Fewest letters of a word that people disguise so; a shorter one would be another word. */
  readonly fewest?: number;
  apply(written: string): string;
}

const middle = (word: string) => Math.floor(word.length / 2);
const between = (mark: string) => (word: string) => [...word].join(mark);
const atMiddle = (mark: string) => (word: string) =>
  word.slice(0, middle(word)) + mark + word.slice(middle(word));
const each = (change: (letter: string) => string) => (written: string) =>
  [...written].map((char) => (/[a-z]/i.test(char) ? change(char) : char)).join('');
const lower = (change: (written: string) => string) => (written: string) => change(written.toLowerCase());
const spaces = (mark: string) => (text: string) => text.replaceAll(' ', mark);

/** Letters of a block of Unicode that has small ones, or only large ones. */
const block = (first: number) =>
  lower(each((letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97)));
const swap = (from: string, to: string) => {
  const letters = [...to];
  const table = new Map([...from].map((letter, i) => [letter, letters[i] ?? letter]));
  return (written: string) => [...written].map((char) => table.get(char) ?? char).join('');
};

const vowelAt = (word: string) => word.slice(1).search(/[aeiou]/i) + 1 || 1;
/** The first vowel after the first letter. */
const overVowel = (mark: string) => (word: string) =>
  word.slice(0, vowelAt(word)) + mark + word.slice(vowelAt(word) + 1);

const upsideDown = lower((written) =>
  [...swap('abcdefghijklmnopqrtuvwy.!?', 'ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹʇnʌʍʎ˙¡¿')(written)].reverse().join(''),
);
const backwards = (written: string) => [...written].reverse().join('');
const digits = swap('aeiostAEIOST', '431057431057');
const symbols = lower(swap('aeiost', '@3!0$+'));
const cyrillic = swap('aceopxyijsABCEHKMOPTX', 'асеорхуіјѕАВСЕНКМОРТХ');
const greek = swap('aeikntvx', 'αεικητνχ');
const smallCapitals = lower(swap('abcdefghijklmnoprstuvwyz', 'ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'));
const superscript = lower(swap('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'));
const alternating = (written: string) =>
  [...written].map((char, i) => (i % 2 ? char.toUpperCase() : char.toLowerCase())).join('');
const neighbours = swap('aeiuotrn', 'seoyprtm');

const word = (name: string, least: number, apply: Technique['apply'], fewest = 3): Technique => ({
  name,
  least,
  of: 'word',
  fewest,
  apply,
});
const text = (name: string, least: number, apply: Technique['apply']): Technique => ({
  name: `a comment ${name}`,
  least,
  of: 'text',
  apply,
});

export const TECHNIQUES: readonly Technique[] = [
  // Letters that look otherwise.
  word('capitals', 1, (written) => written.toUpperCase()),
  word('alternating case', 1, alternating),
  word('full-width letters', 1, block(0xff41)),
  word('mathematical bold', 1, block(0x1d41a)),
  word('mathematical italic', 1, block(0x1d482)),
  word('sans-serif', 1, block(0x1d5ba)),
  word('script', 1, block(0x1d4ea)),
  word('fraktur', 1, block(0x1d586)),
  word('double-struck', 1, block(0x1d552)),
  word('monospace', 1, block(0x1d68a)),
  word('circled', 1, block(0x24d0)),
  word('circled in black', 1, block(0x1f150)),
  word('squared', 1, block(0x1f130)),
  word('squared in black', 1, block(0x1f170)),
  word('parenthesised', 1, block(0x249c)),
  word('small capitals', 0.97, smallCapitals),
  word('superscript', 1, superscript),
  word(
    'stacked marks',
    1,
    each((letter) => letter + '\u0300\u0316\u0334'.repeat(5)),
  ),
  word(
    'struck through',
    1,
    each((letter) => `${letter}\u0336`),
  ),
  word('accents', 1, swap('aeioucnsyz', 'áéïõüçñšýž')),
  word('Cyrillic letters', 0.97, cyrillic),
  word('Greek letters', 0.97, greek),
  word('flag letters', 1, (written) => block(0x1f1e6)(written).replace(/./gu, '$&\u200b')),
  word('spaced flag letters', 0.95, (written) => [...block(0x1f1e6)(written)].join(' ')),
  word('boxed letters', 1, lower(swap('abo', '🅰🅱🅾'))),
  word('keycaps', 0.93, (written) =>
    written.replace(/[oie]/g, (letter) => `${{ o: 0, i: 1, e: 3 }[letter]}\ufe0f\u20e3`),
  ),
  // What nobody sees.
  word('zero-width spaces', 1, between('\u200b')),
  word('zero-width joiners', 0.97, between('\u200d')),
  word('soft hyphens', 1, between('\u00ad')),
  word('word joiners', 1, between('\u2060')),
  word('direction marks', 1, (written) => `\u202a${written}\u202c`),
  word('direction turned', 0.95, (written) => `\u202e${backwards(written)}\u202c`),
  // Codes and marks of a web page.
  word(
    'HTML entities',
    1,
    each((letter) => `&#${letter.charCodeAt(0)};`),
  ),
  word(
    'hexadecimal entities',
    1,
    each((letter) => `&#x${letter.charCodeAt(0).toString(16)};`),
  ),
  word(
    'percent-encoding',
    1,
    each((letter) => `%${letter.charCodeAt(0).toString(16)}`),
  ),
  word('tags', 0.97, atMiddle('<b></b>')),
  word('bold type', 0.9, (written) => `${atMiddle('**')(written)}**`, 4),
  // Turned.
  word('upside down', 0.97, upsideDown),
  word('from the end', 0.9, backwards, 5),
  // Letters set apart.
  ...Object.entries({
    spaces: ' ',
    dots: '.',
    hyphens: '-',
    underscores: '_',
    slashes: '/',
    backslashes: '\\',
    'stars between': '*',
    commas: ',',
    tildes: '~',
    bullets: '•',
    bars: '|',
    pluses: '+',
    'an emoji between': '🔥',
    'hard spaces': '\u00a0',
    'dots and spaces': '. ',
    'hyphens and spaces': ' - ',
    lines: '\n',
  }).map(([name, mark]) => word(name, name === 'lines' ? 0.9 : 0.95, between(mark))),
  // Letters hidden.
  word('a star', 0.95, overVowel('*')),
  word('a hash', 0.9, overVowel('#')),
  word('an at sign', 0.9, overVowel('@')),
  word('a per cent sign', 0.95, overVowel('%')),
  word('a dash', 0.9, overVowel('-'), 4),
  word('a dot', 0.9, overVowel('.'), 4),
  word('an underscore', 0.9, overVowel('_'), 4),
  word('a bullet', 0.9, overVowel('•'), 4),
  word('an apostrophe', 0.9, overVowel("'"), 4),
  word('an emoji over a vowel', 0.9, overVowel('🔴'), 4),
  word('an x over a vowel', 0.9, overVowel('x'), 4),
  word('a star first', 0.9, (written) => `*${written.slice(1)}`, 5),
  word('a star last', 0.9, (written) => `${written.slice(0, -1)}*`, 4),
  word(
    'two stars',
    0.9,
    (written) => `${written.slice(0, middle(written) - 1)}**${written.slice(middle(written) + 1)}`,
    5,
  ),
  word('stars inside', 0.9, (written) => written[0] + '*'.repeat(written.length - 2) + written.at(-1)),
  word(
    'signs inside',
    0.9,
    (written) => written[0] + '@#$%&!*@#$%&'.slice(0, written.length - 2) + written.at(-1),
  ),
  word('brackets round a letter', 0.9, (written) => `${written[0]}(${written[1]})${written.slice(2)}`, 4),
  // Signs for letters.
  word('digits', 0.95, digits, 4),
  word('a digit', 0.95, (written) => written.replace(/[aeiost]/, digits), 4),
  word('symbols', 0.95, symbols, 4),
  word('drawn letters', 0.95, (written) =>
    written.replaceAll('w', 'vv').replaceAll('k', '|<').replaceAll('u', '(_)').replaceAll('o', '()'),
  ),
  // Spelling.
  word('stretched', 0.97, (written) => overVowel((written[vowelAt(written)] ?? '').repeat(5))(written)),
  word('stretched at the end', 0.97, (written) => written + (written.at(-1) ?? '').repeat(4)),
  word(
    'every letter twice',
    0.95,
    each((letter) => letter + letter),
  ),
  word(
    'swapped letters',
    0.9,
    (written) => {
      const at = Math.max(1, middle(written) - 1);
      return written.slice(0, at) + written[at + 1] + written[at] + written.slice(at + 2);
    },
    5,
  ),
  word(
    'a letter left out',
    0.9,
    (written) => written.slice(0, middle(written)) + written.slice(middle(written) + 1),
    6,
  ),
  word('a letter twice', 0.9, (written) => atMiddle(written[middle(written)] ?? '')(written), 5),
  word('a letter too many', 0.9, atMiddle('h'), 7),
  word(
    'a neighbouring key',
    0.9,
    (written) => overVowel(neighbours(written[vowelAt(written)] ?? ''))(written),
    7,
  ),
  word(
    'spelled by ear',
    0.9,
    (written) =>
      written
        .replace(/ck/g, 'k')
        .replace(/^f/, 'ph')
        .replace(/er$/, 'a')
        .replace(/s$/, 'z')
        .replace(/c(?=[aou])/g, 'k'),
    5,
  ),
  word('consonants', 0.9, (written) => written[0] + written.slice(1).replace(/[aeiou]/g, ''), 7),
  // Spaces.
  word('a space inside', 0.9, atMiddle(' '), 5),
  word('a hyphen inside', 0.95, atMiddle('-'), 4),
  word('a dot inside', 0.93, atMiddle('.'), 4),
  word('a hashtag', 0.95, (written) => `#${written}`),
  word('quotation marks', 0.9, (written) => `"${written}"`),

  {
    name: 'joined to the words beside it',
    least: 0.9,
    of: 'beside',
    apply: (written) => written.replaceAll(' ', ''),
  },
  text('in capitals', 0.99, (written) => written.toUpperCase()),
  text('in alternating case', 0.99, alternating),
  text('in full-width letters', 0.99, (written) =>
    written.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  ),
  text('in mathematical letters', 0.99, block(0x1d41a)),
  text('in small capitals', 0.9, smallCapitals),
  text('in superscript', 0.99, superscript),
  text('in circles', 0.99, block(0x24d0)),
  text('upside down', 0.95, upsideDown),
  text('from the end', 0.9, backwards),
  text('in Cyrillic letters', 0.95, cyrillic),
  text('in Greek letters', 0.9, greek),
  text('in digits', 0.9, digits),
  text('in symbols', 0.9, (written) => written.replace(/(?<=[a-z])[a-z]+/gi, symbols)),
  // Read only where the words between are known too, and can be cut in one way.
  text('without spaces', 0.82, spaces('')),
  text('without spaces, with capitals', 0.9, (written) =>
    written.replace(/(?:^| )(.)/g, (_, first: string) => first.toUpperCase()),
  ),
  text('with underscores', 0.97, spaces('_')),
  text('with dots', 0.9, spaces('.')),
  text('with hyphens', 0.97, spaces('-')),
  text('with slashes', 0.97, spaces('/')),
  text('with wide spaces', 1, spaces('   ')),
  text('with thin spaces', 1, spaces('\u2009')),
  text('of spaced letters', 0.97, (written) => written.split(' ').map(between(' ')).join('   ')),
  text('of claps', 0.95, spaces(' 👏 ')),
  text('of lines', 0.9, spaces('\n')),
  text('of zero-width joiners', 0.97, between('\u200d')),
];
