import * as z from 'zod';
import { BOUNDS, beyond } from './bound.ts';
import { ACTION_TYPES } from './decision.ts';
import { SEVERITIES, SURENESSES } from './level.ts';
import { AUDIENCES } from './pack.ts';

/** Kebab-case id. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected a kebab-case id, such as off-topic.')
  .describe('Kebab-case id.');
/** Id of a rule. */
export const ruleId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Expected category/name, such as threat/direct.')
  .describe('Rule id: category/name.');
/** Plain text that is not empty. */
export const sentence = z.string().min(1).max(2000);
/** Where editors find the schema. */
export const $schema = z.string().exactOptional();
/** A severity. */
export const severity = z.enum(SEVERITIES).describe('How bad: none < low < medium < high < severe.');
/** A sureness. */
export const sureness = z
  .enum(SURENESSES)
  .describe('How sure: low < medium < high. Low asks for review, never acts.');
/** An obligation. */
export const obligation = z
  .enum(['must', 'may'])
  .describe('must: the policy says "will". may: it leaves it to the council.');
/** A verdict. */
export const verdict = z.enum(['allow', 'review', 'act']);
/** Clause ids. */
export const clauses = z.array(z.string()).describe('Clause ids of policy.json.');
/** A step. */
export const action = z.enum(ACTION_TYPES);
/** Who reads a notice. */
export const audience = z.enum(AUDIENCES).describe('Who reads it.');
/** A pattern. */
export const pattern = z
  .string()
  .min(1)
  .max(BOUNDS.charactersOfPattern.most, beyond('charactersOfPattern'))
  .describe('A pattern: see rules/README.md.');
/** Patterns of a rule. */
export const patterns = z.array(pattern).min(1).max(BOUNDS.patternsOfRule.most, beyond('patternsOfRule'));

/** Where a finding sends the comment. */
export const referral = z.strictObject({
  to: id.describe('Contact id of policy.json.'),
  obligation,
  urgency: z.enum(['immediate', 'same-day', 'routine']),
  clauses,
  fromSureness: sureness.exactOptional(),
});

/** A day as YYYY-MM-DD. */
export const day = z.iso.date();
