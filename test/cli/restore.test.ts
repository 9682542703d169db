/** Putting a backup in a store's place: nothing is lost, whatever fails, and nothing is let in that claimgraph did not write. */
import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { sha256 } from '../../src/model/changeset/passages.js';
import { beginPart, placeNew } from '../../src/store/sqlite/copies.js';
import { backUp } from '../../src/store/sqlite/backup.js';
import { restore } from '../../src/store/sqlite/restore.js';
import { foreignSchema } from '../../src/store/sqlite/own-schema.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.js';
import { temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const KILLS = 6;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', cwd: folder });
const at = (name: string): string => join(folder, name);
const digestOf = (file: string): string => sha256(readFileSync(file, 'latin1'));

const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    entity: { key: `p${from + index}`, kind: 'PERSON', names: [{ language: 'en', text: `Person ${from + index}` }] },
  }));

async function storeOf(name: string, count: number, from = 0): Promise<string> {
  const store = openSqliteStore(at(name));
  for (let start = 0; start < count; start += 500) await store.write({ items: people(from + start, Math.min(500, count - start)) });
  await store.close();
  return at(name);
}

async function positionOf(file: string): Promise<number> {
  const store = openSqliteStore(file, { mustExist: true });
  try {
    expect(await store.check(() => undefined)).toEqual([]);
    return await store.position();
  } finally {
    await store.close();
  }
}

function change(file: string, work: (database: Database.Database) => void): void {
  const database = new Database(file);
  try {
    work(database);
  } finally {
    database.close();
  }
}

