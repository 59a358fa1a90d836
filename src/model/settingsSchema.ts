import * as z from 'zod';
import { $schema, action, audience, id, ruleId, sentence, severity } from './field.ts';
import type { Change, Setting, SettingsFile } from './setting.ts';

const rule = ruleId.describe('Rule that is changed.');
const fact = z.string().min(1).describe('Fact of rules/README.md.');
const what = <T extends string>(name: T, about: string) => z.literal(name).describe(about);

const change: z.ZodType<Change> = z.discriminatedUnion('change', [
  z.strictObject({ change: what('severity', 'Gives a rule another severity.'), rule, to: severity }),
  z.strictObject({
    change: what('title', 'Gives a rule another title.'),
    rule,
    to: sentence.describe('The title. {setting-id} stands for the value of that setting.'),
  }),
  z.strictObject({
    change: what('value', "Puts the setting's value where the rule compares the fact with a number."),
    rule,
    fact,
  }),
  z.strictObject({
    change: what('assume', "Reads a category's conditions as if a fact always had this value."),
    category: id.describe('Category whose rules are read so.'),
    fact,
    is: z.boolean().describe('The value that is assumed.'),
  }),
  z.strictObject({
    change: what('threshold', "Puts the setting's value into thresholds of policy.json."),
    name: z
      .enum(['upheldBreachDays', 'removalGraceWorkingDays', 'sameMessageDays'])
      .describe('Key of thresholds.'),
  }),
  z.strictObject({
    change: what('retention', "Puts the setting's value into retention of policy.json, in days."),
    name: z.enum(['allow', 'review', 'act', 'strike']).describe('Key of retention.'),
  }),
  z.strictObject({
    change: what(
      'history',
      "Makes the setting's value the count from which the author's history adds a step.",
    ),
    step: action.describe('Step that history adds.'),
    count: z.enum(['upheldBreaches', 'ignoredRequests']).describe('What is counted.'),
  }),
  z.strictObject({
    change: what('drop-clause', 'Steps and notices no longer rest on a clause.'),
    clause: z.string().min(1).describe('Clause id of policy.json.'),
  }),
  z.strictObject({
    change: what('drop-notices', 'Leaves out the notices for an audience.'),
    audience: audience.describe('Who is no longer written to.'),
  }),
  z.strictObject({
    change: what(
      'wording',
      'Gives a notice another text, a reason another wording or a clause another title.',
    ),
    of: z.enum(['notice', 'reason', 'clause']).describe('What is worded otherwise.'),
    id: z.string().min(1).describe('Id of the notice or clause, code of the reason.'),
    to: sentence.describe('The new words. A notice may hold {placeholders} of rules/README.md.'),
  }),
]);
const changes = z.array(change).describe('What changes in the files of the pack; empty for nothing.');
const value = z
  .union([z.string().min(1), z.number(), z.boolean()])
  .describe('What overlay.json writes for this choice.');

const head = {
  id: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*$/, 'Expected a camelCase name, such as sameMessageCount.')
    .describe('Name of the setting: the key under settings of overlay.json.'),
  about: sentence.describe('What is set, in a sentence, with its unit.'),
};
const setting: z.ZodType<Setting> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: what('choice', 'One of some values.'),
    default: value.describe('The value that the pack has without an overlay.'),
    choices: z
      .array(z.strictObject({ value, about: sentence.describe('What the choice means.'), changes }))
      .min(2)
      .describe('Every value that can be chosen.'),
  }),
  z.strictObject({
    ...head,
    kind: what('number', 'A whole number.'),
    default: z.number().int().describe('The value that the pack has without an overlay.'),
    least: z.number().int().describe('The smallest value that can be set.'),
    most: z.number().int().describe('The largest value that can be set.'),
    changes,
  }),
]);

/** Schema of `settings.json`. */
export const settingsSchema: z.ZodType<SettingsFile> = z.strictObject({
  $schema,
  settings: z.array(setting).describe('What another council can set without editing a rule.'),
});
