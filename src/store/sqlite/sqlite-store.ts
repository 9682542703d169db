/** The embedded store: one file; reads on the thread that asks, writes on one of their own. */
import type { MessagePort } from 'node:worker_threads';
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import { clockUntil } from '../../model/clock.js';
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import type { Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import {
  typedRead,
  type AskOptions,
  type CheckFinding,
  type CheckProgress,
  type ReadOptions,
  type Store,
  type WriteOptions,
} from '../store.js';
import type { CheckName } from '../check/checks.js';
import { ChangeReader } from './changes.js';
import { checkDatabase } from './check/check.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { readByReaders } from '../../model/changeset/readers.js';
import { Fetcher } from './fetch.js';
import { answered } from './answered.js';
import { asStoreError, connect, guarded, openForReading, openForWriting } from './open.js';
import { needOf } from '../../plan/settled.js';
import { settledBefore } from '../settled-before.js';
import { decodeRows } from '../decode.js';
import { KnownCounts } from '../known-counts.js';
import { compilePlan } from './compile/compile.js';
import { Reader } from './read.js';
import { WriterThread } from './writer-thread.js';

export interface SqliteOptions {
  /** Milliseconds a write waits for another process's write before STORE_BUSY. */
  readonly busyTimeout?: number;
  /** Throws StoreMissing where there is no store, instead of making one. */
  readonly mustExist?: boolean | undefined;
  /** Gives a port to the writing thread of another store of the same file in this process; without it a thread is started. */
  readonly connectWriter?: (() => Promise<MessagePort>) | undefined;
  /** Hears every statement that a read runs. */
  readonly onStatement?: (sql: string) => void;
}

const BUSY_TIMEOUT = 5_000;
const ONE_CONNECTION = { size: 1, busy: 0, waiting: 0 };
const MILLISECONDS_UNLIMITED = 24 * 60 * 60 * 1_000;

/** Opens the file, making or migrating it first. Throws StoreError with one clear line. */
export function openSqliteStore(file: string, options: SqliteOptions = {}): Store {
  const busyTimeout = options.busyTimeout ?? BUSY_TIMEOUT;
  const { connectWriter } = options;
  // Whoever started the writing thread has made or migrated the file.
  if (!connectWriter) openForWriting(file, { busyTimeout, mustExist: options.mustExist ?? false }).close();
  const database = openForReading(file, { busyTimeout });
  const here = new Reader(database);
  const fetcher = new Fetcher(database);
  const log = new ChangeReader(database);
  // Readers' every read asks it.
  const everWithheld = database.prepare('SELECT "ever" FROM "withholding"').pluck();
  const importedEntries = database.prepare('SELECT "entries" FROM "import_progress" WHERE "source" = ?').pluck();
  const writer = connectWriter ? WriterThread.shared(connectWriter) : WriterThread.started({ file, busyTimeout });
  const readPlan = async (plan: Plan, { timeout = MILLISECONDS_UNLIMITED, isGivenUp }: ReadOptions = {}): Promise<PlanRows> => {
    const compiled = compilePlan(plan);
    const need = needOf(plan);
    const deadline = performance.now() + timeout;
    for (;;) {
      const read = guarded(file, () => here.read({ ...compiled, need, timeout: deadline - performance.now(), isGivenUp }));
      if (read === 'UNSETTLED') {
        await settledBefore(deadline, writer.settle(need!));
        continue;
      }
      options.onStatement?.(compiled.sql);
      return decodeRows(plan, read.text === null ? null : (JSON.parse(read.text) as unknown), clockUntil(deadline));
    }
  };
  const counts = new KnownCounts();
  return {
    read: typedRead((plan, readOptions) =>
      plan.kind === 'wordCounts' ? counts.counts(plan, (unknown) => readPlan(unknown, readOptions)) : readPlan(plan, readOptions),
    ),
    ask: async (wanted: Fetch, { asOf, forReaders = false }: AskOptions = {}): Promise<Fetched> =>
      guarded(file, () => answered((forReaders ? readByReaders : readThrough)(wanted), (each) => fetcher.fetch(each, asOf, forReaders))),
    withholds: async () => guarded(file, () => everWithheld.get() === 1),
    write: (changeset: Changeset, options?: WriteOptions): Promise<ChangesetResult> => writer.write(changeset, options),
    connectWriter: () => writer.connect(),
    changes: async (since, limit, options) => guarded(file, () => log.changes(since, limit, options)),
    changeHeaders: async (since, limit, options) => guarded(file, () => log.headers(since, limit, options)),
    position: async () => guarded(file, () => log.position()),
    texts: async (digests) => guarded(file, () => fetcher.fetch({ fetch: 'texts', digests }).texts ?? new Map()),
    replay: (changes, texts, instead) => writer.replay(changes, texts, instead),
    importedEntries: async (source) => guarded(file, () => (importedEntries.get(source) as number | undefined) ?? 0),
    pool: () => ONE_CONNECTION,
    health: async () => {
      guarded(file, () => database.prepare('SELECT "version" FROM "model"').get());
    },
    probeWrite: () => writer.probe(),
    check: async (report: (progress: CheckProgress) => void, names?: readonly CheckName[]): Promise<CheckFinding[]> => {
      // Of its own, whatever the file holds by now: it reads page by page, each on one snapshot, while others read; and its cache sees the file as it is.
      const own = connect(file, busyTimeout, true);
      try {
        return await checkDatabase(own, report, names);
      } catch (error) {
        throw asStoreError(file, error);
      } finally {
        own.close();
      }
    },
    close: async () => {
      // The last connection writes its log back into the file, which one that only reads cannot.
      database.close();
      await writer.close();
    },
  };
}
