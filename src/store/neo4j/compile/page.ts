/** A page of records as one expression: [[[position, row]…], [total, previous, next]]. The page is cut before anything below it is read. */
import { int } from 'neo4j-driver';
import type { ListEdge, RecordName } from '../../../model/definition.js';
import { edgeOf, fieldOf } from '../../../model/graph.js';
import { EVERYTHING, type ListRead } from '../../../plan/plan.js';
import { NO_DATE } from '../../no-date.js';
import { RETRACTED, relationshipOf, sortExpression } from '../names.js';
import { PARTICIPANT_ROLES } from '../../../model/vocabulary.js';
import { conditionCypher, stepCypher } from './condition.js';
import { startCypher } from './drive.js';
import { beyondCypher, orderCypher, positionCypher } from './order.js';
import { rowCypher } from './row.js';
import type { Place, Statement } from './statement.js';

interface Parent {
  readonly record: RecordName;
  readonly place: Place;
  readonly edge: ListEdge;
}

export function pageCypher(statement: Statement, record: RecordName, list: ListRead, parent?: Parent): string {
  const { page } = list;
  const forward = page.direction === 'forward';
  const items = page.wants.items || page.wants.next || page.wants.previous ? itemsCypher(statement, record, list, parent) : '[]';
  const total = page.wants.total ? totalCypher(statement, record, list, parent) : 'null';
  const behind = (position: typeof page.after, side: 'after' | 'before') => {
    if (!position) return 'false';
    const alias = statement.variable();
    return `EXISTS { ${matchCypher(statement, record, list, alias, parent, [beyondCypher(statement, record, alias, list.order, position, side, true)]).clauses} }`;
  };
  const previous = page.wants.previous && (forward || page.after) ? behind(page.after, 'before') : 'null';
  const next = page.wants.next && (!forward || page.before) ? behind(page.before, 'after') : 'null';
  return `[${items}, [${total}, ${previous}, ${next}]]`;
}

function itemsCypher(statement: Statement, record: RecordName, list: ListRead, parent: Parent | undefined): string {
  const { page, order } = list;
  const alias = statement.variable();
  const edges = [
    ...(page.after ? [beyondCypher(statement, record, alias, order, page.after, 'after')] : []),
    ...(page.before ? [beyondCypher(statement, record, alias, order, page.before, 'before')] : []),
    ...(parent || edgesGiven(page) ? [] : enterByOrder(record, alias, list)),
  ];
  const { clauses, repeats } = matchCypher(statement, record, list, alias, parent, edges);
  const sorted = `WITH ${repeats ? 'DISTINCT ' : ''}${alias} ORDER BY ${orderCypher(record, alias, order, page.direction === 'backward')} LIMIT ${statement.parameter(int(page.size + 1))}`;
  return `COLLECT { ${clauses} ${sorted} RETURN [${positionCypher(record, alias, order)}, ${rowCypher(statement, list.selection, { alias, prefix: '' })}] }`;
}

const edgesGiven = (page: ListRead['page']): boolean => page.after !== undefined || page.before !== undefined;

/** A condition that is always true of the first sort key, and lets the planner walk its index in order. */
function enterByOrder(record: RecordName, alias: string, { order, where }: ListRead): string[] {
  const first = fieldOf(record, order[0]!.field);
  if (where !== EVERYTHING && !(where.kind === 'all' && where.conditions.length === 0)) return [];
  const least = first.type === 'date' ? NO_DATE : first.type === 'text' || first.type === 'key' ? "''" : '0';
  return first.required || first.type === 'date' ? [`${sortExpression(alias, first)} >= ${least}`] : [];
}

function totalCypher(statement: Statement, record: RecordName, list: ListRead, parent: Parent | undefined): string {
  const alias = statement.variable();
  const { clauses, repeats } = matchCypher(statement, record, list, alias, parent, []);
  return `COUNT { ${clauses} RETURN ${repeats ? 'DISTINCT ' : ''}${alias} }`;
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
  const retracted = list.retracted === 'INCLUDE' ? [] : [`${alias}.${RETRACTED} = ${list.retracted === 'ONLY'}`];
  if (!parent) return startCypher(statement, record, alias, list.where, [...retracted, ...extra]);
  const { pattern, conditions, repeats } = linkCypher(statement, parent, alias, list);
  const unfiltered = list.where.kind === 'all' && list.where.conditions.length === 0;
  const all = [
    ...conditions,
    ...retracted,
    ...(unfiltered ? [] : [conditionCypher(statement, record, { alias, prefix: '' }, list.where)]),
    ...extra,
  ];
  return { clauses: `MATCH ${pattern}${all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`}`, repeats };
}

function linkCypher(
  statement: Statement,
  { record, place, edge }: Parent,
  alias: string,
  list: ListRead,
): { pattern: string; conditions: string[]; repeats: boolean } {
  const { pattern, conditions } = stepCypher(statement, record, place.alias, edge, alias);
  // Whether the target itself is in force is the list's to say.
  const between = conditions.filter((condition) => !condition.startsWith(`${alias}.`));
  if (edge.kind !== 'holders' || list.roles === undefined) return { pattern, conditions: between, repeats: edge.kind !== 'inverse' };
  const part = statement.variable();
  const roles = PARTICIPANT_ROLES.filter((_, bit) => list.roles! & (1 << bit));
  return {
    pattern: `(${place.alias})<-[${part}:${relationshipOf(edge.to, edgeOf(edge.to, edge.parts))}]-(${alias}:${edge.to})`,
    conditions: [`any(role IN ${part}.rolesNames WHERE role IN ${statement.parameter(roles)})`],
    repeats: true,
  };
}
