/** The operations that every kind of record has: one by its name, a page, adding and changing. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver, type ClassType } from 'type-graphql';
import { itemName } from '../../model/changeset/input.js';
import type { RecordName } from '../../model/definition.js';
import { nounOf, pluralOf, withArticle } from '../../model/nouns.js';
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
  `Creates ${withArticle(record)}, or updates the one with this key. Repeating it changes nothing, and the outcome is UNCHANGED.`;

/** How each kind of record is called in the API, beside its name. */
const WORDS: Readonly<Record<RecordName, Words>> = {
  Entity: { list: 'entities', add: 'addEntity' },
  Claim: { list: 'claims', add: 'addClaim' },
  Source: { list: 'sources', add: 'addSource' },
  Citation: {
    list: 'citations',
    add: 'citeClaim',
    adds: 'Links a claim to a source: creates a citation, or updates the one with this key.',
  },
  ClaimLink: {
    list: 'claimLinks',
    add: 'linkClaims',
    adds: 'Links a claim to another. Two claims have at most one link of each kind.',
  },
  Predicate: { list: 'predicates', add: 'addPredicate' },
};

/** The resolver class of a kind of record. */
export function recordResolver(record: RecordName): Function {
  const words = WORDS[record];
  const [type, connection, payload] = [typeOf(record), connectionOf(record), payloadOf(record)];

  class RecordResolver {
    @Query(() => type, { name: itemName(record), nullable: true, description: `The ${nounOf(record)} with this id or key.` })
    one(
      @Arg('id', () => ID, { nullable: true, description: 'The id of the record.' }) id: string | null | undefined,
      @Arg('key', () => String, { nullable: true, description: 'The key of the record.' }) key: string | null | undefined,
      @Args(() => AsOfArguments) { asOf }: AsOf,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      return context.one(record, info, { id, key, asOf });
    }

    @Query(() => connection, { name: words.list, description: `A page of ${pluralOf(record)}.` })
    list(@Args(() => LIST_ARGUMENTS[record]) _arguments: object, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
      return context.list(record, info);
    }

    @Mutation(() => payload, { name: words.add, nullable: true, description: words.adds ?? adds(record) })
    add(
      @Arg('input', () => ADD_INPUTS[record] as ClassType, { description: 'The content of the record.' }) input: object,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      return writeRecord(context, info, record, input, false);
    }

    @Mutation(() => payload, {
      name: `update${record}`,
      nullable: true,
      description: `Updates ${withArticle(record)}, named by id or key. Given fields are set, null clears a field, and all other fields stay as they are.`,
    })
    update(
      @Arg('input', () => CHANGE_INPUTS[record] as ClassType, { description: 'The changes.' }) input: object,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      return writeRecord(context, info, record, input, true);
    }
  }
  Resolver()(RecordResolver);
  return RecordResolver;
}
