/** Editing as people do it: corrections with reasons, several mutations in a request, a log that is searched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveUp, givenUpFlag } from '../../src/store/given-up.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const person = (key: string, more: object = {}) => ({ entity: { key, kind: 'PERSON', names: en(key), ...more } });

describe.each(STORE_KINDS)('editing on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });
  const write = async (items: readonly object[], by = 'test') => {
    const { results } = await under.store.write({ by, items });
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    return results;
  };
  const logged = async (since: number): Promise<unknown[]> =>
    (await under.store.changeHeaders(since, 100)).map(({ record, version, reason }) => [record, version, reason]);

  it('keeps why a record was corrected, in its history and in the log', async () => {
    await write([person('corrected'), { source: { key: 'page', kind: 'POST', title: 'Pgae' } }]);
    const since = await under.store.position();
    const { updateEntity, updateSource } = await server.data(`mutation {
      updateEntity(input: { key: "corrected", kind: ORGANIZATION, reason: "  a firm,\\nno person " }) {
        outcome entity { history { version reason } }
      }
      updateSource(input: { key: "page", title: "Page", reason: "a slip of the pen" }) { outcome }
    }`);
    expect([updateEntity.outcome, updateSource.outcome]).toEqual(['CHANGED', 'CHANGED']);
    expect(updateEntity.entity.history).toEqual([
      { version: 2, reason: 'a firm,\nno person' },
      { version: 1, reason: null },
    ]);
    const { changes } = await server.data('query ($since: Int!) { changes(since: $since) { changes { kind reason } } }', { since });
    expect(changes.changes).toEqual([
      { kind: 'ENTITY', reason: 'a firm,\nno person' },
      { kind: 'SOURCE', reason: 'a slip of the pen' },
    ]);
  });

  it('a write that nobody waits for, or whose time is over, leaves nothing behind', async () => {
    const before = await under.store.position();
    const flag = givenUpFlag();
    giveUp(flag);
    for (const options of [{ timeout: -1 }, { signal: AbortSignal.abort() }, { isGivenUp: flag }])
      await expect(under.store.write({ items: [person('given-up')] }, options)).rejects.toMatchObject({
        code: 'TIMEOUT',
        message: expect.stringContaining('nothing was written') as string,
      });
    expect(await under.store.position()).toBe(before);
  });

  it('a write is given up while it is worked out', async () => {
    const before = await under.store.position();
    const flag = givenUpFlag();
    const items = Array.from({ length: 4_000 }, (_, index) => person(`slow-${index}`));
    const written = under.store.write({ items }, { isGivenUp: flag });
    setImmediate(() => giveUp(flag));
    await expect(written).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(await under.store.position()).toBe(before);
    await write([person('after-that')]);
  });

  it('takes a reason with every kind of record, new or changed, in a changeset too', async () => {
    await write([
      person('why-a', { reason: 'named in the letter' }),
      { predicate: { key: 'why-knows', labels: en('knows') } },
      { source: { key: 'why-s', kind: 'POST', title: 'S' } },
      { claim: { key: 'why-1', texts: en('One') } },
      { claim: { key: 'why-2', texts: en('Two') } },
      { citation: { key: 'why-c', claim: 'why-1', source: 'why-s', stance: 'SUPPORTS' } },
      { claimLink: { key: 'why-l', from: 'why-1', to: 'why-2', kind: 'SUPPORTS' } },
    ]);
    const since = await under.store.position();
    const items = [
      { predicate: { key: 'why-knows', labels: en('is acquainted with'), reason: 'p' } },
      { entity: { key: 'why-a', kind: 'PLACE', reason: 'e' } },
      { source: { key: 'why-s', title: 'S.', reason: 's' } },
      { claim: { key: 'why-1', note: 'n', reason: 'c' } },
      { citation: { key: 'why-c', note: 'n', reason: 'i' } },
      { claimLink: { key: 'why-l', note: 'n', reason: 'l' } },
    ];
    const { applyChangeset } = await server.data(
      'mutation ($items: [ChangeItemInput!]!) { applyChangeset(input: { items: $items }) { outcomes { outcome } } }',
      { items },
    );
    expect(applyChangeset.outcomes).toEqual(items.map(() => ({ outcome: 'CHANGED' })));
    expect(await logged(since)).toEqual([
      ['Predicate', 2, 'p'],
      ['Entity', 2, 'e'],
      ['Source', 2, 's'],
      ['Claim', 2, 'c'],
      ['Citation', 2, 'i'],
      ['ClaimLink', 2, 'l'],
    ]);
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it("gives a claim's reason to the citations given with it, and a split's to its new entity", async () => {
    await write([person('two-in-one'), { source: { key: 'own-s', kind: 'POST', title: 'S' } }]);
    const since = await under.store.position();
    const cited = (key: string, more: object = {}) => ({ key, source: 'own-s', stance: 'SUPPORTS', ...more });
    await write([
      {
        claim: {
          key: 'own-claim',
          texts: en('Said'),
          subject: 'two-in-one',
          reason: 'seen today',
          citations: [cited('own-1'), cited('own-2', { reason: 'heard' })],
        },
      },
    ]);
    await write([
      { split: { entity: 'two-in-one', into: { kind: 'PERSON', names: en('Other') }, reason: 'two people', claims: ['own-claim'] } },
    ]);
    expect(await logged(since)).toEqual([
      ['Claim', 1, 'seen today'],
      ['Citation', 1, 'seen today'],
      ['Citation', 1, 'heard'],
      ['Entity', 1, 'two people'],
      ['Claim', 2, 'two people'],
    ]);
  });

  it.each([
    ['too long', 'x'.repeat(2_001), 'TOO_LONG'],
    ['empty', '   ', 'BAD_TEXT'],
    ['no text', 'a\u0000b', 'BAD_TEXT'],
  ])('refuses a reason that is %s', async (_what, reason, code) => {
    await write([person('reasoned')]);
    const since = await under.store.position();
    const ask = 'mutation ($reason: String) { updateEntity(input: { key: "reasoned", kind: PLACE, reason: $reason }) { outcome } }';
    const { body } = await server.ask(ask, { reason });
    expect(body.data).toEqual({ updateEntity: null });
    expect(body.errors![0]!.extensions).toMatchObject({ code, path: 'input.reason' });
    expect(await under.store.position()).toBe(since);
  });

  it('keeps no reason where nothing changes, and takes the longest that is allowed', async () => {
    await write([person('long')]);
    const since = await under.store.position();
    await write([person('long', { reason: 'again' })]);
    expect(await under.store.position()).toBe(since);
    await write([{ entity: { key: 'long', kind: 'PLACE', reason: 'é'.repeat(2_000) } }]);
    expect(await logged(since)).toEqual([['Entity', 2, 'é'.repeat(2_000)]]);
  });

  it('answers what was written beside a mutation that failed', async () => {
    const { status, body } = await server.ask(`mutation {
      first: addEntity(input: { key: "m1", kind: PERSON, names: [{ language: "en", text: "M1" }] }) { outcome entity { key } }
      second: updateEntity(input: { key: "nobody", kind: PLACE }) { outcome }
      third: addEntity(input: { key: "m3", kind: PERSON, names: [{ language: "en", text: "M3" }] }) { outcome }
    }`);
    expect(status).toBe(200);
    expect(body.data).toEqual({
      first: { outcome: 'CREATED', entity: { key: 'm1' } },
      second: null,
      third: { outcome: 'CREATED' },
    });
    expect(body.errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['second'], 'NOT_FOUND']]);
    const { entities } = await server.data('{ entities(where: { key: { in: ["m1", "m3"] } }) { totalCount } }');
    expect(entities.totalCount).toBe(2);
  });

  it.each([
    ['retract', 'retract(input: { kind: ENTITY, reference: "nobody", reason: "r" }) { outcome }'],
    ['restore', 'restore(input: { kind: ENTITY, reference: "nobody" }) { outcome }'],
    ['mergeEntities', 'mergeEntities(input: { duplicates: ["nobody"], into: "nobody else", reason: "r" }) { outcomes { outcome } }'],
    ['mergeSources', 'mergeSources(input: { duplicates: ["nobody"], into: "other", reason: "r" }) { outcomes { outcome } }'],
    ['unmerge', 'unmerge(input: { kind: ENTITY, reference: "nobody" }) { outcome }'],
    [
      'splitEntity',
      'splitEntity(input: { entity: "nobody", into: { kind: PERSON, names: [{ language: "en", text: "N" }] }, claims: ["none"], reason: "r" }) { outcomes { outcome } }',
    ],
    ['applyChangeset', 'applyChangeset(input: { key: "", items: [] }) { applied }'],
    ['linkClaims', 'linkClaims(input: { from: "none", to: "nothing", kind: SUPPORTS }) { outcome }'],
  ])('leaves what stands before a %s that failed', async (name, mutation) => {
    const add = `addEntity(input: { key: "before-${name}", kind: PERSON, names: [{ language: "en", text: "B" }] }) { outcome }`;
    const { body } = await server.ask(`mutation { ${add} ${mutation} }`);
    expect(body.data).toEqual({ addEntity: { outcome: 'CREATED' }, [name]: null });
    expect(body.errors!.map(({ path }) => path)).toEqual([[name]]);
  });
});

describe.each(STORE_KINDS)('who wrote it on $name', ({ open }) => {
  let under: StoreUnderTest;
  let servers: Record<'admin' | 'reader' | 'shown', RunningServer>;
  beforeAll(async () => {
    under = await open();
    const write = (by: string | undefined, ...items: object[]) => under.store.write({ by, items });
    await write(
      'ann',
      person('p1'),
      { predicate: { key: 'knows', labels: en('knows') } },
      { source: { key: 's1', kind: 'POST', title: 'S' } },
      { claim: { key: 'c1', texts: en('One'), subject: 'p1' } },
      { claim: { key: 'c2', texts: en('Two') } },
      { citation: { key: 'i1', claim: 'c1', source: 's1', stance: 'SUPPORTS' } },
      { claimLink: { key: 'l1', from: 'c1', to: 'c2', kind: 'SUPPORTS' } },
    );
    await write('ben', person('p2'), person('p1', { kind: 'PLACE' }), { claim: { key: 'c1', note: 'seen' } });
    await write(undefined, person('p3'), person('p2', { kind: 'PLACE' }));
    await write('ann', { retract: { kind: 'Source', reference: 's1', reason: 'gone' } }, person('p2', { kind: 'WORK' }));
    servers = {
      admin: await startServer(under.store),
      reader: await startServer(under.store, { anonymousRole: 'reader' }),
      shown: await startServer(under.store, { anonymousRole: 'reader', showAuthors: 'true' }),
    };
  });
  afterAll(async () => {
    for (const server of Object.values(servers)) await server.stop();
    await under.close();
  });

  const ENTITIES = 'query ($where: EntityWhere) { entities(where: $where) { nodes { key createdBy recordedBy } } }';
  const keys = async (server: RunningServer, where: object): Promise<string[]> =>
    (await server.data(ENTITIES, { where })).entities.nodes.map(({ key }: { key: string }) => key);

  it('is told apart from who changed it last', async () => {
    const { entities } = await servers.admin.data(ENTITIES, {});
    expect(entities.nodes).toEqual([
      { key: 'p1', createdBy: 'ann', recordedBy: 'ben' },
      { key: 'p2', createdBy: 'ben', recordedBy: 'ann' },
      { key: 'p3', createdBy: null, recordedBy: null },
    ]);
  });

  it('can be asked for, alone and with others', async () => {
    expect(await keys(servers.admin, { createdBy: { eq: 'ann' } })).toEqual(['p1']);
    expect(await keys(servers.admin, { createdBy: { in: ['ann', 'ben'] } })).toEqual(['p1', 'p2']);
    expect(await keys(servers.admin, { createdBy: { startsWith: 'b' } })).toEqual(['p2']);
    expect(await keys(servers.admin, { createdBy: { ne: 'ann' }, recordedBy: { eq: 'ann' } })).toEqual(['p2']);
    expect(await keys(servers.admin, { createdBy: { exists: false } })).toEqual(['p3']);
    expect(await keys(servers.admin, { claims: { some: { createdBy: { eq: 'ann' }, recordedBy: { eq: 'ben' } } } })).toEqual(['p1']);
  });

  it('can be asked for of every kind of record', async () => {
    const { claims, citations, predicates, sources, claimLinks } = await servers.admin.data(`{
      claims(where: { createdBy: { eq: "ann" } }) { totalCount }
      citations(where: { createdBy: { eq: "ann" } }) { totalCount }
      predicates(where: { createdBy: { eq: "ann" } }) { totalCount }
      sources(where: { createdBy: { eq: "ann" } }, retracted: ONLY) { nodes { key createdBy } }
      claimLinks(where: { createdBy: { eq: "ben" } }) { totalCount }
    }`);
    expect([claims, citations, predicates, claimLinks].map(({ totalCount }) => totalCount)).toEqual([2, 1, 1, 0]);
    expect(sources.nodes).toEqual([{ key: 's1', createdBy: 'ann' }]);
  });

  it('stays what it was at any moment', async () => {
    const [, then] = (await under.store.changeHeaders(0, 100)).map(({ recordedAt }) => recordedAt);
    const asOf = new Date(then!).toISOString();
    const { entities } = await servers.admin.data(
      'query ($asOf: DateTime!) { entities(where: { createdBy: { eq: "ann" } }, asOf: $asOf) { nodes { key createdBy recordedBy } } }',
      { asOf },
    );
    expect(entities.nodes).toEqual([{ key: 'p1', createdBy: 'ann', recordedBy: 'ann' }]);
  });

  it('is a pseudonym for readers, by which they can ask', async () => {
    const { entities } = await servers.reader.data(ENTITIES, {});
    const [first, second, third] = entities.nodes;
    expect(first.createdBy).toMatch(/^contributor-/);
    expect([first.createdBy, second.createdBy, third.createdBy]).toEqual([second.recordedBy, first.recordedBy, null]);
    expect(await keys(servers.reader, { createdBy: { eq: first.createdBy } })).toEqual(['p1']);
    expect(await keys(servers.reader, { createdBy: { eq: 'ann' } })).toEqual([]);
    const { body } = await servers.reader.ask(ENTITIES, { where: { createdBy: { startsWith: 'a' } } });
    expect(body.errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect(await keys(servers.shown, { createdBy: { eq: 'ann' } })).toEqual(['p1']);
  });

  it('leaves a sound store', async () => {
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it('says to whoever asks as whom, and what they may do', async () => {
    const ME = '{ me { name anonymous role permissions } }';
    const read = ['READ', 'READ_DRAFTS', 'READ_AUTHORS', 'WRITE', 'JUDGE', 'OPERATE'];
    expect((await servers.admin.data(ME)).me).toEqual({ name: 'anonymous', anonymous: true, role: 'ADMIN', permissions: read });
    expect((await servers.reader.data(ME)).me).toEqual({ name: 'anonymous', anonymous: true, role: 'READER', permissions: ['READ'] });
    expect((await servers.shown.data(ME)).me.permissions).toEqual(['READ', 'READ_AUTHORS']);
  });
});

describe.each(STORE_KINDS)('a search of the change log on $name', ({ open }) => {
  const PLACES = new Set([3, 700, 1_450]);
  let under: StoreUnderTest;
  let server: RunningServer;
  let impatient: RunningServer;
  beforeAll(async () => {
    under = await open();
    for (let start = 0; start < 1_500; start += 500) {
      const items = Array.from({ length: 500 }, (_, index) => {
        const place = start + index;
        return PLACES.has(place) ? { source: { key: `s${place}`, kind: 'POST', title: 'S' } } : person(`e${place}`);
      });
      expect((await under.store.write({ by: start === 500 ? 'ann' : 'ben', items })).applied).toBe(true);
    }
    server = await startServer(under.store);
    impatient = await startServer(under.store, { changesMax: '600' });
  });
  afterAll(async () => {
    await server.stop();
    await impatient.stop();
    await under.close();
  });

  const SEARCH = `query ($since: Int!, $first: Int!, $where: ChangeWhere, $kinds: [RecordKind!]) {
    changes(since: $since, first: $first, where: $where, kinds: $kinds) { position hasMore changes { position kind } }
  }`;
  const search = async (on: RunningServer, given: object) => {
    const { changes } = await on.data(SEARCH, { since: 0, first: 2, ...given });
    return [changes.changes.map(({ position }: { position: number }) => position), changes.position, changes.hasMore];
  };

  it('gives the first that match, however far they are apart', async () => {
    const all = await under.store.changeHeaders(0, 2_000);
    const [one, two, three] = all.filter(({ record }) => record === 'Source').map(({ position }) => position);
    expect(await search(server, { where: { kinds: ['SOURCE'] } })).toEqual([[one, two], two, true]);
    expect(await search(server, { kinds: ['SOURCE'], since: two })).toEqual([[three], 1_500, false]);
    expect(await search(server, { where: { kinds: ['SOURCE'], recordedBy: ['ann'] }, first: 1 })).toEqual([[two], two, true]);
    expect(await search(server, { where: { records: [all.at(-1)!.id] }, first: 1 })).toEqual([[1_500], 1_500, false]);
    expect(await search(server, { where: { operations: ['RETRACTED'] } })).toEqual([[], 1_500, false]);
  });

  it('ends after so much work, and says how far it came', async () => {
    expect(await search(impatient, { where: { operations: ['RETRACTED'] } })).toEqual([[], 600, true]);
    expect(await search(impatient, { where: { operations: ['RETRACTED'] }, since: 1_200 })).toEqual([[], 1_500, false]);
    const found: number[] = [];
    for (let since = 0; ;) {
      const [positions, position, hasMore] = await search(impatient, { where: { kinds: ['SOURCE'] }, since });
      found.push(...positions);
      since = position;
      if (!hasMore) break;
    }
    expect(found).toHaveLength(3);
  });

  it('without a condition gives the next ones', async () => {
    expect(await search(impatient, { since: 10 })).toEqual([[11, 12], 12, true]);
    expect(await search(server, { since: 1_498 })).toEqual([[1_499, 1_500], 1_500, false]);
    expect(await search(server, { since: 1_500, where: { kinds: ['SOURCE'] } })).toEqual([[], 1_500, false]);
  });
});
