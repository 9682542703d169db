import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';
import { PredicateListArguments } from '../inputs/list.args.js';
import { ADD_INPUTS, CHANGE_INPUTS } from '../inputs/record.input.js';
import { writeRecord } from '../mutations/answer.js';
import { payloadType } from '../mutations/payload.type.js';
import { Predicate } from './predicate.type.js';
import { PredicateConnection } from './connections.js';

const Payload = payloadType('Predicate', () => Predicate);

@Resolver()
export class PredicateResolver {
  @Query(() => Predicate, { nullable: true, description: 'One Predicate, by its id or its key.' })
  predicate(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Predicate', info, { id, key, asOf });
  }

  @Query(() => PredicateConnection(), { description: 'A page of Predicate records.' })
  predicates(@Args(() => PredicateListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Predicate', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description:
      'Adds a Predicate, or brings the one of the same key to what is given. The same a second time changes nothing and says so.',
  })
  addPredicate(
    @Arg('input', () => ADD_INPUTS.Predicate, { description: 'What the record is to be.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Predicate', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Changes a Predicate named by id or key: what is given is set, null clears it, all else stays.',
  })
  updatePredicate(
    @Arg('input', () => CHANGE_INPUTS.Predicate, { description: 'What is to change.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Predicate', input, true);
  }
}
