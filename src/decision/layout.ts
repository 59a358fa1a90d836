/** ANSI styles of a report. */
const STYLES = { act: '1;31', review: '1;33', allow: '1;32', heading: '1', quiet: '2', mark: '7' } as const;
/** A style of a report. */
export type Style = keyof typeof STYLES;

/** What a terminal could obey, or what could turn the text around: controls, bidi controls, separators, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\u206a-\u206f\ufff9-\ufffb]/gu;

/**
 * Text that is safe to print: line breaks stay, tabs become spaces, other control characters become visible.
 * @example harmless('\u001b[2J') //=> '<U+001B>[2J'
 */
export function harmless(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(UNSAFE, (unsafe) => {
    if (unsafe === '\n') return unsafe;
    return unsafe === '\t'
      ? ' '
      : `<U+${(unsafe.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** One character as printed, or a marker that must not be broken. */
export interface Cell {
  readonly text: string;
  readonly marked: boolean;
}

/** Harmless text in one line, so that no text of a comment starts a line of its own. */
export function inline(text: string): string {
  return harmless(text).replaceAll('\n', ' ');
}

/** Text in a style, if colours are wanted. */
export function paint(style: Style, text: string, colour: boolean): string {
  return colour ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;
}

/** Cells as text, the marked ones highlighted if colours are wanted. */
export function paintCells(line: readonly Cell[], colour: boolean): string {
  const runs: { text: string; marked: boolean }[] = [];
  for (const { text, marked } of line) {
    const last = runs.at(-1);
    if (last?.marked === marked) last.text += text;
    else runs.push({ text, marked });
  }
  return runs.map(({ text, marked }) => (marked ? paint('mark', text, colour) : text)).join('');
}

/** A cell for each character. */
export function cellsOf(text: string, marked = false): Cell[] {
  return Array.from(text, (character) => ({ text: character, marked }));
}

/** The text of cells, unmarked. */
export function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}

const WIDE =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const JOINED = /^[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]/u;

/** Columns that a character takes: an estimate that is right for all common scripts and emoji. */
export function columns({ text }: Cell): number {
  if (text.length > 1 && text.charCodeAt(0) < 128) return text.length;
  if (JOINED.test(text)) return 0;
  return WIDE.test(text) ? 2 : 1;
}

/** Breaks at line breaks and, where a line is full, at its last space, or between two characters if it has none. */
export function wrap(cells: readonly Cell[], width: number): Cell[][] {
  const lines: Cell[][] = [];
  let start = 0;
  let space = -1;
  let used = 0;
  const cut = (end: number, next: number) => {
    lines.push(cells.slice(start, end));
    [start, space] = [next, -1];
    used = 0;
  };
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Cell;
    if (cell.text === '\n') {
      cut(i, i + 1);
      continue;
    }
    used += columns(cell);
    if (used > width && cell.text === ' ') {
      cut(i, i + 1);
      continue;
    }
    if (used > width) {
      if (space < 0) cut(i, i);
      else cut(space, space + 1);
      used = cells.slice(start, i + 1).reduce((sum, kept) => sum + columns(kept), 0);
    }
    if (cell.text === ' ') space = i;
  }
  cut(cells.length, cells.length);
  return lines;
}
