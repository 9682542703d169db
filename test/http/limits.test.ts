/** What one caller, or all of them, may ask for; and operations by their digest. */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { SettingName } from '../../src/config/settings.js';
import { documentsOf } from '../../src/http/documents.js';
import { createToken } from '../../src/http/access/tokens.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

const folder = temporaryFolder();
const store = openSqliteStore(join(folder, 'graph.db'));
let running: RunningServer[] = [];

async function serve(flags: Partial<Record<SettingName, string>> = {}, over: Store = store): Promise<RunningServer> {
  const server = await startServer(over, flags);
  running.push(server);
  return server;
}
afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const code = async (server: RunningServer, query: string) => {
  const { status, body } = await server.ask(query);
  return [status, body.errors?.[0]?.extensions.code];
};
const many = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('an operation', () => {
  it.each([
    ['root fields', `{ ${many(51, (index) => `a${index}: stats { records { kind } }`)} }`],
    ['root fields of a fragment', `{ ...F } fragment F on Query { ${many(51, (index) => `a${index}: stats { records { kind } }`)} }`],
    ['aliases', `{ stats { records { ${many(201, (index) => `a${index}: kind`)} } } }`],
    ['directives', `{ stats { records { ${many(201, () => '... @include(if: true) { kind }')} } } }`],
  ])('may not have too many %s', async (what, query) => {
    const server = await serve();
    const [status, found] = await code(server, query);
    expect([status, found], what).toEqual([400, 'TOO_COSTLY']);
  });

  it('that costs too much is told what, how much it may, and where most of it is', async () => {
    const server = await serve();
    const { status, body } = await server.ask(
      '{ all: claims(first: 100) { nodes { citations(first: 100) { nodes { id claim { id } source { id } } } } } }',
    );
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors?.[0]).toMatchObject({
      message: 'the operation costs 30100, more than 20000; the largest part is all.nodes.citations.nodes.claim (10000)',
      extensions: {
        code: 'TOO_COSTLY',
        path: 'all.nodes.citations.nodes.claim',
        hint: expect.stringContaining('CLAIMGRAPH_COST_MAX') as string,
      },
    });
    expect(body.extensions).toEqual({ cost: { cost: 30_100, depth: 6, costMax: 20_000, depthMax: 24 } });
  });

  it('whose conditions cost too much is refused before any of them is looked at', async () => {
    const server = await serve({}, { ...store, read: () => Promise.reject(new Error('nothing is to be read')) });
    const every = (inner: string) => `claims: { every: { object: { ${inner} } } }`;
    const query = `{ entities(first: 1, where: { ${every(every('claims: { every: { negated: { eq: false } } }'))} }) { totalCount } }`;
    expect(await code(server, query)).toEqual([400, 'TOO_COSTLY']);
    const where = JSON.stringify({ subject: { claims: { every: { object: { claims: { every: { negated: { eq: false } } } } } } } });
    const answer = await fetch(`${server.url}/export/jsonl?where=${encodeURIComponent(where)}`);
    expect([answer.status, ((await answer.json()) as any).errors[0].extensions.path]).toEqual([
      400,
      'where.subject.claims.every.object.claims.every.negated',
    ]);
  });

  it('may nest lists only so deep in a condition, as it is set', async () => {
    const server = await serve({ conditionDepthMax: '1' });
    const query = (inner: string) => `{ claims(first: 1, where: { citations: { some: { ${inner} } } }) { totalCount } }`;
    expect(await code(server, query('stance: { eq: REFUTES }'))).toEqual([200, undefined]);
    expect(await code(server, query('relays: { some: { stance: { eq: REFUTES } } }'))).toEqual([400, 'TOO_DEEP']);
  });

  it('that writes may bring no more than a changeset may hold', async () => {
    const server = await serve({ mutationValuesMax: '50000' });
    const write = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { applied } }';
    const fate = async (items: object[]) => {
      const { status, body } = await server.ask(write, { input: { items } });
      return [status, body.errors?.[0]?.extensions.code, body.errors?.[0]?.extensions.path];
    };
    const empty = (count: number) => Array.from({ length: count }, () => ({ claim: {} }));
    expect(await fate(empty(100_000))).toEqual([200, 'TOO_LONG', 'variables.input.items']);
    expect(await fate(empty(9_000).map(() => ({ claim: { texts: [{ language: 'en', text: 'a' }] } })))).toEqual([
      400,
      'TOO_COSTLY',
      'variables',
    ]);
    expect((await fate([{ entity: { key: 'e', kind: 'PERSON', names: [{ language: 'en', text: 'E' }] } }]))[1]).toBeUndefined();
  });

  it('that writes is refused to who may only read, whatever it brings', async () => {
    const server = await serve({ anonymousRole: 'reader', tokensFile: join(folder, 'nobody.json') });
    const write = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { applied } }';
    for (const input of [{ items: Array.from({ length: 50_000 }, () => ({ claim: {} })) }, { items: 'nonsense' }, null]) {
      const { status, body } = await server.ask(write, { input });
      expect([status, body.errors?.[0]?.extensions]).toEqual([
        403,
        { code: 'FORBIDDEN', path: 'applyChangeset', hint: 'the role contributor' },
      ]);
    }
  });

  it('is told what it costs, and what it might', async () => {
    const server = await serve({ costMax: '500' });
    const { body } = await server.ask('{ claims(first: 3) { nodes { subject { id } } } }');
    expect(body.extensions).toEqual({ cost: { cost: 6, depth: 4, costMax: 500, depthMax: 24 } });
  });
});

