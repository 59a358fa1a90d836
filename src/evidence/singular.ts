import type { Token } from '../text/token.ts';
import { COMMON_WORDS } from './common.ts';
import { type Hits, hitsAt } from './hit.ts';
import { has, type ReaderClasses } from './mention.ts';

/** Before the bare name of a group: "a Muslim", "every immigrant". */
const DETERMINER =
  /^(a|an|some|one|that|this|the|any|every|each|another|no|next|single|first|last|typical|average)$/;
/** Those of them that mean whoever is one, so that even a colour after them is somebody. */
const ANY = /^(any|every|each|another|no|next|last|single|typical|average)$/;
/** Before a noun such as “refugee”, which like a belief is seldom said of things. */
const ARTICLE = /^an?$/;
/** After a bare name, what is said of people in the plural; before it, the name is what is said of others. */
const PLURAL_VERB = /^(are|r|should|must|deserve|need|ought)$/;

/**
 * Where a bare singular ends that stands for a group: "a Muslim is", "any gay", "Muslim are", but not "a Polish shop". A
 * colour needs "any" or "every" before it, and no other colour after it: "the black one" may be a bin, "a black and white"
 * a cat.
 */
export function bareSingularEnd(
  tokens: readonly Token[],
  hits: Hits,
  at: number,
  classes: ReaderClasses,
): number | undefined {
  const end = hitsAt(hits, at).reduce(
    (longest, hit) =>
      hit.term.classes.includes(classes.identityAdjective) ? Math.max(longest, hit.last) : longest,
    at,
  );
  if (end === at) return undefined;
  const before = formBeside(tokens, at, at - 1) ?? '';
  const next = formBeside(tokens, at, end);
  const named = isAny(hits, at, classes.namingStrands);
  const meant =
    (named && PLURAL_VERB.test(next ?? '') && !PLURAL_VERB.test(before)) ||
    (ANY.test(before) && named && !isAny(hits, end, classes.afterGroup)) ||
    (ARTICLE.test(before) &&
      isAny(hits, at, classes.beliefStrands) &&
      !isAny(hits, end, classes.afterGroup)) ||
    ((ARTICLE.test(before) || ANY.test(before)) &&
      has(hits, at, classes.sex) &&
      !isAny(hits, end, classes.afterGroup)) ||
    (DETERMINER.test(before) && (next === undefined || isPlain(next)) && named) ||
    (ANY.test(before) &&
      (next === undefined || (isPlain(next) && !/^(and|or)$/.test(next))) &&
      has(hits, at, classes.hateStrand));
  return meant ? end : undefined;
}

/** A word that names nothing: what stands before it is a noun. */
function isPlain(form: string): boolean {
  return COMMON_WORDS.has(form) && !/^ones?$/.test(form);
}

function isAny(hits: Hits, at: number, classes: readonly number[]): boolean {
  return classes.some((id) => has(hits, at, id));
}

/** The word at a token, if it stands in the sentence of another. */
function formBeside(tokens: readonly Token[], at: number, beside: number): string | undefined {
  const token = tokens[beside];
  return token?.sentence === tokens[at]?.sentence ? token?.forms[0] : undefined;
}
