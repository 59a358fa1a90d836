import type { RulePack } from '../model/pack.ts';

/** JSON of the files of `rules/`, put here by the build. */
declare const __PACK__: string;

let shipped: RulePack | undefined;

/** The rules that the package ships, frozen. Parsed when first asked for. */
export function defaultPack(): RulePack {
  shipped ??= deepFreeze({ files: JSON.parse(__PACK__) as Readonly<Record<string, unknown>> });
  return shipped;
}

/** Whether a pack is the shipped one itself, whose files the tests have checked. */
export function isShipped(pack: RulePack): boolean {
  return pack === shipped;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
