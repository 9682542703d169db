/**
 * The questions asked under load, for claimgraph and for the peer, each with several starting points,
 * hubs among them. Both ask for the same fields of the same records, in the same order.
 */
const KEYS = ['e0', 'e1', 'e7', 'e50', 'e300', 'e1500'];
const SAID = 'sort: [{ firstSaidLower: DESC }, { id: DESC }]';
const EFFECTIVE = 'sort: [{ effectiveDateLower: DESC }, { id: DESC }]';
const PUBLISHED = 'sort: [{ publishedLower: DESC }, { id: DESC }]';
const MILLISECONDS = { from: String(Date.UTC(2017, 0, 1)), until: String(Date.UTC(2018, 6, 1) - 1) };
// From a hub the peer needs minutes for two hops or more: it collects all of them before it cuts.
const SMALL = ['e300', 'e800', 'e1500'];

const nested = (levels, open, inner) => (levels === 0 ? '' : `${open} ${inner(nested(levels - 1, open, inner))}`);
const startingAt = (keys, variables = {}) => keys.map((key) => ({ key, ...variables }));

export const SHAPES = [
  {
    name: 'point read',
    variables: startingAt(KEYS),
    query: 'query ($key: String) { entity(key: $key) { id kind defaultName } }',
    peer: 'query ($key: String) { entity: entities(where: { key: { eq: $key } }) { id kind defaultName } }',
  },
  {
    name: 'dossier',
    variables: startingAt(KEYS),
    query: `query ($key: String) { entity(key: $key) { id defaultName claims(first: 20) { nodes { id defaultText firstSaid predicate { id key }
      citations(first: 5) { nodes { id stance effectiveDate source { id title published publisher { id defaultName } } } } } } } }`,
    peer: `query ($key: String) { entity: entities(where: { key: { eq: $key } }) { id defaultName claims(limit: 20, ${SAID}) { id defaultText firstSaid predicate { id key }
      citations(limit: 5, ${EFFECTIVE}) { id stance effectiveDate source { id title published publisher { id defaultName } } } } } }`,
  },
  {
    name: 'filtered page with count',
    variables: startingAt(['e1', 'e7', 'e20', 'e50'], { from: '2017-01', until: '2018-06' }),
    query: `query ($key: String, $from: EdtfDate, $until: EdtfDate) { claims(first: 20, where: { subject: { key: { eq: $key } }, firstSaid: { from: $from, until: $until },
      citations: { some: { stance: { eq: SUPPORTS } } } }) { totalCount pageInfo { hasNextPage } nodes { id defaultText firstSaid citationCount } } }`,
    peerVariables: startingAt(['e1', 'e7', 'e20', 'e50'], MILLISECONDS),
    peer: `query ($key: String, $from: BigInt, $until: BigInt) { claims: claimsConnection(first: 20, where: { subject: { some: { key: { eq: $key } } }, firstSaidUpper: { gte: $from }, firstSaidLower: { lte: $until },
      citations: { some: { stance: { eq: "SUPPORTS" } } } }, ${SAID}) { totalCount pageInfo { hasNextPage } edges { node { id defaultText firstSaid citationCount } } } }`,
  },
  {
    name: "speaker's claims",
    variables: startingAt(['e0', 'e1', 'e7', 'e50']),
    query:
      'query ($key: String) { entity(key: $key) { id said(first: 20) { totalCount nodes { id stance effectiveDate claim { id defaultText } } } } }',
    peer: `query ($key: String) { entity: entities(where: { key: { eq: $key } }) { id said: saidConnection(first: 20, sort: [{ node: { effectiveDateLower: DESC } }, { node: { id: DESC } }]) { totalCount
      edges { node { id stance effectiveDate claim { id defaultText } } } } } }`,
  },
  {
    name: 'relay chain',
    variables: startingAt(['r1029', 'r2529', 'r4029']),
    query: `query ($key: String) { citation(key: $key) { id ${nested(6, 'relays(first: 3)', (below) => `{ nodes { id stance source { id title } ${below} } }`)} } }`,
    peer: `query ($key: String) { citation: citations(where: { key: { eq: $key } }) { id ${nested(6, `relays(limit: 3, ${EFFECTIVE})`, (below) => `{ id stance source { id title } ${below} }`)} } }`,
  },
  {
    name: 'two-hop neighbours',
    variables: startingAt(SMALL),
    query: `query ($key: String) { entity(key: $key) { id claims(first: 10) { nodes { id participants { entity { id defaultName
      claims(first: 5) { nodes { id participants { entity { id defaultName } } } } } } } } } }`,
    peer: `query ($key: String) { entity: entities(where: { key: { eq: $key } }) { id claims(limit: 10, ${SAID}) { id participants: participantsConnection(sort: [{ edge: { position: ASC } }]) { edges { entity: node { id defaultName
      claims(limit: 5, ${SAID}) { id participants: participantsConnection(sort: [{ edge: { position: ASC } }]) { edges { entity: node { id defaultName } } } } } } } } } }`,
  },
  {
    name: 'deep nested, six levels',
    variables: startingAt(SMALL),
    query: `query ($key: String) { entity(key: $key) { id claims(first: 5) { nodes { id defaultText citations(first: 3) { nodes { id stance source { id title
      publisher { id defaultName published(first: 3) { nodes { id title citations(first: 2) { nodes { id stance } } } } } } } } } } } }`,
    peer: `query ($key: String) { entity: entities(where: { key: { eq: $key } }) { id claims(limit: 5, ${SAID}) { id defaultText citations(limit: 3, ${EFFECTIVE}) { id stance source { id title
      publisher { id defaultName published(limit: 3, ${PUBLISHED}) { id title citations(limit: 2, ${EFFECTIVE}) { id stance } } } } } } } }`,
  },
  {
    name: 'dossier as of before the corrections',
    analysis: true,
    oneStatement: true,
    asOf: true,
    variables: startingAt(KEYS),
    query: `query ($key: String, $asOf: DateTime) { entity(key: $key, asOf: $asOf) { id defaultName claims(first: 20) { nodes { id defaultText firstSaid predicate { id key }
      citations(first: 5) { nodes { id stance effectiveDate source { id title published publisher { id defaultName } } } } } } } }`,
  },
  {
    name: 'timeline of an entity, by month',
    analysis: true,
    oneStatement: true,
    variables: startingAt(['e0', 'e1', 'e7', 'e50']),
    query:
      'query ($key: String) { timeline(where: { participants: { some: { entity: { key: { eq: $key } } } } }, by: SAID, bucket: MONTH) { total undated imprecise buckets { period surely possibly } } }',
  },
  {
    name: 'timeline of eleven hubs at once, by month',
    analysis: true,
    oneStatement: true,
    // Each time another one of the smaller of twelve is left out, so that no two clients ask the same.
    variables: Array.from({ length: 8 }, (_, left) => ({
      keys: Array.from({ length: 12 }, (_each, index) => `e${index}`).filter((key) => key !== `e${left + 4}`),
    })),
    query:
      'query ($keys: [String!]) { timeline(where: { participants: { some: { entity: { key: { in: $keys } } } } }, by: SAID, bucket: MONTH) { total undated imprecise buckets { period surely possibly } } }',
  },
  {
    name: 'counts by publisher of a subject',
    analysis: true,
    variables: startingAt(['e0', 'e1', 'e7', 'e50']),
    query:
      'query ($key: String) { claimCounts(by: PUBLISHER, first: 10, where: { subject: { key: { eq: $key } } }) { total groups { value count } } }',
  },
  {
    name: 'claims with two independent origins',
    analysis: true,
    oneStatement: true,
    variables: startingAt(['e0', 'e1', 'e7', 'e50']),
    query:
      'query ($key: String) { claims(first: 20, where: { subject: { key: { eq: $key } }, independentSupporting: { gte: 2 } }) { nodes { id defaultText independentSupporting } } }',
  },
  {
    name: 'groups of origins of 20 claims',
    analysis: true,
    variables: startingAt(KEYS),
    query:
      'query ($key: String) { entity(key: $key) { id claims(first: 20) { nodes { id corroboration { independentSupporting complete groups(first: 10) { originCount supportingCount why { reason } } } } } } }',
  },
  {
    name: 'corroboration of 20 claims',
    analysis: true,
    variables: startingAt(KEYS),
    query:
      'query ($key: String) { entity(key: $key) { id claims(first: 20) { nodes { id corroboration { independentSupporting independentRefuting groupCount complete } } } } }',
  },
  {
    name: 'chains of 20 citations',
    analysis: true,
    variables: startingAt(SMALL),
    query:
      'query ($key: String) { entity(key: $key) { id said(first: 20) { nodes { id chain { depth complete steps { kind depth breaks source { id title } } } } } } }',
  },
  {
    name: 'paths of up to 6',
    analysis: true,
    variables: [
      ['e0', 'e1'],
      ['e0', 'e1500'],
      ['e800', 'e1500'],
      ['e2001', 'e2345'],
    ].map(([from, to]) => ({ from, to })),
    query:
      'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 6) { complete paths { length hops { from { id } to { id } claimCount } } } }',
  },
  {
    name: 'neighbours, depth 2',
    analysis: true,
    variables: startingAt(KEYS),
    query:
      'query ($key: String) { entity(key: $key) { id neighbours(depth: 2, first: 20) { count complete found { depth claimCount entity { id defaultName } } } } }',
  },
  {
    name: 'search, everything',
    analysis: true,
    variables: ['harbour strike 1234', 'minister réseau', 'hosptal bridge', 'witness 77'].map((text) => ({ text })),
    query:
      'query ($text: String!) { search(text: $text, first: 10) { hits { kind score record { id } matches { text how highlights { start end } } } } }',
  },
  {
    name: 'search, one word that a quarter of all has',
    analysis: true,
    variables: [{ text: 'council' }, { text: 'énergie' }, { text: 'energy' }],
    query: 'query ($text: String!) { search(text: $text, first: 10, finished: true) { complete hits { kind score record { id } } } }',
  },
  {
    name: 'search, names while typing',
    analysis: true,
    variables: ['har', 'harbour st', 'union 12', 'marc'].map((text) => ({ text })),
    query:
      'query ($text: String!) { search(text: $text, kinds: [ENTITY], first: 10) { hits { score record { id ... on Entity { defaultName } } } } }',
  },
  {
    name: 'text contains',
    variables: ['harbour strike', 'réseau', 'witness panel'].map((text) => ({ text })),
    query:
      'query ($text: String) { claims(first: 20, where: { texts: { some: { text: { contains: $text } } } }) { nodes { id defaultText } } }',
  },
];

export const bodies = (query, variables) => variables.map((values) => JSON.stringify({ query, variables: values }));

/** Both sides' answers in one form: connections and lists of one as what they hold. */
export function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const { totalCount, pageInfo, nodes, edges, ...rest } = value;
  const counted = totalCount === undefined ? {} : { totalCount };
  const paged = pageInfo === undefined ? {} : { pageInfo };
  const listed = nodes ?? edges;
  if (listed) return { ...counted, ...paged, items: listed.map((each) => plain(each.node ?? each)) };
  return Object.fromEntries(Object.entries(rest).map(([name, each]) => [name, plainField(name, each)]));
}

const TO_ONE = new Set(['entity', 'citation', 'source', 'publisher', 'predicate', 'claim']);

function plainField(name, value) {
  if (TO_ONE.has(name) && Array.isArray(value)) return value.length === 0 ? null : plain(value[0]);
  // A list of records without paging is a connection of nothing but its items.
  return Array.isArray(value) && typeof value[0] === 'object'
    ? { items: plain(value) }
    : Array.isArray(value)
      ? { items: [] }
      : plain(value);
}
