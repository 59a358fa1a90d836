import type { TokenKind } from './token.ts';

/** A token while the text is still being cut; places are in the folded text. */
export interface Draft {
  readonly kind: TokenKind;
  forms: readonly string[];
  readonly from: number;
  to: number;
  sentence: number;
  /** Cut out of a run of words, whose capitals say nothing. */
  readonly cut?: boolean;
  joins?: { readonly form: string; readonly length: number }[];
}

/** Notes that a token and those after it can be read as one word. */
export function addJoin(draft: Draft, form: string, length: number): void {
  draft.joins ??= [];
  draft.joins.push({ form, length });
}

/** Adds further readings of one token. */
export function addForms(draft: Draft, forms: readonly string[]): void {
  draft.forms = [...new Set([...draft.forms, ...forms])];
}
