/** The worst requests of a caller who may write end as an answer or a coded error, and others are answered meanwhile. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ERROR_CODES } from '../../src/model/errors.js';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { sent } from '../support/attacks.js';
import { startServer, type RunningServer } from '../support/server.js';
import { NEO4J, temporaryFolder } from '../support/stores.js';
import { PREPARED, WORST } from '../support/worst.js';

const SCALE = 0.002;
const POINT = '{ entity(key: "e1") { key } }';
/** Bytes after which a stream without an end has been answered. */
const ENOUGH = 2_000;

interface Graph {
  readonly address: string;
  readonly store: Store;
  readonly close: () => Promise<void>;
}

async function sqlite(): Promise<Graph> {
  const folder = temporaryFolder();
  const address = join(folder, 'graph.db');
  const store = openSqliteStore(address);
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { address, store, close };
}

async function neo4j(): Promise<Graph> {
  const under = await NEO4J.open();
  const address = inject('neo4j')!;
  const store = await openNeo4jStore({ uri: address });
  const close = async () => {
    await store.close();
    await under.close();
  };
  return { address, store, close };
}

const KINDS = [['sqlite', sqlite] as const, ...(inject('neo4j') === undefined ? [] : [['neo4j', neo4j] as const])];

describe.each(KINDS)('the worst requests on %s', (_name, open) => {
  let graph: Graph;
  let server: RunningServer;
  beforeAll(async () => {
    graph = await open();
    const { changesets } = (await import(new URL('../../bench/generate.mjs', import.meta.url).href)) as {
      changesets: (scale: number) => Iterable<{ items: object[] }>;
    };
    for (const { items } of changesets(SCALE)) expect((await graph.store.write({ items })).applied).toBe(true);
    expect((await graph.store.write({ items: PREPARED })).applied).toBe(true);
    server = await startServer(graph.store, {
      store: graph.address,
      operationThreads: '2',
      concurrencyMax: '0',
      requestTimeout: '5000',
      anonymousRole: 'contributor',
      rateMax: '0',
    });
  });
  afterAll(async () => {
    await server.stop();
    await graph.close();
  });

  it.each(WORST.map((request) => [request.name, request] as const))('%s', async (_what, request) => {
    const over = new AbortController();
    const ended = endOf(server.url, request).finally(() => over.abort());
    do expect((await server.ask(POINT)).body.data).toEqual({ entity: { key: 'e1' } });
    while (!over.signal.aborted);
    const { status, text } = await ended;
    if (status !== 200) expect([400, 403, 413, 429, 503]).toContain(status);
    const code = /"code":"(\w+)"/.exec(text)?.[1];
    if (code !== undefined) expect(Object.keys(ERROR_CODES)).toContain(code);
    expect(code).not.toBe('INTERNAL_SERVER_ERROR');
  });
});

/** What an answer is, or begins with. */
async function endOf(url: string, request: (typeof WORST)[number]): Promise<{ status: number; text: string }> {
  const response = await sent(url, request);
  if (!request.path?.startsWith('/graphql/stream')) return { status: response.status, text: await response.text() };
  let text = '';
  const reader = response.body!.getReader();
  while (text.length < ENOUGH) {
    const { done, value } = await reader.read();
    if (done) break;
    text += Buffer.from(value).toString();
  }
  await reader.cancel();
  return { status: response.status, text };
}
