/**
 * Bad input, by the API on a real server: each row is refused with its code, where it stands and a
 * hint, and afterwards the graph holds what it held before.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const GROUND = [
  { predicate: { key: 'employs', labels: [{ language: 'en', text: 'employs' }], subjectKinds: ['ORGANIZATION'], objectKinds: ['PERSON'] } },
  { entity: { key: 'acme', kind: 'ORGANIZATION', names: [{ language: 'en', text: 'Acme' }] } },
  { entity: { key: 'ann', kind: 'PERSON', names: [{ language: 'en', text: 'Ann' }] } },
  { entity: { key: 'gone', kind: 'PERSON', names: [{ language: 'en', text: 'Gone' }] } },
  { source: { key: 'page', kind: 'ARTICLE', title: 'A page', url: 'https://example.org/page', text: 'one two one two three 🚀 four' } },
  { source: { key: 'other', kind: 'ARTICLE', title: 'Another', derivations: [{ kind: 'QUOTES', source: 'page' }] } },
  { claim: { key: 'c1', texts: [{ language: 'en', text: 'Acme employs Ann' }], subject: 'acme', predicate: 'employs', object: 'ann' } },
  { claim: { key: 'c2', texts: [{ language: 'en', text: 'Another' }], subject: 'acme' } },
  { citation: { key: 'r1', claim: 'c1', source: 'page', stance: 'SUPPORTS' } },
  { citation: { key: 'r2', claim: 'c1', source: 'other', stance: 'SUPPORTS', relays: ['r1'] } },
];

const en = (text: string) => [{ language: 'en', text }];
const claim = (rest: object) => ({ claim: { texts: en('x'), ...rest } });
const entity = (rest: object) => ({ entity: { kind: 'PERSON', names: en('x'), ...rest } });
const source = (rest: object) => ({ source: { kind: 'ARTICLE', title: 'x', ...rest } });
const citation = (rest: object) => ({ citation: { claim: 'c1', source: 'page', stance: 'SUPPORTS', ...rest } });

/** What is wrong, the item (the last of the changeset), the code, and where. */
const ROWS: [string, object | object[], string, string][] = [
  ['a day that is not', claim({ validFrom: '2021-02-30' }), 'BAD_DATE', 'claim.validFrom'],
  ['a month that is not', citation({ saidAt: '2021-13' }), 'BAD_DATE', 'citation.saidAt'],
  ['a date in words', citation({ saidAt: 'yesterday' }), 'BAD_DATE', 'citation.saidAt'],
  ['a date in another order', citation({ saidAt: '09/01/2021' }), 'BAD_DATE', 'citation.saidAt'],
  ['a date of EDTF level 2', source({ published: '[2020,2021]' }), 'BAD_DATE', 'source.published'],
  ['a year past reckoning', source({ published: 'Y-170000002' }), 'BAD_DATE', 'source.published'],
  ['an interval backwards', source({ published: '2020-02-01/2019-01-01' }), 'BAD_DATE', 'source.published'],
  ['an empty date', source({ published: '' }), 'BAD_DATE', 'source.published'],
  ['an end before its beginning', claim({ validFrom: '2021-02', validUntil: '2021-01' }), 'BAD_DATE', 'claim.validUntil'],
  [
    'a date deep in a qualifier',
    claim({ qualifiers: [{ predicate: 'employs', value: { kind: 'DATE', date: '2021-00' } }] }),
    'BAD_DATE',
    'claim.qualifiers[0].value.date',
  ],
  [
    'a bad capture date',
    source({ archivedCopies: [{ url: 'https://archive.example/1', capturedAt: 'x' }] }),
    'BAD_DATE',
    'source.archivedCopies[0].capturedAt',
  ],
  ['a cut language tag', claim({ texts: [{ language: 'xx-', text: 'x' }] }), 'BAD_LANGUAGE', 'claim.texts[0].language'],
  ['a language nobody registered', source({ language: 'xqz' }), 'BAD_LANGUAGE', 'source.language'],
  ['a language by name', source({ language: 'French language' }), 'BAD_LANGUAGE', 'source.language'],
  ['a script for an address', source({ url: 'javascript:alert(1)' }), 'BAD_URL', 'source.url'],
  ['a file for an address', source({ url: 'file:///etc/passwd' }), 'BAD_URL', 'source.url'],
  ['an address without a scheme', source({ url: 'www.example.org/x' }), 'BAD_URL', 'source.url'],
  ['an address with a password', source({ url: 'https://user:secret@example.org/' }), 'BAD_URL', 'source.url'],
  ['an address with a space', source({ url: 'https://example.org/a b' }), 'BAD_URL', 'source.url'],
  ['an archive that is data', source({ archivedCopies: [{ url: 'data:text/html,x' }] }), 'BAD_URL', 'source.archivedCopies[0].url'],
  ['an address too long', source({ url: `https://example.org/${'x'.repeat(2_000)}` }), 'TOO_LONG', 'source.url'],
  ['a page that another source has', source({ key: 'again', url: 'http://www.example.org/page/?utm_source=x' }), 'DUPLICATE', 'source.url'],
  ['a NUL', entity({ names: en('a\u0000b') }), 'BAD_TEXT', 'entity.names[0].text'],
  ['a control character', entity({ names: en('a\u0007b') }), 'BAD_TEXT', 'entity.names[0].text'],
  ['half of a surrogate pair', entity({ names: en('a\uD800b') }), 'BAD_TEXT', 'entity.names[0].text'],
  ['an empty name', entity({ names: en('   ') }), 'BAD_TEXT', 'entity.names[0].text'],
  ['a NUL in a quote', citation({ quote: 'a\u0000' }), 'BAD_TEXT', 'citation.quote'],
  ['a name too long', entity({ names: en('x'.repeat(2_001)) }), 'TOO_LONG', 'entity.names[0].text'],
  ['a title too long', source({ title: 'x'.repeat(1_001) }), 'TOO_LONG', 'source.title'],
  ['a text too long', source({ text: 'x'.repeat(1_000_001) }), 'TOO_LONG', 'source.text'],
  [
    'too many aliases',
    entity({ aliases: Array.from({ length: 201 }, (_, index) => ({ language: 'en', text: `a${index}` })) }),
    'TOO_LONG',
    'entity.aliases',
  ],
  ['two names in one language', entity({ names: [...en('a'), ...en('b')] }), 'DUPLICATE', 'entity.names[1].language'],
  ['no name', { entity: { kind: 'PERSON', key: 'nameless' } }, 'BAD_INPUT', 'entity.names'],
  ['no kind', { entity: { names: en('x') } }, 'BAD_INPUT', 'entity.kind'],
  ['no text', { claim: { subject: 'acme' } }, 'BAD_INPUT', 'claim.texts'],
  ['no title', { source: { kind: 'ARTICLE' } }, 'BAD_INPUT', 'source.title'],
  ['no claim', { citation: { source: 'page', stance: 'SUPPORTS' } }, 'BAD_INPUT', 'citation.claim'],
  ['no stance', { citation: { source: 'page', claim: 'c1' } }, 'BAD_INPUT', 'citation.stance'],
  ['a predicate without a key', { predicate: { labels: en('x') } }, 'BAD_INPUT', 'predicate.key'],
  ['an empty item', {}, 'BAD_INPUT', ''],
  ['an item of two kinds', { entity: { key: 'ann' }, source: { key: 'page' } }, 'BAD_INPUT', ''],
  [
    'both an entity and a literal',
    claim({ subject: 'acme', predicate: 'employs', object: 'ann', value: { kind: 'TEXT', text: 'x' } }),
    'OBJECT_AMBIGUOUS',
    'claim.object',
  ],
  ['a literal added to an entity', { claim: { key: 'c1', value: { kind: 'NONE' } } }, 'OBJECT_AMBIGUOUS', 'claim.object'],
  [
    'a quantity without a number',
    claim({ subject: 'acme', predicate: 'employs', value: { kind: 'QUANTITY', unit: 'km' } }),
    'OBJECT_AMBIGUOUS',
    'claim.value.amount',
  ],
  [
    'an unknown value with a text',
    claim({ subject: 'acme', predicate: 'employs', value: { kind: 'UNKNOWN', text: 'x' } }),
    'OBJECT_AMBIGUOUS',
    'claim.value.text',
  ],
  ['a qualifier with nothing', claim({ qualifiers: [{ predicate: 'employs' }] }), 'OBJECT_AMBIGUOUS', 'claim.qualifiers[0]'],
  [
    'a qualifier with both',
    claim({ qualifiers: [{ predicate: 'employs', entity: 'ann', value: { kind: 'NONE' } }] }),
    'OBJECT_AMBIGUOUS',
    'claim.qualifiers[0]',
  ],
  ['an object without a predicate', claim({ subject: 'acme', object: 'ann' }), 'BAD_INPUT', 'claim.predicate'],
  ['a predicate without a subject', claim({ predicate: 'employs' }), 'BAD_INPUT', 'claim.subject'],
  ['an unknown predicate', claim({ subject: 'acme', predicate: 'eats' }), 'UNKNOWN_REFERENCE', 'claim.predicate'],
  ['an unknown entity', claim({ subject: 'nobody' }), 'UNKNOWN_REFERENCE', 'claim.subject'],
  ['an id of nothing', claim({ subject: '00000000-0000-7000-8000-000000000000' }), 'UNKNOWN_REFERENCE', 'claim.subject'],
  ['a source where an entity belongs', claim({ subject: 'page' }), 'UNKNOWN_REFERENCE', 'claim.subject'],
  ['an unknown relay', citation({ relays: ['r9'] }), 'UNKNOWN_REFERENCE', 'citation.relays[0]'],
  ['an unknown mention', claim({ mentions: [{ role: 'OTHER', entity: 'nobody' }] }), 'UNKNOWN_REFERENCE', 'claim.mentions[0].entity'],
  ['a retracted entity', claim({ subject: 'gone' }), 'RETRACTED', 'claim.subject'],
  ['a change of a retracted record', { entity: { key: 'gone', kind: 'PLACE' } }, 'RETRACTED', ''],
  ['a subject of the wrong kind', claim({ subject: 'ann', predicate: 'employs', object: 'ann' }), 'WRONG_KIND', 'claim.subject'],
  ['an object of the wrong kind', claim({ subject: 'acme', predicate: 'employs', object: 'acme' }), 'WRONG_KIND', 'claim.object'],
  ['a change that makes the kind wrong', { claim: { key: 'c1', object: 'acme' } }, 'WRONG_KIND', 'claim.object'],
  ['a quote that is not there', citation({ passage: { exact: 'five' } }), 'QUOTE_NOT_FOUND', 'citation.passage.exact'],
  ['a quote in other letters', citation({ passage: { exact: 'Three' } }), 'QUOTE_NOT_FOUND', 'citation.passage.exact'],
  ['a quote at another place', citation({ passage: { exact: 'three', start: 1 } }), 'QUOTE_NOT_FOUND', 'citation.passage.exact'],
  ['a quote in several places', citation({ passage: { exact: 'one two' } }), 'QUOTE_AMBIGUOUS', 'citation.passage.exact'],
  [
    'a quote of another length than its position',
    citation({ passage: { exact: 'three', start: 16, end: 20 } }),
    'QUOTE_NOT_FOUND',
    'citation.passage.end',
  ],
  ['a passage past the end', citation({ passage: { start: 20, end: 400 } }), 'QUOTE_NOT_FOUND', 'citation.passage.exact'],
  ['a passage that is nothing', citation({ passage: { prefix: 'one' } }), 'BAD_INPUT', 'citation.passage'],
  ['a digest that is none', source({ digest: 'abc' }), 'BAD_DIGEST', 'source.digest'],
  ['a text with the digest of another', source({ text: 'hello', digest: '0'.repeat(64) }), 'DIGEST_MISMATCH', 'source.digest'],
  ['a relay of itself', { citation: { key: 'r1', relays: ['r1'] } }, 'CYCLE', 'citation.relays'],
  ['a circle of relays', { citation: { key: 'r1', relays: ['r2'] } }, 'CYCLE', 'citation.relays'],
  [
    'a circle within a changeset',
    [citation({ key: 'a', relays: ['b'] }), citation({ key: 'b', relays: ['a'] })],
    'CYCLE',
    'citation.relays',
  ],
  [
    'a circle of derivations',
    { source: { key: 'page', derivations: [{ kind: 'QUOTES', source: 'other' }] } },
    'CYCLE',
    'source.derivations',
  ],
  ['a claim linked to itself', { claimLink: { from: 'c1', to: 'c1', kind: 'SUPPORTS' } }, 'CYCLE', 'claimLink.to'],
  ['a speaker named and unknown', citation({ speaker: 'ann', speakerUnknown: true }), 'BAD_INPUT', 'citation.speakerUnknown'],
  [
    'an identifier its scheme does not allow',
    entity({ identifiers: [{ scheme: 'wikidata', value: '7239' }] }),
    'BAD_IDENTIFIER',
    'entity.identifiers[0].value',
  ],
  [
    'a scheme that is no name',
    entity({ identifiers: [{ scheme: 'my scheme!', value: '1' }] }),
    'BAD_IDENTIFIER',
    'entity.identifiers[0].value',
  ],
  [
    'a number that is none',
    claim({ subject: 'acme', predicate: 'employs', value: { kind: 'QUANTITY', amount: '1e5' } }),
    'BAD_NUMBER',
    'claim.value.amount',
  ],
  [
    'a number past reckoning',
    claim({ subject: 'acme', predicate: 'employs', value: { kind: 'QUANTITY', amount: '9'.repeat(400) } }),
    'BAD_NUMBER',
    'claim.value.amount',
  ],
  ['a key with spaces', entity({ key: 'a b' }), 'BAD_KEY', 'entity.key'],
  ['a key shaped like an id', entity({ key: '00000000-0000-7000-8000-000000000000' }), 'BAD_KEY', 'entity.key'],
  ['an id that is none', { entity: { id: 'acme', kind: 'PERSON' } }, 'BAD_KEY', 'entity.id'],
  ['the same key twice', [entity({ key: 'twin' }), entity({ key: 'twin' })], 'DUPLICATE', ''],
  [
    'the same page twice',
    [source({ key: 'p1', url: 'https://a.example/1' }), source({ key: 'p2', url: 'https://a.example/1#x' })],
    'DUPLICATE',
    '',
  ],
  [
    'the same link twice',
    [{ claimLink: { from: 'c1', to: 'c2', kind: 'REFINES' } }, { claimLink: { from: 'c1', to: 'c2', kind: 'REFINES' } }],
    'DUPLICATE',
    '',
  ],
  ['a version that is past', { entity: { key: 'acme', kind: 'PLACE', expectedVersion: 7 } }, 'VERSION_CONFLICT', 'entity.expectedVersion'],
  ['a version of what is new', entity({ key: 'brand-new', expectedVersion: 1 }), 'VERSION_CONFLICT', 'entity.expectedVersion'],
  ['a merge of nothing', { merge: { kind: 'ENTITY', reference: 'nobody', into: 'acme', reason: 'x' } }, 'NOT_FOUND', 'merge.reference'],
  [
    'a merge into nothing',
    { merge: { kind: 'ENTITY', reference: 'acme', into: 'nobody', reason: 'x' } },
    'UNKNOWN_REFERENCE',
    'merge.into',
  ],
  ['a merge into itself', { merge: { kind: 'ENTITY', reference: 'acme', into: 'acme', reason: 'x' } }, 'CYCLE', 'merge.into'],
  ['a merge without a reason', { merge: { kind: 'ENTITY', reference: 'ann', into: 'acme', reason: '' } }, 'BAD_TEXT', 'merge.reason'],
  [
    'a split of nothing',
    { split: { entity: 'acme', into: { kind: 'PERSON', names: [{ language: 'en', text: 'B' }] }, reason: 'x' } },
    'BAD_INPUT',
    'split',
  ],
  ['a retraction of nothing', { retract: { kind: 'ENTITY', reference: 'nobody', reason: 'x' } }, 'NOT_FOUND', 'retract.reference'],
  ['a retraction with an empty reason', { retract: { kind: 'ENTITY', reference: 'acme', reason: ' ' } }, 'BAD_TEXT', 'retract.reason'],
  [
    'a retraction of a past version',
    { retract: { kind: 'ENTITY', reference: 'acme', reason: 'x', expectedVersion: 9 } },
    'VERSION_CONFLICT',
    'retract.expectedVersion',
  ],
  ['a restoration of nothing', { restore: { kind: 'CLAIM', reference: 'nobody' } }, 'NOT_FOUND', 'restore.reference'],
  ['required content cleared', { source: { key: 'page', title: null } }, 'BAD_INPUT', 'source.title'],
  [
    'a citation of a claim that names a claim',
    claim({ citations: [{ source: 'page', stance: 'SUPPORTS', saidAt: 'never' }] }),
    'BAD_DATE',
    'claim.citations[0].saidAt',
  ],
];

