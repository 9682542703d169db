CYPHER 5
MATCH (t0:Claim)
WHERE t0.key = $p0
RETURN [[t0.citationCount, t0.id, t0.readersDiffer, t0.readersCitationCount, t0.withheld], t0.textsList] AS result
// {"p0":"aws-observed-violent-content"}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Source)
  WHERE t1.id IN $p0
  MATCH (t2:Source)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Source', t1.id], [[t2.title, t2.withheld]]]
} AS result
// {"p0":["id-1"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Citation)
  WHERE t0.id IN $p0
  RETURN [['Citation', t0.id], [[t0.withheld], COLLECT {
    MATCH (t0)-[:SPEAKER]->(t1:Entity)
    RETURN [[], t1.namesList]
  }]]
} AS result
// {"p0":["id-2"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Citation)
  WHERE t0.id IN $p0
  RETURN [['Citation', t0.id], [[t0.withheld], COLLECT {
    MATCH (t0)-[:SOURCE]->(t1:Source)
    RETURN [[t1.title]]
  }]]
} AS result
// {"p0":["id-2","id-3","id-4"]}
