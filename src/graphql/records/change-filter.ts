/** Which changes are meant: the conditions of the change log and of those who follow it. */
import type { ChangeHeader } from '../../store/store.js';

/** Several conditions must all be met; an absent one is. */
export interface ChangeFilter {
  readonly kinds?: readonly string[] | null | undefined;
  readonly records?: readonly string[] | null | undefined;
  readonly operations?: readonly string[] | null | undefined;
  readonly recordedBy?: readonly string[] | null | undefined;
}

/** What a subscription follows: changes after a position, or from now on. */
export interface Followed {
  readonly since: number | undefined;
  readonly where: ChangeFilter | undefined;
}

export function meets({ record, id, operation, recordedBy }: ChangeHeader, where: ChangeFilter | null | undefined): boolean {
  const among = (all: readonly string[] | null | undefined, value: string | undefined) =>
    !all || (value !== undefined && all.includes(value));
  return (
    !where ||
    (among(where.kinds, record) && among(where.records, id) && among(where.operations, operation) && among(where.recordedBy, recordedBy))
  );
}
