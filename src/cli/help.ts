import type { Command } from './command.ts';

/** The text of `acceptable-use --help`. */
export function generalHelp(commands: readonly Command[]): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, about }) => `  ${name.padEnd(widest)}  ${about}\n`).join('');
  return `Usage: acceptable-use COMMAND [options] [...]

Judges comments by a council's acceptable use policy, and helps those who write its rules. It recommends; a person decides.
Nothing leaves this computer.

${list}
  acceptable-use COMMAND --help   what it takes, with examples and exit codes
  acceptable-use --version
`;
}
