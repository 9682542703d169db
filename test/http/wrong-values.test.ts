/** Values that do not fit, and requests of the wrong form: the caller's fault, told with a code, and no alarm. */
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config/settings.js';
import { createServer } from '../../src/http/server.js';
import { ERROR_CODES } from '../../src/model/errors.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';
import type { FastifyInstance } from 'fastify';

const JSON_TYPE = { 'content-type': 'application/json' };
const STREAM = { ...JSON_TYPE, accept: 'text/event-stream' };
const asked = (query: unknown, variables?: unknown, more: object = {}) => JSON.stringify({ query, variables, ...more });
const nulls = (count: number) => Array.from({ length: count }, () => null);

describe('no alarm is rung by', () => {
  let under: StoreUnderTest;
  let server: FastifyInstance;
  let url: string;
  const alarms: string[] = [];
  beforeAll(async () => {
    under = await STORE_KINDS[0]!.open();
    await under.store.write({ items: [{ entity: { key: 'a', kind: 'PERSON', names: [{ language: 'en', text: 'A' }] } }] });
    const logger = pino({ level: 'warn' }, { write: (line: string) => void alarms.push(line) });
    const settings = readSettings(
      {},
      { operationThreads: '0', stopTimeout: '1000', tokensFile: '/nowhere/tokens.json', requestTimeout: '60000', waitingTimeMax: '60000' },
    );
    server = await createServer({ store: under.store, settings, logger });
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await server.close();
    await under.close();
  });
  beforeEach(() => void (alarms.length = 0));

  const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const WRITE = 'mutation ($items: [ChangeItemInput!]!) { applyChangeset(input: { items: $items }) { applied } }';
  const SKIPPED = 'query ($b: Boolean = true) { claims { nodes { id @skip(if: $b) } } }';
  const FOLLOW = 'subscription ($since: Int, $where: ChangeWhere) { changes(since: $since, where: $where) { position } }';

  it.each([
    ['a null among ids', asked(NODES, { ids: [null] }), 400],
    ['a hundred nulls among ids', asked(NODES, { ids: nulls(100) }), 400],
    ['five thousand nulls among ids', asked(NODES, { ids: nulls(4_990) }), 400],
    ['sixty items that are none', asked(WRITE, { items: Array.from({ length: 60 }, () => ({ nothing: 1 })) }), 400],
    ['sixty items with a wrong kind', asked(WRITE, { items: Array.from({ length: 60 }, () => ({ entity: { kind: 'NONE' } })) }), 400],
    ['null for what has a default', asked('query ($s: Int) { changes(since: $s) { position } }', { s: null }), 200],
    ['null for a page', asked('query ($n: Int) { changes(first: $n) { position } }', { n: null }), 200],
    [
      'null for what says whether to write',
      asked('mutation ($b: Boolean) { retract(dryRun: $b, input: { kind: ENTITY, reference: "a", reason: "x" }) { outcome } }', {
        b: null,
      }),
      200,
    ],
    ['null for a directive', asked('query ($b: Boolean = true) { claims @skip(if: $b) { totalCount } }', { b: null }), 200],
    ['null for a directive below', asked(SKIPPED, { b: null }), 200],
    [
      'a directive on a fragment',
      asked('query ($b: Boolean = true) { ...F @include(if: $b) } fragment F on Query { claims { totalCount } }', { b: null }),
      200,
    ],
    ['a number beyond all', asked('query ($n: Int) { claims(first: $n) { totalCount } }', { n: 1e300 }), 400],
    ['a number of 32 bits and one', asked('query ($n: Int) { claims(first: $n) { totalCount } }', { n: 2 ** 31 }), 400],
    ['a text for a number', asked('query ($n: Int) { claims(first: $n) { totalCount } }', { n: 'x' }), 400],
    [
      'a value that is none of an enum',
      asked('query ($k: EntityKind) { entities(where: { kind: { eq: $k } }) { totalCount } }', { k: 'NONE' }),
      400,
    ],
    ['a number for a date', asked('query ($d: EdtfDate) { claims(validAt: $d) { totalCount } }', { d: 5 }), 400],
    ['variables that are a list', asked('{ __typename }', [1]), 400],
    [
      'a subscription with a directive at its root',
      asked('subscription ($b: Boolean!) { changes @skip(if: $b) { position } }', { b: true }),
      400,
    ],
    ['a digest that is no text', JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: {} } } }), 200],
    ['extensions that are a text', asked('{ __typename }', {}, { extensions: 'x' }), 400],
    ['not an object', '[]', 400],
    ['nothing', '', 400],
    ['half of an object', '{"query":', 400],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['a prototype', '{"__proto__":{"a":1},"query":"{ __typename }"}', 400],
  ] as const)('%s', async (_name, body, status) => {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: JSON_TYPE, body });
    const text = await answer.text();
    expect(answer.status, text).toBe(status);
    const [first] = JSON.parse(text).errors;
    expect(Object.keys(ERROR_CODES)).toContain(first.extensions.code);
    expect(text).not.toContain('INTERNAL_SERVER_ERROR');
    expect(alarms).toEqual([]);
  });

  it.each([
    ['application/xml', '<a/>'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    ['multipart/form-data', 'x'],
    ['application/x-www-form-urlencoded', 'query={__typename}'],
    ['text/plain', asked('{ __typename }')],
    ['nothing', asked('{ __typename }')],
    ['application/json; charset="', asked('{ __typename }')],
  ])('a body that is said to be %s', async (type, body) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type, 'apollo-require-preflight': '1' },
      body,
    });
    const text = await answer.text();
    expect(answer.status, text).toBeLessThan(500);
    expect(alarms).toEqual([]);
  });

  it.each([
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['a text', '"x"', 400],
    ['no query', '{}', 400],
    ['a query that is no text', asked(5), 400],
    ['what is no GraphQL', asked('subscription {'), 400],
    ['a field that is not', asked('subscription { nothing }'), 400],
    [
      'what is too deep',
      asked(
        `subscription { changes { record { ... on Entity { ${'claims { nodes { subject { '.repeat(20)}id${' } } }'.repeat(20)} } } } }`,
      ),
      400,
    ],
    ['a hundred nulls', asked(FOLLOW, { where: { records: nulls(100) } }), 400],
    ['a text for a position', asked(FOLLOW, { since: 'x' }), 400],
    ['a position before all', asked(FOLLOW, { since: -1 }), 400],
    ['a directive without a value', asked('subscription ($b: Boolean = true) { changes @skip(if: $b) { position } }', { b: null }), 400],
  ] as const)('a stream that is asked for with %s, which is answered at once', async (_name, body, status) => {
    const answer = await fetch(`${url}/graphql/stream`, { method: 'POST', headers: STREAM, body, signal: AbortSignal.timeout(20_000) });
    const text = await answer.text();
    expect(answer.status, text).toBe(status);
    expect(Object.keys(ERROR_CODES)).toContain(JSON.parse(text).errors[0].extensions.code);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(alarms).toEqual([]);
  });

  it.each(['entity', 'property', 'type'])('a prefix that is given twice: suggestions of %s', async (what) => {
    const answer = await fetch(`${url}/reconcile/suggest/${what}?prefix=a&prefix=b`);
    expect(answer.status).toBe(200);
    expect(alarms).toEqual([]);
  });

  it('a value of 50,000 letters, which is not sent back whole', async () => {
    const query = 'query ($first: Int) { claims(first: $first) { totalCount } }';
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: asked(query, { first: `begins${'x'.repeat(50_000)}ends` }),
    });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain('Variable \\"$first\\" got invalid value \\"begins');
    expect(text).toContain('ends');
    expect(text.length).toBeLessThan(2_000);
    expect(alarms).toEqual([]);
  });

  it('but a defect is one still', async () => {
    const failing = { ...under.store, read: () => Promise.reject(new Error('Argument "x" of required type "y" was wrong: a defect')) };
    const settings = readSettings({}, { operationThreads: '0', stopTimeout: '1000', tokensFile: '/nowhere/tokens.json' });
    const broken = await createServer({
      store: failing,
      settings,
      logger: pino({ level: 'error' }, { write: (line: string) => void alarms.push(line) }),
    });
    const answer = await broken.inject({ method: 'POST', url: '/graphql', payload: { query: '{ claims { totalCount } }' } });
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(alarms).toHaveLength(1);
    await broken.close();
  });
});

