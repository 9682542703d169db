/** `where` of every record and part, from the model's table: fields, related records at any depth, absence. */
import type { EdgeDefinition, ShapeName } from '../../model/definition.js';
import { aboutMember } from '../../model/descriptions.js';
import { edgesOf, fieldsOf, isHidden, isListEdge, RECORD_NAMES, targetOf } from '../../model/graph.js';
import { defineInput, type InputClass, type InputMember } from './define.js';
import { filterOf } from './filters.input.js';

const wheres = new Map<ShapeName, InputClass>();
const listWheres = new Map<ShapeName, InputClass>();

/** Several members are all to be met. */
export function whereOf(shape: ShapeName): InputClass {
  let where = wheres.get(shape);
  if (!where) {
    where = defineInput(`${shape}Where`, `Which ${shape} records are meant; several conditions must all be met.`, whereMembers(shape));
    wheres.set(shape, where);
  }
  return where;
}

function whereMembers(shape: ShapeName): InputMember[] {
  const itself = () => whereOf(shape);
  return [
    { name: 'and', type: () => [itself()], description: 'All of these.' },
    { name: 'or', type: () => [itself()], description: 'At least one of these.' },
    { name: 'not', type: itself, description: 'Not this.' },
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
      : [{ name: `${edge.name}Exists`, type: () => Boolean, description: `Whether there is one: ${description}` }];
  return [{ name: edge.name, type: () => whereOf(targetOf(edge)), description }, ...exists];
}

function listWhereOf(shape: ShapeName): InputClass {
  let where = listWheres.get(shape);
  if (!where) {
    const condition = () => whereOf(shape);
    where = defineInput(`${shape}ListWhere`, `What is asked of a list of ${shape} records; retracted ones are not looked at.`, [
      { name: 'some', type: condition, description: 'At least one meets this; {} asks only that there is one.' },
      { name: 'none', type: condition, description: 'None meets this; {} asks that there is none.' },
      { name: 'every', type: condition, description: 'Each meets this; true of an empty list.' },
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
