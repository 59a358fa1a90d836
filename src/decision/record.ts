import type { EvidenceReader } from '../evidence/evidence.ts';
import { knownNames } from '../evidence/name.ts';
import { addDays, epoch, localTime, utcText, zonedText } from '../facts/clock.ts';
import type { Decision, Finding, RulesetStamp, Span, Verdict } from '../model/decision.ts';
import type { Attachment, AuthorRole, ContentItem } from '../model/item.ts';
import { sha256 } from '../model/sha256.ts';
import { tokenise } from '../text/tokenise.ts';
import type { Ladder } from './decide.ts';
import { breachFindings } from './outcome.ts';
import { type Redactor, redactor } from './redact.ts';
import { isAddressOnly, isDisclosure } from './standing.ts';
import { distinct } from './step.ts';

/** A text as it stood, with the means to show that it is unchanged. */
export interface RecordedText {
  readonly text: string;
  /** SHA-256 of the exact text in UTF-8, hexadecimal. Absent from redacted records: a short text could be guessed from it. */
  readonly sha256?: string;
}

/** An attachment as it was described to the library; never the picture or sound itself. */
export interface RecordedAttachment {
  readonly kind: Attachment['kind'];
  /** False: nobody had looked at it. */
  readonly readable?: boolean;
  readonly altText?: RecordedText;
  readonly transcript?: RecordedText;
}

/** A finding, its words as `Span` gives them or, where they may not be repeated, only their place. */
export type RecordedFinding = Omit<Finding, 'spans' | 'target'> & {
  readonly spans: readonly (Omit<Span, 'text' | 'readAs'> & Partial<Pick<Span, 'text' | 'readAs'>>)[];
  readonly target?: { readonly kind: NonNullable<Finding['target']>['kind']; readonly text?: string };
};

/** How long to keep the record. */
export interface Retention {
  /** The outcome whose rule counts: `referred` before `strike` before the verdict. */
  readonly outcome: 'referred' | 'strike' | Verdict;
  /** 0: keep nothing. */
  readonly days: number;
  /** Last day to keep it, YYYY-MM-DD in the council's zone; absent while somebody else decides how long. */
  readonly until?: string;
  readonly note: string;
}

/** What to capture and keep about one decision. The library stores nothing: the caller does. */
export interface EvidenceRecord {
  /** `address-only`: the ladder forbids a copy of what the comment shows and says. */
  readonly variant: 'full' | 'redacted' | 'address-only';
  readonly decision: {
    readonly id: string;
    readonly verdict: Verdict;
    readonly ruleset: RulesetStamp;
  };
  /** The item's `now`: UTC, and local time with offset in the council's zone. */
  readonly time: { readonly utc: string; readonly local: string; readonly zone: string };
  readonly item?: { readonly id?: string; readonly permalink?: string };
  readonly visibility: NonNullable<ContentItem['visibility']>;
  readonly author: { readonly id?: string; readonly role: AuthorRole };
  readonly text?: RecordedText;
  /** Addresses that the comment gives: its `links` and those in its texts. */
  readonly links: readonly string[];
  readonly parent?: { readonly text?: RecordedText; readonly authorRole: AuthorRole };
  readonly post?: { readonly id?: string; readonly text?: RecordedText };
  readonly attachments: readonly RecordedAttachment[];
  readonly findings: readonly RecordedFinding[];
  readonly retention: Retention;
  /** What an officer captures, in this order; empty where nothing is to be kept. */
  readonly checklist: readonly string[];
  /** What was left out of the record, and why. */
  readonly leftOut: readonly string[];
}

/** What a record is made with. */
export interface RecordSource {
  readonly ladder: Ladder;
  readonly reader: EvidenceReader;
}

const LEFT_OUT = {
  addressOnly:
    'Texts, pictures and descriptions: the comment may show or point to child abuse, and no copy may be kept.',
  personal:
    'Ids, addresses, handles, phone numbers, e-mail addresses, links and the names that the library recognises. Check for other names before you share it.',
  disclosure: 'The words of the comment and of what it replies to: somebody may be telling of harm.',
} as const;

