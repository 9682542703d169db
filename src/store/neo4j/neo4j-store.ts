/** The server-grade store: Neo4j over Bolt. */
import { randomUUID } from 'node:crypto';
import neo4j, { Neo4jError, type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import type { Changeset } from '../../model/changeset/changeset.js';
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import { StoreError } from '../../model/errors.js';
import type { Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import { decodeRows } from '../decode.js';
import type { AskOptions, Change, CheckFinding, CheckProgress, ReadOptions, Store, WriteResult } from '../store.js';
import { AskedOnce } from './asked-once.js';
import { Availability, isAway, unavailable } from './availability.js';
import { checkDatabase } from './check.js';
import { compilePlan } from './compile/compile.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { readByReaders } from '../../model/changeset/readers.js';
import { everWithheld } from './withhold.js';
import { answered, fetchKnown, fetchRead } from './fetch.js';
import { needOf, type Need } from '../../plan/settled.js';
import { settledBefore } from '../settled-before.js';
import { SETTLEMENT, settleSome, type Settlement } from './settle.js';
import { Settling } from './settling.js';
import { replayChanges } from './replay.js';
import { SCHEMA_VERSION, schemaStatements } from './schema.js';
import { projectAnew } from './upgrade.js';
import { KnownOwners } from './owners.js';
import { WriteQueue } from './write-queue.js';
import { change, type VersionNode } from './versions.js';
import { writeChangeset } from './write.js';

export interface Neo4jOptions {
  /** bolt:// or neo4j:// with the address; credentials apart. */
  readonly uri: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
  /** Connections kept; two to four times the database's cores. */
  readonly poolSize?: number | undefined;
  /** Hears every statement that a read runs. */
  readonly onStatement?: (cypher: string) => void;
}

const CONNECT_TIMEOUT = 1_500;
const ACQUIRE_TIMEOUT = 2_500;
const LIVENESS_TIMEOUT = 30_000;
/** Half of the smallest pool that leaves reads their share. */
const WRITES_AT_ONCE = 4;
const WRITE_TIMEOUT = 120_000;
const READ_TIMEOUT = 60_000;
const READ_ATTEMPTS = 2;
const WRITE_ATTEMPTS = 5;
const RETRY_WAIT = 50;

/** Connects, makes or upgrades the schema and waits for its indexes. Throws StoreError within 3 seconds when the database is away. */
export async function openNeo4jStore(options: Neo4jOptions): Promise<Store> {
  const database = options.database ?? 'neo4j';
  const driver = neo4j.driver(
    options.uri,
    options.user === undefined ? undefined : neo4j.auth.basic(options.user, options.password ?? ''),
    {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: options.poolSize ?? 16,
      connectionTimeout: CONNECT_TIMEOUT,
      connectionAcquisitionTimeout: ACQUIRE_TIMEOUT,
      connectionLivenessCheckTimeout: LIVENESS_TIMEOUT,
      // Retried here instead: the driver would also retry a database that is away (retried, below).
      maxTransactionRetryTime: 0,
      userAgent: 'claimgraph',
    },
  );
  try {
    await guarded(() => prepare(driver, database));
  } catch (error) {
    await driver.close();
    throw error;
  }
  // What this process wrote last: its own reads see it on any member of a cluster.
  let bookmarks: string[] = [];
  const owners = new KnownOwners();
  const counted = new AskedOnce<PlanRows>();
  const availability = new Availability(driver, database, options.uri);
  const there = <T>(work: (withdrawn: () => boolean) => Promise<T>): Promise<T> => guarded(() => availability.whileThere(work));
  const reading = <T>(work: (session: Session) => Promise<T>): Promise<T> => there(() => withSession(driver, database, bookmarks, work));
  // The database takes one writer at a time (write.ts).
  const writes = new WriteQueue(WRITES_AT_ONCE);
  const writing = <T>(kind: string, work: (transaction: ManagedTransaction) => Promise<T>): Promise<T> =>
    there((withdrawn) =>
      writes.run(async () => {
        if (withdrawn()) throw unavailable(undefined);
        const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE, bookmarks });
        try {
          const options = { timeout: WRITE_TIMEOUT, metadata: { app: 'claimgraph', kind } };
          const result = await retried(WRITE_ATTEMPTS, () => session.executeWrite(work, options));
          bookmarks = session.lastBookmarks();
          return result;
        } finally {
          await session.close();
        }
      }),
    );
  const settling = new Settling((need) => writing('settle', (transaction) => settleSome(transaction, need, owners)));
  settling.soon();
  const settlement = (seen: string[], need: Need): Promise<Settlement> =>
    there(() =>
      withSession(driver, database, seen, async (session) => {
        const { records } = await session.run(SETTLEMENT, { moments: need.moments.map((moment) => neo4j.int(moment)) });
        return records[0]!.toObject() as Settlement;
      }),
    );
  return {
    read: async (plan: Plan, { timeout = READ_TIMEOUT, bookmark, signal }: ReadOptions = {}) => {
      const seen = () => [...bookmarks, ...decodeBookmark(bookmark)];
      // What several wait for together is not ended when one of them goes.
      const once = (until = signal) =>
        there(() => readPlan(driver, database, plan, { timeout, signal: until }, seen(), options.onStatement));
      // What was written here since, or what a bookmark stands for, must be seen: then it is another question.
      const read =
        plan.kind === 'groups' ? () => counted.ask(JSON.stringify([plan, seen()]), () => once(new AbortController().signal)) : once;
      const need = needOf(plan);
      if (!need) return read();
      const deadline = performance.now() + timeout;
      for (;;) {
        const before = await settlement(seen(), need);
        if (before.unsettled) {
          await settledBefore(deadline, settling.now(need));
          continue;
        }
        const rows = await read();
        // Of what was written meanwhile the read may have seen a part.
        if ((await settlement(seen(), need)).position === before.position) return rows;
        await settledBefore(deadline, Promise.resolve());
      }
    },
    ask: (wanted: Fetch, { bookmark, asOf, forReaders = false }: AskOptions = {}): Promise<Fetched> =>
      there(() =>
        withSession(driver, database, [...bookmarks, ...decodeBookmark(bookmark)], (session) =>
          answered((forReaders ? readByReaders : readThrough)(wanted), (each) => fetchRead(session, each, owners, asOf, forReaders)),
        ),
      ),
    withholds: ({ bookmark } = {}) => there(() => withSession(driver, database, [...bookmarks, ...decodeBookmark(bookmark)], everWithheld)),
    write: async (changeset: Changeset): Promise<WriteResult> => {
      const result = await settling.after(() => writing('write', (transaction) => writeChangeset(transaction, changeset)));
      return { ...result, bookmark: encodeBookmark(bookmarks) };
    },
    changes: (since, limit, { bookmark } = {}) =>
      there(() =>
        withSession(driver, database, [...bookmarks, ...decodeBookmark(bookmark)], (session) => changesSince(session, since, limit)),
      ),
    position: () =>
      reading(async (session) => {
        const { records } = await session.run("CYPHER 5 MATCH (log:ClaimgraphLog {name: 'log'}) RETURN log.position AS position");
        return (records[0]?.get('position') as number | undefined) ?? 0;
      }),
    texts: (digests) =>
      reading((session) =>
        session.executeRead(
          async (transaction) => (await fetchKnown(transaction, { fetch: 'texts', digests })).texts ?? new Map<string, string>(),
        ),
      ),
    replay: async (changes, texts) => {
      await settling.after(() => writing('replay', (transaction) => replayChanges(transaction, changes, texts)));
    },
    health: () =>
      there(async () => {
        await driver.verifyConnectivity({ database });
      }),
    check: (report: (progress: CheckProgress) => void): Promise<CheckFinding[]> => reading((session) => checkDatabase(session, report)),
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

async function prepare(driver: Driver, database: string): Promise<void> {
  const session = driver.session({ database });
  try {
    const found = await session.run('CYPHER 5 OPTIONAL MATCH (m:ClaimgraphModel) RETURN m.version AS version');
    const version = (found.records[0]?.get('version') as number | null) ?? 0;
    if (version > SCHEMA_VERSION)
      throw new StoreError('STORE_UNAVAILABLE', 'the database was written by a newer claimgraph; update claimgraph to open it');
    if (version === SCHEMA_VERSION) return;
    for (const statement of schemaStatements()) await session.run(`CYPHER 5 ${statement}`);
    await session.run('CYPHER 5 CALL db.awaitIndexes(300)');
    if (version > 0) await projectAnew(session);
    await session.run('CYPHER 5 MERGE (m:ClaimgraphModel) SET m.version = $version', { version: neo4j.int(SCHEMA_VERSION) });
  } finally {
    await session.close();
  }
}

/** Auto-commit, with read access: one round trip. */
async function readPlan(
  driver: Driver,
  database: string,
  plan: Plan,
  { timeout, signal }: { readonly timeout: number; readonly signal: AbortSignal | undefined },
  bookmarks: string[],
  onStatement?: (cypher: string) => void,
): Promise<PlanRows> {
  const { cypher, parameters } = compilePlan(plan);
  onStatement?.(cypher);
  const read = randomUUID();
  const end = (): void => void endRead(driver, database, read);
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await retried(READ_ATTEMPTS, () =>
      withSession(driver, database, bookmarks, async (session) => {
        const { records } = await session.run(cypher, parameters, {
          timeout: Math.max(1, Math.ceil(timeout)),
          metadata: { app: 'claimgraph', kind: plan.kind, read },
        });
        return decodeRows(plan, records[0]?.get('result') ?? null);
      }),
    );
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

/** Nobody waits for this read any more: the database need not go on with it. One that is over by itself is none the worse. */
async function endRead(driver: Driver, database: string, read: string): Promise<void> {
  const ending = `CYPHER 5 SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.read = $read TERMINATE TRANSACTIONS id YIELD message RETURN message`;
  await withSession(driver, database, [], (session) => session.run(ending, { read }).then(() => undefined)).catch(() => undefined);
}

/** Again after a moment, a little later each time, where the driver calls the failure retriable; not when the database is away. */
async function retried<T>(attempts: number, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Neo4jError) || !error.retriable || isAway(error) || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_WAIT * attempt * (0.5 + Math.random())));
    }
  }
}

