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

/** Rules whose effective window has passed or can't be. */
export const checkWindows: Check = ({ files, now }) =>
  files.categories.flatMap(({ path, content }) =>
    content.rules.flatMap((rule, i) => windowProblems(rule, now, path, `rules[${i}]`)),
  );

type Windowed = Rule & { readonly effectiveFrom?: string; readonly effectiveUntil?: string };

function windowProblems(rule: Windowed, now: number | undefined, file: string, path: string): Problem[] {
  const { effectiveFrom, effectiveUntil } = rule;
  if (effectiveUntil === undefined) return [];
  const at = `${path}.effectiveUntil`;
  if (effectiveFrom !== undefined && Date.parse(effectiveFrom) >= Date.parse(effectiveUntil)) {
    const message = `Found an end that isn't after the beginning, ${effectiveFrom}. Swap or correct the two.`;
    return [{ code: 'empty-window', file, path: at, message }];
  }
  if (now === undefined || now <= endOf(effectiveUntil)) return [];
  const message = `Found a window that ended on ${effectiveUntil}: the rule no longer runs. Extend it, or remove the rule.`;
  return [{ code: 'expired-window', file, path: at, message }];
}

/** A day lasts until it is over. */
function endOf(until: string): number {
  return Date.parse(until) + (until.length === 10 ? DAY : 0);
}
