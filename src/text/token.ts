/** What a token is. */
export type TokenKind =
  | 'word'
  | 'number'
  | 'money'
  | 'phone'
  | 'link'
  | 'email'
  | 'mention'
  | 'hashtag'
  | 'emoji';

/** A piece of the text that rules can name. Punctuation is none. */
export interface Token {
  readonly kind: TokenKind;
  /** What it can be read as, lower case, the plain reading first. */
  readonly forms: readonly string[];
  /** Half-open UTF-16 offsets in the caller's string. */
  readonly start: number;
  readonly end: number;
  /** Index of its sentence. */
  readonly sentence: number;
  /** Begins with a capital in the caller's string, and isn't all capitals. */
  readonly capital: boolean;
  /** Spellings of this and the following tokens as one word: "half-wit" also "halfwit", "f u c k" also "fuck". */
  readonly joins?: readonly { readonly form: string; readonly length: number }[];
}

/** A half-open range of tokens. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A text cut into tokens, sentences and quotations. */
export interface TokenisedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Ranges of tokens, half-open. */
  readonly sentences: readonly TokenRange[];
  /** Token ranges within quotation marks, half-open, in order, not nested. */
  readonly quotations: readonly TokenRange[];
}
