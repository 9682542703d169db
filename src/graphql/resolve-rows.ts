/**
 * Gives the schema's object types their resolvers over rows: plain properties need none, pages are
 * looked up by the planner's slot, and a few members are worked out. type-graphql's own resolvers
 * would copy every row into a class instance.
 */
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { RecordDocument } from '../model/changeset/changeset.js';
import { differencesBetween } from '../model/changeset/differences.js';
import type { LabelDocument } from '../model/changeset/documents.js';
import type { EdgeDefinition } from '../model/definition.js';
import { InputError } from '../model/errors.js';
import { isListEdge, isShapeName, shapeOf } from '../model/graph.js';
import { pickByLanguage } from '../model/values/languages.js';
import { plainSlot } from '../plan/planner.js';
import type { PageRows, Row } from '../plan/rows.js';
import { COMPUTED } from '../plan/computed.js';
import { ANALYSIS_RESOLVERS } from './analysis/resolvers.js';
import { Connection } from './connection.js';
import type { RequestContext } from './context.js';

type Resolver = GraphQLFieldResolver<Row, RequestContext>;

export function resolveFromRows(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
    if (isRoot) continue;
    for (const field of Object.values(type.getFields())) {
      const resolver =
        ANALYSIS_RESOLVERS[type.name]?.[field.name] ?? (isShapeName(type.name) ? shapeResolver(type.name, field.name) : undefined);
      if (resolver) field.resolve = resolver as GraphQLFieldResolver<unknown, unknown>;
      else delete field.resolve;
    }
  }
  return schema;
}

function shapeResolver(shape: Parameters<typeof shapeOf>[0], name: string): Resolver | undefined {
  const edge = shapeOf(shape).edges[name];
  if (edge && isListEdge(edge)) return pageResolver;
  if (edge?.kind === 'history') return historyResolver;
  if (edge?.kind === 'reference') return referenceResolver(edge);
  const computed = COMPUTED[shape]?.[name];
  if (!computed) return undefined;
  if (name === 'differences')
    return ({ data, [PREVIOUS]: previous }) => differencesBetween(previous as RecordDocument | undefined, data as RecordDocument);
  const list = computed.edge!;
  if (name === 'retracted') return (row) => row['retraction'] !== null;
  return (row, { languages }) =>
    pickByLanguage(row[list] as readonly LabelDocument[], (languages as string[] | undefined) ?? [])?.text ?? null;
}

/** At an earlier time, what a record refers to may not have been there. */
function referenceResolver({ name, to, required }: Extract<EdgeDefinition, { kind: 'reference' }>): Resolver {
  return (row, { asOf }) => {
    if (!asOf) return row[name];
    // The planner has refused what is no moment.
    const found = row[plainSlot(name, Date.parse(asOf as string))] ?? null;
    if (found === null && required)
      throw InputError.of('NOT_FOUND', `this ${to} was not in the graph yet at ${String(asOf)}`, [name, 'asOf'], 'a later moment');
    return found;
  };
}

/** Where a version's row keeps the content of the one before it. */
const PREVIOUS = 'previous';

/** The newest version is first: the one before each is the next in the list. */
const historyResolver: Resolver = (row) => {
  const versions = row['history'] as readonly Row[];
  return versions.map((version, index) => ({ ...version, [PREVIOUS]: versions[index + 1]?.['data'] }));
};

const pageResolver: Resolver = (row, _arguments, context, info) => {
  const slot = context.slots.get(info.fieldNodes[0]!);
  if (!slot) throw new Error(`${info.parentType.name}.${info.fieldName} was not planned`);
  return new Connection(slot.record, slot.order, row[slot.name] as PageRows);
};
