/** Writes records into their projected tables: statements and bindings made from the model's table. */
import type Database from 'better-sqlite3';
import type { RecordDocument, StoredRecord } from '../../model/changeset/changeset.js';
import { derivedOf } from '../../model/changeset/documents.js';
import type { FieldDefinition, RecordName, ShapeName } from '../../model/definition.js';
import { edgesOf, fieldsOf } from '../../model/graph.js';
import { storedZone } from '../../model/values/date-bounds.js';
import { spanOf } from '../../model/values/dates.js';
import { decimalOrder } from '../../model/values/decimals.js';
import { fold } from '../../model/values/text.js';
import { isFilledLater } from '../filled-later.js';
import { columnOf, COPIED, DATE_PARTS, embeddedPrefix, presentColumn, quoted, SINCE, tableOf } from './names.js';
import { NOW, TABLES, type Table } from './schema.js';

type Binding = string | number | null;

export interface ProjectedRecord extends StoredRecord {
  readonly recordedAt: number;
  readonly recordedBy?: string | undefined;
  /** Who wrote its first version. */
  readonly createdBy?: string | undefined;
}

export class RowWriter {
  readonly #statements = new Map<string, Database.Statement>();

  constructor(private readonly database: Database.Database) {}

  /** Inserts the record's own row; with a number, under that number. Its parts follow by insertParts. */
  insert(record: ProjectedRecord, num?: number): number {
    const { names, places } = columnsOf(record.record);
    const sql = `INSERT INTO ${quoted(tableOf(record.record))} ("num", "${SINCE}", ${names.join(', ')}) VALUES (?, ${NOW}, ${places.join(', ')})`;
    const values = valuesOf(record.record, rowDocument(record));
    return Number(this.#statement(sql).run(num ?? null, ...values).lastInsertRowid);
  }

  /** Gives the row of an earlier version what this one says; what the first one said once stays. */
  update(record: ProjectedRecord, num: number): void {
    const { names, places } = columnsOf(record.record);
    const isSaidAgain = (_: unknown, index: number): boolean => !onceColumns(record.record).has(names[index]!);
    const set = names.map((name, index) => `${name} = ${places[index]}`).filter(isSaidAgain);
    const sql = `UPDATE ${quoted(tableOf(record.record))} SET ${[`"${SINCE}" = ${NOW}`, ...set].join(', ')} WHERE "num" = ?`;
    this.#statement(sql).run(...valuesOf(record.record, rowDocument(record)).filter(isSaidAgain), num);
  }

  /** Only what the record refers to; its version stays. */
  updateReferences(record: RecordName, document: RecordDocument, num: number): void {
    const references = edgesOf(record).flatMap((edge) => (edge.kind === 'reference' ? [edge] : []));
    const set = references.map(({ name, to }) => `${quoted(columnOf('', name))} = ${numberOf(to)}`);
    const sql = `UPDATE ${quoted(tableOf(record))} SET ${[`"${SINCE}" = ${NOW}`, ...set].join(', ')} WHERE "num" = ?`;
    this.#statement(sql).run(...references.map(({ name }) => (document[name] as string | undefined) ?? null), num);
  }

  insertParts(record: StoredRecord, projected: RecordDocument, num: number): void {
    this.replaceParts(record, projected, num, () => true, false);
  }

  /** Replaces the lists of parts that are other now. */
  replaceParts(record: StoredRecord, projected: RecordDocument, num: number, isOther: (list: string) => boolean, isThere = true): void {
    const document: RecordDocument = { ...projected, ...derivedOf(record.record, projected) };
    for (const table of partTables(record.record)) {
      if (!isOther(table.list!)) continue;
      if (isThere) this.#statement(`DELETE FROM ${quoted(table.name)} WHERE "owner" = ?`).run(num);
      this.#insertList(table, record, document[table.list!], num);
    }
  }

  #insertList(table: Table, record: StoredRecord, list: unknown, num: number): void {
    const parts = (list as RecordDocument[] | undefined) ?? [];
    if (parts.length === 0) return;
    const { names, places } = columnsOf(table.shape);
    const copied = table.sorted ? [`"${COPIED.id}"`, `"${COPIED.retracted}"`] : [];
    const sql = `INSERT INTO ${quoted(table.name)} (${['"owner"', '"position"', `"${SINCE}"`, ...copied, ...names].join(', ')}) VALUES (${['?', '?', NOW, ...copied.map(() => '?'), ...places].join(', ')})`;
    const statement = this.#statement(sql);
    parts.forEach((part, position) => {
      statement.run(num, position, ...(table.sorted ? [record.id, record.retraction ? 1 : 0] : []), ...valuesOf(table.shape, part));
    });
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }
}

const tablesByOwner = new Map<RecordName, Table[]>();

function partTables(record: RecordName): Table[] {
  let tables = tablesByOwner.get(record);
  if (!tables) tablesByOwner.set(record, (tables = TABLES.filter((table) => table.owner === record)));
  return tables;
}

/** What a row of the record is to have, by column; references by the id of what they lead to. */
export const expectedRow = (record: ProjectedRecord): Record<string, unknown> => expectedColumns(record.record, rowDocument(record));

