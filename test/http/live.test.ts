/** Live updates: every change once, in order, over both transports, across cuts, and for nobody who may not ask. */
import { createClient as createStreamClient } from 'graphql-sse';
import { createClient, type Client } from 'graphql-ws';
import { rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createToken, revokeToken } from '../../src/http/access/tokens.js';
import type { Store } from '../../src/store/store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';
import { letPass } from '../support/time.js';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

interface Seen {
  readonly position: number;
  readonly key?: string;
}
const FOLLOW = 'subscription ($since: Int) { changes(since: $since) { position kind record { ... on Entity { key } } } }';

let clients: Client[] = [];
afterEach(async () => {
  for (const client of clients) await client.dispose();
  clients = [];
});

function connect(server: RunningServer, connectionParams: Record<string, unknown> = {}, headers: Record<string, string> = {}): Client {
  class WithHeaders extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WithHeaders,
    connectionParams,
    retryAttempts: 0,
  });
  clients.push(client);
  return client;
}

/** Follows until so many changes were seen, or the connection ends. */
async function follow(client: Client, since: number | undefined, count: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  const variables = since === undefined ? {} : { since };
  for await (const { data, errors } of client.iterate<any>({ query: FOLLOW, variables })) {
    if (errors) throw new Error(JSON.stringify(errors));
    seen.push({ position: data.changes.position, key: data.changes.record?.key });
    if (seen.length === count) break;
  }
  return seen;
}

/** Who follows, as the server counts them. */
async function followersOf({ url }: RunningServer): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^claimgraph_live_clients (\d+)$/m.exec(metrics)?.[1]);
}

const entity = (key: string) => ({ entity: { key, kind: 'PERSON', names: [{ language: 'en', text: key }] } });
const positions = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe.each(STORE_KINDS)('live updates on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  let positionsAsked = 0;
  beforeAll(async () => {
    under = await open();
    const counting = { ...under.store, position: () => under.store.position().finally(() => positionsAsked++) };
    server = await startServer(counting, { liveInterval: '20' });
    await under.store.write({ items: [entity('a'), entity('b'), entity('c')] });
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  it('begin after the position that is given, or now', async () => {
    expect(await follow(connect(server), 0, 3)).toEqual(['a', 'b', 'c'].map((key, index) => ({ position: index + 1, key })));
    const asked = positionsAsked;
    const fromNow = follow(connect(server), undefined, 1);
    // It has begun when the end of the log was asked for.
    await expect.poll(() => positionsAsked).toBeGreaterThan(asked);
    await under.store.write({ items: [entity('d')] });
    expect(await fromNow).toEqual([{ position: 4, key: 'd' }]);
  });

  it('give each of many clients every change once, in order, while they are cut off at random', { timeout: 120_000 }, async () => {
    const start = await under.store.position();
    const total = 300;
    const clientCount = 40;
    const followed = Array.from({ length: clientCount }, async (_, index) => {
      const seen: number[] = [];
      while (seen.length < total) {
        const client = connect(server);
        const cut = 1 + ((index * 37 + seen.length * 11) % 90);
        const more = await follow(client, start + seen.length, Math.min(cut, total - seen.length));
        seen.push(...more.map(({ position }) => position));
        // Not said goodbye: the socket is torn off.
        client.terminate();
      }
      return seen;
    });
    for (let written = 0; written < total; written += 5)
      await under.store.write({ items: Array.from({ length: 5 }, (_, index) => entity(`n${written + index}`)) });
    for (const seen of await Promise.all(followed)) expect(seen).toEqual(positions(start + 1, start + total));
  });

  it('are worked out once for all who follow the same, wherever they began', async () => {
    const start = await under.store.position();
    let reads = 0;
    const counting: Store = { ...under.store, read: (plan, options) => (reads++, under.store.read(plan, options)) };
    const counted = await startServer(counting, { liveInterval: '20' });
    const seen = Array.from({ length: 10 }, (_, index) => follow(connect(counted), index < 5 ? start : start - 1, index < 5 ? 3 : 4));
    await expect.poll(() => followersOf(counted)).toBe(10);
    await under.store.write({ items: [entity('s1'), entity('s2'), entity('s3')] });
    for (const each of await Promise.all(seen)) expect(each.slice(-3).map(({ key }) => key)).toEqual(['s1', 's2', 's3']);
    expect(reads).toBe(4);
    await counted.stop();
  });

  it('say nothing to readers of what is withheld from them', async () => {
    const start = await under.store.position();
    const readers = await startServer(under.store, { liveInterval: '20', anonymousRole: 'reader' });
    const [shown, all] = [follow(connect(readers), start, 3), follow(connect(server), start, 6)];
    for (const key of ['p1', 'p2', 'p3'])
      await under.store.write({ items: [{ entity: { ...entity(`${key}-draft`).entity, visibility: 'DRAFT' } }, entity(key)] });
    expect((await shown).map(({ key }) => key)).toEqual(['p1', 'p2', 'p3']);
    expect((await all).map(({ position }) => position)).toEqual(positions(start + 1, start + 6));
    expect((await follow(connect(readers), start, 2)).map(({ key }) => key)).toEqual(['p1', 'p2']);
    // Somebody follows all the time, so that the feed keeps what it read: what is withheld since is not told again.
    const staying = follow(connect(readers), undefined, 2);
    await under.store.write({ items: [{ entity: { ...entity('p1').entity, visibility: 'RESTRICTED' } }] });
    // For so long the feed of readers keeps what it read.
    letPass(1_200);
    await under.store.write({ items: [entity('p4')] });
    expect((await follow(connect(readers), start, 3)).map(({ key }) => key)).toEqual(['p2', 'p3', 'p4']);
    await under.store.write({ items: [entity('p5')] });
    expect((await staying).map(({ key }) => key)).toEqual(['p4', 'p5']);
    await readers.stop();
  });

  it('come from writes of another process too', async () => {
    const start = await under.store.position();
    const second = await startServer(under.store, { liveInterval: '20' });
    const seen = follow(connect(second), start, 1);
    const write = 'mutation ($items: [ChangeItemInput!]!) { applyChangeset(input: { items: $items }) { applied } }';
    await server.data(write, { items: [entity('other')] });
    expect(await seen).toEqual([{ position: start + 1, key: 'other' }]);
    await second.stop();
  });

  it('are filtered as the change log is', async () => {
    const start = await under.store.position();
    const query = 'subscription ($since: Int) { changes(since: $since, where: { kinds: [PREDICATE] }) { position kind } }';
    const seen = connect(server).iterate<any>({ query, variables: { since: start } });
    await under.store.write({ items: [entity('f'), { predicate: { key: 'p', labels: [{ language: 'en', text: 'p' }] } }] });
    expect((await seen.next()).value.data.changes).toEqual({ position: expect.any(Number) as number, kind: 'PREDICATE' });
    await seen.return?.();
  });

  it('come by server-sent events as well', async () => {
    const client = createStreamClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0 });
    const seen: number[] = [];
    for await (const { data } of client.iterate<any>({ query: FOLLOW, variables: { since: 0 } })) {
      seen.push(data.changes.position);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3]);
    client.dispose();
  });
});

