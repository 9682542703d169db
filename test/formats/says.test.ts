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

  it('FollowTheMoney: what two files say of one entity adds up, and a placeholder never stays', async () => {
    const file = (name: string, more: object) =>
      lines({ id: 'zf', schema: 'Person', properties: { name: [name], ...more }, datasets: ['d'] });
    const relative = { id: 'zr', schema: 'Family', properties: { person: ['zf'], relative: ['zg'] }, datasets: ['d'] };
    // First known by its id alone.
    await taken('ftm', lines(relative));
    const files = [file('Sei Eld', { alias: ['S.'], wikidataId: ['Q7239'] }), file('Eld, Sei', { weakAlias: ['Elder'] })];
    const told = async () => {
      const { entity = [] } = await records(opened.store);
      const { names, aliases, identifiers } = entity.find(({ key }) => key === 'ftm:zf')!;
      const texts = (labels: Record_[]) => labels.map(({ text }) => text as string);
      return [texts(names), texts(aliases).sort(), (identifiers as Record_[]).map(({ scheme }) => scheme as string).sort()];
    };
    for (const each of files) await taken('ftm', each);
    const expected = [['Sei Eld'], ['Eld, Sei', 'Elder', 'S.'], ['ftm', 'wikidata']];
    expect(await told()).toEqual(expected);
    // In any order, again and again, and by its id once more.
    for (const each of [...files.toReversed(), lines(relative)])
      expect(await taken('ftm', each)).toMatchObject({ changed: 0, created: 0, refused: 0 });
    expect(await told()).toEqual(expected);
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

  it('Wikidata: a time is as precise as it is given, and as Wikibase rounds it', async () => {
    const time = (id: string, value: string, precision: number) => ({
      type: 'item',
      id,
      claims: {
        P569: [
          {
            id: `${id}$1`,
            type: 'statement',
            rank: 'normal',
            mainsnak: {
              snaktype: 'value',
              property: 'P569',
              datavalue: { type: 'time', value: { time: value, precision, calendarmodel: 'http://www.wikidata.org/entity/Q1985727', timezone: 0, before: 0, after: 0 } }, // prettier-ignore
            },
          },
        ],
      },
    });
    const TIMES: readonly [string, number, string][] = [
      ['+2000-00-00T00:00:00Z', 7, '1901/2000'],
      ['+1900-00-00T00:00:00Z', 7, '1801/1900'],
      ['+1900-00-00T00:00:00Z', 8, '190X'],
      ['+2021-01-05T13:00:00Z', 12, '2021-01-05T13:00/2021-01-05T13:59'],
      ['-0582-00-00T00:00:00Z', 7, '-0599/-0500'],
      ['+12345-00-00T00:00:00Z', 9, 'Y12345'],
    ];
    const items = TIMES.map(([value, precision], index) => time(`Q90${index}`, value, precision));
    const report = await taken('wikidata', lines(...items));
    expect([report.refusals, [...report.lost]]).toEqual([[], []]);
    const { claim = [] } = await records(opened.store);
    expect(TIMES.map((_, index) => claim.find(({ key }) => key === `wikidata:Q90${index}/1`)!['value'].date)).toEqual(
      TIMES.map(([, , date]) => date),
    );
    expect(await taken('wikidata', lines(...items))).toMatchObject({ created: 0, changed: 0, refused: 0 });
  });

  it('Wikidata: when a page was looked at is not when a copy of it was made, and a value that cannot be read is named', async () => {
    const snak = (property: string, type: string, value: unknown) => ({ snaktype: 'value', property, datavalue: { type, value } });
    const day = (property: string, time: string) =>
      snak(property, 'time', { time, precision: 11, before: 0, after: 0, timezone: 0, calendarmodel: 'http://www.wikidata.org/entity/Q1985727' }); // prettier-ignore
    const reference = (page: string, ...more: { property: string }[]) => ({
      hash: page,
      snaks: Object.fromEntries(
        [
          snak('P854', 'string', `https://copies.example/${page}`),
          snak('P1065', 'string', `https://archive.example/${page}`),
          day('P813', '+2022-02-02T00:00:00Z'),
          ...more,
        ].map((each) => [each.property, [each]]),
      ),
    });
    const statement = (id: string, mainsnak: object, rest: object = {}) => ({
      id: `Q91$${id}`,
      type: 'statement',
      rank: 'normal',
      mainsnak,
      ...rest,
    });
    const P1082 = [
      statement('a', snak('P1082', 'quantity', { amount: '+5', unit: '1' }), {
        references: [reference('known', day('P2960', '+2021-01-01T00:00:00Z')), reference('unknown')],
      }),
      statement('b', snak('P1082', 'quantity', { amount: 'five', unit: '1' })),
      statement('c', snak('P1082', 'quantity', { amount: '+6', unit: '1' }), { qualifiers: { P585: [day('P585', 'soon')] } }), // prettier-ignore
    ];
    const report = await taken('wikidata', JSON.stringify({ type: 'item', id: 'Q91', claims: { P1082 } }));
    expect([report.refusals, [...report.lost].sort(([a], [b]) => a.localeCompare(b))]).toEqual([
      [],
      [
        ['claims.mainsnak (a value that cannot be read)', 1],
        ['claims.qualifiers (a value that cannot be read)', 1],
        ['references.retrieved (when the page was retrieved)', 2],
      ],
    ]);
    const { source = [], claim = [] } = await records(opened.store);
    expect(claim.filter(({ key }) => String(key).startsWith('wikidata:Q91/'))).toHaveLength(2);
    expect(source.filter(({ url }) => String(url).startsWith('https://copies.example/')).map((page) => page['archivedCopies'])).toEqual([
      [{ url: 'https://archive.example/known', capturedAt: '2021-01-01' }],
      [{ url: 'https://archive.example/unknown' }],
    ]);
  });

  it('PROV: what several documents say of one source and agent adds up, in whatever order', async () => {
    const derived = (to: string, from: string, type?: string) => ({
      prefix: { ex: 'urn:ex:' },
      entity: { [to]: {}, [from]: { 'prov:label': `Label of ${from}` } },
      wasDerivedFrom: { _: { 'prov:generatedEntity': to, 'prov:usedEntity': from, ...(type ? { 'prov:type': type } : {}) } },
    });
    const attributed = (entity: string, agent: string, about: object) => ({
      prefix: { ex: 'urn:ex:' },
      agent: { [agent]: about },
      wasAttributedTo: { _: { 'prov:entity': entity, 'prov:agent': agent } },
    });
    for (const [number, order] of [(all: object[]) => all, (all: object[]) => all.toReversed()].entries()) {
      const [a, b, c, who] = ['a', 'b', 'c', 'who'].map((name) => `ex:${name}${number}`) as [string, string, string, string];
      const documents = order([
        derived(a, b, 'prov:Quotation'),
        derived(a, b),
        derived(a, c),
        attributed(a, who, { 'prov:type': 'prov:Person', 'prov:label': 'Who' }),
        attributed(a, `ex:also${number}`, {}),
        attributed(b, who, {}),
      ]);
      for (const document of documents) expect((await taken('prov-json', JSON.stringify(document))).refusals).toEqual([]);
      const { source = [], entity = [] } = await records(opened.store);
      const named = new Map([...source, ...entity].map(({ id, key }) => [id as string, key as string]));
      const found = source.find(({ key }) => key === `prov:urn:${a}`)!;
      const told = [
        found['derivations'].map(({ kind, source: from }: any) => `${kind} ${named.get(from)}`).sort(),
        found['contributors'].map(({ entity: by }: any) => named.get(by)).sort(),
      ];
      expect(told).toEqual([
        [`QUOTES prov:urn:${b}`, `REPORTS prov:urn:${c}`],
        [`prov:urn:ex:also${number}`, `prov:urn:${who}`],
      ]);
      expect(source.find(({ key }) => key === `prov:urn:${b}`)!['title']).toBe(`Label of ${b}`);
      expect(entity.find(({ key }) => key === `prov:urn:${who}`)).toMatchObject({ kind: 'PERSON', names: [{ text: 'Who' }] });
      for (const document of documents)
        expect(await taken('prov-json', JSON.stringify(document))).toMatchObject({ created: 0, changed: 0 });
    }
  });

  it('PROV: of a circle the sources stay, and each step is named as lost', async () => {
    const steps = (...pairs: readonly (readonly [string, string])[]) => ({
      wasDerivedFrom: Object.fromEntries(
        pairs.map(([to, from], index) => [`_:${index}`, { 'prov:generatedEntity': to, 'prov:usedEntity': from }]),
      ),
    });
    const document = steps(['ring-a', 'ring-b'], ['ring-b', 'ring-a'], ['ring-c', 'ring-a'], ['ring-a', 'ring-d'], ['ring-e', 'ring-e']);
    const report = await taken('prov-json', JSON.stringify(document));
    expect(report).toMatchObject({ created: 5, refused: 0 });
    expect([...report.lost.keys()].sort()).toEqual([
      'wasDerivedFrom (prov:ring-a from prov:ring-b: a step of a circle)',
      'wasDerivedFrom (prov:ring-b from prov:ring-a: a step of a circle)',
      'wasDerivedFrom (prov:ring-e from prov:ring-e: a step of a circle)',
    ]);
    const { source = [] } = await records(opened.store);
    const names = new Map(source.map(({ id, key }) => [id as string, key as string]));
    const derivations: string[] = source.flatMap(({ key, derivations: from = [] }) =>
      from.map(({ source: id }: any) => `${key} ${names.get(id)}`),
    );
    expect(derivations.filter((each) => each.startsWith('prov:ring')).sort()).toEqual([
      'prov:ring-a prov:ring-d',
      'prov:ring-c prov:ring-a',
    ]);
    // A circle that another document closes is refused, and says whose step it is.
    const closing = await taken('prov-json', JSON.stringify(steps(['ring-d', 'ring-c'])));
    expect(closing.refusals.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'CYCLE: following derivations from "prov:ring-d" leads back to it, by way of "prov:ring-c"',
    ]);
  });

  it('a text with controls is told to have lost these, and a long one what is over its limit', async () => {
    const review = (claimReviewed: string, number: number) =>
      JSON.stringify({ '@type': 'ClaimReview', url: `https://lost.example/${number}`, name: `Review ${number}`, claimReviewed });
    for (const [number, [text, lost]] of (
      [
        ['The mill\u0001 turned', ['claimReviewed (control characters)']],
        ['m'.repeat(2_001), ['claimReviewed (the part over 2000 characters)']],
        [`\u0007${'m'.repeat(2_001)}`, ['claimReviewed (control characters)', 'claimReviewed (the part over 2000 characters)']],
        [` ${'🙂'.repeat(2_000)} `, []],
      ] as const
    ).entries())
      expect([...(await taken('claimreview', review(text, number))).lost.keys()], text.slice(0, 20)).toEqual(lost);
  });

  it('FollowTheMoney: a fragment that says nothing of names changes no order of names', async () => {
    const whole = (id: string) => ({ id, schema: 'Person', properties: { name: ['Zoe First', 'Abe Second'] }, datasets: ['dsOrder'] });
    const fragment = (id: string) => ({ id, schema: 'Person', properties: { birthDate: ['1961'] }, datasets: ['dsThird'] });
    await taken('ftm', lines(whole('order-1')));
    await taken('ftm', lines(fragment('order-2'), whole('order-2')));
    await taken('ftm', lines(whole('order-3'), fragment('order-3'), statement('order-3', 'nationality', 'fr', 'dsThird')));
    const { entity = [] } = await records(opened.store);
    for (const number of [1, 2, 3])
      expect(entity.find(({ key }) => key.endsWith(`order-${number}`))!['names'][0].text, `${number}`).toBe('Zoe First');
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

  it('ClaimReview: reviews of one page do not overwrite each other, at this import or the next', async () => {
    const review = (claimReviewed: string, more: object) => ({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://twice.example/1',
      claimReviewed,
      author: { '@type': 'Organization', name: 'Tide Checks' },
      ...more,
    });
    const file = lines(
      review('The well is dry.', {}),
      review('The well is deep.', { name: 'Of wells', datePublished: '2020-01-01' }),
      review('The well is shut.', { name: 'More of wells', datePublished: '2020-01-02' }),
    );
    const first = await taken('claimreview', file);
    expect([first.refusals, [...first.lost.keys()].sort()]).toEqual([
      [],
      ['published (a different value in a later review of the same page)', 'title (a different value in a later review of the same page)'],
    ]);
    expect(await taken('claimreview', file)).toMatchObject({ created: 0, changed: 0, refused: 0 });
    const { source = [], citation = [] } = await records(opened.store);
    const pages = source.filter(({ url }) => url === 'https://twice.example/1');
    expect(pages).toMatchObject([{ title: 'Of wells', published: '2020-01-01' }]);
    expect(citation.filter((each) => each['source'] === pages[0]!['id'])).toHaveLength(3);
  });

  it('ClaimReview: an appearance has the date and headline of its page, and a statement the words of the Claim', async () => {
    const review = (number: number, more: object) => ({ '@type': 'ClaimReview', url: `https://dates.example/${number}`, ...more });
    const reviews = [
      review(1, {
        claimReviewed: 'The weir is old.',
        itemReviewed: {
          '@type': 'Claim',
          datePublished: '2020-02-02',
          firstAppearance: { '@type': 'NewsArticle', url: 'https://dates.example/first', headline: 'A weir', datePublished: '2019-05-05' },
          appearance: 'https://dates.example/later',
        },
      }),
      // The claim is said by the Claim alone.
      review(2, { itemReviewed: { '@type': 'Claim', text: 'The weir is new.', author: { '@type': 'Person', name: 'Wei Er' } } }),
    ];
    const report = await taken('claimreview', lines(...reviews));
    expect([report.refusals, [...report.lost.keys()]]).toEqual([[], ['itemReviewed.firstAppearance (that it was the first one)']]);
    const { source = [], citation = [] } = await records(opened.store);
    const said = (url: string) => citation.find((each) => each['source'] === source.find((page) => page['url'] === url)!['id'])!['saidAt'];
    expect(source.find(({ url }) => url === 'https://dates.example/first')).toMatchObject({ title: 'A weir', published: '2019-05-05' });
    expect([said('https://dates.example/first'), said('https://dates.example/later')]).toEqual(['2019-05-05', '2020-02-02']);
    expect(source.filter(({ title, kind }) => kind === 'STATEMENT' && title === 'The weir is new.')).toHaveLength(1);
  });

  it('ClaimReview: an appearance that is given by a copy of a page, and the page itself, are one source', async () => {
    const page = 'https://posts.example/1';
    const copy = `https://web.archive.org/web/20210111093000/${page}`;
    const review = (number: number, appearance: unknown[]) => ({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: `https://check.example/${number}`,
      claimReviewed: `The harbour is closed ${number}.`,
      itemReviewed: { '@type': 'Claim', appearance },
    });
    const appearing = [copy, { '@type': 'WebPage', url: `${page}?utm_source=x`, name: 'A post' }, page];
    for (const [number, given] of [appearing, appearing.toReversed()].entries()) {
      expect(await taken('claimreview', JSON.stringify(review(number, given)))).toMatchObject({ refused: 0, refusals: [] });
      const { source = [], citation = [] } = await records(opened.store);
      const found = source.filter(({ url }) => String(url).includes('posts.example'));
      expect(found).toMatchObject([{ archivedCopies: [{ url: copy, capturedAt: '2021-01-11T09:30:00Z' }] }]);
      expect(citation.filter((each) => each['source'] === found[0]!['id'])).toHaveLength(number + 1);
    }
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
      ['source.text (control characters, each replaced by a space)', 'source.title (control characters, each replaced by a space)'],
    ]);
    const { citation = [] } = await records(opened.store);
    expect(citation.find(({ key }) => key === 'coal/1')!['passage']).toMatchObject({ start: 19, end: 33 });
  });
});
