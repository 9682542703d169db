/** Files that are whole or not there: written beside their place under another name, and moved there when they are on the disk. */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../../model/errors.js';
import { makePrivateFile } from '../private-files.js';

/** What SQLite keeps beside a database: it belongs to that database alone. */
const COMPANIONS = ['-wal', '-shm', '-journal'];
/** Of these, what a database cannot do without. The other is an index that SQLite makes anew. */
const KEPT_COMPANIONS = ['-wal', '-journal'];
const INDEX = '-shm';
const PART = '.part';

export interface Part {
  readonly file: string;
  /** Parts of backups and restores to the same place that did not end; another process may be at work on one. */
  readonly leftovers: readonly string[];
}

/** Parts to a place whose folder is there, also those of which nothing but a companion is left. */
function partsOf(place: string): string[] {
  const folder = dirname(place);
  const named = readdirSync(folder).flatMap((name) => {
    const part = COMPANIONS.reduce((rest, ending) => (rest.endsWith(PART + ending) ? rest.slice(0, -ending.length) : rest), name);
    return part.startsWith(`${basename(place)}.`) && part.endsWith(PART) ? [join(folder, part)] : [];
  });
  return [...new Set(named)];
}

/** Removes the parts to a place that nobody is at work on, with what SQLite kept beside them; gives their names. */
export function dropAbandoned(place: string): string[] {
  const abandoned = partsOf(place).filter(isAbandoned);
  for (const part of abandoned) dropPart(part);
  return abandoned;
}

/** Milliseconds in which a part that is empty may still be begun. */
const BEGINNING = 60_000;

/** Whoever writes a part holds a lock on it, once it holds anything. */
function isAbandoned(part: string): boolean {
  const found = statSync(part, { throwIfNoEntry: false });
  if (!found) return true;
  if (found.size === 0) return Date.now() - found.mtimeMs > BEGINNING;
  let database: Database.Database | undefined;
  try {
    database = new Database(part, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return true;
  } catch (error) {
    return !/^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '');
  } finally {
    database?.close();
  }
}

/** An empty file in the same folder, which is there; readable for its owner alone. */
export function beginPart(place: string): Part {
  const leftovers = partsOf(place);
  // Not by the process's number, which containers have in common.
  const file = `${place}.${randomBytes(4).toString('hex')}${PART}`;
  makePrivateFile(file);
  return { file, leftovers };
}

export function dropPart(part: string): void {
  for (const ending of ['', ...COMPANIONS]) rmSync(part + ending, { force: true });
}

/** Gives the part its name, where nothing has that name yet. Throws StoreError where something has it by now. */
export function placeNew(part: string, place: string): void {
  sync(part);
  try {
    // Unlike a rename, a link is refused where the name is taken.
    linkSync(part, place);
    rmSync(part);
  } catch (error) {
    if (existsSync(place)) throw new StoreError('STORE_UNAVAILABLE', `${place} already exists and is not overwritten`, { cause: error });
    // A file system without links.
    renameSync(part, place);
  }
  syncFolder(dirname(place));
}

/**
 * Puts the part in the place of a database, which stays under the name `aside` with what SQLite keeps beside it.
 * At every moment the place has the old file or the new one, where the file system has links.
 */
export function replaceBy(part: string, place: string, aside: string): void {
  sync(part);
  const there = KEPT_COMPANIONS.filter((ending) => existsSync(place + ending));
  const isLinked = linked(place, aside);
  if (!isLinked) renameSync(place, aside);
  try {
    // They would be taken for the new file's own.
    for (const ending of there) renameSync(place + ending, aside + ending);
    rmSync(place + INDEX, { force: true });
    syncFolder(dirname(place));
    renameSync(part, place);
  } catch (error) {
    for (const ending of there) if (existsSync(aside + ending)) renameSync(aside + ending, place + ending);
    if (isLinked) rmSync(aside, { force: true });
    else renameSync(aside, place);
    throw error;
  }
  syncFolder(dirname(place));
}

/** Moves what a database that is gone left beside its place, such as a log of writes, to that name. */
export function moveCompanions(place: string, aside: string): void {
  for (const ending of KEPT_COMPANIONS) if (existsSync(place + ending)) renameSync(place + ending, aside + ending);
  rmSync(place + INDEX, { force: true });
}

/** By whatever names, links or paths. */
export function isSameFile(left: string, right: string): boolean {
  if (!existsSync(left) || !existsSync(right)) return false;
  const [one, other] = [statSync(left, { bigint: true }), statSync(right, { bigint: true })];
  // Some file systems number no files.
  return (one.ino !== 0n && one.ino === other.ino && one.dev === other.dev) || realpathSync(left) === realpathSync(right);
}

function linked(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch {
    return false;
  }
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Not every system lets a folder be opened or synced.
  }
}
