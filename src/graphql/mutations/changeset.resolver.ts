import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import { CHANGESET_ITEMS_MAX, type OnProblem } from '../../model/changeset/changeset.js';
import type { RecordName } from '../../model/definition.js';
import { InputError } from '../../model/errors.js';
import { isId, normalId } from '../../model/values/text.js';
import type { EdgeSelection, Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import type { RequestContext } from '../context.js';
import { ChangesetInput, RestoreInput, RetractInput } from '../inputs/record.input.js';
import { changesetPayload, writeOne } from './answer.js';
import { ChangesetPayload, StatusPayload } from './payload.type.js';

interface ChangesetArgument {
  readonly key?: string;
  readonly onProblem?: OnProblem;
  readonly items: readonly object[];
}

@Resolver()
export class ChangesetResolver {
  @Mutation(() => ChangesetPayload, { nullable: true, description: 'Writes several changes in one transaction.' })
  async applyChangeset(
    @Arg('input', () => ChangesetInput, { description: 'The changes.' }) input: ChangesetArgument,
    @Ctx() context: RequestContext,
  ): Promise<ChangesetPayload> {
    const { key, onProblem, items } = input;
    if (items.length > CHANGESET_ITEMS_MAX)
      throw InputError.of('TOO_LONG', `the changeset has ${items.length} items`, ['input', 'items'], `at most ${CHANGESET_ITEMS_MAX}`);
    if (key !== undefined && key !== null && (key === '' || key.length > 300))
      throw InputError.of('BAD_KEY', 'the changeset key is empty or too long', ['input', 'key'], '1 to 300 characters');
    return changesetPayload(await context.write(items, { key: key ?? undefined, onProblem }));
  }

  @Mutation(() => StatusPayload, {
    nullable: true,
    description:
      'Retracts a record. It no longer appears in lists but stays readable by id, with the reason. Nothing is deleted. Select `impact` to see which claims lose support.',
  })
  async retract(
    @Arg('input', () => RetractInput, { description: 'The record to retract, and the reason.' }) input: {
      kind: RecordName;
      reference: string;
    },
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'If true, reports the impact and writes nothing.' })
    dryRun: boolean,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!dryRun && !context.selects(info, 'impact')) return setStatus('retract', input, context, info);
    const { kind, reference } = input;
    const record = await context.recordNamed(kind, reference);
    if (!record)
      throw InputError.of(
        'NOT_FOUND',
        `there is no ${kind} ${reference}`,
        ['input', 'reference'],
        'the id or key of a record of this kind',
      );
    // Asked before it is written: afterwards nothing is left to be taken away.
    const isMerged = await context.explore(() => isReadThroughAnother(kind, reference), undefined);
    const impact = isMerged ? null : await impactOf(context, kind, record.id);
    if (!dryRun) return { ...(await setStatus('retract', input, context, info)), impact };
    const row = await context.written(kind, info, 'record', record.id);
    return { outcome: 'NOT_APPLIED', version: record.version, record: row && { ...row, record: kind }, impact };
  }

  @Mutation(() => StatusPayload, { nullable: true, description: 'Undoes a retraction.' })
  restore(
    @Arg('input', () => RestoreInput, { description: 'Which record.' }) input: { kind: RecordName },
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return setStatus('restore', input, context, info);
  }
}

/** A merged record is out of the lists already: what is read through another falls with that one alone. */
function* isReadThroughAnother(kind: RecordName, reference: string): Generator<Plan, boolean, PlanRows> {
  const id = normalId(reference);
  const [by, value] = isId(id) ? (['id', id] as const) : (['key', reference] as const);
  const into: EdgeSelection = { kind: 'plain', slot: 'into', edge: 'mergedInto', selection: { shape: kind, fields: ['id'], edges: [] } };
  const edges = MERGEABLE.includes(kind) ? [into] : [];
  const rows = yield { kind: 'one', record: kind, by, value, selection: { shape: kind, fields: ['id', 'key'], edges } };
  return rows.kind === 'one' && rows.row !== null && (rows.row[by] !== value || Boolean(rows.row['into']));
}

/** Only citations and the sources they stand in hold claims up. */
function impactOf(context: RequestContext, kind: RecordName, id: string) {
  const analyses = context.analyses(undefined);
  if (kind === 'Source') return analyses.sourceImpact(id);
  return kind === 'Citation' ? analyses.citationImpact(id) : null;
}

async function setStatus(name: 'retract' | 'restore', input: { kind: RecordName }, context: RequestContext, info: GraphQLResolveInfo) {
  const { first } = await writeOne(context, name, input);
  const record = await context.written(input.kind, info, 'record', first.id!);
  return { outcome: first.status, version: first.version, record: record && { ...record, record: input.kind } };
}
