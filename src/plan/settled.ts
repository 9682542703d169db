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

/** Which claims must be settled: none, those that are, or also those that were. */
export type Need = 'NOTHING' | 'NOW' | 'THEN';

export function needOf(plan: Plan): Need {
  if (!needsSettled(plan)) return 'NOTHING';
  return plan.asOf !== undefined || looksBack(plan) ? 'THEN' : 'NOW';
}

function needsSettled(plan: Plan): boolean {
  switch (plan.kind) {
    case 'list':
      return inList(plan.record, plan.list);
    case 'lists':
      return plan.lists.some((list) => inList(plan.record, list));
    case 'groups':
      return inCondition(plan.record, plan.where);
    case 'one':
      return inSelection(plan.selection);
    case 'nodes':
      return Object.values(plan.selections).some(inSelection);
    case 'matches':
      return plan.matches.some(({ record, where, selection }) => inCondition(record, where) || inSelection(selection));
    case 'stats':
      return false;
  }
}

/** Whether anything in the plan is as of an earlier moment. */
function looksBack(plan: Plan): boolean {
  switch (plan.kind) {
    case 'list':
      return listLooksBack(plan.list);
    case 'lists':
      return plan.lists.some(listLooksBack);
    case 'one':
      return selectionLooksBack(plan.selection);
    case 'nodes':
      return Object.values(plan.selections).some(selectionLooksBack);
    case 'groups':
    case 'matches':
    case 'stats':
      return false;
  }
}

const listLooksBack = ({ asOf, selection }: ListRead): boolean => asOf !== undefined || selectionLooksBack(selection);

const selectionLooksBack = ({ edges }: Selection): boolean =>
  edges.some((edge) => (edge.kind === 'page' ? listLooksBack(edge.list) : edge.asOf !== undefined || selectionLooksBack(edge.selection)));

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
