/** Reads that nobody waits for any more: the database does not go on with them, and answers the next one. */
import { Worker } from 'node:worker_threads';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { givenUpFlag } from '../../src/store/given-up.js';
import type { Condition, Plan } from '../../src/plan/plan.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const CLAIMS = 500;
/** By the time that another thread runs, the read is under way. */
const SETS_THE_FLAG = `const { workerData } = require('node:worker_threads'); Atomics.store(workerData, 0, 1);`;

/** Whose claims lead, by three steps over one hub, to a name that nobody has: every way there is looked at. */
const related = (edge: string, condition: Condition): Condition => ({ kind: 'related', edge, condition });
const beyond = (condition: Condition): Condition => related('claims', related('participants', related('entity', condition)));
const nobody = related('names', { kind: 'contains', field: 'text', folded: 'zzzz' });
const ENDLESS: Plan = {
  kind: 'list',
  record: 'Entity',
  list: {
    where: { kind: 'not', condition: { kind: 'not', condition: beyond(beyond(beyond(nobody))) } },
    retracted: 'EXCLUDE',
    order: [{ field: 'createdAt', direction: 'ASC', nulls: 'LAST' }],
    page: { size: 5, direction: 'forward', wants: { items: true, total: true, previous: false, next: false } },
    selection: { shape: 'Entity', fields: ['id'], edges: [] },
  },
};

describe.each(STORE_KINDS)('a read given up on $name', ({ name, open }) => {
  let under: StoreUnderTest;
  beforeAll(async () => {
    under = await open();
    const entities = Array.from({ length: CLAIMS }, (_, index) => ({
      entity: { key: `e${index}`, kind: 'PERSON', names: en(`Person ${index}`) },
    }));
    await under.store.write({ items: [{ predicate: { key: 'knows', labels: en('knows') } }, ...entities] });
    const claims = Array.from({ length: CLAIMS - 1 }, (_, index) => ({
      claim: { key: `c${index}`, texts: en(`Claim ${index}`), subject: 'e0', predicate: 'knows', object: `e${index + 1}` },
    }));
    expect((await under.store.write({ items: claims })).applied).toBe(true);
  });
  afterAll(() => under.close());

  it('is ended', { timeout: 60_000 }, async () => {
    // SQLite lets nothing else run on the thread that reads: another one sets the flag.
    if (name === 'sqlite') {
      const isGivenUp = givenUpFlag();
      const other = new Worker(SETS_THE_FLAG, { eval: true, workerData: isGivenUp });
      await expect(under.store.read(ENDLESS, { timeout: 50_000, isGivenUp })).rejects.toMatchObject({
        code: 'TIMEOUT',
        message: expect.stringContaining('no longer waits') as string,
      });
      await other.terminate();
      expect(await under.store.read({ kind: 'stats' })).toMatchObject({ kind: 'stats' });
      return;
    }
    const gone = new AbortController();
    const reading = under.store.read(ENDLESS, { timeout: 50_000, signal: gone.signal });
    let over = false;
    const ended = reading.then(
      () => 'answered',
      (error: { code?: string }) => `ended with ${error.code}`,
    );
    void ended.finally(() => (over = true));
    await expect.poll(readsUnderWay, { timeout: 30_000 }).toBe(1);
    // Otherwise nothing is shown.
    expect(over).toBe(false);
    gone.abort();
    expect(await ended).toMatch(/^ended with (TIMEOUT|STORE_BUSY)$/);
    expect(await readsUnderWay()).toBe(0);
    expect(await under.store.read({ kind: 'stats' })).toMatchObject({ kind: 'stats' });
  });
});

async function readsUnderWay(): Promise<number> {
  const driver = neo4j.driver(inject('neo4j')!, undefined, { disableLosslessIntegers: true });
  const session = driver.session();
  const { records } = await session.run(
    "SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'claimgraph' AND metaData.kind = 'list' RETURN count(*) AS count",
  );
  await session.close();
  await driver.close();
  return records[0]!.get('count') as number;
}
