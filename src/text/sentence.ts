import type { Draft } from './draft.ts';
import type { Scanned } from './scan.ts';
import type { TokenRange } from './token.ts';

const ABBREVIATIONS = new Set(
  'cllr cllrs mr mrs ms dr st rev no nos eg ie etc vs rd ave approx dept tel ref'.split(' '),
);
const LONGEST_QUOTATION = 60;

/** Follows where sentences end and quotations open and close, while a text is cut. */
export class SentenceReader {
  readonly #text: string;
  readonly #drafts: readonly Draft[];
  readonly quotations: TokenRange[] = [];
  sentence = 0;
  #sentenceStart = 0;
  #lineStart = 0;
  #open: { at: number; mark: string } | undefined;

  constructor(text: string, drafts: readonly Draft[]) {
    this.#text = text;
    this.#drafts = drafts;
  }

  /** A full stop, an exclamation or a question mark. */
  stop(scanned: readonly Scanned[], i: number): void {
    const piece = scanned[i];
    const last = this.#drafts.at(-1);
    if (piece === undefined || last === undefined || this.#drafts.length === this.#sentenceStart) return;
    const dot = this.#text[piece.start] === '.';
    if (dot && last.to === piece.start && (this.#isAbbreviated(last) || isDotted(scanned, i))) return;
    this.#next();
  }

  /** The end of a line, and whether a blank one follows. */
  line(blank: boolean): void {
    const since = this.#drafts.length - this.#lineStart;
    this.#lineStart = this.#drafts.length;
    if (this.#drafts.length > this.#sentenceStart && (blank || (since >= 3 && !this.#isLetter())))
      this.#next();
  }

  /** A quotation mark. */
  quote(piece: Scanned): void {
    const mark = this.#text[piece.start] ?? '';
    const open = this.#open;
    const opens = !/[\p{L}\p{N}.,!?…]/u.test(this.#text[piece.start - 1] ?? ' ');
    const count = this.#drafts.length;
    if (open !== undefined && open.mark === mark && count > open.at && !(opens && mark === "'")) {
      if (count - open.at <= LONGEST_QUOTATION) this.quotations.push({ first: open.at, last: count });
      this.#open = undefined;
    } else if (opens && (open === undefined || count - open.at > LONGEST_QUOTATION))
      this.#open = { at: count, mark };
  }

  #next(): void {
    this.sentence += 1;
    this.#sentenceStart = this.#drafts.length;
  }

  /** "Mr. Smith", "J. Smith", "f.u.c.k". */
  #isAbbreviated(last: Draft): boolean {
    if (ABBREVIATIONS.has(last.forms[0] ?? '')) return true;
    return last.kind === 'word' && last.to - last.from === 1 && /\p{L}/u.test(this.#text[last.from] ?? '');
  }

  /** A word set letter by letter down the page runs across lines. */
  #isLetter(): boolean {
    const last = this.#drafts.at(-1);
    return (
      last !== undefined &&
      last.kind === 'word' &&
      last.to - last.from === 1 &&
      !/[ai]/.test(last.forms[0] ?? '')
    );
  }
}

/** "you.are.a.clown": dots in place of spaces. */
function isDotted(scanned: readonly Scanned[], i: number): boolean {
  const tight = (at: number) =>
    scanned[at]?.kind === 'break' &&
    scanned[at - 1]?.end === scanned[at]?.start &&
    scanned[at + 1]?.start === scanned[at]?.end;
  return tight(i) && (tight(i - 2) || tight(i + 2));
}
