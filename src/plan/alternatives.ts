/** Alternatives as few conditions: what names one field or one edge many times is one list of values, or one step. */
import type { ShapeName } from '../model/definition.js';
import { edgeOf, fieldOf, targetOf } from '../model/graph.js';
import { EVERYTHING, isEverything, type Condition, type Scalar } from './plan.js';

/**
 * True where one of the conditions is. A database plans for each alternative, with time and depth that grow with
 * them; a list of values it looks up.
 */
export function anyOf(shape: ShapeName, conditions: readonly Condition[]): Condition {
  if (conditions.some(isEverything)) return EVERYTHING;
  const values = new Map<string, Set<Scalar>>();
  const beyond = new Map<string, Condition[]>();
  const others: Condition[] = [];
  for (const each of conditions.flatMap((condition) => (condition.kind === 'any' ? condition.conditions : [condition]))) {
    if (each.kind === 'in' && fieldOf(shape, each.field).type !== 'mark') {
      const known = values.get(each.field) ?? new Set();
      for (const value of each.values) known.add(value);
      values.set(each.field, known);
    } else if (each.kind === 'related') beyond.set(each.edge, [...(beyond.get(each.edge) ?? []), each.condition]);
    else others.push(each);
  }
  const merged = [
    ...[...values].map(([field, known]): Condition => ({ kind: 'in', field, values: [...known] })),
    // That one at the far end meets one of them, or one meets another, is that one meets any.
    ...[...beyond].map(([edge, inner]): Condition => ({ kind: 'related', edge, condition: anyOf(targetOf(edgeOf(shape, edge)), inner) })),
    ...others,
  ];
  return merged.length === 1 ? merged[0]! : { kind: 'any', conditions: merged };
}
