import type {
  CategoryFile,
  GuardsFile,
  LadderFile,
  LexiconFile,
  NoticesFile,
  PolicyFile,
  PostsFile,
  RulePack,
  ServicesFile,
  SignalsFile,
} from '../model/pack.ts';
import { checkFile, fileKind } from '../model/packSchema.ts';
import type { Problem } from '../model/problem.ts';
import type { SettingsFile } from '../model/setting.ts';
import { isShippedFile } from './shipped.ts';

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
  readonly services: ServicesFile;
  readonly settings: SettingsFile;
  readonly categories: readonly Placed<CategoryFile>[];
  readonly lexicons: readonly Placed<LexiconFile>[];
}

const REQUIRED = [
  'policy.json',
  'ladder.json',
  'guards.json',
  'signals.json',
  'notices.json',
  'posts.json',
] as const;

/** Every problem in the shape of a pack's files. */
export function checkFiles(pack: RulePack): Problem[] {
  const missing = REQUIRED.filter((path) => !Object.hasOwn(pack.files, path)).map((path) => ({
    code: 'missing-file',
    file: path,
    path: '',
    message: 'Found no such file. Every pack needs it.',
  }));
  const shapes = Object.keys(pack.files)
    .sort()
    .flatMap((path) => checkPackFile(path, pack.files[path]));
  return [...missing, ...shapes];
}

/** The shipped files are checked by the tests (test/schema.test.ts); checking them again would cost every caller. */
export function checkPackFile(path: string, content: unknown): Problem[] {
  if (isShippedFile(path, content)) return [];
  if (fileKind(path) !== 'overlay') return checkFile(path, content);
  return [
    {
      code: 'overlay-in-pack',
      file: path,
      path: '',
      message:
        'Found an overlay where a pack should be. Read its folder with readOverlay() and pass it to extendPack().',
    },
  ];
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
    // A pack without forms of its own services needs none.
    services: (pack.files['services.json'] as ServicesFile | undefined) ?? { services: [] },
    // A pack that nobody extends needs none.
    settings: (pack.files['settings.json'] as SettingsFile | undefined) ?? { settings: [] },
    categories: placed('category'),
    lexicons: placed('lexicon'),
  };
}
