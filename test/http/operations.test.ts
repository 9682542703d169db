/** What an operator sees: metrics, request ids and logs. */
import { rmSync } from 'node:fs';
import { createServer as createHttpServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../../src/config/settings.js';
import { createToken } from '../../src/http/access/tokens.js';
import { createServer } from '../../src/http/server.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { startServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

const folder = temporaryFolder();
const store = openSqliteStore(join(folder, 'graph.db'));
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const value = (text: string, line: string): number => Number(new RegExp(`^${line.replace(/[{}]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);

it('metrics count operations by name, their cost, the store and the log', async () => {
  const server = await startServer(store);
  await store.write({ items: [{ entity: { key: 'm', kind: 'PERSON', names: [{ language: 'en', text: 'M' }] } }] });
  for (let time = 0; time < 3; time++) await server.ask('query Named { claims(first: 7) { nodes { id } } }');
  await server.ask('query Wrong { claims(first: 100000) { nodes { id } } }');
  await server.ask('{ nothing }');
  for (let name = 0; name < 250; name++) await server.ask(`query N${name} { __typename }`);
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(value(text, 'claimgraph_operation_seconds_count{operation="Named",type="query",outcome="answered"}')).toBe(3);
  expect(value(text, 'claimgraph_operation_seconds_count{operation="Wrong",type="query",outcome="BAD_PAGE"}')).toBe(1);
  // Names come from clients: past so many they share a line.
  expect(value(text, 'claimgraph_operation_seconds_count{operation="others",type="query",outcome="answered"}')).toBe(52);
  expect(value(text, 'claimgraph_operation_cost_records_bucket{le="10"}')).toBeGreaterThanOrEqual(3);
  expect(value(text, 'claimgraph_store_seconds_count{call="read",outcome="answered"}')).toBeGreaterThanOrEqual(3);
  expect(value(text, 'claimgraph_http_requests_total{route="/graphql",method="POST",status="200"}')).toBeGreaterThanOrEqual(254);
  expect(value(text, 'claimgraph_change_log_position')).toBe(await store.position());
  expect(value(text, 'claimgraph_requests_waiting{queue="reads"}')).toBe(0);
  const pool = ['size', 'busy', 'waiting'].map((state) => value(text, `claimgraph_store_pool{state="${state}"}`));
  expect(pool).toEqual([1, 0, 0]);
  expect(value(text, 'claimgraph_live_lag_changes')).toBe(0);
  expect(text).toContain('process_resident_memory_bytes');
  await server.stop();
});

it('metrics tell how far the slowest client that follows is behind', { timeout: 60_000 }, async () => {
  const server = await startServer(store, { liveInterval: '20' });
  const lag = async () => value(await (await fetch(`${server.url}/metrics`)).text(), 'claimgraph_live_lag_changes');
  for (let batch = 0; batch < 10; batch++) {
    const names = [{ language: 'en', text: 'x'.repeat(500) }];
    await store.write({
      items: Array.from({ length: 100 }, (_, index) => ({ entity: { key: `lag-${batch}-${index}`, kind: 'PERSON', names } })),
    });
  }
  // More than lies on the way of somebody who does not read.
  const texts = Array.from({ length: 60 }, (_, index) => `t${index}: names { text }`).join(' ');
  const body = JSON.stringify({ query: `subscription { changes(since: 0) { record { ... on Entity { ${texts} } } } }` });
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const following = request(`${server.url}/graphql/stream`, { method: 'POST', headers }, (response) => response.pause());
  following.on('error', () => undefined);
  following.end(body);
  await expect.poll(lag, { timeout: 30_000 }).toBeGreaterThan(0);
  following.destroy();
  await expect.poll(lag, { timeout: 30_000 }).toBe(0);
  await server.stop();
});

it('metrics are for admins', async () => {
  const file = join(folder, 'tokens.json');
  const [reader, admin] = (['reader', 'admin'] as const).map((role) => createToken(file, { name: role, role }).text);
  const server = await startServer(store, { tokensFile: file });
  const status = async (token?: string) =>
    (await fetch(`${server.url}/metrics`, token ? { headers: { authorization: `Bearer ${token}` } } : {})).status;
  expect([await status(), await status(reader), await status(admin)]).toEqual([401, 403, 200]);
  await server.stop();
});

it('logs have a line a request, under the id that its answer carries, and nothing of what was asked', async () => {
  const lines: string[] = [];
  const logger = pino(
    { level: 'info' },
    new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) }),
  );
  const file = join(folder, 'logged.json');
  const { text } = createToken(file, { name: 'Ada', role: 'admin' });
  const server = await createServer({ store, settings: readSettings({}, { tokensFile: file, operationThreads: '0' }), logger });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${text}`, 'x-request-id': 'forged' },
    body: JSON.stringify({ query: '{ entity(key: "a secret of the query") { id } }', variables: { x: 'a secret of the variables' } }),
  });
  expect(answer.status).toBe(200);
  await fetch(`${url}/graphql?query=%7B%22a%20secret%20of%20the%20address%22%7D`, { headers: { authorization: `Bearer ${text}` } });
  await server.close();
  const answered = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'answered');
  expect(answered[0]).toMatchObject({
    reqId: answer.headers.get('x-request-id'),
    method: 'POST',
    route: '/graphql',
    status: 200,
    caller: 'Ada',
  });
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(answered).toHaveLength(2);
  for (const secret of ['secret', text, text.slice(-43)]) expect(lines.join('')).not.toContain(secret);
});

it('traces go on from the caller, name the operation and what the store did, and say nothing of what was asked', async () => {
  const bodies: string[] = [];
  const collector = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const server = await startServer(store, { tracesEndpoint: `http://127.0.0.1:${port}/v1/traces` });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01`, 'x-thing': 'a secret of a header' };
  const query = 'query Traced($key: String) { entity(key: $key) { id } claims(first: 1) { nodes { id } } }';
  const { headers: answered } = await server.ask(query, { key: 'a secret of the variables' }, headers);
  // The last ones are sent when the server stops.
  await server.stop();
  await new Promise((resolve) => collector.close(resolve));
  interface SentSpan {
    readonly name: string;
    readonly traceId: string;
    readonly spanId: string;
    readonly parentSpanId?: string;
    readonly attributes: readonly { readonly key: string; readonly value: unknown }[];
  }
  const spans = bodies.flatMap((body) =>
    (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }).resourceSpans.flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
  const request = spans.find(({ name }) => name === 'POST /graphql')!;
  expect(request).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' });
  expect(JSON.stringify(request.attributes)).toContain(answered.get('x-request-id'));
  const below = spans.filter(({ parentSpanId }) => parentSpanId === request.spanId).map(({ name }) => name);
  expect(below.sort()).toEqual(['query Traced', 'read list', 'read one']);
  expect(bodies.join('')).not.toContain('secret');
});
