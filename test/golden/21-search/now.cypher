CYPHER 5
RETURN [[COUNT {
  MATCH (:Entity)
}, COLLECT {
  UNWIND $p0 AS t0
  RETURN COUNT {
    CALL db.index.fulltext.queryNodes('Entity_words', t0) YIELD node
  }
}], [COUNT {
  MATCH (:Claim)
}, COLLECT {
  UNWIND $p1 AS t2
  RETURN COUNT {
    CALL db.index.fulltext.queryNodes('Claim_words', t2) YIELD node
  }
}], [COUNT {
  MATCH (:Source)
}, COLLECT {
  UNWIND $p2 AS t4
  RETURN COUNT {
    CALL db.index.fulltext.queryNodes('Source_words', t4) YIELD node
  }
}], [COUNT {
  MATCH (:Citation)
}, COLLECT {
  UNWIND $p3 AS t6
  RETURN COUNT {
    CALL db.index.fulltext.queryNodes('Citation_words', t6) YIELD node
  }
}]] AS result
// {"p0":["(amazn OR ¬en¬amazn OR ¬fr¬amazn OR ¬de¬amazn OR ¬es¬amazn OR ¬it¬amazn OR ¬pt¬amazn OR ¬nl¬amazn OR ¬sv¬amazn OR ¬da¬amazn OR ¬no¬amazn OR ¬fi¬amaz OR ¬ro¬amazn OR ¬hu¬amaz OR ¬tr¬amazn OR ¬x¬amazn)","(web OR ¬en¬web OR ¬fr¬web OR ¬de¬web OR ¬es¬web OR ¬it¬web OR ¬pt¬web OR ¬nl¬web OR ¬sv¬web OR ¬da¬web OR ¬no¬web OR ¬fi¬web OR ¬ro¬web OR ¬hu¬web OR ¬tr¬web OR ¬x¬web)","(servi OR ¬en¬servi OR ¬fr¬serv OR ¬de¬servi OR ¬es¬servi OR ¬it¬serv OR ¬pt¬serv OR ¬nl¬servi OR ¬sv¬servi OR ¬da¬servi OR ¬no¬servi OR ¬fi¬serv OR ¬ro¬serv OR ¬hu¬serv OR ¬tr¬servi OR ¬x¬servi OR servi*)","¬en","¬fr","¬de","¬es","¬it","¬pt","¬nl","¬sv","¬da","¬no","¬fi","¬ro","¬hu","¬tr","¬x"],"p1":["(amazn OR ¬en¬amazn OR ¬fr¬amazn OR ¬de¬amazn OR ¬es¬amazn OR ¬it¬amazn OR ¬pt¬amazn OR ¬nl¬amazn OR ¬sv¬amazn OR ¬da¬amazn OR ¬no¬amazn OR ¬fi¬amaz OR ¬ro¬amazn OR ¬hu¬amaz OR ¬tr¬amazn OR ¬x¬amazn)","(web OR ¬en¬web OR ¬fr¬web OR ¬de¬web OR ¬es¬web OR ¬it¬web OR ¬pt¬web OR ¬nl¬web OR ¬sv¬web OR ¬da¬web OR ¬no¬web OR ¬fi¬web OR ¬ro¬web OR ¬hu¬web OR ¬tr¬web OR ¬x¬web)","(servi OR ¬en¬servi OR ¬fr¬serv OR ¬de¬servi OR ¬es¬servi OR ¬it¬serv OR ¬pt¬serv OR ¬nl¬servi OR ¬sv¬servi OR ¬da¬servi OR ¬no¬servi OR ¬fi¬serv OR ¬ro¬serv OR ¬hu¬serv OR ¬tr¬servi OR ¬x¬servi OR servi*)","¬en","¬fr","¬de","¬es","¬it","¬pt","¬nl","¬sv","¬da","¬no","¬fi","¬ro","¬hu","¬tr","¬x"],"p2":["(amazn OR ¬en¬amazn OR ¬fr¬amazn OR ¬de¬amazn OR ¬es¬amazn OR ¬it¬amazn OR ¬pt¬amazn OR ¬nl¬amazn OR ¬sv¬amazn OR ¬da¬amazn OR ¬no¬amazn OR ¬fi¬amaz OR ¬ro¬amazn OR ¬hu¬amaz OR ¬tr¬amazn OR ¬x¬amazn)","(web OR ¬en¬web OR ¬fr¬web OR ¬de¬web OR ¬es¬web OR ¬it¬web OR ¬pt¬web OR ¬nl¬web OR ¬sv¬web OR ¬da¬web OR ¬no¬web OR ¬fi¬web OR ¬ro¬web OR ¬hu¬web OR ¬tr¬web OR ¬x¬web)","(servi OR ¬en¬servi OR ¬fr¬serv OR ¬de¬servi OR ¬es¬servi OR ¬it¬serv OR ¬pt¬serv OR ¬nl¬servi OR ¬sv¬servi OR ¬da¬servi OR ¬no¬servi OR ¬fi¬serv OR ¬ro¬serv OR ¬hu¬serv OR ¬tr¬servi OR ¬x¬servi OR servi*)","¬en","¬fr","¬de","¬es","¬it","¬pt","¬nl","¬sv","¬da","¬no","¬fi","¬ro","¬hu","¬tr","¬x"],"p3":["(amazn OR ¬en¬amazn OR ¬fr¬amazn OR ¬de¬amazn OR ¬es¬amazn OR ¬it¬amazn OR ¬pt¬amazn OR ¬nl¬amazn OR ¬sv¬amazn OR ¬da¬amazn OR ¬no¬amazn OR ¬fi¬amaz OR ¬ro¬amazn OR ¬hu¬amaz OR ¬tr¬amazn OR ¬x¬amazn)","(web OR ¬en¬web OR ¬fr¬web OR ¬de¬web OR ¬es¬web OR ¬it¬web OR ¬pt¬web OR ¬nl¬web OR ¬sv¬web OR ¬da¬web OR ¬no¬web OR ¬fi¬web OR ¬ro¬web OR ¬hu¬web OR ¬tr¬web OR ¬x¬web)","(servi OR ¬en¬servi OR ¬fr¬serv OR ¬de¬servi OR ¬es¬servi OR ¬it¬serv OR ¬pt¬serv OR ¬nl¬servi OR ¬sv¬servi OR ¬da¬servi OR ¬no¬servi OR ¬fi¬serv OR ¬ro¬serv OR ¬hu¬serv OR ¬tr¬servi OR ¬x¬servi OR servi*)","¬en","¬fr","¬de","¬es","¬it","¬pt","¬nl","¬sv","¬da","¬no","¬fi","¬ro","¬hu","¬tr","¬x"]}

