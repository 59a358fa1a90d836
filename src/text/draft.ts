import type { TokenKind } from './token.ts';

/** A token while its text is being cut; offsets are those of the folded text. */
export interface Draft {
  kind: TokenKind;
  forms: readonly string[];
  from: number;
  to: number;
  sentence: number;
  joins?: { form: string; length: number }[];
}
