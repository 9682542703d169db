import { Args, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { RecordKind } from '../enums.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';

@ObjectType({ description: 'How many records of a kind there are.' })
class Count {
  @Field(() => RecordKind, { description: 'The kind.' })
  kind!: string;
  @Field(() => Int, { description: 'Records in force.' })
  active!: number;
  @Field(() => Int, { description: 'Retracted records.' })
  retracted!: number;
}

@ObjectType({ description: 'The size of the graph.' })
class Stats {
  @Field(() => [Count], { description: 'How many records there are, by kind.' })
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
