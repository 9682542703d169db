/** Drafts and restricted records: who may write sees them, readers do not, whatever they ask; and what becomes of them. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storeForReaders } from '../../src/store/for-readers.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];

/** Two outlets on one claim, of which one is for who may write alone; and what hangs on it. */
const ITEMS = [
  { entity: { key: 'minister', kind: 'PERSON', names: en('The minister') } },
  { entity: { key: 'gazette', kind: 'ORGANIZATION', names: en('Gazette') } },
  { entity: { key: 'courier', kind: 'ORGANIZATION', names: en('Courier') } },
  { source: { key: 'open', kind: 'ARTICLE', title: 'An open article', publisher: 'gazette', published: '2021-02-01' } },
  {
    source: {
      key: 'secret',
      kind: 'LETTER',
      title: 'A whistleblower letter',
      publisher: 'courier',
      published: '2021-01-01',
      visibility: 'RESTRICTED',
    },
  },
  { claim: { key: 'resigned', texts: en('The minister resigned'), subject: 'minister' } },
  { citation: { key: 'openly', claim: 'resigned', source: 'open', stance: 'SUPPORTS', relays: ['secretly'] } },
  { citation: { key: 'secretly', claim: 'resigned', source: 'secret', stance: 'SUPPORTS', quote: 'resigned over the affair' } },
];

const CLAIM = `{ claim(key: "resigned") { firstSaid citationCount independentSupporting corroboration { independentSupporting groupCount groups(first: 5) { originCount } }
  citations(first: 5) { totalCount nodes { key relays(first: 5) { totalCount } history { data } } } } }`;

