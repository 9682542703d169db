/** Totals that no record is looked at for: the count and degree stores, less what is retracted, out of an index. */
import type { RecordName } from '../../../model/definition.js';
import { isEverything, type ListRead } from '../../../plan/plan.js';
import { RETRACTED } from '../names.js';
import { countedByDegree, orderedEdge, relationshipTo } from '../ordered-edges.js';
import type { Parent, Statement } from './statement.js';
import { recordPattern } from './time.js';

/** The list's total; undefined where its records must be counted. */
export function totalCypher(statement: Statement, record: RecordName, list: ListRead, parent: Parent | undefined): string | undefined {
  if (statement.asOf !== undefined || !isEverything(list.where) || list.roles !== undefined) return undefined;
  const counts = parent ? edgeCounts(statement, parent) : recordCounts(record);
  if (!counts) return undefined;
  if (list.retracted === 'ONLY') return counts.retracted;
  return list.retracted === 'INCLUDE' ? counts.all : `(${counts.all} - ${counts.retracted})`;
}

export const recordCounts = (record: RecordName): { all: string; retracted: string } => ({
  all: `COUNT { MATCH (:${record}) }`,
  retracted: `COUNT { MATCH (n:${record}) WHERE n.${RETRACTED} = true }`,
});

/** The same of an earlier time. */
export function recordCountsThen(statement: Statement, record: RecordName): { all: string; retracted: string } {
  const { pattern, held } = recordPattern(statement, 'n', record);
  const count = (more: readonly string[]) => `COUNT { MATCH ${pattern} WHERE ${[...held, ...more].join(' AND ')} }`;
  return { all: count([]), retracted: count([`n.${RETRACTED} = true`]) };
}

function edgeCounts(statement: Statement, { record, place, edge }: Parent): { all: string; retracted: string } | undefined {
  const ordered = orderedEdge(edge);
  if (!ordered || !countedByDegree(record, edge)) return undefined;
  const carrier = statement.variable();
  const pattern = ordered.on === 'node' ? `(${carrier}:${ordered.name})` : `()-[${carrier}:${ordered.name}]->()`;
  const hint = `USING INDEX ${carrier}:${ordered.name}(${ordered.far}, ${RETRACTED})`;
  return {
    all: `COUNT { (${place.alias})<-[:${relationshipTo(edge)}]-() }`,
    retracted: `COUNT { MATCH ${pattern} ${hint} WHERE ${carrier}.${ordered.far} = ${place.alias}.id AND ${carrier}.${RETRACTED} = true }`,
  };
}
