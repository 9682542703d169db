/** The reconciliation service: a client library of others, requests as OpenRefine sends them, and bad ones. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { pythonWithLibraries, validated } from '../support/python.js';
import { startServer, type RunningServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

const python = pythonWithLibraries();
const entity = (key: string, kind: string, names: Record<string, string>, rest: object = {}) => ({
  entity: { key, kind, names: Object.entries(names).map(([language, text]) => ({ language, text })), ...rest },
});

let folder: string;
let store: Store;
let server: RunningServer;
beforeAll(async () => {
  folder = temporaryFolder();
  store = openSqliteStore(join(folder, 'graph.db'));
  const { results } = await store.write({
    items: [
      { predicate: { key: 'based-in', labels: [{ language: 'en', text: 'is based in' }] } },
      entity(
        'aws',
        'ORGANIZATION',
        { en: 'Amazon Web Services' },
        { aliases: [{ language: 'en', text: 'AWS' }], identifiers: [{ scheme: 'wikidata', value: 'Q456157' }] },
      ),
      entity('amazon', 'ORGANIZATION', { en: 'Amazon' }),
      entity('putin', 'PERSON', { en: 'Vladimir Putin' }, { descriptions: [{ language: 'en', text: '<b>president</b>' }] }),
      entity('lukasz', 'PERSON', { pl: 'Łukasz Żółty' }),
      entity('buzzfeed', 'ORGANIZATION', { en: 'BuzzFeed News' }),
      entity('paris-fr', 'PLACE', { en: 'Paris' }),
      entity('paris-us', 'PLACE', { en: 'Paris' }),
      entity('france', 'PLACE', { en: 'France' }),
      entity('texas', 'PLACE', { en: 'Texas' }),
      {
        claim: {
          key: 'c1',
          texts: [{ language: 'en', text: 'Paris is in France' }],
          subject: 'paris-fr',
          predicate: 'based-in',
          object: 'france',
        },
      },
      {
        claim: {
          key: 'c2',
          texts: [{ language: 'en', text: 'Paris is in Texas' }],
          subject: 'paris-us',
          predicate: 'based-in',
          object: 'texas',
        },
      },
    ],
  });
  expect(results.flatMap(({ problems }) => problems)).toEqual([]);
  server = await startServer(store, { corsOrigins: 'https://refine.example' });
});
afterAll(async () => {
  await server?.stop();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.url + path, { headers });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    headers: response.headers,
    text,
    json: () => JSON.parse(text),
  };
};

/** As OpenRefine 3.8 sends its batches: a form with the queries in JSON. */
const ask = async (queries: Record<string, object>): Promise<Record<string, { result: any[] }>> => {
  const response = await fetch(`${server.url}/reconcile`, {
    method: 'POST',
    body: new URLSearchParams({ queries: JSON.stringify(queries) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, { result: any[] }>;
};

describe.skipIf(python === undefined)("a client library of others (PyPI's reconciler)", () => {
  it('matches its column', async () => {
    const { rows } = await validated(python!, 'reconcile', `${server.url}/reconcile`);
    expect(rows).toEqual([
      ['Amazon Web Services', 'Amazon Web Services', true],
      ['Putin, Vladimir', 'Vladimir Putin', true],
      ['Владимир Путин', 'Vladimir Putin', true],
      ['Lukasz Zolty', 'Łukasz Żółty', true],
      ['BuzzFede News', 'BuzzFeed News', false],
      ['Nobody at all', null, false],
    ]);
  });
});

describe('OpenRefine', () => {
  it('finds the service by its manifest', async () => {
    const manifest = (await get('/reconcile')).json();
    expect(manifest).toMatchObject({ versions: expect.arrayContaining(['0.2']), name: 'claimgraph' });
    for (const name of ['identifierSpace', 'schemaSpace', 'view', 'preview', 'suggest', 'extend', 'defaultTypes'])
      expect(manifest, name).toHaveProperty(name);
  });

  it('reconciles by name, type and property; says why', async () => {
    const { q0, q1, q2, q3 } = await ask({
      q0: { query: 'Paris', type: 'PLACE', type_strict: 'should', limit: 3 },
      q1: { query: 'Paris', type: 'PLACE', properties: [{ pid: 'based-in', v: 'France' }] },
      q2: { query: 'Paris', type: 'PLACE', properties: [{ pid: 'based-in', v: { id: 'x', name: 'Texas' } }] },
      q3: { query: 'something else', properties: [{ pid: 'wikidata', v: 'Q456157' }] },
    });
    // Two of one name: neither is the one.
    expect(q0!.result.map(({ score, match }) => [score, match])).toEqual([
      [100, false],
      [100, false],
    ]);
    const keyOf = async (id: string) =>
      (await server.data('query ($id: ID!) { node(id: $id) { ... on Entity { key } } }', { id })).node.key;
    expect([await keyOf(q1!.result[0].id), q1!.result[0].match]).toEqual(['paris-fr', true]);
    expect(await keyOf(q2!.result[0].id)).toBe('paris-us');
    expect(q1!.result[0].features).toContainEqual({ id: 'property_based-in', value: 100 });
    expect(q3!.result).toMatchObject([
      { name: 'Amazon Web Services', score: 100, match: true, type: [{ id: 'ORGANIZATION', name: 'Organization' }] },
    ]);
  });

  it('completes names, properties and types while they are typed', async () => {
    expect((await get('/reconcile/suggest/entity?prefix=amaz')).json().result.map(({ name }: { name: string }) => name)).toEqual([
      'Amazon',
      'Amazon Web Services',
    ]);
    expect((await get('/reconcile/suggest/property?prefix=is%20b')).json().result).toEqual([{ id: 'based-in', name: 'is based in' }]);
    expect((await get('/reconcile/suggest/type?prefix=or')).json().result).toEqual([{ id: 'ORGANIZATION', name: 'Organization' }]);
  });

  it('extends its rows by what the graph says', async () => {
    const [{ id }] = (await ask({ q: { query: 'Paris', properties: [{ pid: 'based-in', v: 'France' }] } }))['q']!.result as [
      { id: string },
    ];
    const extend = JSON.stringify({ ids: [id], properties: [{ id: 'based-in' }, { id: 'name' }, { id: 'wikidata' }] });
    const answer = (await get(`/reconcile?extend=${encodeURIComponent(extend)}`)).json();
    expect(answer.meta.map((each: { name: string }) => each.name)).toEqual(['is based in', 'Name', 'wikidata']);
    expect(answer.rows[id]).toMatchObject({ 'based-in': [{ name: 'France' }], name: [{ str: 'Paris' }], wikidata: [] });
    expect((await get('/reconcile/properties?type=PLACE&limit=2')).json()).toMatchObject({
      limit: 2,
      properties: [{ id: 'name' }, { id: 'alias' }],
    });
  });

  it('shows a preview, in which names are text', async () => {
    const [{ id }] = (await ask({ q: { query: 'Vladimir Putin' } }))['q']!.result as [{ id: string }];
    const { text, type, headers } = await get(`/reconcile/preview?id=${id}`);
    expect(type).toContain('text/html');
    expect(text).toContain('&lt;b&gt;president&lt;/b&gt;');
    expect(headers.get('x-frame-options')).toBeNull();
    expect((await get('/reconcile/preview?id=ghost')).status).toBe(404);
  });

  it('may ask from its own page only where that is allowed; no page gets a script', async () => {
    expect((await get('/reconcile', { origin: 'https://refine.example' })).headers.get('access-control-allow-origin')).toBe(
      'https://refine.example',
    );
    expect((await get('/reconcile', { origin: 'https://other.example' })).headers.get('access-control-allow-origin')).not.toBe(
      'https://other.example',
    );
    expect((await get('/reconcile?callback=steal')).type).toContain('application/json');
  });
});

describe('bad requests', () => {
  it('a body that is no form, or has no batch, is refused', async () => {
    const sent = (body: string, type: string) =>
      fetch(`${server.url}/reconcile`, { method: 'POST', headers: { 'content-type': type }, body }).then(({ status }) => status);
    expect(await sent('{"queries":{"q":{"query":"x"}}}', 'application/json')).toBe(415);
    expect(await sent('query=x', 'application/x-www-form-urlencoded')).toBe(400);
  });

  it.each([
    'queries=no',
    'queries=%5B%5D',
    `queries=${encodeURIComponent(JSON.stringify({ q: { query: 5 } }))}`,
    `queries=${encodeURIComponent(JSON.stringify({ q: { query: 'x'.repeat(501) } }))}`,
    `queries=${encodeURIComponent(JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`q${index}`, { query: 'x' }]))))}`,
    'extend=no',
    'extend=%7B%7D',
    'query=Amazon',
  ])('%s is refused in words', async (query) => {
    const { status, json } = await get(`/reconcile?${query}`);
    expect(status).toBe(400);
    expect(json()).toMatchObject({ status: 'error', message: expect.stringMatching(/.{5}/) });
  });
});
