/** The embedded store: one file; look-ups on this thread, longer reads and writes on others. */
import type Database from 'better-sqlite3';
import type { Changeset, ChangesetResult, RecordDocument, RetractionDocument } from '../../model/changeset/changeset.js';
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import type { Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import type { AskOptions, Change, CheckFinding, CheckProgress, ReadOptions, Store } from '../store.js';
import { checkDatabase } from './check.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { readByReaders } from '../../model/changeset/readers.js';
import { Fetcher } from './fetch.js';
import { answered } from './answered.js';
import { guarded, openForReading, openForWriting } from './open.js';
import { needOf } from '../../plan/settled.js';
import { settledBefore } from '../settled-before.js';
import { isLookUp } from '../../plan/look-up.js';
import { decodeRows } from '../decode.js';
import { compilePlan } from './compile/compile.js';
import { flagOf, Reader } from './read.js';
import { ReaderThreads } from './reader-threads.js';
import type { VersionRow } from './versions.js';
import { WriterThread } from './writer-thread.js';

export interface SqliteOptions {
  /** Milliseconds a write waits for another process's write before STORE_BUSY. */
  readonly busyTimeout?: number;
  /** Throws StoreMissing where there is no store, instead of making one. */
  readonly mustExist?: boolean;
  /** Threads for reads that may take a while; 0: they run on this one. */
  readonly readThreads?: number;
  /** Hears every statement that a read runs. */
  readonly onStatement?: (sql: string) => void;
}

const BUSY_TIMEOUT = 5_000;
const READ_THREADS = 2;
const NO_THREADS = { size: 0, busy: 0, waiting: 0 };
const MILLISECONDS_UNLIMITED = 24 * 60 * 60 * 1_000;

/** Opens the file, making or migrating it first. Throws StoreError with one clear line. */
export function openSqliteStore(file: string, options: SqliteOptions = {}): Store {
  const busyTimeout = options.busyTimeout ?? BUSY_TIMEOUT;
  openForWriting(file, { busyTimeout, mustExist: options.mustExist ?? false }).close();
  const database = openForReading(file, { busyTimeout });
  const here = new Reader(database);
  const fetcher = new Fetcher(database);
  // Readers' every read asks it.
  const everWithheld = database.prepare('SELECT "ever" FROM "withholding"').pluck();
  const importedEntries = database.prepare('SELECT "entries" FROM "import_progress" WHERE "source" = ?').pluck();
  const readThreads = options.readThreads ?? READ_THREADS;
  const threads = readThreads > 0 ? new ReaderThreads(readThreads, { file, busyTimeout }) : undefined;
  const writer = new WriterThread({ file, busyTimeout });
  return {
    read: async (plan: Plan, { timeout = MILLISECONDS_UNLIMITED, signal }: ReadOptions = {}): Promise<PlanRows> => {
      const compiled = compilePlan(plan);
      const need = needOf(plan);
      const elsewhere = threads && !isLookUp(plan) ? threads : undefined;
      const deadline = performance.now() + timeout;
      const isGivenUp = elsewhere && signal ? flagOf(signal) : undefined;
      for (;;) {
        const reading = { ...compiled, need, timeout: deadline - performance.now(), isGivenUp };
        const read = elsewhere ? await elsewhere.read(reading) : guarded(file, () => here.read(reading));
        if (read === 'UNSETTLED') {
          await settledBefore(deadline, writer.settle(need!));
          continue;
        }
        options.onStatement?.(compiled.sql);
        return decodeRows(plan, read.text === null ? null : (JSON.parse(read.text) as unknown));
      }
    },
    ask: async (wanted: Fetch, { asOf, forReaders = false }: AskOptions = {}): Promise<Fetched> =>
      guarded(file, () => answered((forReaders ? readByReaders : readThrough)(wanted), (each) => fetcher.fetch(each, asOf, forReaders))),
    withholds: async () => guarded(file, () => everWithheld.get() === 1),
    write: (changeset: Changeset): Promise<ChangesetResult> => writer.write(changeset),
    changes: async (since, limit) => guarded(file, () => changesSince(database, since, limit)),
    position: async () =>
      guarded(file, () => (database.prepare('SELECT max("position") FROM "version"').pluck().get() as number | null) ?? 0),
    texts: async (digests) => guarded(file, () => fetcher.fetch({ fetch: 'texts', digests }).texts ?? new Map()),
    replay: (changes, texts) => writer.replay(changes, texts),
    importedEntries: async (source) => guarded(file, () => (importedEntries.get(source) as number | undefined) ?? 0),
    pool: () => threads?.pool ?? NO_THREADS,
    health: async () => {
      guarded(file, () => database.prepare('SELECT "version" FROM "model"').get());
    },
    probeWrite: () => writer.probe(),
    check: async (report: (progress: CheckProgress) => void): Promise<CheckFinding[]> => checkDatabase(database, report),
    close: async () => {
      await threads?.close();
      database.close();
      // The last one to close brings its log into the file, and only one that may write can.
      await writer.close();
    },
  };
}

function changesSince(database: Database.Database, since: number, limit: number): Change[] {
  const rows = database
    .prepare('SELECT * FROM "version" WHERE "position" > ? ORDER BY "position" LIMIT ?')
    .all(since, limit) as VersionRow[];
  return rows.map((row) => ({
    position: row.position,
    record: row.record,
    id: row.id,
    version: row.version,
    operation: row.operation,
    createdAt: row.created_at,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by ?? undefined,
    reason: row.reason ?? undefined,
    retraction: row.retraction === null ? undefined : (JSON.parse(row.retraction) as RetractionDocument),
    document: JSON.parse(row.document) as RecordDocument,
  }));
}