describe('a follower', () => {
  let under: StoreUnderTest;
  let server: RunningServer;
  const file = join(folder, 'tokens.json');
  const { text } = createToken(file, { name: 'Ada', role: 'reader' });
  beforeAll(async () => {
    under = await STORE_KINDS[0]!.open();
    server = await startServer(under.store, {
      liveInterval: '20',
      tokensFile: file,
      livePerClientMax: '2',
      liveClientsMax: '3',
      depthMax: '4',
      liveCallerInterval: '50',
    });
    await under.store.write({ items: [entity('a')] });
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  it('is one with a token, in its parameters or headers, and nobody else', async () => {
    expect(await follow(connect(server, { authorization: `Bearer ${text}` }), 0, 1)).toHaveLength(1);
    expect(await follow(connect(server, {}, { authorization: `Bearer ${text}` }), 0, 1)).toHaveLength(1);
    const forged = [
      {},
      { authorization: 'Bearer x' },
      { caller: { role: 'admin' } },
      { jwt: { sub: 'admin' } },
      { authorization: { role: 'admin' } },
      { __proto__: { caller: 1 } },
    ];
    for (const parameters of forged) await expect(follow(connect(server, parameters), 0, 1)).rejects.toMatchObject({ code: 4403 });
    const stream = await fetch(`${server.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: FOLLOW }),
    });
    expect(stream.status).toBe(401);
  });

  it('hears no more when its token is revoked, or over, and is told so', async () => {
    for (const end of ['revoked', 'over']) {
      const expires = end === 'over' ? new Date(Date.now() + 2_000) : undefined;
      const given = createToken(file, { name: 'Grace', role: 'reader', expires });
      // The server looks at its file of tokens twice a second.
      letPass(600);
      const position = await under.store.position();
      const overSocket = connect(server, { authorization: `Bearer ${given.text}` }).iterate({
        query: FOLLOW,
        variables: { since: position - 1 },
      });
      const headers = { authorization: `Bearer ${given.text}` };
      const client = createStreamClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0, headers });
      const overStream = client.iterate<any>({ query: FOLLOW, variables: { since: position - 1 } });
      expect([(await overSocket.next()).value.errors, (await overStream.next()).value.errors]).toEqual([undefined, undefined]);
      if (end === 'revoked') revokeToken(file, given.token.id);
      await expect(overSocket.next(), end).rejects.toMatchObject({ code: 4403 });
      expect((await overStream.next()).value.errors, end).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      expect((await overStream.next()).done).toBe(true);
      client.dispose();
    }
    // Nobody else's connection ends with theirs.
    expect(await follow(connect(server, { authorization: `Bearer ${text}` }), 0, 1)).toHaveLength(1);
  });

  it('that asks where queries are answered is told where to go', async () => {
    const { status, body } = await server.ask('subscription { changes { position } }', {}, { authorization: `Bearer ${text}` });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.errors![0]!.extensions.hint).toContain('/graphql/stream');
  });

  it('is no page of another site', async () => {
    const connected = follow(connect(server, { authorization: `Bearer ${text}` }, { origin: 'https://evil.example' }), 0, 1);
    await expect(connected).rejects.toMatchObject({ message: expect.stringContaining('403') as string });
    const own = new URL(server.url).origin;
    expect(await follow(connect(server, { authorization: `Bearer ${text}` }, { origin: own }), 0, 1)).toHaveLength(1);
  });

  it.each([
    ['a query', '{ stats { records { kind } } }', 'BAD_REQUEST'],
    ['a mutation', 'mutation { retract(input: { kind: ENTITY, reference: "a", reason: "x" }) { outcome } }', 'BAD_REQUEST'],
    ['what is no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['what is too deep', 'subscription { changes { record { ... on Entity { claims { nodes { subject { key } } } } } } }', 'TOO_DEEP'],
    ['too many tokens', `subscription { changes { ${'position '.repeat(6_000)} } }`, 'TOO_MANY_TOKENS'],
    ['a flood of directives', `subscription { changes { ${'... @include(if: true) { position } '.repeat(220)} } }`, 'TOO_COSTLY'],
    ['a position before all', 'subscription { changes(since: -1) { position } }', 'BAD_INPUT'],
  ])('is refused %s', async (_name, query, code) => {
    const refused = async () => {
      for await (const result of connect(server, { authorization: `Bearer ${text}` }).iterate({ query }))
        if (result.errors) throw result.errors;
    };
    const errors = await refused().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(errors, JSON.stringify(errors)).toMatchObject([{ extensions: { code } }]);
  });

  it('may not have more subscriptions, nor be one client more, than there is room for', async () => {
    const client = connect(server, { authorization: `Bearer ${text}` });
    const held = [client.iterate({ query: FOLLOW, variables: { since: 0 } }), client.iterate({ query: FOLLOW, variables: { since: 0 } })];
    for (const each of held) await each.next();
    await expect(follow(client, 0, 1)).rejects.toMatchObject([{ extensions: { code: 'TOO_MANY_REQUESTS' } }]);
    await held[0]!.return?.();
    await expect
      .poll(() =>
        follow(client, 0, 1).then(
          (seen) => seen.length,
          () => 0,
        ),
      )
      .toBe(1);
  });

  it('may not be one client more than there is room for', async () => {
    const small = await startServer(under.store, { liveInterval: '20', tokensFile: file, liveClientsMax: '2' });
    const ask = () => connect(small, { authorization: `Bearer ${text}` });
    const held = [ask(), ask()].map((each) => each.iterate({ query: FOLLOW, variables: { since: 0 } }));
    for (const each of held) await each.next();
    await expect(follow(ask(), 0, 1)).rejects.toMatchObject({ message: expect.stringContaining('503') as string });
    await clients[0]!.dispose();
    await expect
      .poll(() =>
        follow(ask(), 0, 1).then(
          (seen) => seen.length,
          () => 0,
        ),
      )
      .toBe(1);
    await small.stop();
  });

  it('that never reads is no burden: it is sent no more than it takes', { timeout: 60_000 }, async () => {
    const sockets: Socket[] = [];
    server.server.server.on('connection', (each: Socket) => sockets.push(each));
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { authorization: `Bearer ${text}` },
    });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await new Promise((resolve) => socket.once('message', resolve));
    socket.send(JSON.stringify({ type: 'subscribe', id: 'x', payload: { query: FOLLOW, variables: { since: 0 } } }));
    socket.pause();
    const before = await under.store.position();
    for (let batch = 0; batch < 10; batch++)
      await under.store.write({ items: Array.from({ length: 100 }, (_, index) => entity(`slow${batch}-${index}`)) });
    expect(await follow(connect(server, { authorization: `Bearer ${text}` }), before, 1_000)).toHaveLength(1_000);
    expect(sockets).not.toHaveLength(0);
    for (const { writableLength } of sockets) expect(writableLength).toBeLessThan(100_000);
    socket.terminate();
  });
});
