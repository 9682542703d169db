/** Requests that mean no good, each as it goes over the wire. Used by the tests, and by the bench, which takes the time that they cost. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export interface Attack {
  readonly name: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const query = (name: string, text: string, variables?: unknown, more: object = {}): Attack => ({
  name,
  headers: JSON_TYPE,
  body: JSON.stringify({ query: text, ...(variables === undefined ? {} : { variables }), ...more }),
});
const raw = (name: string, body: Attack['body'], headers: Attack['headers'] = JSON_TYPE): Attack => ({
  name,
  headers,
  ...(body === undefined ? {} : { body }),
});
const get = (name: string, path: string, headers: Attack['headers'] = {}): Attack => ({ name, method: 'GET', path, headers });
const many = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (levels: number, open: string, close: string, inner: string): string => open.repeat(levels) + inner + close.repeat(levels);
const doubling = (levels: number): string =>
  many(
    levels,
    (index) =>
      `fragment F${index} on Claim { a: subject { ...E${index} } b: subject { ...E${index} } } fragment E${index} on Entity { claims(first: 1) { nodes { ...F${index + 1} } } }`,
  );

const shapes: Attack[] = [
  query('20,000 aliases', `{ ${many(20_000, (index) => `a${index}: __typename`)} }`),
  query('2,000 aliases of a statement', `{ ${many(1_200, (index) => `a${index}: stats { records { kind } }`)} }`),
  query('depth 500', `{ claims { nodes ${nested(250, '{ subject { claims { nodes ', ' } } }', '{ id }')} } }`),
  query('depth 5,000', nested(5_000, '{ a ', ' }', '{ a }')),
  query('lists in a value, 5,000 deep', `{ claims(where: ${nested(5_000, '{ not: ', ' }', '{ }')}) { totalCount } }`),
  query('fragments that double 24 times', `{ claims(first: 1) { nodes { ...F0 } } } ${doubling(24)} fragment F24 on Claim { id }`),
  query(
    'fragments that lead back to themselves',
    '{ claims { nodes { ...A } } } fragment A on Claim { ...B } fragment B on Claim { ...A }',
  ),
  query('a fragment within itself', '{ claims { nodes { ...A } } } fragment A on Claim { subject { claims { nodes { ...A } } } }'),
  query('1,000 fragments unused', `{ __typename } ${many(1_000, (index) => `fragment F${index} on Claim { id }`)}`),
  query('1,000 spreads', `{ claims { nodes { ${many(1_100, () => '...F')} } } } fragment F on Claim { id }`),
  query('one field 1,600 times', `{ ${many(1_600, () => '__typename')} }`),
  query('fields that must be merged', `{ ${many(180, () => 'claims(first: 1) { nodes { id } }')} }`),
  query('arguments that differ', `{ ${many(180, (index) => `claims(first: ${index}) { nodes { id } }`)} }`),
  query(
    '1,000 operations',
    many(1_000, (index) => `query Q${index} { __typename }`),
    undefined,
    { operationName: 'Q1' },
  ),
  query('a subscription where none is answered', 'subscription { changes { position } }'),
  query('1,000 variables', `query (${many(1_000, (index) => `$v${index}: Int`)}) { __typename }`),
  query('4,000 directives on a field', `{ __typename ${many(1_600, () => '@include(if: true)')} }`),
  query('4,000 directives that are not', `{ __typename ${many(1_600, (index) => `@d${index}`)} }`),
  query('1,000 inline fragments', `{ ${many(1_000, () => '... on Query { __typename }')} }`),
  query(
    'the largest pages',
    '{ claims(first: 100) { nodes { citations(first: 100) { nodes { source { citations(first: 100) { nodes { id } } } } } } } }',
  ),
  query('a page beyond all numbers', '{ claims(first: 2147483647) { nodes { id } } }'),
  query('a page below zero', '{ claims(first: -1) { nodes { id } } }'),
  query('a number that is none', '{ claims(first: 1e400) { nodes { id } } }'),
  query('introspection ten deep', `{ __schema { types { ${nested(10, 'fields { type { ', ' } }', 'name')} } } }`),
  query('introspection 200 times', `{ ${many(200, (index) => `a${index}: __schema { types { name fields { name } } }`)} }`),
  query(
    'analyses of every claim',
    '{ claims(first: 100) { nodes { corroboration { groups(first: 50) { originCount } } contradictions { count } } } }',
  ),
  query(
    'neighbours of neighbours',
    '{ entities(first: 100) { nodes { neighbours(depth: 3, first: 100) { found { entity { neighbours(depth: 3, first: 100) { count } } } } } } }',
  ),
];

const values: Attack[] = [
  query('a list of 100,000 ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 100_000 }, (_, index) => String(index)),
  }),
  query('a list of 100,000 keys', 'query ($keys: [String!]) { entities(where: { key: { in: $keys } }) { totalCount } }', {
    keys: Array.from({ length: 100_000 }, (_, index) => `k${index}`),
  }),
  query('10,000 conditions', 'query ($where: ClaimWhere) { claims(where: $where) { totalCount } }', {
    where: { or: Array.from({ length: 10_000 }, () => ({ negated: { eq: true } })) },
  }),
  query('conditions 2,000 deep', 'query ($where: ClaimWhere) { claims(where: $where) { totalCount } }', {
    where: JSON.parse(nested(2_000, '{"not":', '}', '{}')) as unknown,
  }),
  query('a search of a million letters', 'query ($text: String!) { search(text: $text) { hits { score } } }', {
    text: 'a'.repeat(1_000_000),
  }),
  query('a search of 100,000 words', 'query ($text: String!) { search(text: $text) { hits { score } } }', { text: 'ab '.repeat(100_000) }),
  query('a search of signs alone', 'query ($text: String!) { search(text: $text) { hits { score } } }', { text: '"*^()-+:/\\~?&|!{}[]' }),
  query('a language that takes long', 'query ($l: [String!]) { claims(first: 1) { nodes { text(languages: $l) } } }', {
    l: [`${'a-'.repeat(50_000)}!`],
  }),
  query('a date that takes long', 'query ($asOf: DateTime) { claims(asOf: $asOf) { totalCount } }', { asOf: `${'2021-'.repeat(50_000)}!` }),
  query('an EDTF date that takes long', 'query ($at: String) { claims(validAt: $at) { totalCount } }', {
    at: `[${'2021,'.repeat(20_000)}`,
  }),
  query(
    'keys that pollute, in variables',
    'query ($where: ClaimWhere) { claims(where: $where) { totalCount } }',
    JSON.parse('{"where":{"__proto__":{"x":1}}}'),
  ),
  query('keys that construct', 'query ($where: ClaimWhere) { claims(where: $where) { totalCount } }', {
    where: { constructor: { prototype: { x: 1 } } },
  }),
  query('a variable named __proto__', 'query ($__proto__: String) { __typename }', JSON.parse('{"__proto__":"x"}')),
  query('lone surrogates', 'query ($text: String!) { search(text: $text) { hits { score } } }', { text: '\ud800 \udc00' }),
  query('NUL', 'query ($key: String) { entity(key: $key) { id } }', { key: 'a\0b' }),
  query('marks on marks', 'query ($text: String!) { search(text: $text) { hits { score } } }', { text: `e${'\u0301'.repeat(50_000)}` }),
];

const cursors = ['', 'null', 'x'.repeat(10_000), '{}', '[[],"x"]', '["__proto__"]', `[["a' OR 1=1 --"],"x"]`, '[[9e999],"x"]'].map(
  (text, index) =>
    query(`a forged cursor, ${index}`, 'query ($after: String) { claims(first: 2, after: $after) { nodes { id } } }', {
      after: Buffer.from(text).toString('base64url'),
    }),
);

const WORDS = [
  `' OR '1'='1`,
  `"; DROP TABLE claim; --`,
  `') UNION SELECT * FROM version --`,
  `' RETURN 1 // `,
  '`}) DETACH DELETE n //',
  `\\' OR 1=1 //`,
  '${process.exit()}',
  'NEAR(a b, 10) OR "',
  'name:* AND NOT _exists_:x',
  '{{7*7}}',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
];
const PLACES: readonly (readonly [string, string])[] = [
  ['a key', 'query ($x: String) { entity(key: $x) { id } }'],
  ['an id', 'query ($x: ID!) { node(id: $x) { id } }'],
  ['a text', 'query ($x: String) { claims(where: { texts: { some: { text: { contains: $x } } } }) { totalCount } }'],
  ['a search', 'query ($x: String!) { search(text: $x) { hits { score } } }'],
];
const injections = PLACES.flatMap(([where, text]) =>
  WORDS.map((word, index) => query(`injected into ${where}, ${index}`, text, { x: word })),
);

const pollution = '{"query":"{__typename}","__proto__":{"polluted":1}}';
const wire: Attack[] = [
  raw('40 MB', 'x'.repeat(40_000_000)),
  raw('40 MB, packed', new Uint8Array(gzipSync('x'.repeat(40_000_000))), { ...JSON_TYPE, 'content-encoding': 'gzip' }),
  raw('JSON that ends early', '{"query":'),
  raw('JSON 100,000 deep', '['.repeat(100_000)),
  raw('JSON, a number', '1'),
  raw('JSON, null', 'null'),
  raw('JSON, a list of 1,000 operations', `[${Array.from({ length: 1_000 }, () => '{"query":"{__typename}"}').join(',')}]`),
  raw('keys that pollute', pollution),
  raw('keys that construct, at the top', '{"query":"{__typename}","constructor":{"prototype":{"x":1}}}'),
  raw('two queries in one object', '{"query":"{__typename}","query":"{ stats { records { kind } } }"}'),
  raw('a query that is a list', '{"query":["{__typename}"]}'),
  raw('a query that is an object', '{"query":{"toString":"x"}}'),
  raw('variables that are a list', '{"query":"{__typename}","variables":[1]}'),
  raw('variables that are a text', '{"query":"{__typename}","variables":"x"}'),
  raw('an operation name that is a number', '{"query":"{__typename}","operationName":1}'),
  raw('extensions that are a text', '{"query":"{__typename}","extensions":"x"}'),
  raw('a digest that is an object', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{"a":1}}}}'),
  raw('a digest of another version', '{"extensions":{"persistedQuery":{"version":99,"sha256Hash":"x"}}}'),
  raw('bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  raw('UTF-16', new Uint8Array(Buffer.from('{"query":"{__typename}"}', 'utf16le')), { 'content-type': 'application/json; charset=utf-16' }),
  raw('an empty body', ''),
  raw('a form', 'query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
  raw('a form of parts that never end', '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{', {
    'content-type': 'multipart/form-data; boundary=x',
  }),
  raw('a form of parts without a boundary', 'x', { 'content-type': 'multipart/form-data' }),
  raw('text', '{ __typename }', { 'content-type': 'text/plain' }),
  raw('a type that is none', '{"query":"{__typename}"}', { 'content-type': 'application/json;;;=;"' }),
  raw(
    'a mutation as a form would send it',
    '{"query":"mutation { retract(input: { kind: CLAIM, reference: \\"x\\", reason: \\"x\\" }) { outcome } }"}',
    {
      'content-type': 'text/plain;application/json',
    },
  ),
  { name: 'PUT', method: 'PUT', headers: JSON_TYPE, body: '{"query":"{__typename}"}' },
  { name: 'TRACE by name', method: 'OPTIONS', headers: { 'access-control-request-method': 'TRACE', origin: 'https://evil.example' } },
  get(
    'a mutation by GET',
    `/graphql?query=${encodeURIComponent('mutation { retract(input: { kind: CLAIM, reference: "x", reason: "x" }) { outcome } }')}`,
    {
      'apollo-require-preflight': '1',
    },
  ),
  get('a query by GET as an image would ask', '/graphql?query=%7B__typename%7D', { accept: 'image/*' }),
  get('variables by GET that are none', '/graphql?query=%7B__typename%7D&variables=%7B', { 'apollo-require-preflight': '1' }),
  get('an address of 15,000 signs', `/graphql?query=${'a'.repeat(15_000)}`, { 'apollo-require-preflight': '1' }),
  get('out of the folder', '/playground/..%2f..%2fpackage.json'),
  get('out of the folder, twice packed', '/playground/%252e%252e/%252e%252e/package.json'),
  get('out of the folder, by backslash', '/playground/..%5c..%5cpackage.json'),
  get('NUL in a path', '/playground/%00index.html'),
  get('a path that cannot be unpacked', '/%E0%A4%A'),
  get('a format that is none', '/export/__proto__'),
  get('a format of 10,000 signs', `/export/${'x'.repeat(10_000)}`),
  get('an export of what is no JSON', '/export/jsonl?where=%7B'),
  get('an export of what is no condition', `/export/jsonl?where=${encodeURIComponent('{"__proto__":{}}')}`),
  get('a reconciliation of what is no JSON', '/reconcile?queries=%7B'),
  get(
    '51 reconciliations',
    `/reconcile?queries=${encodeURIComponent(JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`q${index}`, { query: 'x' }]))))}`,
  ),
  get('a callback that is code', '/reconcile?callback=alert(1)//'),
  get('a preview that is code', '/reconcile/preview?id=%3Cscript%3Ealert(1)%3C/script%3E'),
  get('another host', '/schema.graphql', { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }),
  get('100 headers', '/healthz', Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x-h${index}`, 'x'.repeat(50)]))),
  get('a bookmark that is none', '/graphql?query=%7B__typename%7D', {
    'apollo-require-preflight': '1',
    'x-claimgraph-bookmark': '[]{}"\\',
  }),
  get('a token in the address', `/graphql?query=%7B__typename%7D&access_token=${createHash('sha256').update('x').digest('hex')}`, {
    'apollo-require-preflight': '1',
  }),
];

export const ATTACKS: readonly Attack[] = [...shapes, ...values, ...cursors, ...injections, ...wire];

/** A server may close the connection on a body that it will not read; the client may then not see the answer. */
const TURNED_AWAY = new Set(['EPIPE', 'ECONNRESET', 'UND_ERR_SOCKET']);
const LARGE = 1_000_000;

export async function sent(url: string, { path = '/graphql', method = 'POST', headers, body }: Attack): Promise<Response> {
  try {
    return await fetch(`${url}${path}`, {
      method,
      ...(headers ? { headers } : {}),
      ...(body === undefined || method === 'GET' ? {} : { body }),
      redirect: 'manual',
    });
  } catch (error) {
    const { code } = (error as { cause?: { code?: string } }).cause ?? {};
    if ((body?.length ?? 0) > LARGE && TURNED_AWAY.has(String(code))) return new Response(null, { status: 413 });
    throw error;
  }
}
