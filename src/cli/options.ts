import { parseArgs } from 'node:util';
import { checkItem } from '../model/itemSchema.ts';
import { nearest } from '../model/nearest.ts';

/** Thrown for a command line that can't be followed. Never holds an argument that could be a comment. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Every option of every command. One name has one type everywhere. */
export const OPTIONS = {
  jsonl: { type: 'boolean' },
  file: { type: 'string' },
  now: { type: 'string' },
  rules: { type: 'string' },
  overlay: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  notices: { type: 'boolean' },
  summary: { type: 'boolean' },
  limit: { type: 'string' },
  'show-text': { type: 'boolean' },
  threshold: { type: 'string' },
  watch: { type: 'boolean' },
  strict: { type: 'boolean' },
  'new-since': { type: 'string' },
  colour: { type: 'boolean' },
  color: { type: 'boolean' },
  'no-colour': { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Name of an option, without dashes. */
export type OptionName = keyof typeof OPTIONS;
const COLOURS: readonly OptionName[] = ['colour', 'color', 'no-colour', 'no-color'];
const EVERYWHERE: readonly OptionName[] = ['help', 'version'];

/** What was asked for. */
export interface Arguments {
  /** The arguments that are no options, without the command's name. */
  readonly inputs: readonly string[];
  /** Options without a value that were given. */
  readonly flags: ReadonlySet<string>;
  readonly now?: string;
  readonly rules?: string;
  /** Folders of overlays, the one that stands lowest first. */
  readonly overlays: readonly string[];
  readonly file?: string;
  /** Older rules, whose own problems are known. */
  readonly newSince?: string;
  readonly limit?: number;
  readonly threshold?: number;
  /** Undefined: as the terminal says. */
  readonly colour?: boolean;
}

/** What of a command the parser must know. */
export interface CommandLine {
  readonly name: string;
  /** Options that it takes besides --help and --version; `colour` stands for its four spellings. */
  readonly options: readonly OptionName[];
}

/**
 * Reads the arguments after the program's name.
 * @returns no command where only --help or --version was asked for.
 * @throws {UsageError} for unknown options and commands, and values that don't fit.
 */
export function parse<C extends CommandLine>(
  argv: readonly string[],
  commands: readonly C[],
): Arguments & { readonly command?: C } {
  // Not strict: Node's own messages repeat the argument, which may be a comment.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [name, ...inputs] = positionals;
  const command = commands.find((known) => known.name === name);
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  for (const option of given) checkOption(option, command, commands);
  const flags = new Set(given.map((option) => option.name));
  if (command === undefined && !flags.has('help') && !flags.has('version'))
    throw new UsageError(
      `Found ${name === undefined ? 'no command' : 'an unknown command'}. Write: acceptable-use classify TEXT, or see acceptable-use --help.`,
    );
  return {
    ...(command === undefined ? {} : { command }),
    inputs,
    flags,
    ...valuesOf(values),
    ...colourOf(given.map((option) => option.name)),
  };
}

function valuesOf(values: Readonly<Record<string, unknown>>): Omit<Arguments, 'inputs' | 'flags' | 'colour'> {
  const { now, rules, overlay, file, limit, threshold, 'new-since': newSince } = values;
  const folders = Array.isArray(overlay) ? overlay : [];
  return {
    overlays: folders.filter((folder) => typeof folder === 'string'),
    ...(typeof now === 'string' ? { now: checkTime(now) } : {}),
    ...(typeof rules === 'string' ? { rules } : {}),
    ...(typeof file === 'string' ? { file } : {}),
    ...(typeof newSince === 'string' ? { newSince } : {}),
    ...(typeof limit === 'string' ? { limit: checkNumber('limit', limit, 1_000_000) } : {}),
    ...(typeof threshold === 'string' ? { threshold: checkNumber('threshold', threshold, 100) } : {}),
  };
}

interface Given {
  readonly name: string;
  readonly value?: string | undefined;
}

function checkOption({ name, value }: Given, command: CommandLine | undefined, all: readonly CommandLine[]) {
  const taken = command === undefined ? (Object.keys(OPTIONS) as OptionName[]) : optionsOf(command);
  if (!Object.hasOwn(OPTIONS, name)) throw new UsageError(unknownOption(name, taken));
  if (!taken.includes(name as OptionName)) throw new UsageError(foreignOption(name as OptionName, all));
  const { type } = OPTIONS[name as OptionName];
  if (type === 'string' && (value ?? '') === '')
    throw new UsageError(`Found --${name} without a value. Put one after it.`);
  if (type === 'boolean' && value !== undefined)
    throw new UsageError(`Found a value for --${name}, which takes none. Remove it.`);
}

function optionsOf({ options }: CommandLine): readonly OptionName[] {
  return [...options, ...(options.includes('colour') ? COLOURS : []), ...EVERYWHERE];
}

function foreignOption(name: OptionName, commands: readonly CommandLine[]): string {
  const owners = commands.filter((command) => optionsOf(command).includes(name));
  const uses = owners.map((owner) => `acceptable-use ${owner.name} --${name}`).join(', ');
  return `Found --${name}, which this command doesn't take. It belongs to: ${uses}`;
}

function unknownOption(name: string, taken: readonly string[]): string {
  const near = nearest(name.slice(0, 20), taken);
  const advice = near === undefined ? 'See acceptable-use --help.' : `Did you mean --${near}?`;
  return `Found an unknown option. ${advice} A comment that starts with "-" goes after "--".`;
}

/** The last of --colour and --no-colour, in either spelling. */
function colourOf(names: readonly string[]): { colour?: boolean } {
  const last = names.filter((name) => /colou?r$/.test(name)).at(-1);
  return last === undefined ? {} : { colour: !last.startsWith('no-') };
}

function checkTime(now: string): string {
  try {
    return checkItem({ text: '', now }).now;
  } catch {
    throw new UsageError(
      'Found no time after --now. Write ISO 8601 with offset, such as 2026-06-10T10:00:00+01:00.',
    );
  }
}

function checkNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new UsageError(`Found no whole number from 0 to ${most} after --${name}. Write one, such as 90.`);
}
