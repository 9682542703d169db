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

@ObjectType({ description: 'One new version of one record.' })
export class Change {
  @Field(() => Int, { description: 'Its place in the change log, counted from 1.' })
  position!: number;
  @Field(() => RecordKind, { description: 'The kind of record.' })
  kind!: string;
  @Field(() => ID, { description: "The record's id." })
  id!: string;
  @Field(() => Int, { description: 'The version that it made.' })
  version!: number;
  @Field(() => enumOf(fieldOf('Version', 'operation')), { description: 'What was done.' })
  operation!: string;
  @Field(() => DateTime, { description: 'When.' })
  recordedAt!: string;
  @Field(() => String, { nullable: true, description: 'By whom. Readers see a pseudonym.' })
  recordedBy?: string | null;
  @Field(() => String, { nullable: true, description: 'Why, where a reason was given.' })
  reason?: string | null;
  @Computed(() => Node, { description: 'The record as it is now.' })
  record!: unknown;
}

@ObjectType({ description: 'A stretch of the change log.' })
export class ChangeLog {
  @Field(() => [Change], { description: 'The changes, the oldest first.' })
  changes!: Change[];
  @Field(() => Int, { description: 'The last position looked at: give it as since to go on from here.' })
  position!: number;
  @Field(() => Boolean, { description: 'Whether the log goes on after position.' })
  hasMore!: boolean;
}

const ChangeWhere = defineInput('ChangeWhere', 'Which changes are meant; several conditions must all be met.', [
  { name: 'kinds', type: () => [RecordKind], description: 'Of records of these kinds.' },
  { name: 'records', type: () => [GraphQLID], description: 'Of these records, by id.' },
  { name: 'operations', type: () => [enumOf(fieldOf('Version', 'operation'))], description: 'Of these operations.' },
  { name: 'recordedBy', type: () => [String], description: 'By these, as recordedBy shows them.' },
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
      'What is written, as it is written: every change once, in the order of the change log. After a cut, give the last position seen as since.',
    subscribe: ({ args, context }: { args: FollowArguments; context: RequestContext }) => followed(args, context),
  })
  changed(
    @Root() change: LoggedChange,
    @Arg('since', () => Int, { nullable: true, description: 'Changes after this position; from now on where it is not given.' })
    _since: number | null | undefined,
    @Arg('where', () => ChangeWhere, { nullable: true, description: 'Only of these.' }) _where: ChangeFilter | null | undefined,
  ): Change {
    return shown(change);
  }

  @Query(() => ChangeLog, { description: 'What was written after a position of the change log.' })
  async changes(
    @Arg('since', () => Int, { defaultValue: 0, description: 'A position; 0 is the beginning.' }) since: number,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many changes are given, at most.' }) first: number,
    @Arg('kinds', () => [RecordKind], { nullable: true, description: 'Only of records of these kinds.' })
    kinds: readonly RecordName[] | null | undefined,
    @Arg('where', () => ChangeWhere, {
      nullable: true,
      description: 'Only of these: the first that meet it. Where hasMore is true, go on from position, also when few were found.',
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
