/** Brings a database of an earlier schema to this one: what stands on nodes and relationships is made anew from the versions. */
import { int, type Session } from 'neo4j-driver';
import { derive } from './derive.js';
import { change, type VersionNode } from './versions.js';
import { applyRecords, touchedBy, type PlacedWrite } from './write.js';

const VERSIONS_A_TRANSACTION = 1_000;

/** Can be run again after it was cut off. Needs the schema's indexes. */
export async function projectAnew(session: Session): Promise<void> {
  for (let position = 0; ;) {
    const { records } = await session.run(
      'CYPHER 5 MATCH (v:Version) WHERE v.position > $position AND v.recordedUntil IS NULL WITH v ORDER BY v.position LIMIT $limit RETURN v {.*} AS version',
      { position: int(position), limit: int(VERSIONS_A_TRANSACTION) },
    );
    if (records.length === 0) return;
    const writes = records.map((row): PlacedWrite => {
      const current = change(row.get('version') as VersionNode);
      return { ...current, operation: 'CHANGED', previous: current };
    });
    await session.executeWrite(async (transaction) => {
      await applyRecords(transaction, writes);
      await derive(transaction, touchedBy(writes));
    });
    position = writes.at(-1)!.position;
  }
}
