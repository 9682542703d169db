/** Declares the GraphQL type of each shape of the table: its fields, its edges, and what is worked out from them. */
import { ObjectType } from 'type-graphql';
import type { EdgeDefinition, ListEdge, PartName, ShapeName } from '../../model/definition.js';
import { aboutShape } from '../../model/descriptions.js';
import { edgesOf, fieldsOf, isHidden, isListEdge, isRecordName, RECORD_NAMES, targetOf } from '../../model/graph.js';
import { ANALYSED, COMPUTED } from '../../plan/computed.js';
import type { InputClass } from '../inputs/define.js';
import { EntityClaimsArguments, LIST_ARGUMENTS, MERGED_ARGUMENTS } from '../inputs/list.args.js';
import { Computed, Edge, Page, Value } from '../members.js';
import { COMPUTED_MEMBERS } from './computed-members.js';
import { connectionOf } from './connection.type.js';
import { typeOf } from './named-types.js';
import { Node, RecordFields } from './record.type.js';

const shownEdges = (shape: ShapeName): EdgeDefinition[] => edgesOf(shape).filter((edge) => !isHidden(edge));

/** Once, before the schema is built. */
export function declareShapes(): void {
  const shapes = new Set<ShapeName>(RECORD_NAMES);
  // Parts that no edge of the API leads to have no type.
  for (const shape of shapes) for (const edge of shownEdges(shape)) if ('part' in edge) shapes.add(edge.part satisfies PartName);
  for (const shape of shapes) declare(shape);
}

function declare(shape: ShapeName): void {
  const type = typeOf(shape);
  const { prototype } = type;
  const record = isRecordName(shape);
  for (const field of fieldsOf(shape)) if (!field.hidden) Value(shape)(prototype, field.name);
  for (const edge of shownEdges(shape)) {
    const target = targetOf(edge);
    if (isListEdge(edge))
      Page(
        () => connectionOf(edge.to),
        () => argumentsOf(shape, edge),
        shape,
      )(prototype, edge.name);
    else Edge(() => typeOf(target), shape)(prototype, edge.name);
  }
  for (const [name, { type: of, ...options }] of Object.entries(computedOf(shape))) Computed(of, options)(prototype, name);
  ObjectType(shape, { description: aboutShape(shape), ...(record ? { implements: [Node, RecordFields] } : {}) })(type);
}

/** @throws Error where a member that is planned (plan/computed.ts) has no type, or the reverse. */
function computedOf(shape: ShapeName): NonNullable<(typeof COMPUTED_MEMBERS)[ShapeName]> {
  const members = COMPUTED_MEMBERS[shape] ?? {};
  const planned = new Set([...Object.keys(COMPUTED[shape] ?? {}), ...(ANALYSED[shape] ?? [])]);
  planned.delete('retracted');
  const odd = [...planned, ...Object.keys(members)].find((name) => !planned.has(name) || !Object.hasOwn(members, name));
  if (odd !== undefined) throw new Error(`${shape}.${odd} stands in only one of plan/computed.ts and graphql/records/computed-members.ts`);
  return members;
}

function argumentsOf(shape: ShapeName, edge: ListEdge): InputClass {
  if (shape === 'Entity' && edge.name === 'claims') return EntityClaimsArguments;
  return edge.name === 'mergedFrom' ? MERGED_ARGUMENTS[edge.to]! : LIST_ARGUMENTS[edge.to];
}
