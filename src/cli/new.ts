import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BLANK, blanksIn, newCategory, newLexicon } from '../authoring/newCategory.ts';
import { id as idSchema } from '../model/field.ts';
import { type Command, isOverlay, packAt } from './command.ts';
import { codeOf, EXIT, type Io } from './io.ts';
import { type Arguments, UsageError } from './options.ts';

/** Where rules are kept unless --rules says otherwise. */
const USUAL = 'my-rules';
/** How a folder of rules of one's own begins. */
const COPY =
  'npm install acceptable-use, then: cp -r node_modules/acceptable-use/rules my-rules (Windows: xcopy /e /i node_modules\\acceptable-use\\rules my-rules)';

/** `acceptable-use new` */
export const create: Command = {
  name: 'new',
  about: 'writes the file of a new category or lexicon, with blanks to fill in',
  options: ['rules'],
  help: `Usage: acceptable-use new category ID [--rules DIR]
       acceptable-use new lexicon ID [--rules DIR]

Writes DIR/categories/ID.json or DIR/lexicons/ID.en.json: JSON with blanks that begin with "${BLANK}". Nothing else need be
edited or registered. The rules are refused until every blank is filled, so that none is forgotten.

  cp -r node_modules/acceptable-use/rules my-rules         once: a folder of your own; or make one with an overlay.json
  acceptable-use new category livestock --rules my-rules
  acceptable-use new lexicon farm --rules my-rules         words of your own, in English; farm.cy for another language
  acceptable-use lint --rules my-rules livestock           what is still to be done
  acceptable-use test --rules my-rules livestock           whether its examples hold

Options
  --rules DIR    rules folder, or overlay folder, to write to (${USUAL})

Exit code: 0 written; 2 bad usage, a folder that holds no rules, or a file that is there already.
`,
  run: writeNew,
};

async function writeNew({ inputs, rules = USUAL }: Arguments, io: Io): Promise<number> {
  const [what, id, ...others] = inputs;
  if ((what !== 'category' && what !== 'lexicon') || id === undefined || others.length > 0)
    throw new UsageError(
      'Found nothing to make. Write: acceptable-use new category ID, or acceptable-use new lexicon ID',
    );
  return what === 'category' ? writeCategory(id, rules, io) : writeLexicon(id, rules, io);
}

async function writeCategory(id: string, rules: string, io: Io): Promise<number> {
  checkId(id);
  const text = newCategory(id, packAt(packFolder(rules)));
  await write(join(rules, 'categories'), `${id}.json`, text, io);
  await io.out(
    `A rule may also have "guards", "when", "signpost", "refer", "clauses" and "track"; rules/README.md shows them.\n` +
      `Fill the blanks in, then: acceptable-use lint --rules ${rules} ${id} && acceptable-use test --rules ${rules} ${id}\n`,
  );
  return EXIT.good;
}

async function writeLexicon(name: string, rules: string, io: Io): Promise<number> {
  const [topic = '', language = 'en', ...rest] = name.split('.');
  checkId(topic);
  if (!/^[a-z]{2,3}$/.test(language) || rest.length > 0)
    throw new UsageError('Found no language after the point. Write town.en, or town for English.');
  packFolder(rules);
  const id = `${topic}.${language}`;
  await write(join(rules, 'lexicons'), `${id}.json`, newLexicon(id), io);
  await io.out(
    `Fill the blanks in, and name the class in a pattern as @name. Then: acceptable-use lint --rules ${rules}\n`,
  );
  return EXIT.good;
}

function checkId(id: string): void {
  if (!idSchema.safeParse(id).success)
    throw new UsageError(
      'Found an id that is not kebab-case. Write lower-case words with hyphens: off-topic',
    );
}

async function write(folder: string, name: string, text: string, io: Io): Promise<void> {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeOnce(path, text);
  const blanks = blanksIn(JSON.parse(text));
  await io.out(
    `Wrote ${path} with ${blanks.length} blanks:\n${blanks.map((blank) => `  ${blank}\n`).join('')}`,
  );
}

function packFolder(rules: string): string {
  if (isOverlay(rules) || existsSync(join(rules, 'ladder.json'))) return rules;
  throw new UsageError(
    `Found no rules in ${rules}: it has neither ladder.json nor overlay.json. Name a folder of rules with --rules DIR. To make one: ${COPY}`,
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
