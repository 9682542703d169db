/** What only a database across a network has: writers at once, being away, coming back, query plans. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver, type Plan as CypherPlan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { EVERYTHING, type Condition, type ListRead, type Plan } from '../../src/plan/plan.js';
import { compilePlan } from '../../src/store/neo4j/compile/compile.js';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { hasJava, startJava } from '../support/neo4j-server.js';
import { startServer } from '../support/server.js';
import { NEO4J, type StoreUnderTest } from '../support/stores.js';

const uri = inject('neo4j');
const en = (text: string) => [{ language: 'en', text }];

describe.skipIf(uri === undefined)('on Neo4j', () => {
  let under: StoreUnderTest;
  let driver: Driver;
  beforeAll(async () => {
    under = await NEO4J.open();
    driver = neo4j.driver(uri!, undefined, { disableLosslessIntegers: true });
    await applySeed(under.store);
  });
  afterAll(async () => {
    await driver.close();
    await under.close();
  });

  it('100 writers to one claim at once lose no update', { timeout: 120_000 }, async () => {
    await under.store.write({ items: [{ claim: { key: 'counted', texts: en('Counted') } }] });
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) => under.store.write({ items: [{ claim: { key: 'counted', note: `note ${index}` } }] })),
    );
    expect(results.every(({ applied }) => applied)).toBe(true);
    expect(new Set(results.map(({ results: [only] }) => only!.version))).toEqual(
      new Set(Array.from({ length: 100 }, (_, index) => index + 2)),
    );
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it('of 20 writers with the same expected version one wins', async () => {
    await under.store.write({ items: [{ claim: { key: 'contested', texts: en('Contested') } }] });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        under.store.write({ items: [{ claim: { key: 'contested', note: `note ${index}`, expectedVersion: 1 } }] }),
      ),
    );
    expect(results.filter(({ applied }) => applied).length).toBe(1);
  });

  it('reads through another process what a mutation wrote, by its bookmark', async () => {
    const [left, right] = await Promise.all([1, 2].map(async () => openNeo4jStore({ uri: uri! })));
    const { bookmark } = await left!.write({ items: [{ entity: { key: 'booked', kind: 'PLACE', names: en('Booked') } }] });
    const server = await startServer(right!);
    const { body } = await server.ask('{ entity(key: "booked") { name } }', {}, { 'x-claimgraph-bookmark': bookmark! });
    expect(body.data.entity).toEqual({ name: 'Booked' });
    // One that is none asks for nothing.
    expect((await server.ask('{ entity(key: "booked") { name } }', {}, { 'x-claimgraph-bookmark': 'zzz' })).status).toBe(200);
    await server.stop();
    await Promise.all([left!.close(), right!.close()]);
  });

  it('answers a mutation with a bookmark', async () => {
    const server = await startServer(under.store);
    const { headers } = await server.ask(
      'mutation { addEntity(input: { key: "marked", kind: PLACE, names: [{ language: "en", text: "Marked" }] }) { outcome } }',
    );
    expect(headers.get('x-claimgraph-bookmark')).toMatch(/^[\w-]+$/);
    await server.stop();
  });

  it('is entered by index seeks, and the plan is known the second time', async () => {
    for (const [name, plan] of Object.entries(SHAPES)) {
      const { cypher, parameters } = compilePlan(plan);
      const session = driver.session();
      const explained = await session.run(cypher.replace('CYPHER 5', 'CYPHER 5 EXPLAIN'), parameters);
      await session.close();
      const operators = operatorsOf(explained.summary.plan as CypherPlan);
      expect(
        operators.filter((operator) => /AllNodesScan|NodeByLabelScan|CartesianProduct|^Eager$/.test(operator)),
        `${name}: ${operators.join(' ')}`,
      ).toEqual([]);
      // The text is the cache's key: the same shape with other values is the same text.
      expect(compilePlan(otherValues(plan)).cypher).toBe(cypher);
    }
  });

  it('refuses a database that a newer claimgraph wrote', async () => {
    const session = driver.session();
    await session.run('MATCH (m:ClaimgraphModel) SET m.version = m.version + 1');
    await expect(openNeo4jStore({ uri: uri! })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('newer claimgraph'),
    });
    await session.run('MATCH (m:ClaimgraphModel) SET m.version = m.version - 1');
    await session.close();
  });
});

function operatorsOf(plan: CypherPlan): string[] {
  return [plan.operatorType.split('@')[0]!, ...plan.children.flatMap(operatorsOf)];
}

const list = (where: Condition): ListRead => ({
  where,
  retracted: 'EXCLUDE',
  order: [{ field: 'firstSaid', direction: 'DESC', nulls: 'LAST' }],
  page: { size: 20, direction: 'forward', wants: { items: true, total: true, previous: true, next: true } },
  selection: { shape: 'Claim', fields: ['id'], edges: [] },
});
const is = (field: string, value: string): Condition => ({ kind: 'in', field, values: [value] });
const related = (edge: string, condition: Condition): Condition => ({ kind: 'related', edge, condition });

const SHAPES: Record<string, Plan> = {
  point: { kind: 'one', record: 'Entity', by: 'key', value: 'parler', selection: { shape: 'Entity', fields: ['id'], edges: [] } },
  dossier: {
    kind: 'one',
    record: 'Entity',
    by: 'key',
    value: 'parler',
    selection: { shape: 'Entity', fields: ['id'], edges: [{ kind: 'page', slot: 'x', edge: 'claims', list: list(EVERYTHING) }] },
  },
  'filtered page': {
    kind: 'list',
    record: 'Claim',
    list: list({
      kind: 'all',
      conditions: [
        related('subject', is('key', 'parler')),
        { kind: 'within', field: 'firstSaid', lower: 0, upper: 1e13, match: 'POSSIBLY' },
      ],
    }),
  },
  'by publisher': {
    kind: 'list',
    record: 'Claim',
    list: list(related('citations', related('source', related('publisher', is('key', 'buzzfeed'))))),
  },
  'by participant': { kind: 'list', record: 'Claim', list: list(related('participants', related('entity', is('key', 'parler')))) },
  'newest first': {
    kind: 'list',
    record: 'Claim',
    list: { ...list(EVERYTHING), page: { ...list(EVERYTHING).page, wants: { items: true, total: false, previous: false, next: true } } },
  },
};

function otherValues(plan: Plan): Plan {
  return JSON.parse(JSON.stringify(plan).replaceAll('parler', 'another').replaceAll('buzzfeed', 'other')) as Plan;
}

describe.skipIf(!hasJava())('a Neo4j that goes away', () => {
  it('is told soon, loses nothing acknowledged, and is back without a restart', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimgraph-away-'));
    let database = await startJava(folder);
    const store = await openNeo4jStore({ uri: database.uri });
    const server = await startServer(store);
    const acknowledged: string[] = [];
    const codes = new Set<string>();
    let slowest = 0;
    const underLoad = { running: true };
    const load = async (name: string) => {
      for (let index = 0; underLoad.running; index++) {
        const key = `${name}-${index}`;
        const started = performance.now();
        const { body } = await server.ask(
          'mutation ($key: String) { addEntity(input: { key: $key, kind: PLACE, names: [{ language: "en", text: "Place" }] }) { outcome } }',
          { key },
        );
        if (body.errors) {
          codes.add(body.errors[0]!.extensions.code);
          slowest = Math.max(slowest, performance.now() - started);
          await new Promise((resolve) => setTimeout(resolve, 50));
        } else acknowledged.push(key);
        const read = await server.ask('{ stats { records { active } } }');
        if (read.body.errors) codes.add(read.body.errors[0]!.extensions.code);
      }
    };
    const workers = ['a', 'b', 'c'].map(load);
    try {
      await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(30);
      const { port } = database;
      await database.stop();
      await expect.poll(() => codes.size, { timeout: 30_000 }).toBeGreaterThan(0);
      const before = acknowledged.length;
      database = await startJava(folder, port);
      await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before + 5);
    } finally {
      underLoad.running = false;
      await Promise.all(workers);
    }

    expect(
      [...codes].every((code) => ['STORE_UNAVAILABLE', 'STORE_BUSY'].includes(code)),
      [...codes].join(),
    ).toBe(true);
    // Not a measure of speed, which a machine under load cannot give: the driver by itself would have waited 30 seconds.
    expect(slowest).toBeLessThan(30_000);
    const kept = new Set((await store.changes(0, 100_000)).map(({ document }) => document['key'] as string));
    expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
    expect(await store.check(() => undefined)).toEqual([]);
    await server.stop();
    await store.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('that is not there at the start is told in one line within 3 seconds', async () => {
    const started = performance.now();
    await expect(openNeo4jStore({ uri: 'bolt://127.0.0.1:9' })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
