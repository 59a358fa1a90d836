import * as z from 'zod';
import { $schema, contactId, id, ruleId, sentence } from './field.ts';
import type { ServicesFile } from './pack.ts';

/** Schema of `services.json`. */
export const servicesSchema: z.ZodType<ServicesFile> = z.strictObject({
  $schema,
  instead: z
    .array(contactId)
    .describe(
      'Contacts that stand for every form: the form of a service that the comment names takes their place.',
    )
    .exactOptional(),
  beside: z
    .array(contactId)
    .describe('Contacts that stay: the form of a service that the comment names is given first.')
    .exactOptional(),
  except: z.array(ruleId).describe('Rules whose findings no form answers.').exactOptional(),
  services: z
    .array(
      z.strictObject({
        id: id.describe('Id of the service.'),
        title: sentence.describe('The service, in a few words.'),
        signal: id.meta({
          description: 'Signal of signals.json that shows that a comment names the service.',
          names: 'signal',
        }),
        contact: contactId.describe('Contact of policy.json: its form or page.'),
        topics: z
          .array(z.string().min(1))
          .describe('Topics of a post: a comment under it that names no service is about this one.')
          .exactOptional(),
      }),
    )
    .describe('Services that have a form or page of their own.'),
});
