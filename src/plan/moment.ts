/** The two time axes of a read: what the graph knew at a moment, and what was claimed to hold at a date. */
import { InputError, type Path } from '../model/errors.js';
import { dateBounds, EARLIEST, LATEST } from '../model/values/dates.js';
import { EVERYTHING, type Condition } from './plan.js';

/** `asOf` as epoch milliseconds. Throws BAD_DATE on what is no moment. */
export function momentOf(given: string | null | undefined, path: Path): number | undefined {
  if (given === null || given === undefined) return undefined;
  const moment = /T.*(Z|[+-]\d{2}:?\d{2})$/i.test(given) ? Date.parse(given) : NaN;
  if (Number.isFinite(moment)) return moment;
  throw InputError.of('BAD_DATE', `"${given}" is no moment in time`, path, 'ISO 8601 with a zone, such as 2021-01-11T09:00:00Z');
}

/**
 * The claims that may hold at a date: an end that is not given is open, and one that is vague may lie on
 * either side.
 */
export function validAtCondition(given: string | null | undefined, path: Path): Condition {
  if (given === null || given === undefined) return EVERYTHING;
  const bounds = dateBounds(given.trim());
  if (!bounds.ok) throw InputError.of(bounds.refusal.code, bounds.refusal.message, path, bounds.refusal.hint);
  const { lower, upper } = bounds.value;
  return validWithin(lower, upper);
}

/** The claims that may hold at some time within the bounds, both inclusive. */
export function validWithin(lower: number, upper: number): Condition {
  const openOr = (field: string, from: number, until: number): Condition => ({
    kind: 'any',
    conditions: [
      { kind: 'not', condition: { kind: 'present', field } },
      { kind: 'within', field, lower: from, upper: until, match: 'POSSIBLY' },
    ],
  });
  return { kind: 'all', conditions: [openOr('validFrom', EARLIEST, upper), openOr('validUntil', lower, LATEST)] };
}