describe('requests at once', () => {
  it('wait for their turn, and are turned away past the number that may wait', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const slow: Store = { ...store, read: (plan, options) => opened.then(() => store.read(plan, options)) };
    const server = await serve({ concurrencyMax: '3', waitingMax: '3', waitingTimeMax: '60000' }, slow);
    const asked = Array.from({ length: 12 }, () => server.ask('{ stats { records { kind } } }'));
    const turnedAway = await firstOf(asked, 7);
    expect(turnedAway.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 503));
    expect(turnedAway[0]!.headers.get('retry-after')).toBe('1');
    open();
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([...Array.from({ length: 5 }, () => 200), ...Array.from({ length: 7 }, () => 503)]);
    expect(await code(server, '{ stats { records { kind } } }')).toEqual([200, undefined]);
  });

  it('leave their place when their client goes away', async () => {
    let asked = 0;
    const slow: Store = { ...store, read: (plan, options) => (asked++ < 2 ? new Promise(() => undefined) : store.read(plan, options)) };
    const server = await serve({ concurrencyMax: '3', waitingMax: '0' }, slow);
    const away = new AbortController();
    const gone = Array.from({ length: 2 }, () =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ stats { records { kind } } }' }),
        signal: away.signal,
      }).catch(() => undefined),
    );
    await expect.poll(() => asked).toBe(2);
    expect(await code(server, '{ stats { records { kind } } }')).toEqual([503, 'OVERLOADED']);
    // Look-ups wait for none of them.
    expect(await code(server, '{ __typename }')).toEqual([200, undefined]);
    away.abort();
    await Promise.all(gone);
    await expect.poll(() => code(server, '{ stats { records { kind } } }')).toEqual([200, undefined]);
  });

  it('are turned away when their turn does not come in time', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const slow: Store = { ...store, read: (plan, options) => opened.then(() => store.read(plan, options)) };
    const server = await serve({ concurrencyMax: '1', waitingMax: '3', waitingTimeMax: '50' }, slow);
    const first = server.ask('{ stats { records { kind } } }');
    const others = await Promise.all([1, 2, 3].map(() => server.ask('{ stats { records { kind } } }')));
    expect(others.map(({ status }) => status)).toEqual([503, 503, 503]);
    open();
    expect((await first).status).toBe(200);
  });

  it('whose client goes away while they wait are not worked on', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    let reads = 0;
    const slow: Store = { ...store, read: (plan, options) => (reads++, opened.then(() => store.read(plan, options))) };
    const server = await serve({ concurrencyMax: '1', waitingMax: '3', waitingTimeMax: '60000' }, slow);
    const first = server.ask('{ stats { records { kind } } }');
    await expect.poll(() => reads).toBe(1);
    const away = new AbortController();
    const waiting = fetch(`${server.url}/graphql?query={stats{records{kind}}}`, {
      headers: { 'apollo-require-preflight': '1' },
      signal: away.signal,
    }).catch(() => 'gone');
    await expect
      .poll(async () => (await (await fetch(`${server.url}/metrics`)).text()).includes('requests_waiting{queue="reads"} 1'))
      .toBe(true);
    away.abort();
    expect(await waiting).toBe('gone');
    await expect
      .poll(async () => (await (await fetch(`${server.url}/metrics`)).text()).includes('requests_waiting{queue="reads"} 0'))
      .toBe(true);
    open();
    expect((await first).status).toBe(200);
    expect(await code(server, '{ stats { records { kind } } }')).toEqual([200, undefined]);
    expect(reads).toBe(2);
  });

  it('of one caller are limited by the minute, once it is said who may ask', async () => {
    const file = join(folder, 'tokens.json');
    const [ada, eve] = ['Ada', 'Eve'].map((name) => createToken(file, { name, role: 'reader' }).text);
    const server = await serve({ tokensFile: file, rateMax: '5' });
    const ask = (token: string) => server.ask('{ __typename }', {}, { authorization: `Bearer ${token}` });
    for (let time = 0; time < 5; time++) expect((await ask(ada!)).status).toBe(200);
    const { status, body, headers } = await ask(ada!);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(eve!)).status).toBe(200);
  });
});

