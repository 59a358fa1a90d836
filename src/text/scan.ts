import type { TokenKind } from './token.ts';

/** A token's place in the folded text. */
export interface Scanned {
  readonly kind: TokenKind | 'break' | 'quote' | 'newline';
  readonly start: number;
  readonly end: number;
}

const LETTER = /[\p{L}\p{N}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;
const MASKS = new Set('*@$!|+€£');
/** Masks that may be the last letter of a word. */
const TRAILING = new Set('*$+@€');
const TOP_LEVEL = new Set([
  'com',
  'uk',
  'org',
  'net',
  'gov',
  'info',
  'biz',
  'shop',
  'xyz',
  'example',
  'online',
  'site',
  'live',
  'io',
  'me',
  'ly',
  'tv',
  'ru',
  'cc',
  'club',
  'link',
  'app',
  'test',
]);
const LONGEST_LINK = 2048;

enum Unit {
  Other = 0,
  Space = 1,
  Letter = 2,
  Digit = 3,
  Break = 4,
  Newline = 5,
  Quote = 6,
  Emoji = 7,
  Apostrophe = 8,
}

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => asciiUnit(String.fromCharCode(code)));

function asciiUnit(char: string): Unit {
  if (/[a-z]/i.test(char)) return Unit.Letter;
  if (/[0-9]/.test(char)) return Unit.Digit;
  if (char === '\n' || char === '\r') return Unit.Newline;
  if (/\s/.test(char)) return Unit.Space;
  if ('.!?'.includes(char)) return Unit.Break;
  if (char === '"') return Unit.Quote;
  return char === "'" ? Unit.Apostrophe : Unit.Other;
}

function unitAt(text: string, at: number): Unit {
  const code = text.charCodeAt(at);
  if (code < 128) return (ASCII[code] ?? 0) as Unit;
  const point = text.codePointAt(at);
  return point === undefined ? Unit.Other : unitOfPoint(point);
}

const units = new Map<number, Unit>();

function unitOfPoint(point: number): Unit {
  let unit = units.get(point);
  if (unit === undefined) {
    unit = computeUnit(String.fromCodePoint(point));
    if (units.size < 20_000) units.set(point, unit);
  }
  return unit;
}

function computeUnit(char: string): Unit {
  if (char === '…') return Unit.Break;
  if (LETTER.test(char)) return Unit.Letter;
  return EMOJI.test(char) || isRegional(char) ? Unit.Emoji : Unit.Other;
}

function isRegional(char: string): boolean {
  const point = char.codePointAt(0) ?? 0;
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Cuts folded text into tokens and marks; each unit is looked at a bounded number of times. */
export function scan(text: string): Scanned[] {
  const out: Scanned[] = [];
  let at = 0;
  while (at < text.length) {
    const next = scanAt(text, at);
    if (next.kind !== undefined) out.push({ kind: next.kind, start: at, end: next.end });
    at = next.end;
  }
  return out;
}

interface Step {
  readonly kind?: Scanned['kind'];
  readonly end: number;
}

function scanAt(text: string, at: number): Step {
  switch (unitAt(text, at)) {
    case Unit.Letter:
      return scanWordOrLink(text, at);
    case Unit.Digit:
      return scanNumber(text, at);
    case Unit.Break:
      return isLeading(text, at)
        ? { kind: 'word', end: scanWord(text, at + 1) }
        : { kind: 'break', end: at + 1 };
    case Unit.Newline:
      return { kind: 'newline', end: at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1) };
    case Unit.Quote:
      return { kind: 'quote', end: at + 1 };
    case Unit.Apostrophe:
      return scanApostrophe(text, at);
    case Unit.Emoji:
      return scanEmoji(text, at);
    case Unit.Space:
      return { end: at + 1 };
    default:
      return scanSymbol(text, at);
  }
}

