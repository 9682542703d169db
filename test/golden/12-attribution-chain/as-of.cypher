CYPHER 5
MATCH (t1:Source|PastSource)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Source)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.title], [COLLECT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Source)<-[t4:SOURCE|WAS_SOURCE]-(:Citation)<-[:PAST_OF*0..1]-(t3)
  WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t3.retraction_present = false
  WITH DISTINCT t3
  WHERE EXISTS {
    MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t6:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t5)
    WHERE t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t5.heldSince <= $p0 AND (t5.heldUntil IS NULL OR t5.heldUntil > $p0) AND t5.retraction_present = false AND true
  }
  WITH t3
  ORDER BY t3.createdAt ASC, t3.id ASC
  LIMIT $p2
  RETURN [[t3.createdAt, t3.id], [[t3.id], COLLECT {
    MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t8:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t7)
    WHERE t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0) AND t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0)
    RETURN [[], t7.textsList]
  }]]
}, [null, null, null]]] AS result
// {"p0":moment-1,"p1":["bfm-article"],"p2":6}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Source|PastSource)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Source)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Source', t1.id], [[t2.title]]]
} AS result
// {"p0":moment-1,"p1":["id-1","id-2","id-3","id-4","id-5","id-6","id-7"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Citation|PastCitation)
  WHERE t0.id IN $p1 AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  RETURN [['Citation', t0.id], [[t0.effectiveDate], COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t2:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t1)
    WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
    RETURN [[], t1.namesList]
  }]]
} AS result
// {"p0":moment-1,"p1":["id-8","id-9","id-10","id-11","id-12","id-13","id-14","id-15","id-16","id-17","id-18"]}
