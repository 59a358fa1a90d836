import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BLANK, blanksIn, newCategory } from '../authoring/newCategory.ts';
import { id as idSchema } from '../model/field.ts';
import { type Command, isOverlay, packAt } from './command.ts';
import { codeOf, EXIT, type Io } from './io.ts';
import { type Arguments, UsageError } from './options.ts';

/** Where rules are kept unless --rules says otherwise. */
const USUAL = 'rules';

/** `acceptable-use new` */
export const create: Command = {
  name: 'new',
  about: 'writes the file of a new category, with blanks to fill in',
  options: ['rules'],
  help: `Usage: acceptable-use new category ID [--rules DIR]

Writes DIR/categories/ID.json for a new category: JSON with blanks that begin with "${BLANK}". Nothing else need be edited or
registered. The rules are refused until every blank is filled, so that none is forgotten.

  acceptable-use new category livestock --rules my-rules
  acceptable-use lint --rules my-rules livestock         what is still to be done
  acceptable-use test --rules my-rules livestock         whether its examples hold

Options
  --rules DIR    rules folder to write to (${USUAL})

Exit code: 0 written; 2 bad usage, a folder that holds no rules, or a category that is there already.
`,
  run: writeNew,
};

async function writeNew({ inputs, rules = USUAL }: Arguments, io: Io): Promise<number> {
  const [what, id, ...others] = inputs;
  if (what !== 'category' || id === undefined || others.length > 0)
    throw new UsageError('Found no category to make. Write: acceptable-use new category ID');
  if (!idSchema.safeParse(id).success)
    throw new UsageError(
      'Found an id that is not kebab-case. Write lower-case words with hyphens: off-topic',
    );
  const text = newCategory(id, packAt(packFolder(rules)));
  const path = join(rules, 'categories', `${id}.json`);
  mkdirSync(join(rules, 'categories'), { recursive: true });
  writeOnce(path, text);
  const blanks = blanksIn(JSON.parse(text));
  await io.out(
    `Wrote ${path} with ${blanks.length} blanks:\n${blanks.map((blank) => `  ${blank}\n`).join('')}` +
      `Fill them in, then: acceptable-use lint --rules ${rules} ${id} && acceptable-use test --rules ${rules} ${id}\n`,
  );
  return EXIT.good;
}

function packFolder(rules: string): string {
  if (isOverlay(rules) || existsSync(join(rules, 'ladder.json'))) return rules;
  throw new UsageError(
    `Found no rules in ${rules}: it has neither ladder.json nor overlay.json. Name the folder with --rules DIR.`,
  );
}

function writeOnce(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new UsageError(
      `Found ${path} already, and left it as it is. Choose another id, or edit that file.`,
    );
  }
}
