/** The writer: a changeset into one transaction, in batches by kind. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import type { Changeset, ChangesetResult, RecordDocument, RecordWrite } from '../../model/changeset/changeset.js';
import { derivedOf } from '../../model/changeset/documents.js';
import { parseItems } from '../../model/changeset/input.js';
import { changesetDigest, repeatedResult, type AppliedChangeset } from '../../model/changeset/repeated.js';
import { resolveChangeset, type Resolution } from '../../model/changeset/resolve.js';
import type { EdgeDefinition, RecordName } from '../../model/definition.js';
import { edgesOf, RECORD_NAMES } from '../../model/graph.js';
import { derive, type Touched } from './derive.js';
import { fetchKnown } from './fetch.js';
import { isRelationship, matchBy, relationshipOf } from './names.js';
import { recordProperties, shapeProperties, type Properties } from './properties.js';

/** Runs inside one transaction; may be run again when the transaction is. */
export async function writeChangeset(transaction: ManagedTransaction, changeset: Changeset): Promise<ChangesetResult> {
  const parsed = parseItems(changeset.items);
  const digest = changeset.key === undefined ? '' : changesetDigest(changeset);
  // One writer at a time: reads are only as good as what was committed, and versions are compared before they are set.
  const log = await transaction.run(
    "CYPHER 5 MERGE (log:ClaimgraphLog {name: 'log'}) ON CREATE SET log.position = 0, log.recordedAt = 0 SET log.locked = true RETURN log.position AS position, log.recordedAt AS recordedAt",
  );
  const { position, recordedAt } = log.records[0]!.toObject() as { position: number; recordedAt: number };

  const before = await appliedBefore(transaction, changeset, digest);
  if (before) return before;
  const now = Math.max(Date.now(), recordedAt + 1);
  const conversation = resolveChangeset(parsed, { now, by: changeset.by, onProblem: changeset.onProblem ?? 'REFUSE_ALL' });
  let step = conversation.next({});
  while (!step.done) step = conversation.next(await fetchKnown(transaction, step.value));
  const resolution = step.value;
  await apply(transaction, resolution, now, changeset.by, position);
  const { result } = resolution;
  if (changeset.key !== undefined && result.applied) {
    await transaction.run('CYPHER 5 CREATE (:Changeset {key: $key, digest: $digest, appliedAt: $now, by: $by, result: $result})', {
      key: changeset.key,
      digest,
      now: int(now),
      by: changeset.by ?? null,
      result: JSON.stringify(result),
    });
  }
  return result;
}

async function appliedBefore(transaction: ManagedTransaction, changeset: Changeset, digest: string): Promise<ChangesetResult | undefined> {
  if (changeset.key === undefined) return undefined;
  const { records } = await transaction.run('CYPHER 5 MATCH (c:Changeset {key: $key}) RETURN c.digest AS digest, c.result AS result', {
    key: changeset.key,
  });
  return repeatedResult(changeset, digest, records[0]?.toObject() as AppliedChangeset | undefined);
}

/** Texts are kept once, by digest. */
export async function addTexts(transaction: ManagedTransaction, texts: ReadonlyMap<string, string>): Promise<void> {
  if (texts.size > 0) {
    await transaction.run('CYPHER 5 UNWIND $texts AS text MERGE (t:SourceText {digest: text.digest}) ON CREATE SET t.text = text.text', {
      texts: [...texts].map(([digest, text]) => ({ digest, text })),
    });
  }
}

async function apply(
  transaction: ManagedTransaction,
  { writes, texts }: Resolution,
  now: number,
  by: string | undefined,
  position: number,
): Promise<void> {
  await addTexts(transaction, texts);
  if (writes.length === 0) return;
  const placed = writes.map((write, index): PlacedWrite => ({ ...write, recordedAt: now, recordedBy: by, position: position + index + 1 }));
  await applyRecords(transaction, placed);
  await addVersions(transaction, placed);
  await derive(transaction, touchedBy(writes));
}

/** A version with its place in the change log. */
export interface PlacedWrite extends RecordWrite {
  readonly position: number;
  readonly recordedAt: number;
  readonly recordedBy?: string | undefined;
}

/** Nodes and what goes out from them, as the writes say; `previous` tells those that are there already. */
export async function applyRecords(transaction: ManagedTransaction, writes: readonly PlacedWrite[]): Promise<void> {
  const of = (record: RecordName) => writes.filter((write) => write.record === record);
  for (const record of RECORD_NAMES) await applyNodes(transaction, record, of(record));
  // Edges may lead to any record of the changeset: only when all nodes are there.
  for (const record of RECORD_NAMES)
    await applyEdges(
      transaction,
      record,
      of(record).filter(({ operation }) => operation !== 'RETRACTED' && operation !== 'RESTORED'),
    );
}

async function applyNodes(transaction: ManagedTransaction, record: RecordName, writes: readonly PlacedWrite[]): Promise<void> {
  const rows = (of: readonly PlacedWrite[]) => of.map((write) => ({ id: write.id, properties: recordProperties(write) }));
  const created = writes.filter(({ previous }) => !previous);
  const changed = writes.filter(({ previous }) => previous);
  if (created.length > 0) {
    await transaction.run(`CYPHER 5 UNWIND $rows AS row CREATE (n:${record}) SET n = row.properties`, { rows: rows(created) });
  }
  if (changed.length > 0) {
    await transaction.run(`CYPHER 5 UNWIND $rows AS row ${matchBy('n', record, 'id', 'row.id')} SET n += row.properties`, {
      rows: rows(changed),
    });
  }
}

