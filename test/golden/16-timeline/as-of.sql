SELECT (
  WITH t3 AS MATERIALIZED (
    SELECT t0."owner_sort" AS "v0", t0."owner_sort_upper" AS "v1", t0."owner_sort_doubtful" AS "v2", t0."owner_sort_lower_zone" AS "v3", t0."owner_sort_upper_zone" AS "v4", count(DISTINCT t0."owner") AS "count"
    FROM "claim_participants_states" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."entity" = (
      SELECT t1."num"
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = (
          SELECT coalesce(t2."merged_into", t2."num")
          FROM (
            SELECT t2.*, NULL
            FROM "entity" t2
            WHERE t2."held_since" <= @p0 AND t2."key" = @p1
            UNION ALL
            SELECT t2.*
            FROM "entity_past" t2
            WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."key" = @p1
            LIMIT -1
          ) t2
        )
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = (
          SELECT coalesce(t2."merged_into", t2."num")
          FROM (
            SELECT t2.*, NULL
            FROM "entity" t2
            WHERE t2."held_since" <= @p0 AND t2."key" = @p1
            UNION ALL
            SELECT t2.*
            FROM "entity_past" t2
            WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."key" = @p1
            LIMIT -1
          ) t2
        )
        LIMIT -1
      ) t1
    ) AND t0."owner_retracted" = 0 AND within_time()
    GROUP BY 1, 2, 3, 4, 5
  )
  SELECT '[[' || coalesce((
    SELECT group_concat("item", ',')
    FROM (
      SELECT json_array(json_array("v0", "v1", "v2", "v3", "v4"), "count") AS "item"
      FROM t3
      ORDER BY "count" DESC, "v0", "v1", "v2", "v3", "v4"
      LIMIT @p2
    )
  ), '') || '],' || (
    SELECT coalesce(sum("count"), 0)
    FROM t3
  ) || ']'
) AS "result"
-- {"p0":moment-1,"p1":"parler","p2":100000}

