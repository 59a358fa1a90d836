import type { RulePack } from '../model/pack.ts';

/** JSON of the files of `rules/` without their examples, put here by the build. */
declare const __PACK__: string;

let shipped: RulePack | undefined;

/**
 * The rules that the package ships, frozen. Parsed when first asked for. They come without the examples that test them, which
 * are a good part of their size and decide nothing: `readPack()` of `acceptable-use/node` reads the package's folder with all.
 */
export function defaultPack(): RulePack {
  shipped ??= deepFreeze({ files: JSON.parse(__PACK__) as Readonly<Record<string, unknown>> });
  return shipped;
}

/** Whether a file is the shipped one itself, as it is in the shipped pack and in packs that extend it. */
export function isShippedFile(path: string, content: unknown): boolean {
  return shipped !== undefined && Object.hasOwn(shipped.files, path) && shipped.files[path] === content;
}

/** Freezes a value and all that it holds. What is frozen already is taken to be frozen throughout. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
