CYPHER 5
CALL () {
  MATCH (t4:Claim)
  WHERE t4.retraction_present = false
  WITH t4
  RETURN count(t4) AS total
}
CALL () {
  MATCH (t0:Claim)
  WHERE t0.retraction_present = false
  WITH t0
  MATCH (t0)<-[:CLAIM]-(t1:Citation)
  WHERE t1.retraction_present = false
  WITH t0, t1
  MATCH (t1)-[:SOURCE]->(t2:Source)
  WITH t0, t2
  MATCH (t2)-[:PUBLISHER]->(t3:Entity)
  WITH t0, t3
  WITH t0, t3
  WHERE t3.id IS NOT NULL
  WITH [t3.id] AS values, count(DISTINCT t0) AS number
  ORDER BY number DESC, values
  LIMIT $p0
  RETURN collect([values, number]) AS groups
}
RETURN [groups, total] AS result
// {"p0":5}

CYPHER 5
CALL () {
  MATCH (t2:Citation)
  WHERE t2.retraction_present = false
  WITH t2
  RETURN count(t2) AS total
}
CALL () {
  MATCH (t0:Citation)
  WHERE t0.retraction_present = false
  WITH t0
  MATCH (t0)-[:SPEAKER]->(t1:Entity)
  WITH t0, t1
  WITH t0, t1
  WHERE t1.id IS NOT NULL
  WITH [t1.id] AS values, count(DISTINCT t0) AS number
  ORDER BY number DESC, values
  LIMIT $p0
  RETURN collect([values, number]) AS groups
}
RETURN [groups, total] AS result
// {"p0":5}

CYPHER 5
CALL () {
  MATCH (t2:Claim)
  WHERE t2.retraction_present = false
  WITH t2
  RETURN count(t2) AS total
}
CALL () {
  MATCH (t0:Claim)
  WHERE t0.retraction_present = false
  WITH t0
  MATCH (t0)-[:PREDICATE]->(t1:Predicate)
  WITH t0, t1
  WITH t0, t1
  WHERE t1.id IS NOT NULL
  WITH [t1.id] AS values, count(DISTINCT t0) AS number
  ORDER BY number DESC, values
  LIMIT $p0
  RETURN collect([values, number]) AS groups
}
RETURN [groups, total] AS result
// {"p0":5}

CYPHER 5
MATCH (t0:Claim)
WHERE t0.retraction_present = false
WITH t0.firstSaidLower AS t1, t0.firstSaidUpper AS t2, t0.firstSaidDoubtful AS t3, t0.firstSaidLowerZone AS t4, t0.firstSaidUpperZone AS t5, true AND true AND true AND true AND true AS t6, count(*) AS number
WITH [t1, t2, t3, t4, t5] AS values, t6 AS present, number
ORDER BY number DESC, values
WITH collect(CASE WHEN present THEN [values, number] END) AS groups, sum(number) AS total
RETURN [groups[..$p0], total] AS result
// {"p0":100000}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Predicate)
  WHERE t0.id IN $p0
  RETURN [['Predicate', t0.id], [[]]]
} + COLLECT {
  MATCH (t2:Entity)
  WHERE t2.id IN $p0
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t2.mergedIntoId, t2.id)
  RETURN [['Entity', t2.id], [[], t3.namesList]]
} + COLLECT {
  MATCH (t6:Source)
  WHERE t6.id IN $p0
  MATCH (t7:Source)
  WHERE t7.id = coalesce(t6.mergedIntoId, t6.id)
  RETURN [['Source', t6.id], [[]]]
} + COLLECT {
  MATCH (t9:Claim)
  WHERE t9.id IN $p0
  RETURN [['Claim', t9.id], [[]]]
} + COLLECT {
  MATCH (t10:Citation)
  WHERE t10.id IN $p0
  RETURN [['Citation', t10.id], [[]]]
} + COLLECT {
  MATCH (t11:ClaimLink)
  WHERE t11.id IN $p0
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":["id-1","id-2","id-3","id-4","id-5"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Predicate)
  WHERE t0.id IN $p0
  RETURN [['Predicate', t0.id], [[]]]
} + COLLECT {
  MATCH (t2:Entity)
  WHERE t2.id IN $p0
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t2.mergedIntoId, t2.id)
  RETURN [['Entity', t2.id], [[], t3.namesList]]
} + COLLECT {
  MATCH (t6:Source)
  WHERE t6.id IN $p0
  MATCH (t7:Source)
  WHERE t7.id = coalesce(t6.mergedIntoId, t6.id)
  RETURN [['Source', t6.id], [[]]]
} + COLLECT {
  MATCH (t9:Claim)
  WHERE t9.id IN $p0
  RETURN [['Claim', t9.id], [[]]]
} + COLLECT {
  MATCH (t10:Citation)
  WHERE t10.id IN $p0
  RETURN [['Citation', t10.id], [[]]]
} + COLLECT {
  MATCH (t11:ClaimLink)
  WHERE t11.id IN $p0
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":["id-6","id-4","id-3","id-7","id-5"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Predicate)
  WHERE t0.id IN $p0
  RETURN [['Predicate', t0.id], [[], t0.labelsList]]
} + COLLECT {
  MATCH (t2:Entity)
  WHERE t2.id IN $p0
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t2.mergedIntoId, t2.id)
  RETURN [['Entity', t2.id], [[]]]
} + COLLECT {
  MATCH (t6:Source)
  WHERE t6.id IN $p0
  MATCH (t7:Source)
  WHERE t7.id = coalesce(t6.mergedIntoId, t6.id)
  RETURN [['Source', t6.id], [[]]]
} + COLLECT {
  MATCH (t9:Claim)
  WHERE t9.id IN $p0
  RETURN [['Claim', t9.id], [[]]]
} + COLLECT {
  MATCH (t10:Citation)
  WHERE t10.id IN $p0
  RETURN [['Citation', t10.id], [[]]]
} + COLLECT {
  MATCH (t11:ClaimLink)
  WHERE t11.id IN $p0
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":["carries","cut-ties-with","answers-with","availability","breaches"]}
