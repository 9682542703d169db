/** Moments of the system clock, as ISO 8601 writes them. */
import { daysIn } from './date-bounds.js';

const DAY = /^([+-]?\d{4,6})-(\d{2})-(\d{2})/;

/** Epoch milliseconds; undefined of what is no moment, and of a day that there is not, which the clock would carry into the next month. */
export function momentFrom(text: string): number | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year !== undefined && Number(day) > daysIn(Number(year), Number(month) - 1)) return undefined;
  const moment = Date.parse(text);
  return Number.isFinite(moment) ? moment : undefined;
}
