/**
 * A second way to answer: the same schema, each field resolved on its own from plain objects, with no
 * plan in between. What the planner merges, prunes or renames must not show.
 */
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { createSchema } from '../../src/graphql/schema.js';
import type { EdgeDefinition, FieldDefinition, RecordName, ShapeName } from '../../src/model/definition.js';
import { RECORD_NAMES, isListEdge, isShapeName, shapeOf, targetOf } from '../../src/model/graph.js';
import { rolesMask, type LabelDocument } from '../../src/model/changeset/documents.js';
import { InputError } from '../../src/model/errors.js';
import { pickByLanguage } from '../../src/model/values/languages.js';
import { PARTICIPANT_ROLES } from '../../src/model/vocabulary.js';
import { ANALYSED } from '../../src/plan/computed.js';
import { encodeCursor } from '../../src/plan/cursor.js';
import { orderKeys, pageRequest } from '../../src/plan/page.js';
import { momentOf, validAtCondition } from '../../src/plan/moment.js';
import { bothOf, whereCondition } from '../../src/plan/where.js';
import { asItWas, evaluateList, neighbours } from './evaluate.js';
import { isRetracted, recordNamed, type MemoryGraph, type MemoryRecord } from './memory-graph.js';

/** A record or part, and the record it stands on. */
interface Thing {
  readonly shape: ShapeName;
  readonly values: Record<string, unknown>;
  readonly owner: MemoryRecord;
  readonly record?: RecordName;
  /** The graph it was read from: of its own time. */
  readonly graph: MemoryGraph;
}

const LIMITS = { pageSizeDefault: 20, pageSizeMax: 100 };
const ROOT_LISTS: Record<string, RecordName> = {
  entities: 'Entity',
  claims: 'Claim',
  sources: 'Source',
  citations: 'Citation',
  claimLinks: 'ClaimLink',
  predicates: 'Predicate',
};
const ROOT_ONES: Record<string, RecordName> = {
  entity: 'Entity',
  claim: 'Claim',
  source: 'Source',
  citation: 'Citation',
  claimLink: 'ClaimLink',
  predicate: 'Predicate',
};

