/** The claims of a timeline's bucket, as a condition. */
import type { Axis, Imprecise } from '../../analysis/timeline.js';
import { validWithin } from '../../plan/moment.js';
import type { Condition } from '../../plan/plan.js';
import { bothOf } from '../../plan/where.js';

/** What a bucket needs to list its claims. */
export interface BucketOf {
  readonly lower: number;
  readonly upper: number;
  readonly axis: Axis;
  readonly imprecise: Imprecise;
  readonly where: Condition;
}

export function bucketCondition({ axis, imprecise, where, lower, upper }: BucketOf): Condition {
  return bothOf(where, within(axis, imprecise, lower, upper));
}

function within(axis: Axis, imprecise: Imprecise, lower: number, upper: number): Condition {
  if (axis === 'VALID') return validWithin({ lower, upper });
  if (axis === 'SAID') return { kind: 'within', field: 'firstSaid', lower, upper, match: imprecise === 'SPREAD' ? 'POSSIBLY' : 'SURELY' };
  const between = [
    { kind: 'compare', field: 'createdAt', operator: '>=', value: lower },
    { kind: 'compare', field: 'createdAt', operator: '<=', value: upper },
  ] as const;
  return { kind: 'all', conditions: between };
}
