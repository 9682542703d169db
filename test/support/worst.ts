/**
 * The worst requests that a caller who may write can send: each held a server up once, or is alike to one that did. Used by
 * the tests, and by the bench, which takes the time that others wait meanwhile. They ask of the bench's graph
 * (bench/generate.mjs) and of what `prepared` adds to it.
 */
import type { Attack } from './attacks.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const many = (count: number, part: (index: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(separator);
const query = (name: string, text: string, variables?: unknown): Attack => ({
  name,
  headers: JSON_TYPE,
  body: JSON.stringify({ query: text, ...(variables === undefined ? {} : { variables }) }),
});
const preview = (name: string, format: string, text: string, mapping?: string): Attack =>
  query(name, `query ($text: String!, $mapping: String) { importPreview(format: ${format}, text: $text, mapping: $mapping) { entries } }`, {
    text,
    mapping,
  });
const reconcile = (name: string, queries: object): Attack => ({
  name,
  path: '/reconcile',
  headers: FORM_TYPE,
  body: new URLSearchParams({ queries: JSON.stringify(queries) }).toString(),
});
const nestedEvery = (levels: number): string =>
  levels === 1 ? 'claims: { every: { negated: { eq: false } } }' : `claims: { every: { object: { ${nestedEvery(levels - 1)} } } }`;

/** Items that the graph needs beside what is generated: a long text, and drafts. */
export const PREPARED = [
  { source: { key: 'worst-long', kind: 'DOCUMENT', title: 'A long text', text: 'lorem ipsum '.repeat(80_000) } },
  ...Array.from({ length: 3_000 }, (_, index) => ({
    entity: { key: `worst-draft-${index}`, kind: 'PERSON', names: [{ language: 'en', text: `Draft ${index}` }], visibility: 'DRAFT' },
  })),
];

/** Requests that once held a server up for seconds. */
const FOUND: readonly Attack[] = [
  preview(
    'a mapping of 40,000 keys',
    'TABLE',
    'id,name\n1,x\n',
    many(40_000, (index) => `k${index}: 1`, '\n'),
  ),
  preview(
    '3 MB of nested lists in TriG',
    'NANOPUB',
    `@prefix : <http://x.example/> .\n:g { :a :b ${'('.repeat(1_500_000)}${')'.repeat(1_500_000)} . }`,
  ),
  preview('130,000 empty reviews', 'CLAIMREVIEW', `[${many(130_000, () => '{"@type":"ClaimReview"}', ',')}]`),
  preview('500,000 open brackets in YAML', 'TABLE', 'id,name\n1,x\n', `items: ${'['.repeat(500_000)}`),
  query('200,000 items that say nothing', 'mutation ($i: ChangesetInput!) { applyChangeset(input: $i) { applied } }', {
    i: { items: Array.from({ length: 200_000 }, () => ({ claim: {} })) },
  }),
  query(
    'the impact of three hubs',
    '{ a: source(key: "s0") { impact { claimCount } } b: source(key: "s1") { impact { claimCount } } c: source(key: "s2") { impact { claimCount } } }',
  ),
  query('the impact of 100 citations', '{ citations(first: 100) { nodes { impact { claimCount } } } }'),
  query(
    'corroboration of the 100 most cited',
    '{ claims(first: 100, orderBy: [{ field: CITATION_COUNT, direction: DESC }]) { nodes { corroboration { groups(first: 1) { originCount } } } } }',
  ),
  query('contradictions', '{ contradictions(first: 100) { complete } }'),
  query('every within every', `{ entities(first: 1, where: { ${nestedEvery(3)} }) { totalCount } }`),
  query(
    'one long text a hundred times',
    `{ ${many(20, (index) => `a${index}: sources(first: 100, where: { key: { eq: "worst-long" } }) { nodes { ${many(5, (each) => `t${each}: text`)} } }`)} }`,
  ),
  query('the log over what is withheld', `{ ${many(50, (index) => `c${index}: changes(since: ${index}, first: 1) { position }`)} }`),
  reconcile(
    '50 queries with 500 values each',
    Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        `q${index}`,
        {
          query: `buget elecion hospitl ${index}`,
          limit: 100,
          properties: [{ pid: 'met', v: Array.from({ length: 500 }, (_value, each) => `value ${each}`) }],
        },
      ]),
    ),
  ),
  query('duplicates among sources', '{ findDuplicates(kind: SOURCE, first: 1, minimumScore: 1) { complete } }'),
];

/** Others of the same kinds. */
const ALIKE: readonly Attack[] = [
  query(
    '60 conditions over all texts',
    `{ claims(first: 1, where: { and: [${many(60, (index) => `{ texts: { none: { text: { contains: "zq${index}zq" } } } }`, ', ')}] }) { totalCount } }`,
  ),
  query(
    'two million members',
    `{ claims(first: 100) { nodes { subject { claims(first: 100) { nodes { ${many(190, (index) => `a${index}: id`)} } } } } } }`,
  ),
  query(
    '20,000 records',
    '{ claims(first: 100) { nodes { id defaultText citations(first: 66) { nodes { id stance effectiveDate source { id title url } } } } } }',
  ),
  query(
    '40 searches for all words',
    `{ ${many(40, (index) => `s${index}: search(text: "council minister harbour budget inquiri energi ${index}", first: 50) { complete }`)} }`,
  ),
  query(
    '100 pages of a hub from the far end',
    `{ entity(key: "e0") { ${many(100, (index) => `c${index}: claims(last: 100) { nodes { id } }`)} } }`,
  ),
  query(
    'neighbours of twenty hubs',
    `{ ${many(20, (index) => `n${index}: entity(key: "e${index}") { neighbours(depth: 2, first: 50) { count } }`)} }`,
  ),
  preview(
    '3 MB of nested blank nodes',
    'NANOPUB',
    `@prefix : <http://x.example/> .\n:g { :a :b ${'['.repeat(300_000)}${']'.repeat(300_000)} . }`,
  ),
  preview('nested lists in JSON', 'PROV_JSON', '['.repeat(2_000_000)),
  { name: '4 MB of open brackets', headers: JSON_TYPE, body: '['.repeat(4_000_000) },
  query('fields that might be merged', `{ ${many(170, (index) => `claims(first: 1) { nodes { subject { id a${index}: id } } }`)} }`),
  query('10,000 claims at once', 'mutation ($i: ChangesetInput!) { applyChangeset(input: $i) { applied } }', {
    i: {
      items: Array.from({ length: 10_000 }, (_, index) => ({
        claim: {
          key: `worst-${index}`,
          texts: [{ language: 'en', text: `Worst ${index}` }],
          subject: 'e0',
          predicate: 'met',
          object: 'e1',
        },
      })),
    },
  }),
  reconcile(
    '50 long names',
    Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`q${index}`, { query: `${'council minister harbour budget '.repeat(15)}${index}` }]),
    ),
  ),
  { name: 'the whole graph as RDF', method: 'GET', path: '/export/nquads' },
  {
    name: 'all changes from the first',
    method: 'GET',
    path: '/graphql/stream?query=subscription{changes(since:0){position record{id}}}',
    headers: { accept: 'text/event-stream' },
  },
];

export const WORST: readonly Attack[] = [...FOUND, ...ALIKE];
