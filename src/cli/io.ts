import type { Bytes } from './source.ts';

/** What the command touches of the world. */
export interface Io {
  readonly stdin: Bytes;
  readonly stdinIsTTY: boolean;
  readonly stdoutIsTTY: boolean;
  /** Default false. */
  readonly stderrIsTTY?: boolean;
  readonly columns?: number | undefined;
  /** Resolves once more may be written. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current time, as ISO 8601 with offset. */
  readonly clock: () => string;
  /** Ends what would go on until it is stopped. */
  readonly signal?: AbortSignal;
}

/** Exit codes of every command. */
export const EXIT = { good: 0, found: 1, unusable: 2 } as const;

/** JSON in which characters that a terminal could obey are escaped; it reads back as the same value. */
export function jsonText(value: unknown): string {
  const escaped = (unsafe: string) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, escaped)}\n`;
}

/** What may be told of an unexpected error: its message could hold the comment, so only its kind. */
export function unexpected(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return `Could not go on (${code}).`;
  return `Met an unexpected ${error instanceof Error ? error.name : 'error'}. Please report it.`;
}

/** Code of a system's error. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
