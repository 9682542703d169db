CYPHER 5
CALL () {
  MATCH (t7:Claim|PastClaim)
  WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0) AND t7.retraction_present = false
  WITH t7
  RETURN count(t7) AS total
}
CALL () {
  MATCH (t0:Claim|PastClaim)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = false
  WITH t0
  MATCH (t0)-[:PAST_OF*0..1]->(:Claim)<-[t2:CLAIM|WAS_CLAIM]-(:Citation)<-[:PAST_OF*0..1]-(t1)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0) AND t1.retraction_present = false
  WITH t0, t1
  MATCH (t1)-[:PAST_OF*0..1]->(:Citation)-[t4:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t3)
  WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0)
  WITH t0, t3
  MATCH (t3)-[:PAST_OF*0..1]->(:Source)-[t6:PUBLISHER|WAS_PUBLISHER]->(:Entity)<-[:PAST_OF*0..1]-(t5)
  WHERE t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t5.heldSince <= $p0 AND (t5.heldUntil IS NULL OR t5.heldUntil > $p0)
  WITH t0, t5
  WITH t0, t5
  WHERE t5.id IS NOT NULL
  WITH [t5.id] AS values, count(DISTINCT t0) AS number
  ORDER BY number DESC, values
  LIMIT $p1
  RETURN collect([values, number]) AS groups
}
RETURN [groups, total] AS result
// {"p0":moment-1,"p1":5}

CYPHER 5
CALL () {
  MATCH (t3:Citation|PastCitation)
  WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t3.retraction_present = false
  WITH t3
  RETURN count(t3) AS total
}
CALL () {
  MATCH (t0:Citation|PastCitation)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = false
  WITH t0
  MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t2:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t1)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  WITH t0, t1
  WITH t0, t1
  WHERE t1.id IS NOT NULL
  WITH [t1.id] AS values, count(DISTINCT t0) AS number
  ORDER BY number DESC, values
  LIMIT $p1
  RETURN collect([values, number]) AS groups
}
RETURN [groups, total] AS result
// {"p0":moment-1,"p1":5}

CYPHER 5
CALL () {
  MATCH (t3:Claim|PastClaim)
  WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t3.retraction_present = false
  WITH t3
  RETURN count(t3) AS total
}
CALL () {
  MATCH (t0:Claim|PastClaim)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = false
  WITH t0
  MATCH (t0)-[:PAST_OF*0..1]->(:Claim)-[t2:PREDICATE|WAS_PREDICATE]->(:Predicate)<-[:PAST_OF*0..1]-(t1)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  WITH t0, t1
  WITH t0, t1
  WHERE t1.id IS NOT NULL
  WITH [t1.id] AS values, count(DISTINCT t0) AS number
  ORDER BY number DESC, values
  LIMIT $p1
  RETURN collect([values, number]) AS groups
}
RETURN [groups, total] AS result
// {"p0":moment-1,"p1":5}

