/** Under which names the server is asked, and from which pages: a page that is led here by its name gets nothing. */
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SettingName } from '../../src/config/settings.js';
import { createToken } from '../../src/http/access/tokens.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

const folder = temporaryFolder();
const store = openSqliteStore(join(folder, 'graph.db'));
const tokensFile = join(folder, 'tokens.json');
const running: RunningServer[] = [];

/** What `settings.host` says is not where the tests listen, which is always this machine. */
async function serve(flags: Partial<Record<SettingName, string>> = {}): Promise<RunningServer> {
  const server = await startServer(store, flags);
  running.push(server);
  return server;
}

beforeAll(() => {
  createToken(tokensFile, { name: 'Ada', role: 'reader' });
});
afterAll(async () => {
  for (const server of running) await server.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

/** fetch sets Host itself. */
function ask(server: RunningServer, path: string, headers: Record<string, string>, method = 'GET', body?: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${server.url}${path}`, { method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode!, code: codeIn(text), text }));
    });
    sent.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode!, code: undefined, text: '' });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const codeIn = (text: string): string | undefined => /"code":"(\w+)"/.exec(text)?.[1];

/** A request as it goes over the wire, for what no client would send. */
function raw(server: RunningServer, text: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (answer += part));
    socket.on('error', reject);
    socket.on('close', () => resolve({ status: Number(answer.split(' ')[1]), code: codeIn(answer), text: answer }));
  });
}

const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'graphql-transport-ws',
};
const STREAM = { 'content-type': 'application/json', accept: 'text/event-stream' };
const QUERY = JSON.stringify({ query: '{ __typename }' });
const JSON_TYPE = { 'content-type': 'application/json' };
const REFUSED = { status: 421, code: 'HOST_NOT_ALLOWED' };

describe('a server of this machine', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serve({ publicUrl: 'https://claims.example.org/graph', allowedHosts: '' });
  });

  it.each([
    ['/graphql', 'POST', JSON_TYPE, QUERY],
    ['/graphql?query={__typename}', 'GET', { 'apollo-require-preflight': '1' }, undefined],
    ['/graphql', 'GET', { accept: 'text/html' }, undefined],
    ['/graphql', 'GET', UPGRADE, undefined],
    ['/graphql/stream', 'POST', STREAM, QUERY],
    ['/graphql/stream', 'GET', STREAM, undefined],
    ['/schema.graphql', 'GET', {}, undefined],
    ['/export/jsonl', 'GET', {}, undefined],
    ['/metrics', 'GET', {}, undefined],
    ['/reconcile', 'GET', {}, undefined],
    ['/reconcile', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 'queries={}'],
    ['/reconcile/preview?id=x', 'GET', {}, undefined],
    ['/', 'GET', {}, undefined],
    ['/playground/index.js', 'GET', {}, undefined],
    ['/nothing', 'GET', {}, undefined],
    ['/graphql', 'OPTIONS', { 'access-control-request-method': 'POST' }, undefined],
  ])('is not asked under another name: %s by %s', async (path, method, headers, body) => {
    const { port } = new URL(server.url);
    const got = await ask(server, path, { ...headers, host: `evil.example:${port}` }, method, body);
    expect(got).toMatchObject(REFUSED);
    // Nor is the name of the page all that it needs.
    const alike = await ask(
      server,
      path,
      { ...headers, host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
      method,
      body,
    );
    expect(alike).toMatchObject(REFUSED);
  });

  it('says what would be right, and nothing of how it is set up', async () => {
    const { text } = await ask(server, '/graphql', { ...JSON_TYPE, host: 'evil.example' }, 'POST', QUERY);
    expect(JSON.parse(text).errors[0]).toMatchObject({
      message: 'the host name "evil.example" is not allowed',
      extensions: { hint: expect.stringContaining('CLAIMGRAPH_ALLOWED_HOSTS') },
    });
    expect(text).not.toContain('claims.example.org');
  });

  it.each([
    'localhost',
    'LocalHost:1',
    'localhost.',
    'localhost.:4000',
    '127.0.0.1',
    '127.0.0.1:99',
    '[::1]',
    '[::1]:4000',
    '[0:0:0:0:0:0:0:1]:4000',
    'claims.example.org',
    'CLAIMS.example.org.:8443',
  ])('is asked as %s', async (host) => {
    expect(await ask(server, '/graphql', { ...JSON_TYPE, host }, 'POST', QUERY)).toMatchObject({ status: 200 });
    expect(await ask(server, '/graphql', { ...UPGRADE, host })).toMatchObject({ status: 101 });
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil.localhost',
    'localhost..',
    '.localhost',
    'localhost@evil.example',
    'evil.example#localhost',
    'localhost/evil.example',
    'localhost, evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.2',
    '10.0.0.1',
    '[::2]',
    '[::ffff:7f00:1]',
    '::1',
    'localhost:4000:80',
    'localhost:port',
    'xn--localhost-',
    'bücher.example',
  ])('is not asked as %s', async (host) => {
    const got = await raw(server, `GET /schema.graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect([400, 421]).toContain(got.status);
    expect(got.text).not.toContain('type Query');
  });

  it('takes one Host header, and one is needed', async () => {
    const lines = (...more: string[]) => ['Connection: close', ...more, '', ''].join('\r\n');
    const several = await raw(server, `GET /schema.graphql HTTP/1.1\r\n${lines('Host: localhost', 'Host: evil.example')}`);
    expect(several.status).toBe(400);
    expect((await raw(server, `GET /schema.graphql HTTP/1.1\r\n${lines()}`)).status).toBe(400);
    expect(await raw(server, `GET /schema.graphql HTTP/1.0\r\n${lines()}`)).toMatchObject(REFUSED);
    expect(await raw(server, `GET /schema.graphql HTTP/1.0\r\n${lines('Host: localhost')}`)).toMatchObject({ status: 200 });
    expect(await raw(server, `GET http://evil.example/schema.graphql HTTP/1.1\r\n${lines('Host: evil.example')}`)).toMatchObject(REFUSED);
    expect((await raw(server, `GET /healthz HTTP/1.0\r\n${lines()}`)).status).toBe(200);
  });

  it('is looked after by whoever asks by its address', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await ask(server, path, { host: '10.1.2.3:4000' })).status, path).toBe(200);
  });

  it('ends no process for a WebSocket at an address that is none', async () => {
    const { host: _host, ...upgrade } = { ...UPGRADE, host: '' };
    const lines = Object.entries(upgrade).map(([name, value]) => `${name}: ${value}`);
    for (const path of ['//', '/\\', 'http://[', '*', '/other'])
      expect((await raw(server, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${lines.join('\r\n')}\r\n\r\n`)).status, path).toBeGreaterThan(
        399,
      );
    expect((await ask(server, '/healthz', {})).status).toBe(200);
  });

  it('believes no word of a proxy that it does not know', async () => {
    const headers = { ...JSON_TYPE, host: 'evil.example', 'x-forwarded-host': 'localhost' };
    expect(await ask(server, '/graphql', headers, 'POST', QUERY)).toMatchObject(REFUSED);
    expect(
      await ask(server, '/graphql', { ...headers, host: 'localhost', 'x-forwarded-host': 'evil.example' }, 'POST', QUERY),
    ).toMatchObject({
      status: 200,
    });
  });
});

describe('a server behind a proxy', () => {
  it('is asked under both names: that of the proxy, and that which the proxy was asked under', async () => {
    const server = await serve({ trustProxy: 'loopback', allowedHosts: 'claims.example.org' });
    const fate = async (host: string, forwarded: string, more: object = {}) =>
      (await ask(server, '/graphql', { ...JSON_TYPE, host, 'x-forwarded-host': forwarded, ...more }, 'POST', QUERY)).status;
    expect(await fate('127.0.0.1:4000', 'claims.example.org')).toBe(200);
    expect(await fate('claims.example.org', 'claims.example.org')).toBe(200);
    // The page of a browser on the proxy's machine can send the header, too.
    expect(await fate('evil.example', 'claims.example.org')).toBe(421);
    expect(await fate('127.0.0.1:4000', 'evil.example')).toBe(421);
    expect(await fate('127.0.0.1:4000', 'claims.example.org, evil.example')).toBe(421);
    // A page of the name that the proxy was asked under is one of the server's own.
    expect(await fate('127.0.0.1:4000', 'claims.example.org', { origin: 'https://claims.example.org' })).toBe(200);
    expect(await fate('127.0.0.1:4000', 'claims.example.org', { origin: 'https://other.example.org' })).toBe(403);
    const upgrade = { ...UPGRADE, host: '127.0.0.1', 'x-forwarded-host': 'claims.example.org', origin: 'https://claims.example.org' };
    expect((await ask(server, '/graphql', upgrade)).status).toBe(101);
    expect((await ask(server, '/graphql', { ...upgrade, 'x-forwarded-host': 'evil.example' })).status).toBe(421);
  });
});

describe('the names are looked at', () => {
  const asked = async (flags: Partial<Record<SettingName, string>>, host = 'other.example') =>
    (await ask(await serve(flags), '/schema.graphql', { host })).status;

  it('while the server listens on this machine alone, whoever may ask', async () => {
    for (const host of ['127.0.0.1', 'localhost', '::1', '127.9.9.9'])
      for (const anonymousRole of ['', 'none', 'reader', 'admin'])
        expect(await asked({ host, anonymousRole, tokensFile }), `${host} ${anonymousRole}`).toBe(421);
  });

  it('where anybody may write, wherever it listens', async () => {
    for (const anonymousRole of ['contributor', 'editor', 'admin']) expect(await asked({ host: '0.0.0.0', anonymousRole })).toBe(421);
    expect(await asked({ host: '0.0.0.0', anonymousRole: 'admin' }, 'localhost:4000')).toBe(200);
    expect(await asked({ host: '192.0.2.7', anonymousRole: 'admin' }, '192.0.2.7:4000')).toBe(200);
  });

  it('not where strangers reach the server themselves, and write nothing', async () => {
    expect(await asked({ host: '0.0.0.0', anonymousRole: 'reader' })).toBe(200);
    expect(await asked({ host: '0.0.0.0', anonymousRole: 'none', tokensFile })).toBe(401);
  });

  it('wherever names are given', async () => {
    const given = { host: '0.0.0.0', anonymousRole: 'reader', allowedHosts: 'claims.example.org, 10.0.0.7' };
    expect(await asked(given)).toBe(421);
    expect(await asked(given, 'claims.example.org')).toBe(200);
    expect(await asked(given, '10.0.0.7:4000')).toBe(200);
    expect(await asked({ allowedHosts: '*' })).toBe(200);
  });

  it.each(['claims.example.org:4000', 'https://claims.example.org', '*.example.org', 'a b'])(
    'and are names: not %s',
    async (allowedHosts) => {
      await expect(serve({ allowedHosts })).rejects.toThrow(/it takes host names such as claims.example.org, without a port/);
    },
  );
});

describe('a page', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serve({ corsOrigins: 'https://friend.example', publicUrl: 'https://claims.example.org' });
  });
  const fates = async (headers: Record<string, string>) => {
    const asked: [string, string, Record<string, string>, string?][] = [
      ['/graphql', 'POST', JSON_TYPE, QUERY],
      ['/graphql/stream', 'POST', STREAM, JSON.stringify({ query: 'subscription { nothing }' })],
      ['/graphql', 'GET', UPGRADE],
      ['/export/jsonl', 'GET', {}],
    ];
    return Promise.all(
      asked.map(async ([path, method, more, body]) => (await ask(server, path, { ...more, ...headers }, method, body)).status),
    );
  };

  it('of the server itself may ask, by whichever of its names', async () => {
    const { host, port } = new URL(server.url);
    const all = [200, 400, 101, 200];
    expect(await fates({ origin: `http://${host}` })).toEqual(all);
    expect(await fates({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toEqual(all);
    expect(await fates({ origin: 'https://claims.example.org' })).toEqual(all);
    expect(await fates({ origin: 'https://friend.example' })).toEqual(all);
    // Behind a proxy that asks by another name; the browser alone can say this.
    expect(await fates({ origin: 'https://claims.example.net', 'sec-fetch-site': 'same-origin' })).toEqual(all);
  });

  it.each([
    'https://evil.example',
    'http://localhost:1',
    'null',
    'file://',
    'https://claims.example.org.evil.example',
    'http://claims.example.org',
  ])('of %s may not', async (origin) => {
    expect(await fates({ origin })).toEqual([403, 403, 403, 403]);
    expect(await fates({ origin, 'sec-fetch-site': 'cross-site' })).toEqual([403, 403, 403, 403]);
    expect(await ask(server, '/graphql', { ...JSON_TYPE, origin }, 'POST', QUERY)).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' });
  });
});
