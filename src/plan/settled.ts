/** Which plans need what stores work out of corroboration after a write (store.ts, settle). */
import { EDGES_OF_READERS, edgeOf, OF_READERS, targetOf } from '../model/graph.js';
import type { ShapeName } from '../model/definition.js';
import { KEPT_OF_CORROBORATION } from '../model/kept-corroboration.js';
import type { Condition, ListRead, Plan, Selection } from './plan.js';

/** Fields of a claim. */
export const SETTLED_FIELDS: ReadonlySet<string> = new Set([...KEPT_OF_CORROBORATION, 'readersDiffer', ...Object.values(OF_READERS)]);

/** Edges of a claim. */
const SETTLED_EDGES: ReadonlySet<string> = new Set(Object.entries(EDGES_OF_READERS).flat());

/** What must be settled: claims as they are, and as they were at these moments, epoch milliseconds. */
export interface Need {
  readonly moments: readonly number[];
}

/** Undefined where nothing must be. */
export function needOf(plan: Plan): Need | undefined {
  return needsSettled(plan) ? { moments: [...new Set([plan.asOf ?? [], momentsOf(plan)].flat())] } : undefined;
}

function needsSettled(plan: Plan): boolean {
  switch (plan.kind) {
    case 'list':
      return inList(plan.record, plan.list);
    case 'lists':
      return plan.lists.some((list) => inList(plan.record, list));
    case 'groups':
      return inCondition(plan.record, plan.where) || plan.path.fields.some((field) => isSettled(plan.record, field));
    case 'one':
      return inSelection(plan.selection);
    case 'nodes':
      return Object.values(plan.selections).some(inSelection);
    case 'matches':
      return plan.matches.some(({ record, where, selection }) => inCondition(record, where) || inSelection(selection));
    case 'wordCounts':
    case 'stats':
      return false;
  }
}

/** The earlier moments that anything in the plan is as of. */
function momentsOf(plan: Plan): readonly number[] {
  switch (plan.kind) {
    case 'list':
      return momentsOfList(plan.list);
    case 'lists':
      return plan.lists.flatMap(momentsOfList);
    case 'one':
      return momentsOfSelection(plan.selection);
    case 'nodes':
      return Object.values(plan.selections).flatMap(momentsOfSelection);
    case 'groups':
    case 'matches':
    case 'wordCounts':
    case 'stats':
      return [];
  }
}

const momentsOfList = ({ asOf, selection }: ListRead): readonly number[] => [asOf ?? [], momentsOfSelection(selection)].flat();

const momentsOfSelection = ({ edges }: Selection): readonly number[] =>
  edges.flatMap((edge) => (edge.kind === 'page' ? momentsOfList(edge.list) : [edge.asOf ?? [], momentsOfSelection(edge.selection)].flat()));

const isSettled = (shape: ShapeName, member: string): boolean =>
  shape === 'Claim' && (SETTLED_FIELDS.has(member) || SETTLED_EDGES.has(member));

function inList(shape: ShapeName, { where, order, selection }: ListRead): boolean {
  return order.some(({ field }) => isSettled(shape, field)) || inCondition(shape, where) || inSelection(selection);
}

function inSelection({ shape, fields, edges }: Selection): boolean {
  return (
    fields.some((field) => isSettled(shape, field)) ||
    edges.some(
      (edge) =>
        isSettled(shape, edge.edge) ||
        (edge.kind === 'page' ? inList(targetOf(edgeOf(shape, edge.edge)), edge.list) : inSelection(edge.selection)),
    )
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
      return isSettled(shape, condition.edge) || inCondition(targetOf(edgeOf(shape, condition.edge)), condition.condition);
    default:
      return isSettled(shape, condition.field);
  }
}