SELECT '[' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT (
      SELECT '[' || json_array(t4."first_said_lower", t4."id") || ',' || '[' || json_array(t4."first_said") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t6."language", t6."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t6.*, NULL
                FROM "claim_texts" t6
                WHERE t6."held_since" <= @p0 AND t6."owner" = t4."num"
                ORDER BY t6."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t6.*
                FROM "claim_texts_past" t6
                WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."owner" = t4."num"
                ORDER BY t6."position"
                LIMIT -1
              )
            ) t6
            ORDER BY t6."position"
            LIMIT -1
          ) t6
          LIMIT -1
        )
      ) || ']' || ']'
      FROM (
        SELECT t4.*, NULL
        FROM "claim" t4
        WHERE t4."held_since" <= @p0 AND t4."num" = t5."num"
        UNION ALL
        SELECT t4.*
        FROM "claim_past" t4
        WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t5."num"
        LIMIT -1
      ) t4
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
            WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND (t0."num" IN (
              SELECT t1."owner"
              FROM (
                SELECT t1.*, NULL
                FROM "claim_participants" t1
                WHERE t1."held_since" <= @p0 AND t1."entity" = (
                  SELECT t2."num"
                  FROM (
                    SELECT t2.*, NULL
                    FROM "entity" t2
                    WHERE t2."held_since" <= @p0 AND t2."num" = (
                      SELECT coalesce(t3."merged_into", t3."num")
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."key" = @p2
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p2
                        LIMIT -1
                      ) t3
                    )
                    UNION ALL
                    SELECT t2.*
                    FROM "entity_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = (
                      SELECT coalesce(t3."merged_into", t3."num")
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."key" = @p2
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p2
                        LIMIT -1
                      ) t3
                    )
                    LIMIT -1
                  ) t2
                )
                UNION ALL
                SELECT t1.*
                FROM "claim_participants_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."entity" = (
                  SELECT t2."num"
                  FROM (
                    SELECT t2.*, NULL
                    FROM "entity" t2
                    WHERE t2."held_since" <= @p0 AND t2."num" = (
                      SELECT coalesce(t3."merged_into", t3."num")
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."key" = @p2
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p2
                        LIMIT -1
                      ) t3
                    )
                    UNION ALL
                    SELECT t2.*
                    FROM "entity_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = (
                      SELECT coalesce(t3."merged_into", t3."num")
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."key" = @p2
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p2
                        LIMIT -1
                      ) t3
                    )
                    LIMIT -1
                  ) t2
                )
                LIMIT -1
              ) t1
            ) AND (t0."first_said_upper" >= @p4 AND t0."first_said_upper" + CASE WHEN t0."first_said_upper_zone" = 0 THEN 0 ELSE (t0."first_said_upper_zone" - 1440) * 60000 END >= @p3 AND t0."first_said_lower" <= @p6 AND t0."first_said_lower" + CASE WHEN t0."first_said_lower_zone" = 0 THEN 0 ELSE (t0."first_said_lower_zone" - 1440) * 60000 END <= @p5 AND t0."first_said_lower" > -9000000000000000)) AND within_time()
            ORDER BY t0."first_said_lower" DESC, t0."id" DESC
            LIMIT @p1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t0.*
            FROM "claim_past" t0
            WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND (t0."num" IN (
              SELECT t1."owner"
              FROM (
                SELECT t1.*, NULL
                FROM "claim_participants" t1
                WHERE t1."held_since" <= @p0 AND t1."entity" = (
                  SELECT t2."num"
                  FROM (
                    SELECT t2.*, NULL
                    FROM "entity" t2
                    WHERE t2."held_since" <= @p0 AND t2."num" = (
                      SELECT coalesce(t3."merged_into", t3."num")
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."key" = @p2
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p2
                        LIMIT -1
                      ) t3
                    )
                    UNION ALL
                    SELECT t2.*
                    FROM "entity_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = (
                      SELECT coalesce(t3."merged_into", t3."num")
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."key" = @p2
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p2
                        LIMIT -1
                      ) t3
                    )
                    LIMIT -1
                  ) t2
                )
                UNION ALL
                SELECT t1.*
                FROM "claim_participants_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."entity" = (
                  SELECT t2."num"
                  FROM (
                    SELECT t2.*, NULL
                    FROM "entity" t2
                    WHERE t2."held_since" <= @p0 AND t2."num" = (
                      SELECT coalesce(t3."merged_into", t3."num")
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."key" = @p2
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p2
                        LIMIT -1
                      ) t3
                    )
                    UNION ALL
                    SELECT t2.*
                    FROM "entity_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = (
                      SELECT coalesce(t3."merged_into", t3."num")
                      FROM (
                        SELECT t3.*, NULL
                        FROM "entity" t3
                        WHERE t3."held_since" <= @p0 AND t3."key" = @p2
                        UNION ALL
                        SELECT t3.*
                        FROM "entity_past" t3
                        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p2
                        LIMIT -1
                      ) t3
                    )
                    LIMIT -1
                  ) t2
                )
                LIMIT -1
              ) t1
            ) AND (t0."first_said_upper" >= @p4 AND t0."first_said_upper" + CASE WHEN t0."first_said_upper_zone" = 0 THEN 0 ELSE (t0."first_said_upper_zone" - 1440) * 60000 END >= @p3 AND t0."first_said_lower" <= @p6 AND t0."first_said_lower" + CASE WHEN t0."first_said_lower_zone" = 0 THEN 0 ELSE (t0."first_said_lower_zone" - 1440) * 60000 END <= @p5 AND t0."first_said_lower" > -9000000000000000)) AND within_time()
            ORDER BY t0."first_said_lower" DESC, t0."id" DESC
            LIMIT @p1
          )
        ) t0
        ORDER BY t0."first_said_lower" DESC, t0."id" DESC
        LIMIT @p1
      ) t0
    ) t5
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT (
      SELECT '[' || json_array(t11."first_said_lower", t11."id") || ',' || '[' || json_array(t11."first_said") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t13."language", t13."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t13.*, NULL
                FROM "claim_texts" t13
                WHERE t13."held_since" <= @p0 AND t13."owner" = t11."num"
                ORDER BY t13."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t13.*
                FROM "claim_texts_past" t13
                WHERE t13."held_since" <= @p0 AND t13."held_until" > @p0 AND t13."owner" = t11."num"
                ORDER BY t13."position"
                LIMIT -1
              )
            ) t13
            ORDER BY t13."position"
            LIMIT -1
          ) t13
          LIMIT -1
        )
      ) || ']' || ']'
      FROM (
        SELECT t11.*, NULL
        FROM "claim" t11
        WHERE t11."held_since" <= @p0 AND t11."num" = t12."num"
        UNION ALL
        SELECT t11.*
        FROM "claim_past" t11
        WHERE t11."held_since" <= @p0 AND t11."held_until" > @p0 AND t11."num" = t12."num"
        LIMIT -1
      ) t11
    ) AS "item"
    FROM (
      SELECT t7."num" AS "num"
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT t7.*, NULL
            FROM "claim" t7
            WHERE t7."held_since" <= @p0 AND t7."retraction_present" = 0 AND (t7."num" IN (
              SELECT t8."owner"
              FROM (
                SELECT t8.*, NULL
                FROM "claim_participants" t8
                WHERE t8."held_since" <= @p0 AND t8."entity" = (
                  SELECT t9."num"
                  FROM (
                    SELECT t9.*, NULL
                    FROM "entity" t9
                    WHERE t9."held_since" <= @p0 AND t9."num" = (
                      SELECT coalesce(t10."merged_into", t10."num")
                      FROM (
                        SELECT t10.*, NULL
                        FROM "entity" t10
                        WHERE t10."held_since" <= @p0 AND t10."key" = @p8
                        UNION ALL
                        SELECT t10.*
                        FROM "entity_past" t10
                        WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."key" = @p8
                        LIMIT -1
                      ) t10
                    )
                    UNION ALL
                    SELECT t9.*
                    FROM "entity_past" t9
                    WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = (
                      SELECT coalesce(t10."merged_into", t10."num")
                      FROM (
                        SELECT t10.*, NULL
                        FROM "entity" t10
                        WHERE t10."held_since" <= @p0 AND t10."key" = @p8
                        UNION ALL
                        SELECT t10.*
                        FROM "entity_past" t10
                        WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."key" = @p8
                        LIMIT -1
                      ) t10
                    )
                    LIMIT -1
                  ) t9
                )
                UNION ALL
                SELECT t8.*
                FROM "claim_participants_past" t8
                WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."entity" = (
                  SELECT t9."num"
                  FROM (
                    SELECT t9.*, NULL
                    FROM "entity" t9
                    WHERE t9."held_since" <= @p0 AND t9."num" = (
                      SELECT coalesce(t10."merged_into", t10."num")
                      FROM (
                        SELECT t10.*, NULL
                        FROM "entity" t10
                        WHERE t10."held_since" <= @p0 AND t10."key" = @p8
                        UNION ALL
                        SELECT t10.*
                        FROM "entity_past" t10
                        WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."key" = @p8
                        LIMIT -1
                      ) t10
                    )
                    UNION ALL
                    SELECT t9.*
                    FROM "entity_past" t9
                    WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = (
                      SELECT coalesce(t10."merged_into", t10."num")
                      FROM (
                        SELECT t10.*, NULL
                        FROM "entity" t10
                        WHERE t10."held_since" <= @p0 AND t10."key" = @p8
                        UNION ALL
                        SELECT t10.*
                        FROM "entity_past" t10
                        WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."key" = @p8
                        LIMIT -1
                      ) t10
                    )
                    LIMIT -1
                  ) t9
                )
                LIMIT -1
              ) t8
            ) AND (t7."first_said_upper" >= @p10 AND t7."first_said_upper" + CASE WHEN t7."first_said_upper_zone" = 0 THEN 0 ELSE (t7."first_said_upper_zone" - 1440) * 60000 END >= @p9 AND t7."first_said_lower" <= @p12 AND t7."first_said_lower" + CASE WHEN t7."first_said_lower_zone" = 0 THEN 0 ELSE (t7."first_said_lower_zone" - 1440) * 60000 END <= @p11 AND t7."first_said_lower" > -9000000000000000)) AND within_time()
            ORDER BY t7."first_said_lower" DESC, t7."id" DESC
            LIMIT @p7
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t7.*
            FROM "claim_past" t7
            WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."retraction_present" = 0 AND (t7."num" IN (
              SELECT t8."owner"
              FROM (
                SELECT t8.*, NULL
                FROM "claim_participants" t8
                WHERE t8."held_since" <= @p0 AND t8."entity" = (
                  SELECT t9."num"
                  FROM (
                    SELECT t9.*, NULL
                    FROM "entity" t9
                    WHERE t9."held_since" <= @p0 AND t9."num" = (
                      SELECT coalesce(t10."merged_into", t10."num")
                      FROM (
                        SELECT t10.*, NULL
                        FROM "entity" t10
                        WHERE t10."held_since" <= @p0 AND t10."key" = @p8
                        UNION ALL
                        SELECT t10.*
                        FROM "entity_past" t10
                        WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."key" = @p8
                        LIMIT -1
                      ) t10
                    )
                    UNION ALL
                    SELECT t9.*
                    FROM "entity_past" t9
                    WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = (
                      SELECT coalesce(t10."merged_into", t10."num")
                      FROM (
                        SELECT t10.*, NULL
                        FROM "entity" t10
                        WHERE t10."held_since" <= @p0 AND t10."key" = @p8
                        UNION ALL
                        SELECT t10.*
                        FROM "entity_past" t10
                        WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."key" = @p8
                        LIMIT -1
                      ) t10
                    )
                    LIMIT -1
                  ) t9
                )
                UNION ALL
                SELECT t8.*
                FROM "claim_participants_past" t8
                WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."entity" = (
                  SELECT t9."num"
                  FROM (
                    SELECT t9.*, NULL
                    FROM "entity" t9
                    WHERE t9."held_since" <= @p0 AND t9."num" = (
                      SELECT coalesce(t10."merged_into", t10."num")
                      FROM (
                        SELECT t10.*, NULL
                        FROM "entity" t10
                        WHERE t10."held_since" <= @p0 AND t10."key" = @p8
                        UNION ALL
                        SELECT t10.*
                        FROM "entity_past" t10
                        WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."key" = @p8
                        LIMIT -1
                      ) t10
                    )
                    UNION ALL
                    SELECT t9.*
                    FROM "entity_past" t9
                    WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = (
                      SELECT coalesce(t10."merged_into", t10."num")
                      FROM (
                        SELECT t10.*, NULL
                        FROM "entity" t10
                        WHERE t10."held_since" <= @p0 AND t10."key" = @p8
                        UNION ALL
                        SELECT t10.*
                        FROM "entity_past" t10
                        WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."key" = @p8
                        LIMIT -1
                      ) t10
                    )
                    LIMIT -1
                  ) t9
                )
                LIMIT -1
              ) t8
            ) AND (t7."first_said_upper" >= @p10 AND t7."first_said_upper" + CASE WHEN t7."first_said_upper_zone" = 0 THEN 0 ELSE (t7."first_said_upper_zone" - 1440) * 60000 END >= @p9 AND t7."first_said_lower" <= @p12 AND t7."first_said_lower" + CASE WHEN t7."first_said_lower_zone" = 0 THEN 0 ELSE (t7."first_said_lower_zone" - 1440) * 60000 END <= @p11 AND t7."first_said_lower" > -9000000000000000)) AND within_time()
            ORDER BY t7."first_said_lower" DESC, t7."id" DESC
            LIMIT @p7
          )
        ) t7
        ORDER BY t7."first_said_lower" DESC, t7."id" DESC
        LIMIT @p7
      ) t7
    ) t12
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' AS "result"
-- {"p0":moment-1,"p1":4,"p2":"parler","p3":moment-2,"p4":moment-3,"p5":moment-4,"p6":moment-5,"p7":4,"p8":"parler","p9":moment-6,"p10":moment-7,"p11":moment-8,"p12":moment-9}