describe('restore', () => {
  it('takes what a live store has written last, which stands beside its file', async () => {
    const live = openSqliteStore(at('live.db'));
    await live.write({ items: people(0, 20) });
    await live.write({ items: people(20, 1) });
    expect(existsSync(at('live.db-wal'))).toBe(true);
    expect(run('restore', 'live.db', '--store', './copy.db').stdout).toContain('up to change 21');
    expect(await positionOf(at('copy.db'))).toBe(21);
    await live.close();
  });

  it('of a store from itself is refused, by whatever name, and loses nothing', async () => {
    const file = await storeOf('graph.db', 20);
    symlinkSync(file, at('symbolic.db'));
    linkSync(file, at('hard.db'));
    for (const name of ['graph.db', './graph.db', file, 'symbolic.db', 'hard.db']) {
      const { status, stderr } = run('restore', name, '--store', './graph.db', '--replace');
      expect([name, status, stderr]).toEqual([name, 1, expect.stringContaining('are the same file')]);
    }
    expect(await positionOf(file)).toBe(20);
    expect(readdirSync(folder).filter((name) => /part|before/.test(name))).toEqual([]);
  });

  it('takes the graph over whole: versions, texts, changesets, what is withheld and what was', async () => {
    const store = openSqliteStore(at('graph.db'));
    await applySeed(store);
    await store.write({ key: 'once', items: [{ entity: { key: 'bfm-business', descriptions: [{ language: 'en', text: 'x' }] } }] });
    await store.write({ items: [{ source: { key: 'secret', kind: 'LETTER', title: 'A secret letter', visibility: 'DRAFT' } }] });
    await store.write({ items: [{ retract: { kind: 'ENTITY', reference: 'john-matze', reason: 'to be tried' } }] });
    const changes = await store.changes(0, 10_000);
    await store.close();
    expect(run('backup', 'backup.db', '--store', './graph.db').status).toBe(0);
    // Tables that follow from the log are worked out anew: what somebody made of them in the backup is not taken.
    change(at('backup.db'), (database) => database.exec('UPDATE "withholding" SET "ever" = 0; UPDATE "source" SET "withheld" = 0'));
    expect(run('restore', 'backup.db', '--store', './new.db').status).toBe(0);
    const restored = openSqliteStore(at('new.db'));
    expect(await restored.changes(0, 10_000)).toEqual(changes);
    expect(await restored.withholds()).toBe(true);
    expect(await restored.check(() => undefined)).toEqual([]);
    const repeated = await restored.write({
      key: 'once',
      items: [{ entity: { key: 'bfm-business', descriptions: [{ language: 'en', text: 'x' }] } }],
    });
    expect(repeated.repeated).toBe(true);
    await restored.close();
  });

  it('keeps a store that is damaged, and its log of writes, beside the new one', async () => {
    await storeOf('good.db', 20);
    writeFileSync(at('graph.db'), 'no database'.repeat(1_000));
    writeFileSync(at('graph.db-wal'), 'its log');
    expect(run('restore', 'good.db', '--store', './graph.db', '--replace').status).toBe(0);
    expect(await positionOf(at('graph.db'))).toBe(20);
    const aside = readdirSync(folder).filter((name) => name.startsWith('graph.db.before-'));
    expect(aside.map((name) => readFileSync(at(name), 'utf8').slice(0, 7)).sort()).toEqual(['its log', 'no data']);
  });

  it('removes what an earlier one left unfinished, and leaves what somebody is at work on', async () => {
    await storeOf('good.db', 20);
    writeFileSync(at('graph.db.1.part'), 'half');
    writeFileSync(at('graph.db.1.part-journal'), 'half a journal');
    writeFileSync(at('graph.db.2.part-journal'), 'of a part that is gone');
    writeFileSync(at('graph.db.3.part'), '');
    writeFileSync(at('graph.db.4.part'), '');
    utimesSync(at('graph.db.4.part'), 0, 0);
    const busy = new Database(await storeOf('graph.db.5.part', 1));
    busy.exec('BEGIN IMMEDIATE');
    const { status, stderr } = run('restore', 'good.db', '--store', './graph.db');
    busy.close();
    expect(status).toBe(0);
    for (const name of ['1', '2', '4'])
      expect(stderr).toContain(`graph.db.${name}.part was left by an unfinished backup or restore and has been removed`);
    for (const name of ['3', '5']) expect(stderr).toContain(`graph.db.${name}.part was left by an unfinished backup or restore`);
    const left = readdirSync(folder).filter((name) => /part(-journal)?$/.test(name));
    expect(left.sort()).toEqual(['graph.db.3.part', 'graph.db.5.part']);
  });

  it('says what is no backup: a folder, an empty file, nothing', () => {
    writeFileSync(at('empty.db'), '');
    for (const [name, line] of [
      ['.', '. is a folder; name a backup file'],
      ['empty.db', 'empty.db is empty and not a backup'],
      ['none.db', 'none.db: there is no such file; name a backup file'],
    ] as const)
      expect(run('restore', name, '--store', './graph.db')).toMatchObject({ status: 1, stderr: `${line}\n` });
    expect(readdirSync(folder)).toEqual(['empty.db']);
  });

  it('leaves no index of a log of writes that is gone', async () => {
    await storeOf('good.db', 20);
    await storeOf('graph.db', 5);
    // A reader that ends leaves both beside the file.
    expect(run('backup', 'copy.db', '--store', './graph.db').status).toBe(0);
    expect(existsSync(at('graph.db-shm'))).toBe(true);
    expect(run('restore', 'good.db', '--store', './graph.db', '--replace').status).toBe(0);
    expect(readdirSync(folder).filter((name) => /^graph\.db.*-(shm|wal)$/.test(name))).toEqual([]);
    const aside = readdirSync(folder).find((name) => name.includes('.before-'));
    expect(await positionOf(at(aside!))).toBe(5);
  });

  it('nothing is given a name that something has by then', async () => {
    const { file } = beginPart(at('copy.db'));
    writeFileSync(at('copy.db'), 'another was faster');
    expect(() => placeNew(file, at('copy.db'))).toThrow('already exists');
    expect(readFileSync(at('copy.db'), 'utf8')).toBe('another was faster');
  });
});

