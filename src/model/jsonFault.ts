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
  const open: ('{' | '[')[] = [];
  let at = 0;
  let turn: Turn = 'value';
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  for (;;) {
    take(SPACE);
    const sign = text[at];
    if (turn === 'end') {
      const inside = open.at(-1);
      if (inside === undefined) {
        return sign === undefined ? undefined : placed(text, at, 'nothing more after the end');
      }
      const close = inside === '{' ? '}' : ']';
      if (sign === ',') turn = inside === '{' ? 'key' : 'value';
      else if (sign === close) open.pop();
      else return placed(text, at, `"," or "${close}"; is a comma or a quotation mark missing before it?`);
      at += 1;
    } else if (turn === 'colon') {
      if (sign !== ':') return placed(text, at, EXPECTED.colon);
      at += 1;
      turn = 'value';
    } else if (turn === 'key' || turn === 'key or }') {
      if (turn === 'key or }' && sign === '}') {
        open.pop();
        at += 1;
        turn = 'end';
      } else if (take(STRING) === undefined) return placed(text, at, EXPECTED[turn]);
      else turn = 'colon';
    } else if (turn === 'value or ]' && sign === ']') {
      open.pop();
      at += 1;
      turn = 'end';
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      at += 1;
      turn = sign === '{' ? 'key or }' : 'value or ]';
    } else if ((take(STRING) ?? take(SCALAR)) !== undefined) turn = 'end';
    else
      return placed(
        text,
        at,
        sign === '"' ? 'a text that ends on its line, with \\" for a quotation mark in it' : EXPECTED[turn],
      );
  }
}

function placed(text: string, at: number, expected: string): JsonFault {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected };
}
