import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Editors write a file in several steps: what follows within so many milliseconds is one change. */
const SETTLE = 100;

/** Watches a rules folder from the moment it is made. */
export class FolderWatch {
  readonly #watchers: readonly FSWatcher[];
  readonly #signal: AbortSignal | undefined;
  #changed = false;
  #wake: () => void = () => undefined;

  constructor(directory: string, signal: AbortSignal | undefined) {
    this.#signal = signal;
    // A rules folder is one level deep; a recursive watch isn't there on every system.
    this.#watchers = [directory, ...foldersIn(directory)].map((folder) =>
      watch(folder, () => this.#notice()),
    );
    signal?.addEventListener('abort', () => this.#wake(), { once: true });
  }

  #notice(): void {
    this.#changed = true;
    this.#wake();
  }

  /** Waits for the next change. @returns false once the watch is to end. */
  async change(): Promise<boolean> {
    if (!this.#changed && this.#signal?.aborted !== true)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    if (this.#signal?.aborted === true) return false;
    await pause(SETTLE);
    this.#changed = false;
    return true;
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }
}

function foldersIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => join(directory, entry.name));
}
