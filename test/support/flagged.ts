import { type ContentItem, classify } from '../../src/index.ts';

const ROUTING: ReadonlySet<string> = new Set(['complaint', 'request']);

/** What is held against a comment: a verdict other than allow, or a finding that does more than say where it belongs. */
export async function flagsOf(text: string, about: Partial<ContentItem> = {}): Promise<readonly string[]> {
  const { verdict, findings } = await classify({ text, now: '2026-06-10T10:00:00+01:00', ...about });
  const held = findings.filter(({ category }) => !ROUTING.has(category)).map(({ ruleId }) => ruleId);
  return verdict === 'allow' || held.length > 0 ? held : [verdict];
}

/** The texts that are flagged, each with what for. */
export async function flaggedOf(texts: readonly string[]): Promise<readonly string[]> {
  const flagged = await Promise.all(
    texts.map(async (text) => {
      const flags = await flagsOf(text);
      return flags.length === 0 ? [] : [`${flags.join(', ')}: ${text}`];
    }),
  );
  return flagged.flat();
}

/** A share in per cent with one decimal, with its counts. */
export function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;
}
