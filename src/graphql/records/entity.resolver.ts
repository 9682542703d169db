import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';
import { EntityListArguments } from '../inputs/list.args.js';
import { ADD_INPUTS, CHANGE_INPUTS } from '../inputs/record.input.js';
import { writeRecord } from '../mutations/answer.js';
import { payloadType } from '../mutations/payload.type.js';
import { Entity } from './entity.type.js';
import { EntityConnection } from './connections.js';

const Payload = payloadType('Entity', () => Entity);

@Resolver()
export class EntityResolver {
  @Query(() => Entity, { nullable: true, description: 'The entity with this id or key.' })
  entity(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
    @Args(() => AsOfArguments) { asOf }: AsOf,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.one('Entity', info, { id, key, asOf });
  }

  @Query(() => EntityConnection(), { description: 'A page of entities.' })
  entities(@Args(() => EntityListArguments) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.list('Entity', info);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Creates an entity, or updates the one with this key. Repeating it changes nothing, and the outcome is UNCHANGED.',
  })
  addEntity(
    @Arg('input', () => ADD_INPUTS.Entity, { description: 'The content of the record.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Entity', input, false);
  }

  @Mutation(() => Payload, {
    nullable: true,
    description: 'Updates an entity, named by id or key. Given fields are set, null clears a field, and all other fields stay as they are.',
  })
  updateEntity(
    @Arg('input', () => CHANGE_INPUTS.Entity, { description: 'The changes.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return writeRecord(context, info, 'Entity', input, true);
  }
}
