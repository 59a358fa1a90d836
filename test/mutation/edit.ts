import type { RulePack } from '../../src/model/pack.ts';

type Holder = Record<string, unknown> & unknown[];

/** A pack with the value at a path of a file taken out; in a list, those after it move up. */
export function without(pack: RulePack, file: string, path: string): RulePack {
  return edited(pack, file, path, (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  });
}

/** A pack with another value at a path of a file. */
export function withValue(pack: RulePack, file: string, path: string, value: unknown): RulePack {
  return edited(pack, file, path, (holder, key) => {
    holder[key as never] = value as never;
  });
}

function edited(
  pack: RulePack,
  file: string,
  path: string,
  edit: (holder: Holder, key: string) => void,
): RulePack {
  const content = structuredClone(pack.files[file]);
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  edit(
    keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content) as Holder,
    last,
  );
  return { files: { ...pack.files, [file]: content } };
}
