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
        SELECT '[' || json_array(t4."effective_date_lower", t4."id") || ',' || '[' || json_array(t4."quote", t4."effective_date") || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
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
                    WHERE t7."held_since" <= @p0 AND t7."owner" = t6."num"
                    ORDER BY t7."position"
                    LIMIT -1
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t7.*
                    FROM "claim_texts_past" t7
                    WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."owner" = t6."num"
                    ORDER BY t7."position"
                    LIMIT -1
                  )
                ) t7
                ORDER BY t7."position"
                LIMIT -1
              ) t7
              LIMIT -1
            )
          ) || ']' || ']'
          FROM (
            SELECT t6.*, NULL
            FROM "claim" t6
            WHERE t6."held_since" <= @p0 AND t6."num" = t4."claim"
            UNION ALL
            SELECT t6.*
            FROM "claim_past" t6
            WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = t4."claim"
            LIMIT -1
          ) t6
        ), '[]') || ',' || coalesce((
          SELECT '[' || '[' || json_array(t8."title", t8."kind") || ',' || coalesce((
            SELECT '[' || '[' || json_array() || ',' || (
              SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
              FROM (
                SELECT '[' || json_array(t10."language", t10."text") || ']' AS "item"
                FROM (
                  SELECT *
                  FROM (
                    SELECT *
                    FROM (
                      SELECT t10.*, NULL
                      FROM "entity_names" t10
                      WHERE t10."held_since" <= @p0 AND t10."owner" = t9."num"
                      ORDER BY t10."position"
                      LIMIT -1
                    )
                    UNION ALL
                    SELECT *
                    FROM (
                      SELECT t10.*
                      FROM "entity_names_past" t10
                      WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."owner" = t9."num"
                      ORDER BY t10."position"
                      LIMIT -1
                    )
                  ) t10
                  ORDER BY t10."position"
                  LIMIT -1
                ) t10
                LIMIT -1
              )
            ) || ']' || ']'
            FROM (
              SELECT t9.*, NULL
              FROM "entity" t9
              WHERE t9."held_since" <= @p0 AND t9."num" = t8."publisher"
              UNION ALL
              SELECT t9.*
              FROM "entity_past" t9
              WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = t8."publisher"
              LIMIT -1
            ) t9
          ), '[]') || ']' || ']'
          FROM (
            SELECT t8.*, NULL
            FROM "source" t8
            WHERE t8."held_since" <= @p0 AND t8."num" = t4."source"
            UNION ALL
            SELECT t8.*
            FROM "source_past" t8
            WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."num" = t4."source"
            LIMIT -1
          ) t8
        ), '[]') || ',' || ('[' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT (
              SELECT '[' || json_array(t13."effective_date_lower", t13."id") || ',' || '[' || json_array() || ',' || coalesce((
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
              SELECT t11."num" AS "num"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t11.*, NULL
                    FROM "citation" t11
                    WHERE t11."held_since" <= @p0 AND t11."num" IN (
                      SELECT t12."citation"
                      FROM (
                        SELECT t12.*, NULL
                        FROM "citation_relay_parts" t12
                        WHERE t12."held_since" <= @p0 AND t12."owner" = t4."num"
                        UNION ALL
                        SELECT t12.*
                        FROM "citation_relay_parts_past" t12
                        WHERE t12."held_since" <= @p0 AND t12."held_until" > @p0 AND t12."owner" = t4."num"
                        LIMIT -1
                      ) t12
                    ) AND t11."retraction_present" = 0
                    ORDER BY t11."effective_date_lower" DESC, t11."id" DESC
                    LIMIT @p3
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t11.*
                    FROM "citation_past" t11
                    WHERE t11."held_since" <= @p0 AND t11."held_until" > @p0 AND t11."num" IN (
                      SELECT t12."citation"
                      FROM (
                        SELECT t12.*, NULL
                        FROM "citation_relay_parts" t12
                        WHERE t12."held_since" <= @p0 AND t12."owner" = t4."num"
                        UNION ALL
                        SELECT t12.*
                        FROM "citation_relay_parts_past" t12
                        WHERE t12."held_since" <= @p0 AND t12."held_until" > @p0 AND t12."owner" = t4."num"
                        LIMIT -1
                      ) t12
                    ) AND t11."retraction_present" = 0
                    ORDER BY t11."effective_date_lower" DESC, t11."id" DESC
                    LIMIT @p3
                  )
                ) t11
                ORDER BY t11."effective_date_lower" DESC, t11."id" DESC
                LIMIT @p3
              ) t11
            ) t14
          )
        ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']'
        FROM (
          SELECT t4.*, NULL
          FROM "citation" t4
          WHERE t4."held_since" <= @p0 AND t4."num" = t5."num"
          UNION ALL
          SELECT t4.*
          FROM "citation_past" t4
          WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t5."num"
          LIMIT -1
        ) t4
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
              WHERE t3."held_since" <= @p0 AND t3."speaker" = t0."num" AND t3."retraction_present" = 0
              ORDER BY t3."effective_date_lower" DESC, t3."id" DESC
              LIMIT @p2
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t3.*
              FROM "citation_past" t3
              WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."speaker" = t0."num" AND t3."retraction_present" = 0
              ORDER BY t3."effective_date_lower" DESC, t3."id" DESC
              LIMIT @p2
            )
          ) t3
          ORDER BY t3."effective_date_lower" DESC, t3."id" DESC
          LIMIT @p2
        ) t3
      ) t5
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM (
      SELECT t16.*, NULL
      FROM "citation" t16
      WHERE t16."held_since" <= @p0 AND t16."speaker" = t0."num" AND t16."retraction_present" = 0
      UNION ALL
      SELECT t16.*
      FROM "citation_past" t16
      WHERE t16."held_since" <= @p0 AND t16."held_until" > @p0 AND t16."speaker" = t0."num" AND t16."retraction_present" = 0
      LIMIT -1
    ) t16
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
-- {"p0":moment-1,"p1":"john-matze","p2":21,"p3":6}
