/** Places by caller: one who holds all that one caller may leaves room for the others. Over real sockets. */
import { rmSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createToken } from '../../src/http/access/tokens.js';
import { shareOf, shareOfAddress, Shares, type Place } from '../../src/http/shares.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const folder = temporaryFolder();
const file = join(folder, 'tokens.json');
const bearerOf = (name: string): string => `Bearer ${createToken(file, { name, role: 'contributor' }).text}`;
const [ada, grace] = [bearerOf('Ada'), bearerOf('Grace')];
afterAll(() => rmSync(folder, { recursive: true }));

describe('shares', () => {
  it('are a name, an address without a token, and a network of 64 bits', () => {
    const asking = { authorization: 'Bearer x', caller: { name: 'Ada' }, address: '192.0.2.1' };
    expect(shareOf(asking)).toBe('caller Ada');
    // Anonymous callers have a name, too: the one that is recorded.
    expect(shareOf({ ...asking, authorization: undefined })).toBe('address 192.0.2.1');
    expect(shareOfAddress('::ffff:192.0.2.1')).toBe(shareOfAddress('192.0.2.1'));
    expect(shareOfAddress('2001:db8:1:2:3::4')).toBe(shareOfAddress('2001:db8:1:2:ffff::1'));
    expect(shareOfAddress('2001:db8:1:2::1')).not.toBe(shareOfAddress('2001:db8:1:3::1'));
    expect(shareOfAddress('')).toBe('address ');
  });

  it('are counted in all and each, moved, and given back once', () => {
    const shares = new Shares(3, 2);
    const [one, two] = [shares.take('a') as Place, shares.take('a') as Place];
    expect(shares.take('a')).toBe('SHARE_TAKEN');
    const three = shares.take('b') as Place;
    expect(shares.take('c')).toBe('NO_PLACE');
    expect(three.moveTo('a')).toBe(false);
    expect(one.moveTo('b')).toBe(true);
    expect(three.moveTo('a')).toBe(true);
    expect(shares.count).toBe(3);
    for (const place of [one, one, two, three]) place.leave();
    expect(shares.count).toBe(0);
    // Moved after it was given back, it takes nothing.
    expect(one.moveTo('c')).toBe(true);
    for (const share of ['a', 'a', 'c']) expect(shares.take(share)).toBeTypeOf('object');
  });
});

let under: StoreUnderTest;
let server: RunningServer;
beforeAll(async () => {
  under = await STORE_KINDS[0]!.open();
  await under.store.write({ items: [{ entity: { key: 'a', kind: 'PERSON', names: [{ language: 'en', text: 'A' }] } }] });
});
afterAll(() => under.close());

const sockets: WebSocket[] = [];
const started = async (flags: Parameters<typeof startServer>[1]): Promise<RunningServer> =>
  (server = await startServer(under.store, { tokensFile: file, anonymousRole: 'reader', liveInterval: '20', ...flags }));
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await server?.stop();
});

/** Open, acknowledged, or how it was turned away. */
function client(authorization?: string, { init = true, headers = {} }: { init?: boolean; headers?: Record<string, string> } = {}) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  sockets.push(socket);
  return new Promise<string | number>((resolve) => {
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode!));
    socket.on('error', () => undefined);
    socket.on('close', (code) => resolve(code));
    socket.on('message', (text: Buffer) => resolve((JSON.parse(text.toString()) as { type: string }).type));
    socket.on('open', () => {
      if (init) socket.send(JSON.stringify({ type: 'connection_init', payload: authorization ? { authorization } : {} }));
      else resolve('open');
    });
  });
}

