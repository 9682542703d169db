/** The writer: a changeset into one transaction, in batches by kind. */
import { isDeepStrictEqual } from 'node:util';
import { int, type ManagedTransaction } from 'neo4j-driver';
import type { Changeset, ChangesetResult, RecordDocument, RecordWrite } from '../../model/changeset/changeset.js';
import { derivedOf } from '../../model/changeset/documents.js';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import type { Projection } from '../../model/changeset/projections.js';
import { parseItems } from '../../model/changeset/parse.js';
import { changesetDigest, keyOwner, repeatedResult, type AppliedChangeset } from '../../model/changeset/repeated.js';
import { judges, TouchesOthers } from '../../model/changeset/rights.js';
import { resolveChangeset, resolveOptions, type Resolution } from '../../model/changeset/resolve.js';
import type { EdgeDefinition, RecordName } from '../../model/definition.js';
import { edgesOf, RECORD_NAMES } from '../../model/graph.js';
import { textWords } from '../../model/searched.js';
import { keepRelationships, keepState } from './past.js';
import { derive, type Touched } from './derive.js';
import type { Dependents } from '../../model/changeset/dependents.js';
import { fetchKnown } from './fetch.js';
import { keepProgress } from './import-progress.js';
import { lockLog } from './lock.js';
import { unsettle } from './unsettle.js';
import { SHOWN_AS_ITS_RECORD } from './shown-versions.js';
import { withhold, type Withheld } from './withhold.js';
import { touchedOfOthers } from './rights.js';
import { authorMerge } from './authors.js';
import { isRelationship, matchBy, REDIRECTED, relationshipOf, SINCE } from './names.js';
import { recordProperties, referenceProperties, saidAgain, shapeProperties, type Properties } from './properties.js';

/** Runs inside one transaction; may be run again when the transaction is. `look` throws where the write is to be given up. */
export async function writeChangeset(transaction: ManagedTransaction, changeset: Changeset, look: () => void): Promise<ChangesetResult> {
  const parsed = parseItems(changeset.items);
  const digest = changeset.key === undefined ? '' : changesetDigest(changeset);
  const { position, recordedAt } = await lockLog(transaction);
  const before = await appliedBefore(transaction, changeset, digest);
  if (before) return before;
  const now = Math.max(Date.now(), recordedAt + 1);
  const conversation = resolveChangeset(parsed, resolveOptions(changeset, now, look));
  let step = conversation.next({});
  while (!step.done) {
    look();
    step = conversation.next(await fetchKnown(transaction, step.value));
  }
  look();
  const resolution = step.value;
  await apply(transaction, resolution, now, changeset, position);
  if (changeset.progress && !changeset.dryRun) await keepProgress(transaction, changeset.progress);
  const { result } = resolution;
  if (changeset.key !== undefined && result.applied && !changeset.dryRun) {
    await transaction.run('CYPHER 5 CREATE (:Changeset {key: $key, digest: $digest, appliedAt: $now, by: $by, result: $result})', {
      key: changeset.key,
      digest,
      now: int(now),
      by: keyOwner(changeset),
      result: JSON.stringify(result),
    });
  }
  return result;
}

async function appliedBefore(transaction: ManagedTransaction, changeset: Changeset, digest: string): Promise<ChangesetResult | undefined> {
  if (changeset.key === undefined) return undefined;
  const { records } = await transaction.run(
    'CYPHER 5 MATCH (c:Changeset {by: $by, key: $key}) RETURN c.digest AS digest, c.result AS result',
    {
      by: keyOwner(changeset),
      key: changeset.key,
    },
  );
  return repeatedResult(changeset, digest, records[0]?.toObject() as AppliedChangeset | undefined);
}

/** Texts are kept once, by digest, with the words that they are found by. */
export async function addTexts(transaction: ManagedTransaction, texts: ReadonlyMap<string, string>): Promise<void> {
  if (texts.size > 0) {
    await transaction.run(
      'CYPHER 5 UNWIND $texts AS text MERGE (t:SourceText {digest: text.digest}) ON CREATE SET t.text = text.text, t.words = text.words',
      {
        texts: [...texts].map(([digest, text]) => ({ digest, text, words: textWords(text) })),
      },
    );
  }
}

async function apply(
  transaction: ManagedTransaction,
  { projections, dependents, texts, result }: Resolution,
  now: number,
  { by, writer }: Changeset,
  position: number,
): Promise<void> {
  await addTexts(transaction, texts);
  if (projections.length === 0) return;
  const withheld = await project(transaction, projections, dependents, now, by);
  // Before the versions are added: what is new here is nobody else's.
  const touched = judges(writer) ? undefined : await touchedOfOthers(transaction, withheld, projections, writer?.name);
  if (touched) throw new TouchesOthers(touched, result);
  const writes = projections.flatMap(({ write }) => write ?? []);
  await addVersions(
    transaction,
    writes.map((write, index): PlacedWrite => ({ ...write, recordedAt: now, recordedBy: by, position: position + index + 1 })),
  );
}

