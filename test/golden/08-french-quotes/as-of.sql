SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT (
      SELECT '[' || json_array(t3."created_at", t3."id") || ',' || '[' || json_array(t3."quote") || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t6."language", t6."text") || ']' AS "item"
            FROM (
              SELECT *
              FROM (
                SELECT *
                FROM (
                  SELECT t6.*, NULL
                  FROM "entity_names" t6
                  WHERE t6."held_since" <= @p0 AND t6."owner" = t5."num"
                  ORDER BY t6."position"
                  LIMIT -1
                )
                UNION ALL
                SELECT *
                FROM (
                  SELECT t6.*
                  FROM "entity_names_past" t6
                  WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."owner" = t5."num"
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
          SELECT t5.*, NULL
          FROM "entity" t5
          WHERE t5."held_since" <= @p0 AND t5."num" = t3."speaker"
          UNION ALL
          SELECT t5.*
          FROM "entity_past" t5
          WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t3."speaker"
          LIMIT -1
        ) t5
      ), '[]') || ',' || iif(t3."passage_present", '[' || json_array(t3."passage_exact", t3."passage_start", t3."passage_end", t3."passage_state") || ']', 'null') || ',' || coalesce((
        SELECT '[' || '[' || json_array(t7."title", t7."digest") || ']' || ']'
        FROM (
          SELECT t7.*, NULL
          FROM "source" t7
          WHERE t7."held_since" <= @p0 AND t7."num" = t3."source"
          UNION ALL
          SELECT t7.*
          FROM "source_past" t7
          WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."num" = t3."source"
          LIMIT -1
        ) t7
      ), '[]') || ']' || ']'
      FROM (
        SELECT t3.*, NULL
        FROM "citation" t3
        WHERE t3."held_since" <= @p0 AND t3."num" = t4."num"
        UNION ALL
        SELECT t3.*
        FROM "citation_past" t3
        WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = t4."num"
        LIMIT -1
      ) t3
    ) AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT t0.*, NULL
            FROM "citation" t0
            WHERE t0."held_since" <= @p0 AND t0."retraction_present" = 0 AND ((t0."quote_language" = @p2 OR (t0."quote_language" >= @p3 AND t0."quote_language" < @p4)) AND t0."source" = (
              SELECT t1."num"
              FROM (
                SELECT t1.*, NULL
                FROM "source" t1
                WHERE t1."held_since" <= @p0 AND t1."num" = (
                  SELECT coalesce(t2."merged_into", t2."num")
                  FROM (
                    SELECT t2.*, NULL
                    FROM "source" t2
                    WHERE t2."held_since" <= @p0 AND t2."key" = @p5
                    UNION ALL
                    SELECT t2.*
                    FROM "source_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."key" = @p5
                    LIMIT -1
                  ) t2
                )
                UNION ALL
                SELECT t1.*
                FROM "source_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = (
                  SELECT coalesce(t2."merged_into", t2."num")
                  FROM (
                    SELECT t2.*, NULL
                    FROM "source" t2
                    WHERE t2."held_since" <= @p0 AND t2."key" = @p5
                    UNION ALL
                    SELECT t2.*
                    FROM "source_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."key" = @p5
                    LIMIT -1
                  ) t2
                )
                LIMIT -1
              ) t1
            )) AND within_time()
            ORDER BY t0."created_at" ASC, t0."id" ASC
            LIMIT @p1
          )
          UNION ALL
          SELECT *
          FROM (
            SELECT t0.*
            FROM "citation_past" t0
            WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND ((t0."quote_language" = @p2 OR (t0."quote_language" >= @p3 AND t0."quote_language" < @p4)) AND t0."source" = (
              SELECT t1."num"
              FROM (
                SELECT t1.*, NULL
                FROM "source" t1
                WHERE t1."held_since" <= @p0 AND t1."num" = (
                  SELECT coalesce(t2."merged_into", t2."num")
                  FROM (
                    SELECT t2.*, NULL
                    FROM "source" t2
                    WHERE t2."held_since" <= @p0 AND t2."key" = @p5
                    UNION ALL
                    SELECT t2.*
                    FROM "source_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."key" = @p5
                    LIMIT -1
                  ) t2
                )
                UNION ALL
                SELECT t1.*
                FROM "source_past" t1
                WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = (
                  SELECT coalesce(t2."merged_into", t2."num")
                  FROM (
                    SELECT t2.*, NULL
                    FROM "source" t2
                    WHERE t2."held_since" <= @p0 AND t2."key" = @p5
                    UNION ALL
                    SELECT t2.*
                    FROM "source_past" t2
                    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."key" = @p5
                    LIMIT -1
                  ) t2
                )
                LIMIT -1
              ) t1
            )) AND within_time()
            ORDER BY t0."created_at" ASC, t0."id" ASC
            LIMIT @p1
          )
        ) t0
        ORDER BY t0."created_at" ASC, t0."id" ASC
        LIMIT @p1
      ) t0
    ) t4
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":moment-1,"p1":21,"p2":"fr","p3":"fr-","p4":"fr.","p5":"bfm-article"}
