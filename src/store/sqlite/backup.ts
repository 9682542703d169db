/** Copies of a whole database file: made while it is written to, and put back. */
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../../model/errors.js';
import { guarded, openForReading } from './open.js';

const BUSY_TIMEOUT = 5_000;

export interface BackedUp {
  /** The last position of the change log that the copy holds. */
  readonly position: number;
}

/**
 * One moment of the file, as another file that is whole or not there; writers go on meanwhile. Throws
 * StoreError with one clear line.
 */
export function backUp(file: string, to: string): BackedUp {
  if (existsSync(to)) throw new StoreError('STORE_UNAVAILABLE', `${to} is there already; a backup does not write over another`);
  const part = `${to}.part`;
  mkdirSync(dirname(to), { recursive: true });
  rmSync(part, { force: true });
  const database = openForReading(file, { busyTimeout: BUSY_TIMEOUT });
  try {
    // Of one snapshot, without the space that is free in the original.
    guarded(file, () => database.prepare('VACUUM INTO ?').run(part));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    database.close();
  }
  const position = soundPosition(part);
  settle(part, to);
  return { position };
}

/** Puts a copy in a store's place. What stands there is moved aside when `replace` is set; gives its new name. */
export function restore(from: string, file: string, replace: boolean): BackedUp & { readonly movedTo?: string | undefined } {
  const position = soundPosition(from);
  let movedTo: string | undefined;
  if (existsSync(file)) {
    if (!replace) throw new StoreError('STORE_UNAVAILABLE', `${file} is there already; --replace moves it aside first`);
    refuseInUse(file);
    movedTo = `${file}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    renameSync(file, movedTo);
  }
  // Of another life of the file: they would be taken for its own.
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  copyFileSync(from, part);
  settle(part, file);
  return { position, movedTo };
}

/** Throws where the file is no claimgraph database, or is damaged. */
function soundPosition(file: string): number {
  const database = openForReading(file, { busyTimeout: BUSY_TIMEOUT });
  try {
    return guarded(file, () => {
      const found = database.pragma('quick_check(1)', { simple: true }) as string;
      if (found !== 'ok') throw new StoreError('STORE_UNAVAILABLE', `${file} is damaged: ${found}`);
      return (database.prepare('SELECT max("position") FROM "version"').pluck().get() as number | null) ?? 0;
    });
  } finally {
    database.close();
  }
}

/** In WAL mode a lock on the whole file is had only by who is alone with it; what stands in the log goes into the file. */
function refuseInUse(file: string): void {
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    throw new StoreError('STORE_BUSY', `${file} is in use; stop its server first`, { cause: error });
  } finally {
    database.close();
  }
}

/** The copy is on the disk before it has its name. */
function settle(part: string, file: string): void {
  const descriptor = openSync(part, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(part, file);
  const folder = openSync(dirname(file) || '.', 'r');
  try {
    fsyncSync(folder);
  } catch {
    // Not every system lets a folder be synced.
  } finally {
    closeSync(folder);
  }
}
