/** Two pages of one list, of claims whose sort keys are as for everybody and of those that have others for readers, as one. */
import { compareCodePoints } from '../../model/values/text.js';
import type { ListRead, OrderKey, Position } from '../plan.js';
import type { PageRows } from '../rows.js';

export function mergedPage({ order, page }: ListRead, one: PageRows, other: PageRows): PageRows {
  const items = [...one.items, ...other.items].sort((a, b) => comparePositions(order, a.position, b.position));
  const isForward = page.direction === 'forward';
  const isMore = items.length > page.size;
  const kept = isForward ? items.slice(0, page.size) : items.slice(Math.max(0, items.length - page.size));
  return {
    items: kept,
    total: one.total === undefined || other.total === undefined ? undefined : one.total + other.total,
    hasNext: one.hasNext || other.hasNext || (isForward && isMore),
    hasPrevious: one.hasPrevious || other.hasPrevious || (!isForward && isMore),
  };
}

function comparePositions(order: readonly OrderKey[], a: Position, b: Position): number {
  for (const [index, { direction, nulls }] of order.entries()) {
    const [one, other] = [a.values[index] ?? null, b.values[index] ?? null];
    if (one === other) continue;
    if (one === null || other === null) return (one === null) === (nulls === 'FIRST') ? -1 : 1;
    const compared = typeof one === 'string' ? compareCodePoints(one, String(other)) : Number(one) - Number(other);
    if (compared !== 0) return direction === 'ASC' ? compared : -compared;
  }
  const compared = compareCodePoints(a.id, b.id);
  return order.at(-1)?.direction === 'DESC' ? -compared : compared;
}
