/**
 * A page of records as one expression, whether it is the root or nested: `[[position, row]…]`, the
 * total, and whether there is more on either side. The page is cut before anything below it is read:
 * an inner query finds the row numbers, and only they are joined to what is selected.
 */
import type { RecordName } from '../../../model/definition.js';
import { edgeOf } from '../../../model/graph.js';
import { isUsualOrder } from '../../../plan/page.js';
import { isEverything, type ListRead } from '../../../plan/plan.js';
import { columnOf, COPIED, NO_DATE, partsTableOf, quoted, RETRACTED, tableOf } from '../names.js';
import { conditionSql } from './condition.js';
import { beyondSql, orderSql, positionColumns } from './order.js';
import { rowSql } from './row.js';
import { rowsOf } from './rows.js';
import type { Parent, Place, Statement } from './statement.js';

/** SQL text of a JSON array: [items, total | null, hasPrevious, hasNext]; the last two 0, 1 or null (the reader knows). */
export function pageSql(statement: Statement, record: RecordName, list: ListRead, parent?: Parent): string {
  return statement.at(list.asOf, () => {
    const { page } = list;
    const from: FromSql = (place, extra, tail) => fromSql(statement, record, list, place, parent, extra(place.alias), tail);
    const forward = page.direction === 'forward';
    const items = page.wants.items || page.wants.next || page.wants.previous ? itemsSql(statement, record, list, from, parent) : `'[]'`;
    const total = page.wants.total ? totalSql(statement, record, list, from, parent) : 'NULL';
    // What the page itself cannot tell: whether there is something on the side it was entered from.
    const behind = (position: typeof page.after, side: 'after' | 'before') => {
      if (!position) return '0';
      const place = placeOf(statement, record);
      return `EXISTS (SELECT 1 FROM ${from(place, (alias) => [beyondSql(statement, record, alias, list.order, position, side, true)])})`;
    };
    const previous = page.wants.previous && (forward || page.after) ? behind(page.after, 'before') : 'NULL';
    const next = page.wants.next && (!forward || page.before) ? behind(page.before, 'after') : 'NULL';
    return `('[' || ${items} || ',' || json_array(${total}, ${previous}, ${next}) || ']')`;
  });
}

function placeOf(statement: Statement, record: RecordName): Place {
  return { table: tableOf(record), alias: statement.alias(), prefix: '' };
}

type FromSql = (place: Place, extra: (alias: string) => string[], tail?: string) => string;

function itemsSql(statement: Statement, record: RecordName, list: ListRead, from: FromSql, parent: Parent | undefined): string {
  const { page, order } = list;
  const reversed = page.direction === 'backward';
  const limit = statement.parameter(page.size + 1);
  const edges = (alias: string) => [
    ...(page.after ? [beyondSql(statement, record, alias, order, page.after, 'after')] : []),
    ...(page.before ? [beyondSql(statement, record, alias, order, page.before, 'before')] : []),
  ];
  const found = walksParts(parent, list)
    ? walkedSql(statement, record, list, parent!, limit)
    : (() => {
        const place = placeOf(statement, record);
        const tail = ` ORDER BY ${orderSql(record, place.alias, order, reversed)} LIMIT ${limit}`;
        return `SELECT ${place.alias}."num" AS "num" FROM ${from(place, edges, tail)}`;
      })();
  const row = placeOf(statement, record);
  const key = statement.alias();
  const position = page.wants.positions === false ? `'null'` : `json_array(${positionColumns(record, row.alias, order).join(', ')})`;
  const item = `'[' || ${position} || ',' || ${rowSql(statement, list.selection, row)} || ']'`;
  const same = `${row.alias}."num" = ${key}."num"`;
  const items =
    statement.asOf === undefined
      ? `SELECT ${item} AS "item" FROM (${found}) ${key} CROSS JOIN ${quoted(row.table)} ${row.alias} ON ${same}`
      : // Looked up row by row: joined, the view would be gone through for every row.
        `SELECT (SELECT ${item} FROM ${rowsOf(statement, row, [same])}) AS "item" FROM (${found}) ${key}`;
  return `(SELECT '[' || coalesce(group_concat("item", ','), '') || ']' FROM (${items}))`;
}

function totalSql(statement: Statement, record: RecordName, list: ListRead, from: FromSql, parent: Parent | undefined): string {
  const unfiltered = isEverything(list.where);
  if (!parent && unfiltered && statement.asOf === undefined) {
    const counted = { EXCLUDE: '"active"', ONLY: '"retracted"', INCLUDE: '"active" + "retracted"' }[list.retracted];
    return `(SELECT ${counted} FROM "tally" WHERE "record" = '${record}')`;
  }
  if (unfiltered && parent && isSorted(parent)) {
    const part = statement.alias();
    return `(SELECT count(*) FROM ${walkFrom(statement, record, list, parent, part, [])})`;
  }
  const place = placeOf(statement, record);
  return `(SELECT count(*) FROM ${from(place, () => [])})`;
}

