import { listClasses, listTerms } from '../authoring/classes.ts';
import { formatClass, formatClasses, formatTerms } from '../authoring/formatClasses.ts';
import { harmless } from '../decision/layout.ts';
import { type Command, packAt } from './command.ts';
import { EXIT, type Io, jsonText } from './io.ts';
import { type Arguments, UsageError } from './options.ts';

/** `acceptable-use classes` */
export const classes: Command = {
  name: 'classes',
  about: 'lists the classes of words that patterns may name, or those of one word',
  options: ['rules', 'overlay', 'json'],
  help: `Usage: acceptable-use classes [options] [@CLASS | WORD]

Lists the classes of words of the lexicons: name, how many terms, what they have in common, a few of them. Quotes the
lexicons, which hold offensive words.

  acceptable-use classes              every class
  acceptable-use classes @animal      what one class holds
  acceptable-use classes "bin bag"    which classes a word or phrase has, and the longer terms that hold it

Options
  --rules DIR    rules folder, instead of the shipped one
  --overlay DIR  overlay folder of another council; again for one that stands on it
  --json         as JSON

Exit code: 0 listed; 1 no class has that name or word; 2 bad usage or rules.
`,
  run: listAll,
};

async function listAll({ inputs, flags, rules, overlays }: Arguments, io: Io): Promise<number> {
  const [word, ...others] = inputs;
  if (others.length > 0)
    throw new UsageError('Found more than one word. Put a phrase in quotation marks: classes "bin bag"');
  const pack = packAt(rules, overlays);
  const all = listClasses(pack);
  if (word === undefined) {
    await io.out(flags.has('json') ? jsonText(all) : harmless(formatClasses(all)));
    return EXIT.good;
  }
  const own = all.filter(({ name }) => name === word.replace(/^@/, ''));
  const terms = word.startsWith('@') ? [] : listTerms(pack, word);
  if (flags.has('json')) await io.out(jsonText({ classes: own, terms }));
  else if (own.length + terms.length === 0) await io.out(harmless(`No class has “${word}”.\n`));
  else await io.out(harmless(`${own.map(formatClass).join('')}${formatTerms(word, terms)}`));
  return own.length + terms.length === 0 ? EXIT.found : EXIT.good;
}
