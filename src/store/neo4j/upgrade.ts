/**
 * Brings a database of another model to this one: what stands on nodes and relationships is made
 * anew from the versions, transaction by transaction, so that the past is there as well.
 */
import { int, type ManagedTransaction, type Session } from 'neo4j-driver';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import { RECORD_NAMES } from '../../model/graph.js';
import { textWords } from '../../model/searched.js';
import { matchBy } from './names.js';
import { transactionsOf } from '../transactions.js';
import { projectedLabels, projectWrites } from './replay.js';
import { SHOWN_AS_ITS_RECORD } from './shown-versions.js';
import { change, storedRecord, type VersionNode } from './versions.js';
import type { PlacedWrite } from './write.js';

const NODES_A_TRANSACTION = 1_000;
const VERSIONS_A_TRANSACTION = 1_000;

/** Begins again when it was cut off. Needs the schema's indexes. `goesOn` is told again and again that it still runs. */
export async function projectAnew(session: Session, goesOn: () => Promise<unknown>): Promise<void> {
  await removeProjections(session, goesOn);
  await indexTexts(session, goesOn);
  const known = new Map<string, StoredRecord>();
  let waiting: PlacedWrite[] = [];
  const write = (writes: readonly PlacedWrite[]): Promise<void> =>
    session.executeWrite(async (transaction) => {
      for (const written of transactionsOf(writes)) {
        await projectWrites(transaction, written);
        await linkVersions(transaction, written);
      }
    });
  for (let position = 0; ;) {
    const { records } = await session.run(
      'CYPHER 5 MATCH (v:Version) WHERE v.position > $position WITH v ORDER BY v.position LIMIT $limit RETURN v {.*} AS version',
      { position: int(position), limit: int(VERSIONS_A_TRANSACTION) },
    );
    for (const row of records) {
      const node = row.get('version') as VersionNode;
      const placed = { ...change(node), previous: known.get(`${node.record} ${node.id}`) };
      known.set(`${node.record} ${node.id}`, storedRecord(node));
      waiting.push(placed);
      position = node.position;
    }
    const last = records.length < VERSIONS_A_TRANSACTION;
    // The last transaction may go on in the next page.
    const whole = last ? waiting : waiting.filter(({ recordedAt }) => recordedAt !== waiting.at(-1)!.recordedAt);
    waiting = waiting.slice(whole.length);
    if (whole.length > 0) await write(whole);
    if (last) return;
    await goesOn();
  }
}

async function removeProjections(session: Session, goesOn: () => Promise<unknown>): Promise<void> {
  for (const label of projectedLabels()) {
    for (let removed = Infinity; removed > 0; await goesOn()) {
      const { records } = await session.run(
        `CYPHER 5 MATCH (n:${label}) WITH n LIMIT ${NODES_A_TRANSACTION} DETACH DELETE n RETURN count(*) AS removed`,
      );
      removed = records[0]!.get('removed') as number;
    }
  }
}

/** Each may have a million characters. */
const TEXTS_A_TRANSACTION = 20;

/** The texts are those that were there; what they are found by follows from them. */
async function indexTexts(session: Session, goesOn: () => Promise<unknown>): Promise<void> {
  for (let last = ''; ; await goesOn()) {
    const { records } = await session.run(
      'CYPHER 5 MATCH (t:SourceText) WHERE t.digest > $last WITH t ORDER BY t.digest LIMIT $limit RETURN t.digest AS digest, t.text AS text',
      { last, limit: int(TEXTS_A_TRANSACTION) },
    );
    const texts = records.map((row) => ({ digest: row.get('digest') as string, words: textWords(row.get('text') as string) }));
    await session.run('CYPHER 5 UNWIND $texts AS text MATCH (t:SourceText {digest: text.digest}) SET t.words = text.words', { texts });
    if (texts.length < TEXTS_A_TRANSACTION) return;
    last = texts.at(-1)!.digest;
  }
}

/** The versions are those that were there; only their records' nodes are new. */
async function linkVersions(transaction: ManagedTransaction, writes: readonly PlacedWrite[]): Promise<void> {
  for (const record of RECORD_NAMES) {
    const rows = writes.flatMap(({ record: of, id, version }) => (of === record ? [{ id, version: int(version) }] : []));
    if (rows.length === 0) continue;
    await transaction.run(
      `CYPHER 5 UNWIND $rows AS row ${matchBy('n', record, 'id', 'row.id')} MATCH (v:Version) USING INDEX SEEK v:Version(record, id, version) WHERE v.record = '${record}' AND v.id = row.id AND v.version = row.version CREATE (n)-[:HISTORY]->(v) SET ${SHOWN_AS_ITS_RECORD}`,
      { rows },
    );
  }
}
