/**
 * Arguments and variables as they were given, before anything is coerced: coercing is work, and what it
 * would refuse is refused after this. Nothing here throws.
 */
import { valueFromASTUntyped, type FieldNode, type GraphQLField, type OperationDefinitionNode } from 'graphql';

export type Given = Readonly<Record<string, unknown>>;

/** The variables of a request, and the defaults that the operation has for those that were left out. */
export function variablesOf(operation: OperationDefinitionNode, given: unknown): Given {
  const variables: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue) variables[variable.name.value] = valueFromASTUntyped(defaultValue);
  if (typeof given === 'object' && given !== null)
    for (const [name, value] of Object.entries(given)) if (value !== undefined) variables[name] = value;
  return variables;
}

export function argumentsOf({ args }: GraphQLField<unknown, unknown>, node: FieldNode, variables: Given): Given {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const { name, defaultValue } of args) {
    const given = node.arguments?.find((each) => each.name.value === name);
    const value = given ? valueFromASTUntyped(given.value, variables) : undefined;
    values[name] = value === undefined ? defaultValue : value;
  }
  return values;
}

/** A list, as GraphQL takes a value in a list's place: for a list of one (GraphQL specification, 3.11). */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
