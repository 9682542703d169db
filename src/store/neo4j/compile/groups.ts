/** Counts by value as clauses that give one row: [[[values], count]…], total. */
import { int } from 'neo4j-driver';
import type { EdgeDefinition, FieldDefinition, ShapeName } from '../../../model/definition.js';
import { edgeOf, fieldOf } from '../../../model/graph.js';
import { DAY } from '../../../plan/groups.js';
import type { Plan } from '../../../plan/plan.js';
import { DATE_PARTS, embeddedPrefix, isRelationship, presentProperty, propertyOf, relationshipOf, RETRACTED } from '../names.js';
import { orderedHoldersTo } from '../ordered-edges.js';
import { uniqueValue } from '../../rank.js';
import { stepCypher } from './condition.js';
import { startCypher } from './drive.js';
import type { Place, Statement } from './statement.js';

const kept = (root: string, alias: string): string => (root === alias ? root : `${root}, ${alias}`);

type Groups = Extract<Plan, { kind: 'groups' }>;

export function groupsCypher(statement: Statement, plan: Groups): string {
  const { record, where, path, limit } = plan;
  if (path.edges.length === 0) return ofCopies(statement, plan) ?? ofRecords(statement, plan);
  const root = statement.variable();
  const start = (alias: string) => {
    const { clauses, repeats } = startCypher(statement, record, alias, where, [`${alias}.${RETRACTED} = false`]);
    return `${clauses} WITH ${repeats ? 'DISTINCT ' : ''}${alias}`;
  };
  const { clauses, shape, place } = walked(statement, record, root, path.edges, plan.forReaders === true);
  const values = path.fields.flatMap((name) => valuesOf(fieldOf(shape, name), place));
  const group = `[${values.map(({ value }) => value).join(', ')}]`;
  const present = values.map(({ present: each }) => each).join(' AND ');
  const total = statement.variable();
  return `CALL () { ${start(total)} RETURN count(${total}) AS total }
CALL () { ${start(root)} ${clauses} WITH ${kept(root, place.alias)} WHERE ${present} WITH ${group} AS values, count(DISTINCT ${root}) AS number ORDER BY number DESC, values LIMIT ${statement.parameter(int(limit))} RETURN collect([values, number]) AS groups }
RETURN [groups, total]`;
}

/** By values of the records themselves: each is in one group, so that groups and total are one walk. */
function ofRecords(statement: Statement, { record, where, path, limit }: Groups): string {
  const root = statement.variable();
  const { clauses, repeats } = startCypher(statement, record, root, where, [`${root}.${RETRACTED} = false`]);
  const values = path.fields.flatMap((name) => valuesOf(fieldOf(record, name), { alias: root, prefix: '' }));
  const present = values.map(({ present: each }) => each).join(' AND ');
  const distinct = repeats ? ` WITH DISTINCT ${root}` : '';
  return `${clauses}${distinct} ${countedBy(statement, [...values.map(({ value }) => value), present], 'count(*)')} ${gathered(statement, limit)}`;
}

/**
 * When an entity's claims were first said: the dates stand copied on the relationships that lead to it, so
 * that no claim is looked at. Undefined where more than that is asked.
 */
function ofCopies(statement: Statement, { record, where, path, limit }: Groups): string | undefined {
  if (statement.asOf !== undefined || where.kind !== 'related' || where.condition.kind !== 'related') return undefined;
  const list = edgeOf(record, where.edge);
  if (list.kind !== 'parts' || !isRelationship(list.part)) return undefined;
  const far = edgeOf(list.part, where.condition.edge) as Extract<EdgeDefinition, { kind: 'reference' }>;
  const name = relationshipOf(record, list);
  const copies = orderedHoldersTo(record).find((each) => each.name === name && each.field === path.fields.join());
  if (!copies) return undefined;
  const there = statement.variable();
  const relationship = statement.variable();
  const found = statement.variable();
  const { clauses } = startCypher(statement, far.to, there, where.condition.condition, []);
  const bounds = copies.sortParts.map((each) => `${relationship}.${each}`);
  // A claim is found once for each of the entities that takes part in it.
  const counted = uniqueValue(far.to, where.condition.condition) ? 'count(*)' : `count(DISTINCT ${found})`;
  return `${clauses} MATCH (${there})<-[${relationship}:${name}]-(${found}) WHERE ${relationship}.${RETRACTED} = false ${countedBy(statement, [...bounds, 'true'], counted)} ${gathered(statement, limit)}`;
}

/** Grouped by single values, since a list of them is several times slower to compare; the last one says whether they are present. */
function countedBy(statement: Statement, values: readonly string[], counted: string): string {
  const names = values.map(() => statement.variable());
  const grouped = values.map((value, index) => `${value} AS ${names[index]}`).join(', ');
  return `WITH ${grouped}, ${counted} AS number WITH [${names.slice(0, -1).join(', ')}] AS values, ${names.at(-1)} AS present, number`;
}

const gathered = (statement: Statement, limit: number): string =>
  `ORDER BY number DESC, values WITH collect(CASE WHEN present THEN [values, number] END) AS groups, sum(number) AS total
RETURN [groups[..${statement.parameter(int(limit))}], total]`;

function walked(
  statement: Statement,
  record: ShapeName,
  root: string,
  edges: readonly string[],
  forReaders: boolean,
): { clauses: string; shape: ShapeName; place: Place } {
  let shape = record;
  let place: Place = { alias: root, prefix: '' };
  let clauses = '';
  for (const name of edges) {
    const edge = edgeOf(shape, name);
    if (edge.kind === 'embedded') {
      clauses += ` WITH ${kept(root, place.alias)} WHERE ${place.alias}.${presentProperty(place.prefix, edge.name)}`;
      place = { alias: place.alias, prefix: embeddedPrefix(place.prefix, edge.name) };
      shape = edge.part;
      continue;
    }
    if (edge.kind !== 'reference' && edge.kind !== 'inverse') throw new Error(`${shape}.${name}: no path of groups`);
    const { pattern, target, held, conditions } = stepCypher(statement, shape, place.alias, edge);
    const shown = forReaders && edge.kind === 'inverse' ? [`${target.alias}.withheld IS NULL`] : [];
    const where = [...held, ...conditions, ...shown];
    clauses += ` MATCH ${pattern}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`} WITH ${kept(root, target.alias)}`;
    place = target;
    shape = edge.to;
  }
  return { clauses, shape, place };
}

function valuesOf(field: FieldDefinition, { alias, prefix }: Place): { value: string; present: string }[] {
  const property = `${alias}.${propertyOf(prefix, field.name)}`;
  // Of several dates each may be absent: that is a value too.
  if (field.type === 'date') return DATE_PARTS.map(({ suffix }) => ({ value: `${property}${suffix}`, present: 'true' }));
  const value = field.type === 'instant' ? `${property} / ${DAY} * ${DAY}` : property;
  return [{ value, present: `${property} IS NOT NULL` }];
}
