/** Which plans are done in a moment: a few records by name, or the first of an order. Others may look at many. */
import { isEverything, type ListRead, type Plan, type Selection } from './plan.js';

/** Records and pages, when every page is full; a millisecond's work or a few. */
const ROWS_MAX = 1_000;

/** Whether nothing in the plan is filtered, counted by value, searched for or of an earlier time, and it is small. */
export function isLookUp(plan: Plan): boolean {
  return plan.asOf === undefined && rowsOfPlan(plan) <= ROWS_MAX;
}

/** Rows of the answer at most; Infinity where the answer does not tell how many are looked at. */
function rowsOfPlan(plan: Plan): number {
  switch (plan.kind) {
    case 'one':
      return rowsOf(plan.selection);
    case 'nodes':
      return plan.ids.length * Math.max(...Object.values(plan.selections).map(rowsOf));
    case 'list':
      return rowsOfList(plan.list);
    case 'lists':
      return sum(plan.lists.map(rowsOfList));
    case 'stats':
      return 1;
    case 'groups':
    case 'matches':
      return Infinity;
  }
}

function rowsOf({ edges }: Selection): number {
  return (
    1 +
    sum(edges.map((edge) => (edge.kind === 'page' ? rowsOfList(edge.list) : edge.asOf === undefined ? rowsOf(edge.selection) : Infinity)))
  );
}

function rowsOfList({ asOf, where, page, selection }: ListRead): number {
  return asOf === undefined && isEverything(where) ? 1 + page.size * rowsOf(selection) : Infinity;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
