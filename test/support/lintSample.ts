import type { LintCode } from '../../src/authoring/lint/entry.ts';
import type { RulePack } from '../../src/index.ts';
import { smallPack } from './pack.ts';

/** The pack into which the documented values of a lint code are put. */
function basePack(): RulePack {
  const { files } = smallPack({
    groups: [
      { classes: ['colour'], terms: ['red', 'green', 'blue'] },
      { classes: ['saying'], terms: ['said'] },
    ],
    guards: [
      { id: 'spoken', about: 'Said.', kind: 'near', class: 'saying', within: 4, side: 'before' },
      {
        id: 'lookalike',
        about: 'Innocent.',
        kind: 'covered',
        classes: ['lookalike-bird', 'lookalike-place'],
      },
    ],
    rules: [
      {
        id: 'trial/one',
        patterns: ['@colour bin', '@colour <0-2> door'],
        guards: ['spoken', 'lookalike'],
        falsePositives: 'Talk of paint and of gardens.',
        examples: { match: ['a red bin', 'the blue bin'], noMatch: ['a bin', 'a door'] },
      },
    ],
  });
  const lexicon = { title: 'A list', language: 'en', source: 'own', licence: 'MIT' };
  return structuredClone({
    files: {
      ...files,
      'notices.json': {
        notices: [
          { id: 'reply', audience: 'public-reply', for: 'reply:answer', clauses: [], text: 'Hello.' },
        ],
      },
      'settings.json': {
        settings: [
          {
            id: 'colours',
            about: 'How bad a colour is.',
            kind: 'choice',
            default: 'usual',
            choices: [
              { value: 'usual', about: 'As it is.', changes: [] },
              {
                value: 'mild',
                about: 'Less.',
                changes: [{ change: 'severity', rule: 'trial/one', to: 'low' }],
              },
            ],
          },
        ],
      },
      'lexicons/innocent.en.json': {
        ...lexicon,
        id: 'innocent.en',
        groups: [
          { classes: ['lookalike-bird'], terms: ['tit', 'blue tit'] },
          { classes: ['lookalike-place'], terms: ['corby'] },
        ],
      },
      'lexicons/ordinary.en.json': {
        ...lexicon,
        id: 'ordinary.en',
        groups: [{ classes: ['ordinary'], terms: ['quay'] }],
      },
    },
  });
}

/** The pack with the bad or the good value of a code in it. */
export function samplePack(entry: LintCode, which: 'bad' | 'good'): RulePack {
  const { files } = basePack();
  for (const [file, values] of Object.entries(entry.given ?? {}))
    for (const [path, value] of Object.entries(values)) put(files, file, path, value);
  put(files, entry.file, entry.path, entry[which]);
  return { files };
}

/** The pack without anything in it, which has no problems. */
export const soundPack = basePack;

type Tree = Record<string | number, unknown>;

function put(files: Readonly<Record<string, unknown>>, file: string, path: string, value: unknown): void {
  const keys = [file, ...(path.match(/\[\d+\]|[^.[\]]+/g) ?? [])];
  const parent = keys.slice(0, -1).reduce<Tree>((tree, key) => tree[keyOf(key)] as Tree, files as Tree);
  const key = keyOf(keys.at(-1) ?? '');
  if (value === undefined) Reflect.deleteProperty(parent, key);
  // A key such as "constructor" must become the object's own.
  else
    Object.defineProperty(parent, key, {
      value: structuredClone(value),
      enumerable: true,
      writable: true,
      configurable: true,
    });
}

function keyOf(key: string): string | number {
  return key.startsWith('[') ? Number(key.slice(1, -1)) : key;
}
