/** Tables as people have them: rows are taken whole or told, nothing of them vanishes unsaid, and a second import changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import iconv from 'iconv-lite';
import { exportText, importBytes, importText } from '../support/importing.js';
import { withStores } from '../support/sqlite.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

type Content = Readonly<Record<string, any>>;

async function records(store: Store, kind: string): Promise<Content[]> {
  return (await exportText(store, 'jsonl'))
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => (JSON.parse(line) as Record<string, Content>)[kind] ?? []);
}

const CLAIMS = `items:
  - claim: { key: "c:{id}", texts: [{ language: en, text: "{text}" }], note: "{note}" }
`;

const texts = async (store: Store): Promise<string[]> => (await records(store, 'claim')).map(({ texts: [{ text }] }) => text as string);

describe('a table', () => {
  const taken = <T>(text: string, mapping: string, work: (store: Store, report: Awaited<ReturnType<typeof importText>>) => Promise<T>) =>
    withStores(1, async (store) => {
      const report = await importText(store, 'table', text, mapping);
      const before = await exportText(store, 'jsonl');
      const again = await importText(store, 'table', text, mapping);
      expect([again.created, again.changed, again.refused]).toEqual([0, 0, report.refused]);
      expect(await exportText(store, 'jsonl')).toBe(before);
      return work(store, report);
    });

  it.each([
    ['a short row', '1,Snow is white.,a\n2,Grass is green.\n3,Coal is black.,c\n', []],
    ['an empty row', '1,Snow is white.,a\n\n2,Grass is green.,\n3,Coal is black.,c\n', []],
    [
      'a row whose quote ends before its cell does',
      '1,Snow is white.,a\n4,"Never" is long.,b\n2,Grass is green.,b\n3,Coal is black.,c\n',
      [3],
    ],
    ['a row whose quote is not closed', '1,Snow is white.,a\n4,"Never ends,b\n2,Grass is green.,b\n3,Coal is black.,c\n', [3]],
    ['a row whose quote meets that of a later row', '1,Snow is white.,a\n4,"Never,b\n2,"Grass is green.",b\n3,Coal is black.,c\n', [3]],
  ])('does not end early at %s', (_name, rows, refused) =>
    taken(`id,text,note\n${rows}`, CLAIMS, async (store, report) => {
      expect((await texts(store)).sort()).toEqual(['Coal is black.', 'Grass is green.', 'Snow is white.']);
      expect(report.refusals.map(({ place, code }) => [place.line, code])).toEqual(refused.map((line) => [line, 'BAD_INPUT']));
      expect([report.entries, report.stoppedAt]).toEqual([3 + refused.length, undefined]);
    }),
  );

  it('takes a quote behind blanks for one that opens a cell, where it closes it', () =>
    taken(
      'id,text,note\n1, "Snow, cold", a\n2, "Never" is long, b\n3,"Tea" , "hot ""tea""\n, of two lines"\n4, 5" pipe,c\n',
      CLAIMS,
      async (store, report) => {
        const notes = (await records(store, 'claim')).map(({ texts: [{ text }], note }) => [text, note]);
        expect([report.refusals, [...report.lost], notes]).toEqual([
          [],
          [],
          [
            ['Snow, cold', 'a'],
            ['"Never" is long', 'b'],
            ['Tea', 'hot "tea"\n, of two lines'],
            ['5" pipe', 'c'],
          ],
        ]);
      },
    ));

  it('names what its mapping could make of a value that is not taken', () =>
    taken(
      'id,text,day,page\nCheck Desk,Snow,14/1/2020,check.example\n',
      'items:\n  - source: { key: "s:{id}", kind: REVIEW, title: "{text}", published: "{day}", url: "{page}", language: "{text}" }\n',
      async (_store, report) => {
        expect(Object.fromEntries(report.refusals.map(({ code, hint }) => [code, /\{column \| (\w+)/.exec(hint)?.[1]]))).toEqual({
          BAD_DATE: 'date',
          BAD_KEY: 'slug',
          BAD_LANGUAGE: 'language',
          BAD_URL: 'url',
        });
      },
    ));

  it('of tabs that is read as one of commas says so in the words of the mapping', () =>
    taken('id\ttext\tnote\n1\tSnow\t\n', CLAIMS, async (_store, report) => {
      expect(report.refusals).toMatchObject([{ hint: "one of id text note; or 'delimiter: tab' in the mapping" }]);
    }));

  it('has cells of several lines, doubled quotes, and quotes within a cell as they stand', () =>
    taken('id,text,note\r\n1,"A ""big""\r\nmill, of wood",x\r\n2,A 5" pipe,y\r\n', CLAIMS, async (store, report) => {
      expect([report.refusals, await texts(store)]).toEqual([[], ['A "big"\nmill, of wood', 'A 5" pipe']]);
    }));

  it.each([
    [
      'of tabs, quotes as they stand',
      'delimiter: tab\n',
      'id\ttext\tnote\n1\tThe mayor said "no" twice.\ta\n2\t"Never" is long.\tb\n',
      ['The mayor said "no" twice.', '"Never" is long.'],
    ],
    ['without quotes, where that is said', 'quote: none\n', 'id,text,note\n1,"Never" is long.,b\n', ['"Never" is long.']],
    ['of other quotes', `quote: "'"\n`, "id,text,note\n1,'Snow, it''s white',b\n", ["Snow, it's white"]],
    ['as Excel says it', '', 'sep=;\nid;text;note\n1;Snow, white;b\n', ['Snow, white']],
    ['as Excel says it in quotes', '', '"sep=|"\r\nid|text|note\r\n1|Snow|b\r\n', ['Snow']],
  ])('is read %s', (_name, head, table, expected) =>
    taken(table, head + CLAIMS, async (store, report) => {
      expect([report.refusals, await texts(store)]).toEqual([[], expected]);
    }),
  );

  it('without a header has its columns by number', () =>
    taken(
      '1;Snow\n2;Coal;extra\n',
      `header: none\ndelimiter: ";"\n${CLAIMS.replace('{id}', '{1}').replace('{text}', '{2}').replace(', note: "{note}"', '')}`,
      async (store, report) => {
        expect([report.refusals, await texts(store), [...report.lost.keys()]]).toEqual([[], ['Snow', 'Coal'], ['column 3']]);
      },
    ));

  it.each([
    ['two columns of one name', 'id,text,text\n1,Snow,White\n', CLAIMS.replace('{note}', 'x'), 'text', 'two columns are called "text"'],
    ['two columns of one name that nothing names', 'id,text,note,x, x\n1,Snow,,,\n', CLAIMS, 'x', 'two columns are called "x"'],
    ['another delimiter', 'id;text;note\n1;Snow;\n', CLAIMS, 'id', 'there is no column "id"'],
  ])('with %s is refused, and nothing of it is read', (_name, table, mapping, path, message) =>
    taken(table, mapping, async (store, report) => {
      expect(report).toMatchObject({ refused: 1, created: 0, refusals: [{ place: { line: 1 }, path, message }], stoppedAt: { line: 1 } });
    }),
  );

  it('names the values beyond the last column as lost, and a control in a cell as replaced', () =>
    taken('id,text,note\n1,Snow\u0083 is white.,a,extra value,more\n', CLAIMS, async (store, report) => {
      expect([...report.lost.keys()].sort()).toEqual([
        'column 4 (which has no name)',
        'column 5 (which has no name)',
        'column text (control characters, each replaced by a space)',
      ]);
      expect(await texts(store)).toEqual(['Snow  is white.']);
    }));

  it('keeps what there is of a text of two columns, and tells what stands in no item', () =>
    taken(
      'id,name,job,town\n1,Ada,baker,Northtown\n2,Bo,baker,\n3,Cy,,Northtown\n4,,smith,Southtown\n,Dee,miller,\n',
      'items:\n  - entity: { key: "p:{id}", kind: PERSON, names: [{ language: en, text: "{name}" }], descriptions: [{ language: en, text: "{job}, {town}" }], aliases: [{ language: en, text: "{name} of {town}" }] }\n',
      async (store, report) => {
        const described = (await records(store, 'entity')).map(({ key, descriptions }) => [key, descriptions[0].text]);
        expect(described).toEqual([
          ['p:1', 'baker, Northtown'],
          ['p:2', 'baker'],
          ['p:3', 'Northtown'],
        ]);
        expect(report.refusals).toMatchObject([{ place: { line: 5 } }]);
        expect([...report.lost.keys()].sort()).toEqual([
          'column job (its item was left out because another column is empty)',
          'column name (its item was left out because another column is empty)',
        ]);
      },
    ));

  it.each([
    ['', 1, []],
    ['whole: false\n', 2, ['claim.validFrom']],
  ])('is taken by rows, whole or not at all, unless it is said otherwise (%j)', (head, people, _paths) =>
    taken(
      'id,name,born,town\n1,Ana,yesterday,Lyon\n2,Luk,1970,Lyon\n',
      `${head}items:\n  - entity: { key: "p:{id}", kind: PERSON, names: [{ language: und, text: "{name}" }] }\n  - entity: { key: "t:{town}", ifMissing: true, kind: PLACE, names: [{ language: und, text: "{town}" }] }\n  - claim: { key: "b:{id}", texts: [{ language: en, text: "{name} was born in {town}" }], subject: "p:{id}", validFrom: "{born}" }\n`,
      async (store, report) => {
        expect(report).toMatchObject({ refused: 1, refusals: [{ place: { line: 2 }, code: 'BAD_DATE', path: 'claim.validFrom' }] });
        // What the refused row shares with the other one is there.
        expect((await records(store, 'entity')).map(({ kind }) => kind as string).sort()).toEqual([
          ...Array.from({ length: people }, () => 'PERSON'),
          'PLACE',
        ]);
        expect(await texts(store)).toEqual(['Luk was born in Lyon']);
      },
    ),
  );

  it('waits whole for what a later row has', () =>
    withStores(1, async (store) => {
      const mapping =
        'items:\n  - claim: { key: "c:{id}", texts: [{ language: en, text: "{text}" }] }\n  - claimLink: { key: "l:{id}", from: "c:{id}", to: "c:{to}", kind: SUPPORTS }\n';
      const report = await importText(store, 'table', 'id,text,to\n1,One,3\n2,Two,9\n3,Three,\n', mapping, 2);
      expect(report).toMatchObject({ created: 3, refused: 1, refusals: [{ place: { line: 3 }, code: 'UNKNOWN_REFERENCE' }] });
      expect((await texts(store)).sort()).toEqual(['One', 'Three']);
    }));
});

const SHEET = `Date,Organisation,Claim,Link,Language,Verdict,Tags
1/5/2020,Check Desk,The moon is green.,check.example/moon,English,FALSE ,space; colours
14/01/2020,Check Desk,Snow is white.,https://check.example/snow,Bahasa Indonesia,Mostly true,
3/2/2020,Prüfstelle,Der Mond ist aus Käse.,check.example/moon,Deutsch,Nonsense,space
`;
const SHEET_MAPPING = `
values:
  org: { from: Organisation, as: slug }
  day: { from: Date, as: date, format: [D/M/YYYY, YYYY] }
  link: { from: Link, as: url }
  language: { from: Language, as: language, default: und }
  label: { from: Verdict, map: { "FALSE": FALSE, mostly true: MOSTLY_TRUE, nonsense: FALSE } }
  verdict: { from: label, as: verdict }
  stance: { from: label, as: stance }
  tag: { from: Tags, split: ";" }
items:
  - entity: { key: "org:{org}", kind: ORGANIZATION, names: [{ language: und, text: "{Organisation}" }], ifMissing: true }
  - entity: { key: "tag:{tag | slug}", kind: CONCEPT, names: [{ language: en, text: "{tag}" }], ifMissing: true }
  - source: { kind: REVIEW, title: "{Claim}", url: "{link}", language: "{language}", published: "{day}", publisher: "org:{org}" }
  - claim:
      key: "c:{Claim | digest}"
      texts: [{ language: "{language}", text: "{Claim}" }]
      mentions: [{ entity: "tag:{tag | slug}", role: ABOUT }]
      citations: [{ key: "row:{#}", source: "{link}", stance: "{stance}", rating: { label: "{Verdict}", verdict: "{verdict}" } }]
`;

describe.each(STORE_KINDS)('a table on $name', ({ open }) => {
  let opened: StoreUnderTest;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  it('of fact checks is taken: keys of any text, dates, languages, addresses, verdicts, lists, one page in two rows', async () => {
    const { store } = opened;
    const report = await importText(store, 'table', SHEET, SHEET_MAPPING);
    expect([report.refusals, [...report.lost.keys()]]).toEqual([[], ['source (a different value in a later row for the same page)']]);
    const [sources, claims, citations, entities] = [
      await records(store, 'source'),
      await records(store, 'claim'),
      await records(store, 'citation'),
      await records(store, 'entity'),
    ];
    expect(entities.map(({ key }) => key as string).sort()).toEqual(['org:check-desk', 'org:prufstelle', 'tag:colours', 'tag:space']);
    expect(sources.map(({ url, published, language }) => [url, published, language])).toEqual([
      ['https://check.example/moon', '2020-05-01', 'en'],
      ['https://check.example/snow', '2020-01-14', 'id'],
    ]);
    expect(claims.map(({ texts: [{ language, text }], mentions = [] }) => [language, text, mentions.length])).toEqual([
      ['en', 'The moon is green.', 2],
      ['id', 'Snow is white.', 0],
      ['de', 'Der Mond ist aus Käse.', 1],
    ]);
    expect(citations.map(({ key, stance, rating, source }) => [key, stance, rating.verdict, rating.label, source])).toEqual([
      ['row:1', 'REFUTES', 'FALSE', 'FALSE', sources[0]!['id']],
      ['row:2', 'SUPPORTS', 'MOSTLY_TRUE', 'Mostly true', sources[1]!['id']],
      ['row:3', 'REFUTES', 'FALSE', 'Nonsense', sources[0]!['id']],
    ]);
    const again = await importText(store, 'table', SHEET, SHEET_MAPPING);
    expect([again.created, again.changed, again.refused]).toEqual([0, 0, 0]);
  });

  it('says of one page in two rows what both say, under one source, also one of an earlier import', async () => {
    const { store } = opened;
    const mapping = (prefix: string) => `items:
  - source: { key: "${prefix}:{id}", kind: REVIEW, title: "{title}", url: "{url}" }
  - claim: { key: "${prefix}-c:{id}", texts: [{ language: en, text: "{claim}" }], citations: [{ key: "${prefix}-cit:{id}", source: "${prefix}:{id}", stance: REFUTES }] }
`;
    const table =
      'id,title,url,claim\n1,Two rumours,https://check.example/two,The well is poisoned.\n2,Two rumours,https://www.check.example/two?utm_source=x,The bridge has fallen.\n';
    const first = await importText(store, 'table', table, mapping('one'));
    expect([first.refusals, first.created]).toEqual([[], 6]);
    const second = await importText(store, 'table', table, mapping('two'));
    expect([second.refusals, second.created]).toEqual([[], 6]);
    // The keys of the other rows are kept, as other names of the page.
    const names = (await records(store, 'source')).filter(({ title }) => title === 'Two rumours').map(({ id }) => id as string);
    const { pairs = [] } = await store.ask({ fetch: 'merged', ids: names });
    expect(pairs).toHaveLength(3);
    const [page, ...others] = new Set(pairs.map(([, into]) => into));
    expect([names.includes(page!), others]).toEqual([true, []]);
    expect((await records(store, 'citation')).filter(({ source }) => names.includes(source as string))).toHaveLength(4);
    const again = await importText(store, 'table', table, mapping('two'));
    expect([again.created, again.changed, again.refused]).toEqual([0, 0, 0]);
  });

  it('whose records have no keys is the same at the next import, in another order, with empty cells', async () => {
    const mapping = `items:
  - source: { kind: ARTICLE, title: "{t}", url: "{l}" }
  - entity: { kind: PERSON, names: [{ language: und, text: "{t}" }] }
  - claim: { texts: [{ language: en, text: "{c}" }], citations: [{ source: "{l}", stance: SUPPORTS }] }
`;
    const rows = [
      'Tea is hot,Tea page,https://keyless.example/1',
      'Ice is cold,No link,',
      'Ice is cold,Ice page,https://keyless.example/2',
    ];
    const table = (...lines: string[]) => ['c,t,l', ...lines].join('\n');
    const first = await importText(opened.store, 'table', table(...rows), mapping);
    expect([first.refused, first.changed]).toEqual([0, 0]);
    // Three sources, persons and claims, two citations: what a row says of a claim is its citations, too.
    expect(first.created).toBe(11);
    const again = await importText(opened.store, 'table', table(...rows.toReversed()), mapping);
    expect([again.created, again.changed, again.refused]).toEqual([0, 0, 0]);
  });

  it('whose rows say different things under one key tells the second, at every import', async () => {
    const table = 'id,text,note\n1,Snow is white.,first\n1,Coal is black.,second\n1,Snow is white.,first\n';
    for (const created of [1, 0]) {
      const report = await importText(opened.store, 'table', table, CLAIMS);
      expect([report.created, report.changed, report.refused]).toEqual([created, 0, 1]);
      expect(report.refusals).toMatchObject([
        { place: { line: 3 }, code: 'DUPLICATE', path: 'claim.key', message: expect.stringContaining('line 2') as string },
      ]);
    }
  });

  it('may be of JSON rows, with paths', async () => {
    const rows = [
      { id: 1, review: { text: 'Tea is hot.', 'a.b': 1 }, tags: ['drink', 'heat'], spare: { x: 1 } },
      { id: 2, review: { text: 'Ice is cold.' }, people: [{ name: 'Ann' }, { name: 'Ben' }] },
    ];
    const mapping = `rows: json
values:
  tag: { from: tags, split: "," }
  person: { from: "people[].name", split: "," }
items:
  - entity: { key: "json-tag:{tag}", kind: CONCEPT, names: [{ language: en, text: "{tag}" }] }
  - entity: { key: "json-person:{person | slug}", kind: PERSON, names: [{ language: und, text: "{person}" }] }
  - claim: { key: "json:{id}", texts: [{ language: en, text: "{review.text}" }] }
`;
    const report = await importText(opened.store, 'table', rows.map((row) => JSON.stringify(row)).join('\n'), mapping);
    expect([report.refusals, report.created, [...report.lost.keys()].sort()]).toEqual([[], 6, ['column review.a.b', 'column spare.x']]);
  });

  it('of any public sheet is taken as it stands', async () => {
    const { store } = opened;
    const sheet = async (key: string, text: string, mapping = CLAIMS) => {
      const before = new Set((await texts(store)).map(String));
      const report = await importText(store, 'table', text, mapping.replace('"c:', `"${key}:`));
      const again = await importText(store, 'table', text, mapping.replace('"c:', `"${key}:`));
      expect([again.created, again.changed]).toEqual([0, 0]);
      return { report, added: (await texts(store)).filter((each) => !before.has(each)) };
    };
    // Missing trailing values are empty; the rows after are read.
    const short = await sheet('short', 'id,text,note\n1,Snow is short.,a\n2,Grass is short.\n3,Coal is short.,c\n');
    expect([short.report.refusals, short.added.length]).toEqual([[], 3]);
    const tabs = await sheet('tabs', 'id\ttext\tnote\n1\tThe mayor said "no" twice.\ta\n2\t"Never" is a long time.\tb\n', `delimiter: tab\n${CLAIMS}`); // prettier-ignore
    expect([tabs.report.refusals, tabs.added.sort()]).toEqual([[], ['"Never" is a long time.', 'The mayor said "no" twice.']]);
    const twice = await sheet('twice', 'id,text,text\n1,Snow,White\n', CLAIMS.replace('{note}', 'x'));
    expect([twice.report.refusals.map(({ message }) => message), twice.added]).toEqual([['two columns are called "text"'], []]);
    const more = await sheet('more', 'id,text,note\n1,Snow is more.,a,extra value,more\n');
    expect([[...more.report.lost.keys()], more.added]).toEqual([['column 4 (which has no name)', 'column 5 (which has no name)'], ['Snow is more.']]); // prettier-ignore
    // A control is one character of a text, and no sign of another encoding.
    const control = await sheet('control', 'id,text,note\n1,Snow\u0000is\u0083here.,a\n');
    expect([[...control.report.lost.keys()], control.added]).toEqual([['column text (control characters, each replaced by a space)'], ['Snow is here.']]); // prettier-ignore
    const people = 'items:\n  - entity: { key: "half:{id}", kind: PERSON, names: [{ language: en, text: "{name}" }], descriptions: [{ language: en, text: "{job}, {town}" }] }\n'; // prettier-ignore
    expect(await importText(store, 'table', 'id,name,job,town\n1,Ada,baker,Northtown\n2,Bo,baker,\n3,Cy,,Northtown\n', people)).toMatchObject({ created: 3, refused: 0 }); // prettier-ignore
    const described = (await records(store, 'entity')).filter(({ key }) => String(key).startsWith('half:'));
    expect(described.map(({ descriptions: [{ text }] }) => text as string)).toEqual(['baker, Northtown', 'baker', 'Northtown']);
  });

  it('in another encoding is one refusal, with what its line reads in those that it may be; nothing is written', async () => {
    const before = await exportText(opened.store, 'jsonl');
    const taken = (format: string, bytes: Buffer, mapping?: string) => importBytes(opened.store, format, bytes, mapping);
    const latin = (text: string) => Buffer.from(text, 'latin1');
    for (const [format, text, line] of [
      ['table', 'id,text,note\n1,Caf\u00e9 is closed.,a\n', 2],
      ['table', 'id\ttext\tnote\n1\tCaf\u00e9\ta\n', 2],
      ['ftm', '{"id": "x", "schema": "Person", "properties": {"name": ["Jos\u00e9 \u00c1nd\u00e9"]}, "datasets": ["d"]}\n', 1],
      ['wikidata', '{"type": "item", "id": "Q9", "labels": {"es": {"language": "es", "value": "Jos\u00e9"}}, "claims": {}}', 1],
      ['claimreview', '[{"@type": "ClaimReview",\n"claimReviewed": "Zo\u00eb M\u00fcller est\u00e1 aqu\u00ed"}]', 2],
      ['jsonl', '{"entity": {"key": "l1", "kind": "PERSON", "names": [{"language": "es", "text": "Jos\u00e9"}]}}', 1],
    ] as const) {
      const { refusals, created, entries } = await taken(format, latin(text), format === 'table' ? CLAIMS : undefined);
      expect([format, entries, created, refusals.length]).toEqual([format, 0, 0, 1]);
      expect(refusals[0]).toMatchObject({
        code: 'BAD_TEXT',
        place: { line },
        message: expect.stringMatching(/^the file is not in UTF-8; it looks like ISO-8859-1( \(|$)/) as string,
      });
    }
    const polish = await taken('table', iconv.encode('id,name\n1,Zażółć gęślą jaźń\n2,Łódź\n', 'win1250'), CLAIMS);
    expect(polish.refusals[0]!.message).toMatch(/windows-1250 \("1,Zażółć gęślą jaźń"\)/);
    expect(await exportText(opened.store, 'jsonl')).toBe(before);
  });
});

describe('a mapping', () => {
  it.each([
    ['an encoding that there is not', 'encoding: klingon\n', /"klingon" is not a known encoding/],
    ['a value made of itself', 'values: { a: { from: b }, b: { from: a } }\n', /made from itself/],
    ['a way that there is not', 'values: { a: { from: id, as: magic } }\n', /./],
    ['an option that there is not', 'headers: none\n', /headers/],
  ])('with %s is refused', (_name, head, message) =>
    withStores(1, async (store) => {
      await expect(importText(store, 'table', 'id,text,note\n1,a,b\n', head + CLAIMS)).rejects.toMatchObject({
        problems: [{ message: expect.stringMatching(message) as string }],
      });
    }),
  );

  it('does not make of a row more than an entry may have, and takes no longer than its length', () =>
    withStores(1, async (store) => {
      const mapping = `values: { t: { from: a, split: "," } }\nitems:\n  - entity: { key: "{t}", kind: PERSON, names: [{ language: und, text: "{t | slug}" }] }\n`;
      const report = await importText(store, 'table', `a\n"${'x,'.repeat(150_000)}"\n`, mapping);
      expect(report).toMatchObject({ created: 0, refused: 1, refusals: [{ place: { line: 2 }, code: 'TOO_LONG' }] });
      const spaces = `items:\n  - entity: { key: "{${' '.repeat(50_000)}x}", kind: PERSON }\n`;
      expect((await importText(store, 'table', 'a\n1\n', spaces)).refusals).toMatchObject([{ message: 'there is no column "x"' }]);
    }));

  it('whose way does not fit a value says which column, and refuses the row', () =>
    withStores(1, async (store) => {
      const mapping =
        'items:\n  - source: { key: "s:{#}", kind: REVIEW, title: "{t}", published: "{d | date D/M/YYYY}", language: "{l | language}" }\n';
      const report = await importText(store, 'table', 't,d,l\nA,31/2/2020,English\nB,3/2/2020,Klingonese\nC,3/2/2020,French\n', mapping);
      expect(report).toMatchObject({
        created: 1,
        refused: 2,
        refusals: [
          { place: { line: 2 }, path: 'd', code: 'BAD_DATE' },
          { place: { line: 3 }, path: 'l', code: 'BAD_LANGUAGE' },
        ],
      });
    }));
});
