import * as z from 'zod';
import { BOUNDS, beyond } from './bound.ts';
import { ACTION_TYPES, URGENCIES } from './decision.ts';
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
  .describe('Rule id: category/name, where category is the id of the file.');
/** Plain text that is not empty. */
export const sentence = z.string().min(1).max(2000);
/** Where editors find the schema. */
export const $schema = z
  .string()
  .describe('Where editors find the schema of this kind of file.')
  .exactOptional();
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
export const verdict = z
  .enum(['allow', 'review', 'act'])
  .describe('allow: leave it up. review: a person must look. act: a step is prepared for sign-off.');
/** A clause id. */
export const clauseId = z.string().meta({ description: 'Clause id of policy.json.', names: 'clause' });
/** A track id. */
export const trackId = id.meta({
  description:
    'Track of ladder.json: what follows from a finding. See the table of tracks in rules/README.md.',
  names: 'track',
});
/** A guard id. */
export const guardId = id.meta({ description: 'Guard of guards.json.', names: 'guard' });
/** A contact id. */
export const contactId = id.meta({ description: 'Contact id of policy.json.', names: 'contact' });
/** Name of a fact. */
export const factName = z.string().meta({
  description:
    'Fact: one of the table in rules/README.md, signal/<id> for a pattern of signals.json or of a rule, or score/<name>.',
  names: 'fact',
});
/** Clause ids. */
export const clauses = z.array(clauseId).describe('Ids of the clauses of policy.json that it rests on.');
/** A step. */
export const action = z.enum(ACTION_TYPES).describe('Step, from the mildest to the most intrusive.');
/** Who reads a notice. */
export const audience = z.enum(AUDIENCES).describe('Who reads it.');
/** A pattern. */
export const pattern = z
  .string()
  .min(1)
  .max(BOUNDS.charactersOfPattern.most, beyond('charactersOfPattern'))
  .describe(
    'Items in their order: word, @class, !@class (not in it), {kind}, <0-3> (a gap of up to three words); a|b is either, ? may be missing, ^ begins and $ ends a sentence. Classes and kinds are listed in rules/README.md.',
  );
/** Patterns of a rule. */
export const patterns = z
  .array(pattern)
  .min(1)
  .max(BOUNDS.patternsOfRule.most, beyond('patternsOfRule'))
  .describe(
    'What the words must look like: any of these is enough. Classes, kinds and gaps: see rules/README.md.',
  );

/** How soon. */
export const urgency = z
  .enum(URGENCIES)
  .describe('How soon: immediate does not wait for the office to open.');

/** Where a finding sends the comment. */
export const referral = z.strictObject({
  to: contactId,
  obligation,
  urgency,
  clauses,
  fromSureness: sureness
    .describe('Only for findings that are at least this sure. Default low.')
    .exactOptional(),
});
/** Where findings send the comment. */
export const refer = z.array(referral).describe('To whom the council passes the comment on.');
/** Contacts that an author is pointed to. */
export const signpost = z.array(contactId).describe('Contacts that the author is told about.');
/** Guards that may put a match aside. */
export const guards = z
  .array(guardId)
  .describe('Guards that may put a match of the patterns aside: see the table in rules/README.md.');

/** A day as YYYY-MM-DD. */
export const day = z.iso.date();
