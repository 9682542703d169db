/** The embedded store: one file; look-ups on this thread, longer reads and writes on others. */
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import type { Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import type { AskOptions, CheckFinding, CheckProgress, ReadOptions, Store } from '../store.js';
import { ChangeReader } from './changes.js';
import { checkDatabase } from './check/check.js';
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
import { WriterThread } from './writer-thread.js';

export interface SqliteOptions {
  /** Milliseconds a write waits for another process's write before STORE_BUSY. */
  readonly busyTimeout?: number;
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
  openForWriting(file, { busyTimeout }).close();
  const database = openForReading(file, { busyTimeout });
  const here = new Reader(database);
  const fetcher = new Fetcher(database);
  const log = new ChangeReader(database);
  // Readers' every read asks it.
  const everWithheld = database.prepare('SELECT "ever" FROM "withholding"').pluck();
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
    changes: async (since, limit, options) => guarded(file, () => log.changes(since, limit, options)),
    changeHeaders: async (since, limit, options) => guarded(file, () => log.headers(since, limit, options)),
    position: async () => guarded(file, () => log.position()),
    texts: async (digests) => guarded(file, () => fetcher.fetch({ fetch: 'texts', digests }).texts ?? new Map()),
    replay: (changes, texts) => writer.replay(changes, texts),
    pool: () => threads?.pool ?? NO_THREADS,
    health: async () => {
      guarded(file, () => database.prepare('SELECT "version" FROM "model"').get());
    },
    check: async (report: (progress: CheckProgress) => void): Promise<CheckFinding[]> => {
      // Of its own: it reads page by page, each on one snapshot, while others read; and its cache sees the file as it is.
      const own = openForReading(file, { busyTimeout });
      try {
        return await checkDatabase(own, report);
      } finally {
        own.close();
      }
    },
    close: async () => {
      await Promise.all([writer.close(), threads?.close()]);
      database.close();
    },
  };
}
