/** The change log: what readers are shown of it, at what cost; and those who follow it, however far behind. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import neo4j, { type Plan as CypherPlan } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ChangeFeed } from '../../src/store/change-feed.js';
import { storeForReaders } from '../../src/store/for-readers.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const person = (key: string, more: object = {}) => ({ entity: { key, kind: 'PERSON', names: en(key), ...more } });

describe.each(STORE_KINDS)('the change log on $name', ({ open }) => {
  let under: StoreUnderTest;
  let store: Store;
  let readers: Store;
  beforeAll(async () => {
    under = await open();
    store = under.store;
    readers = storeForReaders(store);
  });
  afterAll(() => under.close());

  const write = async (...items: unknown[]): Promise<void> => {
    const { results } = await store.write({ items });
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
  };
  /** What readers are shown after a position: keys and versions. */
  const shownAfter = async (since: number): Promise<string[]> => {
    const changes = await readers.changes(since, 100);
    const headers = await readers.changeHeaders(since, 100);
    expect(headers.map(({ position }) => position)).toEqual(changes.map(({ position }) => position));
    return changes.map(({ document, version }) => `${String(document['key'])} ${version}`);
  };

  it('loses for readers what is restricted later, in all its versions, and what refers to it', async () => {
    const since = await store.position();
    await write(person('ann'), person('bob'));
    await write({ claim: { key: 'of-ann', texts: en('Ann came'), subject: 'ann' } }, person('ann', { names: en('Ann') }));
    expect(await shownAfter(since)).toEqual(['ann 1', 'bob 1', 'ann 2', 'of-ann 1']);
    await write(person('ann', { visibility: 'RESTRICTED' }));
    expect(await shownAfter(since)).toEqual(['bob 1']);
    // Written while it is withheld.
    await write({ claim: { key: 'of-ann', note: 'more' } });
    expect(await shownAfter(since)).toEqual(['bob 1']);
  });

  it('has for readers what is published from then on', async () => {
    const since = await store.position();
    await write(person('cleo', { visibility: 'DRAFT' }), { claim: { key: 'of-cleo', texts: en('Cleo came'), subject: 'cleo' } });
    await write({ claim: { key: 'of-cleo', note: 'a note' } });
    expect(await shownAfter(since)).toEqual([]);
    await write(person('cleo', { visibility: 'PUBLIC' }));
    // Of the claim, the version that holds when what it is about is shown.
    expect(await shownAfter(since)).toEqual(['of-cleo 2', 'cleo 2']);
    await write({ claim: { key: 'of-cleo', note: 'another note' } });
    expect(await shownAfter(since)).toEqual(['of-cleo 2', 'cleo 2', 'of-cleo 3']);
  });

  it('shows a record that left what is withheld as it was left, and a retraction', async () => {
    const since = await store.position();
    await write(person('dan'), person('eva'), { claim: { key: 'moved', texts: en('Somebody came'), subject: 'dan' } });
    await write({ claim: { key: 'moved', subject: 'eva' } });
    await write(person('dan', { visibility: 'RESTRICTED' }));
    expect(await shownAfter(since)).toEqual(['eva 1', 'moved 2']);
    await write({ retract: { kind: 'Claim', reference: 'moved', reason: 'a test' } });
    expect(await shownAfter(since)).toEqual(['eva 1', 'moved 2', 'moved 3']);
  });

  it('asks the store once, however much of it is withheld', async () => {
    const since = await store.position();
    for (let batch = 0; batch < 4; batch++)
      await write(...Array.from({ length: 500 }, (_, index) => person(`secret-${batch}-${index}`, { visibility: 'RESTRICTED' })));
    await write(person('last'));
    let asked = 0;
    const counting = storeForReaders({ ...store, changes: (...given) => (asked++, store.changes(...given)) });
    expect((await counting.changes(since, 1)).map(({ document }) => document['key'])).toEqual(['last']);
    expect(asked).toBe(1);
    expect((await store.changes(since, 1)).map(({ document }) => document['key'])).toEqual(['secret-0-0']);
  });

  it('is not read for who does not wait any more, or has no time left', async () => {
    for (const each of [store, readers]) {
      await expect(each.changes(0, 100, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'TIMEOUT' });
      await expect(each.changeHeaders(0, 100, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'TIMEOUT' });
    }
  });

  it('leaves a sound store', async () => {
    expect(await store.check(() => undefined)).toEqual([]);
  });
});

