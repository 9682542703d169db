/** What is kept of corroboration with claims is never that of before a write. */
import { describe, expect, it } from 'vitest';
import { startServer } from '../support/server.js';
import { onRandomGraph } from '../support/shrink.js';
import { STORE_KINDS } from '../support/stores.js';

const NUMBERS = 'independentSupporting independentSupportingAtLeast independentRefuting independentRefutingAtLeast independentSeen';
const QUERY = `{ claims(first: 100, retracted: INCLUDE, orderBy: { field: CREATED_AT }) { nodes { key ${NUMBERS}
  knownOnlyThrough(first: 20) { nodes { key } } corroboration { ${NUMBERS} groupCount complete suspectedCount groups(first: 1) { originCount } } short: corroboration { ${NUMBERS} groupCount complete } } }
  supported: claims(first: 100, retracted: INCLUDE, where: { independentSupporting: { gte: 2 } }) { nodes { key } }
  surely: claims(first: 100, retracted: INCLUDE, where: { independentSupportingAtLeast: { gte: 2 } }) { nodes { key } }
  seen: claims(first: 100, retracted: INCLUDE, where: { independentSeen: { gte: 1 } }) { nodes { key } }
  alone: claims(first: 100, retracted: INCLUDE, where: { knownOnlyThrough: { some: {} } }) { nodes { key } }
  sources(first: 100, retracted: INCLUDE) { nodes { key impact { claims(first: 100) { losesLastSeenSource claim { key } } } } } }`;

interface Numbers {
  readonly independentSupporting: number;
  readonly independentSupportingAtLeast: number;
  readonly independentRefuting: number;
  readonly independentRefutingAtLeast: number;
  readonly independentSeen: number;
}
interface Answer {
  readonly claims: {
    readonly nodes: readonly (Numbers & {
      readonly key: string;
      readonly knownOnlyThrough: Nodes;
      readonly corroboration: Numbers & { groups: unknown; suspectedCount: number };
      readonly short: Numbers;
    })[];
  };
  readonly supported: Nodes;
  readonly surely: Nodes;
  readonly seen: Nodes;
  readonly alone: Nodes;
  readonly sources: {
    readonly nodes: readonly {
      readonly key: string;
      readonly impact: { readonly claims: readonly { losesLastSeenSource: boolean; claim: { key: string } }[] };
    }[];
  };
}
interface Nodes {
  readonly nodes: readonly { readonly key: string }[];
}
const keysOf = ({ nodes }: Nodes): string[] => nodes.map(({ key }) => key).sort();

describe.each(STORE_KINDS)('kept corroboration on $name', ({ name, open }) => {
  it('is what the analysis says after every single write, merges, moves and owners included', { timeout: 600_000 }, async () => {
    let [compared, less] = [0, 0];
    const values = new Set<number>();
    const lists = new Set<number>();
    for (const seed of name === 'sqlite' ? [1, 2, 3, 4] : [1]) {
      await onRandomGraph(seed, { entities: 8, sources: 10, claims: 8, citations: 25, links: 2 }, async (fill) => {
        const under = await open();
        const server = await startServer(under.store, { costMax: '100000000' });
        try {
          await fill(under.store, async () => {
            const { claims, supported, surely, seen, alone, sources } = (await server.data(QUERY)) as unknown as Answer;
            for (const { corroboration, short, key, knownOnlyThrough, ...kept } of claims.nodes) {
              const foretold = sources.nodes.filter(({ impact }) =>
                impact.claims.some(({ losesLastSeenSource, claim }) => losesLastSeenSource && claim.key === key),
              );
              expect(keysOf(knownOnlyThrough), `${seed} ${key}`).toEqual(keysOf({ nodes: foretold }));
              lists.add(knownOnlyThrough.nodes.length);
              const { groups: _groups, suspectedCount, ...whole } = corroboration;
              expect(short, `${seed} ${key}`).toEqual(whole);
              expect(whole, `${seed} ${key}`).toMatchObject(kept);
              for (const [most, least] of [
                [kept.independentSupporting, kept.independentSupportingAtLeast],
                [kept.independentRefuting, kept.independentRefutingAtLeast],
              ] as const) {
                expect(least, `${seed} ${key}`).toBeLessThanOrEqual(most);
                if (suspectedCount === 0) expect(least, `${seed} ${key}`).toBe(most);
                less += Number(least < most);
              }
              values.add(kept.independentSupporting);
              compared++;
            }
            const expected = claims.nodes.filter(({ independentSupporting }) => independentSupporting >= 2).map(({ key }) => key);
            expect(supported.nodes.map(({ key }) => key).sort()).toEqual(expected.sort());
            const expectedSurely = claims.nodes
              .filter(({ independentSupportingAtLeast }) => independentSupportingAtLeast >= 2)
              .map(({ key }) => key);
            expect(surely.nodes.map(({ key }) => key).sort()).toEqual(expectedSurely.sort());
            const expectedSeen = claims.nodes.filter(({ independentSeen }) => independentSeen >= 1).map(({ key }) => key);
            expect(seen.nodes.map(({ key }) => key).sort()).toEqual(expectedSeen.sort());
            expect(keysOf(alone)).toEqual(
              keysOf({ nodes: claims.nodes.filter(({ knownOnlyThrough }) => knownOnlyThrough.nodes.length > 0) }),
            );
          });
        } finally {
          await server.stop();
          await under.close();
        }
      });
    }
    expect(compared).toBeGreaterThan(100);
    expect(less).toBeGreaterThan(0);
    expect(values.size).toBeGreaterThan(1);
    expect(lists.size).toBeGreaterThan(2);
  });
});
