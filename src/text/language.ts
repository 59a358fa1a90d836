import { francAll } from 'franc';
import type { LanguageGuess } from '../model/decision.ts';
import type { Token } from './token.ts';

const FEWEST_LETTERS = 30;
const LEAST_MARGIN = 0.8;
/** Share of English function words above which a text is taken for English without asking further. */
const ENGLISH_SHARE = 0.12;

const FUNCTION_WORDS = new Set(
  'the a an and or but if of to in on at for with from by as is are was were be been am it its this that these those i you he she we they me him her us them my your his our their not no do does did have has had will would can could should there here what when where who why how all so just about up out off get got go going more some any than then now one two please thanks'.split(
    ' ',
  ),
);

/** Languages that franc may choose from: those most spoken in Britain that it knows. Welsh isn't among those. */
const CANDIDATES = [
  'eng',
  'pol',
  'ron',
  'urd',
  'pan',
  'ben',
  'guj',
  'por',
  'spa',
  'fra',
  'deu',
  'ita',
  'arb',
  'tam',
  'tur',
  'som',
  'lit',
  'hun',
  'ukr',
  'rus',
  'bul',
  'ell',
  'nld',
  'cmn',
  'pes',
  'ckb',
  'hin',
  'swe',
  'ces',
  'slk',
  'sqi',
  'vie',
  'tgl',
  'swh',
  'yor',
  'hau',
  'ibo',
];

/**
 * Guesses the language of a text. English function words settle it first, since statistics call four in ten short
 * English comments foreign; only a long text without them, and a clear lead, is called anything else.
 */
export function guessLanguage(tokens: readonly Token[], text: string): LanguageGuess {
  const words = tokens.filter((token) => token.kind === 'word');
  const known = words.filter((token) => FUNCTION_WORDS.has(token.forms[0] ?? '')).length;
  if (words.length > 0 && known / words.length >= ENGLISH_SHARE)
    return { code: 'eng', sureness: known >= 3 ? 'high' : 'medium' };
  if (letters(words.map((token) => token.end - token.start)) < FEWEST_LETTERS)
    return { code: 'und', sureness: 'low' };
  return clearLead(text.slice(0, 2000));
}

function letters(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** The best guess, if English fits clearly worse. */
function clearLead(text: string): LanguageGuess {
  const ranked = francAll(text, { only: CANDIDATES, minLength: FEWEST_LETTERS });
  const code = ranked[0]?.[0] ?? 'und';
  if (code === 'und') return { code, sureness: 'low' };
  if (code === 'eng') return { code, sureness: 'medium' };
  const english = ranked.find(([candidate]) => candidate === 'eng')?.[1] ?? 0;
  return english <= LEAST_MARGIN ? { code, sureness: 'medium' } : { code: 'und', sureness: 'low' };
}
