CYPHER 5
MATCH (t1:Claim|PastClaim)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT t1.id AS t1
MATCH (t2:Claim)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.version], t0.textsList, COLLECT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Claim)-[:HISTORY]->(t3:Version)
  WHERE t3.recordedAt <= $p0
  WITH t3
  ORDER BY t3.version DESC
  RETURN [[t3.version, t3.operation, t3.recordedAt, t3.recordedBy, t3.reason, t3.document]]
}] AS result
// {"p0":moment-1,"p1":["parler-unreachable"]}
