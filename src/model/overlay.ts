import type { Verdict } from './decision.ts';
import type { OverlayRecord } from './overlayRecord.ts';
import type { Clause, Contact, PolicyFile } from './pack.ts';

/** What another council does otherwise, as files: path relative to the overlay's folder, with `/`, to parsed JSON. */
export interface Overlay {
  readonly files: Readonly<Record<string, unknown>>;
}

/** An example of the base that comes out otherwise here. */
export interface ExampleChange {
  readonly rule: string;
  readonly text: string;
  /** Only the one that stands in this list of the rule, where both lists have the text. */
  readonly from?: 'match' | 'noMatch';
  /** Where it belongs here; `gone`: it says nothing here. Default: where it stands. */
  readonly to?: 'match' | 'noMatch' | 'gone';
  readonly verdict?: Verdict;
  readonly because: string;
}

/** `overlay.json`. */
export interface OverlayFile extends OverlayRecord {
  readonly $schema?: string;
  readonly about?: string;
  readonly council?: Partial<PolicyFile['council']>;
  /** A known id replaces the clause; others are added. */
  readonly clauses?: readonly Clause[];
  /** What differs of contacts that the base has. */
  readonly contacts?: readonly (Pick<Contact, 'id'> & Partial<Omit<Contact, 'id'>>)[];
  readonly newContacts?: readonly Contact[];
  readonly hours?: Partial<PolicyFile['hours']>;
  /** Wording of reasons, by code. */
  readonly reasons?: Readonly<Record<string, string>>;
  readonly examples?: readonly ExampleChange[];
}
