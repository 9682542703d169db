/** What changed from one version of a record to the next, member by member. */
import { isDeepStrictEqual } from 'node:util';
import type { RecordDocument } from './changeset.js';

export interface Difference {
  /** The member's name in the table. */
  readonly member: string;
  /** Its content; null where it had none. */
  readonly before: unknown;
  readonly after: unknown;
}

/** In the order of the members' names; of a first version, all that it has. */
export function differencesBetween(before: RecordDocument | undefined, after: RecordDocument): Difference[] {
  const members = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].sort();
  return members
    .map((member) => ({ member, before: before?.[member] ?? null, after: after[member] ?? null }))
    .filter((difference) => !isDeepStrictEqual(difference.before, difference.after));
}
