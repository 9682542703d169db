/** The change log by transactions. */
import { StoreError } from '../model/errors.js';

/** The change log's entries, those of one transaction together: each transaction is recorded at a moment of its own. */
export function* transactionsOf<T extends { readonly recordedAt: number }>(changes: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < changes.length;) {
    let end = start + 1;
    while (end < changes.length && changes[end]!.recordedAt === changes[start]!.recordedAt) end++;
    yield changes.slice(start, end);
    start = end;
  }
}

/** A log does not end where it did when it was decided to take it away. */
export const writtenMeanwhile = (): StoreError =>
  new StoreError('STORE_BUSY', 'the store has been written to in the meantime; nothing was removed, try again');
