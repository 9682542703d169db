/** The first changes of the log that meet a condition, within bounded work. */
import type { ChangeHeader } from '../../store/store.js';
import { meets, type ChangeFilter } from './change-filter.js';

/** Changes read at once while those that are meant are looked for. */
const SLICE = 500;

interface Search {
  readonly since: number;
  /** How many that meet the condition are wanted. */
  readonly first: number;
  /** How many are looked at, at most. */
  readonly most: number;
  /** All of them must be met. */
  readonly where: readonly (ChangeFilter | null | undefined)[];
}

export interface FoundChanges {
  readonly changes: readonly ChangeHeader[];
  /** The last one looked at. */
  readonly position: number;
  /** Whether the log goes on after it. */
  readonly hasMore: boolean;
}

/** `read` gives so many changes after a position. */
export async function searchChanges(
  read: (since: number, limit: number) => Promise<readonly ChangeHeader[]>,
  { since, first, most, where }: Search,
): Promise<FoundChanges> {
  const changes: ChangeHeader[] = [];
  const isAnyMeant = where.every((filter) => !filter);
  let position = since;
  for (let left = isAnyMeant ? first : Math.max(first, most); ;) {
    // One more than is looked at tells whether the log goes on.
    const size = Math.min(SLICE, left);
    const slice = await read(position, size + 1);
    for (const change of slice.slice(0, size)) {
      ({ position } = change);
      left--;
      if (where.every((filter) => meets(change, filter))) changes.push(change);
      if (changes.length === first) break;
    }
    const last = slice.at(-1)?.position ?? position;
    if (changes.length === first || left === 0 || slice.length <= size) return { changes, position, hasMore: last > position };
  }
}
