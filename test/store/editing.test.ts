/** Editing as people do it: corrections with reasons, several mutations in a request, a log that is searched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
