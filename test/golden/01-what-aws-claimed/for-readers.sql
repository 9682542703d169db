SELECT (
  SELECT '[' || json_array(t0."withheld") || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
      FROM "entity_names" t2
      WHERE t2."owner" = t0."num"
      ORDER BY t2."position"
      LIMIT -1
    )
  ) || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t10."effective_date_lower", t10."id") || ',' || '[' || json_array(t10."said_at") || ',' || coalesce((
        SELECT '[' || '[' || json_array(t12."title", t12."kind") || ']' || ']'
        FROM "source" t12
        WHERE t12."num" = t10."source"
      ), '[]') || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t14."language", t14."text") || ']' AS "item"
            FROM "claim_texts" t14
            WHERE t14."owner" = t13."num"
            ORDER BY t14."position"
            LIMIT -1
          )
        ) || ',' || ('[' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t16."created_at", t16."id") || ',' || '[' || json_array() || ',' || coalesce((
              SELECT '[' || '[' || json_array(t18."title") || ',' || coalesce((
                SELECT '[' || '[' || json_array() || ',' || (
                  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
                  FROM (
                    SELECT '[' || json_array(t20."language", t20."text") || ']' AS "item"
                    FROM "entity_names" t20
                    WHERE t20."owner" = t19."num"
                    ORDER BY t20."position"
                    LIMIT -1
                  )
                ) || ']' || ']'
                FROM "entity" t19
                WHERE t19."num" = t18."publisher"
              ), '[]') || ']' || ']'
              FROM "source" t18
              WHERE t18."num" = t16."source"
            ), '[]') || ',' || ('[' || (
              SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
              FROM (
                SELECT '[' || json_array(t23."effective_date_lower", t23."id") || ',' || '[' || json_array() || ',' || coalesce((
                  SELECT '[' || '[' || json_array(t25."title") || ']' || ']'
                  FROM "source" t25
                  WHERE t25."num" = t23."source"
                ), '[]') || ']' || ']' AS "item"
                FROM (
                  SELECT t21."num" AS "num"
                  FROM "citation" t21
                  WHERE t21."num" IN (
                    SELECT t22."citation"
                    FROM "citation_relay_parts" t22
                    WHERE t22."owner" = t16."num"
                  ) AND t21."retraction_present" = 0 AND t21."withheld" = 0 AND within_time()
                  ORDER BY t21."effective_date_lower" DESC, t21."id" DESC
                  LIMIT @p4
                ) t24
                CROSS JOIN "citation" t23 ON t23."num" = t24."num"
              )
            ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']' AS "item"
            FROM (
              SELECT t15."num" AS "num"
              FROM "citation" t15
              WHERE t15."claim" = t13."num" AND t15."retraction_present" = 0 AND t15."withheld" = 0 AND within_time()
              ORDER BY t15."created_at" ASC, t15."id" ASC
              LIMIT @p3
            ) t17
            CROSS JOIN "citation" t16 ON t16."num" = t17."num"
          )
        ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']'
        FROM "claim" t13
        WHERE t13."num" = t10."claim"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t3."num" AS "num"
        FROM "citation" t3
        WHERE t3."speaker" = t0."num" AND t3."retraction_present" = 0 AND (t3."withheld" = 0 AND EXISTS (
          SELECT 1
          FROM "claim" t4
          WHERE t4."num" = t3."claim" AND EXISTS (
            SELECT 1
            FROM "claim_participants" t5
            WHERE t5."owner" = t4."num" AND t5."entity" = (
              SELECT t6."num"
              FROM "entity" t6
              WHERE t6."num" = (
                SELECT coalesce(t7."merged_into", t7."num")
                FROM "entity" t7
                WHERE t7."key" = @p2
              )
            )
          )
        ) AND NOT coalesce(EXISTS (
          SELECT 1
          FROM "citation_relay_parts" t8
          WHERE t8."owner" = t3."num" AND EXISTS (
            SELECT 1
            FROM "citation" t9
            WHERE t9."num" = t8."citation" AND t9."retraction_present" = 0 AND t9."withheld" = 0
          )
        ), 0)) AND within_time()
        ORDER BY t3."effective_date_lower" DESC, t3."id" DESC
        LIMIT @p1
      ) t11
      CROSS JOIN "citation" t10 ON t10."num" = t11."num"
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM "citation" t26
    WHERE t26."speaker" = t0."num" AND t26."retraction_present" = 0 AND (t26."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM "claim" t27
      WHERE t27."num" = t26."claim" AND EXISTS (
        SELECT 1
        FROM "claim_participants" t28
        WHERE t28."owner" = t27."num" AND t28."entity" = (
          SELECT t29."num"
          FROM "entity" t29
          WHERE t29."num" = (
            SELECT coalesce(t30."merged_into", t30."num")
            FROM "entity" t30
            WHERE t30."key" = @p5
          )
        )
      )
    ) AND NOT coalesce(EXISTS (
      SELECT 1
      FROM "citation_relay_parts" t31
      WHERE t31."owner" = t26."num" AND EXISTS (
        SELECT 1
        FROM "citation" t32
        WHERE t32."num" = t31."citation" AND t32."retraction_present" = 0 AND t32."withheld" = 0
      )
    ), 0)) AND within_time()
  ), NULL, NULL) || ']') || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"aws","p1":21,"p2":"parler","p3":11,"p4":6,"p5":"parler"}
