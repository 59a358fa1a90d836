import { type LintCode, SMALL } from '../entry.ts';

/** Terms of lexicons. */
export const LEXICON_CODES: readonly LintCode[] = [
  {
    code: 'dead-term',
    level: 'error',
    what: 'A term that no comment can hold: nothing of it is read as a word, or it runs over the end of a sentence.',
    why: 'It can never be found.',
    file: SMALL,
    path: 'groups[0].terms[1]',
    bad: 'red. or green',
    good: 'red or green',
  },
  {
    code: 'dead-exception',
    level: 'warning',
    what: 'An exception that doesn’t hold its term.',
    why: 'An exception takes the class away from the term within it; this one takes nothing.',
    file: SMALL,
    path: 'groups[0].terms[1]',
    at: { path: 'groups[0].terms[1].except[0]' },
    bad: { term: 'green', except: ['bowling greens'] },
    good: { term: 'green', except: ['bowling green'] },
  },
  {
    code: 'duplicate-term',
    level: 'warning',
    what: 'A term, or a form of one, that its group has already.',
    why: 'It adds nothing, and one of the two may be changed without the other.',
    file: SMALL,
    path: 'groups[0].terms[1]',
    bad: 'Red',
    good: 'green',
  },
  {
    code: 'read-as',
    level: 'error',
    what: '"readAs" on a term that isn’t one emoji.',
    why: 'Only an emoji stands for a word; words have forms.',
    file: SMALL,
    path: 'groups[0].terms[1]',
    at: { path: 'groups[0].terms[1].readAs' },
    bad: { term: 'green', readAs: ['lime'] },
    good: { term: '🐸', readAs: ['frog'] },
  },
];
