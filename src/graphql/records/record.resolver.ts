/** The operations that every kind of record has: one by its name, a page, adding and changing. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver, type ClassType } from 'type-graphql';
import { itemName } from '../../model/changeset/input.js';
import type { RecordName } from '../../model/definition.js';
import type { RequestContext } from '../context.js';
import { AsOfArguments, type AsOf } from '../inputs/as-of.args.js';
import { LIST_ARGUMENTS } from '../inputs/list.args.js';
import { ADD_INPUTS, CHANGE_INPUTS } from '../inputs/record.input.js';
import { writeRecord } from '../mutations/answer.js';
import { payloadOf } from '../mutations/payload.type.js';
import { connectionOf } from './connection.type.js';
import { typeOf } from './named-types.js';

interface Words {
  /** The list of all. */
  readonly list: string;
  readonly add: string;
  readonly adds?: string;
}

const adds = (record: RecordName): string =>
  `Adds a ${record}, or brings the one of the same key to what is given. The same a second time changes nothing and says so.`;

/** How each kind of record is called in the API, beside its name. */
const WORDS: Readonly<Record<RecordName, Words>> = {
  Entity: { list: 'entities', add: 'addEntity' },
  Claim: { list: 'claims', add: 'addClaim' },
  Source: { list: 'sources', add: 'addSource' },
  Citation: {
    list: 'citations',
    add: 'citeClaim',
    adds: 'Links a claim to a source: adds a citation, or brings the one of the same key to what is given.',
  },
  ClaimLink: {
    list: 'claimLinks',
    add: 'linkClaims',
    adds: 'Links a claim to another; the same two claims and kind are one link.',
  },
  Predicate: { list: 'predicates', add: 'addPredicate' },
};

/** The resolver class of a kind of record. */
export function recordResolver(record: RecordName): Function {
  const words = WORDS[record];
  const [type, connection, payload] = [typeOf(record), connectionOf(record), payloadOf(record)];

  class RecordResolver {
    @Query(() => type, { name: itemName(record), nullable: true, description: `One ${record}, by its id or its key.` })
    one(
      @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
      @Arg('key', () => String, { nullable: true, description: 'Its key.' }) key: string | null | undefined,
      @Args(() => AsOfArguments) { asOf }: AsOf,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      return context.one(record, info, { id, key, asOf });
    }

    @Query(() => connection, { name: words.list, description: `A page of ${record} records.` })
    list(@Args(() => LIST_ARGUMENTS[record]) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
      return context.list(record, info);
    }

    @Mutation(() => payload, { name: words.add, nullable: true, description: words.adds ?? adds(record) })
    add(
      @Arg('input', () => ADD_INPUTS[record] as ClassType, { description: 'What the record is to be.' }) input: object,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      return writeRecord(context, info, record, input, false);
    }

    @Mutation(() => payload, {
      name: `update${record}`,
      nullable: true,
      description: `Changes a ${record} named by id or key: what is given is set, null clears it, all else stays.`,
    })
    update(
      @Arg('input', () => CHANGE_INPUTS[record] as ClassType, { description: 'What is to change.' }) input: object,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      return writeRecord(context, info, record, input, true);
    }
  }
  Resolver()(RecordResolver);
  return RecordResolver;
}
