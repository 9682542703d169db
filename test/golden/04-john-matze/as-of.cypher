CYPHER 5
MATCH (t1:Entity|PastEntity)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Entity)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[], t0.namesList, [COLLECT {
  UNWIND COLLECT {
    MATCH (t3:Citation) USING INDEX t3:Citation(speakerId, effectiveDateLower, id)
    WHERE t3.speakerId = t0.id AND t3.id >= '' AND t3.heldSince <= $p0 AND t3.retraction_present = false AND t3.effectiveDateLower >= -9000000000000000
    WITH t3
    ORDER BY t3.speakerId DESC, t3.effectiveDateLower DESC, t3.id DESC
    LIMIT $p2
    RETURN t3
  } + COLLECT {
    MATCH (t3:PastCitation) USING INDEX t3:PastCitation(speakerId, heldUntil)
    WHERE t3.speakerId = t0.id AND t3.heldUntil > $p0 AND t3.heldSince <= $p0 AND t3.retraction_present = false
    WITH t3
    ORDER BY t3.effectiveDateLower DESC, t3.id DESC
    LIMIT $p3
    RETURN t3
  } AS t3
  WITH t3
  ORDER BY t3.effectiveDateLower DESC, t3.id DESC
  LIMIT $p5
  RETURN [[t3.effectiveDateLower, t3.id], [[t3.quote, t3.effectiveDate], COLLECT {
    MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t5:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t4)
    WHERE t5.heldSince <= $p0 AND (t5.heldUntil IS NULL OR t5.heldUntil > $p0) AND t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0)
    RETURN [[], t4.textsList]
  }, COLLECT {
    MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t7:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t6)
    WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0) AND t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0)
    RETURN [[t6.title, t6.kind], COLLECT {
      MATCH (t6)-[:PAST_OF*0..1]->(:Source)-[t9:PUBLISHER|WAS_PUBLISHER]->(:Entity)<-[:PAST_OF*0..1]-(t8)
      WHERE t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0) AND t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0)
      RETURN [[], t8.namesList]
    }]
  }, [COLLECT {
    MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t11:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t10)
    WHERE t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0) AND t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0) AND t10.retraction_present = false
    WITH DISTINCT t10
    WITH t10
    ORDER BY t10.effectiveDateLower DESC, t10.id DESC
    LIMIT $p4
    RETURN [[t10.effectiveDateLower, t10.id], [[], COLLECT {
      MATCH (t10)-[:PAST_OF*0..1]->(:Citation)-[t13:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t12)
      WHERE t13.heldSince <= $p0 AND (t13.heldUntil IS NULL OR t13.heldUntil > $p0) AND t12.heldSince <= $p0 AND (t12.heldUntil IS NULL OR t12.heldUntil > $p0)
      RETURN [[t12.title]]
    }]]
  }, [null, null, null]]]]
}, [COUNT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Entity)<-[t15:SPEAKER|WAS_SPEAKER]-(:Citation)<-[:PAST_OF*0..1]-(t14)
  WHERE t15.heldSince <= $p0 AND (t15.heldUntil IS NULL OR t15.heldUntil > $p0) AND t14.heldSince <= $p0 AND (t14.heldUntil IS NULL OR t14.heldUntil > $p0) AND t14.retraction_present = false
  RETURN t14
}, null, null]]] AS result
// {"p0":moment-1,"p1":["john-matze"],"p2":21,"p3":21,"p4":6,"p5":21}
