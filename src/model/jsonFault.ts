/** Where a text stops being JSON, counted from 1, and what should have stood there. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** What may stand at a place: a value, a key, what follows a key, or what follows a value. */
type Turn = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'end';

const EXPECTED: Readonly<Record<Exclude<Turn, 'end'>, string>> = {
  value: 'a value; is there a comma too many?',
  'value or ]': 'a value or "]"',
  key: 'a key in double quotation marks; is there a comma too many?',
  'key or }': 'a key in double quotation marks or "}"',
  colon: '":" after the key',
};

/**
 * Finds the fault in a text that JSON.parse refuses: what Node says of it differs from version to version, and may leave
 * out the place. Reads once from left to right, however deep it is nested.
 */
export function jsonFault(text: string): JsonFault | undefined {
  const reader = new Reader(text);
  let turn: Turn | 'done' | undefined = 'value';
  while (turn !== 'done') {
    const due: Turn = turn;
    turn = reader.step(due);
    if (turn === undefined) return placed(text, reader.at, reader.expected(due));
  }
  return undefined;
}

/** Reads JSON piece by piece. */
class Reader {
  readonly #text: string;
  readonly #open: ('}' | ']')[] = [];
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads what is due; returns what may follow, or undefined where something else stands. */
  step(turn: Turn): Turn | 'done' | undefined {
    this.#take(SPACE);
    switch (turn) {
      case 'end':
        return this.#afterValue();
      case 'colon':
        return this.#skip(':') ? 'value' : undefined;
      case 'key or }':
        return this.#skip('}') ? this.#close() : this.#key();
      case 'key':
        return this.#key();
      case 'value or ]':
        return this.#skip(']') ? this.#close() : this.#value();
      case 'value':
        return this.#value();
    }
  }

  /** What should have stood at the place where reading stopped. */
  expected(turn: Turn): string {
    if (turn === 'end') {
      const close = this.#open.at(-1);
      return close === undefined
        ? 'nothing more after the end'
        : `"," or "${close}"; is a comma or a quotation mark missing before it?`;
    }
    return turn.startsWith('value') && this.#text[this.at] === '"'
      ? 'a text that ends on its line, with \\" for a quotation mark in it'
      : EXPECTED[turn];
  }

  #value(): Turn | undefined {
    if (this.#skip('{')) return this.#enter('}', 'key or }');
    if (this.#skip('[')) return this.#enter(']', 'value or ]');
    return this.#take(STRING) || this.#take(SCALAR) ? 'end' : undefined;
  }

  #key(): Turn | undefined {
    return this.#take(STRING) ? 'colon' : undefined;
  }

  #afterValue(): Turn | 'done' | undefined {
    const close = this.#open.at(-1);
    if (close === undefined) return this.at === this.#text.length ? 'done' : undefined;
    if (this.#skip(',')) return close === '}' ? 'key' : 'value';
    return this.#skip(close) ? this.#close() : undefined;
  }

  #enter(close: '}' | ']', next: Turn): Turn {
    this.#open.push(close);
    return next;
  }

  #close(): Turn {
    this.#open.pop();
    return 'end';
  }

  #skip(sign: string): boolean {
    const found = this.#text[this.at] === sign;
    if (found) this.at += 1;
    return found;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    this.at += found?.length ?? 0;
    return found !== undefined;
  }
}

function placed(text: string, at: number, expected: string): JsonFault {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected };
}
