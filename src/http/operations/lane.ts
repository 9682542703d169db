/** Where a request waits: those that look up a few records do not wait for those that search, count or analyse. */
import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { fragmentsOf, operationCost, type CostLimits } from '../../plan/cost/operation-cost.js';
import { ANALYSED } from '../../plan/computed.js';
import type { Lane } from './work.js';

/** Root fields that find records by their names, and what costs nothing. */
const LOOK_UPS: ReadonlySet<string> = new Set([
  '__typename',
  'node',
  'nodes',
  'entity',
  'claim',
  'source',
  'citation',
  'predicate',
  'claimLink',
]);
/** An operation of a higher cost is none that is done in a moment. */
const LOOK_UP_COST_MAX = 120;
/** Arguments by which a list within a record is searched or put in another order. */
const SEARCHING: ReadonlySet<string> = new Set(['where', 'orderBy', 'asOf', 'retracted']);
/** Fields that are worked out from many records, whatever they stand on. */
const ANALYSES: ReadonlySet<string> = new Set(Object.values(ANALYSED).flatMap((names) => [...names]));
/** Characters of texts that are kept taken apart. */
const KEPT = 2_000_000;

export interface LaneLimits extends CostLimits {
  readonly tokensMax: number;
}

export type LaneFinder = (asked: { readonly query: string; readonly operationName?: unknown; readonly variables?: unknown }) => Lane;

/** What is no sound operation is a read like any other: whoever executes it says what is wrong. */
export function laneFinder(schema: GraphQLSchema, limits: LaneLimits): LaneFinder {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: KEPT, sizeCalculation: (_, text) => text.length + 64 });
  return ({ query, operationName, variables }) => {
    try {
      let document = documents.get(query);
      if (!document) documents.set(query, (document = parse(query, { maxTokens: limits.tokensMax, noLocation: true })));
      const operation = getOperationAST(document, typeof operationName === 'string' ? operationName : undefined);
      if (!operation) return 'reads';
      if (operation.operation === OperationTypeNode.MUTATION) return 'writes';
      if (operation.operation !== OperationTypeNode.QUERY || !onlyLooksUp(operation, document)) return 'reads';
      const values = typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {};
      const { cost } = operationCost({ schema, fragments: fragmentsOf(document), variableValues: values }, operation, limits);
      return cost <= LOOK_UP_COST_MAX ? 'lookUps' : 'reads';
    } catch {
      return 'reads';
    }
  };
}

function onlyLooksUp(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  for (const selection of operation.selectionSet.selections)
    if (selection.kind !== Kind.FIELD || !LOOK_UPS.has(selection.name.value)) return false;
  let isLookUp = true;
  visit(document, {
    Field: ({ name }) => {
      if (ANALYSES.has(name.value)) isLookUp = false;
    },
    Argument: ({ name }) => {
      if (SEARCHING.has(name.value)) isLookUp = false;
    },
  });
  return isLookUp;
}
