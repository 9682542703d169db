/**
 * A page of records as one expression: [[[position, row]…], [total, previous, next]]. The page is cut
 * before anything below it is read.
 */
import { int } from 'neo4j-driver';
import type { RecordName } from '../../../model/definition.js';
import { fieldOf } from '../../../model/graph.js';
import { isEverything, type ListRead } from '../../../plan/plan.js';
import { NO_DATE } from '../../no-date.js';
import { RETRACTED, sortExpression } from '../names.js';
import { conditionCypher, whereCypher } from './condition.js';
import { startCypher } from './drive.js';
import { enteredCypher, entriesOf, linkCypher, type Entry } from './link.js';
import { beyondCypher, orderCypher, positionCypher, type SortedBy } from './order.js';
import { rowCypher } from './row.js';
import type { Parent, Statement } from './statement.js';
import { totalCypher } from './total.js';

/** A root page as whole clauses that give one row. */
export function rootPageCypher(statement: Statement, record: RecordName, list: ListRead): string {
  return statement.at(list.asOf, () =>
    collects(list) ? collectedCypher(statement, record, list) : `RETURN ${pageCypher(statement, record, { ...list, asOf: undefined })}`,
  );
}

export function pageCypher(statement: Statement, record: RecordName, list: ListRead, parent?: Parent): string {
  return statement.at(list.asOf, () => listCypher(statement, record, list, parent));
}

function listCypher(statement: Statement, record: RecordName, list: ListRead, parent: Parent | undefined): string {
  const { page } = list;
  const items = wantsItems(list) ? itemsCypher(statement, record, list, parent) : '[]';
  const counted = () => {
    const alias = statement.variable();
    const { clauses, repeats } = matchCypher(statement, record, list, alias, parent, []);
    return `COUNT { ${clauses} RETURN ${repeats ? 'DISTINCT ' : ''}${alias} }`;
  };
  const total = page.wants.total ? (totalCypher(statement, record, list, parent) ?? counted()) : 'null';
  return `[${items}, [${total}, ${sidesCypher(statement, record, list, parent)}]]`;
}

const wantsItems = ({ page: { wants } }: ListRead): boolean => wants.items || wants.next || wants.previous;
const collects = (list: ListRead): boolean => wantsItems(list) && list.page.wants.total && !isEverything(list.where);

/** Whether there is more before the page, and after it, where the page itself cannot tell. */
function sidesCypher(statement: Statement, record: RecordName, list: ListRead, parent: Parent | undefined): string {
  const { page } = list;
  const forward = page.direction === 'forward';
  const behind = (position: typeof page.after, side: 'after' | 'before') =>
    position ? behindCypher(statement, record, list, parent, position, side) : 'false';
  const previous = page.wants.previous && (forward || page.after) ? behind(page.after, 'before') : 'null';
  const next = page.wants.next && (!forward || page.before) ? behind(page.before, 'after') : 'null';
  return `${previous}, ${next}`;
}

/**
 * Page and total of a filter: its records are found once, counted, and then cut. Only at the root: within
 * another expression Cypher takes the aggregation for the outer one's.
 */
function collectedCypher(statement: Statement, record: RecordName, list: ListRead): string {
  const alias = statement.variable();
  const found = statement.variable();
  const { clauses, repeats } = matchCypher(statement, record, list, alias, undefined, []);
  const edges = beyondEdges(statement, record, list, { alias, id: 'id' });
  const where = edges.length === 0 ? '' : ` WHERE ${edges.join(' AND ')}`;
  const items = `COLLECT { UNWIND ${found} AS ${alias} WITH ${alias}${where} ${cutCypher(statement, record, list, alias, { alias, id: 'id' })} }`;
  const sides = sidesCypher(statement, record, list, undefined);
  return `${clauses} WITH collect(${repeats ? 'DISTINCT ' : ''}${alias}) AS ${found} RETURN [${items}, [size(${found}), ${sides}]]`;
}

function itemsCypher(statement: Statement, record: RecordName, list: ListRead, parent: Parent | undefined): string {
  const alias = statement.variable();
  const entries = parent ? entriesOf(statement, parent, list, alias) : [];
  const [entry] = entries;
  if (entry && entries.length === 1) {
    const entered = enteredCypher(entry, alias, entryConditions(statement, record, list, entry, alias));
    return `COLLECT { ${entered} ${cutCypher(statement, record, list, alias, entry.by, entry.inOrder?.far)} }`;
  }
  if (entry) {
    const each = entries.map(
      (one) =>
        `COLLECT { ${enteredCypher(one, alias, entryConditions(statement, record, list, one, alias))} ${firstCypher(statement, record, list, alias, one.by, one.inOrder?.far)} RETURN ${alias} }`,
    );
    return `COLLECT { UNWIND ${each.join(' + ')} AS ${alias} ${cutCypher(statement, record, list, alias, { alias, id: 'id' })} }`;
  }
  const edges = beyondEdges(statement, record, list, { alias, id: 'id' });
  if (edges.length === 0 && !parent && statement.asOf === undefined) edges.push(...enterByOrder(record, alias, list));
  const { clauses, repeats } = matchCypher(statement, record, list, alias, parent, edges);
  const distinct = repeats ? `WITH DISTINCT ${alias} ` : '';
  return `COLLECT { ${clauses} ${distinct}${cutCypher(statement, record, list, alias, { alias, id: 'id' })} }`;
}

