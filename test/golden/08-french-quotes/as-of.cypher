CYPHER 5
RETURN [COLLECT {
  MATCH (t2:Source|PastSource)
  WHERE t2.key IN $p1 AND t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  WITH DISTINCT coalesce(t2.mergedIntoId, t2.id) AS t2
  MATCH (t3:Source)
  WHERE t3.id = t2
  MATCH (t3)<-[:PAST_OF*0..1]-(t1)
  WHERE t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t1)-[:PAST_OF*0..1]->(:Source)<-[t4:SOURCE|WAS_SOURCE]-(:Citation)<-[:PAST_OF*0..1]-(t0)
  WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  WITH t0
  WHERE (t0.quoteLanguage = $p2 OR t0.quoteLanguage STARTS
  WITH $p3) AND t0.retraction_present = false
  WITH DISTINCT t0
  WITH t0
  ORDER BY t0.createdAt ASC, t0.id ASC
  LIMIT $p4
  RETURN [[t0.createdAt, t0.id], [[t0.quote], COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t6:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t5)
    WHERE t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t5.heldSince <= $p0 AND (t5.heldUntil IS NULL OR t5.heldUntil > $p0)
    RETURN [[], t5.namesList]
  }, CASE WHEN t0.passage_present THEN [[t0.passage_exact, t0.passage_start, t0.passage_end, t0.passage_state]] END, COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t8:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t7)
    WHERE t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0) AND t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0)
    RETURN [[t7.title, t7.digest]]
  }]]
}, [null, null, null]] AS result
// {"p0":moment-1,"p1":["bfm-article"],"p2":"fr","p3":"fr-","p4":21}
