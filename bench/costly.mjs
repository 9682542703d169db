/** Operations that take much of a server, at the most that pages allow: what `bench/cost.mjs` measures. */
const many = (count, part) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const query = (name, text) => ({ name, query: text });
const everyClaim = (levels) =>
  `claims: { every: { ${levels === 1 ? 'negated: { eq: false }' : `object: { ${everyClaim(levels - 1)} }`} } }`;

export const COSTLY = [
  query('page of 100 claims', '{ claims(first: 100) { nodes { id defaultText firstSaid } } }'),
  query('100 claims, 20 citations of each', '{ claims(first: 100) { nodes { id citations(first: 20) { nodes { id stance } } } } }'),
  query(
    '100 claims, 20 citations of each, sources and publishers',
    '{ claims(first: 100) { nodes { id citations(first: 20) { nodes { id stance source { title publisher { defaultName } } } } } } }',
  ),
  query(
    '20,000 records as plain as can be',
    `{ entities(first: 100) { nodes { id claims(first: 100) { nodes { id subject { id } } } } } }`,
  ),
  query('impact of a hub source', '{ source(key: "s0") { impact { claimCount } } }'),
  query('impact of three hub sources', `{ ${many(3, (index) => `s${index}: source(key: "s${index}") { impact { claimCount } }`)} }`),
  query('impact of 100 sources', '{ sources(first: 100) { nodes { impact { claimCount } } } }'),
  query(
    'impact of the 100 most cited sources',
    `{ sources(first: 100, where: { key: { in: [${many(100, (index) => `"s${index}"`)}] } }) { nodes { impact { claimCount } } } }`,
  ),
  query('impact of 100 citations', '{ citations(first: 100) { nodes { impact { claimCount } } } }'),
  query('retellings of a hub source', '{ source(key: "s0") { retellings { citationCount } } }'),
  query('retellings of 100 sources', '{ sources(first: 100) { nodes { retellings { citationCount } } } }'),
  query(
    'corroboration of the 100 most cited claims',
    '{ claims(first: 100, orderBy: [{ field: CITATION_COUNT, direction: DESC }]) { nodes { corroboration { groups(first: 1) { originCount } } } } }',
  ),
  query('corroboration of 100 claims', '{ claims(first: 100) { nodes { corroboration { groups(first: 1) { originCount } } } } }'),
  query('corroboration of 100 claims, numbers', '{ claims(first: 100) { nodes { corroboration { independentSupporting } } } }'),
  query(
    'origins of the 100 most cited claims',
    '{ claims(first: 100, orderBy: [{ field: CITATION_COUNT, direction: DESC }]) { nodes { origins(first: 1) { source { id } } } } }',
  ),
  query('contradictions of 100 claims', '{ claims(first: 100) { nodes { contradictions { count } } } }'),
  query('contradictions among all', '{ contradictions(first: 100) { complete } }'),
  query('contradictions among all, of a rare kind', '{ contradictions(first: 100, kinds: [LINK], certainty: POSSIBLY) { complete } }'),
  query('chains of 100 citations', '{ citations(first: 100) { nodes { chain { depth } } } }'),
  query('paths between hubs', '{ paths(from: "e0", to: "e1", maxLength: 6) { complete } }'),
  query('paths between others', '{ paths(from: "e2900", to: "e2950", maxLength: 6) { complete } }'),
  query('neighbours of a hub, depth 1', '{ entity(key: "e0") { neighbours(depth: 1) { count } } }'),
  query('neighbours of a hub, depth 3', '{ entity(key: "e0") { neighbours(depth: 3) { count } } }'),
  query('neighbours of 20 entities, depth 3', '{ entities(first: 20) { nodes { neighbours(depth: 3) { count } } } }'),
  query('timeline of all, by day', '{ timeline(bucket: DAY, from: "2015", until: "2016") { total } }'),
  query('timeline of all by validity', '{ timeline(by: VALID, bucket: DAY, from: "2015", until: "2016") { total } }'),
  query(
    'timeline, 100 claims of each bucket',
    '{ timeline(bucket: MONTH, from: "2015", until: "2025") { buckets { period claims(first: 100) { id } } } }',
  ),
  query('claims by publisher', '{ claimCounts(by: PUBLISHER, first: 100) { total groups { count } } }'),
  query('claims by month', '{ claimCounts(by: MONTH, first: 100) { total groups { count } } }'),
  query('duplicates of entities', '{ findDuplicates(kind: ENTITY, minimumScore: 1, first: 100) { complete } }'),
  query('duplicates of sources', '{ findDuplicates(kind: SOURCE, minimumScore: 1, first: 100) { complete } }'),
  query('search, three words with typos', '{ search(text: "councl minstr harbr", first: 100) { complete } }'),
  query('search, one frequent word', '{ search(text: "council", first: 100) { complete } }'),
  query('search, 32 words', `{ search(text: "${many(32, (index) => `harbour${index}`)}", first: 100) { complete } }`),
  query('stats', '{ stats { records { kind active } } }'),
  query('total of claims', '{ claims(first: 1) { totalCount } }'),
  query('total by an equality', '{ claims(first: 1, where: { negated: { eq: false } }) { totalCount } }'),
  query('total by a step', '{ claims(first: 1, where: { citations: { some: { stance: { eq: REFUTES } } } }) { totalCount } }'),
  query(
    'total by two steps',
    '{ claims(first: 1, where: { citations: { some: { relays: { some: { stance: { eq: REFUTES } } } } } }) { totalCount } }',
  ),
  query(
    'total by three steps',
    '{ claims(first: 1, where: { citations: { some: { relays: { some: { relays: { some: { stance: { eq: REFUTES } } } } } } } }) { totalCount } }',
  ),
  query('every, one step', `{ entities(first: 1, where: { ${everyClaim(1)} }) { totalCount } }`),
  query('every, two steps', `{ entities(first: 1, where: { ${everyClaim(2)} }) { totalCount } }`),
  query('every, three steps', `{ entities(first: 1, where: { ${everyClaim(3)} }) { totalCount } }`),
  query(
    'texts that do not contain a word',
    '{ claims(first: 1, where: { texts: { none: { text: { contains: "zq1zq" } } } }) { totalCount } }',
  ),
  query(
    '60 texts that do not contain a word',
    `{ claims(first: 1, where: { and: [${many(60, (index) => `{ texts: { none: { text: { contains: "zq${index}zq" } } } }`)}] }) { totalCount } }`,
  ),
  query(
    'texts that contain a frequent word',
    '{ claims(first: 1, where: { texts: { some: { text: { contains: "council" } } } }) { totalCount } }',
  ),
  query('texts of 100 sources', '{ sources(first: 100) { nodes { text note } } }'),
  query('histories of 100 claims', '{ claims(first: 100) { nodes { history { version data } } } }'),
  query(
    'citations of 100 claims, each filtered by two steps',
    '{ claims(first: 100) { nodes { citations(first: 20, where: { source: { citations: { some: { claim: { citations: { some: { stance: { eq: REFUTES } } } } } } } }) { nodes { id } } } } }',
  ),
];
