/** What operations cost before anything is asked: conditions, totals, analyses, long fields; and what a refusal says. */
import { readdirSync, readFileSync } from 'node:fs';
import { getOperationAST, OperationTypeNode, parse, validate, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config/settings.js';
import { createSchema } from '../../src/graphql/schema.js';
import { InputError } from '../../src/model/errors.js';
import { CostError, fragmentsOf, operationCost, type Cost } from '../../src/plan/cost/operation-cost.js';
import { boundValues } from '../../src/plan/cost/values.js';
import { refuseCostlyWhere } from '../../src/plan/cost/where-cost.js';

const limits = readSettings({}, {});
const ENDLESS = { ...limits, costMax: Number.MAX_SAFE_INTEGER, conditionDepthMax: 100 };
let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

function cost(query: string, variables: unknown = {}, given: typeof limits = ENDLESS): Cost {
  const document = parse(query);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  const context = { schema, fragments: fragmentsOf(document), variableValues: variables as Record<string, unknown> };
  return operationCost(context, getOperationAST(document)!, given);
}

function refusal(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

const everyClaim = (levels: number): string =>
  `claims: { every: { ${levels === 1 ? 'negated: { eq: false }' : `object: { ${everyClaim(levels - 1)} }`} } }`;
const someClaim = (levels: number): string =>
  `claims: { some: { ${levels === 1 ? 'negated: { eq: false }' : `object: { ${someClaim(levels - 1)} }`} } }`;
const entities = (where: string): string => `{ entities(first: 1, where: { ${where} }) { totalCount } }`;
const many = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('records and pages', () => {
  it.each([
    ['{ claims(first: 3) { nodes { subject { id } } } }', 6],
    ['{ claims { nodes { id } } }', 20],
    ['{ nodes(ids: ["a", "b", "a"]) { id } }', 3],
    ['{ claims(first: 10) { nodes { citations(first: 5) { nodes { id } } } } }', 60],
  ])('%s', (query, expected) => expect(cost(query).cost).toBe(expected));

  it('are counted by variables, their defaults and a value in the place of a list', () => {
    const query = 'query ($first: Int = 100) { claims(first: $first) { nodes { id } } }';
    expect(cost(query).cost).toBe(100);
    expect(cost(query, { first: 7 }).cost).toBe(7);
    // A number is an id, and one value a list of it.
    const ids = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } claims(first: 100) { nodes { id } } }';
    expect(cost(ids, { ids: 5 }).cost).toBe(101);
  });

  it('are counted whatever the variables are', () => {
    const query = 'query ($first: Int, $where: ClaimWhere) { claims(first: $first, where: $where) { nodes { id } } }';
    for (const first of ['x', [], {}, null, true, -5, 1e300])
      for (const where of ['x', [1], { citations: 'x' }, { and: 1, or: null, __proto__: 1, constructor: 1, unknown: {} }])
        expect(cost(query, { first, where }).cost).toBeGreaterThan(0);
  });
});

