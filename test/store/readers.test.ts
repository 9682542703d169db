/**
 * What readers may not see: a graph with drafts and restricted records, asked by a reader, must answer exactly
 * as one in which they never were, and in which those who wrote are called by their pseudonyms, made out of its
 * log. Ids, times and cursors are the same in both.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.js';
import type { RecordName } from '../../src/model/definition.js';
import { RECORD_NAMES } from '../../src/model/graph.js';
import { withoutPeers } from '../../src/model/changeset/readers.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Change, Store } from '../../src/store/store.js';
import { poolsOf } from '../support/pools.js';
import { Random } from '../support/random.js';
import { fillRandomly, type RandomGraph, type Secrets } from '../support/random-graph.js';
import { QueryMaker, type RandomOperation } from '../support/random-query.js';
import { rootFieldsApart } from '../support/root-fields.js';
import { shrunkOperation } from '../support/shrink.js';
import { startServer, type Answer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const SEED = Number(process.env['CLAIMGRAPH_TEST_SEED'] ?? 20_261_126);
/** Of each of the two ways in which records come to be withheld. */
const DEFAULTS: Record<string, number> = { sqlite: 1_500, neo4j: 100 };
const SIZES = { entities: 25, sources: 24, claims: 40, citations: 90, links: 24 };
const LIMITS = { rateMax: '0', costMax: '100000000', depthMax: '60', conditionDepthMax: '60', tokensMax: '50000' } as const;
const AT_ONCE = 8;

interface Difference {
  readonly given: unknown;
  readonly wanted: unknown;
}

/** An operation that asks how a name begins. */
const FEELING = /(createdBy|recordedBy|by)"?: ?\{[^{}]*startsWith/;
const textOf = ({ query, variables }: RandomOperation): string => `${query} ${JSON.stringify(variables)}`;

const CASES = STORE_KINDS.flatMap((kind) => (['BEGINNING', 'END'] as const).map((from) => ({ ...kind, from })));

describe.each(CASES)('what is withheld from the $from on, on $name', ({ name, open, from }) => {
  const OPERATIONS = Number(process.env['CLAIMGRAPH_TEST_RANDOM_OPERATIONS'] ?? DEFAULTS[name]);
  const folder = temporaryFolder();
  let under: StoreUnderTest;
  let without: Store;
  let filled: RandomGraph;
  let withheld: ReadonlyMap<RecordName, ReadonlySet<string>>;
  let pseudonyms: ReadonlyMap<string, string>;
  let servers: Readonly<Record<'reader' | 'without', RunningServer>>;

  beforeAll(async () => {
    under = await open();
    filled = await fillRandomly(under.store, new Random(SEED), SIZES, undefined, {
      from,
    } satisfies Secrets);
    const changes = await under.store.changes(0, 1_000_000);
    withheld = await withheldOf(under.store, changes);
    pseudonyms = await pseudonymsOf(under.store, changes);
    without = openSqliteStore(join(folder, 'without.db'));
    await without.replay(changesWithout(changes, withheld, pseudonyms), await textsOf(under.store, changes));
    servers = {
      reader: await startServer(under.store, { ...LIMITS, publicUrl: 'https://example.org', anonymousRole: 'reader' }),
      without: await startServer(without, { ...LIMITS, publicUrl: 'https://example.org' }),
    };
  }, 1_500_000);
  afterAll(async () => {
    for (const server of Object.values(servers)) await server.stop();
    await without.close();
    await under.close();
    rmSync(folder, { recursive: true });
  });

  it(`readers' answers to ${OPERATIONS} operations are those of a graph without it`, { timeout: 1_500_000 }, async () => {
    for (const record of RECORD_NAMES)
      if (record !== 'Predicate') expect(withheld.get(record)!.size, `withheld of ${record}`).toBeGreaterThan(2);
    const schema = await createSchema();
    const plain = poolsOf(filled, new Random(SEED));
    // As often as any text: those who wrote, by name and by pseudonym.
    const authors = [...pseudonyms].flat().flatMap((each) => plain.texts.slice(0, plain.texts.length / 12).map(() => each));
    const pools = { ...plain, texts: [...plain.texts, ...authors], keys: filled.keys };
    let answered = 0;
    let felt = 0;
    const both = ({ query, variables }: RandomOperation) =>
      Promise.all([servers.reader.ask(query, variables), servers.without.ask(query, variables)]);
    /** What readers are told otherwise than they should be. */
    const differencesIn = async (operation: RandomOperation): Promise<Difference[]> => {
      const [reader, expected] = await both(operation);
      if (!expected.body.errors) answered++;
      // Of several root fields that fail, the whole answer is the error of the first to fail: which, chance decides.
      const isByChance = reader.body.data === null && expected.body.data === null;
      const answers = isByChance ? await Promise.all(rootFieldsApart(operation).map(both)) : [[reader, expected] as const];
      return answers.flatMap(([one, other]) => {
        // A pseudonym is equal or not: to ask how it begins is refused, and is all that differs.
        const isFelt = one.body.errors?.some(feelsAlong) === true;
        felt += Number(isFelt);
        const [given, wanted] = isFelt ? [textOf(operation), FEELING] : [shownOf(one.body), shownOf(other.body)];
        return (isFelt ? FEELING.test(textOf(operation)) : isDeepStrictEqual(given, wanted)) ? [] : [{ given, wanted }];
      });
    };
    const run = async (index: number) => {
      const operation = new QueryMaker(schema, new Random(SEED + index), pools, true).operation();
      if ((await differencesIn(operation)).length === 0) return;
      const small = await shrunkOperation(schema, operation, async (smaller) => (await differencesIn(smaller)).length > 0);
      const [difference] = await differencesIn(small);
      const where = `${textOf(small)}, cut down from seed ${SEED + index}: ${textOf(operation)}`;
      expect(difference?.given, where).toEqual(difference?.wanted);
      expect.fail(where);
    };
    for (let start = 0; start < OPERATIONS; start += AT_ONCE)
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, OPERATIONS - start) }, (_, offset) => run(start + offset)));
    expect(answered).toBeGreaterThan(OPERATIONS * 0.5);
    expect(felt).toBeLessThan(OPERATIONS * 0.1);
  });

  it('the change log and every export are those of a graph without it', async () => {
    const log =
      '{ changes(first: 100, since: SINCE) { changes { kind id version operation recordedAt recordedBy reason record { id } } position hasMore } }';
    const all = async (server: RunningServer) => {
      const changes: unknown[] = [];
      for (let since = 0; ;) {
        const { changes: page } = await server.data(log.replace('SINCE', String(since)));
        changes.push(...page.changes);
        since = page.position;
        if (!page.hasMore) return changes;
      }
    };
    const [shown, expected] = [await all(servers.reader), await all(servers.without)];
    expect(expected.length).toBeGreaterThan(100);
    expect(shown).toEqual(expected);
    const written = JSON.stringify(shown);
    expect(pseudonyms.size).toBeGreaterThan(2);
    for (const [name, pseudonym] of pseudonyms) {
      expect(written).not.toContain(`"recordedBy":"${name}"`);
      expect(written).toContain(`"recordedBy":"${pseudonym}"`);
    }
    const formats = ['jsonl', 'claimreview', 'ftm', 'nanopub', 'nquads', 'graphml'];
    for (const format of formats) {
      const [reader, other] = await Promise.all([servers.reader, servers.without].map(({ url }) => fetch(`${url}/export/${format}`)));
      expect(other!.status, format).toBe(200);
      const text = (response: Response) => response.text();
      expect(await text(reader!), format).toBe(await text(other!));
    }
  });
});

