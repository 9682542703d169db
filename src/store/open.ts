/** The store that the settings name. */
import { openSqliteStore } from './sqlite/sqlite-store.js';
import type { Store } from './store.js';

export interface StoreSettings {
  readonly store: string;
  readonly busyTimeout: number;
}

export function openStore({ store, busyTimeout }: StoreSettings): Store {
  return openSqliteStore(store, { busyTimeout });
}
