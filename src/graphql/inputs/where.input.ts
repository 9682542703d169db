/** `where` of every record and part, from the model's table: fields, related records at any depth, absence. */
import type { EdgeDefinition, ShapeName } from '../../model/definition.js';
import { aboutMember } from '../../model/descriptions.js';
import { edgesOf, fieldsOf, isHidden, isListEdge, RECORD_NAMES, targetOf } from '../../model/graph.js';
import { pluralOf } from '../../model/nouns.js';
import { defineInput, type InputClass, type InputMember } from './define.js';
import { filterOf } from './filters.input.js';

const wheres = new Map<ShapeName, InputClass>();
const listWheres = new Map<ShapeName, InputClass>();

/** Several members are all to be met. */
export function whereOf(shape: ShapeName): InputClass {
  let where = wheres.get(shape);
  if (!where) {
    where = defineInput(`${shape}Where`, `A filter for ${pluralOf(shape)}. All of its conditions must be met.`, whereMembers(shape));
    wheres.set(shape, where);
  }
  return where;
}

function whereMembers(shape: ShapeName): InputMember[] {
  const itself = () => whereOf(shape);
  return [
    { name: 'and', type: () => [itself()], description: 'All of these filters match.' },
    { name: 'or', type: () => [itself()], description: 'At least one of these filters matches.' },
    { name: 'not', type: itself, description: 'This filter does not match.' },
    ...fieldsOf(shape)
      .filter((field) => field.filter)
      .map((field): InputMember => ({ name: field.name, type: () => filterOf(field), description: aboutMember(shape, field.name) })),
    ...edgesOf(shape).flatMap((edge) => edgeMembers(shape, edge)),
  ];
}

function edgeMembers(shape: ShapeName, edge: EdgeDefinition): InputMember[] {
  if (edge.kind === 'history' || isHidden(edge)) return [];
  const description = aboutMember(shape, edge.name);
  if (isListEdge(edge) || edge.kind === 'parts') return [{ name: edge.name, type: () => listWhereOf(targetOf(edge)), description }];
  const exists: InputMember[] =
    edge.kind === 'reference' && edge.required
      ? []
      : [{ name: `${edge.name}Exists`, type: () => Boolean, description: `Whether \`${edge.name}\` is set.` }];
  return [{ name: edge.name, type: () => whereOf(targetOf(edge)), description }, ...exists];
}

function listWhereOf(shape: ShapeName): InputClass {
  let where = listWheres.get(shape);
  if (!where) {
    const condition = () => whereOf(shape);
    where = defineInput(`${shape}ListWhere`, `Conditions on a list of ${pluralOf(shape)}. Retracted records are ignored.`, [
      { name: 'some', type: condition, description: 'At least one meets these conditions. With {}, the list must not be empty.' },
      { name: 'none', type: condition, description: 'None meets these conditions. With {}, the list must be empty.' },
      { name: 'every', type: condition, description: 'All meet these conditions. An empty list matches.' },
    ]);
    listWheres.set(shape, where);
  }
  return where;
}

// type-graphql wants every type declared before it builds the schema.
const SHAPES_FILTERED: readonly ShapeName[] = reachable(RECORD_NAMES);
for (const shape of SHAPES_FILTERED) {
  whereOf(shape);
  listWhereOf(shape);
  for (const field of fieldsOf(shape)) if (field.filter) filterOf(field);
}

function reachable(from: readonly ShapeName[]): ShapeName[] {
  const found = new Set<ShapeName>(from);
  for (const shape of found) {
    for (const edge of edgesOf(shape)) if (edge.kind !== 'history' && !isHidden(edge)) found.add(targetOf(edge));
  }
  return [...found];
}