/** A single mark opens or closes a quotation when only one side of it is a word. */
function scanApostrophe(text: string, at: number): Step {
  const before = at > 0 && isWordUnit(text, at - 1);
  const after = isWordUnit(text, at + 1);
  return before !== after || !before ? { kind: 'quote', end: at + 1 } : { end: at + 1 };
}

function isWordUnit(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return unit === Unit.Letter || unit === Unit.Digit;
}

function scanEmoji(text: string, at: number): Step {
  const first = width(text, at);
  const char = text.slice(at, at + first);
  // A flag is a pair of regional indicators.
  if (isRegional(char) && isRegional(text.slice(at + first, at + first + 2)))
    return { kind: 'emoji', end: at + first + 2 };
  return { kind: 'emoji', end: at + first };
}

function scanSymbol(text: string, at: number): Step {
  const char = text[at] ?? '';
  if (char === '@' && isWordUnit(text, at + 1)) return { kind: 'mention', end: scanHandle(text, at + 1) };
  if (char === '#' && isWordUnit(text, at + 1)) return { kind: 'hashtag', end: scanHandle(text, at + 1) };
  if (isLeetWord(text, at)) return { kind: 'word', end: scanWord(text, at + 1) };
  if ('£$€'.includes(char) && unitAt(text, at + 1) === Unit.Digit)
    return { kind: 'money', end: scanNumber(text, at + 1).end };
  if (isLeading(text, at)) return { kind: 'word', end: scanWord(text, at + 1) };
  if (char === '+' && unitAt(text, at + 1) === Unit.Digit) return scanNumber(text, at);
  return { end: at + width(text, at) };
}

/** "$tupid", "!diot", "+r4sh": a symbol in place of a first letter, and a letter soon after it. */
function isLeading(text: string, at: number): boolean {
  if (!'$!+'.includes(text[at] ?? 'x') || (at > 0 && !isGap(text, at - 1))) return false;
  let next = at + 1;
  while (next - at < 5 && (MASKS.has(text[next] ?? ' ') || unitAt(text, next) === Unit.Digit)) next += 1;
  return unitAt(text, next) === Unit.Letter;
}

/** "$1ob", but not "$5k" or "$2m". */
function isLeetWord(text: string, at: number): boolean {
  return (
    text[at] === '$' && /^\$\d{1,3}[a-z@][a-z0-9@$!|+]/.test(text.slice(at, at + 8)) && isLeading(text, at)
  );
}

function scanHandle(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isWordUnit(text, at) || text[at] === '_')) at += width(text, at);
  return at;
}

/** Letters and digits, with apostrophes and masking symbols between or after them: "can't", "f**k", "sh!t", "f***". */
function scanWord(text: string, from: number): number {
  let at = from;
  let end = from;
  while (at < text.length) {
    if (isWordUnit(text, at)) {
      at += width(text, at);
      end = at;
    } else if (text[at] === "'" && isWordUnit(text, at + 1)) at += 1;
    else if (MASKS.has(text[at] ?? '') && end - from + (at - end) < 40) {
      at += 1;
      if (TRAILING.has(text[at - 1] ?? '')) end = at;
    } else break;
  }
  return end;
}

function scanWordOrLink(text: string, at: number): Step {
  if (text.startsWith('http://', at) || text.startsWith('https://', at) || text.startsWith('www.', at)) {
    return { kind: 'link', end: scanNonSpace(text, at) };
  }
  const end = scanWord(text, at);
  if (text[end] === '@' && isWordUnit(text, end + 1)) return scanEmail(text, at, end);
  const address = emailInside(text, at, end) ?? dottedEmail(text, end);
  if (address !== undefined) return address;
  const domain = text[end] === '.' && isWordUnit(text, end + 1) ? scanDomain(text, end) : undefined;
  if (domain === undefined) return { kind: 'word', end };
  if (text[domain] === '@' && isWordUnit(text, domain + 1)) return scanEmail(text, at, domain);
  return { kind: 'link', end: text[domain] === '/' ? scanNonSpace(text, domain) : domain };
}