describe('what a reader is shown next', () => {
  const folder = temporaryFolder();
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is found by an index in SQLite, within the time that there is', async () => {
    const file = join(folder, 'graph.db');
    const store = openSqliteStore(file);
    await store.write({ items: [person('ann')] });
    await expect(store.changes(0, 1, { timeout: -1 })).rejects.toMatchObject({ code: 'TIMEOUT' });
    await expect(storeForReaders(store).changes(0, 1, { timeout: -1 })).rejects.toMatchObject({ code: 'TIMEOUT' });
    await store.close();
    const database = new Database(file);
    const plan = database
      .prepare(
        'EXPLAIN QUERY PLAN SELECT v.* FROM "shown_version" s CROSS JOIN "version" v ON v."position" = s."position" WHERE s."position" > 1 ORDER BY s."position" LIMIT 1',
      )
      .all() as { detail: string }[];
    database.close();
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH s USING INTEGER PRIMARY KEY (rowid>?)',
      'SEARCH v USING INTEGER PRIMARY KEY (rowid=?)',
    ]);
  });

  it.skipIf(inject('neo4j') === undefined)('is found by an index in Neo4j', async () => {
    const driver = neo4j.driver(inject('neo4j')!);
    const session = driver.session();
    for (const position of ['position', 'shownPosition']) {
      const { summary } = await session.run(
        `CYPHER 5 EXPLAIN MATCH (v:Version) USING INDEX v:Version(${position}) WHERE v.${position} > $since WITH v ORDER BY v.${position} LIMIT $limit RETURN v {.*} AS version`,
        { since: neo4j.int(1), limit: neo4j.int(1) },
      );
      const operators = operatorsOf(summary.plan as unknown as CypherPlan);
      expect(operators).toContain('NodeIndexSeekByRange');
      expect(operators.filter((operator) => /Sort|Top/.test(operator))).toEqual([]);
    }
    await session.close();
    await driver.close();
  });
});

function operatorsOf(plan: CypherPlan): string[] {
  return [plan.operatorType.split('@')[0]!, ...plan.children.flatMap(operatorsOf)];
}

describe.each(STORE_KINDS)('the feed of changes on $name', ({ open }) => {
  const LOGGED = 2_600;
  let under: StoreUnderTest;
  beforeAll(async () => {
    under = await open();
    for (let written = 0; written < LOGGED; written += 650)
      await under.store.write({ items: Array.from({ length: 650 }, (_, index) => person(`p${written + index}`)) });
  });
  afterAll(() => under.close());
  let ended = new AbortController();
  afterEach(() => {
    ended.abort();
    ended = new AbortController();
  });

  /** A feed whose reads are counted by the position that they begin at. */
  function feedOf(store: Store): { feed: ChangeFeed; readsAt: number[] } {
    const readsAt: number[] = [];
    const counted: Pick<Store, 'changeHeaders' | 'position'> = {
      position: () => store.position(),
      changeHeaders: (since, limit, options) => {
        readsAt.push(since);
        expect(limit).toBeLessThanOrEqual(500);
        return store.changeHeaders(since, limit, options);
      },
    };
    const failures: unknown[] = [];
    return { feed: new ChangeFeed(counted, { interval: 10, onFailure: (error) => failures.push(error) }), readsAt };
  }

  async function followed(feed: ChangeFeed, since: number | undefined, count: number): Promise<number[]> {
    const seen: number[] = [];
    const own = new AbortController();
    for await (const { position } of feed.follow(since, AbortSignal.any([own.signal, ended.signal]))) {
      seen.push(position);
      if (seen.length === count) break;
    }
    return seen;
  }
  const positions = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  it('gives a follower from the beginning every change once, in slices between which others have their turn', async () => {
    const { feed } = feedOf(under.store);
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const end = await under.store.position();
    expect(await followed(feed, 0, end)).toEqual(positions(1, end));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(Math.floor(end / 500) - 2);
  });

  it('begins at the end of the log, wherever its followers are', async () => {
    const { feed, readsAt } = feedOf(under.store);
    const end = await under.store.position();
    const both = Promise.all([followed(feed, undefined, 2), followed(feed, 0, end + 2)]);
    await expect.poll(() => readsAt.includes(end)).toBe(true);
    await under.store.write({ items: [person('q1'), person('q2')] });
    const [newest, all] = await both;
    expect(newest).toEqual(positions(end + 1, end + 2));
    expect(all).toEqual(positions(1, end + 2));
    // Of what was there before, each slice was read by the one who asked for it.
    expect(readsAt.filter((since) => since < end - 500).length).toBe(new Set(readsAt.filter((since) => since < end - 500)).size);
  });

  it('goes on where it was when the last follower goes and another one comes', async () => {
    const { feed, readsAt } = feedOf(under.store);
    const start = await under.store.position();
    const first = followed(feed, undefined, 1);
    await expect.poll(() => readsAt.includes(start)).toBe(true);
    await under.store.write({ items: [person('r1')] });
    expect(await first).toEqual([start + 1]);
    await under.store.write({ items: [person('r2')] });
    readsAt.length = 0;
    expect(await followed(feed, start, 2)).toEqual(positions(start + 1, start + 2));
    // What was kept is not read again.
    expect(Math.min(...readsAt)).toBeGreaterThanOrEqual(start + 1);
  });

  it('does not spin where all that a reader has not seen is withheld', async () => {
    const start = await under.store.position();
    await under.store.write({ items: [person('hidden-1', { visibility: 'DRAFT' }), person('hidden-2', { visibility: 'DRAFT' })] });
    const { feed, readsAt } = feedOf(storeForReaders(under.store));
    const first = followed(feed, start, 1);
    // While it looked at the end of the log some times, nothing else was read again and again.
    await expect.poll(() => readsAt.filter((since) => since === start + 2).length).toBeGreaterThan(5);
    expect(readsAt.length).toBeLessThan(60);
    await under.store.write({ items: [person('shown')] });
    expect(await first).toEqual([start + 3]);
  });
});
