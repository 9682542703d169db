/**
 * A copy put in a store's place. Only the log is taken over, row by row, into a fresh file of this version:
 * whatever else a copy holds stays behind, and a copy of an older model needs no migration.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../../model/errors.js';
import { isSqlite } from '../../model/sqlite-file.js';
import { makePrivateFolder } from '../private-files.js';
import { BUSY_TIMEOUT, lastPosition, refuseDamaged, type Copied } from './backup.js';
import { beginPart, dropAbandoned, dropPart, isSameFile, moveCompanions, placeNew, replaceBy } from './copies.js';
import { ADD_AUTHORS, changesetsOf, FORMAT, formatOf } from './formats.js';
import { LogRows, lostReference } from './log-rows.js';
import { projectAll } from './migrate.js';
import { quoted, tableOf } from './names.js';
import { asStoreError, connect, createTables, guarded, openForReading } from './open.js';
import type { VersionRow } from './versions.js';

export interface Restored extends Copied {
  /** The new name of what stood there. */
  readonly movedTo?: string | undefined;
  /** Files that earlier restores or backups left unfinished at this place, and that nobody was at work on. */
  readonly removed: readonly string[];
}

export interface RestoreOptions {
  /** What stands there is moved aside; refused where it is not set. */
  readonly replace: boolean;
  /** Hears how many of the changes are taken over. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Until its last step the store is as it was, and that step is one rename. Throws StoreError with one clear line. */
export function restore(from: string, file: string, { replace, onProgress }: RestoreOptions): Restored {
  const given = statSync(from, { throwIfNoEntry: false });
  if (!given) throw new StoreError('STORE_UNAVAILABLE', `${from}: there is no such file; name a backup file`);
  if (!given.isFile())
    throw new StoreError('STORE_UNAVAILABLE', `${from} is ${given.isDirectory() ? 'a folder' : 'not a file'}; name a backup file`);
  if (given.size === 0) throw new StoreError('STORE_UNAVAILABLE', `${from} is empty and not a backup`);
  if (isSameFile(from, file))
    throw new StoreError('STORE_UNAVAILABLE', `${from} and ${file} are the same file; there is nothing to restore`);
  if (existsSync(file)) {
    if (!replace) throw new StoreError('STORE_UNAVAILABLE', `${file} already exists; --replace moves it aside first`);
    refuseInUse(file);
  }
  const source = openForReading(from, { busyTimeout: BUSY_TIMEOUT });
  try {
    guarded(from, () => refuseDamaged(from, source));
    makePrivateFolder(dirname(file));
    const removed = dropAbandoned(file);
    const { file: part, leftovers } = beginPart(file);
    try {
      const position = build(part, from, source, onProgress);
      return { position, leftovers, removed, movedTo: swap(part, file) };
    } finally {
      dropPart(part);
    }
  } finally {
    source.close();
  }
}

/** What stands at the place by now is kept, whether or not it stood there before. */
function swap(part: string, file: string): string | undefined {
  const aside = `${file}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  if (!existsSync(file)) {
    // Of another life of the file: they would be taken for its own.
    moveCompanions(file, aside);
    placeNew(part, file);
    return undefined;
  }
  refuseInUse(file);
  replaceBy(part, file, aside);
  return aside;
}

/** Fills an empty file with the log of another; gives its last position. */
function build(part: string, from: string, source: Database.Database, onProgress: RestoreOptions['onProgress']): number {
  const database = connect(part, BUSY_TIMEOUT, false);
  try {
    return guarded(part, () => {
      // Nobody else has the file, and one that is not finished is dropped: it need not be safe before its end.
      database.pragma('journal_mode = OFF');
      database.pragma('synchronous = OFF');
      createTables(database);
      database.exec('BEGIN IMMEDIATE');
      takeLog(from, source, database);
      project(from, database, onProgress);
      database.exec('COMMIT');
      refuseDamaged(part, database);
      return lastPosition(database);
    });
  } finally {
    database.close();
  }
}

/** The rows of one snapshot of the source, what its own log of writes holds included. */
function takeLog(from: string, source: Database.Database, database: Database.Database): void {
  const rows = new LogRows();
  const insert = database.prepare(
    `INSERT INTO "version" VALUES (@position, @record, @num, @id, @version, @created_at, @recorded_at, @recorded_until, @recorded_by, @operation, @reason, @retraction, @document)`,
  );
  source
    .transaction(() => {
      for (const each of source.prepare('SELECT * FROM "version" ORDER BY "position"').iterate()) {
        const row = each as VersionRow;
        const fault = rows.fault(row);
        if (fault !== undefined) throw refusal(from, row.position, fault);
        insert.run(row);
      }
      copyRows('changeset', changesetsOf(source), source, database);
      copyRows('source_text', 'SELECT * FROM "source_text"', source, database);
      if (formatOf(source) === FORMAT) copyRows('author', 'SELECT * FROM "author"', source, database);
      database.exec(ADD_AUTHORS);
    })
    .deferred();
  const [broken] = database.prepare(BROKEN_HISTORY).pluck().all() as number[];
  if (broken !== undefined) throw refusal(from, broken, 'it does not follow the version before it');
}

/** Versions that are not the next one of the same record, or whose end is not when the next one begins. */
const BROKEN_HISTORY = `
SELECT v."position" FROM "version" v
  LEFT JOIN "version" b ON b."record" = v."record" AND b."num" = v."num" AND b."version" = v."version" - 1
  LEFT JOIN "version" n ON n."record" = v."record" AND n."num" = v."num" AND n."version" = v."version" + 1
  WHERE (v."version" > 1 AND (b."position" IS NULL OR b."position" > v."position" OR b."id" <> v."id"))
    OR v."recorded_until" IS NOT n."recorded_at"
  ORDER BY v."position" LIMIT 1`;

/** `select` gives the rows of the source in the columns of this format. */
function copyRows(table: string, sql: string, source: Database.Database, database: Database.Database): void {
  const select = source.prepare(sql);
  const insert = database.prepare(
    `INSERT INTO ${quoted(table)} VALUES (${select
      .columns()
      .map(() => '?')
      .join(', ')})`,
  );
  for (const row of select.raw().iterate()) insert.run(...(row as unknown[]));
}

function project(from: string, database: Database.Database, onProgress: RestoreOptions['onProgress']): void {
  const isThere = lookUp(database);
  const last = lastPosition(database);
  let position = 0;
  try {
    projectAll(database, {
      before: (rows) => {
        position = rows[0]!.position;
      },
      after: (rows) => {
        for (const row of rows) {
          const lost = lostReference(row, isThere);
          if (lost !== undefined) throw refusal(from, row.position, lost);
        }
        onProgress?.(rows.at(-1)!.position, last);
      },
    });
  } catch (error) {
    const known = asStoreError(from, error);
    throw known instanceof StoreError ? known : refusal(from, position, (error as Error).message, error);
  }
}

function lookUp(database: Database.Database): (record: VersionRow['record'], id: string) => boolean {
  const statements = new Map<string, Database.Statement>();
  return (record, id) => {
    let statement = statements.get(record);
    if (!statement)
      statements.set(record, (statement = database.prepare(`SELECT 1 FROM ${quoted(tableOf(record))} WHERE "id" = ?`).pluck()));
    return statement.get(id) === 1;
  };
}

const refusal = (from: string, position: number, why: string, cause?: unknown): StoreError =>
  new StoreError('STORE_UNAVAILABLE', `${from}: change ${position} is none that claimgraph wrote: ${why}; nothing was restored`, { cause });

/**
 * In WAL mode a lock on the whole file is had only by who is alone with it; what stands in the log goes into the
 * file. What is no database any more is nobody's to use.
 */
function refuseInUse(file: string): void {
  // SQLite would take the log of what it cannot read away.
  if (!isSqlite(file)) return;
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma('trusted_schema = OFF');
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    // Nor what is damaged within: it goes aside as it is.
    const { code } = error as { code?: string };
    if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT')) return;
    if (code?.startsWith('SQLITE_BUSY') || code?.startsWith('SQLITE_LOCKED'))
      throw new StoreError('STORE_BUSY', `${file} is in use; stop its server first`, { cause: error });
    throw asStoreError(file, error);
  } finally {
    database.close();
  }
}
