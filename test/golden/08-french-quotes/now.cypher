CYPHER 5
RETURN [COLLECT {
  MATCH (t1:Source)
  WHERE t1.id IN COLLECT {
    MATCH (t2:Source)
    WHERE t2.key = $p0
    RETURN coalesce(t2.mergedIntoId, t2.id)
  }
  MATCH (t1)<-[:SOURCE]-(t0:Citation)
  WHERE (t0.quoteLanguage = $p1 OR t0.quoteLanguage STARTS
  WITH $p2) AND t0.retraction_present = false
  WITH DISTINCT t0
  WITH t0
  ORDER BY t0.createdAt ASC, t0.id ASC
  LIMIT $p3
  RETURN [[t0.createdAt, t0.id], [[t0.quote], COLLECT {
    MATCH (t0)-[:SPEAKER]->(t3:Entity)
    RETURN [[], t3.namesList]
  }, CASE WHEN t0.passage_present THEN [[t0.passage_exact, t0.passage_start, t0.passage_end, t0.passage_state]] END, COLLECT {
    MATCH (t0)-[:SOURCE]->(t4:Source)
    RETURN [[t4.title, t4.digest]]
  }]]
}, [null, null, null]] AS result
// {"p0":"bfm-article","p1":"fr","p2":"fr-","p3":21}
