/** What is only suspected to be a relay or a copy: said, shown and counted on a line of its own. Cases for a store that is open. */
import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../src/plan/plan.js';
import type { Store } from '../../src/store/store.js';
import { exportBytes, exportText, importText } from '../support/importing.js';
import { startServer, type RunningServer } from '../support/server.js';
import { withStores } from '../support/sqlite.js';

const en = (text: string) => [{ language: 'en', text }];
const article = (key: string, more: object = {}) => ({ source: { key, kind: 'ARTICLE', title: key, ...more } });
const claim = (key: string, citations: object[] = []) => ({ claim: { key, texts: en(key), citations } });
const citing = (key: string, source: string, more: object = {}) => ({ key, source, stance: 'SUPPORTS', ...more });
const TYPO = 'both print "Pigs Can Fly" for "Big Scan"';
const suspecting = (...citations: string[]) => ({ suspectedRelays: citations.map((each) => ({ citation: each, reason: TYPO })) });
const copying = (source: string, kind = 'SYNDICATES') => ({ suspectedDerivations: [{ kind, source, reason: TYPO }] });

const NUMBERS = 'independentSupporting independentSupportingAtLeast independentRefuting independentRefutingAtLeast';
const JOIN =
  'kind reason citation { key } source { key } origin { source { key } } beginsAt(first: 9) { state source { key } citation { key } }';
const COUNTED = `query ($key: String, $asOf: DateTime) { claim(key: $key, asOf: $asOf) { ${NUMBERS}
  corroboration { ${NUMBERS} groupCount suspectedCount suspected(first: 9) { ${JOIN} } groups(first: 9) { origins(first: 9) { source { key } } suspected(first: 9) { ${JOIN} } } } } }`;

