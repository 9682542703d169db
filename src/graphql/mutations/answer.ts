/** A changeset's result as mutations give it: refused input is thrown, with the path in the caller's own words. */
import type { GraphQLResolveInfo } from 'graphql';
import type { ChangesetResult, ItemResult } from '../../model/changeset/changeset.js';
import { itemName } from '../../model/changeset/input.js';
import type { RecordName } from '../../model/definition.js';
import { InputError, printPath, type Path, type Problem } from '../../model/errors.js';
import type { RequestContext } from '../context.js';
import type { ChangesetPayload, ItemOutcome } from './payload.type.js';

/** Writes one record (and a claim's citations) and answers with it. */
export async function writeRecord(
  context: RequestContext,
  info: GraphQLResolveInfo,
  record: RecordName,
  input: object,
  mustExist: boolean,
) {
  const { outcomes, first } = await writeOne(context, itemName(record), { ...input, ...(mustExist ? { mustExist } : {}) });
  const member = itemName(record);
  return {
    outcome: first.status,
    version: first.version,
    outcomes,
    id: first.id!,
    [member]: await context.written(record, info, member, first.id!),
  };
}

/** Writes one item; throws InputError when it or anything given with it was refused. */
export async function writeOne(
  context: RequestContext,
  name: string,
  content: object,
): Promise<{ outcomes: ItemOutcome[]; first: ItemResult }> {
  const result = await context.write([{ [name]: content }]);
  // A mutation's input is the one item: items[0].entity.names is input.names.
  return { outcomes: outcomesOf(result, (path) => ['input', ...path.slice(3)]), first: result.results[0]! };
}

/** Throws InputError when anything was refused, with the paths as the input has them. */
export function outcomesOf({ results }: ChangesetResult, inInput: (path: Path) => Path): ItemOutcome[] {
  const problems = results.flatMap((each) => each.problems).map((problem): Problem => ({ ...problem, path: inInput(problem.path) }));
  if (problems.length > 0) throw new InputError(problems as [Problem, ...Problem[]]);
  return results.map((each) => outcomeOf(each, inInput));
}

export function changesetPayload({ applied, repeated, results }: ChangesetResult): ChangesetPayload {
  return { applied, repeated, outcomes: results.map((each) => outcomeOf(each, (path) => ['input', ...path])) };
}

function outcomeOf({ status, record, path, id, key, version, problems }: ItemResult, spell: (path: Path) => Path): ItemOutcome {
  return {
    outcome: status,
    kind: record,
    path: printPath(spell(path)),
    id: id ?? null,
    key: key ?? null,
    version: version ?? null,
    problems: problems.map((problem) => ({ ...problem, path: printPath(spell(problem.path)) })),
  };
}
