import { decode, mayBeCoded, type Unit } from './decode.ts';
import { unflip, unturn } from './flip.ts';
import { smallCapital } from './lookalike.ts';
import { isSpacedOut, unspace } from './spaced.ts';

/** Text with Unicode tricks undone, and the way back to the caller's string. */
export interface Folded {
  /** Lower case, without accents, invisible characters, styles or variant punctuation. */
  readonly text: string;
  /** Offset in the caller's string at which the folded unit begins. */
  start(unit: number): number;
  /** Offset in the caller's string just past the folded unit. */
  end(unit: number): number;
}

const IGNORED = /\p{M}|\p{Cf}|\p{Emoji_Modifier}|\u115F|\u1160|\u3164|\uFFA0/u;
const ASCII_ONLY = /^[\t\n\r\x20-\x7E]*$/;

const PUNCTUATION: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '…',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ƒ: 'f',
};

const STYLED_BLOCKS: readonly (readonly [number, number])[] = [
  [0x1f110, 0x1f129],
  [0x1f130, 0x1f149],
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
  [0x249c, 0x24b5],
  [0x24b6, 0x24cf],
  [0x24d0, 0x24e9],
];

const cache = new Map<number, string>();

/** A parenthesised, circled or squared letter; NFKD would keep the brackets of "⒡" or the square. */
function styledLetter(point: number): string | undefined {
  const block = STYLED_BLOCKS.find(([first, last]) => point >= first && point <= last);
  return block === undefined ? undefined : String.fromCharCode(97 + point - block[0]);
}

function foldPoint(point: number): string {
  const known = cache.get(point);
  if (known !== undefined) return known;
  const folded = computeFold(String.fromCodePoint(point), point);
  if (cache.size < 20_000) cache.set(point, folded);
  return folded;
}

function computeFold(char: string, point: number): string {
  if (IGNORED.test(char)) return '';
  const styled = PUNCTUATION[char] ?? styledLetter(point) ?? smallCapital(char);
  if (styled !== undefined) return styled;
  let folded = '';
  // One code point at a time: normalising a whole run of mixed marks is quadratic.
  for (const part of char.normalize('NFKD').toLowerCase())
    if (!IGNORED.test(part)) folded += PUNCTUATION[part] ?? part;
  return /^\s+$/u.test(folded) && folded !== '\n' && folded !== '\r' ? ' ' : folded;
}

/** Folds case, accents, styles, codes and invisible characters, in time linear in the text. */
export function fold(text: string): Folded {
  const spaced = isSpacedOut(text);
  if (ASCII_ONLY.test(text) && !mayBeCoded(text) && !spaced)
    return { text: text.toLowerCase(), start: (unit) => unit, end: (unit) => unit + 1 };
  const units = unflip(unturn(decode(text)));
  return foldUnits(spaced ? unspace(units) : units, text.length);
}

/** Folds a text that was typed from right to left. */
export function foldReversed(text: string): Folded {
  return foldUnits(decode(text).reverse(), text.length);
}

function foldUnits(units: readonly Unit[], length: number): Folded {
  const parts: string[] = [];
  const from: Unit[] = [];
  for (const unit of units) {
    const folded = foldPoint(unit.char.codePointAt(0) ?? 0);
    parts.push(folded);
    for (let i = 0; i < folded.length; i++) from.push(unit);
  }
  return {
    text: parts.join(''),
    start: (unit) => from[unit]?.start ?? length,
    end: (unit) => from[unit]?.end ?? length,
  };
}
