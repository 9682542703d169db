/** Paths and neighbourhoods of random graphs against plain breadth-first search, and at hubs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../support/random.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const GRAPHS = 6;
const ENTITIES = 14;
const en = (text: string) => [{ language: 'en', text }];

type Pair = readonly [string, string];

function randomPairs(seed: number): { names: string[]; pairs: Pair[] } {
  const random = new Random(seed);
  const names = Array.from({ length: ENTITIES }, (_, index) => `p${seed}-${index}`);
  const pairs = Array.from({ length: ENTITIES + random.below(6) }, (): Pair => [random.pick(names), random.pick(names)]);
  return { names, pairs: pairs.filter(([one, other]) => one !== other) };
}

/** Hops from one to all others. */
function distances(start: string, pairs: readonly Pair[]): Map<string, number> {
  const found = new Map([[start, 0]]);
  for (let depth = 1, edge = [start]; edge.length > 0; depth++) {
    const next = pairs.flatMap(([one, other]) => [...(edge.includes(one) ? [other] : []), ...(edge.includes(other) ? [one] : [])]);
    edge = [...new Set(next)].filter((name) => !found.has(name));
    for (const name of edge) found.set(name, depth);
  }
  return found;
}

describe.each(STORE_KINDS)('paths on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store);
    await under.store.write({ items: ['knows', 'met'].map((key) => ({ predicate: { key, labels: en(key) } })) });
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });
  const write = async (...items: object[]) => {
    const { applied, results } = await under.store.write({ items });
    expect(applied, JSON.stringify(results.find(({ problems }) => problems.length > 0))).toBe(true);
  };
  const entity = (key: string) => ({ entity: { key, kind: 'PERSON', names: en(key) } });
  const claim = (key: string, subject: string, object: string, predicate = 'knows') => ({
    claim: { key, texts: en(key), subject, predicate, object },
  });

  it(
    `are as short as a plain search finds them, of ${GRAPHS} graphs, and each hop is a claim of both ends`,
    { timeout: 300_000 },
    async () => {
      for (let seed = 1; seed <= GRAPHS; seed++) {
        const { names, pairs } = randomPairs(seed);
        await write(...names.map(entity), ...pairs.map(([one, other], index) => claim(`p${seed}-claim-${index}`, one, other)));
        const start = names[0]!;
        const far = distances(start, pairs);
        for (const end of names.slice(1)) {
          const { paths } = await server.data(
            'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 6, limit: 20) { complete paths { length hops { from { key } to { key } claimCount claims { subject { key } object { key } } } } } }',
            { from: start, to: end },
          );
          const expected = far.get(end);
          expect(paths.complete).toBe(true);
          if (expected === undefined || expected > 6) expect(paths.paths, `seed ${seed}: ${end}`).toEqual([]);
          else expect(new Set(paths.paths.map(({ length }: any) => length)), `seed ${seed}: ${end}`).toEqual(new Set([expected]));
          for (const { hops } of paths.paths) {
            expect([hops[0].from.key, hops.at(-1).to.key]).toEqual([start, end]);
            for (const [index, hop] of hops.entries()) {
              if (index > 0) expect(hop.from).toEqual(hops[index - 1].to);
              for (const { subject, object } of hop.claims)
                expect(new Set([subject.key, object.key])).toEqual(new Set([hop.from.key, hop.to.key]));
              const between = pairs.filter((pair) => pair.includes(hop.from.key) && pair.includes(hop.to.key));
              expect(hop.claimCount).toBe(between.length);
            }
          }
          expect(new Set(paths.paths.map((path: any) => JSON.stringify(path))).size).toBe(paths.paths.length);
        }
        const { entity: around } = await server.data(
          'query ($key: String) { entity(key: $key) { neighbours(depth: 2, first: 100) { complete count found { depth entity { key } } } } }',
          { key: start },
        );
        const near = [...far].filter(([, depth]) => depth === 1 || depth === 2);
        expect(around.neighbours.complete).toBe(true);
        expect(around.neighbours.found.map((each: any) => `${each.depth} ${each.entity.key}`).sort()).toEqual(
          near.map(([name, depth]) => `${depth} ${name}`).sort(),
        );
      }
    },
  );

  it('go only through the claims asked for', async () => {
    await write(
      entity('a'),
      entity('b'),
      entity('c'),
      claim('a-met-c', 'a', 'c', 'met'),
      claim('a-knows-b', 'a', 'b'),
      claim('b-knows-c', 'b', 'c'),
    );
    const length = async (where: string) => {
      const { paths } = await server.data(`{ paths(from: "a", to: "c"${where}) { paths { length } } }`);
      return paths.paths.map((path: any) => path.length);
    };
    expect(await length('')).toEqual([1]);
    expect(await length(', where: { predicate: { key: { eq: "knows" } } }')).toEqual([2]);
    expect(await length(', where: { predicate: { key: { eq: "knows" } } }, maxLength: 1')).toEqual([]);
    const { entity: around } = await server.data(
      '{ entity(key: "a") { neighbours(where: { predicate: { key: { eq: "met" } } }) { found { entity { key } claims { key } } } } }',
    );
    expect(around.neighbours.found).toEqual([{ entity: { key: 'c' }, claims: [{ key: 'a-met-c' }] }]);
    expect(await server.data('{ paths(from: "a", to: "a") { complete paths { length hops { claimCount } } } }')).toEqual({
      paths: { complete: true, paths: [{ length: 0, hops: [] }] },
    });
  });

  it('say that they are not complete at a hub, and still go through it', async () => {
    const spokes = Array.from({ length: 260 }, (_, index) => `spoke-${index}`);
    await write(entity('hub'), ...spokes.flatMap((key) => [entity(key), claim(`${key}-claim`, key, 'hub')]));
    const { paths } = await server.data('{ paths(from: "spoke-0", to: "spoke-259") { complete paths { hops { to { key } } } } }');
    expect(paths.paths).toEqual([{ hops: [{ to: { key: 'hub' } }, { to: { key: 'spoke-259' } }] }]);
    const { entity: around } = await server.data('{ entity(key: "hub") { neighbours(first: 3) { complete count found { depth } } } }');
    expect(around.neighbours).toEqual({ complete: false, count: 200, found: [{ depth: 1 }, { depth: 1 }, { depth: 1 }] });
  });

  it.each([
    ['{ paths(from: "nobody", to: "hub") { complete } }', 'UNKNOWN_REFERENCE', 'paths.from'],
    ['{ paths(from: "hub", to: "hub", maxLength: 7) { complete } }', 'BAD_INPUT', 'paths.maxLength'],
    ['{ paths(from: "hub", to: "hub", limit: 0) { complete } }', 'BAD_INPUT', 'paths.limit'],
    ['{ entity(key: "hub") { neighbours(depth: 4) { complete } } }', 'BAD_INPUT', 'neighbours.depth'],
    ['{ entity(key: "hub") { neighbours(first: -1) { complete } } }', 'BAD_PAGE', 'neighbours.first'],
  ])('refuse %s', async (query, code, path) => {
    const { body } = await server.ask(query);
    expect(body.errors?.map(({ extensions }) => [extensions.code, extensions.path])).toEqual([[code, path]]);
  });
});
