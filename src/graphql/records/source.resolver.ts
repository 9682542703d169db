import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';
import { SourceListArguments } from '../inputs/list.args.js';
import { ADD_INPUTS, CHANGE_INPUTS } from '../inputs/record.input.js';
import { writeRecord } from '../mutations/answer.js';
import { payloadType } from '../mutations/payload.type.js';
import { Source } from './source.type.js';
import { SourceConnection } from './connections.js';

const Payload = payloadType('Source', () => Source);

@Resolver()
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: 'One Source, by its id or its key.' })
  source(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Source', info, { id, key, asOf });
  }

  @Query(() => SourceConnection(), { description: 'A page of Source records.' })
  sources(@Args(() => SourceListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Source', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Adds a Source, or brings the one of the same key to what is given. The same a second time changes nothing and says so.',
  })
  addSource(
    @Arg('input', () => ADD_INPUTS.Source, { description: 'What the record is to be.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Source', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Changes a Source named by id or key: what is given is set, null clears it, all else stays.',
  })
  updateSource(
    @Arg('input', () => CHANGE_INPUTS.Source, { description: 'What is to change.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Source', input, true);
  }
}
