/** Takes over another store's versions as they are: ids, times and positions stay. */
import type { ManagedTransaction } from 'neo4j-driver';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import type { Change } from '../store.js';
import { transactionsOf, writtenMeanwhile } from '../transactions.js';
import { answered, fetchKnown } from './fetch.js';
import { edgesOf, RECORD_NAMES } from '../../model/graph.js';
import { projected } from '../../model/changeset/projections.js';
import { lockLog } from './lock.js';
import { isRelationship, pastLabel } from './names.js';
import { CHANGE_OWNERS } from './owners.js';
import { addTexts, addVersions, project, type PlacedWrite } from './write.js';

export async function replayChanges(
  transaction: ManagedTransaction,
  changes: readonly Change[],
  texts: ReadonlyMap<string, string>,
  instead?: number,
): Promise<void> {
  if (instead !== undefined) await takeAway(transaction, instead);
  await addTexts(transaction, texts);
  const known = await storedBefore(transaction, changes);
  for (const written of transactionsOf(changes)) {
    const writes = written.map((change): PlacedWrite => ({ ...change, previous: known.get(`${change.record} ${change.id}`) }));
    await projectWrites(transaction, writes);
    await addVersions(transaction, writes);
    for (const change of written) known.set(`${change.record} ${change.id}`, change);
  }
}

/** Everything, where the log ends at the position. It is little: what a new store was given. */
async function takeAway(transaction: ManagedTransaction, position: number): Promise<void> {
  const end = await lockLog(transaction);
  if (end.position !== position) throw writtenMeanwhile();
  for (const label of [...projectedLabels(), 'Version', 'Changeset', 'Author', 'SourceText'])
    await transaction.run(`CYPHER 5 MATCH (n:${label}) DETACH DELETE n`);
  await transaction.run("CYPHER 5 MATCH (log:ClaimgraphLog {name: 'log'}) SET log.position = 0, log.recordedAt = 0");
  await transaction.run(CHANGE_OWNERS);
}

/** The labels of what is made from the versions: parts with nodes of their own, states of the past, records. */
export function projectedLabels(): string[] {
  const parts = new Set(
    RECORD_NAMES.flatMap((record) =>
      edgesOf(record).flatMap((edge) => (edge.kind === 'parts' && !isRelationship(edge.part) ? edge.part : [])),
    ),
  );
  return [...parts, ...RECORD_NAMES.map(pastLabel), ...RECORD_NAMES];
}

/** What one transaction wrote, into nodes and relationships. */
export async function projectWrites(transaction: ManagedTransaction, writes: readonly PlacedWrite[]): Promise<void> {
  const { projections, dependents } = await answered(projected(writes), (wanted) => fetchKnown(transaction, wanted));
  const { recordedAt, recordedBy } = writes[0]!;
  await project(transaction, projections, dependents, recordedAt, recordedBy);
}

async function storedBefore(transaction: ManagedTransaction, changes: readonly Change[]): Promise<Map<string, StoredRecord>> {
  const known = new Map<string, StoredRecord>();
  for (const record of RECORD_NAMES) {
    const ids = [...new Set(changes.flatMap((change) => (change.record === record && change.version > 1 ? [change.id] : [])))];
    const { records = [] } = await fetchKnown(transaction, { fetch: 'records', record, ids, keys: [] });
    for (const stored of records) known.set(`${record} ${stored.id}`, stored);
  }
  return known;
}
