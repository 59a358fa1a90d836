import type { RulePack } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { BLANK, blanksIn } from '../newCategory.ts';

/** Blanks of a new category or lexicon that nobody has filled. */
export function checkBlanks({ files }: RulePack): readonly Problem[] {
  return Object.keys(files)
    .filter((file) => /^(categories|lexicons)\//.test(file))
    .flatMap((file) =>
      blanksIn(files[file]).map((path) => ({
        code: 'blank',
        file,
        path,
        message: `Found a blank. Put what it asks for in place of “${BLANK}: …”.`,
      })),
    );
}
