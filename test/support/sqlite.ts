/** Embedded stores of a test's own. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { temporaryFolder } from './stores.js';

export async function withStores<T>(count: number, work: (...stores: Store[]) => Promise<T>): Promise<T> {
  const folder = temporaryFolder();
  const stores = Array.from({ length: count }, (_, index) => openSqliteStore(join(folder, `${index}.db`)));
  try {
    return await work(...stores);
  } finally {
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
