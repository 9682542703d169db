CYPHER 5
RETURN [['Predicate', COUNT {
  MATCH (n:Predicate|PastPredicate)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0)
} - COUNT {
  MATCH (n:Predicate|PastPredicate)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}, COUNT {
  MATCH (n:Predicate|PastPredicate)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}], ['Entity', COUNT {
  MATCH (n:Entity|PastEntity)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0)
} - COUNT {
  MATCH (n:Entity|PastEntity)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}, COUNT {
  MATCH (n:Entity|PastEntity)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}], ['Source', COUNT {
  MATCH (n:Source|PastSource)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0)
} - COUNT {
  MATCH (n:Source|PastSource)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}, COUNT {
  MATCH (n:Source|PastSource)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}], ['Claim', COUNT {
  MATCH (n:Claim|PastClaim)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0)
} - COUNT {
  MATCH (n:Claim|PastClaim)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}, COUNT {
  MATCH (n:Claim|PastClaim)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}], ['Citation', COUNT {
  MATCH (n:Citation|PastCitation)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0)
} - COUNT {
  MATCH (n:Citation|PastCitation)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}, COUNT {
  MATCH (n:Citation|PastCitation)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}], ['ClaimLink', COUNT {
  MATCH (n:ClaimLink|PastClaimLink)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0)
} - COUNT {
  MATCH (n:ClaimLink|PastClaimLink)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}, COUNT {
  MATCH (n:ClaimLink|PastClaimLink)
  WHERE n.heldSince <= $p0 AND (n.heldUntil IS NULL OR n.heldUntil > $p0) AND n.retraction_present = true
}]] AS result
// {"p0":moment-1}

CYPHER 5
MATCH (t1:Claim|PastClaim)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT t1.id AS t1
MATCH (t2:Claim)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.citationCount]] AS result
// {"p0":moment-1,"p1":["parler-unreachable"]}

CYPHER 5
MATCH (t0:Claim)
WHERE t0.key = $p0
RETURN [[t0.recordedAt, t0.citationCount, t0.independentSupporting]] AS result
// {"p0":"parler-unreachable"}

CYPHER 5
MATCH (t0:Claim)
WHERE t0.validFrom IS NOT NULL AND (NOT coalesce(t0.validFrom IS NOT NULL, false) OR (t0.validFromLower <= $p0 AND t0.validFromLower + CASE WHEN t0.validFromLowerZone = 0 THEN 0 ELSE (t0.validFromLowerZone - 1440) * 60000 END <= $p1 AND t0.validFromLower > -9000000000000000)) AND (NOT coalesce(t0.validUntil IS NOT NULL, false) OR (t0.validUntilUpper >= $p2 AND t0.validUntilUpper + CASE WHEN t0.validUntilUpperZone = 0 THEN 0 ELSE (t0.validUntilUpperZone - 1440) * 60000 END >= $p3 AND t0.validUntilLower > -9000000000000000)) AND t0.retraction_present = false
WITH collect(t0) AS t1
RETURN [COLLECT {
  UNWIND t1 AS t0
  WITH t0
  WITH t0
  ORDER BY t0.firstSaidLower DESC, t0.id DESC
  LIMIT $p4
  RETURN [[t0.firstSaidLower, t0.id], [[t0.validFrom, t0.validUntil], t0.textsList]]
}, [size(t1), null, null]] AS result
// {"p0":moment-2,"p1":moment-3,"p2":moment-4,"p3":moment-5,"p4":6}
