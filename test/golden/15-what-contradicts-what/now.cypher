CYPHER 5
RETURN [COLLECT {
  MATCH (t0:Claim)
  WHERE t0.retraction_present = false AND t0.firstSaidLower >= -9000000000000000
  WITH t0
  ORDER BY t0.firstSaidLower DESC, t0.id DESC
  LIMIT $p0
  RETURN [[t0.firstSaidLower, t0.id], [[t0.id]]]
}, [null, null, null]] AS result
// {"p0":201}
