/**
 * Pages below a hub come out of an index in their order, not out of a sort: the far end's id stands
 * copied beside the sort key, and one index holds far end, key and own id.
 */
import type { EdgeDefinition, ListEdge, RecordName, ShapeName } from '../../model/definition.js';
import { edgeOf, edgesOf, fieldOf, RECORD_NAMES, shapeOf } from '../../model/graph.js';
import { DATE_PARTS, relationshipOf, sortProperty } from './names.js';

export interface OrderedEdge {
  /** What carries the copies: the listed node itself, or the relationship that leads from it. */
  readonly on: 'node' | 'relationship';
  /** Its label or type. */
  readonly name: string;
  readonly record: RecordName;
  /** The properties of the index, in its order. */
  readonly far: string;
  readonly sort: string;
  readonly own: string;
  /** All that is kept of the date whose lower bound it is; the others are not in the index. */
  readonly sortParts: readonly string[];
  /** The field that the order is by: the listed record's default. */
  readonly field: string;
}

export const referenceProperty = (reference: string): string => `${reference}Id`;

/** The ends of a claim that are looked up together with its predicate. */
export const PREDICATED: readonly string[] = ['subject', 'object'];

/** The edge's index; undefined where its pages are expanded and sorted. */
export function orderedEdge(edge: EdgeDefinition): OrderedEdge | undefined {
  if (edge.kind !== 'inverse' && !(edge.kind === 'holders' && edge.sorted)) return undefined;
  if (edge.kind === 'inverse') return orderedReference(edge.to, edge.via);
  const { field } = shapeOf(edge.to).order;
  const own = referenceProperty(edge.to[0]!.toLowerCase() + edge.to.slice(1));
  const name = relationshipOf(edge.to, edgeOf(edge.to, edge.parts));
  return {
    on: 'relationship',
    name,
    record: edge.to,
    far: referenceProperty(edge.reference),
    sort: sortProperty(fieldOf(edge.to, field)),
    sortParts: DATE_PARTS.map(({ suffix }) => `${field}${suffix}`),
    own,
    field,
  };
}

/** Every relationship that carries copies, for the lists of these records that lead through it. */
export function orderedHoldersTo(record: RecordName): OrderedEdge[] {
  return RECORD_NAMES.flatMap((from) => edgesOf(from))
    .filter((edge) => edge.kind === 'holders' && edge.to === record)
    .flatMap((edge) => orderedEdge(edge) ?? []);
}

/** The index over the records that refer to one by this reference, in their usual order. */
export function orderedReference(record: RecordName, reference: string): OrderedEdge {
  const { field } = shapeOf(record).order;
  return {
    on: 'node',
    name: record,
    record,
    far: referenceProperty(reference),
    sort: sortProperty(fieldOf(record, field)),
    sortParts: DATE_PARTS.map(({ suffix }) => `${field}${suffix}`),
    own: 'id',
    field,
  };
}

/** Whether the degree store counts this edge and nothing else: no other edge of the same type leads to the same record. */
export function countedByDegree(from: RecordName, edge: ListEdge): boolean {
  if (!orderedEdge(edge)) return false;
  const type = relationshipTo(edge);
  const shapes = new Set<ShapeName>(RECORD_NAMES);
  for (const record of RECORD_NAMES) for (const each of edgesOf(record)) if (each.kind === 'parts') shapes.add(each.part);
  const alike = [...shapes].flatMap((shape) => edgesOf(shape).filter((each) => leadsTo(shape, each, from) === type));
  return alike.length === 1;
}

/** The type of the relationships that lead from the listed records; undefined where they lead the other way. */
export const relationshipTo = (edge: ListEdge): string | undefined => {
  if (edge.kind === 'inverse') return relationshipOf(edge.to, edgeOf(edge.to, edge.via));
  return edge.kind === 'holders' ? relationshipOf(edge.to, edgeOf(edge.to, edge.parts)) : undefined;
};

function leadsTo(shape: ShapeName, edge: EdgeDefinition, target: RecordName): string | undefined {
  if (edge.kind === 'reference') return edge.to === target ? relationshipOf(shape, edge) : undefined;
  if (edge.kind !== 'parts') return undefined;
  return edgesOf(edge.part).some((inner) => inner.kind === 'reference' && inner.to === target) ? relationshipOf(shape, edge) : undefined;
}
