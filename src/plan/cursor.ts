/**
 * Cursors: a record's sort values and its id, so that a page goes on from where the reader was,
 * whatever was inserted meanwhile. Opaque to clients; checked like any other input.
 */
import * as z from 'zod';
import type { RecordName } from '../model/definition.js';
import { InputError, type Path } from '../model/errors.js';
import { fieldOf } from '../model/graph.js';
import type { OrderKey, Position } from './plan.js';

const shape = z.tuple([z.string(), z.array(z.union([z.string().max(20_000), z.number(), z.null()])).max(10), z.string().max(300)]);

const orderName = (record: RecordName, order: readonly OrderKey[]): string =>
  [record, ...order.map(({ field, direction, nulls }) => `${field} ${direction} ${nulls}`)].join(',');

export function encodeCursor(record: RecordName, order: readonly OrderKey[], position: Position): string {
  return Buffer.from(JSON.stringify([orderName(record, order), position.values, position.id])).toString('base64url');
}

/** Throws BAD_CURSOR for anything this API did not give out for this very order. */
export function decodeCursor(record: RecordName, order: readonly OrderKey[], cursor: string, path: Path): Position {
  const wrong = (why: string) =>
    InputError.of('BAD_CURSOR', `the cursor ${why}`, path, 'a cursor from an answer for the same list with the same orderBy');
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw wrong('is not one of this API');
  }
  const parsed = shape.safeParse(decoded);
  if (!parsed.success) throw wrong('is not one of this API');
  const [name, values, id] = parsed.data;
  if (name !== orderName(record, order)) throw wrong('belongs to another list or order');
  const fits =
    values.length === order.length &&
    values.every((value, index) => value === null || typeof value === typeOf(record, order[index]!.field));
  if (!fits) throw wrong('is not one of this API');
  return { values, id };
}

function typeOf(record: RecordName, field: string): 'string' | 'number' {
  const { type } = fieldOf(record, field);
  return type === 'text' || type === 'key' || type === 'string' ? 'string' : 'number';
}
