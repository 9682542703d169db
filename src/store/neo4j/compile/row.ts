/** A selection of one node or relationship as a list: [[fields…], edge, edge…], in the selection's own order. */
import type { EdgeDefinition, FieldDefinition, RecordName, ShapeName } from '../../../model/definition.js';
import { edgeOf, fieldOf, isListEdge, isRecordName } from '../../../model/graph.js';
import type { EdgeSelection, Selection } from '../../../plan/plan.js';
import { embeddedPrefix, listProperty, PAST_OF, presentProperty, propertyOf, SHOWN_POSITION } from '../names.js';
import { referenceProperty } from '../ordered-edges.js';
import { stepCypher } from './condition.js';
import type { Place, Statement } from './statement.js';
import { sameRecord } from './time.js';

export function rowCypher(statement: Statement, selection: Selection, place: Place): string {
  const fields = selection.fields.map((name) => fieldCypher(statement, fieldOf(selection.shape, name), place));
  const edges = selection.edges.map((edge) => edgeCypher(statement, selection.shape, edge, place));
  return `[${[`[${fields.join(', ')}]`, ...edges].join(', ')}]`;
}

function fieldCypher(statement: Statement, field: FieldDefinition, { alias, prefix }: Place): string {
  if (field.type !== 'content') return `${alias}.${propertyOf(prefix, field.name)}`;
  const text = statement.variable();
  return `head(COLLECT { MATCH (${text}:SourceText) WHERE ${text}.digest = ${alias}.digest RETURN ${text}.text })`;
}

function edgeCypher(statement: Statement, shape: ShapeName, selected: EdgeSelection, place: Place): string {
  const edge = edgeOf(shape, selected.edge);
  if (selected.kind === 'page') {
    if (!isListEdge(edge)) throw new Error(`${shape}.${edge.name} has no pages`);
    return statement.page(edge.to, selected.list, { record: shape as RecordName, place, edge });
  }
  const { selection, forReaders } = selected;
  switch (edge.kind) {
    case 'embedded': {
      const row = rowCypher(statement, selection, { ...place, prefix: embeddedPrefix(place.prefix, edge.name) });
      return `CASE WHEN ${place.alias}.${presentProperty(place.prefix, edge.name)} THEN ${row} END`;
    }
    case 'reference':
      return referenceCypher(statement, shape, edge, selected, place);
    case 'parts': {
      const whole = listProperty(edge);
      if (whole) return `${place.alias}.${whole}`;
      const { pattern, target, held } = stepCypher(statement, shape, place.alias, edge);
      const kept = target.end ? `${target.alias}, ${target.end}` : target.alias;
      return `COLLECT { MATCH ${pattern}${whereHeld(held)} WITH ${kept} ORDER BY ${target.alias}.position RETURN ${rowCypher(statement, selection, target)} }`;
    }
    case 'history': {
      const version = statement.variable();
      const fields = selection.fields.map((name) => versionField(statement, version, name));
      const { asOf } = statement;
      const record = asOf === undefined ? `(${place.alias})` : `(${place.alias})-[:${PAST_OF}*0..1]->(:${shape})`;
      const until = asOf === undefined ? [] : [`${version}.recordedAt <= ${asOf}`];
      if (forReaders) until.push(`${version}.${SHOWN_POSITION} IS NOT NULL`);
      return `COLLECT { MATCH ${record}-[:HISTORY]->(${version}:Version)${whereHeld(until)} WITH ${version} ORDER BY ${version}.version DESC RETURN [[${fields.join(', ')}]] }`;
    }
    default:
      throw new Error(`${shape}.${edge.name} is read by pages`);
  }
}

const whereHeld = (held: readonly string[]): string => (held.length === 0 ? '' : ` WHERE ${held.join(' AND ')}`);

function referenceCypher(
  statement: Statement,
  shape: ShapeName,
  edge: Extract<EdgeDefinition, { kind: 'reference' }>,
  { asOf, selection }: Extract<EdgeSelection, { kind: 'plain' }>,
  place: Place,
): string {
  const { fields, edges } = selection;
  // A record's own properties have the ids of what it refers to.
  if (isRecordName(shape) && asOf === undefined && edges.length === 0 && fields.length === 1 && fields[0] === 'id') {
    const id = `${place.alias}.${referenceProperty(edge.name)}`;
    return `CASE WHEN ${id} IS NULL THEN [] ELSE [[[${id}]]] END`;
  }
  // The end of a part that is a relationship is bound already.
  if (place.end && asOf === undefined) return `[${rowCypher(statement, selection, { alias: place.end, prefix: '' })}]`;
  const around = statement.asOf ?? null;
  return statement.at(asOf, () => {
    const to = statement.variable();
    const { pattern, held } = place.end
      ? sameRecord(statement, { alias: place.end, shape: edge.to }, to)
      : stepCypher(statement, shape, place.alias, edge, to, around);
    return `COLLECT { MATCH ${pattern}${whereHeld(held)} RETURN ${rowCypher(statement, selection, { alias: to, prefix: '' })} }`;
  });
}

function versionField(statement: Statement, version: string, name: string): string {
  const field = `${version}.${name === 'data' ? 'document' : name}`;
  // At that moment nobody knew of a later version.
  return name === 'recordedUntil' && statement.asOf !== undefined ? `CASE WHEN ${field} <= ${statement.asOf} THEN ${field} END` : field;
}
