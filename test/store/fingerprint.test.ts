/** What tells a database that must be projected anew: a raise that was forgotten fails here, and does no harm either. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { sha256 } from '../../src/model/changeset/passages.js';
import { MODEL_VERSION, projectionFingerprint } from '../../src/store/fingerprint.js';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { neo4jFingerprint } from '../../src/store/neo4j/schema.js';
import { sqliteFingerprint } from '../../src/store/sqlite/open.js';
import { makeFirstFormat } from '../support/first-format.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { dumpedNeo4j, dumpedSqlite, settled } from '../support/dump.js';
import { projectionSample, type Sample } from '../support/projection-sample.js';
import { NEO4J, temporaryFolder } from '../support/stores.js';

/**
 * When one of these changes, databases must be projected anew: raise MODEL_VERSION, and write here what the test
 * says. The first of each store is of its tables and indexes, the second of what stands in them.
 */
const PINNED = {
  version: 8,
  sqlite: ['02f52df066f58ff4', 'f0a1d9a219e05e01'],
  neo4j: ['ff3159fc34e03dfa', '5e3b3248620fbd4e'],
} as const;

const short = (digest: string): string => digest.slice(0, 16);
const uri = inject('neo4j');

let sample: Sample;
beforeAll(async () => {
  sample = await projectionSample();
});

async function replayed(store: Store): Promise<void> {
  await store.replay(sample.changes, sample.texts);
  await settled(store, sample.moments);
}

it('a fingerprint is another for another schema', () => {
  expect(projectionFingerprint(['a'])).not.toBe(projectionFingerprint(['b']));
});

describe('a SQLite file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    file = join(folder, 'graph.db');
    const store = openSqliteStore(file);
    await replayed(store);
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const opened = async (): Promise<string> => {
    const store = openSqliteStore(file);
    await settled(store, sample.moments);
    expect(await store.check(() => undefined)).toEqual([]);
    await store.close();
    return dumpedSqlite(file);
  };

  it('holds what its model version stands for', () => {
    expect([MODEL_VERSION, [short(sqliteFingerprint()), short(sha256(dumpedSqlite(file)))]]).toEqual([PINNED.version, PINNED.sqlite]);
  });

  it.each([
    [
      'of another fingerprint, though of this version',
      (database: Database.Database) => database.exec(`UPDATE "model" SET "fingerprint" = 'other'`),
    ],
    ['of an earlier version', (database: Database.Database) => database.exec(`UPDATE "model" SET "version" = ${MODEL_VERSION - 1}`)],
    ['of the first format', makeFirstFormat],
  ])('%s is projected anew: all as before', async (_name, makeOlder) => {
    const before = dumpedSqlite(file);
    const database = new Database(file);
    makeOlder(database);
    database.exec(`UPDATE "claim" SET "note" = 'stale'; DELETE FROM "claim_texts"`);
    database.close();
    expect(await opened()).toBe(before);
  });
});

describe.skipIf(uri === undefined)('a Neo4j', () => {
  let driver: Driver;
  let under: Awaited<ReturnType<typeof NEO4J.open>>;
  beforeAll(async () => {
    under = await NEO4J.open();
    driver = neo4j.driver(uri!);
    await replayed(under.store);
  });
  afterAll(async () => {
    await driver.close();
    await under.close();
  });

  it('holds what its model version stands for', async () => {
    const found = [short(neo4jFingerprint()), short(sha256(await dumpedNeo4j(uri!)))];
    expect([MODEL_VERSION, found]).toEqual([PINNED.version, PINNED.neo4j]);
  });

  it.each([
    ['of another fingerprint, though of this version', "MATCH (m:ClaimgraphModel) SET m.fingerprint = 'other'"],
    ['from before there were fingerprints', 'MATCH (m:ClaimgraphModel) SET m.version = 6 REMOVE m.fingerprint'],
  ])('%s is projected anew, by one of two who open it: all as before', async (_name, older) => {
    const before = await dumpedNeo4j(uri!);
    const session = driver.session();
    await session.run("MATCH (n:Claim) SET n.note = 'stale'");
    await session.run('MATCH (:Source)-[r:PUBLISHER]->() DELETE r');
    await session.run('MATCH (v:Version) REMOVE v.shownPosition');
    // One of this name that is another.
    await session.run('DROP INDEX Version_shownPosition');
    await session.run('CREATE INDEX Version_shownPosition FOR (n:Version) ON (n.other)');
    await session.run(older);
    await session.close();
    const both = await Promise.all([openNeo4jStore({ uri: uri! }), openNeo4jStore({ uri: uri! })]);
    await settled(both[0], sample.moments);
    expect(await both[1].check(() => undefined)).toEqual([]);
    await Promise.all(both.map((store) => store.close()));
    expect(await dumpedNeo4j(uri!)).toBe(before);
  });
});
