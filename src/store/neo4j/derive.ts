/** Fields of a record that follow from other records; kept when written, for whatever the write could have changed. */
import type { ManagedTransaction } from 'neo4j-driver';
import { NO_DATE } from '../no-date.js';
import { RETRACTED } from './names.js';

/** What a transaction wrote that derived fields depend on, by id. */
export interface Touched {
  readonly citations: Set<string>;
  readonly claims: Set<string>;
  readonly sources: Set<string>;
}

const CITATIONS = `
CYPHER 5 UNWIND $ids AS id MATCH (c:Citation {id: id})-[:SOURCE]->(s:Source)
SET c.effectiveDate = coalesce(c.saidAt, s.published),
    c.effectiveDateLower = CASE WHEN c.saidAt IS NULL THEN s.publishedLower ELSE c.saidAtLower END,
    c.effectiveDateUpper = CASE WHEN c.saidAt IS NULL THEN s.publishedUpper ELSE c.saidAtUpper END
WITH c MATCH (c)-[:CLAIM]->(claim:Claim) RETURN DISTINCT claim.id AS id`;

/** One walk over a claim's citations: sorted once, for the first and the last. */
const CLAIMS = `
CYPHER 5 UNWIND $ids AS id MATCH (claim:Claim {id: id})
OPTIONAL MATCH (claim)<-[:CLAIM]-(c:Citation) WHERE c.${RETRACTED} = false
WITH claim, c ORDER BY c.effectiveDateLower, c.id
WITH claim, count(c) AS citations, [each IN collect(c) WHERE each.effectiveDateLower > ${NO_DATE}] AS dated
WITH claim, citations, dated[0] AS first, dated[-1] AS last
SET claim.citationCount = citations,
    claim.firstSaid = first.effectiveDate, claim.firstSaidLower = coalesce(first.effectiveDateLower, ${NO_DATE}), claim.firstSaidUpper = coalesce(first.effectiveDateUpper, ${NO_DATE}),
    claim.lastSaid = last.effectiveDate, claim.lastSaidLower = coalesce(last.effectiveDateLower, ${NO_DATE}), claim.lastSaidUpper = coalesce(last.effectiveDateUpper, ${NO_DATE})`;

export async function derive(transaction: ManagedTransaction, { citations, claims, sources }: Touched): Promise<void> {
  if (sources.size > 0) {
    const result = await transaction.run('CYPHER 5 UNWIND $ids AS id MATCH (:Source {id: id})<-[:SOURCE]-(c:Citation) RETURN c.id AS id', {
      ids: [...sources],
    });
    for (const row of result.records) citations.add(row.get('id') as string);
  }
  if (citations.size > 0) {
    const result = await transaction.run(CITATIONS, { ids: [...citations] });
    for (const row of result.records) claims.add(row.get('id') as string);
  }
  if (claims.size > 0) await transaction.run(CLAIMS, { ids: [...claims] });
}
