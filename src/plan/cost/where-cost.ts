/** The same limits for a `where` that comes without an operation, such as an export's. */
import type { ShapeName } from '../../model/definition.js';
import { InputError, type Path } from '../../model/errors.js';
import { ConditionWeigher } from './conditions.js';
import type { CostLimits } from './limits.js';
import { LIST } from './weights.js';

export type ConditionLimits = Pick<CostLimits, 'costMax' | 'conditionDepthMax'>;

/**
 * @param where as it was given, before it is coerced.
 * @throws {InputError} TOO_DEEP or TOO_COSTLY.
 */
export function refuseCostlyWhere(shape: ShapeName, where: unknown, limits: ConditionLimits, path: Path): void {
  const weigher = new ConditionWeigher();
  const { weight, depth, isNarrow } = weigher.weigh(shape, where);
  const heaviest = (by: 'weight' | 'depth'): Path => [...path, ...weigher.heaviest(shape, where, (weighed) => weighed[by])];
  if (depth > limits.conditionDepthMax)
    throw InputError.of(
      'TOO_DEEP',
      `where nests lists ${depth} deep, more than ${limits.conditionDepthMax}`,
      heaviest('depth'),
      'request less at a time, or raise CLAIMGRAPH_CONDITION_DEPTH_MAX',
    );
  const cost = Math.ceil(weight * (isNarrow ? LIST.NARROW : 1));
  if (cost > limits.costMax)
    throw InputError.of(
      'TOO_COSTLY',
      `where costs ${cost}, more than ${limits.costMax}`,
      heaviest('weight'),
      'conditions that match fewer records, or raise CLAIMGRAPH_COST_MAX',
    );
}
