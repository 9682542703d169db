CYPHER 5
MATCH (t0:Source)
WHERE t0.id IN COLLECT {
  MATCH (t1:Source)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.title, t0.published], COLLECT {
  MATCH (t0)-[t2:CONTRIBUTORS]->(t3:Entity)
  WITH t2, t3
  ORDER BY t2.position
  RETURN [[t2.role], [[[], t3.namesList]]]
}, [COLLECT {
  MATCH (t0)<-[:DERIVATIONS]-(t4:Source)
  WHERE t4.retraction_present = false
  WITH DISTINCT t4
  WHERE EXISTS {
    MATCH (t4)-[t5:DERIVATIONS]->(t6:Source)
    WHERE t5.kind = $p1
  }
  WITH DISTINCT t4
  WITH t4
  ORDER BY t4.publishedLower DESC, t4.id DESC
  LIMIT $p3
  RETURN [[t4.publishedLower, t4.id], [[t4.title, t4.published], COLLECT {
    MATCH (t4)-[:PUBLISHER]->(t7:Entity)
    RETURN [[], t7.namesList]
  }, [COLLECT {
    MATCH (t4)<-[:DERIVATIONS]-(t8:Source)
    WHERE t8.retraction_present = false
    WITH DISTINCT t8
    WITH t8
    ORDER BY t8.publishedLower DESC, t8.id DESC
    LIMIT $p2
    RETURN [[t8.publishedLower, t8.id], [[t8.title, t8.published], COLLECT {
      MATCH (t8)-[:PUBLISHER]->(t9:Entity)
      RETURN [[], t9.namesList]
    }]]
  }, [COUNT {
    MATCH (t4)<-[:DERIVATIONS]-(t10:Source)
    WHERE t10.retraction_present = false
    RETURN DISTINCT t10
  }, null, null]]]]
}, [null, null, null]]] AS result
// {"p0":"aws-letter-itself","p1":"QUOTES","p2":11,"p3":6}

CYPHER 5
RETURN [COLLECT {
  MATCH (t1:Predicate)
  WHERE t1.key = $p0
  MATCH (t1)<-[:PREDICATE]-(t0:Claim)
  WHERE t0.retraction_present = false
  WITH DISTINCT t0
  WITH t0
  ORDER BY t0.firstSaidLower DESC, t0.id DESC
  LIMIT $p1
  RETURN [[t0.firstSaidLower, t0.id], [[], t0.textsList, COLLECT {
    MATCH (t0)-[:SUBJECT]->(t2:Entity)
    RETURN [[], t2.namesList]
  }, COLLECT {
    MATCH (t0)-[:OBJECT]->(t3:Entity)
    RETURN [[], t3.namesList]
  }]]
}, [null, null, null]] AS result
// {"p0":"first-published","p1":6}
