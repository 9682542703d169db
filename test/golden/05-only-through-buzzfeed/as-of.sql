SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT (
      SELECT '[' || json_array(t5."default_text_folded", t5."id") || ',' || '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t7."language", t7."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t7.*, NULL
                FROM "claim_texts" t7
                WHERE t7."held_since" <= @p0 AND t7."owner" = t5."num"
                ORDER BY t7."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t7.*
                FROM "claim_texts_past" t7
                WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."owner" = t5."num"
                ORDER BY t7."position"
                LIMIT -1
              )
            ) t7
            ORDER BY t7."position"
            LIMIT -1
          ) t7
          LIMIT -1
        )
      ) || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT (
            SELECT '[' || json_array(t10."published_lower", t10."id") || ',' || '[' || json_array(t10."title") || ']' || ']'
            FROM (
              SELECT t10.*, NULL
              FROM "source" t10
              WHERE t10."held_since" <= @p0 AND t10."num" = t11."num"
              UNION ALL
              SELECT t10.*
              FROM "source_past" t10
              WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."num" = t11."num"
              LIMIT -1
            ) t10
          ) AS "item"
          FROM (
            SELECT t8."num" AS "num"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t8.*, NULL
                  FROM "source" t8
                  WHERE t8."held_since" <= @p0 AND t8."num" IN (
                    SELECT t9."source"
                    FROM (
                      SELECT t9.*, NULL
                      FROM "claim_known_through_parts" t9
                      WHERE t9."held_since" <= @p0 AND t9."owner" = t5."num"
                      UNION ALL
                      SELECT t9.*
                      FROM "claim_known_through_parts_past" t9
                      WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."owner" = t5."num"
                      LIMIT -1
                    ) t9
                  ) AND t8."retraction_present" = 0
                  ORDER BY t8."published_lower" DESC, t8."id" DESC
                  LIMIT @p3
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t8.*
                  FROM "source_past" t8
                  WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."num" IN (
                    SELECT t9."source"
                    FROM (
                      SELECT t9.*, NULL
                      FROM "claim_known_through_parts" t9
                      WHERE t9."held_since" <= @p0 AND t9."owner" = t5."num"
                      UNION ALL
                      SELECT t9.*
                      FROM "claim_known_through_parts_past" t9
                      WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."owner" = t5."num"
                      LIMIT -1
                    ) t9
                  ) AND t8."retraction_present" = 0
                  ORDER BY t8."published_lower" DESC, t8."id" DESC
                  LIMIT @p3
                )
              ) t8
              ORDER BY t8."published_lower" DESC, t8."id" DESC
              LIMIT @p3
            ) t8
          ) t11
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT (
            SELECT '[' || json_array(t13."created_at", t13."id") || ',' || '[' || json_array() || ',' || coalesce((
              SELECT '[' || '[' || json_array(t15."title") || ']' || ']'
              FROM (
                SELECT t15.*, NULL
                FROM "source" t15
                WHERE t15."held_since" <= @p0 AND t15."num" = t13."source"
                UNION ALL
                SELECT t15.*
                FROM "source_past" t15
                WHERE t15."held_since" <= @p0 AND t15."held_until" > @p0 AND t15."num" = t13."source"
                LIMIT -1
              ) t15
            ), '[]') || ',' || coalesce((
              SELECT '[' || '[' || json_array() || ',' || (
                SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
                FROM (
                  SELECT '[' || json_array(t17."language", t17."text") || ']' AS "item"
                  FROM (
                    SELECT *
                    FROM (
                      SELECT *
                      FROM (
                        SELECT t17.*, NULL
                        FROM "entity_names" t17
                        WHERE t17."held_since" <= @p0 AND t17."owner" = t16."num"
                        ORDER BY t17."position"
                        LIMIT -1
                      )
                      UNION ALL
                      SELECT *
                      FROM (
                        SELECT t17.*
                        FROM "entity_names_past" t17
                        WHERE t17."held_since" <= @p0 AND t17."held_until" > @p0 AND t17."owner" = t16."num"
                        ORDER BY t17."position"
                        LIMIT -1
                      )
                    ) t17
                    ORDER BY t17."position"
                    LIMIT -1
                  ) t17
                  LIMIT -1
                )
              ) || ']' || ']'
              FROM (
                SELECT t16.*, NULL
                FROM "entity" t16
                WHERE t16."held_since" <= @p0 AND t16."num" = t13."speaker"
                UNION ALL
                SELECT t16.*
                FROM "entity_past" t16
                WHERE t16."held_since" <= @p0 AND t16."held_until" > @p0 AND t16."num" = t13."speaker"
                LIMIT -1
              ) t16
            ), '[]') || ']' || ']'
            FROM (
              SELECT t13.*, NULL
              FROM "citation" t13
              WHERE t13."held_since" <= @p0 AND t13."num" = t14."num"
              UNION ALL
              SELECT t13.*
              FROM "citation_past" t13
              WHERE t13."held_since" <= @p0 AND t13."held_until" > @p0 AND t13."num" = t14."num"
              LIMIT -1
            ) t13
          ) AS "item"
          FROM (
            SELECT t12."num" AS "num"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t12.*, NULL
                  FROM "citation" t12
                  WHERE t12."held_since" <= @p0 AND t12."claim" = t5."num" AND t12."retraction_present" = 0
                  ORDER BY t12."created_at" ASC, t12."id" ASC
                  LIMIT @p4
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t12.*
                  FROM "citation_past" t12
                  WHERE t12."held_since" <= @p0 AND t12."held_until" > @p0 AND t12."claim" = t5."num" AND t12."retraction_present" = 0
                  ORDER BY t12."created_at" ASC, t12."id" ASC
                  LIMIT @p4
                )
              ) t12
              ORDER BY t12."created_at" ASC, t12."id" ASC
              LIMIT @p4
            ) t12
          ) t14
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']'
      FROM (
        SELECT t5.*, NULL
        FROM "claim" t5
        WHERE t5."held_since" <= @p0 AND t5."num" = t6."num"
        UNION ALL
        SELECT t5.*
        FROM "claim_past" t5
        WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t6."num"
        LIMIT -1
      ) t5
    ) AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT t0.*, NULL
            FROM "claim" t0
            WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND t0."num" IN (
              SELECT t1."owner"
              FROM (
                SELECT t1.*, NULL
                FROM "claim_known_through_parts" t1
                WHERE t1."held_since" <= @p0 AND t1."source" IN (
                  SELECT t2."num"
                  FROM (
                    SELECT t2.*, NULL
                    FROM "source" t2
                    WHERE t2."held_since" <= @p0 AND t2."publisher" = (
                      SELECT t3."num"
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        LIMIT -1
                      ) t3
                    ) AND t2."retraction_present" = 0
                    UNION ALL
                    SELECT t2.*
                    FROM "source_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."publisher" = (
                      SELECT t3."num"
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        LIMIT -1
                      ) t3
                    ) AND t2."retraction_present" = 0
                    LIMIT -1
                  ) t2
                )
                UNION ALL
                SELECT t1.*
                FROM "claim_known_through_parts_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."source" IN (
                  SELECT t2."num"
                  FROM (
                    SELECT t2.*, NULL
                    FROM "source" t2
                    WHERE t2."held_since" <= @p0 AND t2."publisher" = (
                      SELECT t3."num"
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        LIMIT -1
                      ) t3
                    ) AND t2."retraction_present" = 0
                    UNION ALL
                    SELECT t2.*
                    FROM "source_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."publisher" = (
                      SELECT t3."num"
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        LIMIT -1
                      ) t3
                    ) AND t2."retraction_present" = 0
                    LIMIT -1
                  ) t2
                )
                LIMIT -1
              ) t1
            ) AND within_time()
            ORDER BY t0."default_text_folded" ASC, t0."id" ASC
            LIMIT @p1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t0.*
            FROM "claim_past" t0
            WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND t0."num" IN (
              SELECT t1."owner"
              FROM (
                SELECT t1.*, NULL
                FROM "claim_known_through_parts" t1
                WHERE t1."held_since" <= @p0 AND t1."source" IN (
                  SELECT t2."num"
                  FROM (
                    SELECT t2.*, NULL
                    FROM "source" t2
                    WHERE t2."held_since" <= @p0 AND t2."publisher" = (
                      SELECT t3."num"
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        LIMIT -1
                      ) t3
                    ) AND t2."retraction_present" = 0
                    UNION ALL
                    SELECT t2.*
                    FROM "source_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."publisher" = (
                      SELECT t3."num"
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        LIMIT -1
                      ) t3
                    ) AND t2."retraction_present" = 0
                    LIMIT -1
                  ) t2
                )
                UNION ALL
                SELECT t1.*
                FROM "claim_known_through_parts_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."source" IN (
                  SELECT t2."num"
                  FROM (
                    SELECT t2.*, NULL
                    FROM "source" t2
                    WHERE t2."held_since" <= @p0 AND t2."publisher" = (
                      SELECT t3."num"
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        LIMIT -1
                      ) t3
                    ) AND t2."retraction_present" = 0
                    UNION ALL
                    SELECT t2.*
                    FROM "source_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."publisher" = (
                      SELECT t3."num"
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = (
                          SELECT coalesce(t4."merged_into", t4."num")
                          FROM (
                            SELECT t4.*, NULL
                            FROM "entity" t4
                            WHERE t4."held_since" <= @p0 AND t4."key" = @p2
                            UNION ALL
                            SELECT t4.*
                            FROM "entity_past" t4
                            WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."key" = @p2
                            LIMIT -1
                          ) t4
                        )
                        LIMIT -1
                      ) t3
                    ) AND t2."retraction_present" = 0
                    LIMIT -1
                  ) t2
                )
                LIMIT -1
              ) t1
            ) AND within_time()
            ORDER BY t0."default_text_folded" ASC, t0."id" ASC
            LIMIT @p1
          )
        ) t0
        ORDER BY t0."default_text_folded" ASC, t0."id" ASC
        LIMIT @p1
      ) t0
    ) t6
  )
) || ',' || json_array((
  SELECT count(*)
  FROM (
    SELECT t18.*, NULL
    FROM "claim" t18
    WHERE t18."held_since" <= @p0 AND t18."retraction_present" = 0 AND t18."num" IN (
      SELECT t19."owner"
      FROM (
        SELECT t19.*, NULL
        FROM "claim_known_through_parts" t19
        WHERE t19."held_since" <= @p0 AND t19."source" IN (
          SELECT t20."num"
          FROM (
            SELECT t20.*, NULL
            FROM "source" t20
            WHERE t20."held_since" <= @p0 AND t20."publisher" = (
              SELECT t21."num"
              FROM (
                SELECT t21.*, NULL
                FROM "entity" t21
                WHERE t21."held_since" <= @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                UNION ALL
                SELECT t21.*
                FROM "entity_past" t21
                WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                LIMIT -1
              ) t21
            ) AND t20."retraction_present" = 0
            UNION ALL
            SELECT t20.*
            FROM "source_past" t20
            WHERE t20."held_since" <= @p0 AND t20."held_until" > @p0 AND t20."publisher" = (
              SELECT t21."num"
              FROM (
                SELECT t21.*, NULL
                FROM "entity" t21
                WHERE t21."held_since" <= @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                UNION ALL
                SELECT t21.*
                FROM "entity_past" t21
                WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                LIMIT -1
              ) t21
            ) AND t20."retraction_present" = 0
            LIMIT -1
          ) t20
        )
        UNION ALL
        SELECT t19.*
        FROM "claim_known_through_parts_past" t19
        WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."source" IN (
          SELECT t20."num"
          FROM (
            SELECT t20.*, NULL
            FROM "source" t20
            WHERE t20."held_since" <= @p0 AND t20."publisher" = (
              SELECT t21."num"
              FROM (
                SELECT t21.*, NULL
                FROM "entity" t21
                WHERE t21."held_since" <= @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                UNION ALL
                SELECT t21.*
                FROM "entity_past" t21
                WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                LIMIT -1
              ) t21
            ) AND t20."retraction_present" = 0
            UNION ALL
            SELECT t20.*
            FROM "source_past" t20
            WHERE t20."held_since" <= @p0 AND t20."held_until" > @p0 AND t20."publisher" = (
              SELECT t21."num"
              FROM (
                SELECT t21.*, NULL
                FROM "entity" t21
                WHERE t21."held_since" <= @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                UNION ALL
                SELECT t21.*
                FROM "entity_past" t21
                WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                LIMIT -1
              ) t21
            ) AND t20."retraction_present" = 0
            LIMIT -1
          ) t20
        )
        LIMIT -1
      ) t19
    ) AND within_time()
    UNION ALL
    SELECT t18.*
    FROM "claim_past" t18
    WHERE t18."held_since" <= @p0 AND t18."held_until" > @p0 AND t18."retraction_present" = 0 AND t18."num" IN (
      SELECT t19."owner"
      FROM (
        SELECT t19.*, NULL
        FROM "claim_known_through_parts" t19
        WHERE t19."held_since" <= @p0 AND t19."source" IN (
          SELECT t20."num"
          FROM (
            SELECT t20.*, NULL
            FROM "source" t20
            WHERE t20."held_since" <= @p0 AND t20."publisher" = (
              SELECT t21."num"
              FROM (
                SELECT t21.*, NULL
                FROM "entity" t21
                WHERE t21."held_since" <= @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                UNION ALL
                SELECT t21.*
                FROM "entity_past" t21
                WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                LIMIT -1
              ) t21
            ) AND t20."retraction_present" = 0
            UNION ALL
            SELECT t20.*
            FROM "source_past" t20
            WHERE t20."held_since" <= @p0 AND t20."held_until" > @p0 AND t20."publisher" = (
              SELECT t21."num"
              FROM (
                SELECT t21.*, NULL
                FROM "entity" t21
                WHERE t21."held_since" <= @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                UNION ALL
                SELECT t21.*
                FROM "entity_past" t21
                WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                LIMIT -1
              ) t21
            ) AND t20."retraction_present" = 0
            LIMIT -1
          ) t20
        )
        UNION ALL
        SELECT t19.*
        FROM "claim_known_through_parts_past" t19
        WHERE t19."held_since" <= @p0 AND t19."held_until" > @p0 AND t19."source" IN (
          SELECT t20."num"
          FROM (
            SELECT t20.*, NULL
            FROM "source" t20
            WHERE t20."held_since" <= @p0 AND t20."publisher" = (
              SELECT t21."num"
              FROM (
                SELECT t21.*, NULL
                FROM "entity" t21
                WHERE t21."held_since" <= @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                UNION ALL
                SELECT t21.*
                FROM "entity_past" t21
                WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                LIMIT -1
              ) t21
            ) AND t20."retraction_present" = 0
            UNION ALL
            SELECT t20.*
            FROM "source_past" t20
            WHERE t20."held_since" <= @p0 AND t20."held_until" > @p0 AND t20."publisher" = (
              SELECT t21."num"
              FROM (
                SELECT t21.*, NULL
                FROM "entity" t21
                WHERE t21."held_since" <= @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                UNION ALL
                SELECT t21.*
                FROM "entity_past" t21
                WHERE t21."held_since" <= @p0 AND t21."held_until" > @p0 AND t21."num" = (
                  SELECT coalesce(t22."merged_into", t22."num")
                  FROM (
                    SELECT t22.*, NULL
                    FROM "entity" t22
                    WHERE t22."held_since" <= @p0 AND t22."key" = @p5
                    UNION ALL
                    SELECT t22.*
                    FROM "entity_past" t22
                    WHERE t22."held_since" <= @p0 AND t22."held_until" > @p0 AND t22."key" = @p5
                    LIMIT -1
                  ) t22
                )
                LIMIT -1
              ) t21
            ) AND t20."retraction_present" = 0
            LIMIT -1
          ) t20
        )
        LIMIT -1
      ) t19
    ) AND within_time()
    LIMIT -1
  ) t18
), NULL, NULL) || ']') AS "result"
-- {"p0":moment-1,"p1":21,"p2":"buzzfeed","p3":6,"p4":6,"p5":"buzzfeed"}
