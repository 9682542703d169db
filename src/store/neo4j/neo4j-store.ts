/** The server-grade store: Neo4j over Bolt. */
import { randomUUID } from 'node:crypto';
import neo4j, { type ManagedTransaction, type Session } from 'neo4j-driver';
import type { Changeset } from '../../model/changeset/changeset.js';
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import { StoreError } from '../../model/errors.js';
import type { Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import { clockUntil } from '../../model/clock.js';
import { decodeRows } from '../decode.js';
import {
  typedRead,
  type AskOptions,
  type ChangesOptions,
  type CheckFinding,
  type CheckProgress,
  type ReadOptions,
  type Store,
  type WriteOptions,
  type WriteResult,
} from '../store.js';
import { AskedOnce } from './asked-once.js';
import { Availability } from './availability.js';
import { changesSince, headersSince } from './changes.js';
import type { CheckName } from '../check/checks.js';
import { checkDatabase } from './check/check.js';
import { compilePlan } from './compile/compile.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { TouchesOthers } from '../../model/changeset/rights.js';
import { readByReaders } from '../../model/changeset/readers.js';
import { everWithheld } from './withhold.js';
import { guarded, isAway, retried, unavailable } from './failures.js';
import { answered, fetchKnown, fetchRead } from './fetch.js';
import { needOf, type Need } from '../../plan/settled.js';
import { KnownCounts } from '../known-counts.js';
import { settledBefore } from '../settled-before.js';
import { SETTLEMENT, settleSome, type Settlement } from './settle.js';
import { importedEntries } from './import-progress.js';
import { lockLog } from './lock.js';
import { Sessions } from './sessions.js';
import { Settling } from './settling.js';
import { replayChanges } from './replay.js';
import { prepare } from './prepare.js';
import { KnownOwners } from './owners.js';
import { lookAt } from '../write-limits.js';
import { WriteQueue } from './write-queue.js';
import { writeChangeset } from './write.js';

export interface Neo4jOptions {
  /** bolt:// or neo4j:// with the address; credentials apart. */
  readonly uri: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
  /** Connections kept; two to four times the database's cores. */
  readonly poolSize?: number | undefined;
  /** Milliseconds that a write may take in the database. */
  readonly writeTimeout?: number | undefined;
  /** Throws StoreMissing where the database has no graph, instead of making its indexes. */
  readonly mustExist?: boolean | undefined;
  /** Hears every statement that a read runs. */
  readonly onStatement?: (cypher: string) => void;
}

const POOL_SIZE = 16;
const CONNECT_TIMEOUT = 1_500;
const ACQUIRE_TIMEOUT = 2_500;
const LIVENESS_TIMEOUT = 30_000;
/** Half of the smallest pool that leaves reads their share. */
const WRITES_AT_ONCE = 4;
const WRITE_TIMEOUT = 120_000;
const READ_TIMEOUT = 60_000;
const HEALTH_TIMEOUT = 2_500;
/** Beyond its limit the database has so long to say itself that it is over. */
const GRACE = 1_000;
/** A write waits for those before it, and is tried again. */
const WRITE_PATIENCE = 2;
const READ_ATTEMPTS = 2;
const WRITE_ATTEMPTS = 5;

/** Connects, makes or upgrades the schema and waits for its indexes. Throws StoreError within 3 seconds when the database is away. */
export async function openNeo4jStore(options: Neo4jOptions): Promise<Store> {
  const database = options.database ?? 'neo4j';
  const poolSize = options.poolSize ?? POOL_SIZE;
  const driver = neo4j.driver(
    options.uri,
    options.user === undefined ? undefined : neo4j.auth.basic(options.user, options.password ?? ''),
    {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: poolSize,
      connectionTimeout: CONNECT_TIMEOUT,
      connectionAcquisitionTimeout: ACQUIRE_TIMEOUT,
      connectionLivenessCheckTimeout: LIVENESS_TIMEOUT,
      // Retried here instead: the driver would also retry a database that is away (retried, below).
      maxTransactionRetryTime: 0,
      userAgent: 'claimgraph',
    },
  );
  try {
    await guarded(() => prepare(driver, database, options));
  } catch (error) {
    await driver.close();
    throw isAway((error as Error).cause) ? unavailable((error as Error).cause, `the database at ${options.uri}`) : error;
  }
  // What this process wrote last: its own reads see it on any member of a cluster.
  let bookmarks: string[] = [];
  const sessions = new Sessions(driver, database, poolSize);
  const owners = new KnownOwners();
  const counted = new AskedOnce<PlanRows>();
  const availability = new Availability(driver, database, options.uri);
  const there = <T>(work: (withdrawn: () => boolean) => Promise<T>, within = READ_TIMEOUT): Promise<T> =>
    guarded(() => availability.whileThere(work, within + GRACE));
  const reading = <T>(work: (session: Session) => Promise<T>, within?: number): Promise<T> =>
    there(() => sessions.reading(bookmarks, work), within);
  const writeTimeout = options.writeTimeout ?? WRITE_TIMEOUT;
  // The database takes one writer at a time (write.ts).
  const writes = new WriteQueue(WRITES_AT_ONCE);
  const writing = <T>(
    kind: string,
    work: (transaction: ManagedTransaction, look: () => void) => Promise<T>,
    { timeout = Infinity, signal, isGivenUp }: WriteOptions = {},
  ): Promise<T> => {
    const until = performance.now() + timeout;
    const look = lookAt({ isOver: () => performance.now() > until, signal, isGivenUp });
    return there(
      (withdrawn) =>
        writes.run(async () => {
          if (withdrawn()) throw unavailable(undefined);
          if (performance.now() > until) throw new StoreError('TIMEOUT', 'the write waited longer than its limit; nothing was written');
          look();
          return sessions.writing(bookmarks, async (session) => {
            const options = {
              timeout: Math.ceil(Math.min(writeTimeout, until - performance.now())),
              metadata: { app: 'claimgraph', kind },
            };
            const result = await retried(WRITE_ATTEMPTS, () => session.executeWrite((transaction) => work(transaction, look), options));
            bookmarks = session.lastBookmarks();
            return result;
          });
        }),
      writeTimeout * WRITE_PATIENCE,
    );
  };
  const settling = new Settling((need) => writing('settle', (transaction) => settleSome(transaction, need, owners)));
  settling.soon();
  const settlement = (seen: string[], need: Need, within: number): Promise<Settlement> =>
    there(
      () =>
        sessions.reading(seen, async (session) => {
          const { records } = await session.run(SETTLEMENT, { moments: need.moments.map((moment) => neo4j.int(moment)) });
          return records[0]!.toObject() as Settlement;
        }),
      within,
    );
  // Each read of the log sees what the one before it saw: nothing that was looked past turns up later, on any member of a cluster.
  let seenOfLog: string[] = [];
  const seeingTheLog = <T>(given: string[], work: (session: Session) => Promise<T>): Promise<T> =>
    sessions.reading([...bookmarks, ...seenOfLog, ...given], async (session) => {
      const result = await work(session);
      seenOfLog = session.lastBookmarks();
      return result;
    });
  const readingLog = async <T>({ bookmark, timeout, signal }: ChangesOptions = {}, work: (session: Session) => Promise<T>): Promise<T> => {
    if (signal?.aborted) throw new StoreError('TIMEOUT', 'the client no longer waits for the answer');
    return there(() => retried(READ_ATTEMPTS, () => seeingTheLog(decodeBookmark(bookmark), work)), timeout);
  };
  const readAny = async (plan: Plan, { timeout = READ_TIMEOUT, bookmark, signal }: ReadOptions = {}) => {
    const seen = () => [...bookmarks, ...decodeBookmark(bookmark)];
    // What several wait for together is not ended when one of them goes.
    const once = (until = signal) =>
      there(() => readPlan(sessions, plan, { timeout, signal: until }, seen(), options.onStatement), timeout);
    // What was written here since, or what a bookmark stands for, must be seen: then it is another question.
    const read =
      plan.kind === 'groups' ? () => counted.ask(JSON.stringify([plan, seen()]), () => once(new AbortController().signal)) : once;
    const need = needOf(plan);
    if (!need) return read();
    const deadline = performance.now() + timeout;
    for (;;) {
      const before = await settlement(seen(), need, timeout);
      if (before.unsettled) {
        await settledBefore(deadline, settling.now(need));
        continue;
      }
      const rows = await read();
      // Of what was written meanwhile the read may have seen a part.
      if ((await settlement(seen(), need, timeout)).position === before.position) return rows;
      await settledBefore(deadline, Promise.resolve());
    }
  };
  const counts = new KnownCounts();
  return {
    read: typedRead((plan, readOptions) =>
      plan.kind === 'wordCounts' ? counts.counts(plan, (unknown) => readAny(unknown, readOptions)) : readAny(plan, readOptions),
    ),
    ask: (wanted: Fetch, { bookmark, asOf, forReaders = false }: AskOptions = {}): Promise<Fetched> =>
      there(() =>
        sessions.reading([...bookmarks, ...decodeBookmark(bookmark)], (session) =>
          answered((forReaders ? readByReaders : readThrough)(wanted), (each) => fetchRead(session, each, owners, asOf, forReaders)),
        ),
      ),
    withholds: ({ bookmark } = {}) => there(() => sessions.reading([...bookmarks, ...decodeBookmark(bookmark)], everWithheld)),
    write: async (changeset: Changeset, options: WriteOptions = {}): Promise<WriteResult> => {
      const result = await settling
        .after(() => writing('write', (transaction, look) => writeChangeset(transaction, changeset, look), options))
        .catch((error: unknown) => {
          if (error instanceof TouchesOthers) return error.refusal;
          throw error;
        });
      return { ...result, bookmark: encodeBookmark(bookmarks) };
    },
    changes: (since, limit, options) => readingLog(options, (session) => changesSince(session, since, limit, options)),
    changeHeaders: (since, limit, options) => readingLog(options, (session) => headersSince(session, since, limit, options)),
    position: () =>
      readingLog({}, async (session) => {
        const { records } = await session.run("CYPHER 5 MATCH (log:ClaimgraphLog {name: 'log'}) RETURN log.position AS position");
        return (records[0]?.get('position') as number | undefined) ?? 0;
      }),
    texts: (digests) =>
      reading((session) =>
        session.executeRead(
          async (transaction) => (await fetchKnown(transaction, { fetch: 'texts', digests })).texts ?? new Map<string, string>(),
        ),
      ),
    replay: async (changes, texts, instead) => {
      await settling.after(() => writing('replay', (transaction) => replayChanges(transaction, changes, texts, instead)));
    },
    importedEntries: (source) => reading((session) => importedEntries(session, source)),
    pool: () => ({ ...sessions.pool, waiting: sessions.pool.waiting + writes.waiting }),
    health: () =>
      there(async () => {
        await driver.verifyConnectivity({ database });
      }, HEALTH_TIMEOUT),
    probeWrite: async () => {
      await writing('probe', lockLog);
    },
    check: (report: (progress: CheckProgress) => void, names?: readonly CheckName[]): Promise<CheckFinding[]> =>
      reading((session) => checkDatabase(session, report, names), Infinity),
    close: async () => {
      await settling.close();
      availability.close();
      await driver.close();
    },
  };
}

const encodeBookmark = (bookmarks: readonly string[]): string => Buffer.from(JSON.stringify(bookmarks)).toString('base64url');

/** What a client sends back; a bookmark that is none is left out, for it asks for nothing. */
function decodeBookmark(bookmark: string | undefined): string[] {
  if (bookmark === undefined) return [];
  try {
    const decoded: unknown = JSON.parse(Buffer.from(bookmark, 'base64url').toString());
    return Array.isArray(decoded) && decoded.every((each) => typeof each === 'string' && /^[\w:+/=-]{1,200}$/.test(each)) ? decoded : [];
  } catch {
    return [];
  }
}

/** Auto-commit, with read access: one round trip. */
async function readPlan(
  sessions: Sessions,
  plan: Plan,
  { timeout, signal }: { readonly timeout: number; readonly signal: AbortSignal | undefined },
  bookmarks: string[],
  onStatement?: (cypher: string) => void,
): Promise<PlanRows> {
  const { cypher, parameters } = compilePlan(plan);
  onStatement?.(cypher);
  const read = randomUUID();
  const clock = clockUntil(performance.now() + timeout);
  const end = (): void => void endRead(sessions, read);
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await retried(READ_ATTEMPTS, () =>
      sessions.reading(bookmarks, async (session) => {
        const { records } = await session.run(cypher, parameters, {
          timeout: Math.max(1, Math.ceil(timeout)),
          metadata: { app: 'claimgraph', kind: plan.kind, read },
        });
        return decodeRows(plan, records[0]?.get('result') ?? null, clock);
      }),
    );
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

/** Nobody waits for this read any more: the database need not go on with it. One that is over by itself is none the worse. */
async function endRead(sessions: Sessions, read: string): Promise<void> {
  const ending = `CYPHER 5 SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.read = $read TERMINATE TRANSACTIONS id YIELD message RETURN message`;
  await sessions.reading([], (session) => session.run(ending, { read }).then(() => undefined)).catch(() => undefined);
}
