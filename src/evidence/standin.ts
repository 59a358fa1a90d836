import type { Token, TokenisedText } from '../text/token.ts';
import { inflect } from './inflect.ts';
import type { Lexicon } from './lexicon.ts';

/** Class of the words after which an emoji stands for a word: "these 👳", "should be 🔪". */
const AFTER = 'emoji-after';
/** Class of the words before which it does: "🧕 are", "👵 should". */
const BEFORE = 'emoji-before';
/** Class of the emoji that name people: anywhere between two words they are a word. */
const PEOPLE = 'emoji-people';
/** Classes that this reader looks for by name. */
export const STAND_IN_CLASSES = [AFTER, BEFORE, PEOPLE] as const;
/** Endings that people put to an emoji: "🔪ed", "🐒s". */
const ENDING = /^(s|es|d|ed|in|ing|er|ers)$/;

/**
 * Gives emoji that stand for a word the words that the lexicon says they are read as. An emoji that decorates a sentence
 * stays an emoji: only its place among the words tells.
 */
export function withStandIns(text: TokenisedText, lexicon: Lexicon): TokenisedText {
  if (!text.tokens.some((token) => readingsOf(token, lexicon).length > 0)) return text;
  const isSlot = slotReader(text.tokens, lexicon);
  const tokens = text.tokens.map((token, at) => {
    const readings = readingsOf(token, lexicon);
    if (readings.length === 0) return token;
    const ending = endingAfter(text.tokens, at);
    if (ending === undefined && !isSlot(at)) return token;
    const joins =
      ending === undefined
        ? readings.map((form) => ({ form, length: 1 }))
        : bent(readings, ending).map((form) => ({ form, length: 2 }));
    return { ...token, joins: [...(token.joins ?? []), ...joins] };
  });
  return { ...text, tokens };
}

function readingsOf(token: Token, lexicon: Lexicon): readonly string[] {
  if (token.kind !== 'emoji') return [];
  return token.forms.flatMap((form) => lexicon.standIns.get(form) ?? []);
}

/** Whether a place among the tokens is one where a word is missing; emoji beside it are passed over. */
function slotReader(tokens: readonly Token[], lexicon: Lexicon): (at: number) => boolean {
  const after = inClass(lexicon, AFTER);
  const before = inClass(lexicon, BEFORE);
  const isPeople = inClass(lexicon, PEOPLE);
  const left = nearestWords(tokens, 1);
  const right = nearestWords(tokens, -1);
  return (at) => {
    const [previous, next] = [left[at], right[at]];
    if (previous !== undefined && after(previous)) return true;
    if (next === undefined) return false;
    const token = tokens[at];
    return before(next) || (previous !== undefined && token !== undefined && isPeople(token));
  };
}

function inClass(lexicon: Lexicon, name: string): (token: Token) => boolean {
  const id = lexicon.classIds.get(name) ?? -1;
  return ({ forms }) =>
    forms.some((form) => lexicon.root.get(form)?.values.some((term) => term.classes.includes(id)) === true);
}

/** For each token, the nearest one before it (`step` 1) or after it (-1) in its sentence that is no emoji. */
function nearestWords(tokens: readonly Token[], step: 1 | -1): readonly (Token | undefined)[] {
  const nearest: (Token | undefined)[] = new Array(tokens.length);
  let last: Token | undefined;
  for (let i = step === 1 ? 0 : tokens.length - 1; i >= 0 && i < tokens.length; i += step) {
    const token = tokens[i];
    nearest[i] = last?.sentence === token?.sentence ? last : undefined;
    if (token?.kind !== 'emoji') last = token;
  }
  return nearest;
}

/** An ending written right at the emoji. */
function endingAfter(tokens: readonly Token[], at: number): string | undefined {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || next.start !== tokens[at]?.end) return undefined;
  const form = next.forms[0] ?? '';
  return ENDING.test(form) ? form : undefined;
}

function bent(readings: readonly string[], ending: string): readonly string[] {
  return readings.flatMap((form) => {
    const bends = [...inflect(form, 'verb'), ...inflect(form, 'noun'), ...inflect(form, 'adjective')];
    return [...new Set(bends.slice(1).filter((bend) => bend.endsWith(ending)))];
  });
}
