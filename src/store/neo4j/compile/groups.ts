/** Counts by value as clauses that give one row: [[[values], count]…], total. */
import { int } from 'neo4j-driver';
import type { FieldDefinition, ShapeName } from '../../../model/definition.js';
import { edgeOf, fieldOf } from '../../../model/graph.js';
import { DAY } from '../../../plan/groups.js';
import type { Plan } from '../../../plan/plan.js';
import { embeddedPrefix, presentProperty, propertyOf, RETRACTED } from '../names.js';
import { stepCypher } from './condition.js';
import { startCypher } from './drive.js';
import type { Place, Statement } from './statement.js';

const kept = (root: string, alias: string): string => (root === alias ? root : `${root}, ${alias}`);

export function groupsCypher(statement: Statement, { record, where, path, limit }: Extract<Plan, { kind: 'groups' }>): string {
  const root = statement.variable();
  const start = (alias: string) => {
    const { clauses, repeats } = startCypher(statement, record, alias, where, [`${alias}.${RETRACTED} = false`]);
    return `${clauses} WITH ${repeats ? 'DISTINCT ' : ''}${alias}`;
  };
  const { clauses, shape, place } = walked(statement, record, root, path.edges);
  const values = path.fields.flatMap((name) => valuesOf(fieldOf(shape, name), place));
  const group = `[${values.map(({ value }) => value).join(', ')}]`;
  const present = values.map(({ present: each }) => each).join(' AND ');
  const counted = path.edges.length === 0 ? `count(${root})` : `count(DISTINCT ${root})`;
  const total = statement.variable();
  return `CALL () { ${start(total)} RETURN count(${total}) AS total }
CALL () { ${start(root)} ${clauses} WITH ${kept(root, place.alias)} WHERE ${present} WITH ${group} AS values, ${counted} AS number ORDER BY number DESC, values LIMIT ${statement.parameter(int(limit))} RETURN collect([values, number]) AS groups }
RETURN [groups, total]`;
}

function walked(
  statement: Statement,
  record: ShapeName,
  root: string,
  edges: readonly string[],
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
    const where = [...held, ...conditions];
    clauses += ` MATCH ${pattern}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`} WITH ${kept(root, target.alias)}`;
    place = target;
    shape = edge.to;
  }
  return { clauses, shape, place };
}

function valuesOf(field: FieldDefinition, { alias, prefix }: Place): { value: string; present: string }[] {
  const property = `${alias}.${propertyOf(prefix, field.name)}`;
  // Of several dates each may be absent: that is a value too.
  if (field.type === 'date') return ['Lower', 'Upper'].map((bound) => ({ value: `${property}${bound}`, present: 'true' }));
  const value = field.type === 'instant' ? `${property} / ${DAY} * ${DAY}` : property;
  return [{ value, present: `${property} IS NOT NULL` }];
}
