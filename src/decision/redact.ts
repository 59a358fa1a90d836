import type { EvidenceReader } from '../evidence/evidence.ts';
import type { KnownName } from '../evidence/name.ts';
import type { TokenKind } from '../text/token.ts';
import { tokenise } from '../text/tokenise.ts';

/** What stands in place of a token of a kind. */
const PLACES: Readonly<Partial<Record<TokenKind, string>>> = {
  mention: '[handle]',
  phone: '[phone]',
  email: '[email]',
  link: '[link]',
};

/** Where a name stood. */
const NAME = '[name]';

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly place: string;
}

/** Takes personal details out of the texts around one item. */
export interface Redactor {
  /** A whole text without them. */
  text(whole: string): string;
  /** A part of a text, half-open in UTF-16 units, read within the whole; `cut` if anything was taken out. */
  part(whole: string, start: number, end: number): { readonly text: string; readonly cut: boolean };
}

/**
 * A redactor for the texts around one item. Takes out handles, phone numbers, e-mail addresses and links, and names that
 * a title, a common first name or the caller makes known. Other names stay: a person must check.
 */
export function redactor(reader: EvidenceReader, known: readonly KnownName[]): Redactor {
  const cuts = (whole: string) => cutsOf(whole, reader, known);
  return {
    text: (whole) => without(whole, 0, whole.length, cuts(whole)),
    part: (whole, start, end) => {
      const own = cuts(whole).filter((cut) => cut.start < end && cut.end > start);
      return { text: without(whole, start, end, own), cut: own.length > 0 };
    },
  };
}

function cutsOf(whole: string, reader: EvidenceReader, known: readonly KnownName[]): Cut[] {
  const tokens = tokenise(whole).tokens.flatMap(({ kind, start, end }): Cut[] => {
    const place = PLACES[kind];
    return place === undefined ? [] : [{ start, end, place }];
  });
  const names = reader.names(whole, known).map((range): Cut => ({ ...range, place: NAME }));
  // At the same start a token's own kind says more than "name".
  return [...tokens, ...names].toSorted(
    (a, b) => a.start - b.start || Number(a.place === NAME) - Number(b.place === NAME),
  );
}

/** A part of a text with ranges replaced; overlapping ones become one, named after the first. */
function without(whole: string, start: number, end: number, cuts: readonly Cut[]): string {
  let done = start;
  let out = '';
  let covered = -1;
  for (const cut of cuts) {
    if (cut.start >= covered) out += whole.slice(done, Math.max(done, cut.start)) + cut.place;
    covered = Math.max(covered, cut.end);
    done = Math.min(end, Math.max(done, cut.end));
  }
  return out + whole.slice(done, end);
}
