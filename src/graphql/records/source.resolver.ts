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
  @Query(() => Source, { nullable: true, description: 'The source with this id or key.' })
  source(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Source', info, { id, key, asOf });
  }

  @Query(() => SourceConnection(), { description: 'A page of sources.' })
  sources(@Args(() => SourceListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Source', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Creates a source, or updates the one with this key. Repeating it changes nothing, and the outcome is UNCHANGED.',
  })
  addSource(
    @Arg('input', () => ADD_INPUTS.Source, { description: 'The content of the record.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Source', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Updates a source, named by id or key. Given fields are set, null clears a field, and all other fields stay as they are.',
  })
  updateSource(
    @Arg('input', () => CHANGE_INPUTS.Source, { description: 'The changes.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Source', input, true);
  }
}
