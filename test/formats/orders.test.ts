/** The order of a file, repetitions, and how it is cut into files say nothing: the graph is the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { exportText, importText } from '../support/importing.js';
import { withStores } from '../support/sqlite.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
/** Found again by `CLAIMGRAPH_TEST_SEED=…`; fast-check names the seed of a failure. */
const SEED = process.env['CLAIMGRAPH_TEST_SEED'];
/** Each case opens stores: a smaller one that fails, too, is looked for within the time of a test. */
const RUNS = {
  numRuns: 3,
  interruptAfterTimeLimit: 90_000,
  markInterruptAsFailure: true,
  ...(SEED === undefined ? {} : { seed: Number(SEED) }),
};

interface Format {
  readonly format: string;
  /** Each says something by itself; those of one file stand between head and tail. */
  readonly entries: readonly string[];
  readonly head?: string;
  readonly mapping?: string;
  /** Whether entries of one record may stand in different files. */
  readonly isCutAnywhere: boolean;
}

const linesOf = (...path: string[]): string[] =>
  readFileSync(join(FIXTURES, ...path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
const json = (value: object): string => JSON.stringify(value);

const statement = (id: string, prop: string, value: string, dataset: string): string =>
  json({ id: `${id}${prop}${value}${dataset}`, entity_id: id, canonical_id: id, prop, prop_type: 'x', schema: 'Person', value, dataset });

const nanopub = (
  number: number,
): string => `@prefix : <http://np.example/${number}#> . @prefix np: <http://www.nanopub.org/nschema#> . @prefix prov: <http://www.w3.org/ns/prov#> . @prefix ex: <http://ex.example/> . @prefix dct: <http://purl.org/dc/terms/> .
:Head { <http://np.example/${number}> a np:Nanopublication ; np:hasAssertion :assertion ; np:hasProvenance :provenance ; np:hasPublicationInfo :pubinfo . }
:assertion { ex:thing${number} ex:has [ ex:colour "red" ; ex:part [ ex:colour "blue" ] ] , [ ex:colour "green" ] . }
:provenance { :assertion prov:wasAttributedTo ex:ann${number % 2} . }
:pubinfo { <http://np.example/${number}> dct:title "Number ${number}" . }
`;

const FORMATS: readonly Format[] = [
  { format: 'ftm', entries: linesOf('ftm', 't1.ftm.jsonl').slice(0, 30), isCutAnywhere: false },
  {
    format: 'ftm',
    entries: ['a', 'b', 'c'].flatMap((id) => [
      statement(id, 'name', `Name of ${id}`, 'one'),
      statement(id, 'name', `Other name of ${id}`, 'two'),
      statement(id, 'name', `Name of ${id}`, 'two'),
      statement(id, 'alias', `${id}-`, 'two'),
      statement(id, 'birthDate', '1970', 'one'),
      statement(id, 'birthDate', '1971', 'three'),
    ]),
    isCutAnywhere: false,
  },
  { format: 'claimreview', entries: linesOf('claimreview', 'reviews.jsonl'), isCutAnywhere: true },
  {
    format: 'wikidata',
    entries: ['Q5', 'Q7239', 'Q795052'].map((id) =>
      json(
        Object.values(
          (JSON.parse(readFileSync(join(FIXTURES, 'wikidata', `${id}.json`), 'utf8')) as { entities: object }).entities,
        )[0] as object,
      ),
    ),
    isCutAnywhere: true,
  },
  { format: 'nanopub', entries: Array.from({ length: 5 }, (_, index) => nanopub(index)), isCutAnywhere: true },
  {
    format: 'prov-json',
    entries: [
      json({
        entity: { 'ex:a': { 'prov:label': 'A' } },
        wasDerivedFrom: { d: { 'prov:generatedEntity': 'ex:b', 'prov:usedEntity': 'ex:a' } },
      }),
      json({ entity: { 'ex:b': { 'prov:label': 'B' } } }),
      json({ entity: { 'ex:c': { 'prov:label': 'C' } } }),
      json({ wasDerivedFrom: { d: { 'prov:generatedEntity': 'ex:b', 'prov:usedEntity': 'ex:c' } } }),
      json({
        wasDerivedFrom: { d: { 'prov:generatedEntity': 'ex:b', 'prov:usedEntity': 'ex:a', 'prov:type': 'prov:Quotation' } },
        wasAttributedTo: { t: { 'prov:entity': 'ex:b', 'prov:agent': 'ex:who' } },
      }),
      json({ agent: { 'ex:who': { 'prov:type': 'prov:Person', 'prov:label': 'Who' } } }),
    ],
    isCutAnywhere: true,
  },
  {
    format: 'table',
    head: 'id,text,page\n',
    entries: Array.from({ length: 12 }, (_, index) => `${index},Claim ${index},check.example/${index % 4}\n`),
    mapping:
      'items:\n  - source: { key: "s:{page | slug}", kind: REVIEW, title: "{page}", url: "{page | url}" }\n  - claim: { key: "c:{id}", texts: [{ language: en, text: "{text}" }], citations: [{ key: "q:{id}", source: "s:{page | slug}", stance: REFUTES }] }\n',
    isCutAnywhere: true,
  },
  {
    format: 'jsonl',
    entries: Array.from({ length: 10 }, (_, index) =>
      json({ entity: { key: `e${index}`, kind: 'PERSON', names: [{ language: 'en', text: `E ${index}` }] } }),
    ),
    isCutAnywhere: true,
  },
];

/** The graph without ids, in an order of its own. */
async function graphOf(store: Store): Promise<string[]> {
  const lines = (await exportText(store, 'jsonl'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, Record<string, unknown>>);
  const names = new Map<string, string>();
  for (const line of lines)
    for (const { id, key, url } of Object.values(line)) if (id !== undefined) names.set(id as string, String(key ?? url));
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(named).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, named(each)]))
      : value;
  };
  return lines.map((line) => JSON.stringify(named(line))).sort();
}

describe.each(FORMATS)('$format', ({ format, entries, head = '', mapping, isCutAnywhere }) => {
  const text = (parts: readonly string[]): string => head + parts.map((part) => (part.endsWith('\n') ? part : `${part}\n`)).join('');
  const graphs = async (...files: readonly (readonly string[])[]): Promise<string[]> =>
    withStores(1, async (store) => {
      for (const file of files) expect((await importText(store, format, text(file), mapping)).refusals).toEqual([]);
      const graph = await graphOf(store);
      // Once more, all together.
      const again = await importText(store, format, text(files.flat()), mapping);
      expect([again.created, again.changed]).toEqual([0, 0]);
      return graph;
    });
  const orders = fc.tuple(
    fc.shuffledSubarray([...entries], { minLength: entries.length }),
    fc.integer({ min: 1, max: entries.length - 1 }),
  );

  it('repeated, shuffled, cut and put together is the same graph', async () => {
    const expected = await graphs(entries);
    expect(await graphs([...entries, ...entries]), 'repeated').toEqual(expected);
    expect(await graphs(entries.flatMap((entry) => [entry, entry])), 'each twice').toEqual(expected);
    await fc.assert(
      fc.asyncProperty(orders, async ([order, cut]) => {
        expect(await graphs(order), 'shuffled').toEqual(expected);
        if (isCutAnywhere) expect(await graphs(order.slice(0, cut), order.slice(cut), entries), `cut at ${cut}`).toEqual(expected);
      }),
      RUNS,
    );
  }, 120_000);
});
