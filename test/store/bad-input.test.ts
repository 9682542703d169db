/**
 * Bad input, by the API on a real server: each row is refused with its code, where it stands and a
 * hint, and afterwards the graph holds what it held before.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';
import { GROUND, en, claim, entity, ROWS } from './bad-input-rows.js';

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
    ['a validity that is not a date', '{ claims(validAt: "soon") { totalCount } }', 200, 'BAD_DATE'],
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
