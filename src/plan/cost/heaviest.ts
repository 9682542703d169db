/** Where most of an operation's cost lies, as a path of its answer's names, on into the condition that makes it. */
import type { GraphQLNamedType, SelectionSetNode } from 'graphql';
import type { Path } from '../../model/errors.js';
import type { Given } from './arguments.js';
import { wheresOf } from './fields.js';
import type { SelectionWeigher, WeighedField } from './selections.js';
import type { Weight } from './weights.js';

export interface Heaviest {
  readonly path: Path;
  readonly cost: number;
}

/** A selection on the way down. */
interface Place {
  readonly type: GraphQLNamedType | undefined;
  readonly set: SelectionSetNode;
  readonly around: Given | undefined;
  readonly parents: number;
}

export const costFor = ({ once, each }: Weight, parents: number): number => once + (each === 0 ? 0 : each * parents);

/** Goes down to the field that by itself costs more than what is below it. */
export function heaviest(weigher: SelectionWeigher, type: GraphQLNamedType, set: SelectionSetNode): Heaviest {
  const path: (string | number)[] = [];
  let cost = 0;
  for (let at: Place | undefined = { type, set, around: undefined, parents: 1 }; at;) {
    const parents: number = at.parents;
    const most: WeighedField | undefined = mostOf(weigher, at, (field) => costFor(field, parents));
    if (!most) break;
    path.push(most.node.alias?.value ?? most.node.name.value);
    const conditions = costFor(most.cost.conditions, parents);
    const below = costFor(most.below, parents * most.size);
    cost = costFor(most.own, parents);
    if (conditions > cost && conditions > below) return { path: [...path, ...conditionPath(weigher, most, 'weight')], cost: conditions };
    at = below > cost ? placeBelow(most, parents) : undefined;
  }
  return { path, cost };
}

/** The way to the `where` that nests lists deepest. */
export function deepestCondition(weigher: SelectionWeigher, type: GraphQLNamedType, set: SelectionSetNode): Path {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = { type, set, around: undefined, parents: 1 }; at;) {
    const most = mostOf(weigher, at, ({ conditionDepth }) => conditionDepth);
    if (!most) break;
    path.push(most.node.alias?.value ?? most.node.name.value);
    if (most.cost.conditionDepth === most.conditionDepth) return [...path, ...conditionPath(weigher, most, 'depth')];
    at = placeBelow(most, 1);
  }
  return path;
}

function mostOf(
  weigher: SelectionWeigher,
  { type, set, around }: Place,
  measure: (field: WeighedField) => number,
): WeighedField | undefined {
  let most: WeighedField | undefined;
  for (const field of weigher.fieldsOf(type, set, around)) if (!most || measure(field) > measure(most)) most = field;
  return most;
}

const placeBelow = ({ node, type, around, size }: WeighedField, parents: number): Place | undefined =>
  node.selectionSet && { type, set: node.selectionSet, around, parents: parents * size };

function conditionPath({ conditions }: SelectionWeigher, { asked }: WeighedField, by: 'weight' | 'depth'): Path {
  if (!asked) return [];
  const wheres = wheresOf(asked.field, asked.given);
  let most: (typeof wheres)[number] | undefined;
  for (const each of wheres)
    if (!most || conditions.weigh(each.shape, each.where)[by] > conditions.weigh(most.shape, most.where)[by]) most = each;
  return most ? [...most.path, ...conditions.heaviest(most.shape, most.where, (weighed) => weighed[by])] : [];
}