/** Replaces everything that goes out from the records: references, parts, and what parts refer to. */
async function applyEdges(transaction: ManagedTransaction, record: RecordName, writes: readonly RecordWrite[]): Promise<void> {
  const changed = writes.filter(({ previous }) => previous).map(({ id }) => id);
  const documents = writes.map(({ id, document }) => ({ id, document: { ...document, ...derivedOf(record, document) } }));
  for (const edge of edgesOf(record)) {
    if (edge.kind !== 'reference' && edge.kind !== 'parts') continue;
    const relationship = relationshipOf(record, edge);
    const isNode = edge.kind === 'parts' && !isRelationship(edge.part);
    if (changed.length > 0)
      await transaction.run(
        `CYPHER 5 UNWIND $ids AS id ${matchBy('n', record, 'id', 'id')} MATCH (n)-[r:${relationship}]->(x) ${isNode ? 'DETACH DELETE x' : 'DELETE r'}`,
        { ids: changed },
      );
    const rows = documents.flatMap(({ id, document }) => edgeRows(edge, id, document[edge.name]));
    if (rows.length > 0) await transaction.run(edgeStatement(record, edge, relationship), { rows });
  }
}

interface EdgeRow {
  readonly from: string;
  readonly to?: string;
  readonly properties: Properties;
  readonly references: Readonly<Record<string, string | null>>;
}

function edgeRows(edge: EdgeDefinition, from: string, value: unknown): EdgeRow[] {
  if (value === undefined) return [];
  if (edge.kind === 'reference') return [{ from, to: value as string, properties: {}, references: {} }];
  if (edge.kind !== 'parts') return [];
  return (value as RecordDocument[]).map((part, position) => {
    const references = Object.fromEntries(
      edgesOf(edge.part)
        .filter((inner) => inner.kind === 'reference')
        .map((inner) => [inner.name, (part[inner.name] as string | undefined) ?? null]),
    );
    const properties = withoutNulls({ ...shapeProperties(edge.part, part), position: int(position) });
    return { from, properties, references, ...(isRelationship(edge.part) ? { to: Object.values(references)[0]! } : {}) };
  });
}

const withoutNulls = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));

function edgeStatement(record: RecordName, edge: EdgeDefinition, relationship: string): string {
  const from = `CYPHER 5 UNWIND $rows AS row ${matchBy('from', record, 'id', 'row.from')}`;
  if (edge.kind === 'reference') return `${from} ${matchBy('to', edge.to, 'id', 'row.to')} CREATE (from)-[:${relationship}]->(to)`;
  if (edge.kind !== 'parts') throw new Error(`${edge.name} is not written`);
  const references = edgesOf(edge.part).filter(
    (inner): inner is Extract<EdgeDefinition, { kind: 'reference' }> => inner.kind === 'reference',
  );
  if (isRelationship(edge.part))
    return `${from} ${matchBy('to', references[0]!.to, 'id', 'row.to')} CREATE (from)-[r:${relationship}]->(to) SET r = row.properties`;
  const links = references.map(
    (inner) =>
      `CALL (row, part) { ${matchBy('to', inner.to, 'id', `row.references.${inner.name}`)} CREATE (part)-[:${relationshipOf(edge.part, inner)}]->(to) }`,
  );
  return `${from} CREATE (from)-[:${relationship}]->(part:${edge.part}) SET part = row.properties ${links.length > 0 ? `WITH row, part ${links.join(' ')}` : ''}`;
}

/** Adds the versions, ends those that they replace, and moves the log's end. */
export async function addVersions(transaction: ManagedTransaction, writes: readonly PlacedWrite[]): Promise<void> {
  for (const record of RECORD_NAMES) {
    const rows = writes.flatMap((write) => (write.record === record ? [{ id: write.id, properties: versionProperties(write) }] : []));
    if (rows.length === 0) continue;
    await transaction.run(
      `CYPHER 5 UNWIND $rows AS row ${matchBy('n', record, 'id', 'row.id')} CREATE (n)-[:HISTORY]->(v:Version) SET v = row.properties`,
      { rows },
    );
  }
  const replaced = writes
    .filter(({ version }) => version > 1)
    .map(({ record, id, version, recordedAt }) => ({ record, id, version: int(version - 1), until: int(recordedAt) }));
  if (replaced.length > 0) {
    await transaction.run(
      'CYPHER 5 UNWIND $rows AS row MATCH (v:Version) USING INDEX SEEK v:Version(record, id, version) WHERE v.record = row.record AND v.id = row.id AND v.version = row.version SET v.recordedUntil = row.until',
      { rows: replaced },
    );
  }
  const { position, recordedAt } = writes.at(-1)!;
  await transaction.run("CYPHER 5 MERGE (log:ClaimgraphLog {name: 'log'}) SET log.position = $position, log.recordedAt = $recordedAt", {
    position: int(position),
    recordedAt: int(recordedAt),
  });
}

function versionProperties(write: PlacedWrite): Properties {
  const { position, record, id, version, createdAt, recordedAt, recordedBy, operation, reason, retraction, document } = write;
  return withoutNulls({
    position: int(position),
    record,
    id,
    version: int(version),
    createdAt: int(createdAt),
    recordedAt: int(recordedAt),
    recordedBy: recordedBy ?? null,
    operation,
    reason: reason ?? null,
    retraction: retraction ? JSON.stringify(retraction) : null,
    document: JSON.stringify(document),
  });
}

export function touchedBy(writes: readonly RecordWrite[]): Touched {
  const touched: Touched = { citations: new Set(), claims: new Set(), sources: new Set() };
  for (const { record, id, previous, document } of writes) {
    if (record === 'Citation') {
      touched.citations.add(id);
      if (previous) touched.claims.add(previous.document['claim'] as string);
    }
    if (record === 'Claim') touched.claims.add(id);
    if (record === 'Source' && previous && previous.document['published'] !== document['published']) touched.sources.add(id);
  }
  return touched;
}
