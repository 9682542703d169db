/** What every store must do: writing, versions, concurrency, texts that change, pages under inserts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];

describe.each(STORE_KINDS)('the contract on $name', ({ open }) => {
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
  const write = (...items: object[]) => under.store.write({ by: 'test', items });
  const statuses = async (...items: object[]) => (await write(...items)).results.map(({ status }) => status);

  it('creates, says unchanged the second time, and keeps every version', async () => {
    const item = { entity: { key: 'one', kind: 'PERSON', names: en('One'), aliases: en('Uno') } };
    expect(await statuses(item)).toEqual(['CREATED']);
    expect(await statuses(item)).toEqual(['UNCHANGED']);
    expect(await statuses({ entity: { key: 'one', kind: 'PLACE' } })).toEqual(['CHANGED']);
    expect(await statuses({ entity: { key: 'one', aliases: null } })).toEqual(['CHANGED']);
    const { body } = await server.ask(
      '{ entity(key: "one") { version kind aliases { text } history { version operation recordedAt recordedUntil recordedBy data } } }',
    );
    expect(body.data.entity).toMatchObject({ version: 3, kind: 'PLACE', aliases: [] });
    const { history } = body.data.entity;
    expect(history.map((each: any) => [each.version, each.operation, each.recordedBy])).toEqual([
      [3, 'CHANGED', 'test'],
      [2, 'CHANGED', 'test'],
      [1, 'CREATED', 'test'],
    ]);
    expect(history[2].data).toMatchObject({ kind: 'PERSON', aliases: en('Uno') });
    const differences = await server.ask('{ entity(key: "one") { history { differences { member before after } } } }');
    const [third, second, first] = differences.body.data.entity.history.map((each: any) => each.differences);
    expect(third).toEqual([{ member: 'aliases', before: en('Uno'), after: null }]);
    expect(second).toEqual([{ member: 'kind', before: 'PERSON', after: 'PLACE' }]);
    expect(first.map(({ member, before }: any) => [member, before])).toEqual([
      ['aliases', null],
      ['key', null],
      ['kind', null],
      ['names', null],
    ]);
    // Each version ends when the next begins.
    expect([history[2].recordedUntil, history[1].recordedUntil, history[0].recordedUntil]).toEqual([
      history[1].recordedAt,
      history[0].recordedAt,
      null,
    ]);
  });

  it('tells what was written, from any position on', async () => {
    const start = await under.store.position();
    await write({ entity: { key: 'logged', kind: 'PLACE', names: en('Logged') } }, { claim: { key: 'logged-claim', texts: en('Logged') } });
    await write({ entity: { key: 'logged', kind: 'WORK' } });
    const query =
      'query ($since: Int!, $first: Int!, $kinds: [RecordKind!]) { changes(since: $since, first: $first, kinds: $kinds) { position hasMore changes { position kind operation version recordedBy record { ... on Record { key } } } } }';
    const ask = async (since: number, first: number, kinds?: string[]) =>
      (await server.ask(query, { since, first, kinds })).body.data.changes;
    const all = await ask(start, 10);
    expect(all).toMatchObject({ position: start + 3, hasMore: false });
    expect(all.changes.map((each: any) => [each.position - start, each.kind, each.operation, each.version, each.record.key])).toEqual([
      [1, 'ENTITY', 'CREATED', 1, 'logged'],
      [2, 'CLAIM', 'CREATED', 1, 'logged-claim'],
      [3, 'ENTITY', 'CHANGED', 2, 'logged'],
    ]);
    expect(await ask(start, 2)).toMatchObject({ position: start + 2, hasMore: true });
    expect((await ask(start + 2, 2)).changes).toHaveLength(1);
    expect(await ask(start + 3, 2)).toEqual({ position: start + 3, hasMore: false, changes: [] });
    expect((await ask(start, 10, ['CLAIM'])).changes.map((each: any) => each.record.key)).toEqual(['logged-claim']);
    expect((await server.ask(query, { since: -1, first: 2 })).body.errors![0]!.extensions.code).toBe('BAD_INPUT');
    expect((await server.ask(query, { since: 0, first: 0 })).body.errors![0]!.extensions.code).toBe('BAD_PAGE');
  });

  it('repeats a changeset by its key, and refuses other content under it', async () => {
    const changeset = { key: 'once', items: [{ entity: { kind: 'PERSON', names: en('No key') } }] };
    const first = await under.store.write(changeset);
    const second = await under.store.write(changeset);
    expect(first).toMatchObject({ applied: true, repeated: false });
    expect(second).toMatchObject({ applied: true, repeated: true });
    expect(second.results[0]!.id).toBe(first.results[0]!.id);
    const other = await under.store.write({ ...changeset, items: [{ entity: { kind: 'PLACE', names: en('Other') } }] });
    expect(other.results[0]!.problems[0]).toMatchObject({ code: 'KEY_REUSED' });
  });

  it('lets one of two writers with the same expected version win', async () => {
    await write({ entity: { key: 'contested', kind: 'PERSON', names: en('Contested') } });
    const change = (kind: string) => under.store.write({ items: [{ entity: { key: 'contested', kind, expectedVersion: 1 } }] });
    const results = await Promise.all([change('PLACE'), change('WORK')]);
    expect(results.filter(({ applied }) => applied).length).toBe(1);
    expect(results.flatMap(({ results: all }) => all.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual([
      'VERSION_CONFLICT',
    ]);
  });

  it('refuses what refers to something refused, however long the line of references is', async () => {
    const length = 2_000;
    const { applied, results } = await write(
      { source: { key: 'line-source', kind: 'POST', title: 'Post' } },
      { claim: { key: 'line-claim', texts: en('Said') } },
      ...Array.from({ length }, (_, index) => ({
        citation: {
          key: `line-${index}`,
          claim: index === 0 ? 'no such claim' : 'line-claim',
          source: 'line-source',
          stance: 'SUPPORTS',
          ...(index === 0 ? {} : { relays: [`line-${index - 1}`] }),
        },
      })),
    );
    expect(applied).toBe(false);
    const refused = results.filter(({ status }) => status === 'REFUSED');
    expect(refused).toHaveLength(length);
    expect(refused.at(-1)!.problems).toEqual([
      {
        code: 'UNKNOWN_REFERENCE',
        message: 'the new Citation it refers to was refused',
        path: ['items', length + 1, 'citation', 'relays', 0],
        hint: 'see that item of this changeset',
      },
    ]);
  });

  it('tells what is wrong with the citations of a claim whose form is wrong, and what refers to a record of the changeset that is refused', async () => {
    const { applied, results } = await write(
      { source: { key: 'formless', kind: 'POST', title: 'Post', published: '2023-02-29' } },
      { source: { key: 'sound', kind: 'POST', title: 'Post' } },
      {
        claim: {
          texts: [{ language: 'e n', text: 'Said' }],
          citations: [
            { source: 'sound', stance: 'SUPPORTTS' },
            { source: 'sound', stance: 'SUPPORTS', quote: ' \t' },
            { source: 'sound', stance: 'SUPPORTS', passage: { exact: '\u00a0' } },
          ],
        },
      },
      { claim: { texts: en('Said'), citations: [{ source: 'formless', stance: 'SUPPORTS' }] } },
    );
    expect(applied).toBe(false);
    expect(
      results.map(({ problems }) => problems.map(({ code, message, path }) => `${code} ${path.slice(1).join('.')}: ${message}`)),
    ).toEqual([
      ['BAD_DATE 0.source.published: "2023-02-29" is not a date: its month has 28 days'],
      [],
      [
        'BAD_LANGUAGE 2.claim.texts.0.language: "e n" is not a language tag',
        'BAD_INPUT 2.claim.citations.0.stance: not one of the allowed values',
        'BAD_TEXT 2.claim.citations.1.quote: the quote is blank',
        'BAD_TEXT 2.claim.citations.2.passage.exact: the quote is blank',
      ],
      [],
      ['UNKNOWN_REFERENCE 3.claim.citations.0.source: the Source "formless" of this changeset was refused'],
    ]);
  });

  it('takes two spellings of one page for one source, and keeps the one given first', async () => {
    const first = await write({ source: { kind: 'ARTICLE', title: 'Page', url: 'https://m.example.org/a/?utm_source=x&b=2#top' } });
    const second = await write({ source: { kind: 'ARTICLE', title: 'Page', url: 'http://www.example.org/a?b=2' } });
    expect(second.results[0]!.id).toBe(first.results[0]!.id);
    expect(second.results[0]!.status).toBe('UNCHANGED');
    const { body } = await server.ask(
      '{ sources(where: { canonicalUrl: { eq: "https://www.example.org/a/?b=2&fbclid=1" } }) { nodes { url canonicalUrl } } }',
    );
    expect(body.data.sources.nodes).toEqual([
      { url: 'https://m.example.org/a/?utm_source=x&b=2#top', canonicalUrl: 'https://example.org/a?b=2' },
    ]);
  });

  it('retracts with a reason, keeps it readable, and restores it', async () => {
    await write(
      { source: { key: 'r-source', kind: 'POST', title: 'Post' } },
      {
        claim: {
          key: 'r-claim',
          texts: en('Said'),
          citations: [{ key: 'r-citation', source: 'r-source', stance: 'SUPPORTS', saidAt: '2021-01-09' }],
        },
      },
    );
    const state = async () =>
      (
        await server.ask(
          '{ claim(key: "r-claim") { citationCount firstSaid citations(first: 5) { totalCount } all: citations(first: 5, retracted: INCLUDE) { nodes { retracted retraction { by reason } } } } unsupported: claims(where: { key: { eq: "r-claim" }, citations: { none: { stance: { eq: SUPPORTS } } } }) { totalCount } }',
        )
      ).body.data;
    expect(await state()).toMatchObject({ claim: { citationCount: 1, firstSaid: '2021-01-09' }, unsupported: { totalCount: 0 } });
    const { body } = await server.ask(
      'mutation { retract(input: { kind: CITATION, reference: "r-citation", reason: "misread" }) { outcome version record { id ... on Citation { retraction { reason } } } } }',
    );
    expect(body.data.retract).toMatchObject({ outcome: 'RETRACTED', version: 2, record: { retraction: { reason: 'misread' } } });
    expect(await state()).toMatchObject({
      claim: {
        citationCount: 0,
        firstSaid: null,
        citations: { totalCount: 0 },
        all: { nodes: [{ retracted: true, retraction: { by: 'anonymous', reason: 'misread' } }] },
      },
      unsupported: { totalCount: 1 },
    });
    expect(await statuses({ retract: { kind: 'Citation', reference: 'r-citation', reason: 'again' } })).toEqual(['UNCHANGED']);
    expect(await statuses({ restore: { kind: 'Citation', reference: 'r-citation' } })).toEqual(['RESTORED']);
    expect(await state()).toMatchObject({ claim: { citationCount: 1, firstSaid: '2021-01-09' }, unsupported: { totalCount: 0 } });
  });

  it('marks a passage as drifted when its text changes, and never moves it by itself', async () => {
    const text = 'Before. The quote stands here. After.';
    await write(
      { source: { key: 'd-source', kind: 'ARTICLE', title: 'Text', text } },
      {
        claim: {
          key: 'd-claim',
          texts: en('Quoted'),
          citations: [{ key: 'd-citation', source: 'd-source', stance: 'SUPPORTS', passage: { exact: 'The quote stands' } }],
        },
      },
    );
    const passage = async () =>
      (await server.ask('{ citation(key: "d-citation") { version passage { start end state digest } source { digest text } } }')).body.data
        .citation;
    const before = await passage();
    expect(before).toMatchObject({ version: 1, passage: { start: 8, end: 24, state: 'VERIFIED', digest: before.source.digest } });
    await write({ source: { key: 'd-source', text: `Longer. ${text}` } });
    expect(await passage()).toMatchObject({ version: 2, passage: { start: 8, end: 24, state: 'DRIFTED' } });
    await write({ source: { key: 'd-source', text } });
    expect(await passage()).toMatchObject({ version: 3, passage: { start: 8, end: 24, state: 'VERIFIED' } });
    expect((await under.store.check(() => undefined)).length).toBe(0);
  });

  it('checks passages when the text of a known digest comes to hand', async () => {
    const text = 'Words of the text.';
    const { sha256 } = await import('../../src/model/changeset/passages.js');
    await write(
      { source: { key: 'l-source', kind: 'ARTICLE', title: 'Late', digest: sha256(text) } },
      {
        claim: {
          texts: en('Late'),
          citations: [{ key: 'l-citation', source: 'l-source', stance: 'SUPPORTS', passage: { exact: 'the text' } }],
        },
      },
    );
    const passage = async () =>
      (await server.ask('{ citation(key: "l-citation") { passage { start state } } }')).body.data.citation.passage;
    expect(await passage()).toEqual({ start: null, state: 'UNVERIFIED' });
    expect(await statuses({ source: { key: 'l-source', text } })).toEqual(['UNCHANGED']);
    expect(await passage()).toEqual({ start: 9, state: 'VERIFIED' });
  });

  it('follows a source whose date changes into the dates of its claims', async () => {
    await write(
      { source: { key: 'f-source', kind: 'ARTICLE', title: 'Dated', published: '2020' } },
      { claim: { key: 'f-claim', texts: en('Dated'), citations: [{ source: 'f-source', stance: 'SUPPORTS' }] } },
    );
    const dates = async () =>
      (await server.ask('{ claim(key: "f-claim") { firstSaid lastSaid citations(first: 1) { nodes { saidAt effectiveDate } } } }')).body
        .data.claim;
    expect(await dates()).toEqual({ firstSaid: '2020', lastSaid: '2020', citations: { nodes: [{ saidAt: null, effectiveDate: '2020' }] } });
    await write({ source: { key: 'f-source', published: '2019-05' } });
    expect(await dates()).toEqual({
      firstSaid: '2019-05',
      lastSaid: '2019-05',
      citations: { nodes: [{ saidAt: null, effectiveDate: '2019-05' }] },
    });
  });

  it('gives names and texts in the language of the reader', async () => {
    await write({
      entity: {
        key: 'lang',
        kind: 'PLACE',
        names: [
          { language: 'de', text: 'Wien' },
          { language: 'fr-CA', text: 'Vienne' },
          { language: 'en', text: 'Vienna' },
        ],
      },
    });
    const { body } = await server.ask(
      '{ entity(key: "lang") { plain: name fr: name(languages: ["fr"]) gb: name(languages: ["en-GB"]) many: name(languages: ["ja", "en"]) none: name(languages: ["ja"]) } }',
    );
    expect(body.data.entity).toEqual({ plain: 'Wien', fr: 'Vienne', gb: 'Vienna', many: 'Vienna', none: 'Wien' });
  });

  it('keeps exact numbers, emoji and right-to-left text', async () => {
    const amount = '-123456789012345678901234567890.000000000000000001';
    await write(
      { predicate: { key: 'measures', labels: en('measures') } },
      { entity: { key: 'odd', kind: 'CONCEPT', names: [{ language: 'ar', text: 'شبكة 🚀' }] } },
      { claim: { key: 'big', texts: en('Big'), subject: 'odd', predicate: 'measures', value: { kind: 'QUANTITY', amount, unit: 'm' } } },
    );
    const { body } = await server.ask(
      '{ claim(key: "big") { value { amount unit } subject { name } } found: claims(where: { value: { amount: { lt: -1e29 } } }) { totalCount } }',
    );
    expect(body.data).toEqual({ claim: { value: { amount, unit: 'm' }, subject: { name: 'شبكة 🚀' } }, found: { totalCount: 1 } });
  });

  it('sorts by code point past the first plane too, out of an index and in memory', async () => {
    // As UTF-16 the emoji would come before the private-use character and the replacement character.
    const names = ['order a', 'order \u{e000}', 'order \u{fffd}', 'order \u{1f600}', 'order \u{10fffd}'];
    await write(...names.map((name, index) => ({ entity: { key: `code-point-${index}`, kind: 'CONCEPT', names: en(name) } })));
    const { body } = await server.ask(`{
      walked: entities(first: 100, where: { defaultName: { startsWith: "order" } }, orderBy: [{ field: DEFAULT_NAME }]) { nodes { defaultName } }
      sorted: entities(first: 100, where: { key: { startsWith: "code-point" } }, orderBy: [{ field: DEFAULT_NAME }]) { nodes { defaultName } }
    }`);
    for (const list of ['walked', 'sorted']) expect(body.data[list].nodes.map((each: any) => each.defaultName)).toEqual(names);
  });

  it('keeps a page in place while records come in before it', async () => {
    const names = ['m1', 'm2', 'm3', 'm4'];
    await write(...names.map((name) => ({ entity: { key: `page-${name}`, kind: 'EVENT', names: en(name) } })));
    const page = async (after?: string) =>
      (
        await server.ask(
          'query ($after: String) { entities(first: 2, after: $after, where: { kind: { eq: EVENT } }) { nodes { name } pageInfo { endCursor hasNextPage hasPreviousPage } } }',
          { after },
        )
      ).body.data.entities;
    const first = await page();
    expect(first.nodes.map((each: any) => each.name)).toEqual(['m1', 'm2']);
    await write(
      { entity: { key: 'page-m0', kind: 'EVENT', names: en('m0') } },
      { entity: { key: 'page-m2b', kind: 'EVENT', names: en('m2b') } },
    );
    const second = await page(first.pageInfo.endCursor);
    expect(second.nodes.map((each: any) => each.name)).toEqual(['m2b', 'm3']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it('finds any record by id, and says the size of the graph', async () => {
    const { results } = await write({ entity: { key: 'node-1', kind: 'PERSON', names: en('Node') } });
    const { id } = results[0]!;
    const { body } = await server.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Record { version } ... on Entity { name } ... on Predicate { key } } node(id: "measures") { __typename id } stats { records { kind active } } }',
      { ids: [id, 'none', 'measures'] },
    );
    expect(body.data.nodes).toEqual([
      { __typename: 'Entity', id, version: 1, name: 'Node' },
      null,
      { __typename: 'Predicate', id: 'measures', version: 1, key: 'measures' },
    ]);
    expect(body.data.node).toEqual({ __typename: 'Predicate', id: 'measures' });
    const claims = (await under.store.changes(0, 1_000)).filter(
      ({ record, operation }) => record === 'Claim' && operation === 'CREATED',
    ).length;
    expect(body.data.stats.records).toContainEqual({ kind: 'CLAIM', active: claims });
  });

  it('takes one link for the same two claims and kind', async () => {
    await write({ claim: { key: 'k1', texts: en('K1') } }, { claim: { key: 'k2', texts: en('K2') } });
    const link = { claimLink: { from: 'k1', to: 'k2', kind: 'REFINES' } };
    expect(await statuses(link)).toEqual(['CREATED']);
    expect(await statuses(link)).toEqual(['UNCHANGED']);
    expect(await statuses({ claimLink: { from: 'k1', to: 'k2', kind: 'REFINES', note: 'why' } })).toEqual(['CHANGED']);
    const { body } = await server.ask('{ claim(key: "k2") { linkedFrom(first: 5) { nodes { kind note from { key } } } } }');
    expect(body.data.claim.linkedFrom.nodes).toEqual([{ kind: 'REFINES', note: 'why', from: { key: 'k1' } }]);
  });

  it('takes forward references within a changeset, whatever the order of its items', async () => {
    expect(
      await statuses(
        { citation: { key: 'fw-2', claim: 'fw-claim', source: 'fw-source', stance: 'SUPPORTS', relays: ['fw-1'] } },
        { citation: { key: 'fw-1', claim: 'fw-claim', source: 'fw-source', stance: 'SUPPORTS' } },
        { claim: { key: 'fw-claim', texts: en('Forward'), subject: 'fw-entity' } },
        { source: { key: 'fw-source', kind: 'POST', title: 'Forward', publisher: 'fw-entity' } },
        { entity: { key: 'fw-entity', kind: 'PERSON', names: en('Forward') } },
      ),
    ).toEqual(Array(5).fill('CREATED'));
    expect(await under.store.check(() => undefined)).toEqual([]);
  });
});
