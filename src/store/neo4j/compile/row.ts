/** A selection of one node or relationship as a list: [[fields…], edge, edge…], in the selection's own order. */
import type { FieldDefinition, RecordName, ShapeName } from '../../../model/definition.js';
import { edgeOf, fieldOf, isListEdge } from '../../../model/graph.js';
import type { EdgeSelection, Selection } from '../../../plan/plan.js';
import { embeddedPrefix, listProperty, presentProperty, propertyOf } from '../names.js';
import { stepCypher } from './condition.js';
import { pageCypher } from './page.js';
import type { Place, Statement } from './statement.js';

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
    return pageCypher(statement, edge.to, selected.list, { record: shape as RecordName, place, edge });
  }
  const { selection } = selected;
  switch (edge.kind) {
    case 'embedded': {
      const row = rowCypher(statement, selection, { ...place, prefix: embeddedPrefix(place.prefix, edge.name) });
      return `CASE WHEN ${place.alias}.${presentProperty(place.prefix, edge.name)} THEN ${row} END`;
    }
    case 'reference': {
      // The end of a part that is a relationship is bound already.
      if (place.end) return `[${rowCypher(statement, selection, { alias: place.end, prefix: '' })}]`;
      const { pattern, target } = stepCypher(statement, shape, place.alias, edge);
      return `COLLECT { MATCH ${pattern} RETURN ${rowCypher(statement, selection, target)} }`;
    }
    case 'parts': {
      const whole = listProperty(edge);
      if (whole) return `${place.alias}.${whole}`;
      const { pattern, target } = stepCypher(statement, shape, place.alias, edge);
      const kept = target.end ? `${target.alias}, ${target.end}` : target.alias;
      return `COLLECT { MATCH ${pattern} WITH ${kept} ORDER BY ${target.alias}.position RETURN ${rowCypher(statement, selection, target)} }`;
    }
    case 'history': {
      const version = statement.variable();
      const fields = selection.fields.map((name) => `${version}.${name === 'data' ? 'document' : name}`);
      return `COLLECT { MATCH (${place.alias})-[:HISTORY]->(${version}:Version) WITH ${version} ORDER BY ${version}.version DESC RETURN [[${fields.join(', ')}]] }`;
    }
    default:
      throw new Error(`${shape}.${edge.name} is read by pages`);
  }
}
