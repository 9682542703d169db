/** Which subscriptions have the same results. */
import { Kind, print, visit, type DocumentNode } from 'graphql';
import { sha256 } from '../../model/changeset/passages.js';

/** The same for operations whose results are the same for the same change: where one begins is no matter. */
export function operationIdentity(document: DocumentNode, variables: Readonly<Record<string, unknown>>, audience: string): string {
  const uses = new Map<string, number>();
  const beginnings = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
    Argument: ({ name, value }) => {
      if (name.value === 'since' && value.kind === Kind.VARIABLE) beginnings.add(value.name.value);
    },
  });
  const counted = Object.entries(variables).filter(([name]) => !(beginnings.has(name) && uses.get(name) === 1));
  return sha256(JSON.stringify([audience, print(document), counted.sort(([a], [b]) => (a < b ? -1 : 1))]));
}