const EVIL: [string, string, string][] = [
  [
    'a trigger',
    `CREATE TRIGGER evil AFTER INSERT ON "version" BEGIN UPDATE "withholding" SET "ever" = 0; UPDATE "version" SET "recorded_by" = 'evil' WHERE "position" < 5; END`,
    'the trigger evil is not',
  ],
  ['a view', 'CREATE VIEW evil AS SELECT * FROM "version"', 'the view evil is not'],
  ['a table', 'CREATE TABLE shopping (item TEXT)', 'the table shopping is not'],
  ['an index', 'CREATE INDEX evil ON "entity"("kind" COLLATE NOCASE)', 'the index evil is not'],
  ['a missing index', 'DROP INDEX "version_of"', 'the index version_of is missing'],
  ['a missing trigger', 'DROP TRIGGER "citation_past_update"', 'the trigger citation_past_update is missing'],
  [
    'a trigger changed',
    'DROP TRIGGER "citation_past_update"; CREATE TRIGGER "citation_past_update" BEFORE UPDATE ON "citation" BEGIN SELECT 1; END',
    'the trigger citation_past_update is not claimgraph',
  ],
  [
    'a column computed',
    `ALTER TABLE "version" ADD COLUMN evil TEXT GENERATED ALWAYS AS (upper("document"))`,
    'the table version is not claimgraph',
  ],
  ['a column more', 'ALTER TABLE "entity" ADD COLUMN evil TEXT', 'the table entity is not claimgraph'],
  [
    'a table that is a view',
    'ALTER TABLE "model" RENAME TO "hidden"; CREATE VIEW "model" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS "version" FROM n',
    'the table model is missing',
  ],
];

/** But for what a reading connection leaves of an empty log. */
const filesThere = (): string[] =>
  readdirSync(folder)
    .filter((name) => !/-(wal|shm)$/.test(name))
    .sort();

