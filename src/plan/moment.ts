/** The two time axes of a read: what the graph knew at a moment, and what was claimed to hold at a date. */
import { InputError, type Path } from '../model/errors.js';
import { EARLIEST, LATEST, type DateBounds, type DateClock } from '../model/values/date-bounds.js';
import { dateSpan, type DateSpan } from '../model/values/dates.js';
import { momentFrom } from '../model/values/moments.js';
import { EVERYTHING, type Condition } from './plan.js';

/** `asOf` as epoch milliseconds. Throws BAD_DATE on what is no moment. */
export function momentOf(given: string | null | undefined, path: Path): number | undefined {
  if (given === null || given === undefined) return undefined;
  const moment = /T.*(Z|[+-]\d{2}:?\d{2})$/i.test(given) ? momentFrom(given) : undefined;
  if (moment !== undefined) return moment;
  throw InputError.of('BAD_DATE', `"${given}" is not a point in time`, path, 'ISO 8601 with a zone, such as 2021-01-11T09:00:00Z');
}

/**
 * The claims that may hold at a date: an end that is not given is open, and one that is vague may lie on
 * either side.
 */
export function validAtCondition(given: string | null | undefined, path: Path): Condition {
  if (given === null || given === undefined) return EVERYTHING;
  const span = dateSpan(given.trim());
  if (!span.ok) throw InputError.of(span.refusal.code, span.refusal.message, path, span.refusal.hint);
  return validWithin(rangeOf(span.value, span.value));
}

/** The bounds that dates are asked to lie within, each on the clock that it is given by. */
export interface DateRange extends DateBounds {
  readonly lowerClock?: DateClock;
  readonly upperClock?: DateClock;
}

/** From the beginning of one date to the end of another; a date with a zone is a moment, one without is the calendar's. */
export const rangeOf = (start: DateSpan | undefined, end: DateSpan | undefined): DateRange => ({
  lower: start?.possible.lower ?? EARLIEST,
  upper: end?.possible.upper ?? LATEST,
  ...(start?.zones.lower === undefined ? {} : { lowerClock: 'INSTANT' }),
  ...(end?.zones.upper === undefined ? {} : { upperClock: 'INSTANT' }),
});

/** The claims that may hold at some time within the bounds, both inclusive. */
export function validWithin({ lower, upper, lowerClock, upperClock }: DateRange): Condition {
  const openOr = (field: string, range: DateRange): Condition => ({
    kind: 'any',
    conditions: [
      { kind: 'not', condition: { kind: 'present', field } },
      { kind: 'within', field, ...range, match: 'POSSIBLY' },
    ],
  });
  const until = { lower: EARLIEST, upper, ...(upperClock ? { upperClock } : {}) };
  const from = { lower, upper: LATEST, ...(lowerClock ? { lowerClock } : {}) };
  return { kind: 'all', conditions: [openOr('validFrom', until), openOr('validUntil', from)] };
}
