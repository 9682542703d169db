/** An operation taken apart by its root fields, with what each of them needs. */
import { parse, print, separateOperations, visit, type DefinitionNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { RandomOperation } from './random-query.js';

/** One operation for each root field. Of several that fail in one, the answer names the one that failed first. */
export function rootFieldsApart({ query, variables }: RandomOperation): RandomOperation[] {
  const { definitions, ...document } = parse(query);
  const [operation, ...fragments] = definitions as [OperationDefinitionNode, ...DefinitionNode[]];
  return operation.selectionSet.selections.map((field) => {
    const alone = { ...operation, selectionSet: { ...operation.selectionSet, selections: [field] } };
    const [needed] = Object.values(separateOperations({ ...document, definitions: [alone, ...fragments] }));
    const used = variablesOf(needed!);
    const declared = visit(needed!, { VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null) });
    const values = Object.entries(variables).filter(([name]) => used.has(name));
    return { query: print(declared), variables: Object.fromEntries(values) };
  });
}

function variablesOf(document: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}
