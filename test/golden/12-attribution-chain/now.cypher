CYPHER 5
MATCH (t0:Source)
WHERE t0.id IN COLLECT {
  MATCH (t1:Source)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.title], [COLLECT {
  MATCH (t0)<-[:SOURCE]-(t2:Citation)
  WHERE t2.retraction_present = false
  WITH DISTINCT t2
  WHERE EXISTS {
    MATCH (t2)-[:RELAYS]->(t3:Citation)
    WHERE t3.retraction_present = false AND true
  }
  WITH t2
  ORDER BY t2.createdAt ASC, t2.id ASC
  LIMIT $p1
  RETURN [[t2.createdAt, t2.id], [[t2.id], COLLECT {
    MATCH (t2)-[:CLAIM]->(t4:Claim)
    RETURN [[], t4.textsList]
  }]]
}, [null, null, null]]] AS result
// {"p0":"bfm-article","p1":6}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Source)
  WHERE t1.id IN $p0
  MATCH (t2:Source)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Source', t1.id], [[t2.title]]]
} AS result
// {"p0":["id-1","id-2","id-3","id-4","id-5","id-6","id-7"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Citation)
  WHERE t0.id IN $p0
  RETURN [['Citation', t0.id], [[t0.effectiveDate], COLLECT {
    MATCH (t0)-[:SPEAKER]->(t1:Entity)
    RETURN [[], t1.namesList]
  }]]
} AS result
// {"p0":["id-8","id-9","id-10","id-11","id-12","id-13","id-14","id-15","id-16","id-17","id-18"]}
