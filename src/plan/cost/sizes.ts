/** How many values a field gives at most for one parent, by its arguments or those of the field around it. */
import type { GraphQLField } from 'graphql';
import { dateBounds } from '../../model/values/dates.js';
import { listOf, type Given } from './arguments.js';
import type { CostLimits } from './limits.js';
import { HISTORY_SIZE, LIST_SIZES } from './weights.js';

type SizeLimits = Pick<CostLimits, 'pageSizeDefault' | 'pageSizeMax' | 'timelineBucketsMax'>;

export function sizeOf(type: string, field: GraphQLField<unknown, unknown>, given: Given, around: Given, limits: SizeLimits): number {
  const names = new Set(field.args.map(({ name }) => name));
  if (names.has('ids')) return Math.max(1, listOf(given['ids']).length);
  if (names.has('first')) {
    const asked = [given['first'], given['last'], limits.pageSizeDefault].find((each) => typeof each === 'number');
    // Out of range is refused by whoever answers it, who says so better.
    return Math.min(limits.pageSizeMax, Math.max(1, asked as number));
  }
  if (field.name === 'history') return HISTORY_SIZE;
  if (type === 'PathSearch' && field.name === 'paths') return sizeGiven(around['limit']);
  if (type === 'Path' && field.name === 'hops') return sizeGiven(around['maxLength']);
  if (type === 'Timeline' && field.name === 'buckets') return Math.min(limits.timelineBucketsMax, bucketsBetween(around));
  return LIST_SIZES[type]?.[field.name] ?? 1;
}

/** Types whose lists are as long as an argument of the field around them says. */
export const SIZED_FROM_AROUND: ReadonlySet<string> = new Set(['PathSearch', 'Path', 'Timeline', 'TimelineBucket']);

/** Neither paths nor hops may be more than this many. */
const GIVEN_MAX = 20;
const sizeGiven = (value: unknown): number => (typeof value === 'number' ? Math.min(GIVEN_MAX, Math.max(1, value)) : 1);

const DAY = 86_400_000;
/** The shortest of each, in days. */
const DAYS: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7, MONTH: 28, QUARTER: 90, YEAR: 365, DECADE: 3_652 };

/** As many as a graph of some decades has, where an end is not given. */
const USUAL: Readonly<Record<string, number>> = { DAY: 1_000, WEEK: 500, MONTH: 250, QUARTER: 100, YEAR: 100, DECADE: 50 };

function bucketsBetween({ from, until, bucket }: Given): number {
  const [start, end] = [boundsOf(from), boundsOf(until)];
  const days = DAYS[String(bucket)];
  if (!start || !end || days === undefined) return USUAL[String(bucket)] ?? Infinity;
  return Math.max(1, Math.ceil((end.upper - start.lower) / (days * DAY)) + 1);
}

function boundsOf(date: unknown) {
  if (typeof date !== 'string') return undefined;
  const bounds = dateBounds(date.trim());
  return bounds.ok ? bounds.value : undefined;
}
