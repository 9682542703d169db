/** Opens a database file: makes a new one, projects one of another model anew, refuses a newer or a foreign one. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError, StoreMissing } from '../../model/errors.js';
import { MODEL_VERSION, projectionFingerprint } from '../fingerprint.js';
import { makePrivateFile, makePrivateFolder } from '../private-files.js';
import { FORMAT, formatOf } from './formats.js';
import { isOf, migrate, type Model } from './migrate.js';
import { foreignLog, foreignSchema } from './own-schema.js';
import { baseSchema, projectionSchema } from './schema.js';

/** "CLMG": tells a claimgraph file from any other SQLite file. */
const APPLICATION_ID = 0x434c4d47;
export const sqliteFingerprint = (): string => projectionFingerprint([baseSchema(), projectionSchema()]);

const thisModel = (): Model => ({ version: MODEL_VERSION, fingerprint: sqliteFingerprint() });

export interface OpenOptions {
  /** Milliseconds to wait for another process's write. */
  readonly busyTimeout: number;
}

/** A connection that may write; migrates the file first, or makes it where it need not be there. */
export function openForWriting(file: string, { busyTimeout, mustExist }: OpenForWriting): Database.Database {
  if (mustExist) refuseMissing(file);
  else makeFile(file);
  const database = connect(file, busyTimeout, false);
  try {
    guarded(file, () => prepare(file, database, mustExist));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

export interface OpenForWriting extends OpenOptions {
  /** Throws StoreMissing where there is no store, instead of making one. */
  readonly mustExist?: boolean | undefined;
}

/** A connection that only reads; the file must be there and of this version. */
export function openForReading(file: string, { busyTimeout }: OpenOptions): Database.Database {
  refuseMissing(file);
  const database = connect(file, busyTimeout, true);
  try {
    guarded(file, () => {
      refuseForeign(file, database);
      if (isOf(database, thisModel())) refuseChanged(file, database);
    });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function refuseMissing(file: string): void {
  if (!existsSync(file)) throw new StoreMissing(`${file}: there is no store; claimgraph serve, seed, import and copy --to create one`);
}

function makeFile(file: string): void {
  makePrivateFolder(dirname(file));
  try {
    makePrivateFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Nothing that stands in a file may do more than what it is made for: no function of ours, nothing outside the file. */
export function connect(file: string, busyTimeout: number, readonly: boolean): Database.Database {
  return guarded(file, () => {
    const database = new Database(file, { timeout: busyTimeout, readonly });
    database.pragma('trusted_schema = OFF');
    database.pragma('cache_size = -65536');
    return database;
  });
}

function prepare(file: string, database: Database.Database, mustExist: boolean | undefined): void {
  if (isEmpty(database)) {
    if (mustExist) throw new StoreMissing(`${file}: there is no graph in it; claimgraph serve, seed, import and copy --to create one`);
    database.pragma('journal_mode = WAL');
    database
      .transaction(() => {
        // Another process may have been first.
        if (isEmpty(database)) createTables(database);
      })
      .immediate();
  }
  refuseForeign(file, database);
  if (isOf(database, thisModel())) refuseChanged(file, database);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // Undone as a whole where it leaves anything that is not claimgraph's.
  migrate(database, thisModel(), () => refuseChanged(file, database));
}

/** Every table of this version, empty. */
export function createTables(database: Database.Database): void {
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

/** Throws where the file is another program's, of a newer claimgraph, or has another log than claimgraph makes. */
function refuseForeign(file: string, database: Database.Database): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new StoreError('STORE_UNAVAILABLE', `${file} is a database of another program; name another file`);
  }
  const format = formatOf(database);
  // Before anything is read: what stands as a table could be a view that never ends.
  if (format <= FORMAT) refuseDifferent(file, foreignLog(database, format));
  const model = format > FORMAT ? 0 : (database.prepare('SELECT "version" FROM "model"').pluck().get() as number);
  if (format > FORMAT || model > MODEL_VERSION) {
    throw new StoreError('STORE_UNAVAILABLE', `${file} was written by a newer claimgraph; update claimgraph to open it`);
  }
}

const DIFFERENCES_SHOWN = 3;

function refuseChanged(file: string, database: Database.Database): void {
  refuseDifferent(file, foreignSchema(database));
}

/** Throws where there is any difference, naming the first ones. */
function refuseDifferent(file: string, different: readonly string[]): void {
  if (different.length === 0) return;
  const more = different.length - DIFFERENCES_SHOWN;
  throw new StoreError(
    'STORE_UNAVAILABLE',
    `${file} is not as claimgraph made it: ${different.slice(0, DIFFERENCES_SHOWN).join(', ')}${more > 0 ? `, and ${more} more` : ''}; restore a backup that you trust`,
  );
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
    return new StoreError('STORE_UNAVAILABLE', `${file} is not a database, or is damaged`, { cause: error });
  if (/^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|PERM)/.test(code))
    return new StoreError('STORE_UNAVAILABLE', `${file}: ${error.message}${isReadOnly(file) ? '; it or its folder is read-only' : ''}`, {
      cause: error,
    });
  return error;
}

/** SQLite writes beside the file, too. */
function isReadOnly(file: string): boolean {
  try {
    for (const each of [dirname(file), file]) if (existsSync(each)) accessSync(each, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}
