/** Merges, splits and proposals of duplicates: what is read through what, now and then, and that undoing undoes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../support/random.js';
import { fillRandomly } from '../support/random-graph.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const entity = (key: string, more: object = {}) => ({ entity: { key, kind: 'ORGANIZATION', names: en(key), ...more } });
const claim = (key: string, subject: string, object?: string) => ({
  claim: { key, texts: en(key), subject, predicate: 'knows', ...(object ? { object } : {}) },
});

/** Everything that can be read but what the history keeps of a merge that was taken back. */
const WHOLE = `{
  entities(first: 100, orderBy: { field: CREATED_AT }, retracted: INCLUDE) { nodes { key retracted names { text } mergedInto { key }
    claims(first: 100) { totalCount nodes { key } } said(first: 100) { totalCount nodes { key } } published(first: 100) { nodes { key } } contributions(first: 100) { nodes { key } } } }
  claims(first: 100, orderBy: { field: CREATED_AT }, retracted: INCLUDE) { totalCount nodes { key firstSaid lastSaid citationCount independentSupporting independentSupportingAtLeast independentRefuting independentSeen knownOnlyThrough(first: 20) { nodes { key } }
    subject { key } object { key } mentions { role entity { key } } qualifiers { entity { key } } participants { roles entity { key } } corroboration { groupCount groups(first: 50) { originCount why { reason } } } } }
  sources(first: 100, orderBy: { field: CREATED_AT }, retracted: INCLUDE) { nodes { key retracted mergedInto { key } publisher { key } contributors { entity { key } } derivations { kind source { key } } suspectedDerivations { kind source { key } } suspectedDerivatives(first: 100) { nodes { key } }
    citations(first: 100) { totalCount nodes { key effectiveDate } } claims(first: 100) { nodes { key } } derivatives(first: 100) { nodes { key } } } }
  citations(first: 100, orderBy: { field: CREATED_AT }, retracted: INCLUDE) { nodes { key effectiveDate speaker { key } source { key } chain { depth steps { kind source { key } } } } }
  stats { records { kind active retracted } }
}`;

