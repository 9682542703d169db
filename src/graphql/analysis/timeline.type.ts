/** Timelines and counts. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { Node } from '../records/record.type.js';
import { EdtfDate } from '../scalars.js';
import { FirstArguments } from './first.args.js';

@ObjectType({ description: 'A bucket of a timeline, such as a day, month or year.' })
export class TimelineBucket {
  @Computed(() => EdtfDate, { description: 'The day, month, year or other period of the bucket.' })
  period!: string;
  @Computed(() => Int, {
    description:
      'The number of claims whose date surely lies in the bucket. By validity, the number of claims that surely hold at some time in it.',
  })
  surely!: number;
  @Computed(() => Int, { description: 'The number of further claims that may lie in the bucket, because their dates are less precise.' })
  possibly!: number;
  @Computed(() => [typeOf('Claim')], {
    description: 'The claims in the bucket, in the default order. With SPREAD, claims that may lie in it are included.',
    arguments: () => FirstArguments,
  })
  claims!: unknown;
}

@ObjectType('Timeline', { description: 'A timeline of claims.' })
export class TimelineAnswer {
  @Computed(() => [TimelineBucket], { description: 'The buckets that are not empty, earliest first.' })
  buckets!: unknown;
  @Computed(() => Int, { description: 'The number of claims whose dates are too imprecise for one bucket.' })
  imprecise!: number;
  @Computed(() => Int, { description: 'The number of claims without such a date.' })
  undated!: number;
  @Computed(() => Int, { description: 'The number of all claims examined.' })
  total!: number;
}

@ObjectType({ description: 'The count for one value.' })
export class CountOfValue {
  @Computed(() => String, { description: 'The value: an id, an enum value, a language or a month.' })
  value!: string;
  @Computed(() => Int, { description: 'The count.' })
  count!: number;
  @Computed(() => Node, { nullable: true, description: 'The record, if the value is its id.' })
  record!: unknown;
}

@ObjectType({ description: 'The counts per value.' })
export class Counts {
  @Computed(() => Int, { description: 'The number of records examined. A record may have several values, or none.' })
  total!: number;
  @Computed(() => [CountOfValue], { description: 'The counts, most frequent value first.' })
  groups!: unknown;
}