/** The same of a part. */
export function expectedColumns(shape: ShapeName, document: RecordDocument): Record<string, unknown> {
  const values = valuesOf(shape, document);
  return Object.fromEntries(columnPairs(shape, '').map(([name], index) => [name, values[index]]));
}

/** Expressions that read these columns of `alias` back. */
export function selectedColumns(shape: ShapeName, alias: string, prefix = ''): string[] {
  const own = fieldsOf(shape)
    .filter(({ name }) => !isFilledLater(shape, name))
    .flatMap((field) => suffixesOf(field).map((suffix) => `${alias}.${quoted(columnOf(prefix, field.name) + suffix)}`));
  const edges = edgesOf(shape).flatMap((edge) => {
    const column = quoted(columnOf(prefix, edge.name));
    if (edge.kind === 'reference')
      return [`(SELECT x."id" FROM ${quoted(tableOf(edge.to))} x WHERE x."num" = ${alias}.${column}) AS ${column}`];
    if (edge.kind !== 'embedded') return [];
    return [
      `${alias}.${quoted(presentColumn(prefix, edge.name))}`,
      ...selectedColumns(edge.part, alias, embeddedPrefix(prefix, edge.name)),
    ];
  });
  return [...own, ...edges];
}

/** The document with what the store keeps beside it and what follows from it. */
function rowDocument(record: ProjectedRecord): RecordDocument {
  const { id, version, createdAt, createdBy, recordedAt, recordedBy, retraction } = record;
  const beside = { id, version, createdAt, createdBy, recordedAt, recordedBy, retraction };
  return { ...record.document, ...derivedOf(record.record, record.document), ...beside };
}

const onceByRecord = new Map<RecordName, ReadonlySet<string>>();

function onceColumns(record: RecordName): ReadonlySet<string> {
  let columns = onceByRecord.get(record);
  if (!columns) {
    const once = fieldsOf(record).filter((field) => field.once);
    onceByRecord.set(record, (columns = new Set(once.map(({ name }) => quoted(columnOf('', name))))));
  }
  return columns;
}

const numberOf = (record: RecordName): string => `(SELECT "num" FROM ${quoted(tableOf(record))} WHERE "id" = ?)`;
const columnsByShape = new Map<ShapeName, { names: string[]; places: string[] }>();

function columnsOf(shape: ShapeName): { names: string[]; places: string[] } {
  let columns = columnsByShape.get(shape);
  if (!columns) {
    const pairs = columnPairs(shape, '');
    columns = { names: pairs.map(([name]) => quoted(name)), places: pairs.map(([, place]) => place) };
    columnsByShape.set(shape, columns);
  }
  return columns;
}

function columnPairs(shape: ShapeName, prefix: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (const field of fieldsOf(shape)) {
    if (isFilledLater(shape, field.name)) continue;
    for (const suffix of suffixesOf(field)) pairs.push([columnOf(prefix, field.name) + suffix, '?']);
  }
  for (const edge of edgesOf(shape)) {
    if (edge.kind === 'reference') pairs.push([columnOf(prefix, edge.name), numberOf(edge.to)]);
    if (edge.kind === 'embedded')
      pairs.push([presentColumn(prefix, edge.name), '?'], ...columnPairs(edge.part, embeddedPrefix(prefix, edge.name)));
  }
  return pairs;
}

function suffixesOf(field: FieldDefinition): string[] {
  if (field.type === 'text') return ['', '_folded'];
  if (field.type === 'date') return ['', ...DATE_PARTS.map(({ suffix }) => suffix)];
  if (field.type === 'decimal') return ['', '_ordered'];
  return field.type === 'content' ? [] : [''];
}

function valuesOf(shape: ShapeName, document: RecordDocument | undefined): Binding[] {
  const values: Binding[] = [];
  for (const field of fieldsOf(shape)) {
    if (!isFilledLater(shape, field.name)) values.push(...fieldValues(field, document?.[field.name]));
  }
  for (const edge of edgesOf(shape)) {
    const value = document?.[edge.name];
    if (edge.kind === 'reference') values.push((value as string | undefined) ?? null);
    if (edge.kind === 'embedded') values.push(value ? 1 : 0, ...valuesOf(edge.part, value as RecordDocument | undefined));
  }
  return values;
}

function fieldValues(field: FieldDefinition, value: unknown): Binding[] {
  const absent = value === undefined || value === null;
  switch (field.type) {
    case 'text':
      return absent ? [null, ''] : [value as string, fold(value as string)];
    case 'date': {
      if (absent) return [null, ...DATE_PARTS.map((part) => part.absent)];
      const { possible, certain, zones } = spanOf(value as string);
      return [value as string, possible.lower, possible.upper, certain ? 0 : 1, storedZone(zones.lower), storedZone(zones.upper)];
    }
    case 'decimal':
      return absent ? [null, null] : [value as string, decimalOrder(value as string)];
    case 'boolean':
      return [absent ? null : value ? 1 : 0];
    case 'enums':
    case 'json':
      return [absent ? null : JSON.stringify(value)];
    case 'content':
      return [];
    default:
      return [absent ? (field.usual ?? null) : (value as string | number)];
  }
}
