/**
 * The plans of the examples and the statements that both stores make of them, as files that a reader can open and that a change shows
 * its effect in: now, as of a moment, and for readers. `npm run golden` writes them anew; in CI they are only compared.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  BREAK,
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { createSchema } from '../../src/graphql/schema.js';
import { compilePlan as cypherOf } from '../../src/store/neo4j/compile/compile.js';
import { compilePlan as sqlOf } from '../../src/store/sqlite/compile/compile.js';
import type { Store } from '../../src/store/store.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Plan } from '../../src/plan/plan.js';
import { planForReaders } from '../../src/plan/readers/plan.js';
import { startServer, type RunningServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';
import { laidOutCypher, laidOutPlan, laidOutSql, withoutChance } from './layout.js';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const NAMES = readdirSync(EXAMPLES).filter((name) => name.endsWith('.graphql'));

/** Mutations, a subscription, and what has no past or names its own moment. */
const NOT_IN_THE_PAST: ReadonlySet<string> = new Set(['09', '19', '20', '21', '22', '23']);
/** It reads a file and lists addresses: nothing of the graph. */
const WITHOUT_PLAN: ReadonlySet<string> = new Set(['22']);

/** How many records a page looks at follows the time that it takes: only the first plan of each kind is the same at each run. */
const PAGED_BY_TIME: ReadonlySet<string> = new Set(['20']);
const firstOfEach = (all: readonly Plan[]): Plan[] => [...new Map(all.toReversed().map((plan) => [plan.kind, plan])).values()];

let folder: string;
let store: Store;
let server: RunningServer;
let schema: GraphQLSchema;
/** The plans that were read, in their order. */
let plans: Plan[] = [];

beforeAll(async () => {
  schema = await createSchema();
  folder = temporaryFolder();
  store = openSqliteStore(join(folder, 'graph.db'));
  await applySeed(store);
  server = await startServer({
    ...store,
    read: (plan, options) => {
      plans.push(plan);
      return store.read(plan, options);
    },
  });
});
afterAll(async () => {
  await server.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

describe.each(NAMES)('%s', (name) => {
  const text = readFileSync(new URL(name, EXAMPLES), 'utf8');
  const file = (variant: string, ending: string): string => `./${name.replace('.graphql', '')}/${variant}.${ending}`;

  async function matches(variant: string, found: readonly Plan[]): Promise<void> {
    expect(found.length === 0).toBe(WITHOUT_PLAN.has(name.slice(0, 2)));
    if (found.length === 0) return;
    const laidOut = {
      plan: found.map(laidOutPlan),
      sql: found.map((plan) => laidOutSql(sqlOf(plan))),
      cypher: found.map((plan) => laidOutCypher(cypherOf(plan))),
    };
    for (const [ending, texts] of Object.entries(laidOut)) await expect(withoutChance(texts)).toMatchFileSnapshot(file(variant, ending));
  }

  it('now, and for readers', async () => {
    plans = [];
    if (/^subscription /m.test(text)) await watch(text);
    else expect((await server.ask(text)).body.errors).toBeUndefined();
    const found = PAGED_BY_TIME.has(name.slice(0, 2)) ? firstOfEach(plans) : plans;
    await matches('now', found);
    await matches(
      'for-readers',
      found.flatMap((plan) => planForReaders(plan).plans),
    );
  });

  it('as of a moment, where it can be', async () => {
    const past = inThePast(text);
    expect(past === undefined).toBe(NOT_IN_THE_PAST.has(name.slice(0, 2)));
    if (past === undefined) return;
    plans = [];
    expect((await server.ask(past, { past: new Date().toISOString() })).body.errors).toBeUndefined();
    await matches('as-of', plans);
  });
});

/** The query with its root fields as of `$past`, as far as they can be and are not yet. */
function inThePast(text: string): string | undefined {
  const fields = schema.getQueryType()!.getFields();
  let isChanged = false;
  const past = visit(parse(text), {
    OperationDefinition: (operation) => {
      if (operation.operation !== OperationTypeNode.QUERY) return BREAK;
      const selections = operation.selectionSet.selections.map((selection) => {
        const takesIt = selection.kind === Kind.FIELD && fields[selection.name.value]?.args.some((argument) => argument.name === 'asOf');
        if (!takesIt || selection.arguments?.some((argument) => argument.name.value === 'asOf')) return selection;
        isChanged = true;
        return { ...selection, arguments: [...(selection.arguments ?? []), AS_OF] };
      });
      const variableDefinitions = [...(operation.variableDefinitions ?? []), PAST];
      return { ...operation, variableDefinitions, selectionSet: { ...operation.selectionSet, selections } };
    },
  });
  return isChanged ? print(past) : undefined;
}

/** What is planned for one change: it is written first, and watched from before it. */
async function watch(text: string): Promise<void> {
  const since = await store.position();
  await server.data(CITE);
  plans = [];
  const client = createClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0 });
  const query = text.replace('changes(', `changes(since: ${since}, `);
  expect((await client.iterate({ query }).next()).value).not.toHaveProperty('errors');
  client.dispose();
}

const CITE =
  'mutation { citeClaim(input: { key: "watched", claim: "apple-cut-ties", source: "bfm-article", stance: MENTIONS }) { outcome } }';
const [PAST, AS_OF] = (() => {
  const { definitions } = parse('query ($past: DateTime!) { stats(asOf: $past) { total } }');
  const operation = definitions[0] as OperationDefinitionNode;
  return [operation.variableDefinitions![0]!, (operation.selectionSet.selections[0] as FieldNode).arguments![0]!] as const;
})();
