CYPHER 5
MATCH (t0:Source)
WHERE t0.id IN COLLECT {
  MATCH (t1:Source)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.title, t0.id]] AS result
// {"p0":"aws-letter-itself"}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Citation)
  WHERE t0.id IN $p0
  RETURN [['Citation', t0.id], [[], COLLECT {
    MATCH (t0)-[:SOURCE]->(t1:Source)
    RETURN [[t1.title]]
  }]]
} AS result
// {"p0":["id-1","id-2","id-3","id-4","id-5","id-6","id-7","id-8"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Claim)
  WHERE t0.id IN $p0
  RETURN [['Claim', t0.id], [[], t0.textsList]]
} AS result
// {"p0":["id-9","id-10","id-11","id-12"]}
