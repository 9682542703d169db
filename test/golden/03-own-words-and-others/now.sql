SELECT (
  SELECT '[' || json_array(t0."title") || ',' || coalesce((
    SELECT '[' || '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t3."language", t3."text") || ']' AS "item"
        FROM "entity_names" t3
        WHERE t3."owner" = t2."num"
        ORDER BY t3."position"
        LIMIT -1
      )
    ) || ']' || ']'
    FROM "entity" t2
    WHERE t2."num" = t0."publisher"
  ), '[]') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t8."effective_date_lower", t8."id") || ',' || '[' || json_array() || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t11."language", t11."text") || ']' AS "item"
            FROM "claim_texts" t11
            WHERE t11."owner" = t10."num"
            ORDER BY t11."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "claim" t10
        WHERE t10."num" = t8."claim"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t4."num" AS "num"
        FROM "citation" t4
        WHERE t4."source" = t0."num" AND t4."retraction_present" = 0 AND (t4."speaker_unknown" = @p2 AND NOT coalesce(EXISTS (
          SELECT 1
          FROM "entity" t5
          WHERE t5."num" = t4."speaker" AND 1
        ), 0) AND NOT coalesce(EXISTS (
          SELECT 1
          FROM "citation_relay_parts" t6
          WHERE t6."owner" = t4."num" AND EXISTS (
            SELECT 1
            FROM "citation" t7
            WHERE t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
          )
        ), 0)) AND within_time()
        ORDER BY t4."effective_date_lower" DESC, t4."id" DESC
        LIMIT @p1
      ) t9
      CROSS JOIN "citation" t8 ON t8."num" = t9."num"
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM "citation" t12
    WHERE t12."source" = t0."num" AND t12."retraction_present" = 0 AND (t12."speaker_unknown" = @p3 AND NOT coalesce(EXISTS (
      SELECT 1
      FROM "entity" t13
      WHERE t13."num" = t12."speaker" AND 1
    ), 0) AND NOT coalesce(EXISTS (
      SELECT 1
      FROM "citation_relay_parts" t14
      WHERE t14."owner" = t12."num" AND EXISTS (
        SELECT 1
        FROM "citation" t15
        WHERE t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
      )
    ), 0)) AND within_time()
  ), NULL, NULL) || ']') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t20."effective_date_lower", t20."id") || ',' || '[' || json_array() || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t23."language", t23."text") || ']' AS "item"
            FROM "claim_texts" t23
            WHERE t23."owner" = t22."num"
            ORDER BY t23."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "claim" t22
        WHERE t22."num" = t20."claim"
      ), '[]') || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t25."language", t25."text") || ']' AS "item"
            FROM "entity_names" t25
            WHERE t25."owner" = t24."num"
            ORDER BY t25."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "entity" t24
        WHERE t24."num" = t20."speaker"
      ), '[]') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t28."effective_date_lower", t28."id") || ',' || '[' || json_array() || ',' || coalesce((
            SELECT '[' || '[' || json_array(t30."title") || ']' || ']'
            FROM "source" t30
            WHERE t30."num" = t28."source"
          ), '[]') || ']' || ']' AS "item"
          FROM (
            SELECT t26."num" AS "num"
            FROM "citation" t26
            WHERE t26."num" IN (
              SELECT t27."citation"
              FROM "citation_relay_parts" t27
              WHERE t27."owner" = t20."num"
            ) AND t26."retraction_present" = 0
            ORDER BY t26."effective_date_lower" DESC, t26."id" DESC
            LIMIT @p5
          ) t29
          CROSS JOIN "citation" t28 ON t28."num" = t29."num"
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']' AS "item"
      FROM (
        SELECT t16."num" AS "num"
        FROM "citation" t16
        WHERE t16."source" = t0."num" AND t16."retraction_present" = 0 AND (EXISTS (
          SELECT 1
          FROM "entity" t17
          WHERE t17."num" = t16."speaker" AND 1
        ) OR EXISTS (
          SELECT 1
          FROM "citation_relay_parts" t18
          WHERE t18."owner" = t16."num" AND EXISTS (
            SELECT 1
            FROM "citation" t19
            WHERE t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
          )
        )) AND within_time()
        ORDER BY t16."effective_date_lower" DESC, t16."id" DESC
        LIMIT @p4
      ) t21
      CROSS JOIN "citation" t20 ON t20."num" = t21."num"
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM "citation" t31
    WHERE t31."source" = t0."num" AND t31."retraction_present" = 0 AND (EXISTS (
      SELECT 1
      FROM "entity" t32
      WHERE t32."num" = t31."speaker" AND 1
    ) OR EXISTS (
      SELECT 1
      FROM "citation_relay_parts" t33
      WHERE t33."owner" = t31."num" AND EXISTS (
        SELECT 1
        FROM "citation" t34
        WHERE t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
      )
    )) AND within_time()
  ), NULL, NULL) || ']') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t36."effective_date_lower", t36."id") || ',' || '[' || json_array(t36."stance", t36."note") || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t39."language", t39."text") || ']' AS "item"
            FROM "claim_texts" t39
            WHERE t39."owner" = t38."num"
            ORDER BY t39."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "claim" t38
        WHERE t38."num" = t36."claim"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t35."num" AS "num"
        FROM "citation" t35
        WHERE t35."source" = t0."num" AND t35."retraction_present" = 0 AND t35."speaker_unknown" = @p7 AND within_time()
        ORDER BY t35."effective_date_lower" DESC, t35."id" DESC
        LIMIT @p6
      ) t37
      CROSS JOIN "citation" t36 ON t36."num" = t37."num"
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM "citation" t40
    WHERE t40."source" = t0."num" AND t40."retraction_present" = 0 AND t40."speaker_unknown" = @p8 AND within_time()
  ), NULL, NULL) || ']') || ']'
  FROM "source" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "source" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"bfm-article","p1":51,"p2":0,"p3":0,"p4":51,"p5":6,"p6":51,"p7":1,"p8":1}
