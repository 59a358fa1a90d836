import type { Span, Target } from '../model/decision.ts';
import type { Severity } from '../model/level.ts';
import type { TokenisedText } from '../text/token.ts';
import { type Hits, hitsAt } from './hit.ts';
import { highestSeverity } from './lexicon.ts';
import type { Ground, Match } from './match.ts';
import { GROUP, mentionAt } from './mention.ts';
import type { Pattern } from './pattern.ts';
import { mainKind } from './target.ts';

/** The words of a match. */
export interface MatchDetails {
  readonly span: Span;
  readonly target?: Target;
  /** Highest severity of the lexicon terms that the pattern names. */
  readonly severity: Severity;
}

/** Works out the words, target and severity of a match. */
export function detailsOf(
  match: Match,
  pattern: Pattern,
  ground: Ground,
  text: TokenisedText,
  field: string,
): MatchDetails {
  const target = targetOf(pattern, match, ground, text);
  return {
    span: spanOf(match, pattern, text, ground, field),
    severity: highestSeverity(termsOf(pattern, match, ground.hits)),
    ...(target === undefined ? {} : { target }),
  };
}

function termsOf(pattern: Pattern, match: Match, hits: Hits) {
  const terms = [];
  for (let at = match.first; at < match.last; at++) {
    for (const hit of hitsAt(hits, at))
      if (hit.term.classes.some((id) => pattern.classes.has(id))) terms.push(hit.term);
  }
  return terms;
}

function targetOf(
  pattern: Pattern,
  match: Match,
  ground: Ground,
  { text, tokens }: TokenisedText,
): Target | undefined {
  const mention = match.target < 0 ? undefined : mentionAt(ground.mentions, match.target);
  if (mention === undefined) return undefined;
  const wanted = pattern.steps.find((step) => step.target)?.kinds ?? 0;
  const kind = mainKind(mention.kinds, wanted);
  if (kind === undefined) return undefined;
  const [first, last] = [tokens[mention.phraseFirst], tokens[mention.last - 1]];
  const start = Math.min(first?.start ?? 0, last?.start ?? 0);
  return { kind, text: text.slice(start, Math.max(first?.end ?? 0, last?.end ?? 0)) };
}

function spanOf(
  match: Match,
  pattern: Pattern,
  { text, tokens }: TokenisedText,
  { hits, mentions }: Ground,
  field: string,
): Span {
  // A group is named by the whole phrase: "disabled people", not "people".
  const head = mentionAt(mentions, match.first);
  const from = head !== undefined && (head.kinds & GROUP) !== 0 ? head.phraseFirst : match.first;
  const [first, last] = [tokens[Math.min(from, match.first)], tokens[match.last - 1]];
  // A text that reads from right to left has its first token last.
  const start = Math.min(first?.start ?? 0, last?.start ?? 0);
  const end = Math.max(first?.end ?? 0, last?.end ?? 0);
  const readAs = readingOf(match, pattern, { text, tokens }, hits);
  return { field, start, end, text: text.slice(start, end), ...(readAs === undefined ? {} : { readAs }) };
}

/** How the words were read, if that is more than their lower case. */
function readingOf(
  match: Match,
  pattern: Pattern,
  { text, tokens }: Pick<TokenisedText, 'text' | 'tokens'>,
  hits: Hits,
): string | undefined {
  let disguised = false;
  const words: string[] = [];
  for (let at = match.first; at < match.last; ) {
    const read = hitsAt(hits, at).filter(
      (candidate) => candidate.readAs !== undefined && candidate.last <= match.last,
    );
    // Of several readings, the one that the pattern asked for.
    const hit = read.find(({ term }) => term.classes.some((id) => pattern.classes.has(id))) ?? read[0];
    const token = tokens[at];
    const raw = text.slice(token?.start, token?.end);
    disguised ||=
      hit !== undefined ||
      [...raw].some(
        (char) =>
          (char.codePointAt(0) ?? 0) > 127 &&
          /[\p{L}\p{Cf}\p{M}\p{So}]/u.test(char) &&
          token?.kind === 'word',
      );
    words.push(hit?.readAs ?? token?.forms[0] ?? '');
    at = hit?.last ?? at + 1;
  }
  return disguised ? words.join(' ') : undefined;
}