const APPLY =
  'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { applied outcomes { outcome kind path problems { code message path hint } } } }';

describe.each(STORE_KINDS)('bad input on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  let before: unknown;
  const everything = async () => under.store.changes(0, 1_000);

  beforeAll(async () => {
    under = await open();
    const ground = await under.store.write({ items: GROUND });
    expect(ground.applied).toBe(true);
    await under.store.write({ items: [{ retract: { kind: 'Entity', reference: 'gone', reason: 'gone' } }] });
    server = await startServer(under.store);
    before = await everything();
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  it('has at least 60 rows', () => expect(ROWS.length).toBeGreaterThanOrEqual(60));

  it.each(ROWS)('refuses %s', async (_name, given, code, path) => {
    const wrong = Array.isArray(given) ? given : [given];
    const sound = { entity: { key: 'sound', kind: 'PERSON', names: en('Sound') } };
    const { status, body } = await server.ask(APPLY, { input: { items: [sound, ...wrong] } });
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    const { applied, outcomes } = body.data.applyChangeset;
    expect(applied).toBe(false);
    // The rest of the batch's fate is stated.
    expect(outcomes[0]).toMatchObject({ outcome: 'NOT_APPLIED', problems: [] });
    const problems = outcomes.flatMap((outcome: any) => outcome.problems);
    const found = problems.find((problem: any) => problem.code === code);
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(found.path).toMatch(/^input\.items\[[12]\]/);
    if (path !== '') expect(found.path).toMatch(new RegExp(`\\]\\.${path.replace(/[[\].]/g, '\\$&')}$`));
    expect(found.message.length).toBeGreaterThan(5);
    expect(found.hint.length).toBeGreaterThan(2);
    expect(await everything()).toEqual(before);
  });

  it.each([
    [
      'an enum value that is not',
      'mutation { addEntity(input: { kind: ALIEN, names: [] }) { outcome } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a member that is not',
      'mutation { addEntity(input: { kind: PERSON, names: [], nick: "x" }) { outcome } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a retraction without a reason',
      'mutation { retract(input: { kind: ENTITY, reference: "acme" }) { outcome } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a number for a text', 'mutation { addSource(input: { kind: ARTICLE, title: 7 }) { outcome } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a number for a date',
      'mutation { addSource(input: { kind: ARTICLE, title: "x", published: 2021 }) { outcome } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['an update of nothing', 'mutation { updateEntity(input: { key: "nobody", kind: PLACE }) { outcome } }', 200, 'NOT_FOUND'],
    ['an update that names nothing', 'mutation { updateEntity(input: { kind: PLACE }) { outcome } }', 200, 'NOT_FOUND'],
    [
      'a single mutation with bad input',
      'mutation { addSource(input: { kind: ARTICLE, title: "x", url: "javascript:1" }) { outcome } }',
      200,
      'BAD_URL',
    ],
    ['neither id nor key', '{ entity { id } }', 200, 'BAD_INPUT'],
    ['both id and key', '{ entity(id: "x", key: "acme") { id } }', 200, 'BAD_INPUT'],
    ['a negative page', '{ claims(first: -1) { totalCount nodes { id } } }', 200, 'BAD_PAGE'],
    ['a page too large', '{ claims(first: 101) { nodes { id } } }', 200, 'BAD_PAGE'],
    ['first and last at once', '{ claims(first: 1, last: 1) { nodes { id } } }', 200, 'BAD_PAGE'],
    ['a forged cursor', '{ claims(first: 1, after: "zzz") { nodes { id } } }', 200, 'BAD_CURSOR'],
    ['a moment without a time', '{ claims(asOf: "2021-01-11") { totalCount } }', 200, 'BAD_DATE'],
    ['a moment without a zone', '{ stats(asOf: "2021-01-11T09:00:00") { records { active } } }', 200, 'BAD_DATE'],
    ['a moment below that is none', '{ claims(first: 1) { nodes { subject(asOf: "then") { id } } } }', 200, 'BAD_DATE'],
    ['a validity that is no date', '{ claims(validAt: "soon") { totalCount } }', 200, 'BAD_DATE'],
    ['a timeline of no date', '{ timeline(from: "then") { total } }', 200, 'BAD_DATE'],
    ['counts of none', '{ claimCounts(by: STANCE, first: 0) { total } }', 200, 'BAD_PAGE'],
    ['contradictions of none', '{ contradictions(first: 0) { complete } }', 200, 'BAD_PAGE'],
    ['duplicates of nobody', '{ findDuplicates(kind: ENTITY, of: "nobody") { complete } }', 200, 'NOT_FOUND'],
    ['duplicates after a forged cursor', '{ findDuplicates(kind: SOURCE, after: "zzz") { complete } }', 200, 'BAD_CURSOR'],
    ['a needle too short', '{ claims(where: { texts: { some: { text: { contains: "ab" } } } }) { nodes { id } } }', 200, 'BAD_TEXT'],
    ['a filter on null', '{ claims(where: { key: { eq: null } }) { nodes { id } } }', 200, 'BAD_INPUT'],
    ['a range backwards', '{ claims(where: { firstSaid: { from: "2021", until: "2020" } }) { nodes { id } } }', 200, 'BAD_DATE'],
    [
      'an order with a field twice',
      '{ claims(orderBy: [{ field: CREATED_AT }, { field: CREATED_AT }]) { nodes { id } } }',
      200,
      'DUPLICATE',
    ],
  ])('refuses %s', async (_name, query, status, code) => {
    const answer = await server.ask(query);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.extensions.code, answer.text).toBe(code);
    expect(answer.text).not.toMatch(/node_modules|at \w+ \(/);
    expect(await everything()).toEqual(before);
  });

  it('writes the sound items when asked to skip the others', async () => {
    const items = [
      entity({ key: 'kept' }),
      entity({ key: 'lost', names: en('') }),
      claim({ key: 'needs-lost', subject: 'lost' }),
      claim({ key: 'needs-kept', subject: 'kept' }),
    ];
    const { body } = await server.ask(APPLY, { input: { onProblem: 'SKIP_ITEM', items } });
    expect(body.data.applyChangeset.applied).toBe(true);
    expect(body.data.applyChangeset.outcomes.map((each: any) => each.outcome)).toEqual(['CREATED', 'REFUSED', 'REFUSED', 'CREATED']);
    expect(body.data.applyChangeset.outcomes[2].problems[0]).toMatchObject({
      code: 'UNKNOWN_REFERENCE',
      path: 'input.items[2].claim.subject',
    });
    expect(await under.store.check(() => undefined)).toEqual([]);
  });
});