/** A version with its place in the change log. */
export interface PlacedWrite extends RecordWrite {
  readonly position: number;
  readonly recordedAt: number;
  readonly recordedBy?: string | undefined;
}

/** Nodes, what goes out from them, and what is derived, as one transaction wrote them. Gives what readers see otherwise than before. */
export async function project(
  transaction: ManagedTransaction,
  projections: readonly Projection[],
  dependents: Dependents,
  recordedAt: number,
  recordedBy: string | undefined,
): Promise<Withheld | undefined> {
  const of = (record: RecordName) => projections.filter(({ stored }) => stored.record === record);
  for (const record of RECORD_NAMES) await applyNodes(transaction, record, of(record), recordedAt, recordedBy);
  // Edges may lead to any record of the changeset: only when all nodes are there.
  for (const record of RECORD_NAMES) await applyEdges(transaction, record, of(record), recordedAt);
  await redirect(transaction, projections);
  await derive(transaction, touchedBy(projections), recordedAt);
  const withheld = await withhold(transaction, projections, recordedAt);
  await unsettle(transaction, dependents, withheld, recordedAt);
  return withheld;
}

async function applyNodes(
  transaction: ManagedTransaction,
  record: RecordName,
  projections: readonly Projection[],
  recordedAt: number,
  recordedBy: string | undefined,
): Promise<void> {
  const written = ({ stored, document }: Projection) =>
    recordProperties({ ...stored, recordedAt, recordedBy, createdBy: recordedBy }, document);
  const rowOf = (projection: Projection) => ({
    id: projection.stored.id,
    properties: projection.write
      ? projection.before
        ? saidAgain(record, written(projection))
        : written(projection)
      : { ...referenceProperties(record, projection.document), [SINCE]: int(recordedAt) },
  });
  const created = projections.filter(({ before }) => !before);
  const changed = projections.filter(({ before }) => before);
  if (created.length > 0) {
    await transaction.run(`CYPHER 5 UNWIND $rows AS row CREATE (n:${record}) SET n = row.properties`, { rows: created.map(rowOf) });
  }
  if (changed.length > 0) {
    const update = `${matchBy('n', record, 'id', 'row.id')} ${keepState(record, 'n', 'row.properties.heldSince')} SET n += row.properties`;
    await transaction.run(`CYPHER 5 UNWIND $rows AS row ${update}`, { rows: changed.map(rowOf) });
  }
}

/** Replaces what goes out from the records and is other now: references, parts, and what parts refer to. What was keeps its time. */
async function applyEdges(
  transaction: ManagedTransaction,
  record: RecordName,
  projections: readonly Projection[],
  recordedAt: number,
): Promise<void> {
  const whole = (document: RecordDocument): RecordDocument => ({ ...document, ...derivedOf(record, document) });
  const documents = projections.map(({ stored, document, before }) => ({
    id: stored.id,
    document: whole(document),
    before: before && whole(before),
  }));
  for (const edge of edgesOf(record)) {
    if (edge.kind !== 'reference' && edge.kind !== 'parts') continue;
    const other = documents.filter(({ document, before }) => !isDeepStrictEqual(document[edge.name], before?.[edge.name]));
    const relationship = relationshipOf(record, edge);
    const replaced = other.filter(({ before }) => before?.[edge.name] !== undefined);
    if (replaced.length > 0)
      await transaction.run(`CYPHER 5 UNWIND $rows AS row ${matchBy('n', record, 'id', 'row.id')} ${keepRelationships(relationship)}`, {
        rows: replaced.map(({ id }) => ({ id, now: int(recordedAt) })),
      });
    const rows = other.flatMap(({ id, document }) => edgeRows(edge, id, document[edge.name], recordedAt));
    if (rows.length > 0) await transaction.run(edgeStatement(record, edge, relationship), { rows });
  }
}

