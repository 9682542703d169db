/** The change log: what was written, in the order of writing, for those who keep a copy or a watch. */
import { GraphQLID } from 'graphql';
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { RecordName } from '../../model/definition.js';
import { InputError } from '../../model/errors.js';
import { enumOf, RecordKind } from '../enums.js';
import type { RequestContext } from '../context.js';
import { fieldOf } from '../../model/graph.js';
import { defineInput } from '../inputs/define.js';
import type { ChangeHeader as LoggedChange } from '../../store/store.js';
import type { ChangeFilter } from './change-filter.js';
import { searchChanges } from './change-search.js';
import { Computed } from '../members.js';
import { DateTime } from '../scalars.js';
import { Node } from './record.type.js';

@ObjectType({ description: 'A new version of a record.' })
export class Change {
  @Field(() => Int, { description: 'The position in the change log, counted from 1.' })
  position!: number;
  @Field(() => RecordKind, { description: 'The kind of record.' })
  kind!: string;
  @Field(() => ID, { description: 'The id of the record.' })
  id!: string;
  @Field(() => Int, { description: 'The version that the change made.' })
  version!: number;
  @Field(() => enumOf(fieldOf('Version', 'operation')), { description: 'The operation.' })
  operation!: string;
  @Field(() => DateTime, { description: 'When the change was made.' })
  recordedAt!: string;
  @Field(() => String, { nullable: true, description: 'Who made the change. Readers see a pseudonym.' })
  recordedBy?: string | null;
  @Field(() => String, { nullable: true, description: 'The reason, if one was given.' })
  reason?: string | null;
  @Computed(() => Node, { description: 'The record in its current state.' })
  record!: unknown;
}

@ObjectType({ description: 'A section of the change log.' })
export class ChangeLog {
  @Field(() => [Change], { description: 'The changes, oldest first.' })
  changes!: Change[];
  @Field(() => Int, { description: 'The last position examined. Pass it as `since` to continue from here.' })
  position!: number;
  @Field(() => Boolean, { description: 'Whether the log has changes after `position`.' })
  hasMore!: boolean;
}

const ChangeWhere = defineInput('ChangeWhere', 'A filter for changes. All of its conditions must be met.', [
  { name: 'kinds', type: () => [RecordKind], description: 'Only changes to records of these kinds.' },
  { name: 'records', type: () => [GraphQLID], description: 'Only changes to the records with these ids.' },
  { name: 'operations', type: () => [enumOf(fieldOf('Version', 'operation'))], description: 'Only changes made by these operations.' },
  { name: 'recordedBy', type: () => [String], description: 'Only changes made by these authors, named as in `recordedBy`.' },
]);

interface FollowArguments {
  readonly since?: number | null;
  readonly where?: ChangeFilter | null;
}

function followed({ since, where }: FollowArguments, context: RequestContext): AsyncGenerator<unknown, void> {
  // Before anything is followed, so that it is refused at once.
  if ((since ?? 0) < 0) throw InputError.of('BAD_INPUT', `since is ${since}`, ['changes', 'since'], '0, or a position of the change log');
  return context.follow({ since: since ?? undefined, where: where ?? undefined });
}

const shown = ({ record, recordedAt, recordedBy, reason, position, id, version, operation }: LoggedChange): Change => ({
  position,
  kind: record,
  id,
  version,
  operation,
  recordedAt: new Date(recordedAt).toISOString(),
  recordedBy: recordedBy ?? null,
  reason: reason ?? null,
  record: undefined,
});

@Resolver()
export class ChangesResolver {
  @Subscription(() => Change, {
    name: 'changes',
    description:
      'Sends every change when it is written, once and in the order of the change log. After an interruption, pass the last position you received as `since`.',
    subscribe: ({ args, context }: { args: FollowArguments; context: RequestContext }) => followed(args, context),
  })
  changed(
    @Root() change: LoggedChange,
    @Arg('since', () => Int, {
      nullable: true,
      description: 'Sends the changes after this position. By default, only new changes are sent.',
    })
    _since: number | null | undefined,
    @Arg('where', () => ChangeWhere, { nullable: true, description: 'Only these changes.' }) _where: ChangeFilter | null | undefined,
  ): Change {
    return shown(change);
  }

  @Query(() => ChangeLog, { description: 'The changes after a position in the change log.' })
  async changes(
    @Arg('since', () => Int, { defaultValue: 0, description: 'The position after which to begin. 0 is the start of the log.' })
    since: number,
    @Arg('first', () => Int, { defaultValue: 20, description: 'The maximum number of changes.' }) first: number,
    @Arg('kinds', () => [RecordKind], { nullable: true, description: 'Only changes to records of these kinds.' })
    kinds: readonly RecordName[] | null | undefined,
    @Arg('where', () => ChangeWhere, {
      nullable: true,
      description:
        'Only changes that meet these conditions. If `hasMore` is true, continue from `position`, even if few changes were found.',
    })
    where: ChangeFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ChangeLog> {
    if (since < 0) throw InputError.of('BAD_INPUT', `since is ${since}`, ['changes', 'since'], '0, or a position of the change log');
    if (first < 1 || first > context.pageSizeMax)
      throw InputError.of('BAD_PAGE', `first is ${first}`, ['changes', 'first'], `1 to ${context.pageSizeMax}`);
    const conditions = [kinds ? { kinds } : undefined, where];
    const search = { since, first, most: context.changesMax, where: conditions };
    const { changes, position, hasMore } = await searchChanges((after, limit) => context.changes(after, limit), search);
    return { changes: changes.map(shown), position, hasMore };
  }
}
