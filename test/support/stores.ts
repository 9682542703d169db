/** The stores that every contract test runs on, each fresh and its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';

export interface StoreUnderTest {
  readonly store: Store;
  /** Statements that reads have run so far. */
  readonly statements: string[];
  readonly close: () => Promise<void>;
}

export interface StoreKind {
  readonly name: string;
  readonly open: () => Promise<StoreUnderTest>;
}

export const STORE_KINDS: readonly StoreKind[] = [
  {
    name: 'sqlite',
    open: async () => {
      const folder = temporaryFolder();
      const statements: string[] = [];
      const store = openSqliteStore(join(folder, 'graph.db'), { onStatement: (sql) => statements.push(sql) });
      return {
        store,
        statements,
        close: async () => {
          await store.close();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  },
];

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'claimgraph-test-'));
}
