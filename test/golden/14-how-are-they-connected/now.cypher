CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.id, t0.version]] AS result
// {"p0":"john-matze"}

CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.id, t0.version]] AS result
// {"p0":"aws-terms"}

CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.id]] AS result
// {"p0":"parler"}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id IN $p0
  MATCH (t2:Entity)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
    WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
    WHERE role IN $p1) AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
    WITH t4
    ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
    LIMIT $p2
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":["id-1"],"p1":["SUBJECT","OBJECT"],"p2":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id IN $p0
  MATCH (t2:Entity)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
    WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
    WHERE role IN $p1) AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
    WITH t4
    ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
    LIMIT $p2
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":["id-2"],"p1":["SUBJECT","OBJECT"],"p2":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id IN $p0
  MATCH (t2:Entity)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
    WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
    WHERE role IN $p1) AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
    WITH t4
    ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
    LIMIT $p2
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":["id-3"],"p1":["SUBJECT","OBJECT"],"p2":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id IN $p0
  MATCH (t2:Entity)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
    WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
    WHERE role IN $p1) AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
    WITH t4
    ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
    LIMIT $p2
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":["id-4"],"p1":["SUBJECT","OBJECT"],"p2":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id IN $p0
  MATCH (t2:Entity)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Entity', t1.id], [[t2.id], [COLLECT {
    MATCH (t4:Claim)-[t5:PARTICIPANTS]->() USING INDEX t5:PARTICIPANTS(entityId, firstSaidLower, claimId)
    WHERE t5.entityId = t2.id AND t5.claimId >= '' AND any(role IN t5.rolesNames
    WHERE role IN $p1) AND t5.retraction_present = false AND t5.firstSaidLower >= -9000000000000000
    WITH t4
    ORDER BY t5.entityId DESC, t5.firstSaidLower DESC, t5.claimId DESC
    LIMIT $p2
    RETURN [null, [[t4.id], CASE WHEN t4.subjectId IS NULL THEN [] ELSE [[[t4.subjectId]]] END, CASE WHEN t4.objectId IS NULL THEN [] ELSE [[[t4.objectId]]] END]]
  }, [null, null, null]]]]
} AS result
// {"p0":["id-1","id-5"],"p1":["SUBJECT","OBJECT"],"p2":201}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id IN $p0
  MATCH (t2:Entity)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Entity', t1.id], [[], t2.namesList]]
} AS result
// {"p0":["id-6","id-2","id-7","id-8","id-9","id-10","id-11","id-12","id-13","id-14"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Claim)
  WHERE t0.id IN $p0
  RETURN [['Claim', t0.id], [[], t0.textsList]]
} AS result
// {"p0":["id-15","id-16","id-17","id-18","id-19","id-20","id-21","id-22","id-23","id-24","id-25"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id IN $p0
  MATCH (t2:Entity)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Entity', t1.id], [[], t2.namesList]]
} AS result
// {"p0":["id-2","id-1","id-7","id-4"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.id IN $p0
  MATCH (t2:Entity)
  WHERE t2.id = coalesce(t1.mergedIntoId, t1.id)
  RETURN [['Entity', t1.id], [[], t2.namesList]]
} AS result
// {"p0":["id-1","id-7","id-4","id-3"]}

CYPHER 5
RETURN COLLECT {
  MATCH (t0:Claim)
  WHERE t0.id IN $p0
  RETURN [['Claim', t0.id], [[], t0.textsList, [COLLECT {
    MATCH (t1:Citation) USING INDEX t1:Citation(claimId, effectiveDateLower, id)
    WHERE t1.claimId = t0.id AND t1.id >= '' AND t1.retraction_present = false AND t1.effectiveDateLower >= -9000000000000000
    WITH t1
    ORDER BY t1.claimId DESC, t1.effectiveDateLower DESC, t1.id DESC
    LIMIT $p1
    RETURN [[t1.effectiveDateLower, t1.id], [[], COLLECT {
      MATCH (t1)-[:SOURCE]->(t2:Source)
      RETURN [[t2.title]]
    }]]
  }, [null, null, null]]]]
} AS result
// {"p0":["id-17","id-18","id-26","id-27"],"p1":3}
