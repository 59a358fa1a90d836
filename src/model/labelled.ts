import * as z from 'zod';
import type { Verdict } from './decision.ts';
import { sentence, verdict } from './field.ts';
import type { ContentItem } from './item.ts';
import { checkValue } from './itemSchema.ts';

/** What a person says that a comment should get. What isn't named isn't measured. */
export interface Label {
  readonly verdict?: Verdict;
  /** Every category that holds; empty: none does. */
  readonly categories?: readonly string[];
}

/** A comment with its label: a row of `examples/comments.jsonl`. */
export interface LabelledItem {
  /** What the row shows, for people. */
  readonly about?: string;
  readonly item: ContentItem;
  readonly expect?: Label;
}

/** A row whose item is still unchecked. */
export type LabelledRow = Omit<LabelledItem, 'item'> & { readonly item: unknown };

// `expect` is strict, so that a misspelt label is no missing one; further keys of the examples are not measured here.
const unmeasured = z.unknown().optional();
const labelledSchema: z.ZodType<LabelledRow> = z.looseObject({
  about: sentence.exactOptional(),
  item: z.unknown().refine((value) => value !== undefined, { error: 'Expected a content item.' }),
  expect: z
    .strictObject({
      verdict: verdict.exactOptional(),
      categories: z
        .array(z.string().min(1).max(100))
        .max(100, 'Found more than 100 categories.')
        .exactOptional(),
      actions: unmeasured,
      referrals: unmeasured,
      signposts: unmeasured,
      setAside: unmeasured,
      reply: unmeasured,
      replyAfter: unmeasured,
    })
    .exactOptional(),
});

/**
 * Checks the label of a row; its item is checked when it is judged.
 * @throws {ContentItemError} names every field that is wrong, never its value.
 */
export function checkLabelled(row: unknown): LabelledRow {
  return checkValue(row, labelledSchema, 'row', ' with "item" and "expect"');
}
