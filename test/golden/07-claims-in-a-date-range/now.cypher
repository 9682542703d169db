CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[], [COLLECT {
  MATCH (t2:Claim)-[t3:PARTICIPANTS]->() USING INDEX t3:PARTICIPANTS(entityId, firstSaidLower, claimId)
  WHERE t3.entityId = t0.id AND t3.claimId >= '' AND t3.retraction_present = false AND t3.firstSaidLower >= -9000000000000000
  WITH DISTINCT t2, t3
  WHERE EXISTS {
    MATCH (t2)<-[:CLAIM]-(t4:Citation)
    WHERE t4.retraction_present = false AND (t4.saidAtUpper >= $p1 AND t4.saidAtUpper + CASE WHEN t4.saidAtUpperZone = 0 THEN 0 ELSE (t4.saidAtUpperZone - 1440) * 60000 END >= $p2 AND t4.saidAtLower <= $p3 AND t4.saidAtLower + CASE WHEN t4.saidAtLowerZone = 0 THEN 0 ELSE (t4.saidAtLowerZone - 1440) * 60000 END <= $p4 AND t4.saidAtLower > -9000000000000000)
  }
  WITH t2
  ORDER BY t3.entityId DESC, t3.firstSaidLower DESC, t3.claimId DESC
  LIMIT $p5
  RETURN [[t2.firstSaidLower, t2.id], [[t2.firstSaid], t2.textsList]]
}, [COUNT {
  MATCH (t0)<-[:PARTICIPANTS]-(t5:Claim)
  WHERE t5.retraction_present = false
  WITH DISTINCT t5
  WHERE EXISTS {
    MATCH (t5)<-[:CLAIM]-(t6:Citation)
    WHERE t6.retraction_present = false AND (t6.saidAtUpper >= $p6 AND t6.saidAtUpper + CASE WHEN t6.saidAtUpperZone = 0 THEN 0 ELSE (t6.saidAtUpperZone - 1440) * 60000 END >= $p7 AND t6.saidAtLower <= $p8 AND t6.saidAtLower + CASE WHEN t6.saidAtLowerZone = 0 THEN 0 ELSE (t6.saidAtLowerZone - 1440) * 60000 END <= $p9 AND t6.saidAtLower > -9000000000000000)
  }
  RETURN t5
}, false, null]]] AS result
// {"p0":"parler","p1":moment-1,"p2":moment-2,"p3":moment-3,"p4":moment-4,"p5":4,"p6":moment-1,"p7":moment-2,"p8":moment-3,"p9":moment-4}