describe('every answer', () => {
  let under: StoreUnderTest;
  let server: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    under = await STORE_KINDS[0]!.open();
    const result = await under.store.write({
      items: [{ entity: { key: 'a', kind: 'PERSON', names: [{ language: 'en', text: '<b>A</b>' }] } }],
    });
    id = result.results[0]!.id!;
    server = await createServer({
      store: under.store,
      settings: readSettings({}, { operationThreads: '0', stopTimeout: '1000', tokensFile: '/nowhere/tokens.json' }),
    });
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  let id = '';
  afterAll(async () => {
    await server.close();
    await under.close();
  });

  it('says that it is what it says that it is: streams, refusals and files, too', async () => {
    const paths = [
      '/',
      '/graphql?query={__typename}',
      '/schema.graphql',
      '/export/jsonl',
      '/metrics',
      '/healthz',
      '/reconcile',
      '/nothing',
      '/%',
    ];
    for (const path of [...paths, `/reconcile/preview?id=${id}`]) {
      const answer = await fetch(`${url}${path}`, { headers: { 'apollo-require-preflight': '1' }, redirect: 'manual' });
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(answer.headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(answer.headers.get('x-frame-options'), path).toBe(path.startsWith('/reconcile/preview') ? null : 'DENY');
      await answer.arrayBuffer();
    }
    const ended = new AbortController();
    const stream = await fetch(`${url}/graphql/stream`, {
      method: 'POST',
      headers: STREAM,
      body: asked('subscription { changes { position } }'),
      signal: ended.signal,
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('x-content-type-options')).toBe('nosniff');
    expect(stream.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    ended.abort();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'GET /other HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
    let text = '';
    for await (const part of socket.setEncoding('utf8')) text += part as string;
    expect(text).toMatch(/^HTTP\/1.1 404[\s\S]*x-content-type-options: nosniff/);
  });

  it('that is a preview does nothing in the page that shows it', async () => {
    for (const path of [`/reconcile/preview?id=${id}`, '/reconcile/preview?id=none']) {
      const answer = await fetch(`${url}${path}`);
      const policy = answer.headers.get('content-security-policy');
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/script-src|frame-ancestors/);
      expect(await answer.text()).not.toContain('<b>');
    }
  });
});
