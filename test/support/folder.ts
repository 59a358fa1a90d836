import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder. */
export interface Folder {
  readonly path: string;
  /** Writes a file. @returns its path. */
  file(path: string, content: string | Uint8Array): string;
  /** Writes the files of a pack to a folder of their own. @returns its path. */
  pack(name: string, files: Readonly<Record<string, unknown>>): string;
  remove(): void;
}

/** Makes a temporary folder. */
export function temporaryFolder(): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'acceptable-use-')));
  const file = (name: string, content: string | Uint8Array) => {
    const whole = join(path, name);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  };
  return {
    path,
    file,
    pack: (name, files) => {
      for (const [inner, content] of Object.entries(files))
        file(`${name}/${inner}`, JSON.stringify(content, null, 2));
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}
