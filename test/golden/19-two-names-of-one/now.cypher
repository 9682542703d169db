CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.key], [COLLECT {
  MATCH (t0)<-[:MERGED_INTO]-(t2:Entity)
  WITH t2
  ORDER BY t2.defaultNameFolded ASC, t2.id ASC
  LIMIT $p1
  RETURN [[t2.defaultNameFolded, t2.id], [[t2.key], CASE WHEN t2.retraction_present THEN [[t2.retraction_reason]] END]]
}, [null, null, null]], [COLLECT {
  MATCH (t3:Claim)-[t4:PARTICIPANTS]->() USING INDEX t4:PARTICIPANTS(entityId, firstSaidLower, claimId)
  WHERE t4.entityId = t0.id AND t4.claimId >= '' AND t4.retraction_present = false AND t3.key = $p2 AND t4.firstSaidLower >= -9000000000000000
  WITH t3
  ORDER BY t4.entityId DESC, t4.firstSaidLower DESC, t4.claimId DESC
  LIMIT $p3
  RETURN [[t3.firstSaidLower, t3.id], [[], COLLECT {
    MATCH (t3)-[:SUBJECT]->(t5:Entity)
    RETURN [[t5.key]]
  }]]
}, [null, null, null]]] AS result
// {"p0":"id-1","p1":21,"p2":"example-aws-inc-hosts-parler","p3":2}

CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.key], [COLLECT {
  MATCH (t2:Claim)-[t3:PARTICIPANTS]->() USING INDEX t3:PARTICIPANTS(entityId, firstSaidLower, claimId)
  WHERE t3.entityId = t0.id AND t3.claimId >= '' AND t3.retraction_present = false AND t3.firstSaidLower >= -9000000000000000
  WITH t2
  ORDER BY t3.entityId DESC, t3.firstSaidLower DESC, t3.claimId DESC
  LIMIT $p1
  RETURN [[t2.firstSaidLower, t2.id], [[t2.key], COLLECT {
    MATCH (t2)-[:SUBJECT]->(t4:Entity)
    RETURN [[t4.key]]
  }]]
}, [null, null, null]]] AS result
// {"p0":"id-1","p1":6}
