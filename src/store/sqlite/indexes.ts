/** The indexes of projected tables, from the model's table: one for every filter and every order the API documents. */
import type { FieldDefinition, PartName, RecordName } from '../../model/definition.js';
import { edgesOf, fieldOf, fieldsOf, shapeOf } from '../../model/graph.js';
import {
  absentExpression,
  columnOf,
  COPIED,
  embeddedPrefix,
  presentColumn,
  quoted,
  RETRACTED,
  SETTLED,
  SINCE,
  sortExpression,
  UNTIL,
} from './names.js';
import type { Table } from './schema.js';

/** The column lists of a table's indexes: one for every filter and every order the API documents. */
export function indexesOf(table: Table): string[] {
  if (table.owner) return partIndexes(table);
  const ofClaims =
    table.shape === 'Claim'
      ? [
          `"num") WHERE ("${SETTLED}" = 0`,
          // One predicate's claims about a hub, for owners and for contradictions (unsettle.ts, fetch.ts).
          '"subject", "predicate"',
          '"object", "predicate"',
        ]
      : [];
  return [...recordIndexes(table.shape as RecordName), ...ofClaims];
}

function recordIndexes(record: RecordName): string[] {
  const { order } = shapeOf(record);
  // Filters that leave many are followed by the default order, so that a page needs no sort.
  const inOrder = `${sortExpression('', fieldOf(record, order.field))}, "id", ${quoted(RETRACTED)}`;
  const indexes: string[] = [];
  for (const field of fieldsOf(record)) {
    if (field.order) {
      indexes.push(`${sortExpression('', field)}, "id"`);
      const absent = absentExpression('', field);
      if (absent) indexes.push(`${absent}, ${sortExpression('', field)}, "id"`);
    } else if (field.type === 'mark') indexes.push(`"num") WHERE (${quoted(columnOf('', field.name))} = 1`);
    // Nearly all have the usual value: an index would be for the others alone.
    else if (field.filter && !field.unique && field.usual === undefined) indexes.push(`${filterColumn(field, '')}, ${inOrder}`);
  }
  for (const edge of edgesOf(record)) {
    if (edge.kind === 'reference') indexes.push(`${quoted(columnOf('', edge.name))}, ${inOrder}`);
    if (edge.kind === 'embedded') indexes.push(...embeddedIndexes(edge.part, '', edge.name));
  }
  indexes.push(`"id") WHERE (${quoted(RETRACTED)} = 1`);
  return indexes;
}

function embeddedIndexes(part: PartName, prefix: string, edge: string): string[] {
  const inner = embeddedPrefix(prefix, edge);
  return fieldsOf(part)
    .filter((field) => field.filter)
    .map((field) => `${filterColumn(field, inner)}) WHERE (${quoted(presentColumn(prefix, edge))} = 1`);
}

function partIndexes(table: Table): string[] {
  const indexes = ['"owner", "position"'];
  for (const field of fieldsOf(table.shape))
    if (field.filter && field.type !== 'roles') indexes.push(`${filterColumn(field, '')}, "owner"`);
  for (const edge of edgesOf(table.shape)) {
    if (edge.kind === 'embedded')
      indexes.push(
        ...fieldsOf(edge.part)
          .filter((field) => field.filter)
          .map((field) => `${filterColumn(field, embeddedPrefix('', edge.name))}, "owner"`),
      );
    if (edge.kind !== 'reference') continue;
    const column = quoted(columnOf('', edge.name));
    indexes.push(
      table.sorted
        ? `${column}, "${COPIED.sort}", "${COPIED.id}", "roles", "${COPIED.retracted}", "owner", "${COPIED.sortUpper}", "${COPIED.sortDoubtful}"`
        : `${column}, "owner"`,
    );
  }
  return indexes;
}

function filterColumn(field: FieldDefinition, prefix: string): string {
  const name = columnOf(prefix, field.name);
  if (field.type === 'text') return quoted(`${name}_folded`);
  if (field.type === 'date') return quoted(`${name}_lower`);
  if (field.type === 'decimal') return quoted(`${name}_ordered`);
  return quoted(name);
}

/**
 * The past is entered by what a record is, or refers to; its other filters look at what that leaves. Each
 * index would be paid for by every write. Of what refers to a hub, most states ended before a moment that is
 * not long ago: they are passed over by when they ended, and what is left is sorted.
 */
export function pastIndexes(table: Table): string[] {
  const references = edgesOf(table.shape).flatMap((edge) =>
    edge.kind === 'reference' ? [`${quoted(columnOf('', edge.name))}, "${UNTIL}", "${SINCE}"`] : [],
  );
  if (table.owner) return ['"owner", "position"', ...references];
  const record = table.shape as RecordName;
  const order = `${sortExpression('', fieldOf(record, shapeOf(record).order.field))}, "id"`;
  const named = fieldsOf(record).flatMap((field) => (field.selectivity === 1 ? [quoted(columnOf('', field.name))] : []));
  const unsettled = record === 'Claim' ? [`"${SINCE}") WHERE ("${SETTLED}" = 0`] : [];
  return ['"num"', order, ...named, ...references, ...unsettled];
}
