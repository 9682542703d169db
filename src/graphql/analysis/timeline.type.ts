/** Timelines and counts. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { Node } from '../records/record.type.js';
import { EdtfDate } from '../scalars.js';
import { FirstArguments } from './first.args.js';

@ObjectType({ description: 'A day, month or year of a timeline.' })
export class TimelineBucket {
  @Computed(() => EdtfDate, { description: 'Which one.' })
  period!: string;
  @Computed(() => Int, { description: 'Claims that surely fall in it; of validity, that surely hold at some time in it.' })
  surely!: number;
  @Computed(() => Int, { description: 'Claims that may, besides: their dates are known less precisely.' })
  possibly!: number;
  @Computed(() => [typeOf('Claim')], {
    description: 'Its claims, in the usual order; also those that may fall in it, where they are spread.',
    arguments: () => FirstArguments,
  })
  claims!: unknown;
}

@ObjectType('Timeline', { description: 'Claims in time.' })
export class TimelineAnswer {
  @Computed(() => [TimelineBucket], { description: 'The buckets with anything in them, the earliest first.' })
  buckets!: unknown;
  @Computed(() => Int, { description: 'Claims with dates too vague for one bucket.' })
  imprecise!: number;
  @Computed(() => Int, { description: 'Claims without such a date.' })
  undated!: number;
  @Computed(() => Int, { description: 'All claims looked at.' })
  total!: number;
}

@ObjectType({ description: 'How many there are of one value.' })
export class CountOfValue {
  @Computed(() => String, { description: 'The value: an id, a word of an enum, a language, a month.' })
  value!: string;
  @Computed(() => Int, { description: 'How many.' })
  count!: number;
  @Computed(() => Node, { nullable: true, description: 'The record whose id the value is.' })
  record!: unknown;
}

@ObjectType({ description: 'How many there are of each value.' })
export class Counts {
  @Computed(() => Int, { description: 'All that were looked at; one may have several values, or none.' })
  total!: number;
  @Computed(() => [CountOfValue], { description: 'The most frequent first.' })
  groups!: unknown;
}