describe('conditions', () => {
  it('cost more with every list within a list, and most where something must not be there', () => {
    const costs = [0, 1, 2, 3].map(
      (levels) => (levels === 0 ? cost('{ entities(first: 1) { totalCount } }') : cost(entities(everyClaim(levels)))).cost,
    );
    for (const [index, each] of costs.slice(1).entries()) expect(each).toBeGreaterThan(5 * costs[index]!);
    for (const levels of [1, 2, 3]) expect(cost(entities(someClaim(levels))).cost).toBeLessThan(costs[levels]! / 5);
    expect(cost(entities(`not: { ${someClaim(2)} }`)).cost).toBeGreaterThan(5 * cost(entities(someClaim(2))).cost);
  });

  it('three levels of what must hold for all are refused, and say where', () => {
    const { problems } = refusal(() => cost(entities(everyClaim(3)), {}, limits));
    expect(problems[0]).toMatchObject({
      code: 'TOO_COSTLY',
      path: ['entities', 'where', 'claims', 'every', 'object', 'claims', 'every', 'object', 'claims', 'every', 'negated'],
    });
    expect(problems[0].message).toMatch(/^the operation costs \d+, more than 20000; the largest part is entities\.where\.claims\.every/);
  });

  it.each([
    [
      'in a list within a selection',
      `{ entity(key: "e") { claims(first: 1, where: { subject: { ${everyClaim(3)} } }) { totalCount } } }`,
      'entity.claims.where.subject',
    ],
    ['in a timeline', `{ timeline(where: { subject: { ${everyClaim(3)} } }) { total } }`, 'timeline.where.subject'],
    ['in counts', `{ claimCounts(by: MONTH, where: { subject: { ${everyClaim(3)} } }) { total } }`, 'claimCounts.where.subject'],
    ['in a search', `{ search(text: "a", where: { entity: { ${everyClaim(3)} } }) { complete } }`, 'search.where.entity.claims'],
    [
      'in a neighbourhood',
      `{ entity(key: "e") { neighbours(where: { subject: { ${everyClaim(3)} } }) { count } } }`,
      'entity.neighbours.where',
    ],
    ['in paths', `{ paths(from: "a", to: "b", where: { subject: { ${everyClaim(3)} } }) { complete } }`, 'paths.where.subject'],
    ['among contradictions', `{ contradictions(where: { subject: { ${everyClaim(3)} } }) { complete } }`, 'contradictions.where.subject'],
    [
      'under another name, in a fragment',
      `{ ...F } fragment F on Query { all: entities(where: { and: [{ ${everyClaim(3)} }] }) { totalCount } }`,
      'all.where.and',
    ],
  ])('cost %s as well', (_where, query, path) => {
    const [problem] = refusal(() => cost(query, {}, limits)).problems;
    expect(problem.code).toBe('TOO_COSTLY');
    expect(problem.path.join('.')).toContain(path);
  });

  it('cost the same in variables', () => {
    const where = (levels: number): object =>
      levels === 0 ? { claims: { every: { negated: { eq: false } } } } : { claims: { every: { object: where(levels - 1) } } };
    const query = 'query ($where: EntityWhere) { entities(first: 1, where: $where) { totalCount } }';
    expect(cost(query, { where: where(2) }).cost).toBe(cost(entities(everyClaim(3))).cost);
  });

  it('cost little beside one that names few records', () => {
    const alone = cost(entities(everyClaim(2))).cost;
    expect(cost(entities(`${everyClaim(2)} key: { eq: "e1" }`)).cost).toBeLessThan(alone / 5);
    expect(cost(entities(`${everyClaim(2)} not: { key: { eq: "e1" } }`)).cost).toBeGreaterThanOrEqual(alone);
    expect(cost(entities(`${everyClaim(2)} or: [{ key: { eq: "e1" } }, { kind: { eq: PERSON } }]`)).cost).toBeGreaterThanOrEqual(alone);
    // One import may have recorded all.
    expect(cost(entities(`${everyClaim(2)} recordedBy: { eq: "import" }`)).cost).toBeGreaterThanOrEqual(alone);
  });

  it('that look into texts cost more than those that are equal', () => {
    const claims = (where: string) => cost(`{ claims(first: 1, where: { ${where} }) { totalCount } }`).cost;
    expect(claims('texts: { some: { text: { contains: "abc" } } }')).toBeGreaterThan(claims('texts: { some: { text: { eq: "abc" } } }'));
    expect(claims(`and: [${many(60, (index) => `{ texts: { none: { text: { contains: "zq${index}" } } } }`)}]`)).toBeGreaterThan(
      limits.costMax,
    );
  });

  it('may nest lists six deep, and the setting says so', () => {
    const relays = (levels: number): string => (levels === 0 ? 'stance: { eq: SUPPORTS }' : `relays: { some: { ${relays(levels - 1)} } }`);
    const query = (levels: number) => `{ citations(first: 1, where: { key: { eq: "c" } ${relays(levels)} }) { totalCount } }`;
    expect(cost(query(6), {}, limits).cost).toBeLessThan(limits.costMax / 4);
    const { problems } = refusal(() => cost(query(7), {}, limits));
    expect(problems[0]).toMatchObject({ code: 'TOO_DEEP', hint: expect.stringContaining('CLAIMGRAPH_CONDITION_DEPTH_MAX') as string });
    expect(problems[0].path.slice(0, 4)).toEqual(['citations', 'where', 'relays', 'some']);
  });

  it('that are nested past all reason are refused', () => {
    let where: object = {};
    for (let level = 0; level < 2_000; level++) where = { not: where };
    const query = 'query ($where: ClaimWhere) { claims(where: $where) { totalCount } }';
    expect(refusal(() => cost(query, { where }, limits)).problems[0].code).toBe('TOO_COSTLY');
  });

  it('of an export cost the same', () => {
    const where = { subject: { claims: { every: { object: { claims: { every: { negated: { eq: false } } } } } } } };
    expect(refusal(() => refuseCostlyWhere('Claim', where, limits, ['where'])).problems[0]).toMatchObject({ code: 'TOO_COSTLY' });
    expect(() =>
      refuseCostlyWhere('Claim', { key: { eq: 'c' }, citations: { some: { stance: { eq: 'SUPPORTS' } } } }, limits, ['where']),
    ).not.toThrow();
    const deep = (levels: number): object =>
      levels === 0 ? {} : { citations: { some: { relays: { some: { claim: deep(levels - 2) } } } } };
    expect(refusal(() => refuseCostlyWhere('Claim', deep(8), limits, ['where'])).problems[0]).toMatchObject({ code: 'TOO_DEEP' });
  });
});