/** "name@host.uk" is scanned as one masked word: see whether a domain follows the sign. */
function emailInside(text: string, at: number, end: number): Step | undefined {
  if (text[end] !== '.' || !text.slice(at, end).includes('@')) return undefined;
  const domain = scanDomain(text, end);
  return domain === undefined ? undefined : { kind: 'email', end: domain };
}

/** "first.last@host.uk": labels up to a sign, then a domain. */
function dottedEmail(text: string, end: number): Step | undefined {
  let at = end;
  for (
    let labels = 0;
    labels < 5 && text[at] === '.' && isWordUnit(text, at + 1) && !text.slice(end, at).includes('@');
    labels++
  )
    at = scanWord(text, at + 1);
  if (text[at] !== '.' || at - end > 64 || !text.slice(end, at).includes('@')) return undefined;
  const domain = scanDomain(text, at);
  return domain === undefined ? undefined : { kind: 'email', end: domain };
}

function scanEmail(text: string, at: number, sign: number): Step {
  const host = scanHandle(text, sign + 1);
  const domain = text[host] === '.' ? scanDomain(text, host) : undefined;
  return domain === undefined ? { kind: 'word', end: scanWord(text, at) } : { kind: 'email', end: domain };
}

/** Labels after a dot, up to a known top-level domain; undefined when it is just the next sentence. */
function scanDomain(text: string, dot: number): number | undefined {
  let at = dot;
  let found: number | undefined;
  for (let labels = 0; labels < 5 && text[at] === '.' && isWordUnit(text, at + 1); labels++) {
    const end = scanHandle(text, at + 1);
    if (end - at > 64) break;
    if (TOP_LEVEL.has(text.slice(at + 1, end))) found = end;
    at = end;
    while (text[at] === '-' && isWordUnit(text, at + 1) && at - dot < 255) at = scanHandle(text, at + 1);
  }
  return found;
}

function scanNonSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < LONGEST_LINK && !isGap(text, at)) at += 1;
  while (at > from && '.,!?)\'"'.includes(text[at - 1] ?? '')) at -= 1;
  return Math.max(at, from + 1);
}

function isGap(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return unit === Unit.Space || unit === Unit.Newline;
}

/** A number, a phone number (ten digits or more that begin with 0 or +), or a word that begins with digits. */
function scanNumber(text: string, from: number): Step {
  let at = text[from] === '+' ? from + 1 : from;
  let digits = 0;
  let end = at;
  while (at < text.length && digits < 40) {
    const unit = unitAt(text, at);
    if (unit === Unit.Digit) {
      digits += 1;
      at += 1;
      end = at;
    } else if (
      digits > 0 &&
      at === end &&
      ' -.,:/'.includes(text[at] ?? 'x') &&
      unitAt(text, at + 1) === Unit.Digit &&
      mayContinue(text, from, at)
    )
      at += 1;
    else break;
  }
  if (digits >= 10 && (text[from] === '0' || text[from] === '+')) return { kind: 'phone', end };
  const first = scanPlainNumber(text, from);
  if (unitAt(text, first) !== Unit.Letter) return { kind: 'number', end: first };
  return scanDigitWord(text, from, first);
}

/** Spaces join digits only in a phone number. */
function mayContinue(text: string, from: number, at: number): boolean {
  return text[at] !== ' ' || text[from] === '0' || text[from] === '+';
}

function scanPlainNumber(text: string, from: number): number {
  let at = text[from] === '+' ? from + 1 : from;
  while (
    unitAt(text, at) === Unit.Digit ||
    ('.,:/'.includes(text[at] ?? 'x') && unitAt(text, at + 1) === Unit.Digit)
  )
    at += 1;
  return text[at] === '%' ? at + 1 : at;
}

/** "4am", "2nd", "20mph" stay one word, and so does "5hit"; what they mean is for lexicons to say. */
function scanDigitWord(text: string, from: number, digitsEnd: number): Step {
  return { kind: 'word', end: Math.max(scanWord(text, from), digitsEnd) };
}
