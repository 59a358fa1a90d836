import { CONDITION_CODES } from './codes/condition.ts';
import { LEXICON_CODES } from './codes/lexicon.ts';
import { NAME_CODES } from './codes/name.ts';
import { PATTERN_CODES } from './codes/pattern.ts';
import { RULE_CODES } from './codes/rule.ts';
import { SHAPE_CODES } from './codes/shape.ts';
import { WORDING_CODES } from './codes/wording.ts';
import type { LintCode } from './entry.ts';
import type { LintLevel } from './problem.ts';

/** Every code that `lintPack` gives, with what it means and how to mend it. `rules/LINT.md` is made from it. */
export const LINT_CODES: readonly LintCode[] = [
  ...SHAPE_CODES,
  ...NAME_CODES,
  ...RULE_CODES,
  ...CONDITION_CODES,
  ...PATTERN_CODES,
  ...LEXICON_CODES,
  ...WORDING_CODES,
];

const LEVELS: ReadonlyMap<string, LintLevel> = new Map(LINT_CODES.map(({ code, level }) => [code, level]));

/** Level of a code. */
export function levelOf(code: string): LintLevel {
  return LEVELS.get(code) ?? 'error';
}