export function suspicions(opened: () => { readonly store: Store; readonly server: RunningServer }): void {
  const write = async (...items: object[]) => {
    const { applied, results } = await opened().store.write({ items });
    expect(applied, JSON.stringify(results.find(({ problems }) => problems.length > 0))).toBe(true);
  };
  const data = (query: string, variables: Record<string, unknown> = {}) => opened().server.data(query, variables);
  /** At most and at least: as kept, and as the analysis says; both must be the same. */
  const counted = async (key: string, server = opened().server, asOf?: string): Promise<any> => {
    const { claim: found } = await server.data(COUNTED, { key, asOf });
    const { corroboration, ...kept } = found;
    expect(corroboration).toMatchObject(kept);
    return { ...corroboration, numbers: [kept.independentSupporting, kept.independentSupportingAtLeast] };
  };
  const numbers = async (key: string): Promise<number[]> => (await counted(key)).numbers;
  const now = async (): Promise<string> => {
    const [change] = await opened().store.changes((await opened().store.position()) - 1, 1);
    return new Date(change!.recordedAt).toISOString();
  };

  describe('the same typo in two papers', () => {
    let suspected: string;
    let withdrawn: string;
    beforeAll(async () => {
      await write(
        article('typo-a'),
        article('typo-b'),
        claim('typo', [citing('typo-a-says', 'typo-a'), citing('typo-b-says', 'typo-b', suspecting('typo-a-says'))]),
      );
      suspected = await now();
    });

    it('makes at most two and at least one, and the groups say why', async () => {
      const found = await counted('typo');
      expect(found.numbers).toEqual([2, 1]);
      const join = {
        kind: 'RELAY',
        reason: TYPO,
        citation: { key: 'typo-a-says' },
        source: { key: 'typo-a' },
        origin: { source: { key: 'typo-b' } },
        beginsAt: [{ state: 'UNSEEN', source: { key: 'typo-a' }, citation: { key: 'typo-a-says' } }],
      };
      expect([found.groupCount, found.suspectedCount, found.suspected]).toEqual([2, 1, [join]]);
      for (const group of found.groups) expect(group.suspected).toEqual([join]);
    });

    it('is shown on both records and in the chain, which has no step more', async () => {
      const { a, b } =
        await data(`{ a: citation(key: "typo-a-says") { suspectedRelays { reason } suspectedRelayedBy(first: 5) { nodes { key } } }
        b: citation(key: "typo-b-says") { relays(first: 5) { totalCount } suspectedRelays { reason citation { key } }
          chain { depth steps { isOrigin suspicions(first: 5) { kind reason citation { key } source { key } } } } } }`);
      expect(a).toEqual({ suspectedRelays: [], suspectedRelayedBy: { nodes: [{ key: 'typo-b-says' }] } });
      expect(b).toEqual({
        relays: { totalCount: 0 },
        suspectedRelays: [{ reason: TYPO, citation: { key: 'typo-a-says' } }],
        chain: {
          depth: 0,
          steps: [
            {
              isOrigin: true,
              suspicions: [{ kind: 'RELAY', reason: TYPO, citation: { key: 'typo-a-says' }, source: { key: 'typo-a' } }],
            },
          ],
        },
      });
    });

    it('is found and sorted by what is left', async () => {
      const { claims } = await data(`{ claims(first: 5, orderBy: { field: INDEPENDENT_SUPPORTING_AT_LEAST, direction: DESC },
        where: { key: { eq: "typo" }, independentSupporting: { gte: 2 }, independentSupportingAtLeast: { lte: 1 } }) { nodes { key } } }`);
      expect(claims.nodes).toEqual([{ key: 'typo' }]);
      const { citations } = await data(
        '{ citations(first: 5, where: { suspectedRelays: { some: { citation: { key: { eq: "typo-a-says" } } } } }) { nodes { key } } }',
      );
      expect(citations.nodes).toEqual([{ key: 'typo-b-says' }]);
    });

    it('can be taken back, and then be confirmed: the suspicion goes with it; each moment keeps its numbers', async () => {
      await write({ citation: { key: 'typo-b-says', suspectedRelays: [] } });
      expect(await numbers('typo')).toEqual([2, 2]);
      withdrawn = await now();
      await write({ citation: { key: 'typo-b-says', ...suspecting('typo-a-says') } });
      await write({ citation: { key: 'typo-b-says', relays: ['typo-a-says'] } });
      expect(await numbers('typo')).toEqual([1, 1]);
      const { citation } = await data(
        '{ citation(key: "typo-b-says") { suspectedRelays { reason } relays(first: 5) { nodes { key } } history { differences { member } } } }',
      );
      expect([citation.suspectedRelays, citation.relays.nodes]).toEqual([[], [{ key: 'typo-a-says' }]]);
      expect(citation.history[0].differences).toEqual([{ member: 'relayParts' }, { member: 'suspectedRelays' }]);
      for (const [asOf, then] of [
        [suspected, [2, 1]],
        [withdrawn, [2, 2]],
      ] as const)
        expect((await counted('typo', undefined, asOf)).numbers).toEqual(then);
    });
  });

  describe('a suspected copy of a source', () => {
    it.each([
      ['SYNDICATES', 1],
      ['TRANSLATES', 1],
      ['REPORTS', 2],
      ['QUOTES', 2],
    ])('that %s it leaves %i at least, also where the other has no citation of the claim', async (kind, least) => {
      const key = `copy-${kind}`;
      await write(
        article(`${key}-wire`),
        article(`${key}-a`, copying(`${key}-wire`, kind)),
        article(`${key}-b`, copying(`${key}-wire`, kind)),
        claim(key, [citing(`${key}-1`, `${key}-a`), citing(`${key}-2`, `${key}-b`)]),
        claim(`${key}-wired`, [citing(`${key}-3`, `${key}-wire`), citing(`${key}-4`, `${key}-b`)]),
      );
      // Two copies of what nobody cites have the same words from it, each in the name of its own citation, in one source.
      expect(await numbers(key)).toEqual([2, least]);
      expect(await numbers(`${key}-wired`)).toEqual([2, least]);
      const { source } = await data(
        'query ($key: String) { source(key: $key) { derivations { kind } suspectedDerivations { kind reason source { key } } suspectedDerivatives(first: 5, orderBy: { field: TITLE }) { nodes { key } } } }',
        { key: `${key}-a` },
      );
      expect(source).toEqual({
        derivations: [],
        suspectedDerivations: [{ kind, reason: TYPO, source: { key: `${key}-wire` } }],
        suspectedDerivatives: { nodes: [] },
      });
    });

    it('needs a reason', async () => {
      const bare = { suspectedDerivations: [{ kind: 'SYNDICATES', source: 'typo-a' }] };
      const { results } = await opened().store.write({ items: [article('bare', bare)] });
      expect(results[0]!.problems).toMatchObject([
        { code: 'BAD_INPUT', path: ['items', 0, 'source', 'suspectedDerivations', 0, 'reason'] },
      ]);
    });

    it('says nothing of what its citation is known to relay, and may stand beside a known quotation', async () => {
      await write(
        article('known-a'),
        article('known-b'),
        article('known-c', { derivations: [{ kind: 'QUOTES', source: 'known-b' }], ...copying('known-b') }),
        claim('known', [
          citing('known-a-says', 'known-a'),
          citing('known-b-says', 'known-b'),
          citing('known-c-says', 'known-c', { relays: ['known-a-says'], ...suspecting('known-b-says') }),
        ]),
      );
      expect(await counted('known')).toMatchObject({ numbers: [2, 2], suspectedCount: 0 });
    });
  });

  describe('what would be left', () => {
    it('is nothing of what was got from somebody who was retracted, or says another claim; an impact counts so, too', async () => {
      await write(
        article('left-a'),
        article('left-b'),
        article('left-c'),
        claim('left-other', [citing('left-other-says', 'left-c')]),
        claim('left', [citing('left-a-says', 'left-a'), citing('left-b-says', 'left-b', suspecting('left-a-says'))]),
        claim('misread', [citing('misread-says', 'left-b', suspecting('left-other-says'))]),
      );
      const { citation } = await data(`{ citation(key: "left-a-says") { impact { claims(first: 5) { claim { key }
        before { ${NUMBERS} suspectedCount } after { ${NUMBERS} suspected(first: 5) { beginsAt(first: 5) { source { key } } } } } } } }`);
      expect(citation.impact.claims).toEqual([
        {
          claim: { key: 'left' },
          before: {
            independentSupporting: 2,
            independentSupportingAtLeast: 1,
            independentRefuting: 0,
            independentRefutingAtLeast: 0,
            suspectedCount: 1,
          },
          after: {
            independentSupporting: 1,
            independentSupportingAtLeast: 0,
            independentRefuting: 0,
            independentRefutingAtLeast: 0,
            suspected: [{ beginsAt: [] }],
          },
        },
      ]);
      await write({ retract: { kind: 'Citation', reference: 'left-a-says', reason: 'a test' } });
      expect(await numbers('left')).toEqual([1, 0]);
      await write({ restore: { kind: 'Citation', reference: 'left-a-says' } });
      expect(await numbers('left')).toEqual([2, 1]);
      expect(await numbers('misread')).toEqual([1, 0]);
      // The other claim's citation comes to be of this one.
      await write({ citation: { key: 'left-other-says', claim: 'misread' } });
      expect(await numbers('misread')).toEqual([2, 1]);
    });

    it('is one of two that are suspected of each other; and what suspicions lead to through others, whoever published it', async () => {
      await write(
        { entity: { key: 'circle-house', kind: 'ORGANIZATION', names: en('House') } },
        article('circle-a'),
        article('circle-b', copying('circle-a')),
        claim('circle', [citing('circle-b-says', 'circle-b'), citing('circle-a-says', 'circle-a', suspecting('circle-b-says'))]),
        article('way-a', { publisher: 'circle-house' }),
        article('way-b', { publisher: 'circle-house' }),
        article('way-c'),
        article('way-d'),
        claim('way', [
          citing('way-a-says', 'way-a'),
          // Nobody counts who only mentions it; the house's other article does.
          citing('way-b-says', 'way-b', { stance: 'MENTIONS' }),
          citing('way-c-says', 'way-c', suspecting('way-b-says')),
          citing('way-d-says', 'way-d', { stance: 'REFUTES', ...suspecting('way-c-says') }),
        ]),
      );
      expect(await numbers('circle')).toEqual([2, 1]);
      expect(await counted('way')).toMatchObject({ numbers: [2, 1], independentRefuting: 1, independentRefutingAtLeast: 1 });
      await write(article('way-b', { publisher: null }));
      expect(await numbers('way')).toEqual([2, 2]);
    });
  });

  describe('for readers', () => {
    let reader: RunningServer;
    beforeAll(async () => {
      reader = await startServer(opened().store, { anonymousRole: 'reader' });
    });
    afterAll(() => reader.stop());

    it('there is no suspicion of what they may not see, and nothing says that there is', async () => {
      await write(
        article('secret-a', { visibility: 'RESTRICTED' }),
        article('secret-b'),
        article('secret-c', copying('secret-a')),
        claim('secret', [
          citing('secret-a-says', 'secret-a'),
          citing('secret-b-says', 'secret-b', suspecting('secret-a-says')),
          citing('secret-c-says', 'secret-c'),
        ]),
      );
      expect(await numbers('secret')).toEqual([3, 1]);
      expect(await counted('secret', reader)).toMatchObject({ numbers: [2, 2], suspectedCount: 0 });
      const { citation, source, claims } =
        await reader.data(`{ citation(key: "secret-b-says") { suspectedRelays { reason } history { data } chain { steps { suspicions(first: 5) { reason } } } }
        source(key: "secret-c") { suspectedDerivations { reason } history { data } }
        claims(first: 5, where: { key: { eq: "secret" }, independentSupportingAtLeast: { gte: 2 } }) { totalCount } }`);
      expect(JSON.stringify([citation, source])).not.toContain('suspectedRelays":[{');
      expect(JSON.stringify([citation, source])).not.toMatch(/Pigs|"suspectedDerivations":\[\{/);
      expect(claims.totalCount).toBe(1);
      await write(article('secret-a', { visibility: 'PUBLIC' }));
      expect((await counted('secret', reader)).numbers).toEqual([3, 1]);
    });
  });

  describe('when sources are merged', () => {
    it('it is read through the other one; of two that are suspected copies neither is the other', async () => {
      await write(
        article('merge-a'),
        article('merge-a-again'),
        article('merge-b', copying('merge-a-again')),
        claim('merge', [citing('merge-a-says', 'merge-a'), citing('merge-b-says', 'merge-b')]),
      );
      expect(await numbers('merge')).toEqual([2, 2]);
      expect((await counted('merge')).suspected[0].beginsAt).toMatchObject([{ source: { key: 'merge-a-again' } }]);
      await write({ merge: { kind: 'Source', reference: 'merge-a-again', into: 'merge-a', reason: 'one page' } });
      expect(await numbers('merge')).toEqual([2, 1]);
      expect((await counted('merge')).suspected[0].beginsAt).toMatchObject([{ source: { key: 'merge-a' } }]);
      const { results } = await opened().store.write({
        items: [{ merge: { kind: 'Source', reference: 'merge-a', into: 'merge-b', reason: 'one page' } }],
      });
      expect(results[0]!.problems).toMatchObject([{ code: 'CYCLE', hint: expect.stringContaining('suspectedDerivations') }]);
      await write({ unmerge: { kind: 'Source', reference: 'merge-a-again', reason: 'a test' } });
      expect((await counted('merge')).suspected[0].beginsAt).toMatchObject([{ source: { key: 'merge-a-again' } }]);
    });
  });

  describe.each([
    ['derivations', { kind: 'QUOTES' }],
    ['suspectedDerivations', { kind: 'QUOTES', reason: TYPO }],
  ])('a circle of %s that a merge would close', (list, part) => {
    const from = (source: string) => ({ [list]: [{ ...part, source }] });
    const merging = (reference: string, into: string) => ({ merge: { kind: 'Source', reference, into, reason: 'one page' } });
    const refused = async (item: object) => {
      const { results } = await opened().store.write({ items: [item] });
      expect(results.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['CYCLE']);
    };
    const name = (each: string) => `${list}-${each}`;

    it('is refused when it is said of the merged one, when merges are chained, and when one is taken back', async () => {
      await write(...['a', 'b', 'c', 'd', 'e'].map((each) => article(name(each))));
      await write(article(name('c'), from(name('a'))));
      await write(merging(name('b'), name('c')));
      // a comes from b, which is read through c, which comes from a.
      await refused(article(name('a'), from(name('b'))));
      // c comes from a: neither a itself nor b, which is read through c, is read through the other.
      await refused(merging(name('a'), name('b')));
      // While b is read through c, what comes from b comes from c.
      await write(article(name('d'), from(name('b'))));
      await write(article(name('b'), from(name('d'))));
      await refused({ unmerge: { kind: 'Source', reference: name('b') } });
      await write(article(name('b'), { [list]: [] }));
      await write({ unmerge: { kind: 'Source', reference: name('b') } });
    });
  });

  describe('in other forms', () => {
    const where: Condition = { kind: 'in', field: 'key', values: ['form'] };
    beforeAll(async () => {
      await write(
        article('form-a'),
        article('form-b', copying('form-a')),
        claim('form', [citing('form-a-says', 'form-a'), citing('form-b-says', 'form-b', suspecting('form-a-says'))]),
      );
    });

    it('own lines say it, and make it again; RDF says it as suspected and never as derived', async () => {
      const lines = await exportText(opened().store, 'jsonl', where);
      expect(lines.match(/"reason"/g)).toHaveLength(2);
      await withStores(1, async (copy) => {
        expect((await importText(copy, 'jsonl', lines)).refusals).toEqual([]);
        expect(await exportText(copy, 'jsonl')).toBe(lines);
      });
      const quads = await exportText(opened().store, 'nquads', where);
      expect(quads).toContain('<urn:claimgraph:ns#suspectedRelays>');
      expect(quads).toContain('<urn:claimgraph:ns#suspectedDerivations>');
      expect(quads.match(/<urn:claimgraph:ns#reason>/g)).toHaveLength(2);
      expect(quads).not.toContain('wasDerivedFrom');
      expect(await exportText(opened().store, 'nanopub', where)).not.toContain('wasDerivedFrom');
      expect(await exportText(opened().store, 'graphml', where)).toContain('SUSPECTED_SYNDICATES');
    });

    it('an evidence page says how many are left, and what is suspected', async () => {
      const page = strFromU8(unzipSync(await exportBytes(opened().store, 'evidence-pack', where))['index.html']!);
      expect(page).toContain('2 independent origins support it');
      expect(page).toContain('at least 1 independent origin supports it');
      expect(page).toContain('form-b may have got it from form-a: both print &quot;Pigs');
    });
  });
}
