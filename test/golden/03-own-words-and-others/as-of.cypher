CYPHER 5
MATCH (t1:Source|PastSource)
WHERE t1.key IN $p1 AND t1.heldSince <= $p0 AND (t1.heldUntil IS NULL OR t1.heldUntil > $p0)
WITH DISTINCT coalesce(t1.mergedIntoId, t1.id) AS t1
MATCH (t2:Source)
WHERE t2.id = t1
MATCH (t2)<-[:PAST_OF*0..1]-(t0)
WHERE t0.heldSince <= $p0 AND (t0.heldUntil IS NULL OR t0.heldUntil > $p0)
RETURN [[t0.title], COLLECT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Source)-[t4:PUBLISHER|WAS_PUBLISHER]->(:Entity)<-[:PAST_OF*0..1]-(t3)
  WHERE t4.heldSince <= $p0 AND (t4.heldUntil IS NULL OR t4.heldUntil > $p0) AND t3.heldSince <= $p0 AND (t3.heldUntil IS NULL OR t3.heldUntil > $p0)
  RETURN [[], t3.namesList]
}, [COLLECT {
  UNWIND COLLECT {
    MATCH (t5:Citation) USING INDEX t5:Citation(sourceId, effectiveDateLower, id)
    WHERE t5.sourceId = t0.id AND t5.id >= '' AND t5.heldSince <= $p0 AND t5.retraction_present = false AND t5.speakerUnknown = $p2 AND t5.effectiveDateLower >= -9000000000000000
    WITH DISTINCT t5
    WHERE NOT coalesce(EXISTS {
      MATCH (t5)-[:PAST_OF*0..1]->(:Citation)-[t7:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t6)
      WHERE t7.heldSince <= $p0 AND (t7.heldUntil IS NULL OR t7.heldUntil > $p0) AND t6.heldSince <= $p0 AND (t6.heldUntil IS NULL OR t6.heldUntil > $p0) AND true
    }, false) AND NOT coalesce(EXISTS {
      MATCH (t5)-[:PAST_OF*0..1]->(:Citation)-[t9:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t8)
      WHERE t9.heldSince <= $p0 AND (t9.heldUntil IS NULL OR t9.heldUntil > $p0) AND t8.heldSince <= $p0 AND (t8.heldUntil IS NULL OR t8.heldUntil > $p0) AND t8.retraction_present = false AND true
    }, false)
    WITH t5
    ORDER BY t5.sourceId DESC, t5.effectiveDateLower DESC, t5.id DESC
    LIMIT $p3
    RETURN t5
  } + COLLECT {
    MATCH (t5:PastCitation) USING INDEX t5:PastCitation(sourceId, heldUntil)
    WHERE t5.sourceId = t0.id AND t5.heldUntil > $p0 AND t5.heldSince <= $p0 AND t5.retraction_present = false AND t5.speakerUnknown = $p4
    WITH DISTINCT t5
    WHERE NOT coalesce(EXISTS {
      MATCH (t5)-[:PAST_OF*0..1]->(:Citation)-[t11:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t10)
      WHERE t11.heldSince <= $p0 AND (t11.heldUntil IS NULL OR t11.heldUntil > $p0) AND t10.heldSince <= $p0 AND (t10.heldUntil IS NULL OR t10.heldUntil > $p0) AND true
    }, false) AND NOT coalesce(EXISTS {
      MATCH (t5)-[:PAST_OF*0..1]->(:Citation)-[t13:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t12)
      WHERE t13.heldSince <= $p0 AND (t13.heldUntil IS NULL OR t13.heldUntil > $p0) AND t12.heldSince <= $p0 AND (t12.heldUntil IS NULL OR t12.heldUntil > $p0) AND t12.retraction_present = false AND true
    }, false)
    WITH t5
    ORDER BY t5.effectiveDateLower DESC, t5.id DESC
    LIMIT $p5
    RETURN t5
  } AS t5
  WITH t5
  ORDER BY t5.effectiveDateLower DESC, t5.id DESC
  LIMIT $p6
  RETURN [[t5.effectiveDateLower, t5.id], [[], COLLECT {
    MATCH (t5)-[:PAST_OF*0..1]->(:Citation)-[t15:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t14)
    WHERE t15.heldSince <= $p0 AND (t15.heldUntil IS NULL OR t15.heldUntil > $p0) AND t14.heldSince <= $p0 AND (t14.heldUntil IS NULL OR t14.heldUntil > $p0)
    RETURN [[], t14.textsList]
  }]]
}, [COUNT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Source)<-[t17:SOURCE|WAS_SOURCE]-(:Citation)<-[:PAST_OF*0..1]-(t16)
  WHERE t17.heldSince <= $p0 AND (t17.heldUntil IS NULL OR t17.heldUntil > $p0) AND t16.heldSince <= $p0 AND (t16.heldUntil IS NULL OR t16.heldUntil > $p0) AND t16.retraction_present = false AND t16.speakerUnknown = $p7
  WITH DISTINCT t16
  WHERE NOT coalesce(EXISTS {
    MATCH (t16)-[:PAST_OF*0..1]->(:Citation)-[t19:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t18)
    WHERE t19.heldSince <= $p0 AND (t19.heldUntil IS NULL OR t19.heldUntil > $p0) AND t18.heldSince <= $p0 AND (t18.heldUntil IS NULL OR t18.heldUntil > $p0) AND true
  }, false) AND NOT coalesce(EXISTS {
    MATCH (t16)-[:PAST_OF*0..1]->(:Citation)-[t21:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t20)
    WHERE t21.heldSince <= $p0 AND (t21.heldUntil IS NULL OR t21.heldUntil > $p0) AND t20.heldSince <= $p0 AND (t20.heldUntil IS NULL OR t20.heldUntil > $p0) AND t20.retraction_present = false AND true
  }, false)
  RETURN t16
}, null, null]], [COLLECT {
  UNWIND COLLECT {
    MATCH (t22:Citation) USING INDEX t22:Citation(sourceId, effectiveDateLower, id)
    WHERE t22.sourceId = t0.id AND t22.id >= '' AND t22.heldSince <= $p0 AND t22.retraction_present = false AND t22.effectiveDateLower >= -9000000000000000
    WITH DISTINCT t22
    WHERE (EXISTS {
      MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t24:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t23)
      WHERE t24.heldSince <= $p0 AND (t24.heldUntil IS NULL OR t24.heldUntil > $p0) AND t23.heldSince <= $p0 AND (t23.heldUntil IS NULL OR t23.heldUntil > $p0) AND true
    } OR EXISTS {
      MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t26:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t25)
      WHERE t26.heldSince <= $p0 AND (t26.heldUntil IS NULL OR t26.heldUntil > $p0) AND t25.heldSince <= $p0 AND (t25.heldUntil IS NULL OR t25.heldUntil > $p0) AND t25.retraction_present = false AND true
    })
    WITH t22
    ORDER BY t22.sourceId DESC, t22.effectiveDateLower DESC, t22.id DESC
    LIMIT $p8
    RETURN t22
  } + COLLECT {
    MATCH (t22:PastCitation) USING INDEX t22:PastCitation(sourceId, heldUntil)
    WHERE t22.sourceId = t0.id AND t22.heldUntil > $p0 AND t22.heldSince <= $p0 AND t22.retraction_present = false
    WITH DISTINCT t22
    WHERE (EXISTS {
      MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t28:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t27)
      WHERE t28.heldSince <= $p0 AND (t28.heldUntil IS NULL OR t28.heldUntil > $p0) AND t27.heldSince <= $p0 AND (t27.heldUntil IS NULL OR t27.heldUntil > $p0) AND true
    } OR EXISTS {
      MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t30:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t29)
      WHERE t30.heldSince <= $p0 AND (t30.heldUntil IS NULL OR t30.heldUntil > $p0) AND t29.heldSince <= $p0 AND (t29.heldUntil IS NULL OR t29.heldUntil > $p0) AND t29.retraction_present = false AND true
    })
    WITH t22
    ORDER BY t22.effectiveDateLower DESC, t22.id DESC
    LIMIT $p9
    RETURN t22
  } AS t22
  WITH t22
  ORDER BY t22.effectiveDateLower DESC, t22.id DESC
  LIMIT $p11
  RETURN [[t22.effectiveDateLower, t22.id], [[], COLLECT {
    MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t32:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t31)
    WHERE t32.heldSince <= $p0 AND (t32.heldUntil IS NULL OR t32.heldUntil > $p0) AND t31.heldSince <= $p0 AND (t31.heldUntil IS NULL OR t31.heldUntil > $p0)
    RETURN [[], t31.textsList]
  }, COLLECT {
    MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t34:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t33)
    WHERE t34.heldSince <= $p0 AND (t34.heldUntil IS NULL OR t34.heldUntil > $p0) AND t33.heldSince <= $p0 AND (t33.heldUntil IS NULL OR t33.heldUntil > $p0)
    RETURN [[], t33.namesList]
  }, [COLLECT {
    MATCH (t22)-[:PAST_OF*0..1]->(:Citation)-[t36:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t35)
    WHERE t36.heldSince <= $p0 AND (t36.heldUntil IS NULL OR t36.heldUntil > $p0) AND t35.heldSince <= $p0 AND (t35.heldUntil IS NULL OR t35.heldUntil > $p0) AND t35.retraction_present = false
    WITH DISTINCT t35
    WITH t35
    ORDER BY t35.effectiveDateLower DESC, t35.id DESC
    LIMIT $p10
    RETURN [[t35.effectiveDateLower, t35.id], [[], COLLECT {
      MATCH (t35)-[:PAST_OF*0..1]->(:Citation)-[t38:SOURCE|WAS_SOURCE]->(:Source)<-[:PAST_OF*0..1]-(t37)
      WHERE t38.heldSince <= $p0 AND (t38.heldUntil IS NULL OR t38.heldUntil > $p0) AND t37.heldSince <= $p0 AND (t37.heldUntil IS NULL OR t37.heldUntil > $p0)
      RETURN [[t37.title]]
    }]]
  }, [null, null, null]]]]
}, [COUNT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Source)<-[t40:SOURCE|WAS_SOURCE]-(:Citation)<-[:PAST_OF*0..1]-(t39)
  WHERE t40.heldSince <= $p0 AND (t40.heldUntil IS NULL OR t40.heldUntil > $p0) AND t39.heldSince <= $p0 AND (t39.heldUntil IS NULL OR t39.heldUntil > $p0) AND t39.retraction_present = false
  WITH DISTINCT t39
  WHERE (EXISTS {
    MATCH (t39)-[:PAST_OF*0..1]->(:Citation)-[t42:SPEAKER|WAS_SPEAKER]->(:Entity)<-[:PAST_OF*0..1]-(t41)
    WHERE t42.heldSince <= $p0 AND (t42.heldUntil IS NULL OR t42.heldUntil > $p0) AND t41.heldSince <= $p0 AND (t41.heldUntil IS NULL OR t41.heldUntil > $p0) AND true
  } OR EXISTS {
    MATCH (t39)-[:PAST_OF*0..1]->(:Citation)-[t44:RELAYS|WAS_RELAYS]->(:Citation)<-[:PAST_OF*0..1]-(t43)
    WHERE t44.heldSince <= $p0 AND (t44.heldUntil IS NULL OR t44.heldUntil > $p0) AND t43.heldSince <= $p0 AND (t43.heldUntil IS NULL OR t43.heldUntil > $p0) AND t43.retraction_present = false AND true
  })
  RETURN t39
}, null, null]], [COLLECT {
  UNWIND COLLECT {
    MATCH (t45:Citation) USING INDEX t45:Citation(sourceId, effectiveDateLower, id)
    WHERE t45.sourceId = t0.id AND t45.id >= '' AND t45.heldSince <= $p0 AND t45.retraction_present = false AND t45.speakerUnknown = $p12 AND t45.effectiveDateLower >= -9000000000000000
    WITH t45
    ORDER BY t45.sourceId DESC, t45.effectiveDateLower DESC, t45.id DESC
    LIMIT $p13
    RETURN t45
  } + COLLECT {
    MATCH (t45:PastCitation) USING INDEX t45:PastCitation(sourceId, heldUntil)
    WHERE t45.sourceId = t0.id AND t45.heldUntil > $p0 AND t45.heldSince <= $p0 AND t45.retraction_present = false AND t45.speakerUnknown = $p14
    WITH t45
    ORDER BY t45.effectiveDateLower DESC, t45.id DESC
    LIMIT $p15
    RETURN t45
  } AS t45
  WITH t45
  ORDER BY t45.effectiveDateLower DESC, t45.id DESC
  LIMIT $p16
  RETURN [[t45.effectiveDateLower, t45.id], [[t45.stance, t45.note], COLLECT {
    MATCH (t45)-[:PAST_OF*0..1]->(:Citation)-[t47:CLAIM|WAS_CLAIM]->(:Claim)<-[:PAST_OF*0..1]-(t46)
    WHERE t47.heldSince <= $p0 AND (t47.heldUntil IS NULL OR t47.heldUntil > $p0) AND t46.heldSince <= $p0 AND (t46.heldUntil IS NULL OR t46.heldUntil > $p0)
    RETURN [[], t46.textsList]
  }]]
}, [COUNT {
  MATCH (t0)-[:PAST_OF*0..1]->(:Source)<-[t49:SOURCE|WAS_SOURCE]-(:Citation)<-[:PAST_OF*0..1]-(t48)
  WHERE t49.heldSince <= $p0 AND (t49.heldUntil IS NULL OR t49.heldUntil > $p0) AND t48.heldSince <= $p0 AND (t48.heldUntil IS NULL OR t48.heldUntil > $p0) AND t48.retraction_present = false AND t48.speakerUnknown = $p17
  RETURN t48
}, null, null]]] AS result
// {"p0":moment-1,"p1":["bfm-article"],"p2":false,"p3":51,"p4":false,"p5":51,"p6":51,"p7":false,"p8":51,"p9":51,"p10":6,"p11":51,"p12":true,"p13":51,"p14":true,"p15":51,"p16":51,"p17":true}
