/** How far imports have come that are not over: a node each, written in the transaction of the items that it counts. */
import { int, type ManagedTransaction, type Session } from 'neo4j-driver';
import type { ImportProgress } from '../../model/changeset/changeset.js';

export async function keepProgress(transaction: ManagedTransaction, { source, entries }: ImportProgress): Promise<void> {
  // Few there are, and the log's lock keeps two from being made of one.
  if (entries === undefined) await transaction.run('CYPHER 5 MATCH (i:ClaimgraphImport {source: $source}) DELETE i', { source });
  else
    await transaction.run('CYPHER 5 MERGE (i:ClaimgraphImport {source: $source}) SET i.entries = $entries', {
      source,
      entries: int(entries),
    });
}

export async function importedEntries(session: Session, source: string): Promise<number> {
  const { records } = await session.run('CYPHER 5 MATCH (i:ClaimgraphImport {source: $source}) RETURN i.entries AS entries', { source });
  return (records[0]?.get('entries') as number | undefined) ?? 0;
}
