/** Answers the questions of the resolver, inside the writing transaction, and of analyses: each one statement (records by id and by key, two). */
import type { ManagedTransaction } from 'neo4j-driver';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import type { Fetch, Fetched } from '../../model/changeset/known.js';
import { edgeOf } from '../../model/graph.js';
import { matchBy, relationshipOf } from './names.js';
import { referenceProperty } from './ordered-edges.js';
import { storedRecord, type VersionNode } from './versions.js';

/** The lists that chains go through. */
const CHAINS = { relays: ['Citation', 'RELAYS'], derivations: ['Source', 'DERIVATIONS'] } as const;
const CURRENT = 'MATCH (n)-[:HISTORY]->(v:Version) WHERE v.version = n.version RETURN v {.*} AS version';

export async function fetchKnown(transaction: Pick<ManagedTransaction, 'run'>, wanted: Fetch): Promise<Fetched> {
  const records = async (match: string, values: readonly string[], more: Record<string, string> = {}): Promise<StoredRecord[]> => {
    if (values.length === 0) return [];
    const result = await transaction.run(`CYPHER 5 UNWIND $values AS value ${match} WITH DISTINCT n ${CURRENT}`, { values, ...more });
    return result.records.map((row) => storedRecord(row.get('version') as VersionNode));
  };
  switch (wanted.fetch) {
    case 'records':
      return {
        records: [
          ...(await records(matchBy('n', wanted.record, 'id', 'value'), wanted.ids)),
          ...(await records(matchBy('n', wanted.record, 'key', 'value'), wanted.keys)),
        ],
      };
    case 'sourcesByUrl':
      return { records: await records(matchBy('n', 'Source', 'canonicalUrl', 'value'), wanted.canonicalUrls) };
    case 'referring': {
      const { record, reference, ids, limit, also } = wanted;
      const edge = edgeOf(record, reference);
      if (edge.kind !== 'reference') throw new Error(`${record}.${reference} is no reference`);
      const both = also ? ` WHERE n.${referenceProperty(also.reference)} = $also` : '';
      const match = `${matchBy('t', edge.to, 'id', 'value')} MATCH (t)<-[:${relationshipOf(record, edge)}]-(n:${record})${both}`;
      return {
        records: await records(`${match}${limit === undefined ? '' : ` WITH n LIMIT ${limit}`}`, ids, also ? { also: also.id } : {}),
      };
    }
    case 'holding': {
      const [label, relationship] = CHAINS[wanted.list];
      const match = `${matchBy('t', label, 'id', 'value')} MATCH (t)<-[:${relationship}]-(n:${label})`;
      return { records: await records(`${match} WITH n LIMIT ${wanted.limit}`, wanted.ids) };
    }
    case 'texts': {
      const result = await transaction.run(
        'CYPHER 5 UNWIND $digests AS digest MATCH (t:SourceText {digest: digest}) RETURN t.digest AS digest, t.text AS text',
        { digests: wanted.digests },
      );
      return { texts: new Map(result.records.map((row) => [row.get('digest') as string, row.get('text') as string])) };
    }
    case 'reachable': {
      const [label, relationship] = CHAINS[wanted.list];
      const result = await transaction.run(
        `CYPHER 5 UNWIND $from AS start ${matchBy('first', label, 'id', 'start')} MATCH (first)-[:${relationship}*0..]->(a) WITH DISTINCT a MATCH (a)-[:${relationship}]->(b) RETURN DISTINCT a.id AS from, b.id AS to`,
        { from: wanted.from },
      );
      return { pairs: result.records.map((row) => [row.get('from') as string, row.get('to') as string] as const) };
    }
  }
}