describe('what looks at many records', () => {
  it.each([
    ['an impact', '{ source(key: "s") { impact { claimCount } } }', 5_000],
    [
      'an impact that a retraction asks for',
      'mutation { retract(input: { kind: SOURCE, reference: "s", reason: "r" }, dryRun: true) { impact { claimCount } } }',
      5_000,
    ],
    ['a count by value', '{ claimCounts(by: PUBLISHER) { total } }', 1_000],
    ['a timeline', '{ timeline { total } }', 1_000],
    ['a search', '{ search(text: "a") { complete } }', 500],
    ['paths', '{ paths(from: "a", to: "b") { complete } }', 1_000],
    ['a search for duplicates', '{ findDuplicates(kind: ENTITY) { complete } }', 5_000],
    ['a search for contradictions', '{ contradictions { complete } }', 5_000],
    ['a corroboration', '{ claim(key: "c") { corroboration { groups { originCount } } } }', 1_000],
    ['a filtered total', '{ claims(first: 1, where: { negated: { eq: true } }) { totalCount } }', 100],
    ['a whole text', '{ source(key: "s") { text } }', 500],
    ['claims of each bucket of a timeline without ends', '{ timeline { buckets { claims(first: 10) { id } } } }', 2_500],
  ])('%s', (_name, query, least) => expect(cost(query).cost).toBeGreaterThanOrEqual(least));

  it('is cheap where the numbers are kept', () => {
    expect(cost('{ claims(first: 100) { nodes { corroboration { independentSupporting complete } } } }').cost).toBe(200);
    expect(
      cost(
        '{ claims(first: 100) { nodes { ...F } } } fragment F on Claim { corroboration { ...G } } fragment G on Corroboration { groups { originCount } }',
      ).cost,
    ).toBeGreaterThan(5_000);
  });

  it('texts of a hundred sources are refused, those of a page are not', () => {
    const texts = (count: number) => `{ nodes(ids: [${'"a" '.repeat(count)}]) { ... on Source { text } } }`;
    expect(refusal(() => cost(texts(100), {}, limits)).problems[0].path).toEqual(['nodes', 'text']);
    expect(cost(texts(20), {}, limits).cost).toBeGreaterThan(5_000);
  });

  it('buckets are counted from the ends of a timeline', () => {
    const timeline = (ends: string) => cost(`{ timeline(bucket: DAY, ${ends}) { buckets { claims(first: 3) { id } } } }`).cost;
    expect(timeline('from: "2021-01-08", until: "2021-01-11"')).toBeLessThan(2_000);
    expect(timeline('from: "2021", until: "2022"')).toBeGreaterThan(2 * 365);
  });
});

