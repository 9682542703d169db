/**
 * Random operations over a random graph, by HTTP on a real server: the rows that the store gave must
 * equal the oracle's for the same plan, and the answer must equal that of the schema resolved naively.
 */
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.js';
import { RECORD_NAMES } from '../../src/model/graph.js';
import type { Plan } from '../../src/plan/plan.js';
import type { Store } from '../../src/store/store.js';
import type { PlanRows } from '../../src/plan/rows.js';
import { evaluate } from '../support/evaluate.js';
import { poolsOf } from '../support/pools.js';
import { naiveSchema } from '../support/naive-schema.js';
import { Random, SEED } from '../support/random.js';
import { fillRandomly, type RandomGraph } from '../support/random-graph.js';
import { QueryMaker, type RandomOperation } from '../support/random-query.js';
import { shrunkOperation } from '../support/shrink.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS_APART, type StoreUnderTest } from '../support/stores.js';

/** Every root field that reads is a plan of its own. */
const PLANS_PER_OPERATION = 1.3;
/**
 * Neo4j plans every new text anew, some 150 ms of a processor each: 3,900 operations, which make 5,000 plans, take as
 * long as half of all tests, so that there are fewer of them, in CI as elsewhere. CLAIMGRAPH_TEST_RANDOM_OPERATIONS
 * asks for more.
 */
const DEFAULTS: Record<string, number> = { sqlite: 6_000, neo4j: 400 };
const AT_ONCE = 8;
const LIMITS = { costMax: '100000000', depthMax: '60', conditionDepthMax: '60', tokensMax: '50000' } as const;
const REFUSALS = new Set([
  'BAD_DATE',
  'BAD_LANGUAGE',
  'BAD_PAGE',
  'BAD_CURSOR',
  'BAD_TEXT',
  'BAD_INPUT',
  'DUPLICATE',
  'TOO_LONG',
  'NOT_FOUND',
]);

interface Problem {
  readonly message: string;
  readonly given?: unknown;
  readonly wanted?: unknown;
}

/** As `toEqual` compares: what is undefined is not there. */
const equals = (one: unknown, other: unknown): boolean => {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
};

describe.each(STORE_KINDS_APART)('random queries on $name', ({ name, open }) => {
  const OPERATIONS = Number(process.env['CLAIMGRAPH_TEST_RANDOM_OPERATIONS'] ?? DEFAULTS[name]);
  let under: StoreUnderTest;
  let filled: RandomGraph;
  let server: RunningServer;
  const reads = new Map<string, { plan: Plan; rows: PlanRows }>();

  beforeAll(async () => {
    under = await open();
    filled = await fillRandomly(under.store, new Random(SEED), { entities: 25, sources: 20, claims: 40, citations: 80, links: 20 });
    const recording: Store = {
      ...under.store,
      read: async (plan, options) => {
        const rows = await under.store.read(plan, options);
        reads.set(JSON.stringify(plan), { plan, rows });
        return rows;
      },
    };
    server = await startServer(recording, LIMITS);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  it(`answers ${OPERATIONS} operations as the oracle does`, { timeout: 1_500_000 }, async () => {
    const { graph, keys } = filled;
    const schema = await createSchema();
    const naive = await naiveSchema(graph);
    const random = new Random(SEED);
    const pools = poolsOf(filled, random);
    let refused = 0;
    let answered = 0;
    let plans = 0;
    /** What is wrong with the answer to an operation; undefined where nothing is. */
    const problemOf = async ({ query, variables }: RandomOperation): Promise<Problem | 'REFUSED' | undefined> => {
      const { status, body, text } = await server.ask(query, variables);
      if (status !== 200) return { message: `${status} ${text.slice(0, 500)}` };
      const expected = await graphql({ schema: naive, source: query, variableValues: variables });
      if (body.errors) {
        const unknown = body.errors.find(({ extensions: { code } }) => !REFUSALS.has(code));
        return unknown ? { message: `${unknown.extensions.code} ${unknown.message}` } : 'REFUSED';
      }
      if (expected.errors) return { message: `the oracle refused (${expected.errors[0]!.message}) what was answered` };
      const wanted: unknown = JSON.parse(JSON.stringify(expected.data));
      return equals(body.data, wanted) ? undefined : { message: 'another answer than the oracle’s', given: body.data, wanted };
    };
    const wrongRows = (): Problem | undefined => {
      for (const { plan, rows } of reads.values()) {
        const wanted = evaluate(plan, graph);
        if (!equals(rows, wanted)) return { message: `other rows than the oracle’s for ${JSON.stringify(plan)}`, given: rows, wanted };
      }
      return undefined;
    };
    const operationOf = (index: number): RandomOperation =>
      new QueryMaker(schema, new Random(SEED + index), { ...pools, keys }).operation();
    /** By itself, so that its rows are known to be its own. */
    const alone = async (operation: RandomOperation): Promise<Problem | undefined> => {
      reads.clear();
      const problem = await problemOf(operation);
      return problem === 'REFUSED' ? undefined : (problem ?? wrongRows());
    };
    const fail = async (index: number): Promise<void> => {
      const operation = operationOf(index);
      const first = await alone(operation);
      if (!first) return;
      const small = await shrunkOperation(
        schema,
        operation,
        async (smaller) => (await alone(smaller))?.message.slice(0, 20) === first.message.slice(0, 20),
      );
      const problem = (await alone(small)) ?? first;
      const where = `${problem.message}, for ${small.query} ${JSON.stringify(small.variables)}, cut down from seed ${SEED + index}: ${operation.query} ${JSON.stringify(operation.variables)}`;
      expect(problem.given, where).toEqual(problem.wanted);
      expect.fail(where);
    };
    const run = async (index: number): Promise<boolean> => {
      const problem = await problemOf(operationOf(index));
      if (problem === 'REFUSED') refused++;
      else answered++;
      return problem === 'REFUSED' || problem === undefined;
    };
    for (let start = 0; start < OPERATIONS; start += AT_ONCE) {
      const indexes = Array.from({ length: Math.min(AT_ONCE, OPERATIONS - start) }, (_, offset) => start + offset);
      const isRight = (await Promise.all(indexes.map(run))).every(Boolean);
      const problem = isRight ? wrongRows() : undefined;
      plans += reads.size;
      if (!isRight || problem) {
        for (const index of indexes) await fail(index);
        expect.fail(`${problem?.message ?? 'a wrong answer'}, only while others are answered, from seed ${SEED + start} on`);
      }
      reads.clear();
    }
    // There must be something to read through, and most must have been answered, or nothing was shown.
    const all = RECORD_NAMES.flatMap((record) => [...graph.records.get(record)!.values()]);
    expect(all.filter(({ values }) => values['mergedInto'] !== undefined).length).toBeGreaterThan(3);
    expect(answered).toBeGreaterThan(OPERATIONS * 0.7);
    expect(plans).toBeGreaterThan(OPERATIONS * PLANS_PER_OPERATION);
    expect(refused).toBeLessThan(OPERATIONS * 0.3);
  });
});
