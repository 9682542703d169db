CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.withheld], [COLLECT {
  MATCH (t2:Claim)-[t3:PARTICIPANTS]->() USING INDEX t3:PARTICIPANTS(entityId, firstSaidLower, claimId)
  WHERE t3.entityId = t0.id AND t3.claimId >= '' AND t3.retraction_present = false AND t2.withheld IS NULL AND t2.readersDiffer IS NULL AND t3.firstSaidLower >= -9000000000000000
  WITH DISTINCT t2, t3
  WHERE EXISTS {
    MATCH (t2)<-[:CLAIM]-(t4:Citation)
    WHERE t4.retraction_present = false AND (t4.withheld IS NULL AND (t4.saidAtUpper >= $p1 AND t4.saidAtUpper + CASE WHEN t4.saidAtUpperZone = 0 THEN 0 ELSE (t4.saidAtUpperZone - 1440) * 60000 END >= $p2 AND t4.saidAtLower <= $p3 AND t4.saidAtLower + CASE WHEN t4.saidAtLowerZone = 0 THEN 0 ELSE (t4.saidAtLowerZone - 1440) * 60000 END <= $p4 AND t4.saidAtLower > -9000000000000000))
  }
  WITH t2
  ORDER BY t3.entityId DESC, t3.firstSaidLower DESC, t3.claimId DESC
  LIMIT $p5
  RETURN [[t2.firstSaidLower, t2.id], [[t2.firstSaid, t2.readersDiffer, t2.readersFirstSaid], t2.textsList]]
}, [COUNT {
  MATCH (t0)<-[:PARTICIPANTS]-(t5:Claim)
  WHERE t5.retraction_present = false AND t5.withheld IS NULL AND t5.readersDiffer IS NULL
  WITH DISTINCT t5
  WHERE EXISTS {
    MATCH (t5)<-[:CLAIM]-(t6:Citation)
    WHERE t6.retraction_present = false AND (t6.withheld IS NULL AND (t6.saidAtUpper >= $p6 AND t6.saidAtUpper + CASE WHEN t6.saidAtUpperZone = 0 THEN 0 ELSE (t6.saidAtUpperZone - 1440) * 60000 END >= $p7 AND t6.saidAtLower <= $p8 AND t6.saidAtLower + CASE WHEN t6.saidAtLowerZone = 0 THEN 0 ELSE (t6.saidAtLowerZone - 1440) * 60000 END <= $p9 AND t6.saidAtLower > -9000000000000000))
  }
  RETURN t5
}, false, null]], [COLLECT {
  MATCH (t0)<-[:PARTICIPANTS]-(t7:Claim)
  WHERE t7.retraction_present = false AND t7.withheld IS NULL AND t7.readersDiffer IS NOT NULL
  WITH DISTINCT t7
  WHERE EXISTS {
    MATCH (t7)<-[:CLAIM]-(t8:Citation)
    WHERE t8.retraction_present = false AND (t8.withheld IS NULL AND (t8.saidAtUpper >= $p10 AND t8.saidAtUpper + CASE WHEN t8.saidAtUpperZone = 0 THEN 0 ELSE (t8.saidAtUpperZone - 1440) * 60000 END >= $p11 AND t8.saidAtLower <= $p12 AND t8.saidAtLower + CASE WHEN t8.saidAtLowerZone = 0 THEN 0 ELSE (t8.saidAtLowerZone - 1440) * 60000 END <= $p13 AND t8.saidAtLower > -9000000000000000))
  }
  WITH t7
  ORDER BY t7.readersFirstSaidLower DESC, t7.id DESC
  LIMIT $p14
  RETURN [[t7.readersFirstSaidLower, t7.id], [[t7.firstSaid, t7.readersDiffer, t7.readersFirstSaid], t7.textsList]]
}, [COUNT {
  MATCH (t0)<-[:PARTICIPANTS]-(t9:Claim)
  WHERE t9.retraction_present = false AND t9.withheld IS NULL AND t9.readersDiffer IS NOT NULL
  WITH DISTINCT t9
  WHERE EXISTS {
    MATCH (t9)<-[:CLAIM]-(t10:Citation)
    WHERE t10.retraction_present = false AND (t10.withheld IS NULL AND (t10.saidAtUpper >= $p15 AND t10.saidAtUpper + CASE WHEN t10.saidAtUpperZone = 0 THEN 0 ELSE (t10.saidAtUpperZone - 1440) * 60000 END >= $p16 AND t10.saidAtLower <= $p17 AND t10.saidAtLower + CASE WHEN t10.saidAtLowerZone = 0 THEN 0 ELSE (t10.saidAtLowerZone - 1440) * 60000 END <= $p18 AND t10.saidAtLower > -9000000000000000))
  }
  RETURN t9
}, false, null]]] AS result
// {"p0":"parler","p1":moment-1,"p2":moment-2,"p3":moment-3,"p4":moment-4,"p5":4,"p6":moment-1,"p7":moment-2,"p8":moment-3,"p9":moment-4,"p10":moment-1,"p11":moment-2,"p12":moment-3,"p13":moment-4,"p14":4,"p15":moment-1,"p16":moment-2,"p17":moment-3,"p18":moment-4}
