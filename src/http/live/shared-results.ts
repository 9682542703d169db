/**
 * What followers of the same are told of one change is worked out once: a thousand clients with one
 * operation are one client's work, and a thousand messages.
 */
import { LRUCache } from 'lru-cache';
import type { ExecutionResult } from 'graphql';

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
