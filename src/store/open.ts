/** The store that the settings name. */
import { openNeo4jStore } from './neo4j/neo4j-store.js';
import { openSqliteStore } from './sqlite/sqlite-store.js';
import type { Store } from './store.js';

export interface StoreSettings {
  readonly store: string;
  readonly busyTimeout: number;
  readonly readThreads: number;
  readonly neo4jUser: string;
  readonly neo4jPassword: string;
  readonly neo4jDatabase: string;
  readonly neo4jPoolSize: number;
}

export const isNeo4j = (store: string): boolean => /^(neo4j|bolt)(\+s|\+ssc)?:\/\//.test(store);

/** A Bolt or neo4j address, or else the name of a SQLite file. Throws StoreError with one clear line. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { store, busyTimeout, readThreads } = settings;
  if (!isNeo4j(store)) return openSqliteStore(store, { busyTimeout, readThreads });
  const { neo4jUser, neo4jPassword, neo4jDatabase, neo4jPoolSize } = settings;
  return openNeo4jStore({
    uri: store,
    user: neo4jUser || undefined,
    password: neo4jPassword,
    database: neo4jDatabase,
    poolSize: neo4jPoolSize,
  });
}
