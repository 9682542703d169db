/** Counts by value as one SQL expression: [[[values], count]…], total. */
import type { FieldDefinition, RecordName, ShapeName } from '../../../model/definition.js';
import { edgeOf, fieldOf, shapeOf } from '../../../model/graph.js';
import { DAY } from '../../../plan/groups.js';
import type { Plan } from '../../../plan/plan.js';
import {
  columnOf,
  COPIED,
  DATE_PARTS,
  embeddedPrefix,
  partsTableOf,
  presentColumn,
  quoted,
  RETRACTED,
  SINCE,
  statesOf,
  tableOf,
  UNTIL,
} from '../names.js';
import { TABLES } from '../schema.js';
import { conditionSql } from './condition.js';
import type { Place, Statement } from './statement.js';

type Groups = Extract<Plan, { kind: 'groups' }>;

export function groupsSql(statement: Statement, plan: Groups): string {
  const { record, where, path, limit, forReaders } = plan;
  const copied = ofCopies(statement, plan);
  if (copied) return copied;
  const root = { table: tableOf(record), alias: statement.alias(), prefix: '' };
  const conditions = [`${root.alias}.${quoted(RETRACTED)} = 0`, conditionSql(statement, record, root, where, 'driving'), 'within_time()'];
  const walk = walked(statement, record, root, path.edges, forReaders === true);
  const values = path.fields.flatMap((name) => valuesOf(fieldOf(walk.shape, name), walk.place));
  const present = values.map(({ present: each }) => each);
  const columns = values.map(({ value }, index) => `${value} AS "v${index}"`).join(', ');
  const names = values.map((_, index) => `"v${index}"`).join(', ');
  const joined = [table(statement, root, []), ...walk.joins].join(' ');
  const inside = `SELECT ${root.alias}."num" AS "num", ${columns} FROM ${joined} WHERE ${[...held(statement, root), ...conditions, ...present].join(' AND ')}`;
  const counted = `SELECT json_array(json_array(${names}), count(DISTINCT "num")) AS "item" FROM (${inside}) GROUP BY ${names} ORDER BY count(DISTINCT "num") DESC, ${names} LIMIT ${statement.parameter(limit)}`;
  const total = statement.alias();
  const all = { ...root, alias: total };
  const whole = [`${total}.${quoted(RETRACTED)} = 0`, conditionSql(statement, record, all, where, 'driving')];
  return `(SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (SELECT count(*) FROM ${table(statement, all, [])} WHERE ${[...held(statement, all), ...whole].join(' AND ')}) || ']' FROM (${counted}))`;
}

/**
 * When an entity's claims were first said: the dates stand copied on the list by which they are found, and in
 * its index, so that no claim is looked at. Undefined where more than that is asked.
 */
function ofCopies(statement: Statement, { record, where, path, limit }: Groups): string | undefined {
  const { field } = shapeOf(record).order;
  if (where.kind !== 'related' || where.condition.kind !== 'related' || path.edges.length > 0 || path.fields.join() !== field)
    return undefined;
  const list = TABLES.find(({ owner, list: name, sorted }) => sorted && owner === record && name === where.edge);
  const far = list && edgeOf(list.shape, where.condition.edge);
  if (!list || far?.kind !== 'reference') return undefined;
  const part: Place = { table: list.name, alias: statement.alias(), prefix: '' };
  const { alias } = part;
  const conditions = [
    ...held(statement, part),
    conditionSql(statement, list.shape, part, where.condition, 'driving'),
    `${alias}."${COPIED.retracted}" = 0`,
  ];
  const bounds = [COPIED.sort, COPIED.sortUpper, COPIED.sortDoubtful]
    .map((column, index) => `${alias}."${column}" AS "v${index}"`)
    .join(', ');
  // A claim is found once for each of the entities that takes part in it.
  const inside = `SELECT ${bounds}, count(DISTINCT ${alias}."owner") AS "count" FROM ${table(statement, part, [])} WHERE ${[...conditions, 'within_time()'].join(' AND ')} GROUP BY 1, 2, 3`;
  const counted = statement.alias();
  const items = `SELECT json_array(json_array("v0", "v1", "v2"), "count") AS "item" FROM ${counted} ORDER BY "count" DESC, "v0", "v1", "v2" LIMIT ${statement.parameter(limit)}`;
  // One claim has one date: the groups together are all of them.
  return `(WITH ${counted} AS MATERIALIZED (${inside}) SELECT '[[' || coalesce((SELECT group_concat("item", ',') FROM (${items})), '') || '],' || (SELECT coalesce(sum("count"), 0) FROM ${counted}) || ']')`;
}

