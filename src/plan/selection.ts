/** GraphQL's selection sets, with fragments, aliases and @skip/@include worked out (GraphQL spec §6.3.2). */
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

export interface OperationContext {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** Every field selected on an object type, in order; the same response key may come several times. */
export function* selectedFields(
  context: OperationContext,
  type: GraphQLObjectType,
  set: SelectionSetNode | undefined,
  seen = new Set<string>(),
): Generator<FieldNode> {
  for (const selection of set?.selections ?? []) {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, context.variableValues);
    if (skip?.['if'] === true) continue;
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, context.variableValues);
    if (include?.['if'] === false) continue;
    if (selection.kind === Kind.FIELD) {
      yield selection;
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments[selection.name.value] : selection;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (seen.has(selection.name.value)) continue;
      seen.add(selection.name.value);
    }
    if (fragment && applies(context.schema, fragment, type)) yield* selectedFields(context, type, fragment.selectionSet, seen);
  }
}

function applies(
  schema: GraphQLSchema,
  fragment: Pick<FragmentDefinitionNode, 'typeCondition'> | { typeCondition?: undefined },
  type: GraphQLObjectType,
): boolean {
  if (!fragment.typeCondition) return true;
  const condition = typeFromAST(schema, fragment.typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
