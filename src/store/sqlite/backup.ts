/** A copy of a whole database file, made while it is written to. */
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { StoreError } from '../../model/errors.js';
import { beginPart, dropPart, placeNew } from './copies.js';
import { guarded, openForReading } from './open.js';

export const BUSY_TIMEOUT = 5_000;

export interface Copied {
  /** The last position of the change log that the copy holds. */
  readonly position: number;
  /** Files that earlier backups or restores left unfinished at this place. */
  readonly leftovers: readonly string[];
}

/**
 * One moment of the file, as another file that is whole or not there; writers go on meanwhile. Throws
 * StoreError with one clear line.
 */
export function backUp(file: string, to: string): Copied {
  if (existsSync(to)) throw new StoreError('STORE_UNAVAILABLE', `${to} already exists; a backup does not overwrite it`);
  if (!statSync(dirname(to), { throwIfNoEntry: false })?.isDirectory())
    throw new StoreError('STORE_UNAVAILABLE', `there is no folder ${dirname(to)}; create it first`);
  const database = openForReading(file, { busyTimeout: BUSY_TIMEOUT });
  try {
    const { file: part, leftovers } = beginPart(to);
    try {
      // Of one snapshot, without the space that is free in the original.
      guarded(to, () => database.prepare('VACUUM INTO ?').run(part));
      const position = soundPosition(part);
      placeNew(part, to);
      return { position, leftovers };
    } finally {
      dropPart(part);
    }
  } finally {
    database.close();
  }
}

function soundPosition(file: string): number {
  const database = openForReading(file, { busyTimeout: BUSY_TIMEOUT });
  try {
    return guarded(file, () => {
      refuseDamaged(file, database);
      return lastPosition(database);
    });
  } finally {
    database.close();
  }
}

/** Throws where a page, a row or an index of the file is not as it must be. */
export function refuseDamaged(file: string, database: Database.Database): void {
  const found = database.pragma('integrity_check(1)', { simple: true }) as string;
  if (found !== 'ok') throw new StoreError('STORE_UNAVAILABLE', `${file} is damaged: ${found}`);
}

export const lastPosition = (database: Database.Database): number =>
  (database.prepare('SELECT max("position") FROM "version"').pluck().get() as number | null) ?? 0;
