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
  @Query(() => Predicate, { nullable: true, description: 'The predicate with this id or key.' })
  predicate(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Predicate', info, { id, key, asOf });
  }

  @Query(() => PredicateConnection(), { description: 'A page of predicates.' })
  predicates(@Args(() => PredicateListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Predicate', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Creates a predicate, or updates the one with this key. Repeating it changes nothing, and the outcome is UNCHANGED.',
  })
  addPredicate(
    @Arg('input', () => ADD_INPUTS.Predicate, { description: 'The content of the record.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Predicate', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description:
      'Updates a predicate, named by id or key. Given fields are set, null clears a field, and all other fields stay as they are.',
  })
  updatePredicate(
    @Arg('input', () => CHANGE_INPUTS.Predicate, { description: 'The changes.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Predicate', input, true);
  }
}
