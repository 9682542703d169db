SELECT (
  SELECT '[' || json_array() || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT t2.*, NULL
            FROM "entity_names" t2
            WHERE t2."held_since" <= @p0 AND t2."owner" = t0."num"
            ORDER BY t2."position"
            LIMIT -1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t2.*
            FROM "entity_names_past" t2
            WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."owner" = t0."num"
            ORDER BY t2."position"
            LIMIT -1
          )
        ) t2
        ORDER BY t2."position"
        LIMIT -1
      ) t2
      LIMIT -1
    )
  ) || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT (
        SELECT '[' || json_array(t10."effective_date_lower", t10."id") || ',' || '[' || json_array(t10."said_at") || ',' || coalesce((
          SELECT '[' || '[' || json_array(t12."title", t12."kind") || ']' || ']'
          FROM (
            SELECT t12.*, NULL
            FROM "source" t12
            WHERE t12."held_since" <= @p0 AND t12."num" = t10."source"
            UNION ALL
            SELECT t12.*
            FROM "source_past" t12
            WHERE t12."held_since" <= @p0 AND t12."held_until" > @p0 AND t12."num" = t10."source"
            LIMIT -1
          ) t12
        ), '[]') || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT '[' || json_array(t14."language", t14."text") || ']' AS "item"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t14.*, NULL
                    FROM "claim_texts" t14
                    WHERE t14."held_since" <= @p0 AND t14."owner" = t13."num"
                    ORDER BY t14."position"
                    LIMIT -1
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t14.*
                    FROM "claim_texts_past" t14
                    WHERE t14."held_since" <= @p0 AND t14."held_until" > @p0 AND t14."owner" = t13."num"
                    ORDER BY t14."position"
                    LIMIT -1
                  )
                ) t14
                ORDER BY t14."position"
                LIMIT -1
              ) t14
              LIMIT -1
            )
          ) || ',' || ('[' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT (
                SELECT '[' || json_array(t16."created_at", t16."id") || ',' || '[' || json_array() || ',' || coalesce((
                  SELECT '[' || '[' || json_array(t18."title") || ',' || coalesce((
                    SELECT '[' || '[' || json_array() || ',' || (
                      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
                      FROM (
                        SELECT '[' || json_array(t20."language", t20."text") || ']' AS "item"
                        FROM (
                          SELECT *
                          FROM (
                            SELECT *
                            FROM (
                              SELECT t20.*, NULL
                              FROM "entity_names" t20
                              WHERE t20."held_since" <= @p0 AND t20."owner" = t19."num"
                              ORDER BY t20."position"
                              LIMIT -1
                            )
                            UNION ALL
                            SELECT *
                            FROM (
                              SELECT t20.*
                              FROM "entity_names_past" t20
                              WHERE t20."held_since" <= @p0 AND t20."held_until" > @p0 AND t20."owner" = t19."num"
                              ORDER BY t20."position"
                              LIMIT -1
                            )
                          ) t20
                          ORDER BY t20."position"
                          LIMIT -1
                        ) t20
                        LIMIT -1
                      )
                    ) || ']' || ']'
                    FROM (
                      SELECT t19.*, NULL
                      FROM "entity" t19
                      WHERE t19."held_since" <= @p0 AND t19."num" = t18."publisher"
                      UNION ALL
                      SELECT t19.*
                      FROM "entity_past" t19
                      WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."num" = t18."publisher"
                      LIMIT -1
                    ) t19
                  ), '[]') || ']' || ']'
                  FROM (
                    SELECT t18.*, NULL
                    FROM "source" t18
                    WHERE t18."held_since" <= @p0 AND t18."num" = t16."source"
                    UNION ALL
                    SELECT t18.*
                    FROM "source_past" t18
                    WHERE t18."held_since" <= @p0 AND t18."held_until" > @p0 AND t18."num" = t16."source"
                    LIMIT -1
                  ) t18
                ), '[]') || ',' || ('[' || (
                  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
                  FROM (
                    SELECT (
                      SELECT '[' || json_array(t23."effective_date_lower", t23."id") || ',' || '[' || json_array() || ',' || coalesce((
                        SELECT '[' || '[' || json_array(t25."title") || ']' || ']'
                        FROM (
                          SELECT t25.*, NULL
                          FROM "source" t25
                          WHERE t25."held_since" <= @p0 AND t25."num" = t23."source"
                          UNION ALL
                          SELECT t25.*
                          FROM "source_past" t25
                          WHERE t25."held_since" <= @p0 AND t25."held_until" > @p0 AND t25."num" = t23."source"
                          LIMIT -1
                        ) t25
                      ), '[]') || ']' || ']'
                      FROM (
                        SELECT t23.*, NULL
                        FROM "citation" t23
                        WHERE t23."held_since" <= @p0 AND t23."num" = t24."num"
                        UNION ALL
                        SELECT t23.*
                        FROM "citation_past" t23
                        WHERE t23."held_since" <= @p0 AND t23."held_until" > @p0 AND t23."num" = t24."num"
                        LIMIT -1
                      ) t23
                    ) AS "item"
                    FROM (
                      SELECT t21."num" AS "num"
                      FROM (
                        SELECT *
                        FROM (
                          SELECT *
                          FROM (
                            SELECT t21.*, NULL
                            FROM "citation" t21
                            WHERE t21."held_since" <= @p0 AND t21."num" IN (
                              SELECT t22."citation"
                              FROM (
                                SELECT t22.*, NULL
                                FROM "citation_relay_parts" t22
                                WHERE t22."held_since" <= @p0 AND t22."owner" = t16."num"
                                UNION ALL
                                SELECT t22.*
                                FROM "citation_relay_parts_past" t22
                                WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."owner" = t16."num"
                                LIMIT -1
                              ) t22
                            ) AND t21."retraction_present" = 0
                            ORDER BY t21."effective_date_lower" DESC, t21."id" DESC
                            LIMIT @p5
                          )
                          UNION ALL
                          SELECT *
                          FROM (
                            SELECT t21.*
                            FROM "citation_past" t21
                            WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" IN (
                              SELECT t22."citation"
                              FROM (
                                SELECT t22.*, NULL
                                FROM "citation_relay_parts" t22
                                WHERE t22."held_since" <= @p0 AND t22."owner" = t16."num"
                                UNION ALL
                                SELECT t22.*
                                FROM "citation_relay_parts_past" t22
                                WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."owner" = t16."num"
                                LIMIT -1
                              ) t22
                            ) AND t21."retraction_present" = 0
                            ORDER BY t21."effective_date_lower" DESC, t21."id" DESC
                            LIMIT @p5
                          )
                        ) t21
                        ORDER BY t21."effective_date_lower" DESC, t21."id" DESC
                        LIMIT @p5
                      ) t21
                    ) t24
                  )
                ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']'
                FROM (
                  SELECT t16.*, NULL
                  FROM "citation" t16
                  WHERE t16."held_since" <= @p0 AND t16."num" = t17."num"
                  UNION ALL
                  SELECT t16.*
                  FROM "citation_past" t16
                  WHERE t16."held_since" <= @p0 AND t16."held_until" > @p0 AND t16."num" = t17."num"
                  LIMIT -1
                ) t16
              ) AS "item"
              FROM (
                SELECT t15."num" AS "num"
                FROM (
                  SELECT *
                  FROM (
                    SELECT *
                    FROM (
                      SELECT t15.*, NULL
                      FROM "citation" t15
                      WHERE t15."held_since" <= @p0 AND t15."claim" = t13."num" AND t15."retraction_present" = 0
                      ORDER BY t15."created_at" ASC, t15."id" ASC
                      LIMIT @p4
                    )
                    UNION ALL
                    SELECT *
                    FROM (
                      SELECT t15.*
                      FROM "citation_past" t15
                      WHERE t15."held_since" <= @p0 AND t15."held_until" > @p0 AND t15."claim" = t13."num" AND t15."retraction_present" = 0
                      ORDER BY t15."created_at" ASC, t15."id" ASC
                      LIMIT @p4
                    )
                  ) t15
                  ORDER BY t15."created_at" ASC, t15."id" ASC
                  LIMIT @p4
                ) t15
              ) t17
            )
          ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']'
          FROM (
            SELECT t13.*, NULL
            FROM "claim" t13
            WHERE t13."held_since" <= @p0 AND t13."num" = t10."claim"
            UNION ALL
            SELECT t13.*
            FROM "claim_past" t13
            WHERE t13."held_since" <= @p0 AND t13."held_until" > @p0 AND t13."num" = t10."claim"
            LIMIT -1
          ) t13
        ), '[]') || ']' || ']'
        FROM (
          SELECT t10.*, NULL
          FROM "citation" t10
          WHERE t10."held_since" <= @p0 AND t10."num" = t11."num"
          UNION ALL
          SELECT t10.*
          FROM "citation_past" t10
          WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."num" = t11."num"
          LIMIT -1
        ) t10
      ) AS "item"
      FROM (
        SELECT t3."num" AS "num"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t3.*, NULL
              FROM "citation" t3
              WHERE t3."held_since" <= @p0 AND t3."speaker" = t0."num" AND t3."retraction_present" = 0 AND (EXISTS (
                SELECT 1
                FROM (
                  SELECT t4.*, NULL
                  FROM "claim" t4
                  WHERE t4."held_since" <= @p0 AND t4."num" = t3."claim" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t5.*, NULL
                      FROM "claim_participants" t5
                      WHERE t5."held_since" <= @p0 AND t5."owner" = t4."num" AND t5."entity" = (
                        SELECT t6."num"
                        FROM (
                          SELECT t6.*, NULL
                          FROM "entity" t6
                          WHERE t6."held_since" <= @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          UNION ALL
                          SELECT t6.*
                          FROM "entity_past" t6
                          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          LIMIT -1
                        ) t6
                      )
                      UNION ALL
                      SELECT t5.*
                      FROM "claim_participants_past" t5
                      WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."owner" = t4."num" AND t5."entity" = (
                        SELECT t6."num"
                        FROM (
                          SELECT t6.*, NULL
                          FROM "entity" t6
                          WHERE t6."held_since" <= @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          UNION ALL
                          SELECT t6.*
                          FROM "entity_past" t6
                          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          LIMIT -1
                        ) t6
                      )
                      LIMIT -1
                    ) t5
                  )
                  UNION ALL
                  SELECT t4.*
                  FROM "claim_past" t4
                  WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."claim" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t5.*, NULL
                      FROM "claim_participants" t5
                      WHERE t5."held_since" <= @p0 AND t5."owner" = t4."num" AND t5."entity" = (
                        SELECT t6."num"
                        FROM (
                          SELECT t6.*, NULL
                          FROM "entity" t6
                          WHERE t6."held_since" <= @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          UNION ALL
                          SELECT t6.*
                          FROM "entity_past" t6
                          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          LIMIT -1
                        ) t6
                      )
                      UNION ALL
                      SELECT t5.*
                      FROM "claim_participants_past" t5
                      WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."owner" = t4."num" AND t5."entity" = (
                        SELECT t6."num"
                        FROM (
                          SELECT t6.*, NULL
                          FROM "entity" t6
                          WHERE t6."held_since" <= @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          UNION ALL
                          SELECT t6.*
                          FROM "entity_past" t6
                          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          LIMIT -1
                        ) t6
                      )
                      LIMIT -1
                    ) t5
                  )
                  LIMIT -1
                ) t4
              ) AND NOT coalesce(EXISTS (
                SELECT 1
                FROM (
                  SELECT t8.*, NULL
                  FROM "citation_relay_parts" t8
                  WHERE t8."held_since" <= @p0 AND t8."owner" = t3."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t9.*, NULL
                      FROM "citation" t9
                      WHERE t9."held_since" <= @p0 AND t9."num" = t8."citation" AND t9."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t9.*
                      FROM "citation_past" t9
                      WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = t8."citation" AND t9."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t9
                  )
                  UNION ALL
                  SELECT t8.*
                  FROM "citation_relay_parts_past" t8
                  WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."owner" = t3."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t9.*, NULL
                      FROM "citation" t9
                      WHERE t9."held_since" <= @p0 AND t9."num" = t8."citation" AND t9."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t9.*
                      FROM "citation_past" t9
                      WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = t8."citation" AND t9."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t9
                  )
                  LIMIT -1
                ) t8
              ), 0)) AND within_time()
              ORDER BY t3."effective_date_lower" DESC, t3."id" DESC
              LIMIT @p2
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t3.*
              FROM "citation_past" t3
              WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."speaker" = t0."num" AND t3."retraction_present" = 0 AND (EXISTS (
                SELECT 1
                FROM (
                  SELECT t4.*, NULL
                  FROM "claim" t4
                  WHERE t4."held_since" <= @p0 AND t4."num" = t3."claim" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t5.*, NULL
                      FROM "claim_participants" t5
                      WHERE t5."held_since" <= @p0 AND t5."owner" = t4."num" AND t5."entity" = (
                        SELECT t6."num"
                        FROM (
                          SELECT t6.*, NULL
                          FROM "entity" t6
                          WHERE t6."held_since" <= @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          UNION ALL
                          SELECT t6.*
                          FROM "entity_past" t6
                          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          LIMIT -1
                        ) t6
                      )
                      UNION ALL
                      SELECT t5.*
                      FROM "claim_participants_past" t5
                      WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."owner" = t4."num" AND t5."entity" = (
                        SELECT t6."num"
                        FROM (
                          SELECT t6.*, NULL
                          FROM "entity" t6
                          WHERE t6."held_since" <= @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          UNION ALL
                          SELECT t6.*
                          FROM "entity_past" t6
                          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          LIMIT -1
                        ) t6
                      )
                      LIMIT -1
                    ) t5
                  )
                  UNION ALL
                  SELECT t4.*
                  FROM "claim_past" t4
                  WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."claim" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t5.*, NULL
                      FROM "claim_participants" t5
                      WHERE t5."held_since" <= @p0 AND t5."owner" = t4."num" AND t5."entity" = (
                        SELECT t6."num"
                        FROM (
                          SELECT t6.*, NULL
                          FROM "entity" t6
                          WHERE t6."held_since" <= @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          UNION ALL
                          SELECT t6.*
                          FROM "entity_past" t6
                          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          LIMIT -1
                        ) t6
                      )
                      UNION ALL
                      SELECT t5.*
                      FROM "claim_participants_past" t5
                      WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."owner" = t4."num" AND t5."entity" = (
                        SELECT t6."num"
                        FROM (
                          SELECT t6.*, NULL
                          FROM "entity" t6
                          WHERE t6."held_since" <= @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          UNION ALL
                          SELECT t6.*
                          FROM "entity_past" t6
                          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = (
                            SELECT coalesce(t7."merged_into", t7."num")
                            FROM (
                              SELECT t7.*, NULL
                              FROM "entity" t7
                              WHERE t7."held_since" <= @p0 AND t7."key" = @p3
                              UNION ALL
                              SELECT t7.*
                              FROM "entity_past" t7
                              WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."key" = @p3
                              LIMIT -1
                            ) t7
                          )
                          LIMIT -1
                        ) t6
                      )
                      LIMIT -1
                    ) t5
                  )
                  LIMIT -1
                ) t4
              ) AND NOT coalesce(EXISTS (
                SELECT 1
                FROM (
                  SELECT t8.*, NULL
                  FROM "citation_relay_parts" t8
                  WHERE t8."held_since" <= @p0 AND t8."owner" = t3."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t9.*, NULL
                      FROM "citation" t9
                      WHERE t9."held_since" <= @p0 AND t9."num" = t8."citation" AND t9."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t9.*
                      FROM "citation_past" t9
                      WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = t8."citation" AND t9."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t9
                  )
                  UNION ALL
                  SELECT t8.*
                  FROM "citation_relay_parts_past" t8
                  WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."owner" = t3."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t9.*, NULL
                      FROM "citation" t9
                      WHERE t9."held_since" <= @p0 AND t9."num" = t8."citation" AND t9."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t9.*
                      FROM "citation_past" t9
                      WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = t8."citation" AND t9."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t9
                  )
                  LIMIT -1
                ) t8
              ), 0)) AND within_time()
              ORDER BY t3."effective_date_lower" DESC, t3."id" DESC
              LIMIT @p2
            )
          ) t3
          ORDER BY t3."effective_date_lower" DESC, t3."id" DESC
          LIMIT @p2
        ) t3
      ) t11
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM (
      SELECT t26.*, NULL
      FROM "citation" t26
      WHERE t26."held_since" <= @p0 AND t26."speaker" = t0."num" AND t26."retraction_present" = 0 AND (EXISTS (
        SELECT 1
        FROM (
          SELECT t27.*, NULL
          FROM "claim" t27
          WHERE t27."held_since" <= @p0 AND t27."num" = t26."claim" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t28.*, NULL
              FROM "claim_participants" t28
              WHERE t28."held_since" <= @p0 AND t28."owner" = t27."num" AND t28."entity" = (
                SELECT t29."num"
                FROM (
                  SELECT t29.*, NULL
                  FROM "entity" t29
                  WHERE t29."held_since" <= @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  UNION ALL
                  SELECT t29.*
                  FROM "entity_past" t29
                  WHERE t29."held_since" <= @p0 AND t29."held_until" > @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  LIMIT -1
                ) t29
              )
              UNION ALL
              SELECT t28.*
              FROM "claim_participants_past" t28
              WHERE t28."held_since" <= @p0 AND t28."held_until" > @p0 AND t28."owner" = t27."num" AND t28."entity" = (
                SELECT t29."num"
                FROM (
                  SELECT t29.*, NULL
                  FROM "entity" t29
                  WHERE t29."held_since" <= @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  UNION ALL
                  SELECT t29.*
                  FROM "entity_past" t29
                  WHERE t29."held_since" <= @p0 AND t29."held_until" > @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  LIMIT -1
                ) t29
              )
              LIMIT -1
            ) t28
          )
          UNION ALL
          SELECT t27.*
          FROM "claim_past" t27
          WHERE t27."held_since" <= @p0 AND t27."held_until" > @p0 AND t27."num" = t26."claim" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t28.*, NULL
              FROM "claim_participants" t28
              WHERE t28."held_since" <= @p0 AND t28."owner" = t27."num" AND t28."entity" = (
                SELECT t29."num"
                FROM (
                  SELECT t29.*, NULL
                  FROM "entity" t29
                  WHERE t29."held_since" <= @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  UNION ALL
                  SELECT t29.*
                  FROM "entity_past" t29
                  WHERE t29."held_since" <= @p0 AND t29."held_until" > @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  LIMIT -1
                ) t29
              )
              UNION ALL
              SELECT t28.*
              FROM "claim_participants_past" t28
              WHERE t28."held_since" <= @p0 AND t28."held_until" > @p0 AND t28."owner" = t27."num" AND t28."entity" = (
                SELECT t29."num"
                FROM (
                  SELECT t29.*, NULL
                  FROM "entity" t29
                  WHERE t29."held_since" <= @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  UNION ALL
                  SELECT t29.*
                  FROM "entity_past" t29
                  WHERE t29."held_since" <= @p0 AND t29."held_until" > @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  LIMIT -1
                ) t29
              )
              LIMIT -1
            ) t28
          )
          LIMIT -1
        ) t27
      ) AND NOT coalesce(EXISTS (
        SELECT 1
        FROM (
          SELECT t31.*, NULL
          FROM "citation_relay_parts" t31
          WHERE t31."held_since" <= @p0 AND t31."owner" = t26."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t32.*, NULL
              FROM "citation" t32
              WHERE t32."held_since" <= @p0 AND t32."num" = t31."citation" AND t32."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t32.*
              FROM "citation_past" t32
              WHERE t32."held_since" <= @p0 AND t32."held_until" > @p0 AND t32."num" = t31."citation" AND t32."retraction_present" = 0 AND 1
              LIMIT -1
            ) t32
          )
          UNION ALL
          SELECT t31.*
          FROM "citation_relay_parts_past" t31
          WHERE t31."held_since" <= @p0 AND t31."held_until" > @p0 AND t31."owner" = t26."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t32.*, NULL
              FROM "citation" t32
              WHERE t32."held_since" <= @p0 AND t32."num" = t31."citation" AND t32."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t32.*
              FROM "citation_past" t32
              WHERE t32."held_since" <= @p0 AND t32."held_until" > @p0 AND t32."num" = t31."citation" AND t32."retraction_present" = 0 AND 1
              LIMIT -1
            ) t32
          )
          LIMIT -1
        ) t31
      ), 0)) AND within_time()
      UNION ALL
      SELECT t26.*
      FROM "citation_past" t26
      WHERE t26."held_since" <= @p0 AND t26."held_until" > @p0 AND t26."speaker" = t0."num" AND t26."retraction_present" = 0 AND (EXISTS (
        SELECT 1
        FROM (
          SELECT t27.*, NULL
          FROM "claim" t27
          WHERE t27."held_since" <= @p0 AND t27."num" = t26."claim" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t28.*, NULL
              FROM "claim_participants" t28
              WHERE t28."held_since" <= @p0 AND t28."owner" = t27."num" AND t28."entity" = (
                SELECT t29."num"
                FROM (
                  SELECT t29.*, NULL
                  FROM "entity" t29
                  WHERE t29."held_since" <= @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  UNION ALL
                  SELECT t29.*
                  FROM "entity_past" t29
                  WHERE t29."held_since" <= @p0 AND t29."held_until" > @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  LIMIT -1
                ) t29
              )
              UNION ALL
              SELECT t28.*
              FROM "claim_participants_past" t28
              WHERE t28."held_since" <= @p0 AND t28."held_until" > @p0 AND t28."owner" = t27."num" AND t28."entity" = (
                SELECT t29."num"
                FROM (
                  SELECT t29.*, NULL
                  FROM "entity" t29
                  WHERE t29."held_since" <= @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  UNION ALL
                  SELECT t29.*
                  FROM "entity_past" t29
                  WHERE t29."held_since" <= @p0 AND t29."held_until" > @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  LIMIT -1
                ) t29
              )
              LIMIT -1
            ) t28
          )
          UNION ALL
          SELECT t27.*
          FROM "claim_past" t27
          WHERE t27."held_since" <= @p0 AND t27."held_until" > @p0 AND t27."num" = t26."claim" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t28.*, NULL
              FROM "claim_participants" t28
              WHERE t28."held_since" <= @p0 AND t28."owner" = t27."num" AND t28."entity" = (
                SELECT t29."num"
                FROM (
                  SELECT t29.*, NULL
                  FROM "entity" t29
                  WHERE t29."held_since" <= @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  UNION ALL
                  SELECT t29.*
                  FROM "entity_past" t29
                  WHERE t29."held_since" <= @p0 AND t29."held_until" > @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  LIMIT -1
                ) t29
              )
              UNION ALL
              SELECT t28.*
              FROM "claim_participants_past" t28
              WHERE t28."held_since" <= @p0 AND t28."held_until" > @p0 AND t28."owner" = t27."num" AND t28."entity" = (
                SELECT t29."num"
                FROM (
                  SELECT t29.*, NULL
                  FROM "entity" t29
                  WHERE t29."held_since" <= @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  UNION ALL
                  SELECT t29.*
                  FROM "entity_past" t29
                  WHERE t29."held_since" <= @p0 AND t29."held_until" > @p0 AND t29."num" = (
                    SELECT coalesce(t30."merged_into", t30."num")
                    FROM (
                      SELECT t30.*, NULL
                      FROM "entity" t30
                      WHERE t30."held_since" <= @p0 AND t30."key" = @p6
                      UNION ALL
                      SELECT t30.*
                      FROM "entity_past" t30
                      WHERE t30."held_since" <= @p0 AND t30."held_until" > @p0 AND t30."key" = @p6
                      LIMIT -1
                    ) t30
                  )
                  LIMIT -1
                ) t29
              )
              LIMIT -1
            ) t28
          )
          LIMIT -1
        ) t27
      ) AND NOT coalesce(EXISTS (
        SELECT 1
        FROM (
          SELECT t31.*, NULL
          FROM "citation_relay_parts" t31
          WHERE t31."held_since" <= @p0 AND t31."owner" = t26."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t32.*, NULL
              FROM "citation" t32
              WHERE t32."held_since" <= @p0 AND t32."num" = t31."citation" AND t32."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t32.*
              FROM "citation_past" t32
              WHERE t32."held_since" <= @p0 AND t32."held_until" > @p0 AND t32."num" = t31."citation" AND t32."retraction_present" = 0 AND 1
              LIMIT -1
            ) t32
          )
          UNION ALL
          SELECT t31.*
          FROM "citation_relay_parts_past" t31
          WHERE t31."held_since" <= @p0 AND t31."held_until" > @p0 AND t31."owner" = t26."num" AND EXISTS (
            SELECT 1
            FROM (
              SELECT t32.*, NULL
              FROM "citation" t32
              WHERE t32."held_since" <= @p0 AND t32."num" = t31."citation" AND t32."retraction_present" = 0 AND 1
              UNION ALL
              SELECT t32.*
              FROM "citation_past" t32
              WHERE t32."held_since" <= @p0 AND t32."held_until" > @p0 AND t32."num" = t31."citation" AND t32."retraction_present" = 0 AND 1
              LIMIT -1
            ) t32
          )
          LIMIT -1
        ) t31
      ), 0)) AND within_time()
      LIMIT -1
    ) t26
  ), NULL, NULL) || ']') || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "entity" t0
    WHERE t0."held_since" <= @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    UNION ALL
    SELECT t0.*
    FROM "entity_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"aws","p2":21,"p3":"parler","p4":11,"p5":6,"p6":"parler"}
