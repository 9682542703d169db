/** Page and order arguments as their parts of a ListRead (GraphQL Cursor Connections Specification). */
import type { RecordName } from '../model/definition.js';
import { InputError, type Path } from '../model/errors.js';
import { shapeOf } from '../model/graph.js';
import { decodeCursor } from './cursor.js';
import type { OrderKey, PageRequest } from './plan.js';

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface PageLimits {
  readonly pageSizeDefault: number;
  readonly pageSizeMax: number;
}

export function pageRequest(
  record: RecordName,
  order: readonly OrderKey[],
  given: PageArguments,
  wants: PageRequest['wants'],
  limits: PageLimits,
  path: Path,
): PageRequest {
  const { first, last, after, before } = given;
  if (isGiven(first) && isGiven(last))
    throw InputError.of('BAD_PAGE', 'both first and last are given', [...path, 'last'], 'first to page forward, or last to page backward');
  const [name, asked] = isGiven(last) ? (['last', last] as const) : (['first', first ?? limits.pageSizeDefault] as const);
  if (asked < 0 || asked > limits.pageSizeMax) {
    throw InputError.of('BAD_PAGE', `${name} is ${asked}`, [...path, name], `0 to ${limits.pageSizeMax}`);
  }
  return {
    size: asked,
    direction: name === 'last' ? 'backward' : 'forward',
    after: isGiven(after) ? decodeCursor(record, order, after, [...path, 'after']) : undefined,
    before: isGiven(before) ? decodeCursor(record, order, before, [...path, 'before']) : undefined,
    wants,
  };
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null;

export interface OrderArgument {
  readonly field: string;
  readonly direction?: 'ASC' | 'DESC' | null;
  readonly nulls?: 'FIRST' | 'LAST' | null;
}

/** Whether this is the record's own order, either way round, with absent values at their natural end: stores keep it in an index. */
export function isUsualOrder(record: RecordName, order: readonly OrderKey[]): boolean {
  const [key, second] = order;
  return second === undefined && key!.field === shapeOf(record).order.field && (key!.nulls === 'FIRST') === (key!.direction === 'ASC');
}

const MOST_ORDER_KEYS = 4;

/** The order asked for, or the record's own; absent values come last unless asked otherwise. */
export function orderKeys(record: RecordName, given: readonly OrderArgument[] | null | undefined, path: Path): readonly OrderKey[] {
  if (!given || given.length === 0) {
    const { field, direction } = shapeOf(record).order;
    return [{ field, direction, nulls: 'LAST' }];
  }
  if (given.length > MOST_ORDER_KEYS)
    throw InputError.of('TOO_LONG', `orderBy has ${given.length} keys`, [...path, 'orderBy'], `at most ${MOST_ORDER_KEYS}`);
  const fields = given.map(({ field }) => field);
  const twice = fields.findIndex((field, index) => fields.indexOf(field) !== index);
  if (twice !== -1)
    throw InputError.of('DUPLICATE', `orderBy has ${fields[twice]} twice`, [...path, 'orderBy', twice, 'field'], 'each field once');
  return given.map(({ field, direction, nulls }) => ({ field, direction: direction ?? 'ASC', nulls: nulls ?? 'LAST' }));
}
