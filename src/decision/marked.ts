import type { Finding, Span } from '../model/decision.ts';
import type { ContentItem } from '../model/item.ts';
import { type Cell, cellsOf, harmless } from './layout.ts';
import { distinct } from './step.ts';

/** A text of an item, and what was found in it. */
export interface ShownField {
  readonly heading: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The comment, and each text of its attachments in which something was found. */
export function fieldsShown(findings: readonly Finding[], item: ContentItem): ShownField[] {
  const spans = findings.flatMap((finding) => finding.spans);
  const fields = distinct(['text', ...spans.map((span) => span.field)]);
  return fields.flatMap((field) => {
    const text = fieldText(field, item);
    return text === undefined
      ? []
      : [
          {
            heading: field === 'text' ? 'Comment' : `Attachment: ${field}`,
            text,
            spans: spans.filter((span) => span.field === field),
          },
        ];
  });
}

function fieldText(field: string, item: ContentItem): string | undefined {
  if (field === 'text') return item.text;
  const [, index, part] = /^attachments\[(\d+)\]\.(altText|transcript)$/.exec(field) ?? [];
  const attachment = item.attachments?.[Number(index)];
  return part === 'altText' ? attachment?.altText : attachment?.transcript;
}

/** Characters of a text, each with whether a span covers it. A span that cuts a code point covers the whole of it. */
export function markedCells(text: string, spans: readonly Span[], colour: boolean): Cell[] {
  const covered = coverage(text.length, spans);
  const cells: Cell[] = [];
  let open = false;
  let at = 0;
  for (const character of text) {
    const marked = covered[at] === 1 || covered[at + character.length - 1] === 1;
    if (marked !== open && !colour) cells.push({ text: marked ? '[[' : ']]', marked });
    open = marked;
    at += character.length;
    // Half of a line break, as in harmless(): "\r\n" is one.
    if (character === '\r' && text[at] === '\n') continue;
    cells.push(...cellsOf(harmless(character), marked));
  }
  if (open && !colour) cells.push({ text: ']]', marked: true });
  return cells;
}

/** For each UTF-16 unit, 1 where a span covers it. In time proportional to the text and the number of spans. */
function coverage(length: number, spans: readonly Span[]): Uint8Array {
  const change = new Int32Array(length + 1);
  const within = (offset: number) => Math.min(Math.max(offset, 0), length);
  for (const { start, end } of spans) {
    if (end <= start) continue;
    change[within(start)] = (change[within(start)] ?? 0) + 1;
    change[within(end)] = (change[within(end)] ?? 0) - 1;
  }
  let depth = 0;
  return Uint8Array.from({ length }, (_, i) => {
    depth += change[i] ?? 0;
    return depth > 0 ? 1 : 0;
  });
}
