CYPHER 5
UNWIND [[0, [COLLECT {
  MATCH (t0:Claim)
  WHERE t0.withheld IS NULL AND t0.readersDiffer IS NULL AND t0.retraction_present = false AND t0.firstSaidLower >= -9000000000000000
  WITH t0
  ORDER BY t0.firstSaidLower DESC, t0.id DESC
  LIMIT $p0
  RETURN [[t0.firstSaidLower, t0.id], [[t0.id]]]
}, [null, null, null]]]] + [[1, [COLLECT {
  MATCH (t0:Claim)
  WHERE t0.withheld IS NULL AND t0.readersDiffer IS NOT NULL AND t0.retraction_present = false
  WITH t0
  ORDER BY t0.readersFirstSaidLower DESC, t0.id DESC
  LIMIT $p1
  RETURN [[t0.readersFirstSaidLower, t0.id], [[t0.id]]]
}, [null, null, null]]]] AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":201,"p1":201}
