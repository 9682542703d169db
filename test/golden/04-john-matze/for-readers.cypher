CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.withheld], t0.namesList, [COLLECT {
  MATCH (t2:Citation) USING INDEX t2:Citation(speakerId, effectiveDateLower, id)
  WHERE t2.speakerId = t0.id AND t2.id >= '' AND t2.retraction_present = false AND t2.withheld IS NULL AND t2.effectiveDateLower >= -9000000000000000
  WITH t2
  ORDER BY t2.speakerId DESC, t2.effectiveDateLower DESC, t2.id DESC
  LIMIT $p2
  RETURN [[t2.effectiveDateLower, t2.id], [[t2.quote, t2.effectiveDate], COLLECT {
    MATCH (t2)-[:CLAIM]->(t3:Claim)
    RETURN [[], t3.textsList]
  }, COLLECT {
    MATCH (t2)-[:SOURCE]->(t4:Source)
    RETURN [[t4.title, t4.kind], COLLECT {
      MATCH (t4)-[:PUBLISHER]->(t5:Entity)
      RETURN [[], t5.namesList]
    }]
  }, [COLLECT {
    MATCH (t2)-[:RELAYS]->(t6:Citation)
    WHERE t6.retraction_present = false AND t6.withheld IS NULL
    WITH DISTINCT t6
    WITH t6
    ORDER BY t6.effectiveDateLower DESC, t6.id DESC
    LIMIT $p1
    RETURN [[t6.effectiveDateLower, t6.id], [[], COLLECT {
      MATCH (t6)-[:SOURCE]->(t7:Source)
      RETURN [[t7.title]]
    }]]
  }, [null, null, null]]]]
}, [COUNT {
  MATCH (t0)<-[:SPEAKER]-(t8:Citation)
  WHERE t8.retraction_present = false AND t8.withheld IS NULL
  RETURN t8
}, null, null]]] AS result
// {"p0":"john-matze","p1":6,"p2":21}