const stream = async (headers: Record<string, string> = {}): Promise<{ status: number; close: () => Promise<void> }> => {
  const gone = new AbortController();
  const response = await fetch(`${server.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query: 'subscription { changes(since: 0) { position } }' }),
    signal: gone.signal,
  });
  return { status: response.status, close: async () => gone.abort() };
};

describe('places of followers', () => {
  it('are left for others by an address that holds all it may, over both transports', async () => {
    await started({ livePerCallerMax: '3', liveClientsMax: '50' });
    for (let index = 0; index < 3; index++) expect(await client()).toBe('connection_ack');
    expect(await client()).toBe(1013);
    expect((await stream()).status).toBe(429);
    const [own, others] = [await stream({ authorization: ada }), await stream({ authorization: grace })];
    expect([own.status, others.status]).toEqual([200, 200]);
    for (let index = 0; index < 2; index++) expect(await client(ada)).toBe('connection_ack');
    expect(await client(ada)).toBe(1013);
    expect(await client(grace)).toBe('connection_ack');
    sockets[0]!.close();
    await expect.poll(() => client()).toBe('connection_ack');
    await own.close();
    await expect.poll(() => client(ada)).toBe('connection_ack');
    await others.close();
  });

  it('are left by who connects and never says who it is', async () => {
    await started({ livePerCallerMax: '3', liveClientsMax: '50' });
    for (let index = 0; index < 3; index++) expect(await client(undefined, { init: false })).toBe('open');
    expect(await client(undefined, { init: false })).toBe(429);
    // A place of its own is not taken by them.
    expect((await stream()).status).toBe(200);
    sockets[0]!.close();
    await expect.poll(() => client()).toBe('connection_ack');
  });

  it('are those of the client behind a proxy that is trusted, and of the proxy where it is not', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    await started({ livePerCallerMax: '1', liveClientsMax: '50', trustProxy: '127.0.0.1' });
    expect(await client(undefined, from('192.0.2.1'))).toBe('connection_ack');
    expect(await client(undefined, from('192.0.2.1'))).toBe(1013);
    expect(await client(undefined, from('192.0.2.2'))).toBe('connection_ack');
    expect(await client(undefined, from('2001:db8::1'))).toBe('connection_ack');
    expect(await client(undefined, from('2001:db8::2'))).toBe(1013);
    expect((await stream(from('192.0.2.2').headers)).status).toBe(429);
    expect((await stream(from('192.0.2.3').headers)).status).toBe(200);
    await server.stop();
    await started({ livePerCallerMax: '1', liveClientsMax: '50' });
    expect(await client(undefined, from('192.0.2.1'))).toBe('connection_ack');
    expect(await client(undefined, from('192.0.2.2'))).toBe(1013);
  });

  it('are not asked for under an address that is none', async () => {
    await started({});
    for (const path of ['//', '//[', '/graphqlx', '/']) {
      const { port } = new URL(server.url);
      const said = await new Promise<string>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`),
        );
        socket.once('data', (data) => resolve(data.toString().split('\r\n')[0]!));
      });
      expect(said, path).toBe('HTTP/1.1 404 Not Found');
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('places of exports', () => {
  const PARTS = 48;
  const get = (authorization?: string, path = '/export/jsonl') =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = authorization ? { authorization } : {};
      httpRequest(server.url + path, { headers, agent: false }, resolve)
        .on('error', reject)
        .end();
    });
  const whole = async (answer: IncomingMessage): Promise<number> => {
    let length = 0;
    for await (const chunk of answer) length += (chunk as Buffer).length;
    return length;
  };

  beforeAll(async () => {
    for (let index = 0; index < PARTS; index++)
      await under.store.write({
        items: [{ source: { key: `s${index}`, kind: 'DOCUMENT', title: `S${index}`, text: `${index} `.padEnd(1_000_000, 'text ') } }],
      });
  });

  it('are left for others by one whose readers do not read; those are cut off', async () => {
    await started({ exportsPerCallerMax: '2', exportsMax: '4', exportIdleTimeout: '6000' });
    const idle = [await get(), await get()];
    expect(idle.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const refused = await get();
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '5']);
    expect(await whole(refused)).toBeGreaterThan(0);
    const served = await get(ada);
    expect(served.statusCode).toBe(200);
    expect(await whole(served)).toBeGreaterThan(PARTS * 1_000_000);
    await expect.poll(async () => (await get()).statusCode, { timeout: 60_000, interval: 500 }).toBe(200);
    for (const each of idle) await expect(whole(each)).rejects.toThrow(/aborted|ECONNRESET/);
  });

  it('are kept by a reader that is slow, and reads', async () => {
    await started({ exportsPerCallerMax: '1', exportIdleTimeout: '1000' });
    const answer = await get();
    let length = 0;
    for await (const chunk of answer) {
      length += (chunk as Buffer).length;
      if (length % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(length).toBeGreaterThan(PARTS * 1_000_000);
    await expect.poll(async () => (await get(undefined, '/export/gephi')).statusCode).toBe(200);
  });
});
