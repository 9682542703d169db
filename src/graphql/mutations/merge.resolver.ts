/** Two records of one thing, and one record of two. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Mergeable } from '../../model/changeset/canonical.js';
import { itemName } from '../../model/changeset/input.js';
import { InputError, type Path } from '../../model/errors.js';
import type { RequestContext } from '../context.js';
import { MergeManyInput, SplitEntityInput, UnmergeInput } from '../inputs/record.input.js';
import { outcomesOf, writeOne } from './answer.js';
import { mergePayloadOf, SplitPayload, StatusPayload } from './payload.type.js';

const MOST_DUPLICATES = 100;

interface MergeMany {
  readonly duplicates: readonly string[];
  readonly into: string;
  readonly reason: string;
}

const EntitiesMerged = mergePayloadOf('Entity');
const SourcesMerged = mergePayloadOf('Source');

@Resolver()
export class MergeResolver {
  @Mutation(() => EntitiesMerged, {
    nullable: true,
    description:
      'Merges duplicate entities into one, which is read in their place. Their ids and keys still resolve. `unmerge` restores every claim to the entity it had before.',
  })
  mergeEntities(
    @Arg('input', () => MergeManyInput, { description: 'The duplicates and the record into which they are merged.' }) input: MergeMany,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return merge('Entity', input, context, info);
  }

  @Mutation(() => SourcesMerged, { nullable: true, description: 'Says that sources are duplicates of one, like mergeEntities.' })
  mergeSources(
    @Arg('input', () => MergeManyInput, { description: 'The duplicates and the record into which they are merged.' }) input: MergeMany,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return merge('Source', input, context, info);
  }

  @Mutation(() => StatusPayload, {
    nullable: true,
    description: 'Undoes a merge. The record is separate again, with everything that belonged to it.',
  })
  async unmerge(
    @Arg('input', () => UnmergeInput, { description: 'Which record.' }) input: { kind: Mergeable },
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { first } = await writeOne(context, 'unmerge', input);
    const record = await context.written(input.kind, info, 'record', first.id!);
    return { outcome: first.status, version: first.version, record: record && { ...record, record: input.kind } };
  }

  @Mutation(() => SplitPayload, {
    nullable: true,
    description:
      'Splits an entity that describes two things. Creates a new entity and moves the given records to it. To undo the split, merge the new entity into the old one.',
  })
  async splitEntity(
    @Arg('input', () => SplitEntityInput, { description: 'The entity to split, the new entity, and the records to move.' }) input: object,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { outcomes, first } = await writeOne(context, 'split', input);
    return { outcomes, entity: await context.written('Entity', info, 'entity', first.id!) };
  }
}

async function merge(record: Mergeable, { duplicates, into, reason }: MergeMany, context: RequestContext, info: GraphQLResolveInfo) {
  if (duplicates.length < 1 || duplicates.length > MOST_DUPLICATES) {
    const message = `${duplicates.length} duplicates are given`;
    throw InputError.of('TOO_LONG', message, ['input', 'duplicates'], `1 to ${MOST_DUPLICATES}`);
  }
  const result = await context.write(duplicates.map((reference) => ({ merge: { kind: record, reference, into, reason } })));
  // items[2].merge.reference is input.duplicates[2].
  const inInput = ([, index, , member, ...rest]: Path): Path =>
    member === 'reference' || member === undefined ? ['input', 'duplicates', index!] : ['input', member, ...rest];
  const outcomes = outcomesOf(result, inInput);
  const member = itemName(record);
  return { outcomes, [member]: await context.written(record, info, member, result.results[0]!.id!) };
}
