CYPHER 5
MATCH (t4:Entity|PastEntity)
WHERE t4.key IN $p1 AND t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0)
WITH DISTINCT coalesce(t4.mergedIntoId, t4.id) AS t4
MATCH (t5:Entity)
WHERE t5.id = t4
MATCH (t5)<-[:PAST_OF*0..1]-(t2)
WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
MATCH (t2)-[:PAST_OF*0..1]->(:Entity)<-[t3:PARTICIPANTS|WAS_PARTICIPANTS]-(:Claim)<-[:PAST_OF*0..1]-(t0)
WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
WITH t0
WHERE t0.retraction_present = false
WITH DISTINCT t0
WITH t0.firstSaidLower AS t6, t0.firstSaidUpper AS t7, t0.firstSaidDoubtful AS t8, t0.firstSaidLowerZone AS t9, t0.firstSaidUpperZone AS t10, true AND true AND true AND true AND true AS t11, count(*) AS number
WITH [t6, t7, t8, t9, t10] AS values, t11 AS present, number
ORDER BY number DESC, values
WITH collect(CASE WHEN present THEN [values, number] END) AS groups, sum(number) AS total
RETURN [groups[..$p2], total] AS result
// {"p0":moment-1,"p1":["parler"],"p2":100000}

CYPHER 5
UNWIND COLLECT {
  UNWIND $p1 AS list
  RETURN [list.at, [COLLECT {
    MATCH (t4:Entity|PastEntity)
    WHERE t4.key IN $p2 AND t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0)
    WITH DISTINCT coalesce(t4.mergedIntoId, t4.id) AS t4
    MATCH (t5:Entity)
    WHERE t5.id = t4
    MATCH (t5)<-[:PAST_OF*0..1]-(t2)
    WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
    MATCH (t2)-[:PAST_OF*0..1]->(:Entity)<-[t3:PARTICIPANTS|WAS_PARTICIPANTS]-(:Claim)<-[:PAST_OF*0..1]-(t0)
    WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
    WITH t0
    WHERE (t0.firstSaidUpper >= list.own1 AND t0.firstSaidUpper + CASE WHEN t0.firstSaidUpperZone = 0 THEN 0 ELSE (t0.firstSaidUpperZone - 1440) * 60000 END >= list.own2 AND t0.firstSaidLower <= list.own3 AND t0.firstSaidLower + CASE WHEN t0.firstSaidLowerZone = 0 THEN 0 ELSE (t0.firstSaidLowerZone - 1440) * 60000 END <= list.own4 AND t0.firstSaidLower > -9000000000000000) AND t0.retraction_present = false
    WITH DISTINCT t0
    WITH t0
    ORDER BY t0.firstSaidLower DESC, t0.id DESC
    LIMIT $p3
    RETURN [[t0.firstSaidLower, t0.id], [[t0.firstSaid], t0.textsList]]
  }, [null, null, null]]]
} AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":moment-1,"p1":[{"at":0,"own1":moment-2,"own2":moment-3,"own3":moment-4,"own4":moment-5},{"at":1,"own1":moment-6,"own2":moment-7,"own3":moment-8,"own4":moment-9}],"p2":["parler"],"p3":4}
