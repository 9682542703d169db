CYPHER 5
MATCH (t0:Source)
WHERE t0.id IN COLLECT {
  MATCH (t1:Source)
  WHERE t1.id = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.canonicalUrl]] AS result
// {"p0":"id-1"}

CYPHER 5
MATCH (t0:Citation)
WHERE t0.id = $p0
RETURN [[], CASE WHEN t0.passage_present THEN [[t0.passage_exact, t0.passage_start, t0.passage_end, t0.passage_state]] END, COLLECT {
  MATCH (t0)-[:CLAIM]->(t1:Claim)
  RETURN [[t1.citationCount, t1.lastSaid], t1.textsList]
}] AS result
// {"p0":"id-2"}
