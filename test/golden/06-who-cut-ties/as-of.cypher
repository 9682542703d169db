CYPHER 5
RETURN [COLLECT {
  MATCH (t2:Predicate|PastPredicate)
  WHERE t2.key IN $p1 AND t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  WITH DISTINCT t2.id AS t2
  MATCH (t3:Predicate)
  WHERE t3.id = t2
  MATCH (t3)<-[:PAST_OF*0..1]-(t1)
  WHERE t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t1)-[:PAST_OF*0..1]->(:Predicate)<-[t4:PREDICATE|WAS_PREDICATE]-(:Claim)<-[:PAST_OF*0..1]-(t0)
  WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  WITH t0
  WHERE t0.retraction_present = false
  WITH DISTINCT t0
  WHERE EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:Claim)-[t6:OBJECT|WAS_OBJECT]->(:Entity)<-[:PAST_OF*0..1]-(t5)
    WHERE t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t5.heldSince <= $p0 AND (t5.heldUntil IS NULL OR t5.heldUntil > $p0) AND t5.id IN COLLECT {
      MATCH (t7:Entity|PastEntity)
      WHERE t7.key = $p2 AND t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0)
      RETURN coalesce(t7.mergedIntoId, t7.id)
    }
  }
  WITH DISTINCT t0
  WITH t0
  ORDER BY t0.defaultTextFolded ASC, t0.id ASC
  LIMIT $p4
  RETURN [[t0.defaultTextFolded, t0.id], [[t0.validFrom], COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Claim)-[t9:SUBJECT|WAS_SUBJECT]->(:Entity)<-[:PAST_OF*0..1]-(t8)
    WHERE t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0) AND t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0)
    RETURN [[], t8.namesList]
  }, [COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Claim)<-[t11:CLAIM|WAS_CLAIM]-(:Citation)<-[:PAST_OF*0..1]-(t10)
    WHERE t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0) AND t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0) AND t10.retraction_present = false
    WITH t10
    ORDER BY t10.createdAt ASC, t10.id ASC
    LIMIT $p3
    RETURN [[t10.createdAt, t10.id], [[t10.saidAt], COLLECT {
      MATCH (t10)-[:PAST_OF*0..1]->(:Citation)-[t13:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t12)
      WHERE t13.heldSince <= $p0 AND (t13.heldUntil IS NULL OR t13.heldUntil > $p0) AND t12.heldSince <= $p0 AND (t12.heldUntil IS NULL OR t12.heldUntil > $p0)
      RETURN [[t12.title, t12.published]]
    }]]
  }, [null, null, null]]]]
}, [null, null, null]] AS result
// {"p0":moment-1,"p1":["cut-ties-with"],"p2":"parler","p3":6,"p4":21}
