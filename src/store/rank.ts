/** How well conditions narrow, by the table: which one a store should start from. */
import type { ShapeName } from '../model/definition.js';
import { edgeOf, fieldOf, shapeOf, targetOf } from '../model/graph.js';
import type { Condition } from '../plan/plan.js';

const RANK_OF_CONTAINS = 2;
const RANK_OF_RANGE = 3;
const RANK_OF_NOTHING = 9;
/** Past this, the rows named are so many that looking at each candidate is no worse. */
export const DRIVING_RANKS = 3;

/** How few rows a condition leaves: 1 one, 2 few, 3 a range, more: many. */
export function rank(shape: ShapeName, condition: Condition): number {
  switch (condition.kind) {
    case 'all':
      return Math.min(RANK_OF_NOTHING, ...condition.conditions.map((each) => rank(shape, each)));
    case 'any':
      return Math.max(0, ...condition.conditions.map((each) => rank(shape, each)));
    case 'not':
    case 'present':
    case 'roles':
      return RANK_OF_NOTHING;
    case 'contains':
      return RANK_OF_CONTAINS;
    case 'startsWith':
    case 'compare':
    case 'within':
      return RANK_OF_RANGE;
    case 'in':
    case 'language':
      return fieldOf(shape, condition.field).selectivity;
    case 'related': {
      const inner = rank(targetOf(edgeOf(shape, condition.edge)), condition.condition);
      // One record at the far end still has many here.
      return inner === 1 ? 2 : inner;
    }
  }
}

/** Whether the condition names at most one record. */
export function uniqueValue(shape: ShapeName, condition: Condition): boolean {
  if (condition.kind === 'all') return condition.conditions.length === 1 && uniqueValue(shape, condition.conditions[0]!);
  return condition.kind === 'in' && condition.values.length === 1 && Boolean(shapeOf(shape).fields[condition.field]?.unique);
}
