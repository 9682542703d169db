CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.key, t0.withheld], [COLLECT {
  MATCH (t0)<-[:MERGED_INTO]-(t2:Entity)
  WHERE t2.withheld IS NULL
  WITH t2
  ORDER BY t2.defaultNameFolded ASC, t2.id ASC
  LIMIT $p1
  RETURN [[t2.defaultNameFolded, t2.id], [[t2.key], CASE WHEN t2.retraction_present THEN [[t2.retraction_reason]] END]]
}, [null, null, null]], [COLLECT {
  MATCH (t3:Claim)-[t4:PARTICIPANTS]->() USING INDEX t4:PARTICIPANTS(entityId, firstSaidLower, claimId)
  WHERE t4.entityId = t0.id AND t4.claimId >= '' AND t4.retraction_present = false AND t3.withheld IS NULL AND t3.key = $p2 AND t3.readersDiffer IS NULL AND t4.firstSaidLower >= -9000000000000000
  WITH t3
  ORDER BY t4.entityId DESC, t4.firstSaidLower DESC, t4.claimId DESC
  LIMIT $p3
  RETURN [[t3.firstSaidLower, t3.id], [[], COLLECT {
    MATCH (t3)-[:SUBJECT]->(t5:Entity)
    RETURN [[t5.key]]
  }]]
}, [null, null, null]], [COLLECT {
  MATCH (t0)<-[:PARTICIPANTS]-(t6:Claim)
  WHERE t6.retraction_present = false AND t6.withheld IS NULL AND t6.key = $p4 AND t6.readersDiffer IS NOT NULL
  WITH t6
  ORDER BY t6.readersFirstSaidLower DESC, t6.id DESC
  LIMIT $p5
  RETURN [[t6.readersFirstSaidLower, t6.id], [[], COLLECT {
    MATCH (t6)-[:SUBJECT]->(t7:Entity)
    RETURN [[t7.key]]
  }]]
}, [null, null, null]]] AS result
// {"p0":"id-1","p1":21,"p2":"example-aws-inc-hosts-parler","p3":2,"p4":"example-aws-inc-hosts-parler","p5":2}

CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.key, t0.withheld], [COLLECT {
  MATCH (t2:Claim)-[t3:PARTICIPANTS]->() USING INDEX t3:PARTICIPANTS(entityId, firstSaidLower, claimId)
  WHERE t3.entityId = t0.id AND t3.claimId >= '' AND t3.retraction_present = false AND t2.withheld IS NULL AND t2.readersDiffer IS NULL AND t3.firstSaidLower >= -9000000000000000
  WITH t2
  ORDER BY t3.entityId DESC, t3.firstSaidLower DESC, t3.claimId DESC
  LIMIT $p1
  RETURN [[t2.firstSaidLower, t2.id], [[t2.key], COLLECT {
    MATCH (t2)-[:SUBJECT]->(t4:Entity)
    RETURN [[t4.key]]
  }]]
}, [null, null, null]], [COLLECT {
  MATCH (t0)<-[:PARTICIPANTS]-(t5:Claim)
  WHERE t5.retraction_present = false AND t5.withheld IS NULL AND t5.readersDiffer IS NOT NULL
  WITH t5
  ORDER BY t5.readersFirstSaidLower DESC, t5.id DESC
  LIMIT $p2
  RETURN [[t5.readersFirstSaidLower, t5.id], [[t5.key], COLLECT {
    MATCH (t5)-[:SUBJECT]->(t6:Entity)
    RETURN [[t6.key]]
  }]]
}, [null, null, null]]] AS result
// {"p0":"id-1","p1":6,"p2":6}
