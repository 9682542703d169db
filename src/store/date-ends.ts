/** One end of a stored date on a clock (model/values/date-bounds.ts), as an expression that is SQL and Cypher alike. */
import { MINUTE, ZONE_AHEAD, ZONE_BASE, ZONE_BEHIND, type DateClock, type DateEnd } from '../model/values/date-bounds.js';

/** `moment` and `zone`: expressions of the bound and of its stored zone. */
export function endExpression(end: DateEnd, clock: DateClock, moment: string, zone: string): string {
  if (clock === 'CALENDAR') return `${moment} + CASE WHEN ${zone} = 0 THEN 0 ELSE (${zone} - ${ZONE_BASE}) * ${MINUTE} END`;
  return `${moment} + CASE WHEN ${zone} = 0 THEN ${end === 'lower' ? -ZONE_AHEAD : ZONE_BEHIND} ELSE 0 END`;
}

/**
 * What the bound itself is compared with, so that an index over it can be entered before its zone is looked at: every
 * bound that is at or beyond `limit` on a clock is at or beyond this.
 */
export const widestLimit = (operator: '>=' | '<=', limit: number): number => (operator === '>=' ? limit - ZONE_AHEAD : limit + ZONE_AHEAD);