CYPHER 5
RETURN [COLLECT {
  CALL db.index.fulltext.queryNodes('Entity_words', $p0, {limit: $p2}) YIELD node AS t0, score
  WHERE (t0.retraction_present = false OR t0.mergedIntoId IS NOT NULL)
  WITH t0, score
  LIMIT $p1
  RETURN [[t0.id], t0.namesList, t0.aliasesList, CASE WHEN t0.mergedIntoId IS NULL THEN [] ELSE [[[t0.mergedIntoId]]] END]
}, COLLECT {
  CALL db.index.fulltext.queryNodes('Claim_words', $p3, {limit: $p5}) YIELD node AS t2, score
  WHERE (t2.retraction_present = false)
  WITH t2, score
  LIMIT $p4
  RETURN [[t2.id], t2.textsList]
}, COLLECT {
  CALL db.index.fulltext.queryNodes('Source_words', $p6, {limit: $p8}) YIELD node AS t4, score
  WHERE (t4.retraction_present = false OR t4.mergedIntoId IS NOT NULL)
  WITH t4, score
  LIMIT $p7
  RETURN [[t4.id, t4.title, t4.language], CASE WHEN t4.mergedIntoId IS NULL THEN [] ELSE [[[t4.mergedIntoId]]] END]
}, COLLECT {
  CALL db.index.fulltext.queryNodes('Citation_words', $p9, {limit: $p11}) YIELD node AS t6, score
  WHERE (t6.retraction_present = false)
  WITH t6, score
  LIMIT $p10
  RETURN [[t6.id, t6.quote, t6.quoteLanguage], CASE WHEN t6.passage_present THEN [[t6.passage_exact]] END]
}] AS result
// {"p0":"/amazn|¬en¬amazn|¬fr¬amazn/^46 OR amazn~1^4.6000000000000005 OR amazn^0.001 OR ¬en¬amazn^0.001 OR ¬fr¬amazn^0.001 OR /servi|¬en¬servi|¬fr¬serv|servi.*/^33 OR servi^0.001 OR ¬en¬servi^0.001 OR ¬fr¬serv^0.001 OR /web|¬en¬web|¬fr¬web/^29 OR web^0.001 OR ¬en¬web^0.001 OR ¬fr¬web^0.001","p1":50,"p2":150,"p3":"/amazn|¬en¬amazn|¬fr¬amazn/^46 OR amazn~1^4.6000000000000005 OR amazn^0.001 OR ¬en¬amazn^0.001 OR ¬fr¬amazn^0.001 OR /web|¬en¬web|¬fr¬web/^33 OR web^0.001 OR ¬en¬web^0.001 OR ¬fr¬web^0.001 OR /servi|¬en¬servi|¬fr¬serv|servi.*/^29 OR servi^0.001 OR ¬en¬servi^0.001 OR ¬fr¬serv^0.001","p4":50,"p5":150,"p6":"/amazn|¬en¬amazn|¬fr¬amazn/^46 OR amazn~1^4.6000000000000005 OR amazn^0.001 OR ¬en¬amazn^0.001 OR ¬fr¬amazn^0.001","p7":50,"p8":150,"p9":"/amazn|¬en¬amazn|¬fr¬amazn/^46 OR amazn~1^4.6000000000000005 OR amazn^0.001 OR ¬en¬amazn^0.001 OR ¬fr¬amazn^0.001 OR /servi|¬en¬servi|¬fr¬serv|servi.*/^38 OR servi^0.001 OR ¬en¬servi^0.001 OR ¬fr¬serv^0.001","p10":50,"p11":150}

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
  RETURN [['Entity', t2.id], [[t3.key]]]
} + COLLECT {
  MATCH (t6:Source)
  WHERE t6.id IN $p0
  MATCH (t7:Source)
  WHERE t7.id = coalesce(t6.mergedIntoId, t6.id)
  RETURN [['Source', t6.id], [[t7.key]]]
} + COLLECT {
  MATCH (t9:Claim)
  WHERE t9.id IN $p0
  RETURN [['Claim', t9.id], [[t9.key]]]
} + COLLECT {
  MATCH (t10:Citation)
  WHERE t10.id IN $p0
  RETURN [['Citation', t10.id], [[t10.key]]]
} + COLLECT {
  MATCH (t11:ClaimLink)
  WHERE t11.id IN $p0
  RETURN [['ClaimLink', t11.id], [[]]]
} AS result
// {"p0":["id-1","id-2","id-3"]}
