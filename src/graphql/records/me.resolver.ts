/** Whoever asks, as the server knows them. */
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { CallerPermission, CallerRole } from '../enums.js';

@ObjectType({ description: 'The caller and what they may do.' })
class Me {
  @Field(() => String, { nullable: true, description: 'The name recorded on what the caller writes. Null if there is none.' })
  name!: string | null;
  @Field(() => Boolean, { description: 'Whether the request came without a token. The name is then shared by all such callers.' })
  anonymous!: boolean;
  @Field(() => CallerRole, { description: 'The role of the caller.' })
  role!: string;
  @Field(() => [CallerPermission], { description: 'The permissions of the caller.' })
  permissions!: string[];
}

@Resolver()
export class MeResolver {
  @Query(() => Me, { description: 'The caller: recorded name, role and permissions.' })
  me(@Ctx() context: RequestContext): Me {
    return context.caller;
  }
}
