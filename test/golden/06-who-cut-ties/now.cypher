CYPHER 5
RETURN [COLLECT {
  MATCH (t1:Predicate)
  WHERE t1.key = $p0
  MATCH (t1)<-[:PREDICATE]-(t0:Claim)
  WHERE t0.retraction_present = false
  WITH DISTINCT t0
  WHERE EXISTS {
    MATCH (t0)-[:OBJECT]->(t2:Entity)
    WHERE t2.id IN COLLECT {
      MATCH (t3:Entity)
      WHERE t3.key = $p1
      RETURN coalesce(t3.mergedIntoId, t3.id)
    }
  }
  WITH DISTINCT t0
  WITH t0
  ORDER BY t0.defaultTextFolded ASC, t0.id ASC
  LIMIT $p3
  RETURN [[t0.defaultTextFolded, t0.id], [[t0.validFrom], COLLECT {
    MATCH (t0)-[:SUBJECT]->(t4:Entity)
    RETURN [[], t4.namesList]
  }, [COLLECT {
    MATCH (t0)<-[:CLAIM]-(t5:Citation)
    WHERE t5.retraction_present = false
    WITH t5
    ORDER BY t5.createdAt ASC, t5.id ASC
    LIMIT $p2
    RETURN [[t5.createdAt, t5.id], [[t5.saidAt], COLLECT {
      MATCH (t5)-[:SOURCE]->(t6:Source)
      RETURN [[t6.title, t6.published]]
    }]]
  }, [null, null, null]]]]
}, [null, null, null]] AS result
// {"p0":"cut-ties-with","p1":"parler","p2":6,"p3":21}