/** The list's records: linked to the parent, in force as asked, meeting the condition. */
function fromSql(
  statement: Statement,
  record: RecordName,
  list: ListRead,
  place: Place,
  parent: Parent | undefined,
  extra: readonly string[],
  tail?: string,
): string {
  const { alias } = place;
  const conditions = [
    ...(parent ? [linkSql(statement, parent, alias, list)] : []),
    ...retractedSql(`${alias}.${quoted(RETRACTED)}`, list),
    ...(isEverything(list.where)
      ? []
      : [conditionSql(statement, record, place, list.where, parent ? 'checking' : 'driving'), 'within_time()']),
    ...extra,
  ];
  return rowsOf(statement, place, conditions, tail);
}

function retractedSql(column: string, { retracted }: ListRead): string[] {
  return retracted === 'INCLUDE' ? [] : [`${column} = ${retracted === 'ONLY' ? 1 : 0}`];
}

/** True of the target's rows that belong to the parent. */
function linkSql(statement: Statement, { record, place, edge }: Parent, target: string, list: ListRead): string {
  const own = `${place.alias}."num"`;
  const part = (table: string) => ({ table, alias: statement.alias() });
  switch (edge.kind) {
    case 'inverse':
      return `${target}.${quoted(columnOf('', edge.via))} = ${own}`;
    case 'holders': {
      const found = part(partsTableOf(edge.to, edge.parts));
      const reference = `${found.alias}.${quoted(columnOf('', edge.reference))} = ${own}`;
      const roles = list.roles === undefined ? [] : [`(${found.alias}."roles" & ${statement.parameter(list.roles)}) <> 0`];
      return `${target}."num" IN (SELECT ${found.alias}."owner" FROM ${rowsOf(statement, found, [reference, ...roles])})`;
    }
    case 'through': {
      const found = part(partsTableOf(record, edge.parts));
      return `${target}."num" IN (SELECT ${found.alias}.${quoted(columnOf('', edge.reference))} FROM ${rowsOf(statement, found, [`${found.alias}."owner" = ${own}`])})`;
    }
    case 'across': {
      const first = edgeOf(record, edge.inverse);
      if (first.kind !== 'inverse') throw new Error(`${record}.${edge.inverse} is no inverse edge`);
      const found = part(tableOf(first.to));
      const column = (name: string) => `${found.alias}.${quoted(columnOf('', name))}`;
      const shown = list.forReaders ? [`${found.alias}."withheld" = 0`] : [];
      const conditions = [`${column(first.via)} = ${own}`, `${found.alias}.${quoted(RETRACTED)} = 0`, ...shown];
      return `${target}."num" IN (SELECT ${column(edge.reference)} FROM ${rowsOf(statement, found, conditions)})`;
    }
  }
}

const isSorted = ({ edge }: Parent): boolean => edge.kind === 'holders' && edge.sorted;

/**
 * An entity's claims in their usual order: the list of participants has the claim's sort key copied
 * onto it, so the index gives a hub's newest twenty without looking at the other hundred thousand.
 */
function walksParts(parent: Parent | undefined, { order }: ListRead): boolean {
  return parent !== undefined && isSorted(parent) && isUsualOrder(parent.edge.to, order);
}

function walkFrom(
  statement: Statement,
  record: RecordName,
  list: ListRead,
  { place, edge }: Parent,
  part: string,
  extra: readonly string[],
  tail?: string,
): string {
  if (edge.kind !== 'holders') throw new Error(`${edge.name} is no list of holders`);
  const conditions = [
    `${part}.${quoted(columnOf('', edge.reference))} = ${place.alias}."num"`,
    ...(list.roles === undefined ? [] : [`(${part}."roles" & ${statement.parameter(list.roles)}) <> 0`]),
    ...retractedSql(`${part}."${COPIED.retracted}"`, list),
    ...extra,
  ];
  return rowsOf(statement, { table: partsTableOf(record, edge.parts), alias: part }, conditions, tail);
}

function walkedSql(statement: Statement, record: RecordName, list: ListRead, parent: Parent, limit: string): string {
  const part = statement.alias();
  const { page, order, where } = list;
  const down = (order[0]!.direction === 'DESC') !== (page.direction === 'backward') ? 'DESC' : 'ASC';
  const sort = `${part}."${COPIED.sort}"`;
  const id = `${part}."${COPIED.id}"`;
  const conditions = [page.after && ([page.after, 'after'] as const), page.before && ([page.before, 'before'] as const)].flatMap((edge) => {
    if (!edge) return [];
    const [position, side] = edge;
    const operator = (order[0]!.direction === 'DESC') === (side === 'after') ? '<' : '>';
    return [
      `(${sort}, ${id}) ${operator} (${statement.parameter((position.values[0] as number | null) ?? NO_DATE)}, ${statement.parameter(position.id)})`,
    ];
  });
  if (!isEverything(where)) {
    const claim = placeOf(statement, record);
    const meets = [`${claim.alias}."num" = ${part}."owner"`, conditionSql(statement, record, claim, where, 'checking')];
    conditions.push(`EXISTS (SELECT 1 FROM ${rowsOf(statement, claim, meets)})`, 'within_time()');
  }
  const tail = ` ORDER BY ${sort} ${down}, ${id} ${down} LIMIT ${limit}`;
  return `SELECT ${part}."owner" AS "num" FROM ${walkFrom(statement, record, list, parent, part, conditions, tail)}`;
}
