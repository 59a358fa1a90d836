import type { Rule } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { Check } from './problem.ts';

const DAY = 86_400_000;
/** Days after which a contact must be checked again. */
const CONTACT_DAYS = 365;

/** Contacts that nobody has checked for a year. */
export const checkContacts: Check = ({ files, now }) =>
  files.policy.contacts.flatMap(({ id, lastVerified }, i) => {
    const days = now === undefined ? 0 : Math.floor((now - Date.parse(lastVerified)) / DAY);
    if (days <= CONTACT_DAYS) return [];
    const message = `Found the contact "${id}", last verified ${days} days ago. Check that it still answers, and set lastVerified to today.`;
    return [{ code: 'stale-contact', file: 'policy.json', path: `contacts[${i}].lastVerified`, message }];
  });

/** Rules whose last day has passed. */
export const checkWindows: Check = ({ files, now }) =>
  files.categories.flatMap(({ path, content }) =>
    content.rules.flatMap((rule, i) => windowProblems(rule, now, path, `rules[${i}]`)),
  );

function windowProblems(rule: Rule, now: number | undefined, file: string, path: string): Problem[] {
  const { effectiveUntil } = rule;
  if (effectiveUntil === undefined || now === undefined || now < Date.parse(effectiveUntil) + DAY) return [];
  const message = `Found ${effectiveUntil} as the last day, which has passed: the rule no longer runs. Extend it, or remove the rule.`;
  return [{ code: 'expired-window', file, path: `${path}.effectiveUntil`, message }];
}