/** The first so many that are answered. */
async function firstOf<T>(all: readonly Promise<T>[], count: number): Promise<T[]> {
  const done: T[] = [];
  const gathered = Promise.all(all.map(async (each) => done.push(await each)));
  await expect.poll(() => done.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
  gathered.catch(() => undefined);
  return done.slice(0, count);
}

describe('operations by their digest', () => {
  const document = '{ stats { records { kind } } }';
  const digest = createHash('sha256').update(document).digest('hex');
  const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
  const get = (server: RunningServer, query: Record<string, string>) =>
    fetch(`${server.url}/graphql?${new URLSearchParams(query).toString()}`, { headers: { 'apollo-require-preflight': '1' } });
  const list = join(folder, 'documents.json');
  writeFileSync(list, JSON.stringify({ [digest]: document }));

  it('are answered by GET when they were sent before', async () => {
    const server = await serve();
    const extensions = JSON.stringify(persisted(digest));
    expect(((await (await get(server, { extensions })).json()) as any).errors[0].message).toBe('PersistedQueryNotFound');
    expect((await get(server, { extensions, query: document })).status).toBe(200);
    expect(((await (await get(server, { extensions })).json()) as any).data.stats.records).toHaveLength(6);
    expect((await get(server, { extensions: JSON.stringify(persisted('0'.repeat(64))), query: document })).status).toBe(400);
  });

  it('of a list are answered at once, and others not at all when only these are', async () => {
    const server = await serve({ documentsFile: list, documentsOnly: 'true' });
    expect((await get(server, { extensions: JSON.stringify(persisted(digest)) })).status).toBe(200);
    expect(await code(server, document)).toEqual([200, undefined]);
    expect(await code(server, `${document} `)).toEqual([400, 'UNKNOWN_DOCUMENT']);
    expect(await code(server, '{ __typename }')).toEqual([400, 'UNKNOWN_DOCUMENT']);
  });

  it('are refused at the start where the list is none', () => {
    const wrong = join(folder, 'wrong.json');
    for (const content of ['', '[]', '{"x":"{ a }"}', JSON.stringify({ [digest]: '{ other }' })]) {
      writeFileSync(wrong, content);
      expect(() => documentsOf({ documentsFile: wrong, documentsOnly: true })).toThrow(/CLAIMGRAPH_DOCUMENTS_FILE/);
    }
  });
});