export async function naiveSchema(graph: MemoryGraph): Promise<GraphQLSchema> {
  const schema = await createSchema();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getMutationType()) continue;
    for (const field of Object.values(type.getFields())) {
      if (type === schema.getQueryType()) field.resolve = rootResolver(graph, field.name) as GraphQLFieldResolver<unknown, unknown>;
      else if (isShapeName(type.name)) field.resolve = memberResolver(type.name, field.name) as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<Thing, unknown>;

const thing = (graph: MemoryGraph, record: MemoryRecord | undefined): Thing | null =>
  record ? { shape: record.record, values: record.values, owner: record, record: record.record, graph } : null;

/** As of the field's own argument, or of what stands around it. */
function then(around: MemoryGraph, asOf: unknown): MemoryGraph {
  if (asOf === undefined || asOf === null) return around;
  return around.at(momentOf(asOf as string, []));
}

function rootResolver(now: MemoryGraph, name: string): Resolver {
  const list = ROOT_LISTS[name];
  if (list)
    return (_root, given) => {
      const graph = then(now, given['asOf']);
      return connection(graph, list, given, [...graph.records.get(list)!.values()]);
    };
  const one = ROOT_ONES[name];
  if (one) {
    return (_root, { id, key, asOf }) => {
      const graph = then(now, asOf);
      if ((id ?? undefined) === undefined ? (key ?? undefined) === undefined : (key ?? undefined) !== undefined)
        throw InputError.of('BAD_INPUT', 'one of id and key', [], '');
      return thing(graph, recordNamed(graph, one, id ? 'id' : 'key', id ?? key));
    };
  }
  const byId = (graph: MemoryGraph, id: string) =>
    thing(graph, RECORD_NAMES.map((record) => recordNamed(graph, record, 'id', id)).find(Boolean));
  if (name === 'node') return (_root, { id, asOf }) => byId(then(now, asOf), id as string);
  if (name === 'nodes') return (_root, { ids, asOf }) => (ids as string[]).map((id) => byId(then(now, asOf), id));
  return (_root, { asOf }) => ({
    records: RECORD_NAMES.map((record) => {
      const all = [...then(now, asOf).records.get(record)!.values()];
      const retracted = all.filter(isRetracted).length;
      return { kind: record, active: all.length - retracted, retracted };
    }),
  });
}

function memberResolver(shape: ShapeName, name: string): Resolver {
  if (name === 'differences' || ANALYSED[shape]?.has(name)) return () => null;
  const { fields, edges } = shapeOf(shape);
  const field = fields[name];
  if (field) return ({ graph, values }) => fieldValue(graph, field, values);
  const edge = edges[name];
  if (edge) return (parent, given) => edgeValue(edge, parent, given);
  if (name === 'retracted') return ({ owner }) => isRetracted(owner);
  const list = { name: 'names', description: 'descriptions', text: 'texts', label: 'labels', inverseLabel: 'inverseLabels' }[name];
  if (!list) throw new Error(`${shape}.${name} is not known to the naive schema`);
  return ({ values }, { languages }) =>
    pickByLanguage((values[list] as LabelDocument[] | undefined) ?? [], (languages as string[]) ?? [])?.text ?? null;
}

function fieldValue(graph: MemoryGraph, field: FieldDefinition, values: Record<string, unknown>): unknown {
  const value = values[field.name];
  if (field.type === 'content') return graph.texts.get(values['digest'] as string) ?? null;
  if (field.type === 'enums') return value ?? [];
  if (value === undefined || value === null) return null;
  if (field.type === 'instant') return new Date(value as number).toISOString();
  if (field.type === 'roles') return PARTICIPANT_ROLES.filter((_, bit) => (value as number) & (1 << bit));
  return value;
}

function edgeValue(edge: EdgeDefinition, { values, owner, graph: around }: Thing, given: Record<string, unknown>): unknown {
  const graph = then(around, given['asOf']);
  if (isListEdge(edge)) {
    const roles = given['roles'] as string[] | undefined | null;
    return connection(
      graph,
      edge.to,
      given,
      neighbours(graph, edge, asItWas(graph, owner), roles && roles.length > 0 ? rolesMask(roles) : undefined),
    );
  }
  const part = (its: Record<string, unknown>): Thing => ({ shape: targetOf(edge), values: its, owner, graph });
  if (edge.kind === 'history') return owner.versions.toReversed().map(part);
  const value = values[edge.name];
  if (edge.kind === 'parts') return ((value as Record<string, unknown>[] | undefined) ?? []).map(part);
  if (value === undefined) return null;
  return edge.kind === 'reference'
    ? thing(graph, graph.records.get(edge.to)!.get(value as string))
    : part(value as Record<string, unknown>);
}

function connection(graph: MemoryGraph, record: RecordName, given: Record<string, unknown>, candidates: readonly MemoryRecord[]): unknown {
  const order = orderKeys(record, given['orderBy'] as never, []);
  const valid = validAtCondition(given['validAt'] as string | undefined, []);
  const where = bothOf(whereCondition(record, given['where'] as never, []), valid);
  const page = pageRequest(record, order, given, { items: true, total: true, previous: true, next: true }, LIMITS, []);
  const rows = evaluateList(
    graph,
    record,
    { where, order, page, retracted: (given['retracted'] as 'EXCLUDE') ?? 'EXCLUDE', selection: { shape: record, fields: [], edges: [] } },
    candidates,
  );
  const edges = rows.items.map(({ position }) => ({
    cursor: encodeCursor(record, order, position),
    node: thing(graph, graph.records.get(record)!.get(position.id)),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: rows.total,
    pageInfo: {
      hasNextPage: rows.hasNext,
      hasPreviousPage: rows.hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
