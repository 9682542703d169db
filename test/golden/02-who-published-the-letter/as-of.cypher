CYPHER 5
MATCH (t1:Source|PastSource)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Source)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.title, t0.published], COLLECT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Source)-[t3:CONTRIBUTORS|WAS_CONTRIBUTORS]->(:Entity)<-[:PAST_OF*0..1]-(t4)
  WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0)
  WITH t3, t4
  ORDER BY t3.position
  RETURN [[t3.role], [[[], t4.namesList]]]
}, [COLLECT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Source)<-[t6:DERIVATIONS|WAS_DERIVATIONS]-(:Source)<-[:PAST_OF*0..1]-(t5)
  WHERE t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t5.heldSince <= $p0 AND (t5.heldUntil IS NULL OR t5.heldUntil > $p0) AND t5.retraction_present = false
  WITH DISTINCT t5
  WHERE EXISTS {
    MATCH (t5)-[:PAST_OF*0..1]->(:Source)-[t7:DERIVATIONS|WAS_DERIVATIONS]->(:Source)<-[:PAST_OF*0..1]-(t8)
    WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0) AND t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0) AND t7.kind = $p2
  }
  WITH DISTINCT t5
  WITH t5
  ORDER BY t5.publishedLower DESC, t5.id DESC
  LIMIT $p4
  RETURN [[t5.publishedLower, t5.id], [[t5.title, t5.published], COLLECT {
    MATCH (t5)-[:PAST_OF*0..1]->(:Source)-[t10:PUBLISHER|WAS_PUBLISHER]->(:Entity)<-[:PAST_OF*0..1]-(t9)
    WHERE t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0) AND t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0)
    RETURN [[], t9.namesList]
  }, [COLLECT {
    MATCH (t5)-[:PAST_OF*0..1]->(:Source)<-[t12:DERIVATIONS|WAS_DERIVATIONS]-(:Source)<-[:PAST_OF*0..1]-(t11)
    WHERE t12.heldSince <= $p0 AND (t12.heldUntil IS NULL OR t12.heldUntil > $p0) AND t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0) AND t11.retraction_present = false
    WITH DISTINCT t11
    WITH t11
    ORDER BY t11.publishedLower DESC, t11.id DESC
    LIMIT $p3
    RETURN [[t11.publishedLower, t11.id], [[t11.title, t11.published], COLLECT {
      MATCH (t11)-[:PAST_OF*0..1]->(:Source)-[t14:PUBLISHER|WAS_PUBLISHER]->(:Entity)<-[:PAST_OF*0..1]-(t13)
      WHERE t14.heldSince <= $p0 AND (t14.heldUntil IS NULL OR t14.heldUntil > $p0) AND t13.heldSince <= $p0 AND (t13.heldUntil IS NULL OR t13.heldUntil > $p0)
      RETURN [[], t13.namesList]
    }]]
  }, [COUNT {
    MATCH (t5)-[:PAST_OF*0..1]->(:Source)<-[t16:DERIVATIONS|WAS_DERIVATIONS]-(:Source)<-[:PAST_OF*0..1]-(t15)
    WHERE t16.heldSince <= $p0 AND (t16.heldUntil IS NULL OR t16.heldUntil > $p0) AND t15.heldSince <= $p0 AND (t15.heldUntil IS NULL OR t15.heldUntil > $p0) AND t15.retraction_present = false
    RETURN DISTINCT t15
  }, null, null]]]]
}, [null, null, null]]] AS result
// {"p0":moment-1,"p1":["aws-letter-itself"],"p2":"QUOTES","p3":11,"p4":6}

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
  WITH t0
  ORDER BY t0.firstSaidLower DESC, t0.id DESC
  LIMIT $p2
  RETURN [[t0.firstSaidLower, t0.id], [[], t0.textsList, COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Claim)-[t6:SUBJECT|WAS_SUBJECT]->(:Entity)<-[:PAST_OF*0..1]-(t5)
    WHERE t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t5.heldSince <= $p0 AND (t5.heldUntil IS NULL OR t5.heldUntil > $p0)
    RETURN [[], t5.namesList]
  }, COLLECT {
    MATCH (t0)-[:PAST_OF*0..1]->(:Claim)-[t8:OBJECT|WAS_OBJECT]->(:Entity)<-[:PAST_OF*0..1]-(t7)
    WHERE t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0) AND t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0)
    RETURN [[], t7.namesList]
  }]]
}, [null, null, null]] AS result
// {"p0":moment-1,"p1":["first-published"],"p2":6}