async function withSession<T>(driver: Driver, database: string, bookmarks: string[], work: (session: Session) => Promise<T>): Promise<T> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, bookmarks });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

async function changesSince(session: Session, since: number, limit: number): Promise<Change[]> {
  const { records } = await session.run(
    'CYPHER 5 MATCH (v:Version) WHERE v.position > $since WITH v ORDER BY v.position LIMIT $limit RETURN v {.*} AS version',
    { since: neo4j.int(since), limit: neo4j.int(limit) },
  );
  return records.map((row) => change(row.get('version') as VersionNode));
}

/** The driver's errors as store errors, with one clear line. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Neo4jError)) throw error;
    const { code, message } = error;
    if (
      code === 'Neo.ClientError.Transaction.TransactionTimedOut' ||
      code === 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration'
    )
      throw new StoreError('TIMEOUT', 'the read took longer than its limit', { cause: error });
    if (code === 'Neo.ClientError.Transaction.Terminated')
      throw new StoreError('TIMEOUT', 'the database ended the read: nobody waits for it, or it was told to', { cause: error });
    if (isAway(error)) throw unavailable(error);
    if (/pool|acquisition/i.test(message))
      throw new StoreError('STORE_BUSY', 'every connection to the database is busy; try again', { cause: error });
    if (code.startsWith('Neo.ClientError.Security'))
      throw new StoreError(
        'STORE_UNAVAILABLE',
        'the database refuses the credentials; see CLAIMGRAPH_NEO4J_USER and CLAIMGRAPH_NEO4J_PASSWORD',
        { cause: error },
      );
    if (code.startsWith('Neo.TransientError')) throw new StoreError('STORE_BUSY', 'the database is busy; try again', { cause: error });
    throw error;
  }
}