function entryConditions(statement: Statement, record: RecordName, list: ListRead, entry: Entry, alias: string): string[] {
  return [...inForce(list, entry.carrier), ...filterOf(statement, record, list, alias), ...entryEdges(statement, record, list, entry)];
}

/** Sorted and cut. An index that gives the order wants all of its columns named. */
function firstCypher(statement: Statement, record: RecordName, list: ListRead, alias: string, by: SortedBy, far?: string): string {
  const { page, order } = list;
  const reversed = page.direction === 'backward';
  const first = far === undefined ? '' : `${far} ${(order[0]!.direction === 'DESC') === reversed ? 'ASC' : 'DESC'}, `;
  return `WITH ${alias} ORDER BY ${first}${orderCypher(record, by, order, reversed)} LIMIT ${statement.parameter(int(page.size + 1))}`;
}

/** And only then read. */
function cutCypher(statement: Statement, record: RecordName, list: ListRead, alias: string, by: SortedBy, far?: string): string {
  const { page, order } = list;
  const row = rowCypher(statement, list.selection, { alias, prefix: '' });
  const position = page.wants.positions === false ? 'null' : positionCypher(record, alias, order);
  return `${firstCypher(statement, record, list, alias, by, far)} RETURN [${position}, ${row}]`;
}

/** Whether something lies on the side that the page was entered from. */
function behindCypher(
  statement: Statement,
  record: RecordName,
  list: ListRead,
  parent: Parent | undefined,
  position: NonNullable<ListRead['page']['after']>,
  side: 'after' | 'before',
): string {
  const alias = statement.variable();
  const entries = parent ? entriesOf(statement, parent, list, alias) : [];
  if (entries.length > 0) {
    const each = entries.map((entry) => {
      const beyond = beyondCypher(statement, record, entry.by, list.order, position, side, true);
      return `EXISTS { ${enteredCypher(entry, alias, [...inForce(list, entry.carrier), ...filterOf(statement, record, list, alias), beyond])} }`;
    });
    return `(${each.join(' OR ')})`;
  }
  const beyond = beyondCypher(statement, record, { alias, id: 'id' }, list.order, position, side, true);
  return `EXISTS { ${matchCypher(statement, record, list, alias, parent, [beyond]).clauses} RETURN ${alias} }`;
}

function beyondEdges(statement: Statement, record: RecordName, { page, order }: ListRead, by: SortedBy): string[] {
  return [
    ...(page.after ? [beyondCypher(statement, record, by, order, page.after, 'after')] : []),
    ...(page.before ? [beyondCypher(statement, record, by, order, page.before, 'before')] : []),
  ];
}

/** The page's edges, or what is always true of the sort key: the index gives its order only when it is entered by it. */
function entryEdges(statement: Statement, record: RecordName, list: ListRead, entry: Entry): string[] {
  const edges = beyondEdges(statement, record, list, entry.by);
  return edges.length > 0 || !entry.inOrder ? edges : [`${entry.inOrder.sort} >= ${leastOf(record, list)}`];
}

/** A condition that is always true of the first sort key, and lets the planner walk its index in order. */
function enterByOrder(record: RecordName, alias: string, list: ListRead): string[] {
  const first = fieldOf(record, list.order[0]!.field);
  if (!isForReadersAlone(list.where) || !(first.required || first.type === 'date')) return [];
  return [`${sortExpression(alias, first)} >= ${leastOf(record, list)}`];
}

/** Nothing is asked of the records but that readers may see them: nearly all are. */
const isForReadersAlone = (where: ListRead['where']): boolean =>
  where.kind === 'all'
    ? where.conditions.every(isForReadersAlone)
    : where.kind === 'in' && (where.field === 'withheld' || where.field === 'readersDiffer') && where.values[0] === false;

function leastOf(record: RecordName, { order }: ListRead): string {
  const { type } = fieldOf(record, order[0]!.field);
  if (type === 'date') return String(NO_DATE);
  return type === 'text' || type === 'key' ? "''" : '0';
}

const inForce = ({ retracted }: ListRead, alias: string): string[] =>
  retracted === 'INCLUDE' ? [] : [`${alias}.${RETRACTED} = ${retracted === 'ONLY'}`];

/** The filter's conjuncts. */
function filterOf(statement: Statement, record: RecordName, { where }: ListRead, alias: string): string[] {
  const conjuncts = where.kind === 'all' ? where.conditions : [where];
  return conjuncts.map((each) => conditionCypher(statement, record, { alias, prefix: '' }, each));
}

/** MATCH … WHERE … that binds the alias to the list's records. */
function matchCypher(
  statement: Statement,
  record: RecordName,
  list: ListRead,
  alias: string,
  parent: Parent | undefined,
  extra: readonly string[],
): { clauses: string; repeats: boolean } {
  const retracted = inForce(list, alias);
  if (!parent) return startCypher(statement, record, alias, list.where, [...retracted, ...extra]);
  const { pattern, conditions, repeats } = linkCypher(statement, parent, alias, list);
  const all = [...conditions, ...retracted, ...filterOf(statement, record, list, alias), ...extra];
  return { clauses: `MATCH ${pattern}${whereCypher(alias, all)}`, repeats };
}
