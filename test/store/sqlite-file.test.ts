/** The file itself: older, newer and foreign ones, two processes, and kills in the middle of writing. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { MODEL_VERSION } from '../../src/store/fingerprint.js';
import { FORMAT } from '../../src/store/sqlite/formats.js';
import { openForReading } from '../../src/store/sqlite/open.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { startServer } from '../support/server.js';
import { makeFirstFormat } from '../support/first-format.js';
import { temporaryFolder } from '../support/stores.js';

const WRITER = fileURLToPath(new URL('../support/small-changesets.mjs', import.meta.url));
const KILLS = 20;
const CHANGESETS = 1_000;

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'graph.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function withDatabase<T>(work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

async function seeded(): Promise<void> {
  const store = openSqliteStore(file);
  await applySeed(store);
  await store.close();
}

describe('the file', () => {
  it('is made with its folder, in WAL mode', async () => {
    const deep = join(folder, 'a', 'b', 'graph.db');
    const store = openSqliteStore(deep);
    await store.health();
    await store.close();
    const database = new Database(deep);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
  });

  it('is migrated when an older claimgraph wrote it: every answer as before', async () => {
    await seeded();
    const answer = async () => {
      const store = openSqliteStore(file);
      const server = await startServer(store);
      const { body } = await server.ask(
        '{ claims(first: 100, where: { texts: { some: { text: { contains: "Parler" } } } }) { totalCount nodes { key firstSaid citationCount participants { roles entity { key } } citations(first: 20) { nodes { key effectiveDate passage { start } relays(first: 5) { nodes { key } } } } } } stats { records { kind active retracted } } }',
      );
      await server.stop();
      const findings = await store.check(() => undefined);
      await store.close();
      return { data: body.data, findings };
    };
    const before = await answer();
    expect(before.findings).toEqual([]);
    // What an older model lacked: a table, columns and indexes.
    withDatabase((database) => {
      const indexes = database
        .prepare(`SELECT "name" FROM sqlite_master WHERE "type" = 'index' AND "sql" LIKE '%"quote_language"%'`)
        .pluck()
        .all();
      for (const name of indexes) database.exec(`DROP INDEX "${String(name)}"`);
      database.exec(
        'DROP VIEW "claim_qualifiers_states"; DROP TABLE "claim_qualifiers"; DROP TABLE "tally"; DROP VIEW "citation_states"; DROP TRIGGER "citation_past_update"; DROP TRIGGER "citation_past_delete"; ALTER TABLE "citation" DROP COLUMN "quote_language"',
      );
    });
    expect(() => withDatabase((database) => database.prepare('SELECT "quote_language" FROM "citation"').get())).toThrow();
    withDatabase((database) => database.exec('UPDATE "model" SET "version" = 0'));
    expect(await answer()).toEqual(before);
  });

  it("of the first format keeps its changesets, each as its author's, and gives authors pseudonyms", async () => {
    const items = (key: string) => [{ entity: { key, kind: 'PERSON', names: [{ language: 'en', text: key }] } }];
    const first = openSqliteStore(file);
    await first.write({ key: 'once', by: 'Ada', items: items('a') });
    await first.write({ key: 'nobody', items: items('b') });
    await first.close();
    // As it was: keys of the whole graph, and no authors.
    withDatabase(makeFirstFormat);
    const store = openSqliteStore(file);
    expect(await store.write({ key: 'once', by: 'Ada', items: items('a') })).toMatchObject({ applied: true, repeated: true });
    expect(await store.write({ key: 'nobody', items: items('b') })).toMatchObject({ applied: true, repeated: true });
    expect((await store.write({ key: 'once', by: 'Ada', items: items('c') })).results[0]!.problems).toMatchObject([{ code: 'KEY_REUSED' }]);
    expect(await store.write({ key: 'once', by: 'Grace', items: items('d') })).toMatchObject({ applied: true, repeated: false });
    const { pairs } = await store.ask({ fetch: 'authors', names: ['Ada', 'Grace', 'Nobody'], pseudonyms: [] });
    expect(new Map(pairs)).toEqual(
      new Map(['Ada', 'Grace'].map((name) => [name, expect.stringMatching(/^contributor-[0-9a-f]{16}$/) as string])),
    );
    expect(await store.check(() => undefined)).toEqual([]);
    await store.close();
    expect(withDatabase((database) => database.pragma('user_version', { simple: true }))).toBe(FORMAT);
  });

  it.each([
    [
      'of a newer format',
      () => withDatabase((database) => database.pragma(`user_version = ${FORMAT + 1}`)),
      /written by a newer claimgraph/,
    ],
    [
      'of a newer model',
      () => withDatabase((database) => database.exec(`UPDATE "model" SET "version" = ${MODEL_VERSION + 1}`)),
      /written by a newer claimgraph/,
    ],
    ['of another program', () => withDatabase((database) => database.pragma('application_id = 7')), /a database of another program/],
  ])('is refused when it is %s, and left as it is', async (_name, spoil, message) => {
    await seeded();
    spoil();
    expect(() => openSqliteStore(file)).toThrow(message);
    expect(() => openForReading(file, { busyTimeout: 10 })).toThrow(message);
    expect(withDatabase((database) => database.prepare('SELECT count(*) FROM "claim"').pluck().get())).toBeGreaterThan(18);
  });

  it('is refused when it is no database', () => {
    writeFileSync(file, 'this is a letter, not a database'.repeat(100));
    expect(() => openSqliteStore(file)).toThrow(/is not a database, or is damaged/);
  });

  it('is refused when a table of another program stands in it', () => {
    withDatabase((database) => database.exec('CREATE TABLE shopping (item TEXT)'));
    expect(() => openSqliteStore(file)).toThrow(/a database of another program/);
  });

  it('serves two processes at once: both write, nothing is lost, each sees the other', { timeout: 60_000 }, async () => {
    await openSqliteStore(file).close();
    const writers = ['left', 'right'].map((name) => startWriter(name, 200));
    const acknowledged = await Promise.all(writers.map((writer) => acknowledgedBy(writer)));
    expect(acknowledged.map((each) => each.length)).toEqual([200, 200]);
    await expectWhole(acknowledged.flat());
  });

  it('says STORE_BUSY when another process holds the lock too long', async () => {
    const store = openSqliteStore(file, { busyTimeout: 50 });
    await store.write({ items: [{ entity: { key: 'first', kind: 'PERSON', names: [{ language: 'en', text: 'First' }] } }] });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(
      store.write({ items: [{ entity: { key: 'x', kind: 'PERSON', names: [{ language: 'en', text: 'X' }] } }] }),
    ).rejects.toMatchObject({ code: 'STORE_BUSY' });
    other.exec('ROLLBACK');
    other.close();
    expect((await store.write({ items: [{ entity: { key: 'x', kind: 'PERSON', names: [{ language: 'en', text: 'X' }] } }] })).applied).toBe(
      true,
    );
    await store.close();
  });

  it(`loses nothing acknowledged in ${KILLS} kills while ${CHANGESETS} small changesets are written`, { timeout: 240_000 }, async () => {
    await openSqliteStore(file).close();
    const all: string[] = [];
    let killed = 0;
    for (let round = 0; round < KILLS; round++) {
      const writer = startWriter(`k${round}`, CHANGESETS);
      const after = 5 + round * 9;
      const acknowledged = await acknowledgedBy(writer, after);
      if (writer.signalCode === 'SIGKILL') killed++;
      expect(acknowledged.length).toBeGreaterThanOrEqual(after);
      all.push(...acknowledged);
      await expectWhole(all);
    }
    expect(killed).toBe(KILLS);
  });
});

function startWriter(name: string, changesets: number): ChildProcess {
  return spawn(process.execPath, [WRITER, file, name, String(changesets)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Keys whose changeset was acknowledged, until the writer ends, or is killed after so many. */
async function acknowledgedBy(writer: ChildProcess, killAfter = Infinity): Promise<string[]> {
  const keys: string[] = [];
  const exit = once(writer, 'exit');
  for await (const line of createInterface({ input: writer.stdout! })) {
    keys.push(line);
    if (keys.length === killAfter) writer.kill('SIGKILL');
  }
  await exit;
  return keys;
}

/** Every acknowledged changeset is there whole, none is there in half, and the file is sound. */
async function expectWhole(acknowledged: readonly string[]): Promise<void> {
  const store = openSqliteStore(file);
  expect(await store.check(() => undefined)).toEqual([]);
  await store.close();
  const { claims, counts } = withDatabase((database) => ({
    claims: new Set(database.prepare('SELECT "key" FROM "claim"').pluck().all() as string[]),
    // Each changeset is one claim with two citations.
    counts: database.prepare('SELECT DISTINCT "citation_count" FROM "claim"').pluck().all(),
  }));
  expect(acknowledged.filter((key) => !claims.has(key))).toEqual([]);
  expect(counts).toEqual([2]);
}