CYPHER 5
MATCH (t0:Claim|PastClaim)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = false
WITH t0.firstSaidLower AS t1, t0.firstSaidUpper AS t2, t0.firstSaidDoubtful AS t3, t0.firstSaidLowerZone AS t4, t0.firstSaidUpperZone AS t5, true AND true AND true AND true AND true AS t6, count(*) AS number
WITH [t1, t2, t3, t4, t5] AS values, t6 AS present, number
ORDER BY number DESC, values
WITH collect(CASE WHEN present THEN [values, number] END) AS groups, sum(number) AS total
RETURN [groups[..$p1], total] AS result
// {"p0":moment-1,"p1":100000}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Predicate|PastPredicate)
  WHERE t0.id IN $p1 AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  RETURN [['Predicate', t0.id], [[]]]
} + COLLECT {
  MATCH (t2:Entity|PastEntity)
  WHERE t2.id IN $p1 AND t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  MATCH (t4:Entity)
  WHERE t4.id = coalesce(t2.mergedIntoId, t2.id)
  MATCH (t4)<-[:PAST_OF*0..1]-(t3)
  WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0)
  RETURN [['Entity', t2.id], [[], t3.namesList]]
} + COLLECT {
  MATCH (t6:Source|PastSource)
  WHERE t6.id IN $p1 AND t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0)
  MATCH (t8:Source)
  WHERE t8.id = coalesce(t6.mergedIntoId, t6.id)
  MATCH (t8)<-[:PAST_OF*0..1]-(t7)
  WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0)
  RETURN [['Source', t6.id], [[]]]
} + COLLECT {
  MATCH (t9:Claim|PastClaim)
  WHERE t9.id IN $p1 AND t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0)
  RETURN [['Claim', t9.id], [[]]]
} + COLLECT {
  MATCH (t10:Citation|PastCitation)
  WHERE t10.id IN $p1 AND t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0)
  RETURN [['Citation', t10.id], [[]]]
} + COLLECT {
  MATCH (t11:ClaimLink|PastClaimLink)
  WHERE t11.id IN $p1 AND t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0)
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":moment-1,"p1":["id-1","id-2","id-3","id-4","id-5"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Predicate|PastPredicate)
  WHERE t0.id IN $p1 AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  RETURN [['Predicate', t0.id], [[]]]
} + COLLECT {
  MATCH (t2:Entity|PastEntity)
  WHERE t2.id IN $p1 AND t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  MATCH (t4:Entity)
  WHERE t4.id = coalesce(t2.mergedIntoId, t2.id)
  MATCH (t4)<-[:PAST_OF*0..1]-(t3)
  WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0)
  RETURN [['Entity', t2.id], [[], t3.namesList]]
} + COLLECT {
  MATCH (t6:Source|PastSource)
  WHERE t6.id IN $p1 AND t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0)
  MATCH (t8:Source)
  WHERE t8.id = coalesce(t6.mergedIntoId, t6.id)
  MATCH (t8)<-[:PAST_OF*0..1]-(t7)
  WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0)
  RETURN [['Source', t6.id], [[]]]
} + COLLECT {
  MATCH (t9:Claim|PastClaim)
  WHERE t9.id IN $p1 AND t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0)
  RETURN [['Claim', t9.id], [[]]]
} + COLLECT {
  MATCH (t10:Citation|PastCitation)
  WHERE t10.id IN $p1 AND t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0)
  RETURN [['Citation', t10.id], [[]]]
} + COLLECT {
  MATCH (t11:ClaimLink|PastClaimLink)
  WHERE t11.id IN $p1 AND t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0)
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":moment-1,"p1":["id-6","id-4","id-3","id-7","id-5"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Predicate|PastPredicate)
  WHERE t0.id IN $p1 AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  RETURN [['Predicate', t0.id], [[], t0.labelsList]]
} + COLLECT {
  MATCH (t2:Entity|PastEntity)
  WHERE t2.id IN $p1 AND t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  MATCH (t4:Entity)
  WHERE t4.id = coalesce(t2.mergedIntoId, t2.id)
  MATCH (t4)<-[:PAST_OF*0..1]-(t3)
  WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0)
  RETURN [['Entity', t2.id], [[]]]
} + COLLECT {
  MATCH (t6:Source|PastSource)
  WHERE t6.id IN $p1 AND t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0)
  MATCH (t8:Source)
  WHERE t8.id = coalesce(t6.mergedIntoId, t6.id)
  MATCH (t8)<-[:PAST_OF*0..1]-(t7)
  WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0)
  RETURN [['Source', t6.id], [[]]]
} + COLLECT {
  MATCH (t9:Claim|PastClaim)
  WHERE t9.id IN $p1 AND t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0)
  RETURN [['Claim', t9.id], [[]]]
} + COLLECT {
  MATCH (t10:Citation|PastCitation)
  WHERE t10.id IN $p1 AND t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0)
  RETURN [['Citation', t10.id], [[]]]
} + COLLECT {
  MATCH (t11:ClaimLink|PastClaimLink)
  WHERE t11.id IN $p1 AND t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0)
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":moment-1,"p1":["carries","cut-ties-with","answers-with","availability","breaches"]}
