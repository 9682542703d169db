/** The server itself: pages, health, limits, errors, stopping. */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { StoreError } from '../../src/model/errors.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

let under: StoreUnderTest;
let server: RunningServer;
beforeAll(async () => {
  under = await STORE_KINDS[0]!.open();
  await applySeed(under.store);
  server = await startServer(under.store);
});
afterAll(async () => {
  await server.stop();
  await under.close();
});

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('pages', () => {
  it('gives a browser the playground, with a policy that lets nothing in from elsewhere', async () => {
    const response = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html,*/*' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).toContain('claimgraph playground');
    expect(html).not.toMatch(/https?:\/\//);
    const script = /src="([^"]+)"/.exec(html)![1]!;
    expect((await fetch(server.url + script)).status).toBe(200);
    expect((await fetch(`${server.url}/playground/../../package.json`)).status).toBe(404);
  });
  it('leads from / to the playground', async () => {
    const response = await fetch(`${server.url}/`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });
  it('gives out the schema, health and readiness', async () => {
    expect(await (await fetch(`${server.url}/schema.graphql`)).text()).toContain('type Claim implements Node & Record');
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
  });
  it('answers a query by GET, with the header that a page of another site cannot set', async () => {
    const url = `${server.url}/graphql?query=${encodeURIComponent('{ stats { records { kind } } }')}`;
    expect((await fetch(url, { headers: { 'apollo-require-preflight': 'yes' } })).status).toBe(200);
    expect((await fetch(url)).status).toBe(400);
    const mutation = `${server.url}/graphql?query=${encodeURIComponent('mutation { restore(input: { kind: CLAIM, reference: "x" }) { outcome } }')}`;
    expect((await fetch(mutation, { headers: { 'apollo-require-preflight': 'yes' } })).status).toBe(405);
  });
  it('says in JSON that there is nothing elsewhere', async () => {
    const response = await fetch(`${server.url}/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('other origins', () => {
  it('are not let in unless set', async () => {
    const response = await post('{"query":"{__typename}"}', { origin: 'https://elsewhere.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
  it('are let in when set, and only those', async () => {
    const open = await startServer(under.store, { corsOrigins: 'https://front.example' });
    const from = (origin: string) =>
      fetch(`${open.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: '{"query":"{__typename}"}',
      });
    expect((await from('https://front.example')).headers.get('access-control-allow-origin')).toBe('https://front.example');
    expect((await from('https://elsewhere.example')).headers.get('access-control-allow-origin')).not.toBe('https://elsewhere.example');
    await open.stop();
  });
});

describe('limits', () => {
  const deep = (levels: number): string => (levels === 0 ? 'id' : `subject { claims(first: 1) { nodes { ${deep(levels - 1)} } } }`);
  const fragments = Array.from(
    { length: 24 },
    (_, index) =>
      `fragment F${index} on Claim { a: subject { ...E${index} } b: subject { ...E${index} } } fragment E${index} on Entity { claims(first: 1) { nodes { ...F${index + 1} } } }`,
  ).join(' ');

  it.each([
    ['depth', `{ claims { nodes { ${deep(20)} } } }`, 400, 'TOO_DEEP'],
    [
      'cost',
      '{ claims(first: 100) { nodes { citations(first: 100) { nodes { source { citations(first: 100) { nodes { id } } } } } } } }',
      400,
      'TOO_COSTLY',
    ],
    [
      'cost, with default page sizes',
      '{ claims { nodes { citations { nodes { source { citations { nodes { claim { citations { nodes { id } } } } } } } } } } }',
      400,
      'TOO_COSTLY',
    ],
    [
      'cost, through many aliases',
      `{ ${Array.from({ length: 160 }, (_, index) => `a${index}: claims(first: 100) { nodes { id } }`).join(' ')} }`,
      400,
      'TOO_COSTLY',
    ],
    ['tokens', `{ ${'__typename '.repeat(6_000)} }`, 400, 'TOO_MANY_TOKENS'],
    ['doubling fragments', `{ claims(first: 1) { nodes { ...F0 } } } ${fragments} fragment F24 on Claim { id }`, 400, 'TOO_COSTLY'],
  ])('refuses too much %s', async (_name, query, status, code) => {
    const started = performance.now();
    const answer = await server.ask(query);
    expect(answer.text.slice(0, 300)).toContain(code);
    expect([answer.status, answer.body.errors![0]!.extensions.code]).toEqual([status, code]);
    expect(answer.body.data).toBeUndefined();
    // A refusal that took seconds would be no refusal; no finer timing belongs here.
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('refuses a body that is too large', async () => {
    const response = await post(JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(5 * 1024 * 1024) } }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
  });

  it('can be set', async () => {
    const strict = await startServer(under.store, { depthMax: '4', costMax: '5' });
    expect((await strict.ask('{ claims(first: 1) { nodes { subject { names { text } } } } }')).body.errors![0]!.extensions.code).toBe(
      'TOO_DEEP',
    );
    expect((await strict.ask('{ claims(first: 6) { nodes { id } } }')).body.errors![0]!.extensions.code).toBe('TOO_COSTLY');
    expect((await strict.ask('{ claims(first: 5) { nodes { id } } }')).body.errors).toBeUndefined();
    await strict.stop();
  });

  it('ends a read that takes too long', async () => {
    const slow = await startServer({ ...under.store, read: (plan) => under.store.read(plan, { timeout: 0 }) });
    const { status, body, headers } = await slow.ask(
      '{ claims(where: { texts: { some: { text: { contains: "parler" } } } }) { nodes { id } } }',
    );
    expect([status, body.errors![0]!.extensions.code, headers.get('retry-after')]).toEqual([503, 'TIMEOUT', '1']);
    await slow.stop();
  });
});

describe('bad requests', () => {
  it.each([
    ['JSON that is none', '{"query": ', 400],
    ['an empty body', '', 400],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['a list', '[{"query":"{__typename}"}]', 400],
    ['no query', '{}', 400],
    ['GraphQL that is none', '{"query":"{ claims("}', 400],
    ['a field that is not', '{"query":"{ nothing }"}', 400],
    ['a variable of the wrong type', '{"query":"query ($n: Int!) { claims(first: $n) { totalCount } }","variables":{"n":"x"}}', 400],
    ['a key that pollutes', '{"query":"{__typename}","__proto__":{"x":1}}', 400],
    ['two operations without a name', '{"query":"query A {__typename} query B {__typename}"}', 400],
  ])('%s is answered with a code, no stack and no HTML', async (_name, body, status) => {
    const response = await post(body);
    const text = await response.text();
    expect(response.status, text).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/json/);
    expect((JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code).toMatch(/^[A-Z_]+$/);
    expect(text).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
  });

  it('refuses a body of another type', async () => {
    const response = await post('x', { 'content-type': 'text/plain' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });
});

describe('failures of the store', () => {
  let failing: RunningServer;
  afterEach(() => failing.stop());
  const withRead = async (error: Error) => {
    failing = await startServer({ ...under.store, read: () => Promise.reject(error), health: () => Promise.reject(error) });
    return failing.ask('{ claims { nodes { id } } }');
  };
  it('are told with their code, as unavailable', async () => {
    const { status, body, headers } = await withRead(new StoreError('STORE_UNAVAILABLE', 'the disk is gone'));
    expect([status, body.errors![0]!.extensions.code, headers.get('retry-after')]).toEqual([503, 'STORE_UNAVAILABLE', '1']);
    const ready = await fetch(`${failing.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', reason: 'the disk is gone' }]);
  });
  it('that are defects are told without what is inside', async () => {
    const { status, body, text } = await withRead(new Error('secret detail at /home/x'));
    expect([status, body.errors![0]!.extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(text).not.toContain('secret');
  });
});

it('lets a request under way finish when it stops', async () => {
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  let began = () => undefined as void;
  const beginning = new Promise<void>((resolve) => (began = resolve));
  const stopping = await startServer({
    ...under.store,
    read: async (plan) => {
      began();
      await held;
      return under.store.read(plan);
    },
  });
  const answer = stopping.ask('{ stats { records { active } } }');
  await beginning;
  const stopped = stopping.stop();
  const another = (): Promise<unknown> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(stopping.url).port), '127.0.0.1');
      socket.once('connect', () => resolve('taken')).once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      socket.once('connect', () => socket.destroy());
    });
  // It takes no more connections, and the request is still under way.
  await expect.poll(another, { timeout: 30_000 }).toBe('ECONNREFUSED');
  release();
  expect((await answer).status).toBe(200);
  await stopped;
});
