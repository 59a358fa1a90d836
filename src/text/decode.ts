/** A character as it is read, and its half-open range in the caller's string. */
export interface Unit {
  readonly char: string;
  readonly start: number;
  readonly end: number;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Tags that part words. */
const BETWEEN_WORDS = /^<\/?(?:br|div|p)\b/i;

/** Letters drawn with several characters; a letter must stand beside them. */
const SHAPES: Readonly<Record<string, string>> = {
  '|<': 'k',
  '()': 'o',
  '(_)': 'u',
  '|_|': 'u',
  '\\/\\/': 'w',
  '\\/': 'v',
  '/\\': 'a',
  '|3': 'b',
  '⭕': 'o',
};

const ENTITY = '&#(?<decimal>\\d{2,7});|&#x(?<hex>[\\da-f]{2,6});|&(?<named>amp|lt|gt|quot|apos|nbsp);';
const PERCENT = '(?<!\\d)(?<percent>(?:%(?:[46][1-9a-f]|[57][0-9a]|20))+)';
const TAG = '(?<tag></?(?:a|b|br|div|em|font|i|p|s|small|span|strong|sub|sup|u)\\s?/?>)';
const SHAPE = Object.keys(SHAPES)
  .map((shape) => shape.replace(/[|()\\/]/g, '\\$&'))
  .join('|');
const DRAWN = `(?<shape>(?<=[a-z](?:\\(\\)){0,2})(?:${SHAPE})|(?:${SHAPE.replace('\\(\\)|', '')})(?=[a-z]))`;
const REGIONAL = '(?<regional>[\\u{1F1E6}-\\u{1F1FF}]+)';
const CODED = new RegExp([ENTITY, PERCENT, TAG, DRAWN, REGIONAL].join('|'), 'giu');
const MAY_BE_CODED = /&[#agnlq]|%[2-7]|<[/abdefipsu]|\|[<_3]|\([_)]|\\\/|\/\\|⭕|[\u{1F1E6}-\u{1F1FF}]/iu;

/** Countries and territories that have a flag (ISO 3166-1 alpha-2, with the EU and the UN), run together. */
const FLAGS = `acadaeafagaialamaoaqarasatauawaxazbabbbdbebfbgbhbibjblbmbnbobqbrbsbtbvbwbybzcacccdcfcgchcickclcmcncocpcrcucvcwcxcyczdedgdjdkdmdodzeaeceeegeheseteufifjfkfmfofrgagbgdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuicidieiliminioiqirisitjejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemfmgmhmkmlmmmnmompmqmrmsmtmumvmwmxmymznancnenfngninlnonpnrnunzompapepfpgphpkplpmpnprpsptpwpyqarerorsrurwsasbscsdsesgshsisjskslsmsnsosrssstsvsxsysztatctdtftgthtjtktltmtntotrtttvtwtzuaugumunusuyuzvavcvevgvivnvuwfwsxkyeytzazmzw`;
const IS_FLAG: ReadonlySet<string> = new Set((FLAGS.match(/../g) ?? []) as string[]);

/** Whether a text holds anything that is written in code. */
export function mayBeCoded(text: string): boolean {
  return MAY_BE_CODED.test(text);
}

/** Undoes HTML entities and tags, percent-encoding, letters drawn with symbols or spelled with flag letters. Linear. */
export function decode(text: string): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  if (mayBeCoded(text)) {
    for (const match of text.matchAll(CODED)) {
      pushPlain(units, text, at, match.index);
      at = match.index + match[0].length;
      pushDecoded(units, match, at);
    }
  }
  pushPlain(units, text, at, text.length);
  return units;
}

function pushPlain(units: Unit[], text: string, from: number, to: number): void {
  let start = from;
  for (const char of text.slice(from, to)) {
    units.push({ char, start, end: start + char.length });
    start += char.length;
  }
}

function pushDecoded(units: Unit[], match: RegExpExecArray, end: number): void {
  const { decimal, hex, named, percent, tag, shape, regional } = match.groups ?? {};
  const start = match.index;
  if (regional !== undefined) pushRegional(units, regional, start);
  else if (percent !== undefined) pushPercent(units, percent, start);
  else if (tag !== undefined) {
    // Inline tags stand within words; the others between them.
    if (BETWEEN_WORDS.test(tag)) units.push({ char: ' ', start, end });
  } else if (shape !== undefined) units.push({ char: SHAPES[shape] ?? shape, start, end });
  else if (named !== undefined) units.push({ char: NAMED[named.toLowerCase()] ?? named, start, end });
  else units.push({ char: pointOf(decimal, hex) ?? match[0], start, end });
}

/** The character of a numbered entity. */
function pointOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function pushPercent(units: Unit[], run: string, start: number): void {
  for (let i = 0; i < run.length; i += 3) {
    const char = String.fromCharCode(Number.parseInt(run.slice(i + 1, i + 3), 16));
    units.push({ char, start: start + i, end: start + i + 3 });
  }
}

/** Pairs that are flags stay; other regional letters are letters. */
function pushRegional(units: Unit[], run: string, start: number): void {
  const letters = [...run].map((char) => String.fromCharCode((char.codePointAt(0) ?? 0) - 0x1f1e6 + 97));
  const pairs = letters.join('').match(/../g) ?? [];
  const areFlags = letters.length % 2 === 0 && pairs.every((pair) => IS_FLAG.has(pair));
  letters.forEach((letter, i) => {
    const from = start + 2 * i;
    units.push({ char: areFlags ? run.slice(2 * i, 2 * i + 2) : letter, start: from, end: from + 2 });
  });
}