/** A table under an alias, joined where conditions are given; of an earlier time, with what was. */
function table(statement: Statement, { table: name, alias }: Place, on: readonly string[]): string {
  const from = `${quoted(statement.asOf === undefined ? name : statesOf(name))} ${alias}`;
  return on.length === 0 ? from : `CROSS JOIN ${from} ON ${on.join(' AND ')}`;
}

const held = ({ asOf }: Statement, { alias }: Place): string[] =>
  asOf === undefined ? [] : [`${alias}."${SINCE}" <= ${asOf}`, `${alias}."${UNTIL}" > ${asOf}`];

function walked(
  statement: Statement,
  record: RecordName,
  root: Place,
  edges: readonly string[],
  forReaders: boolean,
): { shape: ShapeName; place: Place; joins: string[] } {
  let shape: ShapeName = record;
  let place = root;
  const joins: string[] = [];
  for (const name of edges) {
    const edge = edgeOf(shape, name);
    const own: string = `${place.alias}."num"`;
    if (edge.kind === 'embedded') {
      joins.push(`CROSS JOIN (SELECT 1) ON ${place.alias}.${quoted(presentColumn(place.prefix, edge.name))} = 1`);
      place = { table: place.table, alias: place.alias, prefix: embeddedPrefix(place.prefix, edge.name) };
      shape = edge.part;
      continue;
    }
    if (edge.kind !== 'reference' && edge.kind !== 'inverse' && edge.kind !== 'parts')
      throw new Error(`${shape}.${name}: no path of groups`);
    const to: ShapeName = edge.kind === 'parts' ? edge.part : edge.to;
    const next: Place = {
      table: edge.kind === 'parts' ? partsTableOf(shape as RecordName, edge.name) : tableOf(edge.to),
      alias: statement.alias(),
      prefix: '',
    };
    const link =
      edge.kind === 'reference'
        ? [`${next.alias}."num" = ${place.alias}.${quoted(columnOf(place.prefix, edge.name))}`]
        : edge.kind === 'parts'
          ? [`${next.alias}."owner" = ${own}`]
          : [
              `${next.alias}.${quoted(columnOf('', edge.via))} = ${own}`,
              `${next.alias}.${quoted(RETRACTED)} = 0`,
              ...(forReaders ? [`${next.alias}."withheld" = 0`] : []),
            ];
    joins.push(table(statement, next, [...link, ...held(statement, next)]));
    place = next;
    shape = to;
  }
  return { shape, place, joins };
}

function valuesOf(field: FieldDefinition, { alias, prefix }: Place): { value: string; present: string }[] {
  const column = `${alias}.${quoted(columnOf(prefix, field.name))}`;
  if (field.type === 'date') {
    const part = (suffix: string) => `${alias}.${quoted(columnOf(prefix, field.name) + suffix)}`;
    // Of several dates each may be absent: that is a value too.
    return DATE_PARTS.map(({ suffix }) => ({ value: part(suffix), present: '1' }));
  }
  const value = field.type === 'instant' ? `${column} / ${DAY} * ${DAY}` : column;
  return [{ value, present: `${column} IS NOT NULL` }];
}
