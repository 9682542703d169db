/** Makes a database ready to be used: its schema, and its projections where they are of another model. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { int, type Driver, type Session } from 'neo4j-driver';
import { StoreError, StoreMissing } from '../../model/errors.js';
import { MODEL_VERSION } from '../fingerprint.js';
import { UPGRADE_STATEMENTS } from './authors.js';
import { schemaState } from './schema-state.js';
import { neo4jFingerprint, schemaEntries } from './schema.js';
import { projectAnew } from './upgrade.js';

/** Seconds. */
const INDEXES_WITHIN = 300;
/** Milliseconds that the database is one process's to project anew; it says again and again that it still does. */
const LEASE = 120_000;
const LOOK_AGAIN = 500;
/** One lease however many ask for it at once. */
const ONE_LEASE = 'CREATE CONSTRAINT ClaimgraphLease_name_unique IF NOT EXISTS FOR (n:ClaimgraphLease) REQUIRE n.name IS UNIQUE';

interface ModelNode {
  /** 0: it is a new database. */
  readonly version: number;
  readonly fingerprint: string | null;
}

interface Preparing {
  readonly uri: string;
  /** Throws StoreMissing where the database has no graph, instead of making its indexes. */
  readonly mustExist?: boolean | undefined;
}

/** Waits while another process does it. Throws STORE_UNAVAILABLE where a newer claimgraph wrote the database. */
export async function prepare(driver: Driver, database: string, { uri, mustExist = false }: Preparing): Promise<void> {
  const session = driver.session({ database });
  try {
    const process = randomUUID();
    const fingerprint = neo4jFingerprint();
    for (;;) {
      const { version, fingerprint: found } = await modelOf(session);
      if (version > MODEL_VERSION)
        throw new StoreError('STORE_UNAVAILABLE', 'the database was written by a newer claimgraph; update claimgraph to open it');
      if (version === MODEL_VERSION && found === fingerprint) return;
      if (version === 0 && mustExist)
        throw new StoreMissing(`${uri}: the database ${database} holds no graph; claimgraph serve, seed, import and copy --to create one`);
      await session.run(`CYPHER 5 ${ONE_LEASE}`);
      if (await isLent(session, process)) {
        try {
          return await bringOver(session, version > 0, fingerprint, () => isLent(session, process));
        } finally {
          await session.run('CYPHER 5 MATCH (l:ClaimgraphLease {process: $process}) SET l.until = 0', { process });
        }
      }
      await pause(LOOK_AGAIN);
    }
  } finally {
    await session.close();
  }
}

async function bringOver(session: Session, isOlder: boolean, fingerprint: string, stillLent: () => Promise<unknown>): Promise<void> {
  if (isOlder) {
    // From now on until it is done the database is of no model, also for an older claimgraph.
    await setModel(session, '');
    await dropOthers(session);
  }
  for (const { statement } of schemaEntries()) await session.run(`CYPHER 5 ${statement}`);
  await session.run(`CYPHER 5 CALL db.awaitIndexes(${INDEXES_WITHIN})`);
  if (isOlder) {
    for (const statement of UPGRADE_STATEMENTS) await session.run(`CYPHER 5 ${statement}`);
    await projectAnew(session, stillLent);
  }
  await setModel(session, fingerprint);
}

async function modelOf(session: Session): Promise<ModelNode> {
  const { records } = await session.run(
    'CYPHER 5 OPTIONAL MATCH (m:ClaimgraphModel) RETURN coalesce(m.version, 0) AS version, m.fingerprint AS fingerprint',
  );
  return records[0]!.toObject() as ModelNode;
}

async function setModel(session: Session, fingerprint: string): Promise<void> {
  await session.run('CYPHER 5 MERGE (m:ClaimgraphModel) SET m.version = $version, m.fingerprint = $fingerprint', {
    version: int(MODEL_VERSION),
    fingerprint,
  });
}

/** Takes the database for this process, or keeps it; false while another one has it. */
async function isLent(session: Session, process: string): Promise<boolean> {
  const { records } = await session.run(
    `CYPHER 5 MERGE (l:ClaimgraphLease {name: 'projecting'}) SET l.locked = true
     WITH l WHERE l.process IS NULL OR l.process = $process OR l.until < timestamp()
     SET l.process = $process, l.until = timestamp() + $lease RETURN l.process AS process`,
    { process, lease: int(LEASE) },
  );
  return records.length > 0;
}

/** An index of an earlier model may have the same name and be another; one that nothing asks any more costs every write. */
async function dropOthers(session: Session): Promise<void> {
  const { others } = await schemaState(session);
  // With a constraint goes its index.
  const constraints = new Set(others.flatMap(({ kind, name }) => (kind === 'CONSTRAINT' ? [name] : [])));
  for (const { kind, name } of others)
    if (kind === 'CONSTRAINT' || !constraints.has(name))
      await session.run(`CYPHER 5 DROP ${kind} \`${name.replaceAll('`', '``')}\` IF EXISTS`);
}
