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
  @Query(() => Citation, { nullable: true, description: 'One Citation, by its id or its key.' })
  citation(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Citation', info, { id, key, asOf });
  }

  @Query(() => CitationConnection(), { description: 'A page of Citation records.' })
  citations(@Args(() => CitationListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Citation', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Links a claim to a source: adds a citation, or brings the one of the same key to what is given.',
  })
  citeClaim(
    @Arg('input', () => ADD_INPUTS.Citation, { description: 'What the record is to be.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Citation', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Changes a Citation named by id or key: what is given is set, null clears it, all else stays.',
  })
  updateCitation(
    @Arg('input', () => CHANGE_INPUTS.Citation, { description: 'What is to change.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Citation', input, true);
  }
}
