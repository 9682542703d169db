CYPHER 5
MATCH (t1:Source|PastSource)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Source)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.title, t0.id]] AS result
// {"p0":moment-1,"p1":["aws-letter-itself"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Citation|PastCitation)
  WHERE t0.id IN $p1 AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  RETURN [['Citation', t0.id], [[], COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t2:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t1)
    WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
    RETURN [[t1.title]]
  }]]
} AS result
// {"p0":moment-1,"p1":["id-1","id-2","id-3","id-4","id-5","id-6","id-7","id-8"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Claim|PastClaim)
  WHERE t0.id IN $p1 AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  RETURN [['Claim', t0.id], [[], t0.textsList]]
} AS result
// {"p0":moment-1,"p1":["id-9","id-10","id-11","id-12"]}
