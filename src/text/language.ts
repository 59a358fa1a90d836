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

/** Those that other languages have too: alone they say nothing. */
const SHARED = new Set('a i an am or on in at as so do no'.split(' '));

/** Function words of languages that franc doesn't know, or not in Latin letters. None of them is an English word. */
const OTHERS: readonly (readonly [code: string, words: ReadonlySet<string>])[] = [
  [
    'cym',
    'y yr yn mae ac ei ein eich eu wedi gan gyda ond bod bydd cael neb nad ddim dim nid oes sydd ydw ydy rydw rydym mewn sut pryd ble pam iawn diolch bawb pawb os hwn hyn fod eto fy'.split(
      ' ',
    ),
  ],
  [
    'urd',
    'hai hain nahi nahin hum aap mujhe hamari hamara meri mera aur kya koi raha rahi gaya karke kar sakta bohat shukriya liye mein wala'.split(
      ' ',
    ),
  ],
  [
    'pan',
    'sadi sada sade tusi tuhada assi vich naal kirpa dhanvaad nu changay kooda hoya chukkeya bahut'.split(
      ' ',
    ),
  ],
  [
    'ben',
    'amar amader apnader apni ami kore korechen onek dhonnobad keu khub dhore jonno theke kauke'.split(' '),
  ],
].map(([code, words]) => [code as string, new Set(words)] as const);
/** Share of such words, and how many at least, above which a text is in that language. */
const OTHER_SHARE = 0.18;
const FEWEST_OTHER = 3;

/** Languages that franc may choose from: those most spoken in Britain that it knows. */
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
  const known = words.filter((token) => FUNCTION_WORDS.has(token.forms[0] ?? ''));
  const own = known.filter((token) => !SHARED.has(token.forms[0] ?? '')).length;
  const isLong = letters(words.map((token) => token.end - token.start)) >= FEWEST_LETTERS;
  const other = isLong ? otherLanguage(words, own) : undefined;
  if (other !== undefined) return { code: other, sureness: 'medium' };
  if (words.length > 0 && known.length / words.length >= ENGLISH_SHARE && (own > 0 || !isLong))
    return { code: 'eng', sureness: known.length >= 3 ? 'high' : 'medium' };
  return isLong ? clearLead(text.slice(0, 2000)) : { code: 'und', sureness: 'low' };
}

/** A language that more of the words belong to than are English and nothing else. */
function otherLanguage(words: readonly Token[], english: number): string | undefined {
  for (const [code, its] of OTHERS) {
    const count = words.filter((token) => its.has(token.forms[0] ?? '')).length;
    if (count >= FEWEST_OTHER && count > english && count / words.length >= OTHER_SHARE) return code;
  }
  return undefined;
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
