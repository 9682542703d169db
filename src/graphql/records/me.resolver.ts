/** Whoever asks, as the server knows them. */
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { CallerPermission, CallerRole } from '../enums.js';

@ObjectType({ description: 'Whoever asks: as whom, and what they may do.' })
class Me {
  @Field(() => String, { nullable: true, description: 'The name that is recorded on what they write; null where there is none.' })
  name!: string | null;
  @Field(() => Boolean, { description: 'Whether the request brought no token: the name is that of many then.' })
  anonymous!: boolean;
  @Field(() => CallerRole, { description: 'Their role.' })
  role!: string;
  @Field(() => [CallerPermission], { description: 'What they may do.' })
  permissions!: string[];
}

@Resolver()
export class MeResolver {
  @Query(() => Me, { description: 'Whoever asks: the name that is recorded, the role, and what it may do.' })
  me(@Ctx() context: RequestContext): Me {
    return context.caller;
  }
}
