import { type LintCode, TRIAL } from '../entry.ts';

const path = 'rules[0].when';
const base = { level: 'error', file: TRIAL, path } as const;

/** `when` of a rule. */
export const CONDITION_CODES: readonly LintCode[] = [
  {
    ...base,
    code: 'invalid-condition',
    what: 'Something that is no condition, or two forms of condition in one.',
    why: 'json-rules-engine would read only one of them.',
    bad: { all: [{ fact: 'incident', operator: 'equal', value: true }], any: [] },
    good: { all: [{ fact: 'incident', operator: 'equal', value: true }] },
  },
  {
    ...base,
    code: 'unknown-operator',
    what: 'An operator that doesn’t exist.',
    why: 'The comparison would fail while a comment is judged.',
    at: { path: `${path}.operator` },
    bad: { fact: 'linkCount', operator: 'greaterThen', value: 1 },
    good: { fact: 'linkCount', operator: 'greaterThan', value: 1 },
  },
  {
    ...base,
    code: 'empty-condition',
    what: 'An “all” or “any” without conditions, or an empty list of values.',
    why: 'json-rules-engine takes an empty “any” for true.',
    at: { path: `${path}.any` },
    bad: { any: [] },
    good: { any: [{ fact: 'incident', operator: 'equal', value: true }] },
  },
  {
    ...base,
    code: 'operator-type',
    what: 'An operator that doesn’t fit its fact.',
    why: 'A language is neither more nor less than another; a list isn’t equal to a text.',
    at: { path: `${path}.operator` },
    bad: { fact: 'postTopics', operator: 'equal', value: 'waste' },
    good: { fact: 'postTopics', operator: 'contains', value: 'waste' },
  },
  {
    ...base,
    code: 'value-type',
    what: 'A value of another type than its fact.',
    why: 'A number is never equal to a text.',
    at: { path: `${path}.value` },
    bad: { fact: 'linkCount', operator: 'equal', value: '2' },
    good: { fact: 'linkCount', operator: 'equal', value: 2 },
  },
  {
    ...base,
    code: 'unknown-value',
    what: 'A value that a fact never has.',
    why: 'The condition would never hold, or always.',
    at: { path: `${path}.value` },
    bad: { fact: 'authorRole', operator: 'equal', value: 'councillor' },
    good: { fact: 'authorRole', operator: 'equal', value: 'elected-member' },
  },
  {
    ...base,
    code: 'always-true',
    what: 'A condition, or a part of one, that holds whatever the comment.',
    why: 'It asks for nothing; most often a number or an operator is wrong.',
    bad: { fact: 'reportCount', operator: 'greaterThanInclusive', value: 0 },
    good: { fact: 'reportCount', operator: 'greaterThanInclusive', value: 1 },
  },
  {
    ...base,
    code: 'never-true',
    what: 'A condition, or a part of one, that contradicts itself.',
    why: 'The rule could never hold.',
    bad: {
      all: [
        { fact: 'linkCount', operator: 'greaterThan', value: 3 },
        { fact: 'linkCount', operator: 'lessThan', value: 2 },
      ],
    },
    good: {
      any: [
        { fact: 'linkCount', operator: 'greaterThan', value: 3 },
        { fact: 'reportCount', operator: 'greaterThan', value: 2 },
      ],
    },
  },
];
