/**
 * A changeset: what a mutation, the seed and every importer hand to a store. It is validated as a
 * whole and written in one transaction.
 */
import type { RecordName } from '../definition.js';
import type { Path, Problem } from '../errors.js';
import type { Role } from '../roles.js';
import type { Operation } from '../vocabulary.js';

/** What happens to the sound items when another one is refused. */
export type OnProblem = 'REFUSE_ALL' | 'SKIP_ITEM';

/** Items of one changeset that comes by the API; larger sets are taken in by the command line, in several. */
export const CHANGESET_ITEMS_MAX = 10_000;

export interface Changeset {
  /** The same key with the same content a second time, by the same author, writes nothing and gives the first answer. */
  readonly key?: string | undefined;
  /** Who writes; stands on every version. */
  readonly by?: string | undefined;
  /** What they may do. Not given: everything, as on the command line. */
  readonly writer?: Writer | undefined;
  readonly onProblem?: OnProblem | undefined;
  /** Nothing is written: the results are what they would be. */
  readonly dryRun?: boolean | undefined;
  /** How far the import has come that this is a part of; kept in the same transaction as the items. */
  readonly progress?: ImportProgress | undefined;
  /** Items as their author wrote them: checked by parseItems. */
  readonly items: readonly unknown[];
  /**
   * By item, the numbers of the wholes that it is a part of: one is written with all of its items or not at all. An
   * item of several is written with any of them.
   */
  readonly wholes?: readonly (readonly number[])[] | undefined;
}

/** Whoever asked for a write, as far as that bounds what is written (roles.ts, changeset/rights.ts). */
export interface Writer {
  readonly role: Role;
  /** By whom a record is recorded that is theirs; undefined: none is, for many write under one name. */
  readonly name?: string | undefined;
}

export interface ImportProgress {
  /** A digest of all that decides which entries the import reads: its file's content among it. */
  readonly source: string;
  /** So many entries, from the first one, are in the store whole; undefined when the import is over. */
  readonly entries: number | undefined;
}

/** A reference to a record: its id (a UUID) or its key; to a source also its web address, in any spelling of the page. */
export type Reference = string;

/** A record's content by the names of the table: references as ids, parts as lists, nothing absent kept. */
export type RecordDocument = { readonly [name: string]: unknown };

/** An item after its shape was checked; references not yet looked up. */
export type Item = PutItem | StatusItem;

export interface PutItem {
  readonly kind: 'put';
  readonly record: RecordName;
  readonly path: Path;
  /** The record meant: an id, a key, or neither for one that can only be new. */
  readonly id?: string | undefined;
  readonly key?: string | undefined;
  /** An update of a record that is not there is refused instead of creating it. */
  readonly mustExist: boolean;
  /** A record that is there already stays as it is. */
  readonly ifMissing?: boolean | undefined;
  /** What holds only where the record is not there yet, such as an id in place of a name. */
  readonly ifNew?: RecordDocument | undefined;
  /**
   * Of an entity: names, aliases and identifiers add to those that are there, which stay. Of a source: its title stays,
   * contributors and derivations add up. Of a claim: its texts stay. This text, which has an id in place of a name, gives way.
   */
  readonly namesAddUp?: string | undefined;
  readonly expectedVersion?: number | undefined;
  /** Only what was given; null clears. */
  readonly values: RecordDocument;
  readonly text?: string | undefined;
  /** Of a source whose address was that of a copy of its page: it belongs to the archived copies, and `url` is the page's. */
  readonly copy?: { readonly url: string; readonly capturedAt?: string | undefined } | undefined;
  /** Of a citation: its quote outranks its position and context, which may be of an earlier text. */
  readonly quoteFirst?: boolean | undefined;
  /** Why, if that should be remembered: it stands on the version that this makes. */
  readonly reason?: string | undefined;
}

export interface StatusItem {
  readonly kind: 'retract' | 'restore' | 'merge' | 'unmerge';
  readonly record: RecordName;
  readonly path: Path;
  readonly reference: Reference;
  /** Of a merge: the record that it is read through from now on. */
  readonly into?: Reference | undefined;
  readonly reason?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

export type ItemStatus = 'CREATED' | 'CHANGED' | 'UNCHANGED' | 'RETRACTED' | 'RESTORED' | 'MERGED' | 'UNMERGED' | 'REFUSED' | 'NOT_APPLIED';

/** What became of one item, in the order of the changeset's items (a claim's own citations follow it). */
export interface ItemResult {
  readonly status: ItemStatus;
  readonly record: RecordName;
  readonly path: Path;
  readonly id?: string | undefined;
  readonly key?: string | undefined;
  readonly version?: number | undefined;
  readonly problems: readonly Problem[];
  /** What was given and is not kept, as it did not fit the text: paths within the item. */
  readonly lost?: readonly string[] | undefined;
}

export interface ChangesetResult {
  readonly applied: boolean;
  /** The same changeset key had been applied before; the results are those of that time. */
  readonly repeated: boolean;
  readonly results: readonly ItemResult[];
}

/** A record as a store holds it. */
export interface StoredRecord {
  readonly record: RecordName;
  readonly id: string;
  readonly version: number;
  readonly createdAt: number;
  readonly retraction?: RetractionDocument | undefined;
  readonly document: RecordDocument;
}

export interface RetractionDocument {
  readonly at: number;
  readonly by?: string | undefined;
  readonly reason: string;
}

/** One new version of one record, ready to be written. */
export interface RecordWrite extends StoredRecord {
  readonly operation: Operation;
  readonly reason?: string | undefined;
  readonly previous?: StoredRecord | undefined;
}