describe.each(STORE_KINDS)('visibility on $name', ({ open }) => {
  const folder = temporaryFolder();
  let under: StoreUnderTest;
  let reader: RunningServer;
  let editor: RunningServer;
  beforeAll(async () => {
    under = await open();
    reader = await startServer(under.store, { anonymousRole: 'reader' });
    editor = await startServer(under.store, { anonymousRole: 'editor' });
  });
  beforeEach(async () => {
    // As it was written, whatever the test before it did.
    const result = await under.store.write({
      items: [...ITEMS].sort(
        (a, b) => Number('citation' in a && a.citation?.key === 'openly') - Number('citation' in b && b.citation?.key === 'openly'),
      ),
    });
    expect(result.results.flatMap(({ problems }) => problems)).toEqual([]);
  });
  afterAll(async () => {
    await reader.stop();
    await editor.stop();
    await under.close();
    rmSync(folder, { recursive: true });
  });

  it('gives readers the claim as if the source were not there, and editors all of it', async () => {
    const { claim: shown } = await reader.data(CLAIM);
    expect(shown).toMatchObject({ firstSaid: '2021-02-01', citationCount: 1, independentSupporting: 1, citations: { totalCount: 1 } });
    expect(shown.corroboration).toMatchObject({ independentSupporting: 1, groupCount: 1 });
    expect(shown.citations.nodes[0]).toMatchObject({ key: 'openly', relays: { totalCount: 0 } });
    expect(JSON.stringify(shown.citations.nodes[0].history)).not.toContain('relayParts');
    const { claim: all } = await editor.data(CLAIM);
    expect(all).toMatchObject({ firstSaid: '2021-01-01', citationCount: 2, citations: { totalCount: 2 } });
    expect(JSON.stringify(all.citations.nodes)).toContain('relayParts');
  });

  it('takes readers one statement a root field, and two where they count by values of their own', async () => {
    const counted = async (query: string): Promise<number> => {
      const before = under.statements.length;
      await reader.data(query);
      return under.statements.length - before;
    };
    const deep = 'citations(first: 5) { totalCount nodes { key source { title } relays(first: 5) { nodes { key } } } }';
    expect(await counted(`{ claim(key: "resigned") { firstSaid ${deep} } }`)).toBe(1);
    // The page is put together of two: readers have another date of the claim.
    expect(await counted(`{ claims(first: 5, orderBy: { field: FIRST_SAID }) { totalCount nodes { key ${deep} } } }`)).toBe(1);
    expect(
      await counted(`{ entity(key: "minister") { claims(first: 5) { nodes { ${deep} } } } sources(first: 5) { nodes { key } } }`),
    ).toBe(2);
    expect(await counted('{ claimCounts(by: MONTH, first: 5) { total } }')).toBe(2);
  });

  it('is no way round: ids, keys, search, text filters, counts, log', async () => {
    const { source } = await editor.data('{ source(key: "secret") { id visibility } }');
    expect(source.visibility).toBe('RESTRICTED');
    const asked = await reader.data(
      `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } source(key: "secret") { id } byId: source(id: $id) { id }
        search(text: "whistleblower letter", first: 5) { hits { score } }
        sources(first: 5, where: { title: { contains: "whistleblower" } }) { totalCount }
        claims(first: 5, where: { citations: { some: { quote: { contains: "affair" } } } }) { totalCount }
        publishers: entities(first: 5, where: { published: { some: { kind: { eq: LETTER } } } }) { totalCount }
        stats { records { kind active } }
        changes(first: 100) { changes { kind id } } }`,
      { id: source.id },
    );
    expect(asked).toMatchObject({ node: null, nodes: [null], source: null, byId: null, search: { hits: [] }, sources: { totalCount: 0 } });
    expect([asked.claims.totalCount, asked.publishers.totalCount]).toEqual([0, 0]);
    expect(asked.stats.records.find(({ kind }: { kind: string }) => kind === 'SOURCE').active).toBe(1);
    expect(JSON.stringify(asked.changes)).not.toContain(source.id);
    for (const path of ['/export/jsonl', '/export/nquads']) {
      const text = await (await fetch(`${reader.url}${path}`)).text();
      expect(text).toContain('open article');
      expect(text).not.toMatch(/whistleblower|affair/);
    }
    const queries = encodeURIComponent(JSON.stringify({ q: { query: 'Courier' } }));
    expect(await (await fetch(`${reader.url}/reconcile?queries=${queries}`)).json()).toMatchObject({
      q: { result: [{ name: 'Courier' }] },
    });
  });

  it('is passed on to what refers to it, not to what relays or copies it', async () => {
    await under.store.write({ items: [{ entity: { key: 'minister', visibility: 'DRAFT' } }] });
    expect(
      await reader.data(
        '{ claim(key: "resigned") { id } citation(key: "openly") { id } entity(key: "minister") { id } source(key: "open") { title } }',
      ),
    ).toEqual({
      claim: null,
      citation: null,
      entity: null,
      source: { title: 'An open article' },
    });
    await under.store.write({ items: [{ entity: { key: 'minister', visibility: 'PUBLIC' } }] });
    expect((await reader.data('{ claim(key: "resigned") { citationCount } }')).claim).toEqual({ citationCount: 1 });
  });

  /** When the newest version was recorded: each has a time of its own. */
  const lastRecorded = async (): Promise<string> => {
    const [newest] = await under.store.changes((await under.store.position()) - 1, 1);
    return new Date(newest!.recordedAt).toISOString();
  };

  it('published, is there from then on; not before', async () => {
    const before = await lastRecorded();
    await under.store.write({ items: [{ source: { key: 'secret', visibility: 'PUBLIC', note: 'cleared' } }] });
    const { claim } = await reader.data(CLAIM);
    expect(claim).toMatchObject({ firstSaid: '2021-01-01', citationCount: 2, citations: { totalCount: 2 } });
    const { earlier, source } = await reader.data(
      `query ($asOf: DateTime) { earlier: claim(key: "resigned", asOf: $asOf) { citationCount citations(first: 5) { totalCount } } source(key: "secret") { history { data } } }`,
      { asOf: before },
    );
    expect(earlier).toEqual({ citationCount: 1, citations: { totalCount: 1 } });
    // Of what it said while it was restricted nothing is shown.
    expect(source.history).toHaveLength(1);
    expect(source.history[0].data.note).toBe('cleared');
  });

  it('hidden later, is gone from the past, too', async () => {
    await under.store.write({
      items: [
        { source: { key: 'late', kind: 'ARTICLE', title: 'A late article', publisher: 'courier', published: '2020-12-01' } },
        { citation: { key: 'lately', claim: 'resigned', source: 'late', stance: 'SUPPORTS' } },
      ],
    });
    expect((await reader.data(CLAIM)).claim).toMatchObject({ firstSaid: '2020-12-01', independentSupporting: 2 });
    const then = await lastRecorded();
    await under.store.write({ items: [{ source: { key: 'late', visibility: 'RESTRICTED' } }] });
    const asked = await reader.data(
      `query ($asOf: DateTime) { now: claim(key: "resigned") { firstSaid independentSupporting } earlier: claim(key: "resigned", asOf: $asOf) { firstSaid citationCount independentSupporting } source(key: "late", asOf: $asOf) { id } }`,
      { asOf: then },
    );
    expect(asked).toEqual({
      now: { firstSaid: '2021-02-01', independentSupporting: 1 },
      earlier: { firstSaid: '2021-02-01', citationCount: 1, independentSupporting: 1 },
      source: null,
    });
    await under.store.write({ items: [{ retract: { kind: 'Source', reference: 'late', reason: 'taken back' } }] });
    // Who may see a retracted record can still be changed.
    const { results } = await under.store.write({ items: [{ source: { key: 'late', visibility: 'DRAFT' } }] });
    expect(results.map(({ status }) => status)).toEqual(['CHANGED']);
  });

  it('has its own sources that a claim is known only through, now and then', async () => {
    const seen = (key: string) => ({ source: { key, kind: 'ARTICLE', title: key, url: `https://outlet.example/${key}` } });
    const citing = (key: string, source: string, more: object = {}) => ({
      citation: { key, claim: 'spread', source, stance: 'SUPPORTS', visibility: 'PUBLIC', ...more },
    });
    await under.store.write({
      items: [
        seen('relayed'),
        seen('relaying'),
        { source: { key: 'unread', kind: 'LETTER', title: 'A letter that nobody has read', visibility: 'RESTRICTED' } },
        { claim: { key: 'spread', texts: en('It has spread') } },
        citing('of-unread', 'unread'),
        citing('of-relayed', 'relayed', { relays: ['of-unread'] }),
        citing('of-relaying', 'relaying', { relays: ['of-relayed'] }),
      ],
    });
    const ASKED = `query ($asOf: DateTime) {
      claim(key: "spread", asOf: $asOf) { knownOnlyThrough(first: 5, orderBy: { field: TITLE, direction: ASC }) { totalCount nodes { key } } }
      relayed: claims(asOf: $asOf, where: { knownOnlyThrough: { some: { key: { eq: "relayed" } } } }) { totalCount }
      relaying: claims(asOf: $asOf, where: { knownOnlyThrough: { some: { key: { eq: "relaying" } } } }) { totalCount }
      unread: claims(asOf: $asOf, where: { knownOnlyThrough: { some: { key: { eq: "unread" } } } }) { totalCount }
    }`;
    const sourcesFor = async (who: RunningServer, asOf?: string) => {
      const data = await who.data(ASKED, { asOf });
      const keys = data.claim.knownOnlyThrough.nodes.map(({ key }: any) => key);
      expect(data.claim.knownOnlyThrough.totalCount).toBe(keys.length);
      for (const key of ['relayed', 'relaying', 'unread']) expect(data[key].totalCount, key).toBe(keys.includes(key) ? 1 : 0);
      return keys;
    };
    expect(await sourcesFor(editor)).toEqual(['unread', 'relayed']);
    expect(await sourcesFor(reader)).toEqual(['relayed']);
    // A state with the same sources, and one before something is withheld of it.
    await under.store.write({ items: [{ claim: { key: 'spread', note: 'Told everywhere' } }] });
    expect(await sourcesFor(reader)).toEqual(['relayed']);
    const [last] = await under.store.changes((await under.store.position()) - 1, 1);
    const then = new Date(last!.recordedAt).toISOString();
    // Without that citation the one that relays it has its word from nobody: it is another source that all hangs on.
    await under.store.write({ items: [citing('of-relayed', 'relayed', { visibility: 'RESTRICTED' })] });
    expect(await sourcesFor(reader)).toEqual(['relaying']);
    expect(await sourcesFor(reader, then)).toEqual(['relaying']);
    expect(await sourcesFor(editor, then)).toEqual(['unread', 'relayed']);
    await under.store.write({ items: [citing('of-relayed', 'relayed')] });
    expect(await sourcesFor(reader)).toEqual(['relayed']);
    expect(await sourcesFor(editor)).toEqual(['unread', 'relayed']);
  });

  it('must be the same of two records that are merged', async () => {
    const { results } = await under.store.write({
      items: [{ merge: { kind: 'Source', reference: 'secret', into: 'open', reason: 'the same' } }],
    });
    expect(results[0]!.problems).toMatchObject([
      { code: 'BAD_INPUT', message: 'the two have different visibilities', hint: 'give both records the same visibility first' },
    ]);
  });

  it('leaves a reader who follows the log out', async () => {
    const since = await under.store.position();
    await under.store.write({ items: [{ source: { key: 'secret', note: 'more' } }, { source: { key: 'open', note: 'more' } }] });
    const shown = await storeForReaders(under.store).changes(since, 10);
    expect(shown.map(({ document }) => document['key'])).toEqual(['open']);
    expect((await under.store.changes(since, 10)).length).toBe(2);
  });

  it('leaves a sound store', async () => {
    expect(await under.store.check(() => undefined)).toEqual([]);
  });
});
