/** Files that others wrote: the correct ones are taken, the incorrect ones refused with a reason, and twice changes nothing. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { timeValue } from '../../src/formats/wikidata/times.js';
import { exportText, importFile, importText } from '../support/importing.js';
import { withStores } from '../support/sqlite.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

function files(folder: string): string[] {
  return readdirSync(join(FIXTURES, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('LICENSE'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe.each([
  ['wikidata', 'wikidata', 5],
  ['ftm', 'ftm', 2],
  ['nanopub', 'nanopub/valid', 91],
  ['web-annotation', 'web-annotation/correct', 44],
  ['prov-json', 'prov-json', 50],
])('correct %s files', (format, folder, count) => {
  it('are all there', () => expect(files(folder)).toHaveLength(count));

  it(
    'are taken whole; a second time nothing is created or changed',
    () =>
      withStores(1, async (store) => {
        for (const file of files(folder)) {
          const report = await importFile(store, format, file);
          expect([file, report.refusals]).toEqual([file, []]);
          expect(report.entries, file).toBeGreaterThan(0);
          const again = await importFile(store, format, file);
          expect([file, again.created, again.changed, again.refused]).toEqual([file, 0, 0, 0]);
          expect([...again.lost]).toEqual([...report.lost]);
        }
        expect(await store.check(() => undefined)).toEqual([]);
      }),
    120_000,
  );
});

describe.each([
  ['nanopub', 'nanopub/invalid', 17],
  ['web-annotation', 'web-annotation/incorrect', 40],
])('incorrect %s files', (format, folder, count) => {
  it('are all there', () => expect(files(folder)).toHaveLength(count));

  it('are refused, each with a reason', () =>
    withStores(1, async (store) => {
      for (const file of files(folder)) {
        const report = await importFile(store, format, file);
        expect(report.refused, file).toBeGreaterThan(0);
        for (const { message, hint } of report.refusals) expect([file, message.length > 5, hint.length > 5]).toEqual([file, true, true]);
      }
    }));
});

describe('ClaimReview as publishers write it', () => {
  const FILE = join(FIXTURES, 'claimreview/reviews.jsonl');

  it('is taken, whatever its context, arrays and ratings', () =>
    withStores(1, async (store) => {
      const report = await importFile(store, 'claimreview', FILE);
      expect([report.entries, report.refusals]).toEqual([4, []]);
      const rows = await store.read({
        kind: 'list',
        record: 'Citation',
        list: {
          where: { kind: 'related', edge: 'rating', condition: { kind: 'all', conditions: [] } },
          retracted: 'EXCLUDE',
          order: [{ field: 'createdAt', direction: 'ASC', nulls: 'LAST' }],
          page: { size: 50, direction: 'forward', wants: { items: true, total: true, previous: false, next: false } },
          selection: {
            shape: 'Citation',
            fields: ['stance'],
            edges: [
              {
                kind: 'plain',
                slot: 'rating',
                edge: 'rating',
                selection: { shape: 'Rating', fields: ['label', 'value', 'verdict'], edges: [] },
              },
              { kind: 'plain', slot: 'source', edge: 'source', selection: { shape: 'Source', fields: ['url', 'published'], edges: [] } },
            ],
          },
        },
      });
      const found = rows.kind === 'list' ? rows.page.items.map(({ row }) => row) : [];
      expect(found).toEqual([
        // The shared list of English labels knows "false".
        {
          stance: 'REFUTES',
          rating: { label: 'False', value: '1', verdict: 'FALSE' },
          source: { url: 'https://checks.example/bridge', published: '2022-08-24T14:41' },
        },
        // "distorcido" stands in the list of aosfatos.org: distorted, which is partly true or misleading.
        {
          stance: 'QUESTIONS',
          rating: { label: 'Distorcido', value: '5', verdict: 'MIXED' },
          source: { url: 'https://aosfatos.org/noticias/ponte', published: '2022-08-11' },
        },
        // No list has it: kept, and not guessed.
        {
          stance: 'MENTIONS',
          rating: { label: 'really_false', value: null, verdict: null },
          source: { url: 'https://other.example/water', published: null },
        },
        {
          stance: 'QUESTIONS',
          rating: { label: 'Half true', value: null, verdict: 'MIXED' },
          source: { url: 'https://prefixed.example/1', published: null },
        },
      ]);
      expect([...report.lost.keys()].sort()).toEqual([
        'WebPage (that no review refers to)',
        'author.email',
        'author.logo.@type',
        'author.logo.url',
        'itemReviewed.firstAppearance (that it was the first one)',
        'reviewBody',
        'reviewRating.alternateName (no verdict is known for the label "really_false")',
      ]);
      const again = await importFile(store, 'claimreview', FILE);
      expect([again.created, again.changed]).toEqual([0, 0]);
    }));

  it('names whatever it could not make anything of', () =>
    withStores(1, async (store) => {
      const review = {
        '@type': 'ClaimReview',
        url: 'https://checks.example/odd',
        claimReviewed: ['First', 'Second'],
        inLanguage: 'the language of birds',
        datePublished: 'yesterday',
        author: { '@type': 'Organization', name: 'Odd', url: 'no address', sameAs: ['neither', 'https://odd.example/'] },
        reviewRating: { '@type': 'Rating', alternateName: 'False', bestRating: 'the best', ratingValue: '1' },
        itemReviewed: { '@type': 'Claim', author: [{ name: 'One' }, { name: 'Two' }], appearance: ['https://page.example/', 'not a page'] },
      };
      const report = await importText(store, 'claimreview', JSON.stringify(review));
      expect(report.refusals).toEqual([]);
      expect([...report.lost.keys()].sort()).toEqual([
        'author.sameAs[]',
        'author.url',
        'claimReviewed[]',
        'datePublished (no ISO date)',
        'inLanguage',
        'itemReviewed.appearance[]',
        'itemReviewed.author[].name',
        'reviewRating.bestRating',
      ]);
    }));

  it('is read out of a data feed, element by element', () =>
    withStores(1, async (store) => {
      const report = await importFile(store, 'claimreview', join(FIXTURES, 'claimreview/feed.json'));
      expect(report.entries).toBe(2);
      expect(report.refusals).toMatchObject([{ place: { path: 'dataFeedElement[1]item' }, path: 'claimReviewed' }]);
      expect(report.created).toBe(4);
    }));

  it.each(['', '[]', '{}', 'null', '{"@type":"ClaimReview"', '{"@type":"Article"}', '\u0000'])('refuses or finds nothing in %j', (text) =>
    withStores(1, async (store) => {
      const report = await importText(store, 'claimreview', text);
      expect(report.created).toBe(0);
    }),
  );
});

describe('FollowTheMoney', () => {
  it('is read from statements, those of one entity together', () =>
    withStores(1, async (store) => {
      const statement = (entity_id: string, prop: string, value: string, more: object = {}) =>
        JSON.stringify({
          id: `${entity_id}-${prop}-${value}`,
          entity_id,
          canonical_id: `c-${entity_id}`,
          schema: 'Person',
          prop,
          value,
          dataset: 'lists',
          ...more,
        });
      const lines = [
        statement('a', 'id', 'a', { schema: 'LegalEntity' }),
        statement('a', 'name', 'Ana Reis', { lang: 'por' }),
        statement('a', 'alias', 'A. R.'),
        statement('a', 'birthDate', '1970-02'),
        statement('b', 'name', 'Bo'),
      ];
      const report = await importText(store, 'ftm', lines.join('\n'));
      expect([report.refusals, [...report.lost.keys()]]).toEqual([[], ['lang']]);
      const out = (await exportText(store, 'ftm'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object);
      expect(out).toMatchObject([
        { id: 'c-a', schema: 'Person', properties: { name: ['Ana Reis'], alias: ['A. R.'], birthDate: ['1970-02'] }, datasets: ['lists'] },
        { id: 'c-b', schema: 'Person', properties: { name: ['Bo'] } },
      ]);
    }));

  it('refuses a schema that it does not know, and takes the rest', () =>
    withStores(1, async (store) => {
      const lines = [
        { id: 'x', schema: 'Ghost', properties: { name: ['X'] } },
        { id: 'y', schema: 'Person', properties: { name: ['Y'] } },
      ];
      const report = await importText(store, 'ftm', lines.map((line) => JSON.stringify(line)).join('\n'));
      expect(report.refusals).toMatchObject([{ place: { line: 1 }, path: 'schema' }]);
      expect(report.created).toBeGreaterThan(1);
    }));
});

describe('Wikidata', () => {
  const entity = (id: string, claims: object = {}) => ({
    id,
    type: 'item',
    labels: { en: { language: 'en', value: `Item ${id}` } },
    claims,
  });
  const time = (value: string, precision: number) => ({
    snaktype: 'value',
    property: 'P571',
    datavalue: {
      type: 'time',
      value: { time: value, precision, timezone: 0, before: 0, after: 0, calendarmodel: 'http://www.wikidata.org/entity/Q1985727' },
    },
  });

  it('is read from a dump: a list of any length, element by element', () =>
    withStores(1, async (store) => {
      const dump = `[\n${['Q1', 'Q2', 'Q3'].map((id) => JSON.stringify(entity(id))).join(',\n')}\n]\n`;
      expect(await importText(store, 'wikidata', dump)).toMatchObject({ entries: 3, created: 3, refused: 0 });
    }));

  it('takes references with long addresses, with signs that no key has, and with an archived copy alone', () =>
    withStores(1, async (store) => {
      const snak = (property: string, value: string) => ({
        [property]: [{ snaktype: 'value', property, datavalue: { type: 'string', value } }],
      });
      const references = [
        { hash: 'a', snaks: snak('P854', `https://page.example/?title=ア|イ&rest=${'x'.repeat(400)}`) },
        { hash: 'b', snaks: snak('P1065', 'https://archive.example/1') },
      ];
      const P31 = [{ id: 'Q1$a', type: 'statement', rank: 'normal', mainsnak: { snaktype: 'somevalue', property: 'P31' }, references }];
      const report = await importText(store, 'wikidata', JSON.stringify(entity('Q1', { P31 })));
      expect([report.refusals, report.lost.size]).toEqual([[], 0]);
      const kinds = (await exportText(store, 'jsonl'))
        .trimEnd()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line) as object)[0]);
      expect(kinds.filter((kind) => kind === 'source' || kind === 'citation')).toHaveLength(4);
    }));

  it('keeps dates as precise as they are, unknown and no values, ranks and qualifiers', () =>
    withStores(1, async (store) => {
      const statement = (id: string, mainsnak: object, rest: object = {}) => ({
        id: `Q1$${id}`,
        type: 'statement',
        rank: 'normal',
        mainsnak,
        ...rest,
      });
      const P571 = [
        statement('day', time('+2021-01-09T00:00:00Z', 11)),
        statement('month', time('+2021-01-00T00:00:00Z', 10)),
        statement('year', time('-0044-00-00T00:00:00Z', 9), { rank: 'deprecated' }),
        statement('decade', time('+1990-00-00T00:00:00Z', 8)),
        statement('century', time('+1900-00-00T00:00:00Z', 7)),
        statement('unknown', { snaktype: 'somevalue', property: 'P571' }),
        statement(
          'none',
          { snaktype: 'novalue', property: 'P571' },
          { qualifiers: { P580: [{ ...time('+2020-00-00T00:00:00Z', 9), property: 'P580' }] } },
        ),
      ];
      const report = await importText(store, 'wikidata', JSON.stringify({ entities: { Q1: entity('Q1', { P571 }) } }));
      expect(report.refusals).toEqual([]);
      const claims = (await exportText(store, 'jsonl'))
        .trimEnd()
        .split('\n')
        .flatMap((line) => (JSON.parse(line) as { claim?: { value: object; validFrom?: string; qualifiers?: object[] } }).claim ?? []);
      expect(claims.map(({ value }) => value)).toEqual([
        { kind: 'DATE', date: '2021-01-09' },
        { kind: 'DATE', date: '2021-01' },
        // 44 before Christ: EDTF has a year 0.
        { kind: 'DATE', date: '-0043' },
        { kind: 'DATE', date: '199X' },
        // The 19th century, as Wikibase rounds.
        { kind: 'DATE', date: '1801/1900' },
        { kind: 'UNKNOWN' },
        { kind: 'NONE' },
      ]);
      expect(claims[2]!.qualifiers).toMatchObject([{ predicate: 'wikidata:rank', value: { text: 'deprecated' } }]);
      expect(claims[6]!.validFrom).toBe('2020');
    }));
});

describe('times of Wikidata', () => {
  const GREGORIAN = 'http://www.wikidata.org/entity/Q1985727';
  const valueOf = (time: string, precision: number): [unknown, readonly string[]] => {
    const lost: string[] = [];
    const { date, text } = timeValue({ time, precision, calendarmodel: GREGORIAN, before: 0, after: 0, timezone: 0 }, lost)?.literal ?? {};
    return [date ?? (text === undefined ? undefined : { text }), lost];
  };

  it.each([
    ['+2000-00-00T00:00:00Z', 7, '1901/2000'],
    ['+1900-00-00T00:00:00Z', 7, '1801/1900'],
    ['+1901-00-00T00:00:00Z', 7, '1901/2000'],
    ['+0100-00-00T00:00:00Z', 7, '0001/0100'],
    ['-0582-00-00T00:00:00Z', 7, '-0599/-0500'],
    ['-0600-00-00T00:00:00Z', 7, '-0599/-0500'],
    ['-0001-00-00T00:00:00Z', 7, '-0099/0000'],
    ['+2000-00-00T00:00:00Z', 6, '1001/2000'],
    ['+1995-00-00T00:00:00Z', 8, '199X'],
    ['-0044-00-00T00:00:00Z', 8, '-0048/-0039'],
    ['-0044-03-15T00:00:00Z', 11, '-0043-03-15'],
    ['+12345-00-00T00:00:00Z', 9, 'Y12345'],
    ['-12345-00-00T00:00:00Z', 9, 'Y-12344'],
    ['+2021-01-05T13:00:00Z', 12, '2021-01-05T13:00/2021-01-05T13:59'],
    ['+2021-01-05T13:07:00Z', 13, '2021-01-05T13:07'],
    ['+2021-01-05T13:07:09Z', 14, '2021-01-05T13:07:09'],
    ['+00000002013-01-01T00:00:00Z', 11, '2013-01-01'],
    // What is said to be a day, and is not.
    ['+2021-00-00T00:00:00Z', 11, '2021'],
    ['+2021-05-00T00:00:00Z', 11, '2021-05'],
  ])('%s of the precision %i is %s', (time, precision, date) => expect(valueOf(time, precision)).toEqual([date, []]));

  it.each([
    ['-13798000000-00-00T00:00:00Z', 3, '13798000000 BCE (precision: million years)'],
    ['+20000-00-00T00:00:00Z', 5, '20000 (precision: 10,000 years)'],
    ['+2021-02-30T00:00:00Z', 11, '2021-02-30 (precision: day)'],
    ['-999999900-00-00T00:00:00Z', 7, '9999999th century BCE'],
    ['+0000-00-00T00:00:00Z', 9, '0 (precision: year)'],
  ])('%s of the precision %i is a text that says so', (time, precision, text) => {
    const [value, lost] = valueOf(time, precision);
    expect(value).toEqual({ text });
    expect(lost).toEqual([expect.stringMatching(/^time of the precision .* \(kept as text\)$/)]);
  });

  it.each([
    ['+2020-00-00T00:00:00Z', '+2019-00-00T00:00:00Z', undefined, undefined],
    ['+2020-00-00T00:00:00Z', '+2020-00-00T00:00:00Z', '2020', '2020'],
  ])('that hold from %s until %s keep their statement', (start, end, validFrom, validUntil) =>
    withStores(1, async (store) => {
      const snak = (property: string, time: string) => ({
        snaktype: 'value',
        property,
        datavalue: { type: 'time', value: { time, precision: 9, timezone: 0, before: 0, after: 0, calendarmodel: GREGORIAN } },
      });
      const P39 = [
        {
          id: 'Q1$a',
          type: 'statement',
          rank: 'normal',
          mainsnak: { snaktype: 'somevalue', property: 'P39' },
          qualifiers: { P580: [snak('P580', start)], P582: [snak('P582', end)] },
        },
      ];
      const report = await importText(store, 'wikidata', JSON.stringify({ id: 'Q1', type: 'item', claims: { P39 } }));
      expect(report.refusals).toEqual([]);
      expect([...report.lost.keys()]).toEqual(validFrom ? [] : ['qualifiers.P580, P582 (as validity: the end lies before the beginning)']);
      const claim = (await exportText(store, 'jsonl')).split('\n').find((line) => line.includes('"claim"'))!;
      const { claim: said } = JSON.parse(claim) as { claim: { validFrom?: string; validUntil?: string; qualifiers: object[] } };
      expect([said.validFrom, said.validUntil, said.qualifiers.length]).toEqual([validFrom, validUntil, 2]);
    }),
  );
});

describe('a table', () => {
  const MAPPING = `items:
  - predicate: { key: born-in, ifMissing: true, labels: [{ language: en, text: born in }] }
  - entity: { key: "person:{id}", kind: PERSON, names: [{ language: und, text: "{name}" }], aliases: [{ language: und, text: "{alias}" }] }
  - entity: { key: "place:{city}", ifMissing: true, kind: PLACE, names: [{ language: und, text: "{city}" }] }
  - claim: { key: "born:{id}", texts: [{ language: en, text: "{name} was born in {city}" }], subject: "person:{id}", predicate: born-in, object: "place:{city}", validFrom: "{born}" }`;

  it('becomes what its mapping says, row by row; what is empty is left out', () =>
    withStores(1, async (store) => {
      const report = await importText(
        store,
        'table',
        'id,name,alias,city,born,shoe\n1,"Ana, the elder",,Lyon,1970,38\n2,Łukasz,Luk,Lyon,yesterday,\n',
        MAPPING,
      );
      // A row is taken whole or not at all.
      expect(report).toMatchObject({ entries: 2, created: 4, refused: 1 });
      expect(report.refusals).toMatchObject([{ place: { line: 3 }, code: 'BAD_DATE', path: 'claim.validFrom' }]);
      expect([...report.lost]).toEqual([['column shoe', 1]]);
    }));

  it('is refused where the mapping names a column that it does not have', () =>
    withStores(1, async (store) => {
      const report = await importText(store, 'table', 'id,name\n1,Ana\n', MAPPING);
      expect(report.refusals).toMatchObject([{ path: 'alias', hint: 'one of id, name' }]);
    }));
});
