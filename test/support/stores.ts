/** The stores that every contract test runs on, each fresh and its own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { inject } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { FOR_TESTS, hasJava, PLANNED_ONCE, startJava } from './neo4j-java.js';
import { turnOf } from './turn.js';

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

const SQLITE: StoreKind = {
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
};

export const NEO4J: StoreKind = {
  name: 'neo4j',
  open: async () => {
    const uri = inject('neo4j')!;
    const release = await takeTurn();
    await empty(uri);
    return openedNeo4j(uri, release);
  },
};

/** One of its own, where it can be started here, for a file that would keep all others waiting. */
const NEO4J_APART: StoreKind = {
  name: 'neo4j',
  open: async () => {
    if (process.env['CLAIMGRAPH_TEST_NEO4J'] || !hasJava()) return NEO4J.open();
    const { uri, stop } = await startJava(undefined, undefined, PLANNED_ONCE, ...FOR_TESTS);
    return openedNeo4j(uri, stop);
  },
};

async function openedNeo4j(uri: string, release: () => void | Promise<void>): Promise<StoreUnderTest> {
  const statements: string[] = [];
  const store = await openNeo4jStore({ uri, onStatement: (cypher) => statements.push(cypher) });
  return {
    store,
    statements,
    close: async () => {
      await store.close();
      await release();
    },
  };
}

/** Where the machine has no Neo4j its half is left out, which the set-up has said loudly. */
export const STORE_KINDS: readonly StoreKind[] = inject('neo4j') === undefined ? [SQLITE] : [SQLITE, NEO4J];
export const STORE_KINDS_APART: readonly StoreKind[] = STORE_KINDS.map((kind) => (kind === NEO4J ? NEO4J_APART : kind));

const TURN = turnOf(process.ppid);
const TURN_WAIT = 50;

/** One test file at a time has the database: a folder is made by one alone. */
async function takeTurn(): Promise<() => void> {
  for (;;) {
    try {
      mkdirSync(TURN);
      return () => rmSync(TURN, { recursive: true, force: true });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, TURN_WAIT));
    }
  }
}

async function empty(uri: string): Promise<void> {
  const driver = neo4j.driver(uri);
  const session = driver.session();
  await session.run('CYPHER 5 MATCH (n) WHERE NOT n:ClaimgraphModel CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
  await session.close();
  await driver.close();
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'claimgraph-test-'));
}
