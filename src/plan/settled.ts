/** Which plans need the numbers of corroboration that stores work out after a write (store.ts, settle). */
import { edgeOf, targetOf } from '../model/graph.js';
import type { ShapeName } from '../model/definition.js';
import type { Condition, ListRead, Plan, Selection } from './plan.js';

/** Fields of a claim. */
export const SETTLED_FIELDS: ReadonlySet<string> = new Set([
  'independentSupporting',
  'independentRefuting',
  'independentGroups',
  'corroborationComplete',
]);

export function needsSettled(plan: Plan): boolean {
  switch (plan.kind) {
    case 'list':
      return inList(plan.record, plan.list);
    case 'one':
      return inSelection(plan.selection);
    case 'nodes':
      return Object.values(plan.selections).some(inSelection);
    case 'lists':
      return plan.lists.some((list) => inList(plan.record, list));
    case 'groups':
      return inCondition(plan.record, plan.where);
    case 'stats':
      return false;
  }
}

const isSettled = (shape: ShapeName, field: string): boolean => shape === 'Claim' && SETTLED_FIELDS.has(field);

function inList(shape: ShapeName, { where, order, selection }: ListRead): boolean {
  return order.some(({ field }) => isSettled(shape, field)) || inCondition(shape, where) || inSelection(selection);
}

function inSelection({ shape, fields, edges }: Selection): boolean {
  return (
    fields.some((field) => isSettled(shape, field)) ||
    edges.some((edge) => (edge.kind === 'page' ? inList(targetOf(edgeOf(shape, edge.edge)), edge.list) : inSelection(edge.selection)))
  );
}

function inCondition(shape: ShapeName, condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.some((each) => inCondition(shape, each));
    case 'not':
      return inCondition(shape, condition.condition);
    case 'related':
      return inCondition(targetOf(edgeOf(shape, condition.edge)), condition.condition);
    default:
      return isSettled(shape, condition.field);
  }
}
