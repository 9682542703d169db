CYPHER 5
MATCH (t0:Entity)
WHERE t0.id IN COLLECT {
  MATCH (t1:Entity)
  WHERE t1.key = $p0
  RETURN coalesce(t1.mergedIntoId, t1.id)
}
RETURN [[], t0.namesList, [COLLECT {
  MATCH (t2:Citation) USING INDEX t2:Citation(speakerId, effectiveDateLower, id)
  WHERE t2.speakerId = t0.id AND t2.id >= '' AND t2.retraction_present = false AND t2.effectiveDateLower >= -9000000000000000
  WITH DISTINCT t2
  WHERE EXISTS {
    MATCH (t2)-[:CLAIM]->(t3:Claim)
    WITH DISTINCT t3
    WHERE EXISTS {
      MATCH (t3)-[t4:PARTICIPANTS]->(t5:Entity)
      WHERE t5.id IN COLLECT {
        MATCH (t6:Entity)
        WHERE t6.key = $p1
        RETURN coalesce(t6.mergedIntoId, t6.id)
      }
    }
  } AND NOT coalesce(EXISTS {
    MATCH (t2)-[:RELAYS]->(t7:Citation)
    WHERE t7.retraction_present = false AND true
  }, false)
  WITH t2
  ORDER BY t2.speakerId DESC, t2.effectiveDateLower DESC, t2.id DESC
  LIMIT $p4
  RETURN [[t2.effectiveDateLower, t2.id], [[t2.saidAt], COLLECT {
    MATCH (t2)-[:SOURCE]->(t8:Source)
    RETURN [[t8.title, t8.kind]]
  }, COLLECT {
    MATCH (t2)-[:CLAIM]->(t9:Claim)
    RETURN [[], t9.textsList, [COLLECT {
      MATCH (t9)<-[:CLAIM]-(t10:Citation)
      WHERE t10.retraction_present = false
      WITH t10
      ORDER BY t10.createdAt ASC, t10.id ASC
      LIMIT $p3
      RETURN [[t10.createdAt, t10.id], [[], COLLECT {
        MATCH (t10)-[:SOURCE]->(t11:Source)
        RETURN [[t11.title], COLLECT {
          MATCH (t11)-[:PUBLISHER]->(t12:Entity)
          RETURN [[], t12.namesList]
        }]
      }, [COLLECT {
        MATCH (t10)-[:RELAYS]->(t13:Citation)
        WHERE t13.retraction_present = false
        WITH DISTINCT t13
        WITH t13
        ORDER BY t13.effectiveDateLower DESC, t13.id DESC
        LIMIT $p2
        RETURN [[t13.effectiveDateLower, t13.id], [[], COLLECT {
          MATCH (t13)-[:SOURCE]->(t14:Source)
          RETURN [[t14.title]]
        }]]
      }, [null, null, null]]]]
    }, [null, null, null]]]
  }]]
}, [COUNT {
  MATCH (t0)<-[:SPEAKER]-(t15:Citation)
  WHERE t15.retraction_present = false
  WITH DISTINCT t15
  WHERE EXISTS {
    MATCH (t15)-[:CLAIM]->(t16:Claim)
    WITH DISTINCT t16
    WHERE EXISTS {
      MATCH (t16)-[t17:PARTICIPANTS]->(t18:Entity)
      WHERE t18.id IN COLLECT {
        MATCH (t19:Entity)
        WHERE t19.key = $p5
        RETURN coalesce(t19.mergedIntoId, t19.id)
      }
    }
  } AND NOT coalesce(EXISTS {
    MATCH (t15)-[:RELAYS]->(t20:Citation)
    WHERE t20.retraction_present = false AND true
  }, false)
  RETURN t15
}, null, null]]] AS result
// {"p0":"aws","p1":"parler","p2":6,"p3":11,"p4":21,"p5":"parler"}
