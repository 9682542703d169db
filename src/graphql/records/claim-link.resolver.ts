import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';
import { ClaimLinkListArguments } from '../inputs/list.args.js';
import { ADD_INPUTS, CHANGE_INPUTS } from '../inputs/record.input.js';
import { writeRecord } from '../mutations/answer.js';
import { payloadType } from '../mutations/payload.type.js';
import { ClaimLink } from './claim-link.type.js';
import { ClaimLinkConnection } from './connections.js';

const Payload = payloadType('ClaimLink', () => ClaimLink);

@Resolver()
export class ClaimLinkResolver {
  @Query(() => ClaimLink, { nullable: true, description: 'The claim link with this id or key.' })
  claimLink(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('ClaimLink', info, { id, key, asOf });
  }

  @Query(() => ClaimLinkConnection(), { description: 'A page of claim links.' })
  claimLinks(@Args(() => ClaimLinkListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('ClaimLink', info);
  }

  @Mutation(() => Payload, { nullable: true, description: 'Links a claim to another. Two claims have at most one link of each kind.' })
  linkClaims(
    @Arg('input', () => ADD_INPUTS.ClaimLink, { description: 'The content of the record.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'ClaimLink', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description:
      'Updates a claim link, named by id or key. Given fields are set, null clears a field, and all other fields stay as they are.',
  })
  updateClaimLink(
    @Arg('input', () => CHANGE_INPUTS.ClaimLink, { description: 'The changes.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'ClaimLink', input, true);
  }
}
