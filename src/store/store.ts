/** What every store can do. A store knows nothing of GraphQL; nobody else knows its query language. */
import type { MessagePort } from 'node:worker_threads';
import type { Changeset, ChangesetResult, RecordDocument, RetractionDocument } from '../model/changeset/changeset.js';
import type { Fetch, Fetched } from '../model/changeset/known.js';
import type { RecordName } from '../model/definition.js';
import type { Operation } from '../model/vocabulary.js';
import type { Plan } from '../plan/plan.js';
import type { PlanRows, RowsOf } from '../plan/rows.js';
import type { CheckName } from './check/checks.js';
import type { GivenUp } from './given-up.js';

/** A read of any plan, whose rows are of the plan's kind, as the one that tells so to the compiler. */
export const typedRead = (read: (plan: Plan, options?: ReadOptions) => Promise<PlanRows>): Store['read'] => read as Store['read'];

export interface Store {
  /**
   * Runs one statement; where it needs numbers that follow from a write and are not worked out yet
   * (plan/settled.ts), they are first. Throws StoreError.
   */
  read<P extends Plan>(plan: P, options?: ReadOptions): Promise<RowsOf<P>>;
  /** Answers one question of an analysis, from the records as they are, or as they were. Throws StoreError. */
  ask(wanted: Fetch, options?: AskOptions): Promise<Fetched>;
  /** Whether anything was ever withheld from readers. Asked after a read, a `false` holds for what was read. */
  withholds(options?: ReadOptions): Promise<boolean>;
  /** One transaction, durable when it resolves. Refused items are in the result, not thrown. */
  write(changeset: Changeset, options?: WriteOptions): Promise<WriteResult>;
  /** Where one thread of a process writes for all: a port for the store of another thread to write through. */
  readonly connectWriter?: (() => Promise<MessagePort>) | undefined;
  /** The first changes after a position of the change log, oldest first; by an index, however many there are. Throws StoreError. */
  changes(since: number, limit: number, options?: ChangesOptions): Promise<Change[]>;
  /** The same without the documents, which are most of what a change costs to read. */
  changeHeaders(since: number, limit: number, options?: ChangesOptions): Promise<ChangeHeader[]>;
  /** The last position of the change log; 0 when nothing was ever written. */
  position(): Promise<number>;
  /** Whole texts of sources by digest; those that are not kept are left out. */
  texts(digests: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Takes over versions of another store as they are, with their ids, times and positions, in one
   * transaction. They must follow this store's last position, and end where a changeset ends. `instead`: they begin
   * the log anew, and all that this store holds is taken away in the same transaction; throws StoreError where its log
   * does not end at that position.
   */
  replay(changes: readonly Change[], texts: ReadonlyMap<string, string>, instead?: number): Promise<void>;
  /**
   * How many entries of an import, from the first one, this store holds although the import did not end; 0 of
   * one that it knows nothing of. It stands in the store, so that no other store and no older state has it.
   */
  importedEntries(source: string): Promise<number>;
  /** How much of what it reads with is taken: threads of a SQLite store, connections to a Neo4j. */
  pool(): StorePool;
  /** Resolves when the store can answer; throws StoreError otherwise. */
  health(): Promise<void>;
  /** Resolves when the store has taken a write that changes nothing; throws StoreError otherwise. */
  probeWrite(): Promise<void>;
  /** Looks the whole store over for what cannot be right; by these checks alone where they are named. */
  check(report: (progress: CheckProgress) => void, names?: readonly CheckName[]): Promise<CheckFinding[]>;
  close(): Promise<void>;
}

export interface StorePool {
  readonly size: number;
  readonly busy: number;
  /** What waits for one that is free. */
  readonly waiting: number;
}

export interface ReadOptions {
  /** Milliseconds after which the read is given up with TIMEOUT. */
  readonly timeout?: number | undefined;
  /** Given when the client no longer waits for the answer: what the database is doing for it is ended. */
  readonly signal?: AbortSignal | undefined;
  /** The same, for a store that reads without letting anything else run on its thread. */
  readonly isGivenUp?: GivenUp | undefined;
  /** The read sees at least what the write that gave this bookmark wrote, whichever process and replica did it. */
  readonly bookmark?: string | undefined;
}

export interface WriteOptions {
  /** Milliseconds after which a write that has not begun is not begun, and one that is being worked out is given up: TIMEOUT. */
  readonly timeout?: number | undefined;
  /** Given when the client no longer waits for the answer: what is not written by then is given up. */
  readonly signal?: AbortSignal | undefined;
  /** The same, for a thread that works without hearing of anything else. */
  readonly isGivenUp?: GivenUp | undefined;
}

export interface AskOptions extends ReadOptions {
  /** Only what is not withheld from readers, with no word of what is. */
  readonly forReaders?: boolean | undefined;
  /** The records as they were at this moment, epoch milliseconds. Chains of references (`reachable`) and texts are those of now. */
  readonly asOf?: number | undefined;
}

export interface ChangesOptions extends ReadOptions {
  /** Only changes that are not withheld from readers. Their documents still name what is withheld. */
  readonly forReaders?: boolean | undefined;
}

export interface WriteResult extends ChangesetResult {
  /** Of a store of several servers: give it to a read that must see this write. */
  readonly bookmark?: string | undefined;
}

/** One entry of the change log: a new version of a record. */
export interface ChangeHeader {
  readonly position: number;
  readonly record: RecordName;
  readonly id: string;
  readonly version: number;
  readonly operation: Operation;
  readonly createdAt: number;
  readonly recordedAt: number;
  readonly recordedBy: string | undefined;
  readonly reason: string | undefined;
}

export interface Change extends ChangeHeader {
  readonly retraction: RetractionDocument | undefined;
  readonly document: RecordDocument;
}

export interface CheckProgress {
  readonly step: string;
}

export interface CheckFinding {
  readonly check: string;
  readonly record?: RecordName | undefined;
  readonly id?: string | undefined;
  readonly message: string;
}
