/** How much the variables of a request may hold, before any of them is coerced: coercing takes far longer than counting. */
import { OperationTypeNode } from 'graphql';
import { CHANGESET_ITEMS_MAX } from '../../model/changeset/changeset.js';
import { InputError } from '../../model/errors.js';
import type { CostLimits } from './limits.js';

interface Waiting {
  readonly value: unknown;
  readonly name: string | number;
  readonly within: Waiting | undefined;
}

/**
 * Counts lists and objects taken apart.
 * @throws {InputError} TOO_COSTLY past the number of values that such an operation may have; TOO_LONG for a list that no mutation takes.
 */
export function boundValues(
  operation: OperationTypeNode,
  variables: unknown,
  { variableValuesMax, mutationValuesMax }: Pick<CostLimits, 'variableValuesMax' | 'mutationValuesMax'>,
): void {
  const isMutation = operation === OperationTypeNode.MUTATION;
  const [most, setting] = isMutation
    ? ([mutationValuesMax, 'CLAIMGRAPH_MUTATION_VALUES_MAX'] as const)
    : ([variableValuesMax, 'CLAIMGRAPH_VARIABLE_VALUES_MAX'] as const);
  let count = 0;
  const waiting: Waiting[] = [{ value: variables, name: 'variables', within: undefined }];
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    const { value } = each;
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    if (isMutation && isList && value.length > CHANGESET_ITEMS_MAX)
      throw InputError.of(
        'TOO_LONG',
        `the list has ${value.length} values`,
        pathTo(each),
        `at most ${CHANGESET_ITEMS_MAX}, the items of a changeset; claimgraph import accepts files of any length`,
      );
    count += isList ? value.length : Object.keys(value).length;
    if (count > most)
      throw InputError.of(
        'TOO_COSTLY',
        `the variables hold more than ${most} values`,
        ['variables'],
        `${isMutation ? 'write' : 'request'} less at a time, or raise ${setting}`,
      );
    for (const [name, inner] of Object.entries(value as Record<string, unknown>))
      if (typeof inner === 'object') waiting.push({ value: inner, name: isList ? Number(name) : name, within: each });
  }
}

/** Values may be nested as deep as a body is long: a path is made only of the one that is refused. */
function pathTo(refused: Waiting): (string | number)[] {
  const path: (string | number)[] = [];
  for (let each: Waiting | undefined = refused; each; each = each.within) path.push(each.name);
  return path.toReversed();
}
