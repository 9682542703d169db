import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { CHANGESET_ITEMS_MAX, type OnProblem } from '../../model/changeset/changeset.js';
import type { RecordName } from '../../model/definition.js';
import { InputError } from '../../model/errors.js';
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
  @Mutation(() => ChangesetPayload, { nullable: true, description: 'Writes many changes in one transaction.' })
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
      'Retracts a record: it leaves every list but stays readable by id, with the reason. Nothing is deleted. Select impact to be told what loses support.',
  })
  async retract(
    @Arg('input', () => RetractInput, { description: 'Which record, and why.' }) input: { kind: RecordName; reference: string },
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Only say what it would take away; nothing is written.' })
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
    const impact = await impactOf(context, kind, record.id);
    if (!dryRun) return { ...(await setStatus('retract', input, context, info)), impact };
    const row = await context.written(kind, info, 'record', record.id);
    return { outcome: 'NOT_APPLIED', version: record.version, record: row && { ...row, record: kind }, impact };
  }

  @Mutation(() => StatusPayload, { nullable: true, description: 'Takes a retraction back.' })
  restore(
    @Arg('input', () => RestoreInput, { description: 'Which record.' }) input: { kind: RecordName },
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return setStatus('restore', input, context, info);
  }
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
