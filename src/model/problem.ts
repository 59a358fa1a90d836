/** One thing that is wrong with an item or a rule pack. */
export interface Problem {
  /** Stable identifier of the kind of problem, for tests and tools. */
  readonly code: string;
  /** File of the pack that holds it, relative to the rules folder; `item`, `post`, `history`, `outcome`, … for data. */
  readonly file: string;
  /** Where in the file, as a path such as `rules[0].patterns[1]`; empty for the whole. */
  readonly path: string;
  /** What was found and what to do about it. */
  readonly message: string;
  /** The known name that was probably meant, where one lies near; the message says it too. */
  readonly suggestion?: string;
}

function listed(problems: readonly Problem[]): string {
  return problems
    .map((p) => `  ${p.file}${p.path ? ` at ${p.path}` : ''}: ${p.message} [${p.code}]`)
    .join('\n');
}

/**
 * Thrown when a content item, or a post, history or outcome that is passed by itself, can't be used. Holds field names and
 * types, never the comment's text.
 */
export class ContentItemError extends Error {
  override readonly name = 'ContentItemError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`The ${nounOf(problems)} has ${count(problems)}:\n${listed(problems)}`);
    this.problems = problems;
  }
}

/** Thrown when a rule pack can't be used. Lists every problem at once, each with file and path. */
export class RulePackError extends Error {
  override readonly name = 'RulePackError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`The rule pack has ${count(problems)}:\n${listed(problems)}`);
    this.problems = problems;
  }
}

function nounOf(problems: readonly Problem[]): string {
  const file = problems[0]?.file ?? 'item';
  return file === 'item' ? 'content item' : file;
}

function count(problems: readonly Problem[]): string {
  return problems.length === 1 ? 'a problem' : `${problems.length} problems`;
}
