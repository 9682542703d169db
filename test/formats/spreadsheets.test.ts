/** Tables that people open: no cell is a formula. Tables for programs are to the letter. */
import { parse } from 'csv-parse/sync';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { spreadsheetText } from '../../src/formats/graph-files/spreadsheet.js';
import { exportBytes } from '../support/importing.js';
import { withStores } from '../support/sqlite.js';

describe('a text of a spreadsheet', () => {
  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+1',
    '-1+1',
    '@SUM(1+1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\ttext',
    '\rtext',
    '\ntext',
    '  =1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF@x',
    '"=1',
    "'=1",
    '“=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' \r\n ＝1',
    '﹦1',
    '−1',
  ])('%j gets an apostrophe', (text) => expect(spreadsheetText(text)).toBe(`'${text}`));

  it.each(['', 'Ada', 'a=b', '1-2', '—', '“Ada”', "'tis", ' x', 'x\t=1', '5', '(=1)'])('%j stays as it is', (text) =>
    expect(spreadsheetText(text)).toBe(text),
  );
});

describe('exports', () => {
  const NAME = "=cmd|' /C calc'!A0";
  const TEXT = '@SUM(1+1)';
  const label = (text: string) => [{ language: 'en', text }];
  const items = [
    { entity: { key: 'key', kind: 'PERSON', names: label(NAME) } },
    { predicate: { key: 'says', labels: label('says') } },
    { claim: { key: 'c', texts: label(TEXT), subject: 'key', predicate: 'says' } },
    { source: { key: 's', kind: 'DOCUMENT', title: '-2+3', published: '-0044-03-15' } },
    { citation: { claim: 'c', source: 's', speaker: 'key', stance: 'SUPPORTS' } },
  ];

  it('for Gephi hold no formula, and for neo4j-admin every text to the letter', () =>
    withStores(1, async (store) => {
      const { applied, results } = await store.write({ items });
      expect([applied, results.flatMap(({ problems }) => problems)]).toEqual([true, []]);
      const rows = async (format: string, name: string) =>
        parse<Record<string, string>>(strFromU8(unzipSync(await exportBytes(store, format))[name]!), { columns: true });
      for (const name of ['nodes.csv', 'edges.csv'])
        for (const row of await rows('gephi', name))
          for (const [column, value] of Object.entries(row))
            if (column !== 'Date') expect(value, column).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
      const nodes = await rows('gephi', 'nodes.csv');
      expect(new Set(nodes.map(({ Label }) => Label))).toEqual(new Set([`'${NAME}`, `'${TEXT}`, "'-2+3"]));
      expect(nodes.map(({ Date }) => Date)).toContain('-0044-03-15');
      // What an edge names is still a node.
      const ids = new Set(nodes.map(({ Id }) => Id));
      const edges = await rows('gephi', 'edges.csv');
      expect(edges.map(({ Speaker }) => Speaker)).toContain(`'${NAME}`);
      for (const { Source, Target } of edges) expect([ids.has(Source), ids.has(Target)]).toEqual([true, true]);
      const exact = await rows('neo4j-admin', 'nodes.csv');
      expect(new Set(exact.map(({ name }) => name))).toEqual(new Set([NAME, TEXT, '-2+3']));
      expect(exact.map(({ key }) => key)).toContain('key');
    }));

  it('of evidence are pages in which every text is text', () =>
    withStores(1, async (store) => {
      const text = '"><img src=x onerror=alert(1)>';
      await store.write({
        items: [
          { claim: { key: 'c', texts: label(text) } },
          { source: { key: 's', kind: 'DOCUMENT', title: text, url: 'https://x.example/"onclick="x' } },
          { citation: { claim: 'c', source: 's', stance: 'SUPPORTS', quote: text, rating: { label: text } } },
        ],
      });
      const page = strFromU8(unzipSync(await exportBytes(store, 'evidence-pack'))['index.html']!);
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page).not.toMatch(/<img|" ?onclick/);
    }));
});
