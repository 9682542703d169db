/** Opens a database file: makes a new one, projects one of another model anew, refuses a newer or a foreign one. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../../model/errors.js';
import { MODEL_VERSION, projectionFingerprint } from '../fingerprint.js';
import { FORMAT, formatOf, upgradeFormat } from './formats.js';
import { migrate } from './migrate.js';
import { baseSchema, projectionSchema } from './schema.js';

/** "CLMG": tells a claimgraph file from any other SQLite file. */
const APPLICATION_ID = 0x434c4d47;
export const sqliteFingerprint = (): string => projectionFingerprint([baseSchema(), projectionSchema()]);

export interface OpenOptions {
  /** Milliseconds to wait for another process's write. */
  readonly busyTimeout: number;
}

/** A connection that may write; makes or migrates the file first. */
export function openForWriting(file: string, { busyTimeout }: OpenOptions): Database.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = connect(file, busyTimeout, false);
  try {
    guarded(file, () => prepare(file, database));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A connection that only reads; the file must be there and of this version. */
export function openForReading(file: string, { busyTimeout }: OpenOptions): Database.Database {
  if (!existsSync(file)) throw new StoreError('STORE_UNAVAILABLE', `${file}: no such file`);
  const database = connect(file, busyTimeout, true);
  try {
    guarded(file, () => refuseForeign(file, database));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function connect(file: string, busyTimeout: number, readonly: boolean): Database.Database {
  return guarded(file, () => {
    const database = new Database(file, { timeout: busyTimeout, readonly });
    database.pragma('cache_size = -65536');
    return database;
  });
}

function prepare(file: string, database: Database.Database): void {
  if (isEmpty(database)) {
    database.pragma('journal_mode = WAL');
    database
      .transaction(() => {
        // Another process may have been first.
        if (isEmpty(database)) create(database);
      })
      .immediate();
  }
  refuseForeign(file, database);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  upgradeFormat(database);
  migrate(database, { version: MODEL_VERSION, fingerprint: sqliteFingerprint() });
}

function create(database: Database.Database): void {
  database.exec(baseSchema());
  database.exec(projectionSchema());
  database.prepare('INSERT INTO "model" VALUES (?, ?)').run(MODEL_VERSION, sqliteFingerprint());
  database.pragma(`application_id = ${APPLICATION_ID}`);
  database.pragma(`user_version = ${FORMAT}`);
}

function isEmpty(database: Database.Database): boolean {
  const applicationId = database.pragma('application_id', { simple: true });
  return applicationId === 0 && database.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
}

function refuseForeign(file: string, database: Database.Database): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new StoreError('STORE_UNAVAILABLE', `${file} is a database of another program; name another file`);
  }
  const format = formatOf(database);
  const model = format > FORMAT ? 0 : (database.prepare('SELECT "version" FROM "model"').pluck().get() as number);
  if (format > FORMAT || model > MODEL_VERSION) {
    throw new StoreError('STORE_UNAVAILABLE', `${file} was written by a newer claimgraph; update claimgraph to open it`);
  }
}

/** SQLite's own words for what is wrong with a file, as a store error. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(file, error);
  }
}

export function asStoreError(file: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new StoreError('STORE_BUSY', 'another process is writing to the store; try again', { cause: error });
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return new StoreError('STORE_UNAVAILABLE', `${file} is no database, or is damaged`, { cause: error });
  if (/^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|PERM)/.test(code))
    return new StoreError('STORE_UNAVAILABLE', `${file}: ${error.message}`, { cause: error });
  return error;
}
