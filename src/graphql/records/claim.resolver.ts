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
  @Query(() => Claim, { nullable: true, description: 'The claim with this id or key.' })
  claim(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Claim', info, { id, key, asOf });
  }

  @Query(() => ClaimConnection(), { description: 'A page of claims.' })
  claims(@Args(() => ClaimListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Claim', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Creates a claim, or updates the one with this key. Repeating it changes nothing, and the outcome is UNCHANGED.',
  })
  addClaim(
    @Arg('input', () => ADD_INPUTS.Claim, { description: 'The content of the record.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Claim', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Updates a claim, named by id or key. Given fields are set, null clears a field, and all other fields stay as they are.',
  })
  updateClaim(
    @Arg('input', () => CHANGE_INPUTS.Claim, { description: 'The changes.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Claim', input, true);
  }
}