describe('a refusal', () => {
  it('tells the cost, the limit, and which field takes most of it', () => {
    const query = `{ few: claims(first: 5) { nodes { id } } all: sources(first: 100) { nodes { id cited: citations(first: 100) { nodes { id claim { id } source { id } } } } } }`;
    const error = refusal(() => cost(query, {}, limits));
    expect(error).toBeInstanceOf(CostError);
    expect((error as CostError).cost).toEqual({ cost: 30_105, depth: 6 });
    expect(error.problems[0]).toMatchObject({ code: 'TOO_COSTLY', path: ['all', 'nodes', 'cited', 'nodes', 'claim'] });
    expect(error.message).toContain('costs 30105, more than 20000');
  });

  it('comes soon however often fragments double', () => {
    const doubling = many(
      100,
      (index) =>
        `fragment F${index} on Claim { a: subject { claims(first: 100) { nodes { ...F${index + 1} } } } b: subject { claims(first: 100) { nodes { ...F${index + 1} } } } }`,
    );
    const query = `{ claims(first: 100) { nodes { ...F0 } } } ${doubling} fragment F100 on Claim { id }`;
    const { problems } = refusal(() => cost(query, {}, { ...limits, depthMax: 1_000, aliasesMax: 1e300 }));
    expect(problems[0]).toMatchObject({ code: 'TOO_COSTLY' });
  });

  it('is not for a fragment within itself to put off', () => {
    const document = parse('{ claims { nodes { ...A } } } fragment A on Claim { subject { claims { nodes { ...A } } } }');
    const context = { schema, fragments: fragmentsOf(document), variableValues: {} };
    expect(operationCost(context, getOperationAST(document)!, limits).cost).toBeGreaterThan(0);
  });
});

describe('values of variables', () => {
  const { QUERY, MUTATION, SUBSCRIPTION } = OperationTypeNode;
  it('are bounded for every kind of operation', () => {
    const values = (count: number) => ({ list: Array.from({ length: count }, () => ({ claim: {} })) });
    expect(() => boundValues(QUERY, values(1_000), limits)).not.toThrow();
    for (const kind of [QUERY, SUBSCRIPTION])
      expect(refusal(() => boundValues(kind, values(3_000), limits)).problems[0].code).toBe('TOO_COSTLY');
    expect(() => boundValues(MUTATION, values(10_000), limits)).not.toThrow();
  });

  it('of a mutation hold no list that is longer than a changeset, at whatever depth', () => {
    const items = Array.from({ length: 10_001 }, () => ({ claim: {} }));
    expect(refusal(() => boundValues(MUTATION, { input: { items } }, limits)).problems[0]).toMatchObject({
      code: 'TOO_LONG',
      path: ['variables', 'input', 'items'],
    });
    expect(refusal(() => boundValues(MUTATION, { input: [{ entity: { names: items } }] }, limits)).problems[0].path).toEqual([
      'variables',
      'input',
      0,
      'entity',
      'names',
    ]);
    const wide = { items: Array.from({ length: 10_000 }, () => ({ claim: { texts: Array.from({ length: 30 }, () => ({})) } })) };
    expect(refusal(() => boundValues(MUTATION, wide, limits)).problems[0]).toMatchObject({ code: 'TOO_COSTLY' });
  });

  it('may be nested as deep as a body is long', () => {
    let nested: unknown[] = [];
    for (let level = 0; level < 300_000; level++) nested = [nested];
    expect(refusal(() => boundValues(MUTATION, { nested }, limits)).problems[0].code).toBe('TOO_COSTLY');
  });
});

describe('the examples', () => {
  const folder = new URL('../../examples/', import.meta.url);
  it.each(readdirSync(folder).filter((name) => name.endsWith('.graphql')))('%s stays well below the limits', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(cost(text, {}, limits).cost).toBeLessThan(0.6 * limits.costMax);
  });
});
