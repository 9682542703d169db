CYPHER 5
MATCH (t4:Entity|PastEntity)
WHERE t4.key IN $p1 AND t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0)
WITH DISTINCT coalesce(t4.mergedIntoId, t4.id) AS t4
MATCH (t5:Entity)
WHERE t5.id = t4
MATCH (t5)<-[:PAST_OF*0..1]-(t3)
WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0)
MATCH (t3)-[:PAST_OF*0..1]->(:Entity)<-[t6:PUBLISHER|WAS_PUBLISHER]-(:Source)<-[:PAST_OF*0..1]-(t2)
WHERE t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
WITH t2
WHERE t2.retraction_present = false
MATCH (t2)-[:PAST_OF*0..1]->(:Source)<-[t7:KNOWN_ONLY_THROUGH|WAS_KNOWN_ONLY_THROUGH]-(:Claim)<-[:PAST_OF*0..1]-(t0)
WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0) AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
WITH t0
WHERE t0.retraction_present = false
WITH collect(DISTINCT t0) AS t1
RETURN [COLLECT {
  UNWIND t1 AS t0
  WITH t0
  WITH t0
  ORDER BY t0.defaultTextFolded ASC, t0.id ASC
  LIMIT $p4
  RETURN [[t0.defaultTextFolded, t0.id], [[], t0.textsList, [COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Claim)-[t9:KNOWN_ONLY_THROUGH|WAS_KNOWN_ONLY_THROUGH]->(:Source)<-[:PAST_OF*0..1]-(t8)
    WHERE t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0) AND t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0) AND t8.retraction_present = false
    WITH DISTINCT t8
    WITH t8
    ORDER BY t8.publishedLower DESC, t8.id DESC
    LIMIT $p2
    RETURN [[t8.publishedLower, t8.id], [[t8.title]]]
  }, [null, null, null]], [COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Claim)<-[t11:CLAIM|WAS_CLAIM]-(:Citation)<-[:PAST_OF*0..1]-(t10)
    WHERE t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0) AND t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0) AND t10.retraction_present = false
    WITH t10
    ORDER BY t10.createdAt ASC, t10.id ASC
    LIMIT $p3
    RETURN [[t10.createdAt, t10.id], [[], COLLECT {
      MATCH (t10)-[:PAST_OF*0..1]->(:Citation)-[t13:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t12)
      WHERE t13.heldSince <= $p0 AND (t13.heldUntil IS NULL OR t13.heldUntil > $p0) AND t12.heldSince <= $p0 AND (t12.heldUntil IS NULL OR t12.heldUntil > $p0)
      RETURN [[t12.title]]
    }, COLLECT {
      MATCH (t10)-[:PAST_OF*0..1]->(:Citation)-[t15:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t14)
      WHERE t15.heldSince <= $p0 AND (t15.heldUntil IS NULL OR t15.heldUntil > $p0) AND t14.heldSince <= $p0 AND (t14.heldUntil IS NULL OR t14.heldUntil > $p0)
      RETURN [[], t14.namesList]
    }]]
  }, [null, null, null]]]]
}, [size(t1), null, null]] AS result
// {"p0":moment-1,"p1":["buzzfeed"],"p2":6,"p3":6,"p4":21}
