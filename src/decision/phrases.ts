import type { ActionType, Reply, SetAside, Span, Urgency } from '../model/decision.ts';
import type { Clause } from '../model/pack.ts';

/** What each step is, as a request to an officer. */
export const STEPS: Readonly<Record<ActionType | 'signpost', string>> = {
  'capture-evidence': 'Keep evidence of the comment',
  'ask-to-remove': 'Ask the author to remove it, in public and by direct message',
  'hide-duplicates': 'Hide the duplicates',
  hide: 'Hide the comment',
  delete: 'Delete the comment',
  'warn-of-block': 'Warn the author that a block may follow',
  block: 'Block the author',
  signpost: 'Tell the author where to go',
};

/** What each reply is. */
export const REPLIES: Readonly<Record<Reply, string>> = {
  none: 'No public reply is needed.',
  answer: 'Answer the author.',
  signpost: 'Tell the author where to go.',
  'ask-to-remove': 'Ask the author to remove the comment.',
};

/** How soon. */
export const URGENCIES: Readonly<Record<Urgency, string>> = {
  immediate: 'at once, whatever the hour',
  'same-day': 'before the office closes today',
  routine: 'in the usual way',
};

const MOST_WORDS = 10;

/** Why a finding was set aside, and by what. */
export function asideText({ why, by }: SetAside): string {
  const reasons: Readonly<Record<SetAside['why'], string>> = {
    guard: `the guard "${by}" excuses it`,
    precedence: `"${by}" takes its place`,
    duplicate: `"${by}" rests on the same words`,
    shadow: 'the rule is on trial and never acts',
  };
  return reasons[why];
}

/** The words of spans, quoted, with where they stand. */
export function wordsText(spans: readonly Span[]): string {
  const shown = spans.slice(0, MOST_WORDS).map(({ text, readAs, field }) => {
    const read = readAs === undefined ? '' : `, read as “${readAs}”`;
    return `“${text}”${read}${field === 'text' ? '' : ` in ${field}`}`;
  });
  const more = spans.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** Clause ids with their titles, where a policy gives them. */
export function clausesText(ids: readonly string[], clauses: readonly Clause[] = []): string {
  return ids
    .map((id) => [id, clauses.find((clause) => clause.id === id)?.title].filter(Boolean).join(' '))
    .join('; ');
}
