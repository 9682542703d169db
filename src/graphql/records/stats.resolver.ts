import { Args, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { RecordKind } from '../enums.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';

@ObjectType({ description: 'The number of records of one kind.' })
class Count {
  @Field(() => RecordKind, { description: 'The kind of record.' })
  kind!: string;
  @Field(() => Int, { description: 'The number of records that are not retracted.' })
  active!: number;
  @Field(() => Int, { description: 'The number of retracted records.' })
  retracted!: number;
}

@ObjectType({ description: 'The size of the graph.' })
class Stats {
  @Field(() => [Count], { description: 'The number of records of each kind.' })
  records!: Count[];
}

@Resolver()
export class StatsResolver {
  @Query(() => Stats, { description: 'The size of the graph.' })
  async stats(@Args(() => AsOfArguments) given: AsOf, @Ctx() context: RequestContext): Promise<Stats> {
    const counts = await context.stats(given);
    return { records: counts.map(({ record, active, retracted }) => ({ kind: record, active, retracted })) };
  }
}
