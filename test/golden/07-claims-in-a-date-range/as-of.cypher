CYPHER 5
MATCH (t1:Entity|PastEntity)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Entity)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[], [COLLECT {
  UNWIND COLLECT {
    MATCH (t3:Claim)-[t4:PARTICIPANTS]->() USING INDEX t4:PARTICIPANTS(entityId, firstSaidLower, claimId)
    WHERE t4.entityId = t0.id AND t4.claimId >= '' AND t4.heldSince <= $p0 AND t3.heldSince <= $p0 AND t4.retraction_present = false AND t4.firstSaidLower >= -9000000000000000
    WITH DISTINCT t3, t4
    WHERE EXISTS {
      MATCH (t3)-[:PAST_OF*0..1]->(:Claim)<-[t7:CLAIM|WAS_CLAIM]-(:Citation)<-[:PAST_OF*0..1]-(t6)
      WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0) AND t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t6.retraction_present = false AND (t6.saidAtUpper >= $p2 AND t6.saidAtUpper + CASE WHEN t6.saidAtUpperZone = 0 THEN 0 ELSE (t6.saidAtUpperZone - 1440) * 60000 END >= $p3 AND t6.saidAtLower <= $p4 AND t6.saidAtLower + CASE WHEN t6.saidAtLowerZone = 0 THEN 0 ELSE (t6.saidAtLowerZone - 1440) * 60000 END <= $p5 AND t6.saidAtLower > -9000000000000000)
    }
    WITH t3
    ORDER BY t4.entityId DESC, t4.firstSaidLower DESC, t4.claimId DESC
    LIMIT $p6
    RETURN t3
  } + COLLECT {
    MATCH (t3:PastClaim)-[t5:PAST_PARTICIPANTS]->() USING INDEX t5:PAST_PARTICIPANTS(entityId, heldUntil)
    WHERE t5.entityId = t0.id AND t5.heldUntil > $p0 AND t5.heldSince <= $p0 AND t5.retraction_present = false
    WITH DISTINCT t3, t5
    WHERE EXISTS {
      MATCH (t3)-[:PAST_OF*0..1]->(:Claim)<-[t9:CLAIM|WAS_CLAIM]-(:Citation)<-[:PAST_OF*0..1]-(t8)
      WHERE t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0) AND t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0) AND t8.retraction_present = false AND (t8.saidAtUpper >= $p7 AND t8.saidAtUpper + CASE WHEN t8.saidAtUpperZone = 0 THEN 0 ELSE (t8.saidAtUpperZone - 1440) * 60000 END >= $p8 AND t8.saidAtLower <= $p9 AND t8.saidAtLower + CASE WHEN t8.saidAtLowerZone = 0 THEN 0 ELSE (t8.saidAtLowerZone - 1440) * 60000 END <= $p10 AND t8.saidAtLower > -9000000000000000)
    }
    WITH t3
    ORDER BY t3.firstSaidLower DESC, t3.id DESC
    LIMIT $p11
    RETURN t3
  } AS t3
  WITH t3
  ORDER BY t3.firstSaidLower DESC, t3.id DESC
  LIMIT $p12
  RETURN [[t3.firstSaidLower, t3.id], [[t3.firstSaid], t3.textsList]]
}, [COUNT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Entity)<-[t11:PARTICIPANTS|WAS_PARTICIPANTS]-(:Claim)<-[:PAST_OF*0..1]-(t10)
  WHERE t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0) AND t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0) AND t10.retraction_present = false
  WITH DISTINCT t10
  WHERE EXISTS {
    MATCH (t10)-[:PAST_OF*0..1]->(:Claim)<-[t13:CLAIM|WAS_CLAIM]-(:Citation)<-[:PAST_OF*0..1]-(t12)
    WHERE t13.heldSince <= $p0 AND (t13.heldUntil IS NULL OR t13.heldUntil > $p0) AND t12.heldSince <= $p0 AND (t12.heldUntil IS NULL OR t12.heldUntil > $p0) AND t12.retraction_present = false AND (t12.saidAtUpper >= $p13 AND t12.saidAtUpper + CASE WHEN t12.saidAtUpperZone = 0 THEN 0 ELSE (t12.saidAtUpperZone - 1440) * 60000 END >= $p14 AND t12.saidAtLower <= $p15 AND t12.saidAtLower + CASE WHEN t12.saidAtLowerZone = 0 THEN 0 ELSE (t12.saidAtLowerZone - 1440) * 60000 END <= $p16 AND t12.saidAtLower > -9000000000000000)
  }
  RETURN t10
}, false, null]]] AS result
// {"p0":moment-1,"p1":["parler"],"p2":moment-2,"p3":moment-3,"p4":moment-4,"p5":moment-5,"p6":4,"p7":moment-2,"p8":moment-3,"p9":moment-4,"p10":moment-5,"p11":4,"p12":4,"p13":moment-2,"p14":moment-3,"p15":moment-4,"p16":moment-5}
