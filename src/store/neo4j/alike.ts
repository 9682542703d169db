/** Finds candidates of duplicates by an index: some of each key, however many there are. */
import type { ManagedTransaction } from 'neo4j-driver';
import type { AlikeKey, Fetch } from '../../model/changeset/known.js';
import { edgeOf, fieldOf, shapeOf } from '../../model/graph.js';
import { relationshipOf, RETRACTED, sortProperty, wordsIndexOf } from './names.js';

type Alike = Extract<Fetch, { fetch: 'alike' }>;

/** A run of retracted or withheld ones is passed over only so far. */
const LOOKED_AT = 4;

/** Pairs (place of the key, id); a statement a way of finding. */
export async function alikePairs(
  transaction: Pick<ManagedTransaction, 'run'>,
  { record, keys, limit, neighbours }: Alike,
  forReaders: boolean,
): Promise<(readonly [string, string])[]> {
  const pairs: (readonly [string, string])[] = [];
  const shown = `n.${RETRACTED} = false${forReaders ? ' AND n.withheld IS NULL' : ''}`;
  for (const by of ['order', 'words', 'digest', 'identifier'] as const) {
    const rows = keys.flatMap((key, place) => (key.by === by ? [{ place: String(place), ...parametersOf(key) }] : []));
    if (rows.length === 0) continue;
    const most = by === 'order' ? neighbours : limit;
    for (const match of matchesOf(record, by, most * LOOKED_AT)) {
      const found = `CALL (row) { CALL (row) { ${match} } WITH n WHERE ${shown} RETURN DISTINCT n.id AS id LIMIT ${most} }`;
      const { records } = await transaction.run(`CYPHER 5 UNWIND $rows AS row ${found} RETURN row.place AS place, id`, { rows });
      for (const each of records) pairs.push([each.get('place') as string, each.get('id') as string]);
    }
  }
  return pairs;
}

function parametersOf(key: AlikeKey): Record<string, unknown> {
  // Words are letters and digits in lower case: no syntax of Lucene's.
  return key.by === 'words' ? { query: key.words.join(' AND ') } : { ...key };
}

/** Clauses that give some `n` of a row's key. */
function matchesOf(record: Alike['record'], by: AlikeKey['by'], limit: number): string[] {
  switch (by) {
    case 'order': {
      const text = sortProperty(fieldOf(record, record === 'Source' ? 'title' : shapeOf(record).order.field));
      const side = (operator: string, direction: string) =>
        `MATCH (n:${record}) USING INDEX n:${record}(${text}, id) WHERE n.${text} ${operator} row.folded AND n.id >= '' WITH n ORDER BY n.${text} ${direction}, n.id ${direction} LIMIT ${limit} RETURN n`;
      return [side('>=', 'ASC'), side('<', 'DESC')];
    }
    case 'words':
      return [`CALL db.index.fulltext.queryNodes('${wordsIndexOf(record)}', row.query, {limit: ${limit}}) YIELD node RETURN node AS n`];
    case 'digest':
      return [`MATCH (n:${record}) USING INDEX n:${record}(digest) WHERE n.digest = row.digest RETURN n LIMIT ${limit}`];
    case 'identifier':
      return [
        `MATCH (part:Identifier) USING INDEX part:Identifier(value) WHERE part.value = row.value AND part.scheme = row.scheme
         MATCH (n:${record})-[:${relationshipOf(record, edgeOf(record, 'identifiers'))}]->(part) RETURN n LIMIT ${limit}`,
      ];
  }
}
