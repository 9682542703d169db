import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { InputError } from '../../model/errors.js';
import type { RequestContext } from '../context.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';
import { Node } from './record.type.js';

const MOST_IDS = 100;

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'The record with this id, of any kind.' })
  async node(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Args(() => AsOfArguments) given: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return (await context.nodes(info, [id], given))[0];
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The records with these ids, of any kind and in the order of the ids. Null for an id that has no record.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Up to ${MOST_IDS} ids.` }) ids: string[],
    @Args(() => AsOfArguments) given: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (ids.length > MOST_IDS) throw InputError.of('TOO_LONG', `${ids.length} ids are requested`, ['nodes', 'ids'], `at most ${MOST_IDS}`);
    return context.nodes(info, ids, given);
  }
}
