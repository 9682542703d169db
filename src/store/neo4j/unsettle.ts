/** Marks the claims whose corroboration a write may have changed; settle.ts works it out anew. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import type { Dependents } from '../../model/changeset/dependents.js';
import { OWNERSHIP } from '../../model/vocabulary.js';
import { matchBy, SINCE, UNSETTLED } from './names.js';
import { keepState } from './past.js';

/** That a citation of one claim relays one of another: kept once seen, for it costs nothing to look once too often. */
const CARRIED = `
CYPHER 5 UNWIND $ids AS id ${matchBy('c', 'Citation', 'id', 'id')} MATCH (c)-[:CLAIM]->(own:Claim)
CALL (c, own) {
  MATCH (c)-[:RELAYS]->(:Citation)-[:CLAIM]->(other:Claim) WHERE other <> own RETURN other AS from, own AS to
  UNION MATCH (c)<-[:RELAYS]-(:Citation)-[:CLAIM]->(other:Claim) WHERE other <> own RETURN own AS from, other AS to
}
MERGE (from)-[:CARRIED_TO]->(to)`;

/** A state that has held for a while stays as it was: the mark begins a new one. */
const MARK = `WITH claim WHERE claim.${UNSETTLED} IS NULL OR claim.${SINCE} < $now
${keepState('Claim', 'claim', '$now')} SET claim.${UNSETTLED} = true, claim.${SINCE} = $now`;

const AFFECTED = `
CYPHER 5 UNWIND $ids AS id ${matchBy('first', 'Claim', 'id', 'id')} MATCH (first)-[:CARRIED_TO*0..]->(claim:Claim) WITH DISTINCT claim ${MARK}`;
const CARRIED_BY_SOURCES = `
CYPHER 5 UNWIND $ids AS id ${matchBy('first', 'Source', 'id', 'id')} MATCH (first)<-[:DERIVATIONS*0..]-(s:Source) WITH DISTINCT s
MATCH (s)<-[:SOURCE]-(:Citation)-[:CLAIM]->(claim:Claim) RETURN DISTINCT claim.id AS id`;
const PUBLISHED = `CYPHER 5 UNWIND $ids AS id ${matchBy('e', 'Entity', 'id', 'id')} MATCH (e)<-[:PUBLISHER]-(s:Source) RETURN DISTINCT s.id AS id`;

export async function unsettle(
  transaction: ManagedTransaction,
  { claims, citations, sources, owners, everything }: Dependents,
  recordedAt: number,
): Promise<void> {
  const now = int(recordedAt);
  if (citations.length > 0) await transaction.run(CARRIED, { ids: citations });
  if (everything) {
    await transaction.run(`CYPHER 5 MATCH (claim:Claim) ${MARK}`, { now });
    return;
  }
  const found = async (cypher: string, ids: readonly string[]): Promise<string[]> =>
    ids.length === 0 ? [] : (await transaction.run(cypher, { ids })).records.map((row) => row.get('id') as string);
  const owned = await ownedBy(owners, found);
  const otherwise = [...sources, ...(await found(PUBLISHED, owned))];
  const affected = [...new Set([...claims, ...(await found(CARRIED_BY_SOURCES, otherwise))])];
  if (affected.length > 0) await transaction.run(AFFECTED, { ids: affected, now });
}

/** These, what they own, and so on. */
async function ownedBy(owners: readonly string[], found: (cypher: string, ids: readonly string[]) => Promise<string[]>): Promise<string[]> {
  const all = new Set(owners);
  for (let edge: readonly string[] = owners; edge.length > 0;) {
    const next: string[] = [];
    for (const [predicate, owner] of Object.entries(OWNERSHIP)) {
      const [own, other] = owner === 'subject' ? ['SUBJECT', 'OBJECT'] : ['OBJECT', 'SUBJECT'];
      const cypher = `CYPHER 5 UNWIND $ids AS id ${matchBy('e', 'Entity', 'id', 'id')} MATCH (e)<-[:${own}]-(c:Claim)-[:${other}]->(o:Entity) WHERE EXISTS { (c)-[:PREDICATE]->(:Predicate {key: '${predicate}'}) } RETURN DISTINCT o.id AS id`;
      next.push(...(await found(cypher, edge)));
    }
    edge = [...new Set(next)].filter((id) => !all.has(id));
    for (const id of edge) all.add(id);
  }
  return [...all];
}