/** The record of a decision on an item that was checked. */
export function recordOf(decision: Decision, item: ContentItem, source: RecordSource): EvidenceRecord {
  if (isAddressOnly(decision, source.ladder.file)) return addressRecord(decision, item, source);
  return {
    variant: 'full',
    ...head(decision, item, source),
    item: idsOf(item),
    author: authorOf(item),
    text: recorded(item.text),
    links: linksOf(item),
    ...threadOf(item, recorded),
    attachments: attachmentsOf(item, recorded),
    findings: decision.findings,
    leftOut: [],
  };
}

/** The record without what tells who is concerned, for people who need to know only what happened. */
export function redactedRecordOf(
  decision: Decision,
  item: ContentItem,
  source: RecordSource,
): EvidenceRecord {
  const nothing = isAddressOnly(decision, source.ladder.file);
  const silent = nothing || isDisclosure(decision, source.ladder.file);
  const redact = redactor(source.reader, knownNames(item));
  const kept = (text: string) => ({ text: redact.text(text) });
  return {
    variant: 'redacted',
    ...head(decision, item, source),
    author: { role: item.author?.role ?? 'unknown' },
    links: [],
    ...(silent
      ? postOnly(item, nothing ? undefined : kept)
      : { text: kept(item.text), ...threadOf(item, kept) }),
    attachments: silent ? bareAttachments(item) : attachmentsOf(item, kept),
    findings: decision.findings.map((finding) =>
      silent ? wordless(finding) : redactedFinding(finding, item, redact),
    ),
    leftOut: [...(nothing ? [LEFT_OUT.addressOnly] : silent ? [LEFT_OUT.disclosure] : []), LEFT_OUT.personal],
  };
}

/** Where it is and who put it there, and nothing of what it shows or says. */
function addressRecord(decision: Decision, item: ContentItem, source: RecordSource): EvidenceRecord {
  return {
    variant: 'address-only',
    ...head(decision, item, source),
    item: idsOf(item),
    author: authorOf(item),
    links: linksOf(item),
    ...(item.post?.id === undefined ? {} : { post: { id: item.post.id } }),
    attachments: bareAttachments(item),
    findings: decision.findings.map(wordless),
    leftOut: [LEFT_OUT.addressOnly],
  };
}

function head(decision: Decision, item: ContentItem, { ladder }: RecordSource) {
  const zone = ladder.policy.hours.timeZone;
  const retention = retentionOf(decision, ladder);
  const { checklist, addressOnly } = ladder.policy.evidence;
  return {
    decision: { id: decision.id, verdict: decision.verdict, ruleset: decision.ruleset },
    time: { utc: utcText(item.now), local: zonedText(epoch(item.now), zone), zone },
    visibility: item.visibility ?? 'public',
    retention,
    checklist: isAddressOnly(decision, ladder.file) ? addressOnly : isKept(retention) ? checklist : [],
  } as const;
}

function idsOf({ id, permalink }: ContentItem): NonNullable<EvidenceRecord['item']> {
  return { ...(id === undefined ? {} : { id }), ...(permalink === undefined ? {} : { permalink }) };
}

function authorOf({ author }: ContentItem): EvidenceRecord['author'] {
  return { ...(author?.id === undefined ? {} : { id: author.id }), role: author?.role ?? 'unknown' };
}

type Recorder = (text: string) => RecordedText;

function recorded(text: string): RecordedText {
  return { text, sha256: sha256(text) };
}

function optionalText<K extends string>(name: K, text: string | undefined, record: Recorder | undefined) {
  return (text === undefined || record === undefined ? {} : { [name]: record(text) }) as {
    readonly [P in K]?: RecordedText;
  };
}