describe('a file with', () => {
  let original: string;
  let shared: string;
  beforeAll(async () => {
    shared = temporaryFolder();
    original = join(shared, 'original.db');
    const store = openSqliteStore(original);
    await applySeed(store);
    await store.close();
  });
  afterAll(() => rmSync(shared, { recursive: true, force: true }));

  it.each(EVIL)('%s is neither restored nor served nor backed up', async (_name, statement, message) => {
    copyFileSync(original, at('evil.db'));
    change(at('evil.db'), (database) => database.exec(statement));
    const file = await storeOf('graph.db', 20);
    const before = digestOf(file);
    expect(() => restore(at('evil.db'), file, { replace: true })).toThrow(message);
    expect(() => backUp(at('evil.db'), at('copy.db'))).toThrow(message);
    expect(() => openSqliteStore(at('evil.db'))).toThrow(message);
    expect(digestOf(file)).toBe(before);
    expect(filesThere()).toEqual(['evil.db', 'graph.db']);
  });

  it.each([
    ['no JSON for a document', `UPDATE "version" SET "document" = 'evil' WHERE "position" = 3`, 'its document is not JSON'],
    ['a list for a document', `UPDATE "version" SET "document" = '[]' WHERE "position" = 3`, 'the document is not an object'],
    [
      'a member that nobody knows',
      `UPDATE "version" SET "document" = json_set("document", '$.evil', 1) WHERE "position" = 3`,
      'evil is not known',
    ],
    [
      'a derived member',
      `UPDATE "version" SET "document" = json_set("document", '$.citationCount', 99) WHERE "record" = 'Claim' AND "num" = 1`,
      'citationCount is not known',
    ],
    ['a wrong type', `UPDATE "version" SET "document" = json_set("document", '$.key', 7) WHERE "position" = 3`, 'key is not a valid key'],
    [
      'a wrong value within a list',
      `UPDATE "version" SET "document" = json_set("document", '$.texts[0].language', 7) WHERE "record" = 'Claim' AND "num" = 1`,
      'texts[0].language is not a valid language',
    ],
    [
      'a member missing',
      `UPDATE "version" SET "document" = json_remove("document", '$.claim') WHERE "record" = 'Citation' AND "num" = 1`,
      'needs claim',
    ],
    [
      'no such date',
      `UPDATE "version" SET "document" = json_set("document", '$.saidAt', 'soon') WHERE "record" = 'Citation' AND "num" = 1`,
      'saidAt is not a valid date',
    ],
    [
      'a reference to nothing',
      `UPDATE "version" SET "document" = json_set("document", '$.source', '0190a000-0000-7000-8000-000000000000') WHERE "record" = 'Citation' AND "num" = 1`,
      'source leads to no Source',
    ],
    ['a kind of record that there is not', `UPDATE "version" SET "record" = 'Evil' WHERE "position" = 3`, 'an unknown kind of record'],
    ['an operation that there is not', `UPDATE "version" SET "operation" = 'ERASED' WHERE "position" = 3`, 'an unknown operation'],
    ['a version that is none', `UPDATE "version" SET "version" = 2 WHERE "position" = 3`, 'does not match its operation'],
    [
      'a version left out',
      `UPDATE "version" SET "version" = 3, "operation" = 'CHANGED' WHERE "position" = 3`,
      'does not follow the version before it',
    ],
    [
      'one record under two numbers',
      `INSERT INTO "version" SELECT NULL, "record", 9999, "id", 1, "created_at", "recorded_at" + 999999, NULL, NULL, 'CREATED', NULL, NULL, "document" FROM "version" WHERE "position" = 9`,
      'UNIQUE',
    ],
    ['a retraction that is none', `UPDATE "version" SET "retraction" = '{"at":"now"}' WHERE "position" = 3`, 'its retraction'],
  ])('%s in its log is not restored, and what is there stays', async (_name, statement, message) => {
    copyFileSync(original, at('evil.db'));
    change(at('evil.db'), (database) => database.exec(statement));
    const file = await storeOf('graph.db', 20);
    const before = digestOf(file);
    expect(() => restore(at('evil.db'), file, { replace: true })).toThrow(message);
    expect(() => restore(at('evil.db'), file, { replace: true })).toThrow(
      /change \d+ is none that claimgraph wrote: .*; nothing was restored$/,
    );
    expect(digestOf(file)).toBe(before);
    expect(filesThere()).toEqual(['evil.db', 'graph.db']);
  });

  it('an older model is restored, and nothing foreign comes along', async () => {
    copyFileSync(original, at('older.db'));
    change(at('older.db'), (database) => {
      database.exec('UPDATE "model" SET "version" = 1; DROP TABLE "import_progress"; CREATE TABLE shopping (item TEXT)');
      database.exec(EVIL[0]![1]);
    });
    restore(at('older.db'), at('graph.db'), { replace: false });
    expect(await positionOf(at('graph.db'))).toBe(await positionOf(original));
    change(at('graph.db'), (database) => expect(foreignSchema(database)).toEqual([]));
    // Opened as a store it is refused whole: nobody is told to give the foreign table up.
    const checked = run('check', '--store', './older.db');
    expect([checked.status, checked.stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(checked.stderr).toContain('shopping is not claimgraph');
    change(at('older.db'), (database) => {
      expect(database.prepare('SELECT "version" FROM "model"').pluck().get()).toBe(1);
      expect(database.prepare('SELECT count(*) FROM shopping').pluck().get()).toBe(0);
    });
  });
});

describe('killed at any moment', () => {
  /** Gives how long it took, or undefined when it was over before. */
  async function killedAfter(milliseconds: number, ...words: string[]): Promise<boolean> {
    const child = spawn(process.execPath, [MAIN, ...words], { cwd: folder, stdio: 'ignore' });
    const ended = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    await ended;
    clearTimeout(timer);
    return child.signalCode === 'SIGKILL';
  }
  const lasting = async (...words: string[]): Promise<number> => {
    const started = performance.now();
    await killedAfter(600_000, ...words);
    return performance.now() - started;
  };
  const clear = (): void => {
    for (const name of readdirSync(folder)) if (name.endsWith('.part') || name.includes('.before-')) rmSync(at(name));
  };

  it('a restore leaves the old store or the new one, whole', { timeout: 600_000 }, async () => {
    await storeOf('backup.db', 3_000);
    const duration = await lasting('restore', 'backup.db', '--store', './first.db');
    let killed = 0;
    for (let round = 0; round < KILLS; round++) {
      for (const ending of ['', '-wal', '-shm']) rmSync(at(`graph.db${ending}`), { force: true });
      const file = await storeOf('graph.db', 20, 100_000);
      if (
        await killedAfter(
          randomInt(Math.ceil(duration * 0.3), Math.ceil(duration * 1.1)),
          'restore',
          'backup.db',
          '--store',
          './graph.db',
          '--replace',
        )
      )
        killed++;
      expect([20, 3_000]).toContain(await positionOf(file));
      const aside = readdirSync(folder).filter((name) => name.includes('.before-'));
      for (const name of aside) expect(await positionOf(at(name))).toBe(20);
      clear();
    }
    expect(killed).toBeGreaterThan(0);
    expect(await positionOf(at('backup.db'))).toBe(3_000);
  });

  it('a backup is whole or not there', { timeout: 600_000 }, async () => {
    await storeOf('graph.db', 3_000);
    const duration = await lasting('backup', 'first.db', '--store', './graph.db');
    let killed = 0;
    for (let round = 0; round < KILLS; round++) {
      rmSync(at('copy.db'), { force: true });
      if (await killedAfter(randomInt(Math.ceil(duration * 0.3), Math.ceil(duration * 1.1)), 'backup', 'copy.db', '--store', './graph.db'))
        killed++;
      if (existsSync(at('copy.db'))) expect(await positionOf(at('copy.db'))).toBe(3_000);
      expect(await positionOf(at('graph.db'))).toBe(3_000);
      clear();
    }
    expect(killed).toBeGreaterThan(0);
    rmSync(at('copy.db'), { force: true });
    expect(run('backup', 'copy.db', '--store', './graph.db').status).toBe(0);
  });
});

describe('on a disk that is full', () => {
  let disk: SmallDisk | undefined;
  beforeAll(() => {
    disk = mountSmallDisk(12);
  });
  afterAll(() => disk?.unmount());

  it('a restore and a backup leave what was there, and nothing else', async ({ skip }) => {
    if (!disk) return skip();
    await storeOf('backup.db', 2_000);
    const small = await storeOf('small.db', 20);
    copyFileSync(small, join(disk.folder, 'graph.db'));
    const empty = disk.fill();
    const restored = run('restore', at('backup.db'), '--store', join(disk.folder, 'graph.db'), '--replace');
    expect([restored.status, restored.stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(restored.stderr).toMatch(/full|ENOSPC/);
    const backedUp = run('backup', join(disk.folder, 'copy.db'), '--store', at('backup.db'));
    expect([backedUp.status, backedUp.stderr]).toEqual([1, expect.stringMatching(/full|ENOSPC/)]);
    expect(readdirSync(disk.folder).sort()).toEqual(['filler', 'graph.db']);
    empty();
    expect(await positionOf(join(disk.folder, 'graph.db'))).toBe(20);
    expect(run('restore', at('backup.db'), '--store', join(disk.folder, 'graph.db'), '--replace').status).toBe(0);
    expect(await positionOf(join(disk.folder, 'graph.db'))).toBe(2_000);
  });

  it('that is read-only each is one clear line', async ({ skip }) => {
    if (!disk) return skip();
    const good = await storeOf('good.db', 20);
    copyFileSync(good, join(disk.folder, 'kept.db'));
    disk.remount('ro');
    try {
      for (const words of [
        ['restore', good, '--store', join(disk.folder, 'kept.db'), '--replace'],
        ['restore', good, '--store', join(disk.folder, 'new.db')],
        ['backup', join(disk.folder, 'copy.db'), '--store', good],
        ['serve', '--port', '0', '--store', join(disk.folder, 'kept.db')],
        ['seed', '--store', join(disk.folder, 'made.db')],
      ]) {
        const { status, stderr } = run(...words);
        expect([words, status, stderr.trim().split('\n').length]).toEqual([words, 1, 1]);
        expect(stderr).toMatch(/read-?only|EROFS|unable to open/i);
      }
    } finally {
      disk.remount('rw');
    }
    expect(await positionOf(join(disk.folder, 'kept.db'))).toBe(20);
  });
});
