/** Fields of a record that follow from other records; kept when written, for whatever the write could have changed. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import type { RecordName } from '../../model/definition.js';
import { NO_DATE } from '../no-date.js';
import { DATE_PARTS, matchBy, RETRACTED, SINCE } from './names.js';
import { keepState } from './past.js';

/** What a transaction wrote that derived fields depend on, by id. */
export interface Touched {
  readonly citations: Set<string>;
  readonly claims: Set<string>;
  readonly sources: Set<string>;
}

/** Sets what is worked out anew (a map `w`) where it differs: a node that stays as it is has no past. */
const settle = (record: RecordName, node: string, differs: string): string =>
  `CALL (${node}, w) { WITH ${node}, w WHERE ${differs} ${keepState(record, node, '$now')} SET ${node} += w, ${node}.${SINCE} = $now }`;
const otherText = (node: string, property: string): string => `coalesce(${node}.${property}, '') <> coalesce(w.${property}, '')`;

const CITATIONS = `
CYPHER 5 UNWIND $ids AS id ${matchBy('c', 'Citation', 'id', 'id')} MATCH (c)-[:SOURCE]->(s:Source)
WITH c, { effectiveDate: coalesce(c.saidAt, s.published),
  ${DATE_PARTS.map(({ suffix }) => `effectiveDate${suffix}: CASE WHEN c.saidAt IS NULL THEN s.published${suffix} ELSE c.saidAt${suffix} END`).join(', ')} } AS w
${settle('Citation', 'c', `c.effectiveDateLower IS NULL OR ${otherText('c', 'effectiveDate')}`)}
WITH c MATCH (c)-[:CLAIM]->(claim:Claim) RETURN DISTINCT claim.id AS id`;

/** Past this many citations the index costs less than a walk over them (seeks also look at all that the transaction wrote). */
const WALKED_CITATIONS = 300;

/** The first and the last citation in force that has a date, and how many are in force; no walk over a claim with a hundred thousand. */
const CLAIMS = `
CYPHER 5 UNWIND $ids AS id ${matchBy('claim', 'Claim', 'id', 'id')}
WITH claim, COUNT { (claim)<-[:CLAIM]-() } AS degree
CALL (claim, degree) {
  WITH claim, degree WHERE degree <= ${WALKED_CITATIONS}
  OPTIONAL MATCH (claim)<-[:CLAIM]-(c) WHERE c.${RETRACTED} = false
  WITH claim, c ORDER BY c.effectiveDateLower, c.id
  WITH claim, count(c) AS citations, [each IN collect(c) WHERE each.effectiveDateLower > ${NO_DATE}] AS dated
  RETURN citations, dated[0] AS first, dated[-1] AS last
  UNION ALL
  WITH claim, degree WHERE degree > ${WALKED_CITATIONS}
  RETURN degree - COUNT { MATCH (c:Citation) USING INDEX c:Citation(claimId, ${RETRACTED}) WHERE c.claimId = claim.id AND c.${RETRACTED} = true } AS citations,
    ${edgeCitation('ASC')} AS first, ${edgeCitation('DESC')} AS last
}
WITH claim, { citationCount: citations,
  ${saidAt('firstSaid', 'first')}, ${saidAt('lastSaid', 'last')} } AS w
${settle('Claim', 'claim', `claim.citationCount IS NULL OR claim.citationCount <> w.citationCount OR ${otherText('claim', 'firstSaid')} OR ${otherText('claim', 'lastSaid')}`)}`;

/** Properties of a claim, from the citation that has the date. */
export function saidAt(property: string, from: string): string {
  const parts = DATE_PARTS.map(({ suffix, absent }) => `${property}${suffix}: coalesce(${from}.effectiveDate${suffix}, ${absent})`);
  return [`${property}: ${from}.effectiveDate`, ...parts].join(', ');
}

function edgeCitation(direction: 'ASC' | 'DESC'): string {
  const order = ['claimId', 'effectiveDateLower', 'id'].map((property) => `c.${property} ${direction}`).join(', ');
  return `head(COLLECT { MATCH (c:Citation) USING INDEX c:Citation(claimId, effectiveDateLower, id)
    WHERE c.claimId = claim.id AND c.id >= '' AND c.effectiveDateLower > ${NO_DATE} AND c.${RETRACTED} = false WITH c ORDER BY ${order} LIMIT 1 RETURN c })`;
}

/** What a page below a hub is sorted and counted by, copied onto the relationship (ordered-edges.ts). */
const COPIES = `
CYPHER 5 UNWIND $ids AS id ${matchBy('claim', 'Claim', 'id', 'id')} MATCH (claim)-[r:PARTICIPANTS]->(entity)
SET r += { entityId: entity.id, claimId: claim.id, ${DATE_PARTS.map(({ suffix }) => `firstSaid${suffix}: claim.firstSaid${suffix}`).join(', ')}, ${RETRACTED}: claim.${RETRACTED} }`;

export async function derive(transaction: ManagedTransaction, { citations, claims, sources }: Touched, recordedAt: number): Promise<void> {
  const now = int(recordedAt);
  if (sources.size > 0) {
    const result = await transaction.run(
      `CYPHER 5 UNWIND $ids AS id ${matchBy('s', 'Source', 'id', 'id')} MATCH (s)<-[:SOURCE]-(c:Citation) RETURN c.id AS id`,
      {
        ids: [...sources],
      },
    );
    for (const row of result.records) citations.add(row.get('id') as string);
  }
  if (citations.size > 0) {
    const result = await transaction.run(CITATIONS, { ids: [...citations], now });
    for (const row of result.records) claims.add(row.get('id') as string);
  }
  if (claims.size === 0) return;
  await transaction.run(CLAIMS, { ids: [...claims], now });
  await transaction.run(COPIES, { ids: [...claims] });
}
