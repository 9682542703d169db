CYPHER 5
MATCH (t2:Entity)
WHERE t2.id IN COLLECT {
  MATCH (t4:Entity)
  WHERE t4.key = $p0
  RETURN coalesce(t4.mergedIntoId, t4.id)
}
MATCH (t2)<-[t3:PARTICIPANTS]-(t0:Claim)
WHERE t0.withheld IS NULL AND t0.readersDiffer IS NULL AND t0.retraction_present = false
WITH DISTINCT t0
WITH t0.firstSaidLower AS t5, t0.firstSaidUpper AS t6, t0.firstSaidDoubtful AS t7, t0.firstSaidLowerZone AS t8, t0.firstSaidUpperZone AS t9, true AND true AND true AND true AND true AS t10, count(*) AS number
WITH [t5, t6, t7, t8, t9] AS values, t10 AS present, number
ORDER BY number DESC, values
WITH collect(CASE WHEN present THEN [values, number] END) AS groups, sum(number) AS total
RETURN [groups[..$p1], total] AS result
// {"p0":"parler","p1":1000000}

CYPHER 5
MATCH (t2:Entity)
WHERE t2.id IN COLLECT {
  MATCH (t4:Entity)
  WHERE t4.key = $p0
  RETURN coalesce(t4.mergedIntoId, t4.id)
}
MATCH (t2)<-[t3:PARTICIPANTS]-(t0:Claim)
WHERE t0.withheld IS NULL AND t0.readersDiffer IS NOT NULL AND t0.retraction_present = false
WITH DISTINCT t0
WITH t0.readersFirstSaidLower AS t5, t0.readersFirstSaidUpper AS t6, t0.readersFirstSaidDoubtful AS t7, t0.readersFirstSaidLowerZone AS t8, t0.readersFirstSaidUpperZone AS t9, true AND true AND true AND true AND true AS t10, count(*) AS number
WITH [t5, t6, t7, t8, t9] AS values, t10 AS present, number
ORDER BY number DESC, values
WITH collect(CASE WHEN present THEN [values, number] END) AS groups, sum(number) AS total
RETURN [groups[..$p1], total] AS result
// {"p0":"parler","p1":1000000}

CYPHER 5
UNWIND COLLECT {
  UNWIND $p0 AS list
  RETURN [list.at, [COLLECT {
    MATCH (t2:Entity)
    WHERE t2.id IN COLLECT {
      MATCH (t4:Entity)
      WHERE t4.key = $p1
      RETURN coalesce(t4.mergedIntoId, t4.id)
    }
    MATCH (t2)<-[t3:PARTICIPANTS]-(t0:Claim)
    WHERE t0.withheld IS NULL AND (t0.firstSaidUpper >= list.own1 AND t0.firstSaidUpper + CASE WHEN t0.firstSaidUpperZone = 0 THEN 0 ELSE (t0.firstSaidUpperZone - 1440) * 60000 END >= list.own2 AND t0.firstSaidLower <= list.own3 AND t0.firstSaidLower + CASE WHEN t0.firstSaidLowerZone = 0 THEN 0 ELSE (t0.firstSaidLowerZone - 1440) * 60000 END <= list.own4 AND t0.firstSaidLower > -9000000000000000) AND t0.readersDiffer IS NULL AND t0.retraction_present = false
    WITH DISTINCT t0
    WITH t0
    ORDER BY t0.firstSaidLower DESC, t0.id DESC
    LIMIT $p2
    RETURN [[t0.firstSaidLower, t0.id], [[t0.firstSaid, t0.readersDiffer, t0.readersFirstSaid], t0.textsList]]
  }, [null, null, null]]]
} + COLLECT {
  UNWIND $p3 AS list
  RETURN [list.at, [COLLECT {
    MATCH (t2:Entity)
    WHERE t2.id IN COLLECT {
      MATCH (t4:Entity)
      WHERE t4.key = $p4
      RETURN coalesce(t4.mergedIntoId, t4.id)
    }
    MATCH (t2)<-[t3:PARTICIPANTS]-(t0:Claim)
    WHERE t0.withheld IS NULL AND (t0.readersFirstSaidUpper >= list.own1 AND t0.readersFirstSaidUpper + CASE WHEN t0.readersFirstSaidUpperZone = 0 THEN 0 ELSE (t0.readersFirstSaidUpperZone - 1440) * 60000 END >= list.own2 AND t0.readersFirstSaidLower <= list.own3 AND t0.readersFirstSaidLower + CASE WHEN t0.readersFirstSaidLowerZone = 0 THEN 0 ELSE (t0.readersFirstSaidLowerZone - 1440) * 60000 END <= list.own4 AND t0.readersFirstSaidLower > -9000000000000000) AND t0.readersDiffer IS NOT NULL AND t0.retraction_present = false
    WITH DISTINCT t0
    WITH t0
    ORDER BY t0.readersFirstSaidLower DESC, t0.id DESC
    LIMIT $p5
    RETURN [[t0.readersFirstSaidLower, t0.id], [[t0.firstSaid, t0.readersDiffer, t0.readersFirstSaid], t0.textsList]]
  }, [null, null, null]]]
} AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":[{"at":0,"own1":moment-1,"own2":moment-2,"own3":moment-3,"own4":moment-4},{"at":2,"own1":moment-5,"own2":moment-6,"own3":moment-7,"own4":moment-8}],"p1":"parler","p2":4,"p3":[{"at":1,"own1":moment-1,"own2":moment-2,"own3":moment-3,"own4":moment-4},{"at":3,"own1":moment-5,"own2":moment-6,"own3":moment-7,"own4":moment-8}],"p4":"parler","p5":4}
