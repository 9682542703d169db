SELECT (
  SELECT '[' || json_array(t0."title") || ',' || coalesce((
    SELECT '[' || '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t3."language", t3."text") || ']' AS "item"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t3.*, NULL
              FROM "entity_names" t3
              WHERE t3."held_since" <= @p0 AND t3."owner" = t2."num"
              ORDER BY t3."position"
              LIMIT -1
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t3.*
              FROM "entity_names_past" t3
              WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."owner" = t2."num"
              ORDER BY t3."position"
              LIMIT -1
            )
          ) t3
          ORDER BY t3."position"
          LIMIT -1
        ) t3
        LIMIT -1
      )
    ) || ']' || ']'
    FROM (
      SELECT t2.*, NULL
      FROM "entity" t2
      WHERE t2."held_since" <= @p0 AND t2."num" = t0."publisher"
      UNION ALL
      SELECT t2.*
      FROM "entity_past" t2
      WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = t0."publisher"
      LIMIT -1
    ) t2
  ), '[]') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT (
        SELECT '[' || json_array(t8."effective_date_lower", t8."id") || ',' || '[' || json_array() || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT '[' || json_array(t11."language", t11."text") || ']' AS "item"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t11.*, NULL
                    FROM "claim_texts" t11
                    WHERE t11."held_since" <= @p0 AND t11."owner" = t10."num"
                    ORDER BY t11."position"
                    LIMIT -1
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t11.*
                    FROM "claim_texts_past" t11
                    WHERE t11."held_since" <= @p0 AND t11."held_until" > @p0 AND t11."owner" = t10."num"
                    ORDER BY t11."position"
                    LIMIT -1
                  )
                ) t11
                ORDER BY t11."position"
                LIMIT -1
              ) t11
              LIMIT -1
            )
          ) || ']' || ']'
          FROM (
            SELECT t10.*, NULL
            FROM "claim" t10
            WHERE t10."held_since" <= @p0 AND t10."num" = t8."claim"
            UNION ALL
            SELECT t10.*
            FROM "claim_past" t10
            WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."num" = t8."claim"
            LIMIT -1
          ) t10
        ), '[]') || ']' || ']'
        FROM (
          SELECT t8.*, NULL
          FROM "citation" t8
          WHERE t8."held_since" <= @p0 AND t8."num" = t9."num"
          UNION ALL
          SELECT t8.*
          FROM "citation_past" t8
          WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."num" = t9."num"
          LIMIT -1
        ) t8
      ) AS "item"
      FROM (
        SELECT t4."num" AS "num"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t4.*, NULL
              FROM "citation" t4
              WHERE t4."held_since" <= @p0 AND t4."source" = t0."num" AND t4."retraction_present" = 0 AND (t4."speaker_unknown" = @p3 AND NOT coalesce(EXISTS (
                SELECT 1
                FROM (
                  SELECT t5.*, NULL
                  FROM "entity" t5
                  WHERE t5."held_since" <= @p0 AND t5."num" = t4."speaker" AND 1
                  UNION ALL
                  SELECT t5.*
                  FROM "entity_past" t5
                  WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t4."speaker" AND 1
                  LIMIT -1
                ) t5
              ), 0) AND NOT coalesce(EXISTS (
                SELECT 1
                FROM (
                  SELECT t6.*, NULL
                  FROM "citation_relay_parts" t6
                  WHERE t6."held_since" <= @p0 AND t6."owner" = t4."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t7.*, NULL
                      FROM "citation" t7
                      WHERE t7."held_since" <= @p0 AND t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t7.*
                      FROM "citation_past" t7
                      WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t7
                  )
                  UNION ALL
                  SELECT t6.*
                  FROM "citation_relay_parts_past" t6
                  WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."owner" = t4."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t7.*, NULL
                      FROM "citation" t7
                      WHERE t7."held_since" <= @p0 AND t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t7.*
                      FROM "citation_past" t7
                      WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t7
                  )
                  LIMIT -1
                ) t6
              ), 0)) AND within_time()
              ORDER BY t4."effective_date_lower" DESC, t4."id" DESC
              LIMIT @p2
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t4.*
              FROM "citation_past" t4
              WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."source" = t0."num" AND t4."retraction_present" = 0 AND (t4."speaker_unknown" = @p3 AND NOT coalesce(EXISTS (
                SELECT 1
                FROM (
                  SELECT t5.*, NULL
                  FROM "entity" t5
                  WHERE t5."held_since" <= @p0 AND t5."num" = t4."speaker" AND 1
                  UNION ALL
                  SELECT t5.*
                  FROM "entity_past" t5
                  WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t4."speaker" AND 1
                  LIMIT -1
                ) t5
              ), 0) AND NOT coalesce(EXISTS (
                SELECT 1
                FROM (
                  SELECT t6.*, NULL
                  FROM "citation_relay_parts" t6
                  WHERE t6."held_since" <= @p0 AND t6."owner" = t4."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t7.*, NULL
                      FROM "citation" t7
                      WHERE t7."held_since" <= @p0 AND t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t7.*
                      FROM "citation_past" t7
                      WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t7
                  )
                  UNION ALL
                  SELECT t6.*
                  FROM "citation_relay_parts_past" t6
                  WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."owner" = t4."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t7.*, NULL
                      FROM "citation" t7
                      WHERE t7."held_since" <= @p0 AND t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t7.*
                      FROM "citation_past" t7
                      WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."num" = t6."citation" AND t7."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t7
                  )
                  LIMIT -1
                ) t6
              ), 0)) AND within_time()
              ORDER BY t4."effective_date_lower" DESC, t4."id" DESC
              LIMIT @p2
            )
          ) t4
          ORDER BY t4."effective_date_lower" DESC, t4."id" DESC
          LIMIT @p2
        ) t4
      ) t9
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM (
      SELECT t12.*, NULL
      FROM "citation" t12
      WHERE t12."held_since" <= @p0 AND t12."source" = t0."num" AND t12."retraction_present" = 0 AND (t12."speaker_unknown" = @p4 AND NOT coalesce(EXISTS (
        SELECT 1
        FROM (
          SELECT t13.*, NULL
          FROM "entity" t13
          WHERE t13."held_since" <= @p0 AND t13."num" = t12."speaker" AND 1
          UNION ALL
          SELECT t13.*
          FROM "entity_past" t13
          WHERE t13."held_since" <= @p0 AND t13."held_until" > @p0 AND t13."num" = t12."speaker" AND 1
          LIMIT -1
        ) t13
      ), 0) AND NOT coalesce(EXISTS (
        SELECT 1
        FROM (
          SELECT t14.*, NULL
          FROM "citation_relay_parts" t14
          WHERE t14."held_since" <= @p0 AND t14."owner" = t12."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t15.*, NULL
              FROM "citation" t15
              WHERE t15."held_since" <= @p0 AND t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t15.*
              FROM "citation_past" t15
              WHERE t15."held_since" <= @p0 AND t15."held_until" > @p0 AND t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
              LIMIT -1
            ) t15
          )
          UNION ALL
          SELECT t14.*
          FROM "citation_relay_parts_past" t14
          WHERE t14."held_since" <= @p0 AND t14."held_until" > @p0 AND t14."owner" = t12."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t15.*, NULL
              FROM "citation" t15
              WHERE t15."held_since" <= @p0 AND t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t15.*
              FROM "citation_past" t15
              WHERE t15."held_since" <= @p0 AND t15."held_until" > @p0 AND t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
              LIMIT -1
            ) t15
          )
          LIMIT -1
        ) t14
      ), 0)) AND within_time()
      UNION ALL
      SELECT t12.*
      FROM "citation_past" t12
      WHERE t12."held_since" <= @p0 AND t12."held_until" > @p0 AND t12."source" = t0."num" AND t12."retraction_present" = 0 AND (t12."speaker_unknown" = @p4 AND NOT coalesce(EXISTS (
        SELECT 1
        FROM (
          SELECT t13.*, NULL
          FROM "entity" t13
          WHERE t13."held_since" <= @p0 AND t13."num" = t12."speaker" AND 1
          UNION ALL
          SELECT t13.*
          FROM "entity_past" t13
          WHERE t13."held_since" <= @p0 AND t13."held_until" > @p0 AND t13."num" = t12."speaker" AND 1
          LIMIT -1
        ) t13
      ), 0) AND NOT coalesce(EXISTS (
        SELECT 1
        FROM (
          SELECT t14.*, NULL
          FROM "citation_relay_parts" t14
          WHERE t14."held_since" <= @p0 AND t14."owner" = t12."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t15.*, NULL
              FROM "citation" t15
              WHERE t15."held_since" <= @p0 AND t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t15.*
              FROM "citation_past" t15
              WHERE t15."held_since" <= @p0 AND t15."held_until" > @p0 AND t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
              LIMIT -1
            ) t15
          )
          UNION ALL
          SELECT t14.*
          FROM "citation_relay_parts_past" t14
          WHERE t14."held_since" <= @p0 AND t14."held_until" > @p0 AND t14."owner" = t12."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t15.*, NULL
              FROM "citation" t15
              WHERE t15."held_since" <= @p0 AND t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t15.*
              FROM "citation_past" t15
              WHERE t15."held_since" <= @p0 AND t15."held_until" > @p0 AND t15."num" = t14."citation" AND t15."retraction_present" = 0 AND 1
              LIMIT -1
            ) t15
          )
          LIMIT -1
        ) t14
      ), 0)) AND within_time()
      LIMIT -1
    ) t12
  ), NULL, NULL) || ']') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT (
        SELECT '[' || json_array(t20."effective_date_lower", t20."id") || ',' || '[' || json_array() || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT '[' || json_array(t23."language", t23."text") || ']' AS "item"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t23.*, NULL
                    FROM "claim_texts" t23
                    WHERE t23."held_since" <= @p0 AND t23."owner" = t22."num"
                    ORDER BY t23."position"
                    LIMIT -1
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t23.*
                    FROM "claim_texts_past" t23
                    WHERE t23."held_since" <= @p0 AND t23."held_until" > @p0 AND t23."owner" = t22."num"
                    ORDER BY t23."position"
                    LIMIT -1
                  )
                ) t23
                ORDER BY t23."position"
                LIMIT -1
              ) t23
              LIMIT -1
            )
          ) || ']' || ']'
          FROM (
            SELECT t22.*, NULL
            FROM "claim" t22
            WHERE t22."held_since" <= @p0 AND t22."num" = t20."claim"
            UNION ALL
            SELECT t22.*
            FROM "claim_past" t22
            WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."num" = t20."claim"
            LIMIT -1
          ) t22
        ), '[]') || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT '[' || json_array(t25."language", t25."text") || ']' AS "item"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t25.*, NULL
                    FROM "entity_names" t25
                    WHERE t25."held_since" <= @p0 AND t25."owner" = t24."num"
                    ORDER BY t25."position"
                    LIMIT -1
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t25.*
                    FROM "entity_names_past" t25
                    WHERE t25."held_since" <= @p0 AND t25."held_until" > @p0 AND t25."owner" = t24."num"
                    ORDER BY t25."position"
                    LIMIT -1
                  )
                ) t25
                ORDER BY t25."position"
                LIMIT -1
              ) t25
              LIMIT -1
            )
          ) || ']' || ']'
          FROM (
            SELECT t24.*, NULL
            FROM "entity" t24
            WHERE t24."held_since" <= @p0 AND t24."num" = t20."speaker"
            UNION ALL
            SELECT t24.*
            FROM "entity_past" t24
            WHERE t24."held_since" <= @p0 AND t24."held_until" > @p0 AND t24."num" = t20."speaker"
            LIMIT -1
          ) t24
        ), '[]') || ',' || ('[' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT (
              SELECT '[' || json_array(t28."effective_date_lower", t28."id") || ',' || '[' || json_array() || ',' || coalesce((
                SELECT '[' || '[' || json_array(t30."title") || ']' || ']'
                FROM (
                  SELECT t30.*, NULL
                  FROM "source" t30
                  WHERE t30."held_since" <= @p0 AND t30."num" = t28."source"
                  UNION ALL
                  SELECT t30.*
                  FROM "source_past" t30
                  WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."num" = t28."source"
                  LIMIT -1
                ) t30
              ), '[]') || ']' || ']'
              FROM (
                SELECT t28.*, NULL
                FROM "citation" t28
                WHERE t28."held_since" <= @p0 AND t28."num" = t29."num"
                UNION ALL
                SELECT t28.*
                FROM "citation_past" t28
                WHERE t28."held_since" <= @p0 AND t28."held_until" > @p0 AND t28."num" = t29."num"
                LIMIT -1
              ) t28
            ) AS "item"
            FROM (
              SELECT t26."num" AS "num"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t26.*, NULL
                    FROM "citation" t26
                    WHERE t26."held_since" <= @p0 AND t26."num" IN (
                      SELECT t27."citation"
                      FROM (
                        SELECT t27.*, NULL
                        FROM "citation_relay_parts" t27
                        WHERE t27."held_since" <= @p0 AND t27."owner" = t20."num"
                        UNION ALL
                        SELECT t27.*
                        FROM "citation_relay_parts_past" t27
                        WHERE t27."held_since" <= @p0 AND t27."held_until" > @p0 AND t27."owner" = t20."num"
                        LIMIT -1
                      ) t27
                    ) AND t26."retraction_present" = 0
                    ORDER BY t26."effective_date_lower" DESC, t26."id" DESC
                    LIMIT @p6
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t26.*
                    FROM "citation_past" t26
                    WHERE t26."held_since" <= @p0 AND t26."held_until" > @p0 AND t26."num" IN (
                      SELECT t27."citation"
                      FROM (
                        SELECT t27.*, NULL
                        FROM "citation_relay_parts" t27
                        WHERE t27."held_since" <= @p0 AND t27."owner" = t20."num"
                        UNION ALL
                        SELECT t27.*
                        FROM "citation_relay_parts_past" t27
                        WHERE t27."held_since" <= @p0 AND t27."held_until" > @p0 AND t27."owner" = t20."num"
                        LIMIT -1
                      ) t27
                    ) AND t26."retraction_present" = 0
                    ORDER BY t26."effective_date_lower" DESC, t26."id" DESC
                    LIMIT @p6
                  )
                ) t26
                ORDER BY t26."effective_date_lower" DESC, t26."id" DESC
                LIMIT @p6
              ) t26
            ) t29
          )
        ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']'
        FROM (
          SELECT t20.*, NULL
          FROM "citation" t20
          WHERE t20."held_since" <= @p0 AND t20."num" = t21."num"
          UNION ALL
          SELECT t20.*
          FROM "citation_past" t20
          WHERE t20."held_since" <= @p0 AND t20."held_until" > @p0 AND t20."num" = t21."num"
          LIMIT -1
        ) t20
      ) AS "item"
      FROM (
        SELECT t16."num" AS "num"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t16.*, NULL
              FROM "citation" t16
              WHERE t16."held_since" <= @p0 AND t16."source" = t0."num" AND t16."retraction_present" = 0 AND (EXISTS (
                SELECT 1
                FROM (
                  SELECT t17.*, NULL
                  FROM "entity" t17
                  WHERE t17."held_since" <= @p0 AND t17."num" = t16."speaker" AND 1
                  UNION ALL
                  SELECT t17.*
                  FROM "entity_past" t17
                  WHERE t17."held_since" <= @p0 AND t17."held_until" > @p0 AND t17."num" = t16."speaker" AND 1
                  LIMIT -1
                ) t17
              ) OR EXISTS (
                SELECT 1
                FROM (
                  SELECT t18.*, NULL
                  FROM "citation_relay_parts" t18
                  WHERE t18."held_since" <= @p0 AND t18."owner" = t16."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t19.*, NULL
                      FROM "citation" t19
                      WHERE t19."held_since" <= @p0 AND t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t19.*
                      FROM "citation_past" t19
                      WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t19
                  )
                  UNION ALL
                  SELECT t18.*
                  FROM "citation_relay_parts_past" t18
                  WHERE t18."held_since" <= @p0 AND t18."held_until" > @p0 AND t18."owner" = t16."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t19.*, NULL
                      FROM "citation" t19
                      WHERE t19."held_since" <= @p0 AND t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t19.*
                      FROM "citation_past" t19
                      WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t19
                  )
                  LIMIT -1
                ) t18
              )) AND within_time()
              ORDER BY t16."effective_date_lower" DESC, t16."id" DESC
              LIMIT @p5
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t16.*
              FROM "citation_past" t16
              WHERE t16."held_since" <= @p0 AND t16."held_until" > @p0 AND t16."source" = t0."num" AND t16."retraction_present" = 0 AND (EXISTS (
                SELECT 1
                FROM (
                  SELECT t17.*, NULL
                  FROM "entity" t17
                  WHERE t17."held_since" <= @p0 AND t17."num" = t16."speaker" AND 1
                  UNION ALL
                  SELECT t17.*
                  FROM "entity_past" t17
                  WHERE t17."held_since" <= @p0 AND t17."held_until" > @p0 AND t17."num" = t16."speaker" AND 1
                  LIMIT -1
                ) t17
              ) OR EXISTS (
                SELECT 1
                FROM (
                  SELECT t18.*, NULL
                  FROM "citation_relay_parts" t18
                  WHERE t18."held_since" <= @p0 AND t18."owner" = t16."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t19.*, NULL
                      FROM "citation" t19
                      WHERE t19."held_since" <= @p0 AND t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t19.*
                      FROM "citation_past" t19
                      WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t19
                  )
                  UNION ALL
                  SELECT t18.*
                  FROM "citation_relay_parts_past" t18
                  WHERE t18."held_since" <= @p0 AND t18."held_until" > @p0 AND t18."owner" = t16."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t19.*, NULL
                      FROM "citation" t19
                      WHERE t19."held_since" <= @p0 AND t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t19.*
                      FROM "citation_past" t19
                      WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."num" = t18."citation" AND t19."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t19
                  )
                  LIMIT -1
                ) t18
              )) AND within_time()
              ORDER BY t16."effective_date_lower" DESC, t16."id" DESC
              LIMIT @p5
            )
          ) t16
          ORDER BY t16."effective_date_lower" DESC, t16."id" DESC
          LIMIT @p5
        ) t16
      ) t21
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM (
      SELECT t31.*, NULL
      FROM "citation" t31
      WHERE t31."held_since" <= @p0 AND t31."source" = t0."num" AND t31."retraction_present" = 0 AND (EXISTS (
        SELECT 1
        FROM (
          SELECT t32.*, NULL
          FROM "entity" t32
          WHERE t32."held_since" <= @p0 AND t32."num" = t31."speaker" AND 1
          UNION ALL
          SELECT t32.*
          FROM "entity_past" t32
          WHERE t32."held_since" <= @p0 AND t32."held_until" > @p0 AND t32."num" = t31."speaker" AND 1
          LIMIT -1
        ) t32
      ) OR EXISTS (
        SELECT 1
        FROM (
          SELECT t33.*, NULL
          FROM "citation_relay_parts" t33
          WHERE t33."held_since" <= @p0 AND t33."owner" = t31."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t34.*, NULL
              FROM "citation" t34
              WHERE t34."held_since" <= @p0 AND t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t34.*
              FROM "citation_past" t34
              WHERE t34."held_since" <= @p0 AND t34."held_until" > @p0 AND t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
              LIMIT -1
            ) t34
          )
          UNION ALL
          SELECT t33.*
          FROM "citation_relay_parts_past" t33
          WHERE t33."held_since" <= @p0 AND t33."held_until" > @p0 AND t33."owner" = t31."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t34.*, NULL
              FROM "citation" t34
              WHERE t34."held_since" <= @p0 AND t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t34.*
              FROM "citation_past" t34
              WHERE t34."held_since" <= @p0 AND t34."held_until" > @p0 AND t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
              LIMIT -1
            ) t34
          )
          LIMIT -1
        ) t33
      )) AND within_time()
      UNION ALL
      SELECT t31.*
      FROM "citation_past" t31
      WHERE t31."held_since" <= @p0 AND t31."held_until" > @p0 AND t31."source" = t0."num" AND t31."retraction_present" = 0 AND (EXISTS (
        SELECT 1
        FROM (
          SELECT t32.*, NULL
          FROM "entity" t32
          WHERE t32."held_since" <= @p0 AND t32."num" = t31."speaker" AND 1
          UNION ALL
          SELECT t32.*
          FROM "entity_past" t32
          WHERE t32."held_since" <= @p0 AND t32."held_until" > @p0 AND t32."num" = t31."speaker" AND 1
          LIMIT -1
        ) t32
      ) OR EXISTS (
        SELECT 1
        FROM (
          SELECT t33.*, NULL
          FROM "citation_relay_parts" t33
          WHERE t33."held_since" <= @p0 AND t33."owner" = t31."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t34.*, NULL
              FROM "citation" t34
              WHERE t34."held_since" <= @p0 AND t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t34.*
              FROM "citation_past" t34
              WHERE t34."held_since" <= @p0 AND t34."held_until" > @p0 AND t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
              LIMIT -1
            ) t34
          )
          UNION ALL
          SELECT t33.*
          FROM "citation_relay_parts_past" t33
          WHERE t33."held_since" <= @p0 AND t33."held_until" > @p0 AND t33."owner" = t31."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t34.*, NULL
              FROM "citation" t34
              WHERE t34."held_since" <= @p0 AND t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t34.*
              FROM "citation_past" t34
              WHERE t34."held_since" <= @p0 AND t34."held_until" > @p0 AND t34."num" = t33."citation" AND t34."retraction_present" = 0 AND 1
              LIMIT -1
            ) t34
          )
          LIMIT -1
        ) t33
      )) AND within_time()
      LIMIT -1
    ) t31
  ), NULL, NULL) || ']') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT (
        SELECT '[' || json_array(t36."effective_date_lower", t36."id") || ',' || '[' || json_array(t36."stance", t36."note") || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT '[' || json_array(t39."language", t39."text") || ']' AS "item"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t39.*, NULL
                    FROM "claim_texts" t39
                    WHERE t39."held_since" <= @p0 AND t39."owner" = t38."num"
                    ORDER BY t39."position"
                    LIMIT -1
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t39.*
                    FROM "claim_texts_past" t39
                    WHERE t39."held_since" <= @p0 AND t39."held_until" > @p0 AND t39."owner" = t38."num"
                    ORDER BY t39."position"
                    LIMIT -1
                  )
                ) t39
                ORDER BY t39."position"
                LIMIT -1
              ) t39
              LIMIT -1
            )
          ) || ']' || ']'
          FROM (
            SELECT t38.*, NULL
            FROM "claim" t38
            WHERE t38."held_since" <= @p0 AND t38."num" = t36."claim"
            UNION ALL
            SELECT t38.*
            FROM "claim_past" t38
            WHERE t38."held_since" <= @p0 AND t38."held_until" > @p0 AND t38."num" = t36."claim"
            LIMIT -1
          ) t38
        ), '[]') || ']' || ']'
        FROM (
          SELECT t36.*, NULL
          FROM "citation" t36
          WHERE t36."held_since" <= @p0 AND t36."num" = t37."num"
          UNION ALL
          SELECT t36.*
          FROM "citation_past" t36
          WHERE t36."held_since" <= @p0 AND t36."held_until" > @p0 AND t36."num" = t37."num"
          LIMIT -1
        ) t36
      ) AS "item"
      FROM (
        SELECT t35."num" AS "num"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t35.*, NULL
              FROM "citation" t35
              WHERE t35."held_since" <= @p0 AND t35."source" = t0."num" AND t35."retraction_present" = 0 AND t35."speaker_unknown" = @p8 AND within_time()
              ORDER BY t35."effective_date_lower" DESC, t35."id" DESC
              LIMIT @p7
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t35.*
              FROM "citation_past" t35
              WHERE t35."held_since" <= @p0 AND t35."held_until" > @p0 AND t35."source" = t0."num" AND t35."retraction_present" = 0 AND t35."speaker_unknown" = @p8 AND within_time()
              ORDER BY t35."effective_date_lower" DESC, t35."id" DESC
              LIMIT @p7
            )
          ) t35
          ORDER BY t35."effective_date_lower" DESC, t35."id" DESC
          LIMIT @p7
        ) t35
      ) t37
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM (
      SELECT t40.*, NULL
      FROM "citation" t40
      WHERE t40."held_since" <= @p0 AND t40."source" = t0."num" AND t40."retraction_present" = 0 AND t40."speaker_unknown" = @p9 AND within_time()
      UNION ALL
      SELECT t40.*
      FROM "citation_past" t40
      WHERE t40."held_since" <= @p0 AND t40."held_until" > @p0 AND t40."source" = t0."num" AND t40."retraction_present" = 0 AND t40."speaker_unknown" = @p9 AND within_time()
      LIMIT -1
    ) t40
  ), NULL, NULL) || ']') || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "source" t0
    WHERE t0."held_since" <= @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "source" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "source_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    UNION ALL
    SELECT t0.*
    FROM "source_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "source" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "source_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"bfm-article","p2":51,"p3":0,"p4":0,"p5":51,"p6":6,"p7":51,"p8":1,"p9":1}
