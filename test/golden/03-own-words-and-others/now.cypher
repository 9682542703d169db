CYPHER 5
MATCH (t0:Source)
WHERE t0.id IN COLLECT {
  MATCH (t1:Source)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[t0.title], COLLECT {
  MATCH (t0)-[:PUBLISHER]->(t2:Entity)
  RETURN [[], t2.namesList]
}, [COLLECT {
  MATCH (t3:Citation) USING INDEX t3:Citation(sourceId, effectiveDateLower, id)
  WHERE t3.sourceId = t0.id AND t3.id >= '' AND t3.retraction_present = false AND t3.speakerUnknown = $p1 AND t3.effectiveDateLower >= -9000000000000000
  WITH DISTINCT t3
  WHERE NOT coalesce(EXISTS {
    MATCH (t3)-[:SPEAKER]->(t4:Entity)
    WHERE true
  }, false) AND NOT coalesce(EXISTS {
    MATCH (t3)-[:RELAYS]->(t5:Citation)
    WHERE t5.retraction_present = false AND true
  }, false)
  WITH t3
  ORDER BY t3.sourceId DESC, t3.effectiveDateLower DESC, t3.id DESC
  LIMIT $p2
  RETURN [[t3.effectiveDateLower, t3.id], [[], COLLECT {
    MATCH (t3)-[:CLAIM]->(t6:Claim)
    RETURN [[], t6.textsList]
  }]]
}, [COUNT {
  MATCH (t0)<-[:SOURCE]-(t7:Citation)
  WHERE t7.retraction_present = false AND t7.speakerUnknown = $p3
  WITH DISTINCT t7
  WHERE NOT coalesce(EXISTS {
    MATCH (t7)-[:SPEAKER]->(t8:Entity)
    WHERE true
  }, false) AND NOT coalesce(EXISTS {
    MATCH (t7)-[:RELAYS]->(t9:Citation)
    WHERE t9.retraction_present = false AND true
  }, false)
  RETURN t7
}, null, null]], [COLLECT {
  MATCH (t10:Citation) USING INDEX t10:Citation(sourceId, effectiveDateLower, id)
  WHERE t10.sourceId = t0.id AND t10.id >= '' AND t10.retraction_present = false AND t10.effectiveDateLower >= -9000000000000000
  WITH DISTINCT t10
  WHERE (EXISTS {
    MATCH (t10)-[:SPEAKER]->(t11:Entity)
    WHERE true
  } OR EXISTS {
    MATCH (t10)-[:RELAYS]->(t12:Citation)
    WHERE t12.retraction_present = false AND true
  })
  WITH t10
  ORDER BY t10.sourceId DESC, t10.effectiveDateLower DESC, t10.id DESC
  LIMIT $p5
  RETURN [[t10.effectiveDateLower, t10.id], [[], COLLECT {
    MATCH (t10)-[:CLAIM]->(t13:Claim)
    RETURN [[], t13.textsList]
  }, COLLECT {
    MATCH (t10)-[:SPEAKER]->(t14:Entity)
    RETURN [[], t14.namesList]
  }, [COLLECT {
    MATCH (t10)-[:RELAYS]->(t15:Citation)
    WHERE t15.retraction_present = false
    WITH DISTINCT t15
    WITH t15
    ORDER BY t15.effectiveDateLower DESC, t15.id DESC
    LIMIT $p4
    RETURN [[t15.effectiveDateLower, t15.id], [[], COLLECT {
      MATCH (t15)-[:SOURCE]->(t16:Source)
      RETURN [[t16.title]]
    }]]
  }, [null, null, null]]]]
}, [COUNT {
  MATCH (t0)<-[:SOURCE]-(t17:Citation)
  WHERE t17.retraction_present = false
  WITH DISTINCT t17
  WHERE (EXISTS {
    MATCH (t17)-[:SPEAKER]->(t18:Entity)
    WHERE true
  } OR EXISTS {
    MATCH (t17)-[:RELAYS]->(t19:Citation)
    WHERE t19.retraction_present = false AND true
  })
  RETURN t17
}, null, null]], [COLLECT {
  MATCH (t20:Citation) USING INDEX t20:Citation(sourceId, effectiveDateLower, id)
  WHERE t20.sourceId = t0.id AND t20.id >= '' AND t20.retraction_present = false AND t20.speakerUnknown = $p6 AND t20.effectiveDateLower >= -9000000000000000
  WITH t20
  ORDER BY t20.sourceId DESC, t20.effectiveDateLower DESC, t20.id DESC
  LIMIT $p7
  RETURN [[t20.effectiveDateLower, t20.id], [[t20.stance, t20.note], COLLECT {
    MATCH (t20)-[:CLAIM]->(t21:Claim)
    RETURN [[], t21.textsList]
  }]]
}, [COUNT {
  MATCH (t0)<-[:SOURCE]-(t22:Citation)
  WHERE t22.retraction_present = false AND t22.speakerUnknown = $p8
  RETURN t22
}, null, null]]] AS result
// {"p0":"bfm-article","p1":false,"p2":51,"p3":false,"p4":6,"p5":51,"p6":true,"p7":51,"p8":true}
