CYPHER 5
MATCH (t3:Entity)
WHERE t3.id IN COLLECT {
  MATCH (t4:Entity)
  WHERE t4.key = $p0
  RETURN coalesce(t4.mergedIntoId, t4.id)
}
MATCH (t3)<-[:PUBLISHER]-(t2:Source)
WHERE t2.withheld IS NULL AND t2.retraction_present = false
MATCH (t2)<-[:READERS_KNOWN_ONLY_THROUGH]-(t0:Claim)
WHERE t0.withheld IS NULL AND t0.retraction_present = false
WITH collect(DISTINCT t0) AS t1
RETURN [COLLECT {
  UNWIND t1 AS t0
  WITH t0
  WITH t0
  ORDER BY t0.defaultTextFolded ASC, t0.id ASC
  LIMIT $p3
  RETURN [[t0.defaultTextFolded, t0.id], [[], t0.textsList, [COLLECT {
    MATCH (t0)-[:READERS_KNOWN_ONLY_THROUGH]->(t5:Source)
    WHERE t5.retraction_present = false AND t5.withheld IS NULL
    WITH DISTINCT t5
    WITH t5
    ORDER BY t5.publishedLower DESC, t5.id DESC
    LIMIT $p1
    RETURN [[t5.publishedLower, t5.id], [[t5.title]]]
  }, [null, null, null]], [COLLECT {
    MATCH (t0)<-[:CLAIM]-(t6:Citation)
    WHERE t6.retraction_present = false AND t6.withheld IS NULL
    WITH t6
    ORDER BY t6.createdAt ASC, t6.id ASC
    LIMIT $p2
    RETURN [[t6.createdAt, t6.id], [[], COLLECT {
      MATCH (t6)-[:SOURCE]->(t7:Source)
      RETURN [[t7.title]]
    }, COLLECT {
      MATCH (t6)-[:SPEAKER]->(t8:Entity)
      RETURN [[], t8.namesList]
    }]]
  }, [null, null, null]]]]
}, [size(t1), null, null]] AS result
// {"p0":"buzzfeed","p1":6,"p2":6,"p3":21}
