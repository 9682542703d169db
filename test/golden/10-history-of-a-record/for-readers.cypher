CYPHER 5
MATCH (t0:Claim)
WHERE t0.key = $p0
RETURN [[t0.version, t0.withheld], t0.textsList, COLLECT {
  MATCH (t0)-[:HISTORY]->(t1:Version)
  WHERE t1.shownPosition IS NOT NULL
  WITH t1
  ORDER BY t1.version DESC
  RETURN [[t1.version, t1.operation, t1.recordedAt, t1.recordedBy, t1.reason, t1.document]]
}] AS result
// {"p0":"parler-unreachable"}
