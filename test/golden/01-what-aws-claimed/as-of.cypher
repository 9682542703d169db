CYPHER 5
MATCH (t1:Entity|PastEntity)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Entity)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[], t0.namesList, [COLLECT {
  UNWIND COLLECT {
    MATCH (t3:Citation) USING INDEX t3:Citation(speakerId, effectiveDateLower, id)
    WHERE t3.speakerId = t0.id AND t3.id >= '' AND t3.heldSince <= $p0 AND t3.retraction_present = false AND t3.effectiveDateLower >= -9000000000000000
    WITH DISTINCT t3
    WHERE EXISTS {
      MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t5:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t4)
      WHERE t5.heldSince <= $p0 AND (t5.heldUntil IS NULL OR t5.heldUntil > $p0) AND t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0)
      WITH DISTINCT t4
      WHERE EXISTS {
        MATCH (t4)-[:PAST_OF*0..1]->(:Claim)-[t6:PARTICIPANTS|WAS_PARTICIPANTS]->(:Entity)<-[:PAST_OF*0..1]-(t7)
        WHERE t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0) AND t7.id IN COLLECT {
          MATCH (t8:Entity|PastEntity)
          WHERE t8.key = $p2 AND t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0)
          RETURN coalesce(t8.mergedIntoId, t8.id)
        }
      }
    } AND NOT coalesce(EXISTS {
      MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t10:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t9)
      WHERE t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0) AND t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0) AND t9.retraction_present = false AND true
    }, false)
    WITH t3
    ORDER BY t3.speakerId DESC, t3.effectiveDateLower DESC, t3.id DESC
    LIMIT $p3
    RETURN t3
  } + COLLECT {
    MATCH (t3:PastCitation) USING INDEX t3:PastCitation(speakerId, heldUntil)
    WHERE t3.speakerId = t0.id AND t3.heldUntil > $p0 AND t3.heldSince <= $p0 AND t3.retraction_present = false
    WITH DISTINCT t3
    WHERE EXISTS {
      MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t12:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t11)
      WHERE t12.heldSince <= $p0 AND (t12.heldUntil IS NULL OR t12.heldUntil > $p0) AND t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0)
      WITH DISTINCT t11
      WHERE EXISTS {
        MATCH (t11)-[:PAST_OF*0..1]->(:Claim)-[t13:PARTICIPANTS|WAS_PARTICIPANTS]->(:Entity)<-[:PAST_OF*0..1]-(t14)
        WHERE t13.heldSince <= $p0 AND (t13.heldUntil IS NULL OR t13.heldUntil > $p0) AND t14.heldSince <= $p0 AND (t14.heldUntil IS NULL OR t14.heldUntil > $p0) AND t14.id IN COLLECT {
          MATCH (t15:Entity|PastEntity)
          WHERE t15.key = $p4 AND t15.heldSince <= $p0 AND (t15.heldUntil IS NULL OR t15.heldUntil > $p0)
          RETURN coalesce(t15.mergedIntoId, t15.id)
        }
      }
    } AND NOT coalesce(EXISTS {
      MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t17:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t16)
      WHERE t17.heldSince <= $p0 AND (t17.heldUntil IS NULL OR t17.heldUntil > $p0) AND t16.heldSince <= $p0 AND (t16.heldUntil IS NULL OR t16.heldUntil > $p0) AND t16.retraction_present = false AND true
    }, false)
    WITH t3
    ORDER BY t3.effectiveDateLower DESC, t3.id DESC
    LIMIT $p5
    RETURN t3
  } AS t3
  WITH t3
  ORDER BY t3.effectiveDateLower DESC, t3.id DESC
  LIMIT $p8
  RETURN [[t3.effectiveDateLower, t3.id], [[t3.saidAt], COLLECT {
    MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t19:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t18)
    WHERE t19.heldSince <= $p0 AND (t19.heldUntil IS NULL OR t19.heldUntil > $p0) AND t18.heldSince <= $p0 AND (t18.heldUntil IS NULL OR t18.heldUntil > $p0)
    RETURN [[t18.title, t18.kind]]
  }, COLLECT {
    MATCH (t3)-[:PAST_OF*0..1]->(:Citation)-[t21:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t20)
    WHERE t21.heldSince <= $p0 AND (t21.heldUntil IS NULL OR t21.heldUntil > $p0) AND t20.heldSince <= $p0 AND (t20.heldUntil IS NULL OR t20.heldUntil > $p0)
    RETURN [[], t20.textsList, [COLLECT {
      MATCH (t20)-[:PAST_OF*0..1]->(:Claim)<-[t23:CLAIM|WAS_CLAIM]-(:Citation)<-[:PAST_OF*0..1]-(t22)
      WHERE t23.heldSince <= $p0 AND (t23.heldUntil IS NULL OR t23.heldUntil > $p0) AND t22.heldSince <= $p0 AND (t22.heldUntil IS NULL OR t22.heldUntil > $p0) AND t22.retraction_present = false
      WITH t22
      ORDER BY t22.createdAt ASC, t22.id ASC
      LIMIT $p7
      RETURN [[t22.createdAt, t22.id], [[], COLLECT {
        MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t25:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t24)
        WHERE t25.heldSince <= $p0 AND (t25.heldUntil IS NULL OR t25.heldUntil > $p0) AND t24.heldSince <= $p0 AND (t24.heldUntil IS NULL OR t24.heldUntil > $p0)
        RETURN [[t24.title], COLLECT {
          MATCH (t24)-[:PAST_OF*0..1]->(:Source)-[t27:PUBLISHER|WAS_PUBLISHER]->(:Entity)<-[:PAST_OF*0..1]-(t26)
          WHERE t27.heldSince <= $p0 AND (t27.heldUntil IS NULL OR t27.heldUntil > $p0) AND t26.heldSince <= $p0 AND (t26.heldUntil IS NULL OR t26.heldUntil > $p0)
          RETURN [[], t26.namesList]
        }]
      }, [COLLECT {
        MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t29:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t28)
        WHERE t29.heldSince <= $p0 AND (t29.heldUntil IS NULL OR t29.heldUntil > $p0) AND t28.heldSince <= $p0 AND (t28.heldUntil IS NULL OR t28.heldUntil > $p0) AND t28.retraction_present = false
        WITH DISTINCT t28
        WITH t28
        ORDER BY t28.effectiveDateLower DESC, t28.id DESC
        LIMIT $p6
        RETURN [[t28.effectiveDateLower, t28.id], [[], COLLECT {
          MATCH (t28)-[:PAST_OF*0..1]->(:Citation)-[t31:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t30)
          WHERE t31.heldSince <= $p0 AND (t31.heldUntil IS NULL OR t31.heldUntil > $p0) AND t30.heldSince <= $p0 AND (t30.heldUntil IS NULL OR t30.heldUntil > $p0)
          RETURN [[t30.title]]
        }]]
      }, [null, null, null]]]]
    }, [null, null, null]]]
  }]]
}, [COUNT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Entity)<-[t33:SPEAKER|WAS_SPEAKER]-(:Citation)<-[:PAST_OF*0..1]-(t32)
  WHERE t33.heldSince <= $p0 AND (t33.heldUntil IS NULL OR t33.heldUntil > $p0) AND t32.heldSince <= $p0 AND (t32.heldUntil IS NULL OR t32.heldUntil > $p0) AND t32.retraction_present = false
  WITH DISTINCT t32
  WHERE EXISTS {
    MATCH (t32)-[:PAST_OF*0..1]->(:Citation)-[t35:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t34)
    WHERE t35.heldSince <= $p0 AND (t35.heldUntil IS NULL OR t35.heldUntil > $p0) AND t34.heldSince <= $p0 AND (t34.heldUntil IS NULL OR t34.heldUntil > $p0)
    WITH DISTINCT t34
    WHERE EXISTS {
      MATCH (t34)-[:PAST_OF*0..1]->(:Claim)-[t36:PARTICIPANTS|WAS_PARTICIPANTS]->(:Entity)<-[:PAST_OF*0..1]-(t37)
      WHERE t36.heldSince <= $p0 AND (t36.heldUntil IS NULL OR t36.heldUntil > $p0) AND t37.heldSince <= $p0 AND (t37.heldUntil IS NULL OR t37.heldUntil > $p0) AND t37.id IN COLLECT {
        MATCH (t38:Entity|PastEntity)
        WHERE t38.key = $p9 AND t38.heldSince <= $p0 AND (t38.heldUntil IS NULL OR t38.heldUntil > $p0)
        RETURN coalesce(t38.mergedIntoId, t38.id)
      }
    }
  } AND NOT coalesce(EXISTS {
    MATCH (t32)-[:PAST_OF*0..1]->(:Citation)-[t40:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t39)
    WHERE t40.heldSince <= $p0 AND (t40.heldUntil IS NULL OR t40.heldUntil > $p0) AND t39.heldSince <= $p0 AND (t39.heldUntil IS NULL OR t39.heldUntil > $p0) AND t39.retraction_present = false AND true
  }, false)
  RETURN t32
}, null, null]]] AS result
// {"p0":moment-1,"p1":["aws"],"p2":"parler","p3":21,"p4":"parler","p5":21,"p6":6,"p7":11,"p8":21,"p9":"parler"}
