/** Importers say what the file says: whose word it is, what adds up, what stands in place of a name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { exportText, importText } from '../support/importing.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

type Record_ = Readonly<Record<string, any>>;

/** What is there of each kind, by kind. */
async function records(store: Store): Promise<Record<string, Record_[]>> {
  const found: Record<string, Record_[]> = { entity: [], source: [], claim: [], citation: [], predicate: [] };
  for (const line of (await exportText(store, 'jsonl')).split('\n').filter((each) => each !== '')) {
    const [[kind, content]] = Object.entries(JSON.parse(line) as Record<string, Record_>) as [[string, Record_]];
    (found[kind] ??= []).push(content);
  }
  return found;
}

/** By a claim's text: the keys or addresses of the sources that cite it. */
function citedBy({ claim = [], citation = [], source = [] }: Record<string, Record_[]>): Record<string, string[]> {
  const names = new Map(source.map(({ id, key, url }) => [id as string, (key ?? url) as string]));
  return Object.fromEntries(
    claim.map(({ id, texts }) => [
      texts[0].text,
      citation
        .filter((each) => each['claim'] === id)
        .map((each) => names.get(each['source'])!)
        .sort(),
    ]),
  );
}

const lines = (...values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n');

const statement = (id: string, prop: string, value: string, dataset: string, schema = 'Person') => ({
  id: `${id}${prop}${value}`,
  entity_id: id,
  canonical_id: id,
  prop,
  prop_type: 'x',
  schema,
  value,
  dataset,
});

describe.each(STORE_KINDS)('on $name', ({ open }) => {
  let opened: StoreUnderTest;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  const taken = (format: string, text: string, mapping?: string) => importText(opened.store, format, text, mapping);

  it('FollowTheMoney: a claim is cited by the dataset of its statement alone', async () => {
    const report = await taken(
      'ftm',
      lines(
        statement('zd', 'name', 'Sei Eld', 'dsA'),
        statement('zd', 'birthDate', '1961', 'dsA'),
        statement('zd', 'birthDate', '1962', 'dsB'),
        statement('zd', 'position', 'Mayor', 'dsC'),
        statement('zd', 'position', 'Mayor', 'dsA'),
        // Fragments, each of its dataset.
        { id: 'ze', schema: 'Person', properties: { name: ['Ed Fin'], birthDate: ['1970'] }, datasets: ['dsA'] },
        { id: 'ze', schema: 'Person', properties: { birthDate: ['1971'] }, datasets: ['dsB'] },
        // Two datasets name other owners of one thing: nobody says that the second of one owns what the other names.
        statement('zo', 'owner', 'zd', 'dsA', 'Ownership'),
        statement('zo', 'asset', 'zx', 'dsA', 'Ownership'),
        statement('zo', 'owner', 'ze', 'dsB', 'Ownership'),
        statement('zo', 'asset', 'zy', 'dsB', 'Ownership'),
      ),
    );
    expect(report.refusals).toEqual([]);
    const said = citedBy(await records(opened.store));
    expect(said).toMatchObject({
      'Sei Eld — birthDate — 1961': ['ftm-dataset:dsA'],
      'Sei Eld — birthDate — 1962': ['ftm-dataset:dsB'],
      'Sei Eld — position — Mayor': ['ftm-dataset:dsA', 'ftm-dataset:dsC'],
      'Ed Fin — birthDate — 1970': ['ftm-dataset:dsA'],
      'Ed Fin — birthDate — 1971': ['ftm-dataset:dsB'],
      'Ownership: zd → zx': ['ftm-dataset:dsA'],
      'Ownership: ze → zy': ['ftm-dataset:dsB'],
    });
    expect(Object.keys(said).filter((text) => text.startsWith('Ownership'))).toHaveLength(2);
  });

  it('FollowTheMoney: what a file says of one entity adds up, and an id in place of a name replaces none', async () => {
    const first = lines(
      statement('za', 'name', 'Ada Zwick', 'ds1'),
      statement('za', 'birthDate', '1970', 'ds1'),
      statement('zb', 'name', 'Bo Quist', 'ds1'),
      statement('za', 'alias', 'Adi', 'ds1'),
      { id: 'zc', schema: 'LegalEntity', properties: { name: ['Mill Ltd'] } },
      { id: 'zc', schema: 'Company', properties: { alias: ['The Mill'], leiCode: ['5493000IBP32UQZ0KL24'] } },
    );
    expect((await taken('ftm', first)).refusals).toEqual([]);
    // A later file that knows the ids alone.
    expect(
      (await taken('ftm', lines(statement('za', 'country', 'fr', 'ds2'), { id: 'zc', schema: 'Company', properties: {} }))).refusals,
    ).toEqual([]);
    const { entity = [], claim = [] } = await records(opened.store);
    const named = Object.fromEntries(
      entity.map((each) => [each['key'], [each['names'][0].text, (each['aliases'] ?? []).map(({ text }: any) => text), each['kind']]]),
    );
    expect(named).toMatchObject({
      'ftm:za': ['Ada Zwick', ['Adi'], 'PERSON'],
      'ftm:zb': ['Bo Quist', [], 'PERSON'],
      'ftm:zc': ['Mill Ltd', ['The Mill'], 'ORGANIZATION'],
    });
    const texts = claim.map((each) => each['texts'][0].text as string);
    expect(texts).toContain('Ada Zwick — schema — Person');
    expect(texts).not.toContain('za — schema — Person');
  });

  it('Wikidata and PROV: an id in place of a name or title replaces none', async () => {
    await taken(
      'wikidata',
      lines({ type: 'item', id: 'Q77', labels: { en: { language: 'en', value: 'Seventy-seven' } } }, { type: 'item', id: 'Q77' }),
    );
    await taken('prov-json', lines({ entity: { 'ex:e': { 'prov:label': 'The report' } } }));
    await taken('prov-json', lines({ entity: { 'ex:e': {} } }));
    const { entity = [], source = [] } = await records(opened.store);
    expect(entity.find(({ key }) => key === 'wikidata:Q77')!['names'][0].text).toBe('Seventy-seven');
    expect(source.find(({ key }) => key === 'prov:ex:e')!['title']).toBe('The report');
  });

  it('nanopublications: a blank node is the same in any company', async () => {
    const nanopub = (number: number, subject: string, colour: string, blank = '[ ex:colour "COLOUR" ]') => `
@prefix : <http://np.example/${number}#> . @prefix np: <http://www.nanopub.org/nschema#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix ex: <http://ex.example/> .
:Head { <http://np.example/${number}> a np:Nanopublication ; np:hasAssertion :assertion ; np:hasProvenance :provenance ; np:hasPublicationInfo :pubinfo . }
:assertion { ex:${subject} ex:has ${blank.replace('COLOUR', colour)} . }
:provenance { :assertion prov:wasAttributedTo ex:ann . }
:pubinfo { <http://np.example/${number}> dct:created "2024-01-02T10:00:00Z"^^xsd:dateTime . }
`;
    const mill = nanopub(1, 'mill', 'red');
    expect((await taken('nanopub', mill)).refusals).toEqual([]);
    const again = await taken('nanopub', nanopub(2, 'bridge', 'blue') + mill);
    expect([again.created, again.changed]).toEqual([7, 0]);
    // Under another name, and with a twin that is told apart by what it says.
    const named = await taken('nanopub', nanopub(1, 'mill', 'red', '_:other . _:other ex:colour "red"'));
    expect([named.created, named.changed]).toEqual([0, 0]);
    const two = (first: string, second: string) =>
      nanopub(3, 'dam', 'x', `_:a, _:b . _:a ex:colour "${first}" . _:b ex:colour "${second}"`);
    expect((await taken('nanopub', two('red', 'blue'))).refusals).toEqual([]);
    const swapped = await taken('nanopub', two('blue', 'red'));
    expect([swapped.created, swapped.changed]).toEqual([0, 0]);
  });

  it('ClaimReview: references within the document are followed, and other nodes are no refusals', async () => {
    const graph = [
      {
        '@type': 'ClaimReview',
        url: 'https://fc.example/1',
        claimReviewed: 'The dam broke',
        datePublished: '2024-01-02',
        author: { '@id': '#org' },
        itemReviewed: { '@id': '#c' },
        reviewRating: { '@id': '#r' },
      },
      { '@id': '#org', '@type': 'Organization', name: 'Tide Checks', url: 'https://tide.example' },
      { '@id': '#r', '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'False' },
      { '@id': '#c', '@type': 'Claim', author: { '@type': 'Person', name: 'Vic Tor' } },
      { '@id': '#page', '@type': 'WebPage', name: 'A page', mainEntity: { '@id': '#nobody' } },
    ];
    const listed = graph.map(
      (node) => JSON.parse(JSON.stringify(node).replaceAll('fc.example/1', 'fc.example/2').replaceAll('The dam', 'The old dam')) as object,
    );
    const report = await taken('claimreview', JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, undefined, 1));
    expect([report.refusals, [...report.lost.keys()]]).toEqual([[], ['WebPage (that no review refers to)']]);
    expect((await taken('claimreview', JSON.stringify(listed))).refusals).toEqual([]);
    // Values wrapped as JSON-LD has them, an address as @id, names of schema.org's own context.
    const wrapped = {
      '@context': 'https://schema.org',
      type: 'ClaimReview',
      url: { '@id': 'https://fc.example/3' },
      claimReviewed: { '@value': 'Die alte Mühle brennt', '@language': 'de' },
      author: { type: 'Organization', name: { '@value': 'Tide Checks' }, url: { '@id': 'https://tide.example' } },
      reviewRating: { type: 'Rating', alternateName: { '@value': 'False' } },
    };
    const third = await taken('claimreview', JSON.stringify(wrapped));
    expect([third.refusals, [...third.lost]]).toEqual([[], []]);
    const { source = [], citation = [], entity = [], claim = [] } = await records(opened.store);
    const tide = entity.find(({ key }) => key === 'agent:tide.example')!;
    const vic = entity.find(({ key }) => key === 'agent:vic-tor')!;
    for (const number of [1, 2, 3]) {
      const review = source.find(({ url }) => url === `https://fc.example/${number}`)!;
      expect(review['publisher']).toBe(tide['id']);
      expect(citation.find((each) => each['source'] === review['id'])).toMatchObject({ stance: 'REFUTES', rating: { verdict: 'FALSE' } });
    }
    expect(citation.filter((each) => each['speaker'] === vic['id'])).toHaveLength(2);
    expect(claim.some(({ texts }) => texts[0].language === 'de')).toBe(true);
  });

  it('own lines: a control character is replaced one for one, told, and the citation stands where it stood', async () => {
    const report = await taken(
      'jsonl',
      lines(
        { source: { key: 'art', kind: 'ARTICLE', title: 'An\u0000 article', text: 'Snow \u0083 is white. \ud800 Coal is black.' } },
        {
          claim: {
            key: 'coal',
            texts: [{ language: 'en', text: 'Coal is black.' }],
            citations: [{ key: 'coal/1', source: 'art', stance: 'SUPPORTS', passage: { exact: 'Coal is black.' } }],
          },
        },
      ),
    );
    expect([report.refusals, [...report.lost.keys()].sort()]).toEqual([
      [],
      ['source.text (control characters, each replaced by a blank)', 'source.title (control characters, each replaced by a blank)'],
    ]);
    const { citation = [] } = await records(opened.store);
    expect(citation.find(({ key }) => key === 'coal/1')!['passage']).toMatchObject({ start: 19, end: 33 });
  });
});
