/**
 * What followers of the same are told of one change is worked out once: a thousand clients with one
 * operation are one client's work, and a thousand messages.
 */
import { LRUCache } from 'lru-cache';
import { Kind, print, visit, type DocumentNode, type ExecutionResult } from 'graphql';
import { sha256 } from '../../model/changeset/passages.js';

const RESULTS_KEPT = 2_000;
/** Milliseconds: a record in a result is as it is now. */
const RESULTS_KEPT_FOR = 1_000;

export class SharedResults {
  readonly #results = new LRUCache<string, Promise<ExecutionResult>>({ max: RESULTS_KEPT, ttl: RESULTS_KEPT_FOR });

  /** The result of an operation, by its name among those that are alike (operationIdentity), for a change. */
  of(operation: string, position: number, work: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    const key = `${operation} ${position}`;
    let result = this.#results.get(key);
    if (!result) this.#results.set(key, (result = work()));
    return result;
  }
}

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
