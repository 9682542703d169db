/** The questions asked under load; each with several starting points, hubs among them. */
const body = (query, variables) => JSON.stringify({ query, variables });
const starts = (prefix, numbers) => numbers.map((number) => `${prefix}${number}`);

const POINT = 'query ($key: String) { entity(key: $key) { id kind name } }';
const DOSSIER = `query ($key: String) { entity(key: $key) { id name claims(first: 20) { nodes { id text firstSaid predicate { id label }
  citations(first: 5) { nodes { id stance effectiveDate source { id title published publisher { id name } } } } } } } }`;
const PAGE = `query ($key: String, $from: EdtfDate, $until: EdtfDate) { claims(first: 20, where: { subject: { key: { eq: $key } }, firstSaid: { from: $from, until: $until },
  citations: { some: { stance: { eq: SUPPORTS } } } }, orderBy: [{ field: FIRST_SAID, direction: DESC }]) { totalCount pageInfo { hasNextPage endCursor } nodes { id text firstSaid citationCount } } }`;
const SPEAKER =
  'query ($key: String) { entity(key: $key) { id said(first: 20) { totalCount nodes { id stance effectiveDate claim { id text } } } } }';
const RELAYS = `query ($key: String) { citation(key: $key) { id relays(first: 5) { nodes { id source { id } relays(first: 5) { nodes { id source { id } relays(first: 5) { nodes { id source { id } relays(first: 5) { nodes { id source { id title } } } } } } } } } } }`;
const CONTAINS =
  'query ($text: String) { claims(first: 20, where: { texts: { some: { text: { contains: $text } } } }) { nodes { id text } } }';

export const SHAPES = [
  { name: 'point read', bodies: starts('e', [0, 1, 7, 50, 300, 1500]).map((key) => body(POINT, { key })) },
  { name: 'dossier', bodies: starts('e', [0, 1, 7, 50, 300, 1500]).map((key) => body(DOSSIER, { key })) },
  {
    name: 'filtered page with count',
    bodies: starts('e', [1, 7, 20, 50]).map((key) => body(PAGE, { key, from: '2017-01', until: '2018-06' })),
  },
  { name: "speaker's claims", bodies: starts('e', [0, 1, 7, 50]).map((key) => body(SPEAKER, { key })) },
  { name: 'relay chain', bodies: starts('r', [900, 2500, 4000]).map((key) => body(RELAYS, { key })) },
  { name: 'text contains', bodies: ['harbour strike', 'réseau', 'witness panel'].map((text) => body(CONTAINS, { text })) },
];
