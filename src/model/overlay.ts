import type { Verdict } from './decision.ts';
import type { OverlayRecord } from './overlayRecord.ts';
import type { Clause, Contact, PolicyFile, Track } from './pack.ts';

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

/**
 * A track of the overlay's own. What it doesn't say is as on the track that it is like: first of all whether it is a breach,
 * and beside what its steps are withheld.
 */
export interface NewTrack
  extends Pick<Track, 'id' | 'about'>,
    Partial<Omit<Track, 'id' | 'about' | 'breach'>> {
  readonly like: string;
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
  readonly newTracks?: readonly NewTrack[];
  readonly hours?: Partial<PolicyFile['hours']>;
  /** Wording of reasons, by code. */
  readonly reasons?: Readonly<Record<string, string>>;
  readonly examples?: readonly ExampleChange[];
}
