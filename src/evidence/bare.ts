import type { TokenisedText, TokenRange } from '../text/token.ts';
import type { Hits } from './hit.ts';
import type { Lexicon } from './lexicon.ts';
import { has } from './mention.ts';

/** Class of the emoji that change what a sentence says: a heart or a candle is no decoration. */
export const WARM = 'emoji-warm';

/** Each sentence without the emoji before its first word and after its last; one of emoji alone stays whole. */
export function bareSentences(text: TokenisedText, hits: Hits, lexicon: Lexicon): readonly TokenRange[] {
  const warm = lexicon.classIds.get(WARM) ?? -1;
  const decorates = (at: number) => text.tokens[at]?.kind === 'emoji' && !has(hits, at, warm);
  return text.sentences.map((sentence) => {
    let { first, last } = sentence;
    while (first < last && decorates(first)) first += 1;
    while (last > first && decorates(last - 1)) last -= 1;
    return first === last ? sentence : { first, last };
  });
}
