/** Takes over another store's versions as they are: ids, times and positions stay. */
import type { ManagedTransaction } from 'neo4j-driver';
import type { Change } from '../store.js';
import { derive } from './derive.js';
import { addTexts, addVersions, applyRecords, touchedBy, type PlacedWrite } from './write.js';

export async function replayChanges(
  transaction: ManagedTransaction,
  changes: readonly Change[],
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const known = await transaction.run(
    'CYPHER 5 UNWIND $ids AS id MATCH (v:Version) USING INDEX SEEK v:Version(record, id, version) WHERE v.record = id[0] AND v.id = id[1] AND v.version = 1 RETURN v.record + " " + v.id AS name',
    {
      ids: changes.map(({ record, id }) => [record, id]),
    },
  );
  const there = new Set(known.records.map((row) => row.get('name') as string));
  const writes = changes.map((change): PlacedWrite => ({
    ...change,
    ...(there.has(`${change.record} ${change.id}`) ? { previous: change } : {}),
  }));
  // Of a record with several versions here, only the last is on its node; its edges are written anew whatever was done.
  const last = [...new Map(writes.map((write) => [`${write.record} ${write.id}`, { ...write, operation: 'CHANGED' as const }])).values()];
  await addTexts(transaction, texts);
  await applyRecords(transaction, last);
  await addVersions(transaction, writes);
  const touched = touchedBy(last);
  for (const { record, id } of last) if (record === 'Source') touched.sources.add(id);
  await derive(transaction, touched);
}
