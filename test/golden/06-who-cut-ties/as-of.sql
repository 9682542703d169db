SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT (
      SELECT '[' || json_array(t4."default_text_folded", t4."id") || ',' || '[' || json_array(t4."valid_from") || ',' || coalesce((
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
                  FROM "entity_names" t7
                  WHERE t7."held_since" <= @p0 AND t7."owner" = t6."num"
                  ORDER BY t7."position"
                  LIMIT -1
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t7.*
                  FROM "entity_names_past" t7
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
          FROM "entity" t6
          WHERE t6."held_since" <= @p0 AND t6."num" = t4."subject"
          UNION ALL
          SELECT t6.*
          FROM "entity_past" t6
          WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."num" = t4."subject"
          LIMIT -1
        ) t6
      ), '[]') || ',' || ('[' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT (
            SELECT '[' || json_array(t9."created_at", t9."id") || ',' || '[' || json_array(t9."said_at") || ',' || coalesce((
              SELECT '[' || '[' || json_array(t11."title", t11."published") || ']' || ']'
              FROM (
                SELECT t11.*, NULL
                FROM "source" t11
                WHERE t11."held_since" <= @p0 AND t11."num" = t9."source"
                UNION ALL
                SELECT t11.*
                FROM "source_past" t11
                WHERE t11."held_since" <= @p0 AND t11."held_until" > @p0 AND t11."num" = t9."source"
                LIMIT -1
              ) t11
            ), '[]') || ']' || ']'
            FROM (
              SELECT t9.*, NULL
              FROM "citation" t9
              WHERE t9."held_since" <= @p0 AND t9."num" = t10."num"
              UNION ALL
              SELECT t9.*
              FROM "citation_past" t9
              WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."num" = t10."num"
              LIMIT -1
            ) t9
          ) AS "item"
          FROM (
            SELECT t8."num" AS "num"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t8.*, NULL
                  FROM "citation" t8
                  WHERE t8."held_since" <= @p0 AND t8."claim" = t4."num" AND t8."retraction_present" = 0
                  ORDER BY t8."created_at" ASC, t8."id" ASC
                  LIMIT @p4
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t8.*
                  FROM "citation_past" t8
                  WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."claim" = t4."num" AND t8."retraction_present" = 0
                  ORDER BY t8."created_at" ASC, t8."id" ASC
                  LIMIT @p4
                )
              ) t8
              ORDER BY t8."created_at" ASC, t8."id" ASC
              LIMIT @p4
            ) t8
          ) t10
        )
      ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' || ']'
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
            WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND (t0."predicate" = (
              SELECT t1."num"
              FROM (
                SELECT t1.*, NULL
                FROM "predicate" t1
                WHERE t1."held_since" <= @p0 AND t1."key" = @p2
                UNION ALL
                SELECT t1.*
                FROM "predicate_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p2
                LIMIT -1
              ) t1
            ) AND t0."object" = (
              SELECT t2."num"
              FROM (
                SELECT t2.*, NULL
                FROM "entity" t2
                WHERE t2."held_since" <= @p0 AND t2."num" = (
                  SELECT coalesce(t3."merged_into", t3."num")
                  FROM (
                    SELECT t3.*, NULL
                    FROM "entity" t3
                    WHERE t3."held_since" <= @p0 AND t3."key" = @p3
                    UNION ALL
                    SELECT t3.*
                    FROM "entity_past" t3
                    WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p3
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
                    WHERE t3."held_since" <= @p0 AND t3."key" = @p3
                    UNION ALL
                    SELECT t3.*
                    FROM "entity_past" t3
                    WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p3
                    LIMIT -1
                  ) t3
                )
                LIMIT -1
              ) t2
            )) AND within_time()
            ORDER BY t0."default_text_folded" ASC, t0."id" ASC
            LIMIT @p1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t0.*
            FROM "claim_past" t0
            WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND (t0."predicate" = (
              SELECT t1."num"
              FROM (
                SELECT t1.*, NULL
                FROM "predicate" t1
                WHERE t1."held_since" <= @p0 AND t1."key" = @p2
                UNION ALL
                SELECT t1.*
                FROM "predicate_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p2
                LIMIT -1
              ) t1
            ) AND t0."object" = (
              SELECT t2."num"
              FROM (
                SELECT t2.*, NULL
                FROM "entity" t2
                WHERE t2."held_since" <= @p0 AND t2."num" = (
                  SELECT coalesce(t3."merged_into", t3."num")
                  FROM (
                    SELECT t3.*, NULL
                    FROM "entity" t3
                    WHERE t3."held_since" <= @p0 AND t3."key" = @p3
                    UNION ALL
                    SELECT t3.*
                    FROM "entity_past" t3
                    WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p3
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
                    WHERE t3."held_since" <= @p0 AND t3."key" = @p3
                    UNION ALL
                    SELECT t3.*
                    FROM "entity_past" t3
                    WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."key" = @p3
                    LIMIT -1
                  ) t3
                )
                LIMIT -1
              ) t2
            )) AND within_time()
            ORDER BY t0."default_text_folded" ASC, t0."id" ASC
            LIMIT @p1
          )
        ) t0
        ORDER BY t0."default_text_folded" ASC, t0."id" ASC
        LIMIT @p1
      ) t0
    ) t5
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":moment-1,"p1":21,"p2":"cut-ties-with","p3":"parler","p4":6}
