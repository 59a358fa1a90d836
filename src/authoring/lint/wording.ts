import { PLACEHOLDERS } from '../../decision/notice.ts';
import type { NoticeTemplate, PolicyFile } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { Check } from './problem.ts';

/** Fewest words that say what a rule could mistake. */
const FEWEST_WORDS = 2;

/** Rules that don't say what they could mistake. */
export const checkFalsePositives: Check = ({ files }) =>
  files.categories.flatMap(({ path, content }) =>
    content.rules.flatMap((rule, i) => {
      const words = rule.falsePositives.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
      if (words.length >= FEWEST_WORDS || rule.falsePositives === '-') return [];
      const message = `Found ${words.length === 1 ? 'one word' : 'no words'}. Say which ordinary speech the rule could mistake, with an example of it.`;
      return [{ code: 'thin-false-positives', file: path, path: `rules[${i}].falsePositives`, message }];
    }),
  );

/** Marks that an author leaves where wording is still to come; "[The officer adds the date.]" says who writes it. */
const UNFINISHED = /\b(?:TODO|TBC|TBD|FIXME|XXX)\b|\[(?![^\]]*\b(?:officer|adds|filled in)\b)[^\]]*\]|_{3,}/i;

/** Notices that would be sent with a hole in them. */
export const checkNotices: Check = ({ files: { notices, policy } }) =>
  notices.notices.flatMap((notice, i) => {
    const path = `notices[${i}].text`;
    return [...brokenPlaceholders(notice, path), ...emptyPlaceholders(notice, policy, path)];
  });

function brokenPlaceholders({ text }: NoticeTemplate, path: string): Problem[] {
  const file = 'notices.json';
  const rest = text.replace(/\{\w+\}/g, '');
  const unfinished = UNFINISHED.exec(rest)?.[0];
  return [
    ...(/[{}]/.test(rest)
      ? [
          {
            code: 'broken-placeholder',
            file,
            path,
            message: `Found a brace that is no part of a placeholder, and would be sent as it stands. Write one of {${PLACEHOLDERS.join('}, {')}}.`,
          },
        ]
      : []),
    ...(unfinished === undefined
      ? []
      : [
          {
            code: 'unfinished-notice',
            file,
            path,
            message: `Found "${unfinished}", which says that wording is still to come. Write it, or say who does, as in [The officer adds the date.].`,
          },
        ]),
  ];
}

/** Placeholders that nothing fills in a notice of this kind or a pack with these contacts. */
function emptyPlaceholders(notice: NoticeTemplate, policy: PolicyFile, path: string): Problem[] {
  const holds = (name: string) => notice.text.includes(`{${name}}`);
  const has = (id: string) => policy.contacts.some((contact) => contact.id === id);
  const empty: [name: string, advice: string][] = [];
  if (holds('openingTime') && !notice.for.startsWith('reply-later:'))
    empty.push(['openingTime', 'Use it in notices for reply-later:<reply> only.']);
  if (holds('contactPage') && !has('contact-page'))
    empty.push(['contactPage', 'Add the contact "contact-page" to policy.json.']);
  if (holds('onlineForms') && !has('online-forms'))
    empty.push(['onlineForms', 'Add the contact "online-forms" to policy.json.']);
  return empty.map(([name, advice]) => ({
    code: 'empty-placeholder',
    file: 'notices.json',
    path,
    message: `Found {${name}}, which nothing would fill here. ${advice}`,
  }));
}
