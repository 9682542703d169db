/** Whether a role may send an operation at all: decided by its fields, before any work is done for its variables. */
import {
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { InputError } from '../../model/errors.js';
import { isAtLeast, type Role } from '../../model/roles.js';

/** Mutations that judge what others have written (model/roles.ts); to add and to correct is a contributor's. */
export const JUDGING_MUTATIONS: ReadonlySet<string> = new Set([
  'retract',
  'restore',
  'mergeEntities',
  'mergeSources',
  'unmerge',
  'splitEntity',
]);

interface Asked {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Why the role may not send it; undefined where it may. What the items of a changeset may be is decided when they are known. */
export function roleRefusal({ operation, fragments, variables }: Asked, role: Role): InputError | undefined {
  if (operation.operation !== OperationTypeNode.MUTATION) return undefined;
  for (const field of fieldsOf(operation.selectionSet, fragments)) {
    const { value: name } = field.name;
    if (name.startsWith('__') || isOnlyAsking(field, variables)) continue;
    const needed: Role = JUDGING_MUTATIONS.has(name) ? 'editor' : 'contributor';
    if (isAtLeast(role, needed)) continue;
    const what = needed === 'editor' ? name : 'write';
    return InputError.of('FORBIDDEN', `a ${role} may not ${what}; nothing was written`, [name], `the role ${needed}`);
  }
  return undefined;
}

/** A retraction that only says what it would take away. */
function isOnlyAsking({ name, arguments: given }: FieldNode, variables: Asked['variables']): boolean {
  const dryRun = name.value === 'retract' ? given?.find((each) => each.name.value === 'dryRun') : undefined;
  return dryRun !== undefined && valueFromASTUntyped(dryRun.value, variables) === true;
}

function* fieldsOf(
  set: SelectionSetNode,
  fragments: Asked['fragments'],
  seen: Set<SelectionSetNode> = new Set(),
): Generator<FieldNode, void> {
  if (seen.has(set)) return;
  seen.add(set);
  for (const each of set.selections) {
    if (each.kind === Kind.FIELD) yield each;
    else {
      const within = each.kind === Kind.INLINE_FRAGMENT ? each : fragments[each.name.value];
      if (within) yield* fieldsOf(within.selectionSet, fragments, seen);
    }
  }
}
