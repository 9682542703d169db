/** The store that the settings name. */
import type { MessagePort } from 'node:worker_threads';
import { StoreError } from '../model/errors.js';
import { backUp, type Copied } from './sqlite/backup.js';
import { restore, type Restored, type RestoreOptions } from './sqlite/restore.js';
import { openSqliteStore } from './sqlite/sqlite-store.js';
import type { Store } from './store.js';

export interface StoreSettings {
  readonly store: string;
  readonly busyTimeout: number;
  readonly neo4jUser: string;
  readonly neo4jPassword: string;
  readonly neo4jDatabase: string;
  readonly neo4jPoolSize: number;
  readonly neo4jWriteTimeout: number;
}

/** Of a name as the settings have it (config/store-name.ts). */
export const isNeo4j = (store: string): boolean => /^(neo4j|bolt)(\+s|\+ssc)?:\/\//.test(store);

/** Copies a SQLite file while it is written to. Throws StoreError, also for a Neo4j: that has its own tools. */
export const backUpStore = (store: string, to: string): Copied => backUp(fileOf(store, 'backed up'), to);

/** Puts a copy in a SQLite file's place. */
export const restoreStore = (from: string, store: string, options: RestoreOptions): Restored =>
  restore(from, fileOf(store, 'restored'), options);

function fileOf(store: string, done: string): string {
  if (isNeo4j(store)) throw new StoreError('STORE_UNAVAILABLE', `a Neo4j is ${done} with its own tools; see docs/operations.md`);
  return store;
}

/** `make`: a store that is not there yet is made. `must-exist`: nothing is made, neither a file nor an index. */
export type Opening = 'make' | 'must-exist';

/**
 * A Bolt or neo4j address, or else the name of a SQLite file; `connectWriter` where another thread of the process has
 * opened the same file and writes for all. Throws StoreError with one clear line: StoreMissing where the store must
 * exist and does not.
 */
export async function openStore(
  settings: StoreSettings,
  opening: Opening = 'must-exist',
  connectWriter?: () => Promise<MessagePort>,
): Promise<Store> {
  const { store, busyTimeout } = settings;
  const mustExist = opening === 'must-exist';
  if (!isNeo4j(store)) return openSqliteStore(store, { busyTimeout, mustExist, connectWriter });
  const { neo4jUser, neo4jPassword, neo4jDatabase, neo4jPoolSize, neo4jWriteTimeout } = settings;
  // The driver is loaded where there is a Neo4j.
  const { openNeo4jStore } = await import('./neo4j/neo4j-store.js');
  return openNeo4jStore({
    uri: store,
    user: neo4jUser || undefined,
    password: neo4jPassword,
    database: neo4jDatabase,
    poolSize: neo4jPoolSize,
    writeTimeout: neo4jWriteTimeout,
    mustExist,
  });
}
