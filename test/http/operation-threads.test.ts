/** Operations on threads of their own: one caller's worst request holds nobody else up, and ends in time. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SettingName } from '../../src/config/settings.js';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { NEO4J, temporaryFolder } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const many = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const POINT = '{ entity(key: "e0") { key } }';
/** Few rows, two million members: nothing in it looks at a clock. */
const MANY_MEMBERS = `{ claims(first: 100) { nodes { subject { claims(first: 100) { nodes { ${many(190, (index) => `a${index}: id`)} } } } } } }`;

interface Kind {
  readonly name: string;
  readonly open: () => Promise<{ store: Store; flags: Partial<Record<SettingName, string>>; close: () => Promise<void> }>;
}

const SQLITE: Kind = {
  name: 'sqlite',
  open: async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'graph.db');
    const store = openSqliteStore(file);
    return {
      store,
      flags: { store: file },
      close: async () => {
        await store.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};
const ON_NEO4J: Kind = {
  name: 'neo4j',
  open: async () => {
    const under = await NEO4J.open();
    const uri = inject('neo4j')!;
    const store = await openNeo4jStore({ uri });
    return {
      store,
      flags: { store: uri },
      close: async () => {
        await store.close();
        await under.close();
      },
    };
  },
};
const KINDS = inject('neo4j') === undefined ? [SQLITE] : [SQLITE, ON_NEO4J];

describe.each(KINDS)('operation threads on $name', ({ open }) => {
  let under: Awaited<ReturnType<Kind['open']>>;
  const serve = (flags: Partial<Record<SettingName, string>> = {}): Promise<RunningServer> =>
    startServer(under.store, { operationThreads: '2', concurrencyMax: '0', ...under.flags, ...flags });
  beforeAll(async () => {
    under = await open();
    const entities = Array.from({ length: 2 }, (_, index) => ({
      entity: { key: `e${index}`, kind: 'PERSON', names: en(`Person ${index}`) },
    }));
    const claims = Array.from({ length: 200 }, (_, index) => ({
      claim: { key: `c${index}`, texts: en(`Claim ${index}`), subject: 'e0', predicate: 'knows', object: 'e1' },
    }));
    const source = { source: { key: 's', kind: 'DOCUMENT', title: 'A long text', text: 'word '.repeat(190_000) } };
    const written = await under.store.write({
      items: [{ predicate: { key: 'knows', labels: en('knows') } }, ...entities, ...claims, source],
    });
    expect(written.results.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });
  afterAll(() => under.close());

  it('answer as the serving thread does, and read what another of them wrote', async () => {
    const server = await serve();
    const write =
      'mutation ($key: String!) { addEntity(input: { key: $key, kind: PERSON, names: [{ language: "en", text: "N" }] }) { outcome } }';
    for (let index = 0; index < 10; index++) {
      const key = `written-${index}`;
      expect((await server.data(write, { key })).addEntity.outcome).toBe('CREATED');
      const { entity, entities } = await server.data(
        'query ($key: String!) { entity(key: $key) { key } entities(where: { key: { eq: $key } }) { totalCount } }',
        { key },
      );
      expect([entity.key, entities.totalCount]).toEqual([key, 1]);
    }
    await server.stop();
  });

  it('that do not end in time are ended, while others are answered', async () => {
    const server = await serve({ requestTimeout: '700', operationThreads: '1' });
    await server.data(POINT);
    const over = new AbortController();
    const held = server.ask(MANY_MEMBERS).finally(() => over.abort());
    let answeredMeanwhile = 0;
    while (!over.signal.aborted) {
      await server.data(POINT);
      answeredMeanwhile++;
    }
    const { status, body } = await held;
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'TIMEOUT']);
    expect(answeredMeanwhile).toBeGreaterThan(5);
    // Another thread has its place.
    expect((await server.data('{ claims(first: 1) { totalCount } }')).claims.totalCount).toBe(200);
    await server.stop();
  });

  it('tell an operation that needs too much memory so, and the next one is answered', async () => {
    const server = await serve({ operationMemoryMax: String(64 * 1024 * 1024), operationThreads: '1' });
    const { status, body } = await server.ask(MANY_MEMBERS);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'TOO_COSTLY']);
    expect((await server.data('{ claims(first: 1) { totalCount } }')).claims.totalCount).toBe(200);
    await server.stop();
  });

  it('give no answer that is longer than the limit', async () => {
    const server = await serve({ answerMax: '1000000' });
    expect((await server.data('{ source(key: "s") { text } }')).source.text).toHaveLength(950_000);
    const { status, body } = await server.ask('{ source(key: "s") { a: text b: text } }');
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'ANSWER_TOO_LARGE']);
    await server.stop();
  });

  it('know operations by their digest that another of them was sent', async () => {
    const server = await serve();
    const { createHash } = await import('node:crypto');
    const query = '{ claims(first: 1) { totalCount } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
    const ask = (body: object) =>
      fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect((await ask({ query, extensions })).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 8 }, async () => (await ask({ extensions })).json() as Promise<any>));
    for (const { data } of answers) expect(data.claims.totalCount).toBe(200);
    await server.stop();
  });

  it('execute exports and what followers are told', async () => {
    const server = await serve({ liveInterval: '20' });
    const lines = (await (await fetch(`${server.url}/export/jsonl`)).text()).trim().split('\n');
    expect(lines.filter((line) => line.startsWith('{"claim":'))).toHaveLength(200);
    expect((await fetch(`${server.url}/export/none`)).status).toBe(404);
    const stream = await fetch(`${server.url}/graphql/stream?query=subscription{changes(since:0){position}}`, {
      headers: { accept: 'text/event-stream' },
    });
    const reader = stream.body!.getReader();
    let text = '';
    while (!text.includes('"position":3')) text += Buffer.from((await reader.read()).value ?? []).toString();
    await reader.cancel();
    await server.stop();
  });
});
