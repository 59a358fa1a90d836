import { defaultPack } from '../../src/index.ts';
import type { CategoryFile, Guard, LexiconGroup, PolicyFile, Rule, RulePack } from '../../src/model/pack.ts';

/** Parts of a small pack. */
export interface SmallPack {
  readonly groups?: readonly LexiconGroup[];
  readonly rules?: readonly (Partial<Rule> & { readonly id: string })[];
  readonly guards?: readonly Guard[];
  readonly category?: Partial<CategoryFile>;
  /** Further files, or files to replace. */
  readonly files?: Readonly<Record<string, unknown>>;
}

/** A pack with the shipped policy and ladder, one lexicon and one category of its own, and nothing else. */
export function smallPack({
  groups = [],
  rules = [],
  guards = [],
  category = {},
  files = {},
}: SmallPack): RulePack {
  const shipped = defaultPack().files;
  const ladder = structuredClone(shipped['ladder.json']) as {
    vetoes: { when: string }[];
    suppress: unknown[];
  };
  ladder.vetoes = ladder.vetoes.filter(({ when }) => !when.startsWith('signal/'));
  return {
    files: {
      'policy.json': shipped['policy.json'] as PolicyFile,
      'ladder.json': ladder,
      'notices.json': { notices: [] },
      'posts.json': shipped['posts.json'],
      'signals.json': { signals: [] },
      'guards.json': { guards },
      'lexicons/small.en.json': {
        id: 'small.en',
        title: 'A small lexicon',
        language: 'en',
        source: 'own',
        licence: 'MIT',
        groups,
      },
      'categories/trial.json': {
        id: 'trial',
        title: 'Trial',
        track: 'breach',
        clauses: ['AUP-2.2a'],
        ...category,
        rules: rules.map((rule) => ({
          title: 'A trial',
          severity: 'medium',
          sureness: 'high',
          falsePositives: 'None.',
          examples: { match: ['a', 'b'], noMatch: ['c', 'd'] },
          ...rule,
        })),
      },
      ...files,
    },
  };
}
