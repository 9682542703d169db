/** When things were said, held or recorded, and how many there are of what. */
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { timelineOf, type Axis, type Bucket, type Imprecise, type Timeline } from '../../analysis/timeline.js';
import { InputError, type Path } from '../../model/errors.js';
import { dateSpan, onCalendar } from '../../model/values/dates.js';
import { GROUPS, type GroupKey, type GroupPath } from '../../plan/groups.js';
import { momentOf, validAtCondition } from '../../plan/moment.js';
import type { Condition } from '../../plan/plan.js';
import { carrying } from '../../plan/rows.js';
import { bothOf, whereCondition } from '../../plan/where.js';
import type { RequestContext } from '../context.js';
import { CitationCountsArguments, ClaimCountsArguments, TimelineArguments } from '../inputs/list.args.js';
import type { BucketOf } from './bucket.js';
import { Counts, TimelineAnswer } from './timeline.type.js';

/** Distinct dates that one timeline looks at. */
const DATES_MAX = 100_000;

const AXES: Record<Axis, GroupPath> = {
  SAID: { edges: [], fields: ['firstSaid'] },
  VALID: { edges: [], fields: ['validFrom', 'validUntil'] },
  RECORDED: { edges: [], fields: ['createdAt'] },
};

interface Counted {
  readonly where?: object | null;
  readonly validAt?: string | null;
  readonly asOf?: string | null;
}

interface TimelineGiven extends Counted {
  readonly by: Axis;
  readonly bucket: Bucket;
  readonly imprecise: Imprecise;
  readonly from?: string | null;
  readonly until?: string | null;
}

interface CountsGiven extends Counted {
  readonly by: GroupKey;
  readonly first: number;
}

@Resolver()
export class TimelineResolver {
  @Query(() => TimelineAnswer, {
    description:
      'A timeline of claims. A claim counts as sure in a bucket only if its whole date lies there. A claim with a less precise date is never assigned a day that its source does not give.',
  })
  async timeline(@Args(() => TimelineArguments) arguments_: object, @Ctx() context: RequestContext) {
    const given = arguments_ as TimelineGiven;
    const { by: axis, bucket, imprecise } = given;
    const where = conditionOf('Claim', given, 'timeline');
    const asOf = momentOf(given.asOf, ['timeline', 'asOf']);
    const bounds = (key: 'from' | 'until') => boundsOf(given[key], ['timeline', key]);
    const { groups, total } = await context.groups({ record: 'Claim', where, path: AXES[axis], limit: DATES_MAX, asOf });
    if (groups.length === DATES_MAX)
      throw InputError.of('TOO_COSTLY', `there are more than ${DATES_MAX} dates`, ['timeline', 'where'], 'narrow where');
    const options = {
      axis,
      bucket,
      imprecise,
      from: bounds('from')?.lower,
      until: bounds('until')?.upper,
      bucketsMax: context.timelineBucketsMax,
      clock: context.clock,
    };
    let timeline: Timeline;
    try {
      timeline = timelineOf(groups, total, options);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw InputError.of(
        'TOO_COSTLY',
        `the timeline has ${error.message}`,
        ['timeline', 'bucket'],
        'a larger bucket, from and until, or raise CLAIMGRAPH_TIMELINE_BUCKETS_MAX',
      );
    }
    const buckets = timeline.buckets.map(({ period, ...counts }) => ({
      ...counts,
      period: period.text,
      of: { lower: period.lower, upper: period.upper, axis, imprecise, where } satisfies BucketOf,
    }));
    return carrying({ ...timeline, buckets }, asOf);
  }

  @Query(() => Counts, {
    description: 'The number of claims by predicate, publisher, speaker and so on. Each claim counts once per value.',
  })
  claimCounts(@Args(() => ClaimCountsArguments) given: object, @Ctx() context: RequestContext) {
    return counts('Claim', given as CountsGiven, context, 'claimCounts');
  }

  @Query(() => Counts, { description: 'The number of citations by publisher, speaker, stance and so on.' })
  citationCounts(@Args(() => CitationCountsArguments) given: object, @Ctx() context: RequestContext) {
    return counts('Citation', given as CountsGiven, context, 'citationCounts');
  }
}

async function counts(record: 'Claim' | 'Citation', given: CountsGiven, context: RequestContext, field: string) {
  const { by, first } = given;
  if (first < 1 || first > context.pageSizeMax)
    throw InputError.of('BAD_PAGE', `first is ${first}`, [field, 'first'], `1 to ${context.pageSizeMax}`);
  const asOf = momentOf(given.asOf, [field, 'asOf']);
  const where = conditionOf(record, given, field);
  const path: GroupPath = GROUPS[record][by];
  const isMonth = by === 'MONTH';
  const { groups, total } = await context.groups({ record, where, path, limit: isMonth ? DATES_MAX : first, asOf });
  if (!isMonth) {
    const named = groups.map(({ values: [value], count }) => ({
      value: String(value),
      count,
      recordId: path.of ? String(value) : undefined,
    }));
    return carrying({ total, groups: named }, asOf);
  }
  const options = { axis: 'SAID', bucket: 'MONTH', imprecise: 'APART', bucketsMax: DATES_MAX, clock: context.clock } as const;
  // A month is counted as it is written: "about the 11th" is no reason to leave its month out.
  const written = groups.map(({ values: [lower, upper, , ...zones], count }) => ({ values: [lower!, upper!, 0, ...zones], count }));
  const { buckets } = timelineOf(written, total, options);
  const months = buckets.map(({ period, surely }) => ({ value: period.text, count: surely }));
  return { total, groups: months.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, first) };
}

function conditionOf(record: 'Claim' | 'Citation', { where, validAt }: Counted, field: string): Condition {
  return bothOf(whereCondition(record, where as never, [field, 'where']), validAtCondition(validAt, [field, 'validAt']));
}

function boundsOf(date: string | null | undefined, path: Path) {
  if (date === null || date === undefined) return undefined;
  const span = dateSpan(date.trim());
  if (!span.ok) throw InputError.of(span.refusal.code, span.refusal.message, path, span.refusal.hint);
  return onCalendar(span.value);
}
