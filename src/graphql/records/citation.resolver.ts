import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';
import { CitationListArguments } from '../inputs/list.args.js';
import { ADD_INPUTS, CHANGE_INPUTS } from '../inputs/record.input.js';
import { writeRecord } from '../mutations/answer.js';
import { payloadType } from '../mutations/payload.type.js';
import { Citation } from './citation.type.js';
import { CitationConnection } from './connections.js';

const Payload = payloadType('Citation', () => Citation);

@Resolver()
export class CitationResolver {
  @Query(() => Citation, { nullable: true, description: 'The citation with this id or key.' })
  citation(
    @Arg('id', () => ID, { nullable: true, description: 'The id of the record.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'The key of the record.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Citation', info, { id, key, asOf });
  }

  @Query(() => CitationConnection(), { description: 'A page of citations.' })
  citations(@Args(() => CitationListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Citation', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Links a claim to a source: creates a citation, or updates the one with this key.',
  })
  citeClaim(
    @Arg('input', () => ADD_INPUTS.Citation, { description: 'The content of the record.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Citation', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description:
      'Updates a citation, named by id or key. Given fields are set, null clears a field, and all other fields stay as they are.',
  })
  updateCitation(
    @Arg('input', () => CHANGE_INPUTS.Citation, { description: 'The changes.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Citation', input, true);
  }
}
