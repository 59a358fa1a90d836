import type {
  CategoryFile,
  GuardsFile,
  LadderFile,
  LexiconFile,
  NoticesFile,
  PolicyFile,
  PostsFile,
  RulePack,
  SignalsFile,
} from '../model/pack.ts';
import { fileKind } from '../model/packSchema.ts';

/** A file of a pack and where it stands. */
export interface Placed<T> {
  readonly path: string;
  readonly content: T;
}

/** The files of a pack by kind. */
export interface PackFiles {
  readonly policy: PolicyFile;
  readonly ladder: LadderFile;
  readonly guards: GuardsFile;
  readonly signals: SignalsFile;
  readonly notices: NoticesFile;
  readonly posts: PostsFile;
  readonly categories: readonly Placed<CategoryFile>[];
  readonly lexicons: readonly Placed<LexiconFile>[];
}

/** Sorts a pack's files by kind. Their shape has been checked, or is trusted. */
export function sortFiles(pack: RulePack): PackFiles {
  const paths = Object.keys(pack.files).sort();
  const placed = <T>(kind: 'category' | 'lexicon') =>
    paths.filter((path) => fileKind(path) === kind).map((path) => ({ path, content: pack.files[path] as T }));
  return {
    policy: pack.files['policy.json'] as PolicyFile,
    ladder: pack.files['ladder.json'] as LadderFile,
    guards: pack.files['guards.json'] as GuardsFile,
    signals: pack.files['signals.json'] as SignalsFile,
    notices: pack.files['notices.json'] as NoticesFile,
    posts: pack.files['posts.json'] as PostsFile,
    categories: placed('category'),
    lexicons: placed('lexicon'),
  };
}