/** Keeps which records have references that are read through another record than the one they were given to. */
async function redirect(transaction: ManagedTransaction, projections: readonly Projection[]): Promise<void> {
  for (const record of RECORD_NAMES) {
    const of = projections.filter(({ stored }) => stored.record === record);
    const changed = of.flatMap(({ stored, before }) => (before ? [stored.id] : []));
    if (changed.length > 0)
      await transaction.run(`CYPHER 5 UNWIND $ids AS id ${matchBy('n', record, 'id', 'id')} MATCH (n)-[r:${REDIRECTED}]->() DELETE r`, {
        ids: changed,
      });
    const rows = of.flatMap(({ stored, redirected }) => redirected.map((to) => ({ from: stored.id, to })));
    if (rows.length === 0) continue;
    for (const to of MERGEABLE)
      await transaction.run(
        `CYPHER 5 UNWIND $rows AS row ${matchBy('n', record, 'id', 'row.from')} ${matchBy('to', to, 'id', 'row.to')} CREATE (n)-[:${REDIRECTED}]->(to)`,
        { rows },
      );
  }
}

export interface EdgeRow {
  readonly from: string;
  readonly held: Properties;
  readonly to?: string;
  readonly properties: Properties;
  readonly references: Readonly<Record<string, string | null>>;
}

/** What an edge of a record is to be made of. */
export function edgeRows(edge: EdgeDefinition, from: string, value: unknown, recordedAt: number): EdgeRow[] {
  if (value === undefined) return [];
  const held = { [SINCE]: int(recordedAt) };
  if (edge.kind === 'reference') return [{ from, to: value as string, held, properties: {}, references: {} }];
  if (edge.kind !== 'parts') return [];
  return (value as RecordDocument[]).map((part, position) => {
    const references = Object.fromEntries(
      edgesOf(edge.part)
        .filter((inner) => inner.kind === 'reference')
        .map((inner) => [inner.name, (part[inner.name] as string | undefined) ?? null]),
    );
    const properties = withoutNulls({ ...shapeProperties(edge.part, part), position: int(position) });
    return { from, held, properties, references, ...(isRelationship(edge.part) ? { to: Object.values(references)[0]! } : {}) };
  });
}

const withoutNulls = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));

function edgeStatement(record: RecordName, edge: EdgeDefinition, relationship: string): string {
  const from = `CYPHER 5 UNWIND $rows AS row ${matchBy('from', record, 'id', 'row.from')}`;
  if (edge.kind === 'reference')
    return `${from} ${matchBy('to', edge.to, 'id', 'row.to')} CREATE (from)-[r:${relationship}]->(to) SET r = row.held`;
  if (edge.kind !== 'parts') throw new Error(`${edge.name} is not written`);
  const references = edgesOf(edge.part).filter(
    (inner): inner is Extract<EdgeDefinition, { kind: 'reference' }> => inner.kind === 'reference',
  );
  if (isRelationship(edge.part))
    return `${from} ${matchBy('to', references[0]!.to, 'id', 'row.to')} CREATE (from)-[r:${relationship}]->(to) SET r = row.properties, r += row.held`;
  const links = references.map(
    (inner) =>
      `CALL (row, part) { ${matchBy('to', inner.to, 'id', `row.references.${inner.name}`)} CREATE (part)-[:${relationshipOf(edge.part, inner)}]->(to) }`,
  );
  return `${from} CREATE (from)-[r:${relationship}]->(part:${edge.part}) SET part = row.properties, r = row.held ${links.length > 0 ? `WITH row, part ${links.join(' ')}` : ''}`;
}

/** Adds the versions and their authors, ends those that they replace, and moves the log's end. */
export async function addVersions(transaction: ManagedTransaction, writes: readonly PlacedWrite[]): Promise<void> {
  for (const record of RECORD_NAMES) {
    const rows = writes.flatMap((write) => (write.record === record ? [{ id: write.id, properties: versionProperties(write) }] : []));
    if (rows.length === 0) continue;
    await transaction.run(
      `CYPHER 5 UNWIND $rows AS row ${matchBy('n', record, 'id', 'row.id')} CREATE (n)-[:HISTORY]->(v:Version) SET v = row.properties, ${SHOWN_AS_ITS_RECORD}`,
      { rows },
    );
  }
  const authors = new Set(writes.flatMap(({ recordedBy, retraction }) => [recordedBy ?? [], retraction?.by ?? []].flat()));
  if (authors.size > 0) await transaction.run(`CYPHER 5 UNWIND $authors AS name ${authorMerge('name')}`, { authors: [...authors] });
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

function touchedBy(projections: readonly Projection[]): Touched {
  const touched: Touched = { citations: new Set(), claims: new Set(), sources: new Set() };
  for (const { stored, document, before } of projections) {
    const { record, id } = stored;
    if (record === 'Citation') {
      touched.citations.add(id);
      if (before) touched.claims.add(before['claim'] as string);
    }
    if (record === 'Claim') touched.claims.add(id);
    if (record === 'Source' && before && before['published'] !== document['published']) touched.sources.add(id);
  }
  return touched;
}
