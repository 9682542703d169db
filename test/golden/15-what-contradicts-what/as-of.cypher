CYPHER 5
RETURN [COLLECT {
  MATCH (t0:Claim|PastClaim)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = false
  WITH t0
  ORDER BY t0.firstSaidLower DESC, t0.id DESC
  LIMIT $p1
  RETURN [[t0.firstSaidLower, t0.id], [[t0.id]]]
}, [null, null, null]] AS result
// {"p0":moment-1,"p1":201}
