CYPHER 5
MATCH (t1:Entity|PastEntity)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Entity)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.id, t0.version]] AS result
// {"p0":moment-1,"p1":["john-matze"]}

CYPHER 5
MATCH (t1:Entity|PastEntity)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Entity)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.id, t0.version]] AS result
// {"p0":moment-1,"p1":["aws-terms"]}

CYPHER 5
MATCH (t1:Entity|PastEntity)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Entity)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.id]] AS result
// {"p0":moment-1,"p1":["parler"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity|PastEntity)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    UNWIND COLLECT {
      MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
      WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
      WHERE role IN $p2) AND t5.heldSince <= $p0 AND t4.heldSince <= $p0 AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
      WITH t4
      ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
      LIMIT $p4
      RETURN t4
    } + COLLECT {
      MATCH (t4:PastClaim)-[t6:PAST_PARTICIPANTS]->() USING INDEX t6:PAST_PARTICIPANTS(entityId, heldUntil)
      WHERE t6.entityId = t2.id AND t6.heldUntil > $p0 AND t6.heldSince <= $p0 AND any(role IN t6.rolesNames
      WHERE role IN $p3) AND t6.retraction_present = false
      WITH t4
      ORDER BY t4.firstSaidLower DESC, t4.id DESC
      LIMIT $p5
      RETURN t4
    } AS t4
    WITH t4
    ORDER BY t4.firstSaidLower DESC, t4.id DESC
    LIMIT $p6
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":moment-1,"p1":["id-1"],"p2":["SUBJECT","OBJECT"],"p3":["SUBJECT","OBJECT"],"p4":201,"p5":201,"p6":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity|PastEntity)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    UNWIND COLLECT {
      MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
      WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
      WHERE role IN $p2) AND t5.heldSince <= $p0 AND t4.heldSince <= $p0 AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
      WITH t4
      ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
      LIMIT $p4
      RETURN t4
    } + COLLECT {
      MATCH (t4:PastClaim)-[t6:PAST_PARTICIPANTS]->() USING INDEX t6:PAST_PARTICIPANTS(entityId, heldUntil)
      WHERE t6.entityId = t2.id AND t6.heldUntil > $p0 AND t6.heldSince <= $p0 AND any(role IN t6.rolesNames
      WHERE role IN $p3) AND t6.retraction_present = false
      WITH t4
      ORDER BY t4.firstSaidLower DESC, t4.id DESC
      LIMIT $p5
      RETURN t4
    } AS t4
    WITH t4
    ORDER BY t4.firstSaidLower DESC, t4.id DESC
    LIMIT $p6
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":moment-1,"p1":["id-2"],"p2":["SUBJECT","OBJECT"],"p3":["SUBJECT","OBJECT"],"p4":201,"p5":201,"p6":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity|PastEntity)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    UNWIND COLLECT {
      MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
      WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
      WHERE role IN $p2) AND t5.heldSince <= $p0 AND t4.heldSince <= $p0 AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
      WITH t4
      ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
      LIMIT $p4
      RETURN t4
    } + COLLECT {
      MATCH (t4:PastClaim)-[t6:PAST_PARTICIPANTS]->() USING INDEX t6:PAST_PARTICIPANTS(entityId, heldUntil)
      WHERE t6.entityId = t2.id AND t6.heldUntil > $p0 AND t6.heldSince <= $p0 AND any(role IN t6.rolesNames
      WHERE role IN $p3) AND t6.retraction_present = false
      WITH t4
      ORDER BY t4.firstSaidLower DESC, t4.id DESC
      LIMIT $p5
      RETURN t4
    } AS t4
    WITH t4
    ORDER BY t4.firstSaidLower DESC, t4.id DESC
    LIMIT $p6
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":moment-1,"p1":["id-3"],"p2":["SUBJECT","OBJECT"],"p3":["SUBJECT","OBJECT"],"p4":201,"p5":201,"p6":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity|PastEntity)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    UNWIND COLLECT {
      MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
      WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
      WHERE role IN $p2) AND t5.heldSince <= $p0 AND t4.heldSince <= $p0 AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
      WITH t4
      ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
      LIMIT $p4
      RETURN t4
    } + COLLECT {
      MATCH (t4:PastClaim)-[t6:PAST_PARTICIPANTS]->() USING INDEX t6:PAST_PARTICIPANTS(entityId, heldUntil)
      WHERE t6.entityId = t2.id AND t6.heldUntil > $p0 AND t6.heldSince <= $p0 AND any(role IN t6.rolesNames
      WHERE role IN $p3) AND t6.retraction_present = false
      WITH t4
      ORDER BY t4.firstSaidLower DESC, t4.id DESC
      LIMIT $p5
      RETURN t4
    } AS t4
    WITH t4
    ORDER BY t4.firstSaidLower DESC, t4.id DESC
    LIMIT $p6
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":moment-1,"p1":["id-4"],"p2":["SUBJECT","OBJECT"],"p3":["SUBJECT","OBJECT"],"p4":201,"p5":201,"p6":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity|PastEntity)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    UNWIND COLLECT {
      MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
      WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
      WHERE role IN $p2) AND t5.heldSince <= $p0 AND t4.heldSince <= $p0 AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
      WITH t4
      ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
      LIMIT $p4
      RETURN t4
    } + COLLECT {
      MATCH (t4:PastClaim)-[t6:PAST_PARTICIPANTS]->() USING INDEX t6:PAST_PARTICIPANTS(entityId, heldUntil)
      WHERE t6.entityId = t2.id AND t6.heldUntil > $p0 AND t6.heldSince <= $p0 AND any(role IN t6.rolesNames
      WHERE role IN $p3) AND t6.retraction_present = false
      WITH t4
      ORDER BY t4.firstSaidLower DESC, t4.id DESC
      LIMIT $p5
      RETURN t4
    } AS t4
    WITH t4
    ORDER BY t4.firstSaidLower DESC, t4.id DESC
    LIMIT $p6
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":moment-1,"p1":["id-1","id-5"],"p2":["SUBJECT","OBJECT"],"p3":["SUBJECT","OBJECT"],"p4":201,"p5":201,"p6":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity|PastEntity)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Entity', t1.id], [[], t2.namesList]]
} AS result
// {"p0":moment-1,"p1":["id-6","id-2","id-7","id-8","id-9","id-10","id-11","id-12","id-13","id-14"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Claim|PastClaim)
  WHERE t0.id IN $p1 AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  RETURN [['Claim', t0.id], [[], t0.textsList]]
} AS result
// {"p0":moment-1,"p1":["id-15","id-16","id-17","id-18","id-19","id-20","id-21","id-22","id-23","id-24","id-25"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity|PastEntity)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Entity', t1.id], [[], t2.namesList]]
} AS result
// {"p0":moment-1,"p1":["id-2","id-1","id-7","id-4"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity|PastEntity)
  WHERE t1.id IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
  MATCH (t3:Entity)
  WHERE t3.id = coalesce(t1.mergedIntoId, t1.id)
  MATCH (t3)<-[:PAST_OF*0..1]-(t2)
  WHERE t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
  RETURN [['Entity', t1.id], [[], t2.namesList]]
} AS result
// {"p0":moment-1,"p1":["id-1","id-7","id-4","id-3"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Claim|PastClaim)
  WHERE t0.id IN $p1 AND t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
  RETURN [['Claim', t0.id], [[], t0.textsList, [COLLECT {
    UNWIND COLLECT {
      MATCH (t1:Citation) USING INDEX t1:Citation(claimId, effectiveDateLower, id)
      WHERE t1.claimId = t0.id AND t1.id >= '' AND t1.heldSince <= $p0 AND t1.retraction_present = false AND t1.effectiveDateLower >= -9000000000000000
      WITH t1
      ORDER BY t1.claimId DESC, t1.effectiveDateLower DESC, t1.id DESC
      LIMIT $p2
      RETURN t1
    } + COLLECT {
      MATCH (t1:PastCitation) USING INDEX t1:PastCitation(claimId, heldUntil)
      WHERE t1.claimId = t0.id AND t1.heldUntil > $p0 AND t1.heldSince <= $p0 AND t1.retraction_present = false
      WITH t1
      ORDER BY t1.effectiveDateLower DESC, t1.id DESC
      LIMIT $p3
      RETURN t1
    } AS t1
    WITH t1
    ORDER BY t1.effectiveDateLower DESC, t1.id DESC
    LIMIT $p4
    RETURN [[t1.effectiveDateLower, t1.id], [[], COLLECT {
      MATCH (t1)-[:PAST_OF*0..1]->(:Citation)-[t3:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t2)
      WHERE t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0) AND t2.heldSince <= $p0 AND (t2.heldUntil IS NULL OR t2.heldUntil > $p0)
      RETURN [[t2.title]]
    }]]
  }, [null, null, null]]]]
} AS result
// {"p0":moment-1,"p1":["id-17","id-18","id-26","id-27"],"p2":3,"p3":3,"p4":3}