/** Where the text of an error has an id of a record, which ids are not otherwise. */
const shownOf = ({ data, errors }: Answer['body']) => ({
  data,
  errors: errors?.map(({ extensions, path }) => [extensions.code, path]),
});

async function withheldOf(store: Store, changes: readonly Change[]): Promise<Map<RecordName, Set<string>>> {
  const withheld = new Map<RecordName, Set<string>>();
  for (const record of RECORD_NAMES) {
    const ids = [...new Set(changes.filter((change) => change.record === record).map(({ id }) => id))];
    const pairs = record === 'Predicate' ? [] : ((await store.ask({ fetch: 'withheld', record, ids })).pairs ?? []);
    withheld.set(record, new Set(pairs.map(([id]) => id)));
  }
  return withheld;
}

const feelsAlong = ({ extensions: { code, path } }: NonNullable<Answer['body']['errors']>[number]): boolean =>
  code === 'FORBIDDEN' && /^where\.(createdBy|recordedBy|by)\.startsWith$/.test(path ?? '');

async function pseudonymsOf(store: Store, changes: readonly Change[]): Promise<Map<string, string>> {
  const names = [...new Set(changes.flatMap(({ recordedBy }) => recordedBy ?? []))];
  return new Map((await store.ask({ fetch: 'authors', names, pseudonyms: [] })).pairs);
}

function changesWithout(
  changes: readonly Change[],
  withheld: ReadonlyMap<RecordName, ReadonlySet<string>>,
  pseudonyms: ReadonlyMap<string, string>,
): Change[] {
  const called = (name: string | undefined) => (name === undefined ? undefined : pseudonyms.get(name)!);
  const peers = new Set([...withheld.values()].flatMap((ids) => [...ids]));
  return changes
    .filter(({ record, id }) => !withheld.get(record)!.has(id))
    .map((change, index) => ({
      ...change,
      position: index + 1,
      recordedBy: called(change.recordedBy),
      retraction: change.retraction && { ...change.retraction, by: called(change.retraction.by) },
      document: withoutPeers(change, peers),
    }));
}

async function textsOf(store: Store, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
  return store.texts([...new Set(changes.flatMap(({ document }) => (document['digest'] as string | undefined) ?? []))]);
}
