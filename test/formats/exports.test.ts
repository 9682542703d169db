/** Exports: read by libraries that others wrote, whole, of a scope, and as files to download. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { EXPORT_FORMATS } from '../../src/formats/exports.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { exportBytes, exportText, importFile } from '../support/importing.js';
import { pythonWithLibraries, validated } from '../support/python.js';
import { startServer, type RunningServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const python = pythonWithLibraries();

let folder: string;
let store: Store;
let server: RunningServer;
beforeAll(async () => {
  folder = temporaryFolder();
  store = openSqliteStore(join(folder, 'graph.db'));
  await applySeed(store);
  await importFile(store, 'ftm', join(FIXTURES, 'ftm/t1.ftm.jsonl'));
  await importFile(store, 'nanopub', join(FIXTURES, 'nanopub/valid/plain/simple1.trig'));
  await importFile(store, 'claimreview', join(FIXTURES, 'claimreview/reviews.jsonl'));
  await store.write({
    items: [{ retract: { kind: 'Claim', reference: 'parler-unreachable', reason: 'for this test' } }],
    onProblem: 'SKIP_ITEM',
  });
  server = await startServer(store);
});
afterAll(async () => {
  await server?.stop();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function written(format: string): Promise<string> {
  const file = join(folder, `export.${format}`);
  writeFileSync(file, await exportBytes(store, format));
  return file;
}

async function counts(): Promise<Record<string, number>> {
  const stats = await store.read({ kind: 'stats' });
  return Object.fromEntries((stats.kind === 'stats' ? stats.counts : []).map(({ record, active }) => [record, active]));
}

describe.skipIf(python === undefined)('exports, read by the libraries of others', () => {
  it('FollowTheMoney: schemata, properties and values are what its model has', async () => {
    const { count, problems } = await validated(python!, 'ftm', await written('ftm'));
    expect(problems).toEqual([]);
    expect(count).toBeGreaterThan(40);
  });

  it('GraphML: networkx finds every node and edge', async () => {
    const { Entity, Claim, Source } = await counts();
    const { count, edges, directed } = await validated(python!, 'graphml', await written('graphml'));
    expect([count, directed]).toEqual([Entity! + Claim! + Source!, true]);
    expect(edges).toBeGreaterThan(count);
  });

  it('N-Quads: rdflib reads every line', async () => {
    const file = await written('nquads');
    const lines = new Set(readFileSync(file, 'utf8').trimEnd().split('\n'));
    expect(await validated(python!, 'nquads', file)).toMatchObject({ count: lines.size, problems: [] });
  });

  it('nanopublications: valid, and what their trusty URIs say', async () => {
    const { Citation } = await counts();
    expect(await validated(python!, 'nanopub', await written('nanopub'))).toEqual({ count: Citation, problems: [] });
  });
});

describe('ClaimReview', () => {
  it('has what schema.org and Google ask of one', async () => {
    const reviews = JSON.parse(await exportText(store, 'claimreview')) as Record<string, any>[];
    expect(reviews).toHaveLength(4);
    for (const review of reviews) {
      expect(review).toMatchObject({ '@context': 'https://schema.org', '@type': 'ClaimReview' });
      expect(typeof review['claimReviewed']).toBe('string');
      expect(URL.canParse(review['url'] as string)).toBe(true);
      expect(review['reviewRating']['@type']).toBe('Rating');
    }
    const [bridge] = reviews;
    expect(bridge).toMatchObject({
      author: { '@type': 'Organization', name: 'Checks', url: 'https://checks.example/' },
      datePublished: '2022-08-24T14:41',
      reviewRating: { alternateName: 'False', ratingValue: '1', bestRating: '5', worstRating: '1' },
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'Several accounts' },
        datePublished: '2022-08-20',
        appearance: [{ url: 'https://social.example/posts/1' }],
      },
    });
  });
});

describe('archives', () => {
  async function unpacked(format: string): Promise<string> {
    const into = join(folder, format);
    mkdirSync(into, { recursive: true });
    for (const [name, bytes] of Object.entries(unzipSync(await exportBytes(store, format)))) writeFileSync(join(into, name), bytes);
    return into;
  }

  it('for Gephi: edges go from node to node', async () => {
    const into = await unpacked('gephi');
    const rows = (name: string) => parseCsv<Record<string, string>>(readFileSync(join(into, name)), { columns: true });
    const nodes = new Set(rows('nodes.csv').map(({ Id }) => Id));
    const edges = rows('edges.csv');
    expect(edges.length).toBeGreaterThan(100);
    for (const { Source, Target, Type } of edges) expect([nodes.has(Source), nodes.has(Target), Type]).toEqual([true, true, 'Directed']);
  });

  it('for neo4j-admin: headers, labels and types', async () => {
    const into = await unpacked('neo4j-admin');
    expect(readFileSync(join(into, 'nodes.csv'), 'utf8').split('\n')[0]).toBe('id:ID,name,kind,key,url,date,:LABEL');
    expect(readFileSync(join(into, 'edges.csv'), 'utf8').split('\n')[0]).toBe(':START_ID,:END_ID,id,stance,date,speaker,:TYPE');
  });

  it('of evidence: a page with quotes, chains and links, the records, and digests that fit', async () => {
    const into = await unpacked('evidence-pack');
    const page = readFileSync(join(into, 'index.html'), 'utf8');
    for (const piece of ['independent', '<blockquote', 'Chain of sources', 'BFM Business', 'SHA-256 of the text'])
      expect(page).toContain(piece);
    expect(page).not.toMatch(/<script|src=/);
    for (const line of readFileSync(join(into, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')) {
      const [digest, name] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(into, name!)))
          .digest('hex'),
      ).toBe(digest);
    }
  });
});

describe('downloads', () => {
  it('are linked by the API, one a format, and are what the command line writes', async () => {
    const { exports } = await server.data('query ($where: ClaimWhere) { exports(where: $where) { format url mediaType } }', {
      where: { subject: { key: { eq: 'aws' } } },
    });
    expect(exports).toHaveLength(EXPORT_FORMATS.length);
    const where = { kind: 'related', edge: 'subject', condition: { kind: 'in', field: 'key', values: ['aws'] } } as const;
    for (const { url, mediaType } of exports as { url: string; mediaType: string }[]) {
      const { pathname, search } = new URL(url);
      const response = await fetch(server.url + pathname + search);
      expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, mediaType]);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="claimgraph\./);
      const body = Buffer.from(await response.arrayBuffer());
      if (pathname === '/export/jsonl') expect(body.toString('utf8')).toBe(await exportText(store, 'jsonl', where));
      expect(body.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['/export/jsonl?where=%7B%22ghost%22%3A1%7D', 400],
    ['/export/jsonl?where=no', 400],
    ['/export/ghost', 404],
  ])('refuse %s in words', async (path, status) => {
    const response = await fetch(server.url + path);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { hint: string } }[] };
    expect([response.status, errors.length]).toEqual([status, 1]);
    expect(errors[0]!.extensions.hint.length).toBeGreaterThan(5);
  });
});

describe('importPreview and importText', () => {
  const QUERY =
    'query ($format: ImportFormat!, $text: String!, $mapping: String) { importPreview(format: $format, text: $text, mapping: $mapping) { entries created changed unchanged refused refusals { line path code hint } lost { path count } } }';
  const text = readFileSync(join(FIXTURES, 'claimreview/feed.json'), 'utf8').replaceAll('checks.example', 'preview.example');

  it('say what would happen and write nothing; then write it', async () => {
    const before = await store.position();
    const { importPreview } = await server.data(QUERY, { format: 'CLAIMREVIEW', text });
    expect(importPreview).toMatchObject({
      entries: 2,
      created: 4,
      changed: 0,
      refused: 1,
      refusals: [{ path: 'claimReviewed', code: 'BAD_INPUT' }],
    });
    expect(await store.position()).toBe(before);
    const mutation = QUERY.replace('query', 'mutation').replace('importPreview', 'importText');
    const { importText } = await server.data(mutation, { format: 'CLAIMREVIEW', text });
    expect(importText).toEqual(importPreview);
    expect(await store.position()).toBe(before + 4);
  });

  it('refuse a table without a mapping', async () => {
    const { body } = await server.ask(QUERY, { format: 'TABLE', text: 'a,b\n1,2\n' });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', path: 'mapping' });
  });
});
