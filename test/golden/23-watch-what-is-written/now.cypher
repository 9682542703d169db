CYPHER 5
RETURN COLLECT {
  MATCH (t0:Predicate)
  WHERE t0.id IN $p0
  RETURN [['Predicate', t0.id], [[t0.id]]]
} + COLLECT {
  MATCH (t2:Entity)
  WHERE t2.id IN $p0
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t2.mergedIntoId, t2.id)
  RETURN [['Entity', t2.id], [[t3.id], t3.namesList]]
} + COLLECT {
  MATCH (t6:Source)
  WHERE t6.id IN $p0
  MATCH (t7:Source)
  WHERE t7.id = coalesce(t6.mergedIntoId, t6.id)
  RETURN [['Source', t6.id], [[t7.id, t7.title]]]
} + COLLECT {
  MATCH (t9:Claim)
  WHERE t9.id IN $p0
  RETURN [['Claim', t9.id], [[t9.id], t9.textsList]]
} + COLLECT {
  MATCH (t10:Citation)
  WHERE t10.id IN $p0
  RETURN [['Citation', t10.id], [[t10.id, t10.quote], COLLECT {
    MATCH (t10)-[:SOURCE]->(t11:Source)
    RETURN [[t11.title]]
  }]]
} + COLLECT {
  MATCH (t12:ClaimLink)
  WHERE t12.id IN $p0
  RETURN [['ClaimLink', t12.id], [[t12.id]]]
} AS result
// {"p0":["id-1"]}
