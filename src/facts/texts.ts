import { COMMON_WORDS } from '../evidence/common.ts';
import type { EvidenceReader, Reading, SignalMatch } from '../evidence/evidence.ts';
import { knownNames } from '../evidence/name.ts';
import type { LanguageGuess } from '../model/decision.ts';
import type { ContentItem } from '../model/item.ts';
import { guessLanguage } from '../text/language.ts';
import type { Facts } from './context.ts';
import { roleKind } from './context.ts';

/** The item's own texts, read. */
export interface ItemReading {
  readonly readings: readonly Reading[];
  readonly matches: readonly SignalMatch[];
  readonly facts: Facts;
  readonly language: LanguageGuess;
}

const LOCAL_CLASSES = [
  'service',
  'council',
  'staff',
  'member',
  'place-word',
  'event-word',
  'first-name',
  'title',
  'lookalike-place',
  'mention',
  'courtesy',
  'praise',
  'resident',
  'party',
  'vote-word',
];
const GROUP_CLASSES = ['identity', 'post-subject'];
const ELECTION_CLASSES = ['vote-word', 'election-logistics'];

/** Classes by which facts are read from texts. */
export const FACT_CLASSES: readonly string[] = [...LOCAL_CLASSES, ...GROUP_CLASSES, ...ELECTION_CLASSES];

/** Reads the text, alt texts and transcripts, and the post and parent for what they speak of. */
export function readItem(item: ContentItem, reader: EvidenceReader): ItemReading {
  const names = knownNames(item);
  const kind = item.parent === undefined ? undefined : roleKind(item.parent.authorRole);
  const own = ownTexts(item).map(({ field, text }) => reader.read(field, text, names, kind));
  const around = [item.post?.text, item.parent?.text, item.post?.topics?.join(' ')]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => reader.read('context', text ?? '', [], undefined));
  const language = guessLanguage(
    own.flatMap(({ text }) => text.tokens),
    item.text,
  );
  const facts = { ...textFacts(item, own, around, reader), language: language.code };
  return { readings: own, matches: own.flatMap((reading) => reading.matches), facts, language };
}

function ownTexts(item: ContentItem): readonly { field: string; text: string }[] {
  const media = (item.attachments ?? []).flatMap((attachment, i) => [
    { field: `attachments[${i}].altText`, text: attachment.altText ?? '' },
    { field: `attachments[${i}].transcript`, text: attachment.transcript ?? '' },
  ]);
  return [{ field: 'text', text: item.text }, ...media.filter(({ text }) => text !== '')];
}

function textFacts(
  item: ContentItem,
  own: readonly Reading[],
  around: readonly Reading[],
  reader: EvidenceReader,
): Facts {
  const tokens = own.flatMap((reading) => reading.text.tokens);
  const any = (readings: readonly Reading[], classes: readonly string[]) =>
    readings.some((reading) => classes.some((name) => reader.hasClass(reading, name)));
  return {
    linkCount: tokens.filter((token) => token.kind === 'link').length + (item.links ?? []).length,
    phoneCount: tokens.filter((token) => token.kind === 'phone').length,
    wordCount: tokens.filter((token) => token.kind === 'word').length,
    question: own.some((reading) => asks(reading.text.text)),
    postOverlap: overlap(own, around),
    postMentionsGroup: any(around, GROUP_CLASSES),
    postMentionsElection: any(around, ELECTION_CLASSES),
    localInterest: any(own, LOCAL_CLASSES),
  };
}

/** A question mark after a word, and not within a link. */
function asks(text: string): boolean {
  const from = text.search(/\p{L}/u);
  if (from < 0) return false;
  for (let at = text.indexOf('?', from); at >= 0; at = text.indexOf('?', at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at + 1))) return true;
  }
  return false;
}

/** Share of the content words of the texts that the surroundings hold too; 1 where there is nothing to compare. */
function overlap(own: readonly Reading[], around: readonly Reading[]): number {
  const words = contentStems(own);
  const known = contentStems(around);
  if (words.size === 0 || known.size === 0) return 1;
  const shared = [...words].filter((word) => known.has(word)).length;
  return Math.round((shared / words.size) * 100) / 100;
}

/** First five letters of each content word: enough to see "collect" in "collections". */
function contentStems(readings: readonly Reading[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { text } of readings) {
    for (const token of text.tokens) {
      const form = token.forms[0] ?? '';
      if (token.kind === 'word' && form.length >= 3 && !COMMON_WORDS.has(form)) stems.add(form.slice(0, 5));
    }
  }
  return stems;
}