describe.each(STORE_KINDS)('merges on $name', ({ name, open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store, { costMax: '100000000' });
    await write({ predicate: { key: 'knows', labels: en('knows') } });
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });
  const write = async (...items: object[]) => {
    const { applied, results } = await under.store.write({ by: 'editor', items });
    expect(applied, JSON.stringify(results.find(({ problems }) => problems.length > 0))).toBe(true);
    return results;
  };
  const data = (query: string, variables: object = {}) => server.data(query, variables as Record<string, unknown>);
  const merge = (duplicates: string[], into: string) =>
    data(
      'mutation ($input: MergeManyInput!) { mergeEntities(input: $input) { outcomes { outcome key version } entity { key claims(first: 50) { totalCount } } } }',
      { input: { duplicates, into, reason: 'the same company' } },
    );
  const unmerge = (reference: string) =>
    data('mutation ($input: UnmergeInput!) { unmerge(input: $input) { outcome record { id ... on Entity { key retracted } } } }', {
      input: { kind: 'ENTITY', reference, reason: 'they are two' },
    });
  const claimsOf = async (key: string, asOf?: string) => {
    const found = await data(
      'query ($key: String, $asOf: DateTime) { entity(key: $key, asOf: $asOf) { key claims(first: 50, orderBy: { field: CREATED_AT }) { totalCount nodes { key } } } }',
      { key, asOf },
    );
    return found.entity && { key: found.entity.key, claims: found.entity.claims.nodes.map((each: { key: string }) => each.key) };
  };
  const problem = async (query: string, variables: object) => {
    const { body } = await server.ask(query, variables as Record<string, unknown>);
    const [first] = body.errors ?? [];
    return first && [first.extensions.code, first.extensions.path];
  };

  it('read everything through one record, whose duplicates keep resolving, and leave the past as it was', async () => {
    const [, first] = await write(entity('acme'), entity('acme-inc'), entity('other'), claim('acme-1', 'acme', 'other'), claim('inc-1', 'acme-inc', 'other'), claim('both', 'acme', 'acme-inc')); // prettier-ignore
    const { entity: before } = await data('{ entity(key: "acme-inc") { id recordedAt } }');
    const merged = await merge(['acme-inc'], 'acme');
    expect(merged.mergeEntities).toEqual({
      outcomes: [{ outcome: 'MERGED', key: 'acme-inc', version: 2 }],
      entity: { key: 'acme', claims: { totalCount: 3 } },
    });
    expect(await claimsOf('acme-inc')).toEqual({ key: 'acme', claims: ['acme-1', 'inc-1', 'both'] });
    const found = await data(
      `query ($id: ID!) { node(id: $id) { ... on Entity { key } } nodes(ids: [$id]) { ... on Entity { key } }
        claims(where: { subject: { id: { eq: $id } } }) { totalCount } entities(first: 50) { nodes { key } }
        both: claim(key: "both") { subject { key } object { key } participants { roles entity { key } } }
        entity(key: "acme") { mergedFrom { nodes { key retraction { reason } mergedInto { key } history { operation reason recordedBy } } } } }`,
      { id: first!.id },
    );
    expect([found.node, found.nodes, found.claims.totalCount]).toEqual([{ key: 'acme' }, [{ key: 'acme' }], 3]);
    expect(found.entities.nodes.map(({ key }: { key: string }) => key).sort()).toEqual(['acme', 'other']);
    expect(found.both).toEqual({
      subject: { key: 'acme' },
      object: { key: 'acme' },
      participants: [{ roles: ['SUBJECT', 'OBJECT'], entity: { key: 'acme' } }],
    });
    expect(found.entity.mergedFrom.nodes).toEqual([
      {
        key: 'acme-inc',
        retraction: { reason: 'the same company' },
        mergedInto: { key: 'acme' },
        history: [
          { operation: 'MERGED', reason: 'the same company', recordedBy: expect.any(String) },
          { operation: 'CREATED', reason: null, recordedBy: 'editor' },
        ],
      },
    ]);
    // Before the merge they were two.
    expect(await claimsOf('acme-inc', before.recordedAt)).toEqual({ key: 'acme-inc', claims: ['inc-1', 'both'] });
    expect(await claimsOf('acme', before.recordedAt)).toEqual({ key: 'acme', claims: ['acme-1', 'both'] });
    // What is written to a duplicate's name is its own once it stands for itself again.
    await write(claim('inc-2', 'acme-inc', 'other'), { entity: { key: 'acme-inc', names: en('Acme Incorporated') } });
    expect((await claimsOf('acme'))!.claims).toContain('inc-2');
    expect((await unmerge('acme-inc')).unmerge).toMatchObject({ outcome: 'UNMERGED', record: { key: 'acme-inc', retracted: false } });
    expect(await claimsOf('acme-inc')).toEqual({ key: 'acme-inc', claims: ['inc-1', 'both', 'inc-2'] });
    expect(await claimsOf('acme')).toEqual({ key: 'acme', claims: ['acme-1', 'both'] });
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it('go on in chains, of which any link can be taken out again', async () => {
    await write(...['a', 'b', 'c', 'd'].map((key) => entity(`chain-${key}`)));
    await write(...['a', 'b', 'c', 'd'].map((key) => claim(`of-${key}`, `chain-${key}`)));
    await merge(['chain-a'], 'chain-b');
    await merge(['chain-b'], 'chain-c');
    await merge(['chain-c'], 'chain-d');
    for (const key of ['a', 'b', 'c', 'd']) expect((await claimsOf(`chain-${key}`))!.key).toBe('chain-d');
    expect((await claimsOf('chain-a'))!.claims).toEqual(['of-a', 'of-b', 'of-c', 'of-d']);
    await unmerge('chain-b');
    expect(await claimsOf('chain-a')).toEqual({ key: 'chain-b', claims: ['of-a', 'of-b'] });
    expect(await claimsOf('chain-c')).toEqual({ key: 'chain-d', claims: ['of-c', 'of-d'] });
    await unmerge('chain-a');
    await unmerge('chain-c');
    for (const key of ['a', 'b', 'c', 'd']) expect(await claimsOf(`chain-${key}`)).toEqual({ key: `chain-${key}`, claims: [`of-${key}`] });
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it('refuse what would not make sense, and say where', async () => {
    await write(entity('x'), entity('y'), entity('gone'), { source: { key: 'orig', kind: 'ARTICLE', title: 'o' } }); // prettier-ignore
    await write({ source: { key: 'copy', kind: 'ARTICLE', title: 'c', derivations: [{ kind: 'SYNDICATES', source: 'orig' }] } });
    await write({ retract: { kind: 'Entity', reference: 'gone', reason: 'never was' } });
    const many = (duplicates: string[], into: string, mutation = 'mergeEntities') =>
      problem(`mutation ($input: MergeManyInput!) { ${mutation}(input: $input) { outcomes { key } } }`, {
        input: { duplicates, into, reason: 'r' },
      });
    expect(await many(['x'], 'nobody')).toEqual(['UNKNOWN_REFERENCE', 'input.into']);
    expect(await many(['nobody'], 'x')).toEqual(['NOT_FOUND', 'input.duplicates[0]']);
    expect(await many(['x', 'x'], 'y')).toEqual(['DUPLICATE', 'input.duplicates[1]']);
    expect(await many(['x'], 'x')).toEqual(['CYCLE', 'input.into']);
    expect(await many(['gone'], 'x')).toEqual(['RETRACTED', 'input.duplicates[0]']);
    expect(await many(['x'], 'gone')).toEqual(['RETRACTED', 'input.into']);
    expect(await many(['orig'], 'copy', 'mergeSources')).toEqual(['CYCLE', 'input.into']);
    expect(await many([], 'x')).toEqual(['TOO_LONG', 'input.duplicates']);
    await merge(['x'], 'y');
    expect(await many(['y'], 'x')).toEqual(['CYCLE', 'input.into']);
    expect(await many(['x'], 'acme')).toEqual(['DUPLICATE', 'input.duplicates[0]']);
    expect((await merge(['x'], 'y')).mergeEntities.outcomes[0].outcome).toBe('UNCHANGED');
    const restore = 'mutation ($input: RestoreInput!) { restore(input: $input) { outcome } }';
    expect(await problem(restore, { input: { kind: 'ENTITY', reference: 'x' } })).toEqual(['RETRACTED', 'input.reference']);
    expect((await unmerge('x')).unmerge.outcome).toBe('UNMERGED');
    expect((await unmerge('x')).unmerge.outcome).toBe('UNCHANGED');
  });

  it('of sources join what they carry, and count once for corroboration', async () => {
    await write(entity('paper-a'), entity('paper-b'), { claim: { key: 'told-twice', texts: en('told twice') } });
    await write(
      ...['a', 'b'].map((key) => ({ source: { key: `page-${key}`, kind: 'ARTICLE', title: 'One page', publisher: `paper-${key}`, published: '2021-01-0' + (key === 'a' ? 1 : 2) } })), // prettier-ignore
      ...['a', 'b'].map((key) => ({ citation: { key: `told-${key}`, claim: 'told-twice', source: `page-${key}`, stance: 'SUPPORTS' } })),
    );
    const supported = async () =>
      (await data('{ claim(key: "told-twice") { independentSupporting lastSaid corroboration { groupCount } } }')).claim;
    expect(await supported()).toEqual({ independentSupporting: 2, lastSaid: '2021-01-02', corroboration: { groupCount: 2 } });
    await data('mutation ($input: MergeManyInput!) { mergeSources(input: $input) { source { key citations { totalCount } } } }', {
      input: { duplicates: ['page-b'], into: 'page-a', reason: 'one page at two addresses' },
    });
    expect(await supported()).toEqual({ independentSupporting: 1, lastSaid: '2021-01-01', corroboration: { groupCount: 1 } });
    // What is merged already takes nothing more away.
    for (const dryRun of [true, false]) {
      const { retract } = await data(
        'mutation ($dryRun: Boolean!) { retract(input: { kind: SOURCE, reference: "page-b", reason: "r" }, dryRun: $dryRun) { outcome impact { claimCount } } }',
        { dryRun },
      );
      expect(retract).toEqual({ outcome: dryRun ? 'NOT_APPLIED' : 'UNCHANGED', impact: null });
    }
    await data('mutation { unmerge(input: { kind: SOURCE, reference: "page-b" }) { outcome } }');
    expect(await supported()).toEqual({ independentSupporting: 2, lastSaid: '2021-01-02', corroboration: { groupCount: 2 } });
    // So do publishers that turn out to be one.
    await merge(['paper-b'], 'paper-a');
    expect(await supported()).toEqual({ independentSupporting: 1, lastSaid: '2021-01-02', corroboration: { groupCount: 1 } });
    await unmerge('paper-b');
    expect((await supported()).independentSupporting).toBe(2);
  });

  it('undone leave no trace but in the history, on random graphs', { timeout: 600_000 }, async () => {
    for (const seed of name === 'sqlite' ? [11, 12, 13] : [11]) {
      const fresh = name === 'sqlite' ? await open() : under;
      const asked = name === 'sqlite' ? await startServer(fresh.store, { costMax: '100000000' }) : server;
      const random = new Random(seed);
      await fillRandomly(fresh.store, random, { entities: 10, sources: 10, claims: 15, citations: 25, links: 3 });
      const before = await asked.data(WHOLE);
      const undo: object[] = [];
      for (const [list, kind] of [
        ['entities', 'Entity'],
        ['sources', 'Source'],
      ] as const) {
        // prettier-ignore
        const free = (before[list].nodes as { key: string; retracted: boolean }[]).filter(({ retracted }) => !retracted).map(({ key }) => key);
        for (let index = 0; index < 4; index++) {
          const [reference, into] = [random.pick(free), random.pick(free)];
          const { applied } = await fresh.store.write({ items: [{ merge: { kind, reference, into, reason: 'alike' } }] });
          const { results } = await fresh.store.write({
            items: [{ merge: { kind, reference, into, reason: 'alike' } }],
            onProblem: 'SKIP_ITEM',
          });
          if (applied && results[0]!.status === 'UNCHANGED') undo.push({ unmerge: { kind, reference } });
        }
      }
      const distinct = [...new Map(undo.map((each) => [JSON.stringify(each), each])).values()];
      expect(distinct.length).toBeGreaterThan(1);
      expect(await asked.data(WHOLE), `seed ${seed}`).not.toEqual(before);
      for (const each of distinct.toSorted(() => random.next() - 0.5)) await fresh.store.write({ items: [each] });
      expect(await asked.data(WHOLE), `seed ${seed}: ${JSON.stringify(distinct)}`).toEqual(before);
      expect(await fresh.store.check(() => undefined)).toEqual([]);
      if (name === 'sqlite') {
        await asked.stop();
        await fresh.close();
      }
    }
  });

  it('have splits for what was one and is two', async () => {
    await write(entity('paris'), entity('jo'), claim('paris-fr', 'paris'), claim('paris-tx', 'paris', 'jo'), { source: { key: 'tx-news', kind: 'ARTICLE', title: 't', publisher: 'paris' } }); // prettier-ignore
    await write({ citation: { key: 'tx-word', claim: 'paris-tx', source: 'tx-news', stance: 'SUPPORTS', speaker: 'paris' } });
    const split =
      'mutation ($input: SplitEntityInput!) { splitEntity(input: $input) { outcomes { outcome kind key } entity { key claims { nodes { key } } said { nodes { key } } published { nodes { key } } } } }';
    const input = { entity: 'paris', into: { key: 'paris-texas', kind: 'PLACE', names: en('Paris, Texas') }, claims: ['paris-tx'], citations: ['tx-word'], sources: ['tx-news'], reason: 'two cities' }; // prettier-ignore
    expect(await problem(split, { input: { ...input, claims: ['paris-tx', 'of-a'] } })).toEqual(['BAD_INPUT', 'input.claims[1]']);
    expect(await problem(split, { input: { ...input, entity: 'atlantis' } })).toEqual(['NOT_FOUND', 'input.entity']);
    expect(await problem(split, { input: { ...input, claims: [], citations: [], sources: [] } })).toEqual(['BAD_INPUT', 'input']);
    expect((await data(split, { input })).splitEntity).toEqual({
      outcomes: [
        { outcome: 'CREATED', kind: 'ENTITY', key: 'paris-texas' },
        { outcome: 'CHANGED', kind: 'CLAIM', key: 'paris-tx' },
        { outcome: 'CHANGED', kind: 'CITATION', key: 'tx-word' },
        { outcome: 'CHANGED', kind: 'SOURCE', key: 'tx-news' },
      ],
      entity: {
        key: 'paris-texas',
        claims: { nodes: [{ key: 'paris-tx' }] },
        said: { nodes: [{ key: 'tx-word' }] },
        published: { nodes: [{ key: 'tx-news' }] },
      },
    });
    expect((await claimsOf('paris'))!.claims).toEqual(['paris-fr']);
    const { claim: moved } = await data('{ claim(key: "paris-tx") { history { operation reason differences { member } } } }');
    expect(moved.history[0]).toEqual({ operation: 'CHANGED', reason: 'two cities', differences: [{ member: 'subject' }] });
    await merge(['paris-texas'], 'paris');
    expect((await claimsOf('paris'))!.claims).toEqual(['paris-fr', 'paris-tx']);
  });

  it('are proposed with a score and what it rests on, and never done', async () => {
    await write(
      entity('gb-1', { names: en('Görlitz Bäckerei'), identifiers: [{ scheme: 'lei', value: '5493001KJTIIGC8Y1R12' }] }),
      entity('gb-2', { names: en('Bakery of G.'), identifiers: [{ scheme: 'lei', value: '5493001KJTIIGC8Y1R12' }] }),
      entity('gb-3', { names: en('gorlitz backerei') }),
      entity('gb-4', { names: en('Bäckerei Görlitz') }),
      entity('gb-5', { names: en('Görlitzer Verlagshaus') }),
    );
    const proposals = async (more = '') =>
      (await data(`{ findDuplicates(kind: ENTITY, first: 100 ${more}) { complete recordsLookedAt found { score reasons record { ... on Entity { key } } other { ... on Entity { key } } } } }`)).findDuplicates; // prettier-ignore
    const pairs = (found: { score: number; reasons: string[]; record: { key: string }; other: { key: string } }[]) =>
      Object.fromEntries(
        found
          .filter(({ record, other }) => record.key.startsWith('gb-') && other.key.startsWith('gb-'))
          .map(({ score, reasons, record, other }) => [[record.key, other.key].sort().join(' '), [score, ...reasons]]),
      );
    const expected = {
      'gb-1 gb-2': [1, 'SAME_IDENTIFIER'],
      'gb-1 gb-3': [0.9, 'SAME_NAME'],
      'gb-1 gb-4': [0.899, 'SIMILAR_NAME'],
    };
    expect(pairs((await proposals('of: "gb-1"')).found)).toEqual(expected);
    const all = await proposals();
    expect(all.complete).toBe(true);
    expect(pairs(all.found)).toMatchObject(expected);
    expect(all.found.map(({ score }: { score: number }) => score)).toEqual(all.found.map(({ score }: { score: number }) => score).toSorted((a: number, b: number) => b - a)); // prettier-ignore
    const { stats } = await data('{ entity(key: "gb-3") { mergedInto { key } } stats { records { kind active } } }');
    expect(stats.records.length).toBe(6);
    await merge(['gb-2', 'gb-3'], 'gb-1');
    expect(pairs((await proposals('of: "gb-1"')).found)).toEqual({ 'gb-1 gb-4': [0.899, 'SIMILAR_NAME'] });
  });
});
