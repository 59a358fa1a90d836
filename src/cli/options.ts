import { parseArgs } from 'node:util';
import { checkItem } from '../model/itemSchema.ts';
import { nearest } from '../model/nearest.ts';

/** The text of `--help`. */
export const HELP = `Usage: acceptable-use classify [options] [TEXT | FILE.jsonl ...]
       acceptable-use explain [options] [TEXT | FILE.jsonl ...]

classify says what the acceptable use policy asks for: leave a comment up, look at it, or act, and under which clause.
explain says it as a page of plain English for the file: why this step and no other, and what happens next.
It recommends; a person decides. Nothing leaves this computer.

  acceptable-use classify "When is bin day?"         each TEXT is one comment
  acceptable-use classify < comment.txt              standard input is one comment; so is "-"
  acceptable-use classify --jsonl --json FILE.jsonl  one content item a line, or {"about": "...", "item": {...}}

Options
  --jsonl        arguments are JSONL files; none or "-" reads standard input
  --now TIME     moment to judge for, ISO 8601 with offset; for JSONL, of rows that have no "now"
  --rules DIR    rules folder to judge by, instead of the shipped one
  --overlay DIR  overlay folder of another council; again for one that stands on it
  --json         one decision a line as JSON; the summary then goes to standard error. explain adds "explanation"
  --notices      for classify: add the wording that can be sent or kept
  --summary      add a table at the end
  --colour, --no-colour   highlight, or not; otherwise only on a terminal and if NO_COLOR is unset
  --help, --version

A comment that starts with "-" goes after "--".

Exit code: 0 every comment may stay; 1 at least one needs a look or a step; 2 bad usage, input or rules.
A JSONL row that can't be judged is reported with its line number; with --json it gives {"error": ...} in its place.
`;

const COMMANDS = ['classify', 'explain'] as const;
/** What the command does with each comment. */
export type CommandName = (typeof COMMANDS)[number];

/** What was asked for. */
export interface Command {
  readonly name: CommandName;
  readonly inputs: readonly string[];
  readonly jsonl: boolean;
  readonly json: boolean;
  readonly notices: boolean;
  readonly summary: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly now?: string;
  readonly rules?: string;
  /** Folders of overlays, the one that stands lowest first. */
  readonly overlays: readonly string[];
  /** Undefined: as the terminal says. */
  readonly colour?: boolean;
}

/** Thrown for a command line that can't be followed. Never holds an argument that could be a comment. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  jsonl: { type: 'boolean' },
  now: { type: 'string' },
  rules: { type: 'string' },
  overlay: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  notices: { type: 'boolean' },
  summary: { type: 'boolean' },
  colour: { type: 'boolean' },
  color: { type: 'boolean' },
  'no-colour': { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * Reads the arguments after the program's name.
 * @throws {UsageError} for unknown options and commands, and values that don't fit.
 */
export function parseCommand(argv: readonly string[]): Command {
  // Not strict: Node's own messages repeat the argument, which may be a comment.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(token);
  const [name, ...inputs] = positionals;
  const command: Command = {
    name: COMMANDS.find((known) => known === name) ?? 'classify',
    inputs,
    jsonl: values.jsonl === true,
    json: values.json === true,
    notices: values.notices === true,
    summary: values.summary === true,
    help: values.help === true,
    version: values.version === true,
    ...(typeof values.now === 'string' ? { now: checkTime(values.now) } : {}),
    ...(typeof values.rules === 'string' ? { rules: values.rules } : {}),
    overlays: (values.overlay ?? []).filter((folder) => typeof folder === 'string'),
    ...colourOf(tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))),
  };
  if (command.help || command.version) return command;
  if (name !== command.name)
    throw new UsageError(
      `Found ${name === undefined ? 'no command' : 'an unknown command'}. Write: acceptable-use classify TEXT`,
    );
  if (command.name === 'explain' && command.notices)
    throw new UsageError(
      'Found --notices with explain. Wording comes from: acceptable-use classify --notices',
    );
  if (inputs.filter((input) => input === '-').length > 1)
    throw new UsageError('Found "-" more than once. Standard input can be read only once.');
  return command;
}

function checkOption({ name, value }: { readonly name: string; readonly value?: string | undefined }): void {
  if (!Object.hasOwn(OPTIONS, name)) throw new UsageError(unknownOption(name));
  const { type } = OPTIONS[name as keyof typeof OPTIONS];
  if (type === 'string' && (value ?? '') === '')
    throw new UsageError(`Found --${name} without a value. Put one after it.`);
  if (type === 'boolean' && value !== undefined)
    throw new UsageError(`Found a value for --${name}, which takes none. Remove it.`);
}

function unknownOption(name: string): string {
  const near = nearest(name.slice(0, 20), Object.keys(OPTIONS));
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
