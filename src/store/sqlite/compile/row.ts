/** A selection of one row as JSON text: [[fields…], edge, edge…], in the selection's own order. */
import type { EdgeDefinition, FieldDefinition, RecordName, ShapeName } from '../../../model/definition.js';
import { edgeOf, fieldOf, isListEdge } from '../../../model/graph.js';
import type { EdgeSelection, Selection } from '../../../plan/plan.js';
import { columnOf, embeddedPrefix, partsTableOf, presentColumn, quoted, tableOf } from '../names.js';
import { rowsOf } from './rows.js';
import type { Place, Statement } from './statement.js';

export function rowSql(statement: Statement, selection: Selection, place: Place): string {
  const fields = `json_array(${selection.fields.map((name) => fieldSql(fieldOf(selection.shape, name), place)).join(', ')})`;
  const edges = selection.edges.map((edge) => edgeSql(statement, selection.shape, edge, place));
  return edges.length === 0 ? `'[' || ${fields} || ']'` : `'[' || ${fields} || ',' || ${edges.join(" || ',' || ")} || ']'`;
}

function fieldSql(field: FieldDefinition, { alias, prefix }: Place): string {
  if (field.type === 'content') return `(SELECT x."text" FROM "source_text" x WHERE x."digest" = ${alias}."digest")`;
  return `${alias}.${quoted(columnOf(prefix, field.name))}`;
}

function edgeSql(statement: Statement, shape: ShapeName, selected: EdgeSelection, place: Place): string {
  const edge = edgeOf(shape, selected.edge);
  if (selected.kind === 'page') {
    if (!isListEdge(edge)) throw new Error(`${shape}.${edge.name} has no pages`);
    return statement.page(edge.to, selected.list, { record: shape as RecordName, place, edge });
  }
  return statement.at(selected.asOf, () => plainSql(statement, shape, edge, selected, place));
}

function plainSql(
  statement: Statement,
  shape: ShapeName,
  edge: EdgeDefinition,
  { selection, forReaders }: Extract<EdgeSelection, { kind: 'plain' }>,
  place: Place,
): string {
  switch (edge.kind) {
    case 'reference': {
      const there = { table: tableOf(edge.to), alias: statement.alias(), prefix: '' };
      const row = rowSql(statement, selection, there);
      const here = [`${there.alias}."num" = ${place.alias}.${quoted(columnOf(place.prefix, edge.name))}`];
      return `coalesce((SELECT '[' || ${row} || ']' FROM ${rowsOf(statement, there, here)}), '[]')`;
    }
    case 'embedded': {
      const row = rowSql(statement, selection, { ...place, prefix: embeddedPrefix(place.prefix, edge.name) });
      return `iif(${place.alias}.${quoted(presentColumn(place.prefix, edge.name))}, ${row}, 'null')`;
    }
    case 'parts': {
      const there = { table: partsTableOf(shape as RecordName, edge.name), alias: statement.alias(), prefix: '' };
      const rows = rowsOf(statement, there, [`${there.alias}."owner" = ${place.alias}."num"`], ` ORDER BY ${there.alias}."position"`);
      return listSql(`SELECT ${rowSql(statement, selection, there)} AS "item" FROM ${rows}`);
    }
    case 'history': {
      const alias = statement.alias();
      const columns = selection.fields.map((name) => versionColumn(statement, alias, name)).join(', ');
      const until = statement.asOf === undefined ? '' : ` AND ${alias}."recorded_at" <= ${statement.asOf}`;
      return listSql(
        `SELECT '[' || json_array(${columns}) || ']' AS "item" FROM "version" ${alias} WHERE ${alias}."record" = '${shape}' AND ${alias}."num" = ${place.alias}."num"${until}${forReaders ? shownVersion(alias) : ''} ORDER BY ${alias}."version" DESC`,
      );
    }
    default:
      throw new Error(`${shape}.${edge.name} is read by pages`);
  }
}

/** True of a version that readers may see (shown-versions.ts). */
const shownVersion = (version: string): string =>
  ` AND EXISTS (SELECT 1 FROM "shown_version" s WHERE s."position" = ${version}."position")`;

function versionColumn(statement: Statement, alias: string, name: string): string {
  const column = `${alias}.${quoted(name === 'data' ? 'document' : columnOf('', name))}`;
  // At that moment nobody knew of a later version.
  return name === 'recordedUntil' && statement.asOf !== undefined ? `iif(${column} <= ${statement.asOf}, ${column}, NULL)` : column;
}

/** The LIMIT keeps SQLite from merging the ordered query into the aggregate around it. */
function listSql(items: string): string {
  return `(SELECT '[' || coalesce(group_concat("item", ','), '') || ']' FROM (${items} LIMIT -1))`;
}
