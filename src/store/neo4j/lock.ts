/** One writer at a time: reads are only as good as what was committed, and versions are compared before they are set. */
import type { ManagedTransaction } from 'neo4j-driver';

export interface LogEnd {
  readonly position: number;
  readonly recordedAt: number;
}

/** Holds every other writer off until the transaction ends; gives where the change log ends. */
export async function lockLog(transaction: ManagedTransaction): Promise<LogEnd> {
  const log = await transaction.run(
    "CYPHER 5 MERGE (log:ClaimgraphLog {name: 'log'}) ON CREATE SET log.position = 0, log.recordedAt = 0 SET log.locked = true RETURN log.position AS position, log.recordedAt AS recordedAt",
  );
  return log.records[0]!.toObject() as LogEnd;
}