function threadOf(item: ContentItem, record: Recorder): Pick<EvidenceRecord, 'parent' | 'post'> {
  const { parent } = item;
  return {
    ...(parent === undefined
      ? {}
      : {
          parent: {
            ...optionalText('text', parent.text, record),
            authorRole: parent.authorRole ?? 'unknown',
          },
        }),
    ...(item.post === undefined
      ? {}
      : {
          post: {
            ...(item.post.id === undefined || record !== recorded ? {} : { id: item.post.id }),
            ...optionalText('text', item.post.text, record),
          },
        }),
  };
}

/** The council's own post is no disclosure. */
function postOnly(item: ContentItem, record: Recorder | undefined): Pick<EvidenceRecord, 'post'> {
  const text = optionalText('text', item.post?.text, record);
  return text.text === undefined ? {} : { post: text };
}

function attachmentsOf(item: ContentItem, record: Recorder): RecordedAttachment[] {
  return (item.attachments ?? []).map(({ kind, readable, altText, transcript }) => ({
    kind,
    ...(readable === undefined ? {} : { readable }),
    ...optionalText('altText', altText, record),
    ...optionalText('transcript', transcript, record),
  }));
}

function bareAttachments(item: ContentItem): RecordedAttachment[] {
  return (item.attachments ?? []).map(({ kind }) => ({ kind }));
}

function linksOf(item: ContentItem): string[] {
  const texts = [
    item.text,
    ...(item.attachments ?? []).flatMap(({ altText, transcript }) => [altText ?? '', transcript ?? '']),
  ];
  const written = texts.flatMap((text) =>
    tokenise(text).tokens.flatMap(({ kind, start, end }) =>
      kind === 'link' ? [text.slice(start, end)] : [],
    ),
  );
  return distinct([...(item.links ?? []), ...written]);
}

function wordless({ spans, target, ...finding }: Finding): RecordedFinding {
  return {
    ...finding,
    spans: spans.map(({ field, start, end }) => ({ field, start, end })),
    ...(target === undefined ? {} : { target: { kind: target.kind } }),
  };
}

function redactedFinding(
  { spans, target, ...finding }: Finding,
  item: ContentItem,
  redact: Redactor,
): RecordedFinding {
  return {
    ...finding,
    spans: spans.map(({ field, start, end, readAs }) => {
      const { text, cut } = redact.part(fieldText(item, field), start, end);
      return { field, start, end, text, ...(readAs === undefined || cut ? {} : { readAs }) };
    }),
    // A target may be named by a bare surname, which nothing else marks as a name.
    ...(target === undefined ? {} : { target: { kind: target.kind } }),
  };
}

/** The text of an item that a span's field names; empty if there is none. */
function fieldText(item: ContentItem, field: string): string {
  const [, index, name] = /^attachments\[(\d+)\]\.(altText|transcript)$/.exec(field) ?? [];
  const attachment = item.attachments?.[Number(index)];
  return (name === undefined ? item.text : attachment?.[name as 'altText' | 'transcript']) ?? '';
}

function isKept({ outcome, days }: Retention): boolean {
  return outcome === 'referred' || days > 0;
}

/** The rule of the pack that keeps the record longest. */
function retentionOf(decision: Decision, ladder: Ladder): Retention {
  const { retention, hours } = ladder.policy;
  const struck = decision.verdict === 'act' && breachFindings(decision, ladder).length > 0;
  const outcome = struck ? ('strike' as const) : decision.verdict;
  const { days } = retention[outcome];
  const until = addDays(localTime(epoch(decision.evaluatedAt), hours.timeZone).date, days);
  if (decision.referrals.some(({ to }) => retention.referred.to.includes(to)))
    return {
      outcome: 'referred',
      days,
      note: `Keep it until ${retention.referred.until}${days === 0 ? '' : `, and at least until ${until}`}.`,
    };
  return {
    outcome,
    days,
    until,
    note:
      days === 0
        ? 'Keep nothing: the comment stays up.'
        : `Keep it until ${until} (${days} days), then destroy it.`,
  };
}
