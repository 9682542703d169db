/** Keeps which records are withheld from readers (model/withholding.ts), when a transaction's nodes and relationships are all there. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import type { Projection } from '../../model/changeset/projections.js';
import type { RecordName } from '../../model/definition.js';
import { edgeOf } from '../../model/graph.js';
import { SHOWN_WITH, WITHHOLDABLE, WITHHOLDINGS, type Withholding } from '../../model/withholding.js';
import { heldAt, isRelationship, matchBy, PAST_OF, pastRelationship, relationshipOf, SINCE } from './names.js';
import { referenceProperty } from './ordered-edges.js';
import { keepState } from './past.js';
import { markShownVersions } from './shown-versions.js';

export type Ids = Partial<Record<RecordName, readonly string[]>>;

/** Records that are withheld now, or not any more, by id. */
export interface Withheld {
  readonly changed: Ids;
  /** Of them, the ones that are withheld now. */
  readonly hidden: Ids;
}

/** From a record to what it refers to; `past`: or ever did. */
function patternOf({ from, to, reference, list }: Withholding, near: string, far: string, past = false): string {
  const type = relationshipOf(from, edgeOf(from, list ?? reference));
  const step = past ? `${type}|${pastRelationship(type)}` : type;
  if (list === undefined) return `(${near})-[:${step}]->(${far}:${to})`;
  const edge = edgeOf(from, list);
  if (edge.kind !== 'parts' || isRelationship(edge.part)) return `(${near})-[:${step}]->(${far}:${to})`;
  return `(${near})-[:${step}]->(:${edge.part})-[:${relationshipOf(edge.part, edgeOf(edge.part, reference))}]->(${far}:${to})`;
}

/** True of a node `n` that is to be withheld. */
export function isToBeWithheld(record: RecordName): string {
  const passed = WITHHOLDINGS.filter(({ from }) => from === record).map(
    (each) => `EXISTS { MATCH ${patternOf(each, 'n', 'x')} WHERE x.withheld IS NOT NULL }`,
  );
  const own = `(n.visibility <> 'PUBLIC' OR ${passed.join(' OR ')})`;
  if (!MERGEABLE.includes(record)) return own;
  // Whoever knows a merged record's id is led to the one that it is read through, if they may see that.
  return `CASE WHEN n.${referenceProperty('mergedInto')} IS NULL THEN ${own} ELSE EXISTS { MATCH (n)-[:MERGED_INTO]->(x) WHERE x.withheld IS NOT NULL } END`;
}

const EVER = "CYPHER 5 OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'}) RETURN coalesce(log.withholds, false) AS ever";

/** Whether anything ever was withheld. */
export async function everWithheld(transaction: Pick<ManagedTransaction, 'run'>): Promise<boolean> {
  return (await transaction.run(EVER)).records[0]!.get('ever') as boolean;
}

/** Undefined: nothing changed. */
export async function withhold(
  transaction: ManagedTransaction,
  projections: readonly Projection[],
  recordedAt: number,
): Promise<Withheld | undefined> {
  const isMarked = projections.some(({ document }) => document['visibility'] !== undefined);
  if (!isMarked && !(await everWithheld(transaction))) return undefined;
  await transaction.run("CYPHER 5 MERGE (log:ClaimgraphLog {name: 'log'}) SET log.withholds = true");
  const now = int(recordedAt);
  const idsOf = async (cypher: string, ids: readonly string[]): Promise<string[]> =>
    ids.length === 0 ? [] : (await transaction.run(`CYPHER 5 ${cypher}`, { ids })).records.map((row) => row.get('id') as string);
  const referring = async (record: RecordName, to: Ids, past: boolean, within: boolean): Promise<string[]> => {
    const found: string[] = [];
    for (const each of WITHHOLDINGS) {
      if (each.from !== record || (!past && (each.to === record) !== within)) continue;
      const match = `UNWIND $ids AS id ${matchBy('x', each.to, 'id', 'id')} MATCH ${patternOf(each, `n:${record}`, 'x', past)} RETURN DISTINCT n.id AS id`;
      found.push(...(await idsOf(match, to[each.to] ?? [])));
    }
    return found;
  };
  const changed: Partial<Record<RecordName, string[]>> = {};
  const hidden: Partial<Record<RecordName, string[]>> = {};
  // Entities before what refers to them, and so on (WITHHOLDABLE is in that order).
  for (const record of WITHHOLDABLE) {
    const written = projections.flatMap(({ stored }) => (stored.record === record ? [stored.id] : []));
    for (let ids = [...written, ...(await referring(record, changed, false, false))]; ids.length > 0;) {
      const flip = `CYPHER 5 UNWIND $ids AS id ${matchBy('n', record, 'id', 'id')} WITH DISTINCT n, n.withheld IS NULL AS hiding
        WHERE hiding = (${isToBeWithheld(record)}) ${keepState(record, 'n', '$now')}
        SET n.withheld = CASE WHEN hiding THEN true END, n.${SINCE} = $now RETURN n.id AS id, hiding`;
      const flipped = (await transaction.run(flip, { ids, now })).records.map((row) => row.toObject() as { id: string; hiding: boolean });
      (changed[record] ??= []).push(...flipped.map(({ id }) => id));
      (hidden[record] ??= []).push(...flipped.flatMap(({ id, hiding }) => (hiding ? [id] : [])));
      // A merged record follows the one that it is read through.
      ids = flipped.length === 0 ? [] : await referring(record, { [record]: flipped.map(({ id }) => id) }, false, true);
    }
  }
  if (WITHHOLDABLE.every((record) => (changed[record] ?? []).length === 0)) return undefined;
  for (const record of WITHHOLDABLE) {
    const ids = [...(hidden[record] ?? []), ...(await referring(record, hidden, true, true))];
    const then = `CYPHER 5 UNWIND $ids AS id ${matchBy('n', record, 'id', 'id')} MATCH (n)<-[:${PAST_OF}]-(s) SET s.withheld = true`;
    if (ids.length > 0) await transaction.run(then, { ids });
    await markShownVersions(transaction, record, [...new Set([...(changed[record] ?? []), ...ids])]);
  }
  return { changed, hidden };
}

/** True where the record of the node is withheld, or at `$asOf` something that it cannot be shown without (SHOWN_WITH). */
export function isWithheld(node: string, record: RecordName, asOf: number | undefined): string {
  if (asOf === undefined) return `${node}.withheld IS NOT NULL`;
  const beside = (SHOWN_WITH[record] ?? []).map((reference) => {
    const edge = edgeOf(record, reference) as { to: RecordName };
    const type = relationshipOf(record, edgeOf(record, reference));
    const there = `(${node})-[wr:${type}|${pastRelationship(type)}]->(:${edge.to})<-[:${PAST_OF}*0..1]-(wx)`;
    return ` OR EXISTS { MATCH ${there} WHERE ${heldAt('wr', '$asOf')} AND ${heldAt('wx', '$asOf')} AND wx.withheld IS NOT NULL }`;
  });
  return `(EXISTS { MATCH (${node})<-[:${PAST_OF}*0..1]-(w) WHERE ${heldAt('w', '$asOf')} AND w.withheld IS NOT NULL }${beside.join('')})`;
}
