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
UNWIND [[0, [[], [COUNT {
  MATCH (t0:Entity|PastEntity)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND NOT coalesce(t0.withheld IS NULL, false) AND t0.retraction_present = false
  RETURN t0
}, null, null]]]] + [[1, [[], [COUNT {
  MATCH (t0:Entity|PastEntity)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND NOT coalesce(t0.withheld IS NULL, false) AND t0.retraction_present = true
  RETURN t0
}, null, null]]]] AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":moment-1}

CYPHER 5
UNWIND [[0, [[], [COUNT {
  MATCH (t0:Source|PastSource)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND NOT coalesce(t0.withheld IS NULL, false) AND t0.retraction_present = false
  RETURN t0
}, null, null]]]] + [[1, [[], [COUNT {
  MATCH (t0:Source|PastSource)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND NOT coalesce(t0.withheld IS NULL, false) AND t0.retraction_present = true
  RETURN t0
}, null, null]]]] AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":moment-1}

CYPHER 5
UNWIND [[0, [[], [COUNT {
  MATCH (t0:Claim|PastClaim)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND NOT coalesce(t0.withheld IS NULL, false) AND t0.retraction_present = false
  RETURN t0
}, null, null]]]] + [[1, [[], [COUNT {
  MATCH (t0:Claim|PastClaim)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND NOT coalesce(t0.withheld IS NULL, false) AND t0.retraction_present = true
  RETURN t0
}, null, null]]]] AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":moment-1}

CYPHER 5
UNWIND [[0, [[], [COUNT {
  MATCH (t0:Citation|PastCitation)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = false
  WITH DISTINCT t0
  WHERE NOT coalesce((t0.withheld IS NULL AND EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t2:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t1)
    WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0) AND t1.withheld IS NULL
  } AND EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t4:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t3)
    WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t3.withheld IS NULL
  }), false)
  RETURN t0
}, null, null]]]] + [[1, [[], [COUNT {
  MATCH (t0:Citation|PastCitation)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = true
  WITH DISTINCT t0
  WHERE NOT coalesce((t0.withheld IS NULL AND EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t2:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t1)
    WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0) AND t1.withheld IS NULL
  } AND EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:Citation)-[t4:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t3)
    WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t3.withheld IS NULL
  }), false)
  RETURN t0
}, null, null]]]] AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":moment-1}

CYPHER 5
UNWIND [[0, [[], [COUNT {
  MATCH (t0:ClaimLink|PastClaimLink)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = false
  WITH DISTINCT t0
  WHERE NOT coalesce((t0.withheld IS NULL AND EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:ClaimLink)-[t2:FROM|WAS_FROM]->(:Claim)<-[:PAST_OF*0..1]-(t1)
    WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0) AND t1.withheld IS NULL
  } AND EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:ClaimLink)-[t4:TO|WAS_TO]->(:Claim)<-[:PAST_OF*0..1]-(t3)
    WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t3.withheld IS NULL
  }), false)
  RETURN t0
}, null, null]]]] + [[1, [[], [COUNT {
  MATCH (t0:ClaimLink|PastClaimLink)
  WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0) AND t0.retraction_present = true
  WITH DISTINCT t0
  WHERE NOT coalesce((t0.withheld IS NULL AND EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:ClaimLink)-[t2:FROM|WAS_FROM]->(:Claim)<-[:PAST_OF*0..1]-(t1)
    WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0) AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0) AND t1.withheld IS NULL
  } AND EXISTS {
    MATCH (t0)-[:PAST_OF*0..1]->(:ClaimLink)-[t4:TO|WAS_TO]->(:Claim)<-[:PAST_OF*0..1]-(t3)
    WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t3.withheld IS NULL
  }), false)
  RETURN t0
}, null, null]]]] AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":moment-1}

CYPHER 5
MATCH (t1:Claim|PastClaim)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT t1.id AS t1
MATCH (t2:Claim)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.citationCount, t0.readersDiffer, t0.readersCitationCount, t0.withheld]] AS result
// {"p0":moment-1,"p1":["parler-unreachable"]}

CYPHER 5
MATCH (t0:Claim)
WHERE t0.key = $p0
RETURN [[t0.recordedAt, t0.citationCount, t0.independentSupporting, t0.readersDiffer, t0.readersCitationCount, t0.readersIndependentSupporting, t0.withheld]] AS result
// {"p0":"parler-unreachable"}

