import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';
import { ClaimListArguments } from '../inputs/list.args.js';
import { ADD_INPUTS, CHANGE_INPUTS } from '../inputs/record.input.js';
import { writeRecord } from '../mutations/answer.js';
import { payloadType } from '../mutations/payload.type.js';
import { Claim } from './claim.type.js';
import { ClaimConnection } from './connections.js';

const Payload = payloadType('Claim', () => Claim);

@Resolver()
export class ClaimResolver {
  @Query(() => Claim, { nullable: true, description: 'One Claim, by its id or its key.' })
  claim(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Claim', info, { id, key, asOf });
  }

  @Query(() => ClaimConnection(), { description: 'A page of Claim records.' })
  claims(@Args(() => ClaimListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Claim', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Adds a Claim, or brings the one of the same key to what is given. The same a second time changes nothing and says so.',
  })
  addClaim(
    @Arg('input', () => ADD_INPUTS.Claim, { description: 'What the record is to be.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Claim', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Changes a Claim named by id or key: what is given is set, null clears it, all else stays.',
  })
  updateClaim(
    @Arg('input', () => CHANGE_INPUTS.Claim, { description: 'What is to change.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Claim', input, true);
  }
}
