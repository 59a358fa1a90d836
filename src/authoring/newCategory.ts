import { SEVERITIES, SURENESSES } from '../model/level.ts';
import type { LadderFile, RulePack } from '../model/pack.ts';

/** What every blank begins with, so that a search finds them all. */
export const BLANK = 'FILL IN';

/**
 * The file of a new category with blanks. No ruleset compiles with it until they are filled, so that none is forgotten.
 * @param id kebab-case.
 * @param pack whose tracks the blanks list.
 * @returns JSON, with a line end.
 */
export function newCategory(id: string, pack: RulePack): string {
  const tracks = (pack.files['ladder.json'] as LadderFile).tracks.map((track) => track.id);
  const category = {
    $schema: '../schema/category.schema.json',
    id,
    title: `${BLANK}: what its findings are, such as "Offers of livestock"`,
    track: `${BLANK}: what follows from them, one of ${tracks.join(', ')}`,
    clauses: [`${BLANK}: id of a clause of policy.json`],
    rules: [
      {
        id: `${id}/${BLANK}: a name in lower case, such as for-sale`,
        title: `${BLANK}: what was found, in a plain sentence`,
        severity: `${BLANK}: how bad, one of ${SEVERITIES.join(', ')}`,
        sureness: `${BLANK}: how sure, one of ${SURENESSES.join(', ')}; low asks for a review and never acts`,
        patterns: [`${BLANK}: words in their order, such as "puppies|kittens <0-3> for sale"`],
        falsePositives: `${BLANK}: ordinary speech that the rule could mistake`,
        examples: {
          match: [`${BLANK}: a comment that it must find`, `${BLANK}: another one, in other words`],
          noMatch: [
            `${BLANK}: a comment with the same words that is innocent`,
            `${BLANK}: another one, as near`,
          ],
        },
      },
    ],
  };
  return `${JSON.stringify(category, null, 2)}\n`;
}

/**
 * The file of a new lexicon with blanks.
 * @param id topic and language, such as town.en.
 * @returns JSON, with a line end.
 */
export function newLexicon(id: string): string {
  const lexicon = {
    $schema: '../schema/lexicon.schema.json',
    id,
    title: `${BLANK}: what words these are`,
    language: id.split('.')[1],
    source: `${BLANK}: where the words come from, such as "our own"`,
    licence: `${BLANK}: licence of the source, such as MIT`,
    groups: [
      {
        classes: [`${BLANK}: a name in lower case, such as animal; patterns write @animal`],
        about: `${BLANK}: what its words have in common, in a sentence`,
        terms: [`${BLANK}: a word or phrase in lower case`, `${BLANK}: another one`],
      },
    ],
  };
  return `${JSON.stringify(lexicon, null, 2)}\n`;
}

const DEEPEST = 32;

/** JSON paths of the blanks in a value, such as `rules[0].title`; what is nested deeper than any rule file is not read. */
export function blanksIn(value: unknown, path = '', depth = 0): readonly string[] {
  if (typeof value === 'string') return value.includes(BLANK) ? [path] : [];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return blanksIn(inner, place, depth + 1);
  });
}