CYPHER 5
UNWIND [[0, [COLLECT {
  MATCH (t0:Claim)
  WHERE t0.withheld IS NULL AND t0.validFrom IS NOT NULL AND (NOT coalesce(t0.validFrom IS NOT NULL, false) OR (t0.validFromLower <= $p0 AND t0.validFromLower + CASE WHEN t0.validFromLowerZone = 0 THEN 0 ELSE (t0.validFromLowerZone - 1440) * 60000 END <= $p1 AND t0.validFromLower > -9000000000000000)) AND (NOT coalesce(t0.validUntil IS NOT NULL, false) OR (t0.validUntilUpper >= $p2 AND t0.validUntilUpper + CASE WHEN t0.validUntilUpperZone = 0 THEN 0 ELSE (t0.validUntilUpperZone - 1440) * 60000 END >= $p3 AND t0.validUntilLower > -9000000000000000)) AND t0.readersDiffer IS NULL AND t0.retraction_present = false
  WITH t0
  ORDER BY t0.firstSaidLower DESC, t0.id DESC
  LIMIT $p4
  RETURN [[t0.firstSaidLower, t0.id], [[t0.validFrom, t0.validUntil], t0.textsList]]
}, [COUNT {
  MATCH (t1:Claim)
  WHERE t1.withheld IS NULL AND t1.validFrom IS NOT NULL AND (NOT coalesce(t1.validFrom IS NOT NULL, false) OR (t1.validFromLower <= $p5 AND t1.validFromLower + CASE WHEN t1.validFromLowerZone = 0 THEN 0 ELSE (t1.validFromLowerZone - 1440) * 60000 END <= $p6 AND t1.validFromLower > -9000000000000000)) AND (NOT coalesce(t1.validUntil IS NOT NULL, false) OR (t1.validUntilUpper >= $p7 AND t1.validUntilUpper + CASE WHEN t1.validUntilUpperZone = 0 THEN 0 ELSE (t1.validUntilUpperZone - 1440) * 60000 END >= $p8 AND t1.validUntilLower > -9000000000000000)) AND t1.readersDiffer IS NULL AND t1.retraction_present = false
  RETURN t1
}, null, null]]]] + [[1, [COLLECT {
  MATCH (t0:Claim)
  WHERE t0.withheld IS NULL AND t0.validFrom IS NOT NULL AND (NOT coalesce(t0.validFrom IS NOT NULL, false) OR (t0.validFromLower <= $p9 AND t0.validFromLower + CASE WHEN t0.validFromLowerZone = 0 THEN 0 ELSE (t0.validFromLowerZone - 1440) * 60000 END <= $p10 AND t0.validFromLower > -9000000000000000)) AND (NOT coalesce(t0.validUntil IS NOT NULL, false) OR (t0.validUntilUpper >= $p11 AND t0.validUntilUpper + CASE WHEN t0.validUntilUpperZone = 0 THEN 0 ELSE (t0.validUntilUpperZone - 1440) * 60000 END >= $p12 AND t0.validUntilLower > -9000000000000000)) AND t0.readersDiffer IS NOT NULL AND t0.retraction_present = false
  WITH t0
  ORDER BY t0.readersFirstSaidLower DESC, t0.id DESC
  LIMIT $p13
  RETURN [[t0.readersFirstSaidLower, t0.id], [[t0.validFrom, t0.validUntil], t0.textsList]]
}, [COUNT {
  MATCH (t1:Claim)
  WHERE t1.withheld IS NULL AND t1.validFrom IS NOT NULL AND (NOT coalesce(t1.validFrom IS NOT NULL, false) OR (t1.validFromLower <= $p14 AND t1.validFromLower + CASE WHEN t1.validFromLowerZone = 0 THEN 0 ELSE (t1.validFromLowerZone - 1440) * 60000 END <= $p15 AND t1.validFromLower > -9000000000000000)) AND (NOT coalesce(t1.validUntil IS NOT NULL, false) OR (t1.validUntilUpper >= $p16 AND t1.validUntilUpper + CASE WHEN t1.validUntilUpperZone = 0 THEN 0 ELSE (t1.validUntilUpperZone - 1440) * 60000 END >= $p17 AND t1.validUntilLower > -9000000000000000)) AND t1.readersDiffer IS NOT NULL AND t1.retraction_present = false
  RETURN t1
}, null, null]]]] AS page
WITH page
ORDER BY page[0]
RETURN collect(page[1]) AS result
// {"p0":moment-2,"p1":moment-3,"p2":moment-4,"p3":moment-5,"p4":6,"p5":moment-2,"p6":moment-3,"p7":moment-4,"p8":moment-5,"p9":moment-2,"p10":moment-3,"p11":moment-4,"p12":moment-5,"p13":6,"p14":moment-2,"p15":moment-3,"p16":moment-4,"p17":moment-5}
