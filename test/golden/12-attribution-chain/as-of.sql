SELECT (
  SELECT '[' || json_array(t0."title") || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT (
        SELECT '[' || json_array(t5."created_at", t5."id") || ',' || '[' || json_array(t5."id") || ',' || coalesce((
          SELECT '[' || '[' || json_array() || ',' || (
            SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
            FROM (
              SELECT '[' || json_array(t8."language", t8."text") || ']' AS "item"
              FROM (
                SELECT *
                FROM (
                  SELECT *
                  FROM (
                    SELECT t8.*, NULL
                    FROM "claim_texts" t8
                    WHERE t8."held_since" <= @p0 AND t8."owner" = t7."num"
                    ORDER BY t8."position"
                    LIMIT -1
                  )
                  UNION ALL
                  SELECT *
                  FROM (
                    SELECT t8.*
                    FROM "claim_texts_past" t8
                    WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."owner" = t7."num"
                    ORDER BY t8."position"
                    LIMIT -1
                  )
                ) t8
                ORDER BY t8."position"
                LIMIT -1
              ) t8
              LIMIT -1
            )
          ) || ']' || ']'
          FROM (
            SELECT t7.*, NULL
            FROM "claim" t7
            WHERE t7."held_since" <= @p0 AND t7."num" = t5."claim"
            UNION ALL
            SELECT t7.*
            FROM "claim_past" t7
            WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."num" = t5."claim"
            LIMIT -1
          ) t7
        ), '[]') || ']' || ']'
        FROM (
          SELECT t5.*, NULL
          FROM "citation" t5
          WHERE t5."held_since" <= @p0 AND t5."num" = t6."num"
          UNION ALL
          SELECT t5.*
          FROM "citation_past" t5
          WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."num" = t6."num"
          LIMIT -1
        ) t5
      ) AS "item"
      FROM (
        SELECT t2."num" AS "num"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t2.*, NULL
              FROM "citation" t2
              WHERE t2."held_since" <= @p0 AND t2."source" = t0."num" AND t2."retraction_present" = 0 AND EXISTS (
                SELECT 1
                FROM (
                  SELECT t3.*, NULL
                  FROM "citation_relay_parts" t3
                  WHERE t3."held_since" <= @p0 AND t3."owner" = t2."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t4.*, NULL
                      FROM "citation" t4
                      WHERE t4."held_since" <= @p0 AND t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t4.*
                      FROM "citation_past" t4
                      WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t4
                  )
                  UNION ALL
                  SELECT t3.*
                  FROM "citation_relay_parts_past" t3
                  WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."owner" = t2."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t4.*, NULL
                      FROM "citation" t4
                      WHERE t4."held_since" <= @p0 AND t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t4.*
                      FROM "citation_past" t4
                      WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t4
                  )
                  LIMIT -1
                ) t3
              ) AND within_time()
              ORDER BY t2."created_at" ASC, t2."id" ASC
              LIMIT @p2
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t2.*
              FROM "citation_past" t2
              WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."source" = t0."num" AND t2."retraction_present" = 0 AND EXISTS (
                SELECT 1
                FROM (
                  SELECT t3.*, NULL
                  FROM "citation_relay_parts" t3
                  WHERE t3."held_since" <= @p0 AND t3."owner" = t2."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t4.*, NULL
                      FROM "citation" t4
                      WHERE t4."held_since" <= @p0 AND t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t4.*
                      FROM "citation_past" t4
                      WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t4
                  )
                  UNION ALL
                  SELECT t3.*
                  FROM "citation_relay_parts_past" t3
                  WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."owner" = t2."num" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t4.*, NULL
                      FROM "citation" t4
                      WHERE t4."held_since" <= @p0 AND t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
                      UNION ALL
                      SELECT t4.*
                      FROM "citation_past" t4
                      WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
                      LIMIT -1
                    ) t4
                  )
                  LIMIT -1
                ) t3
              ) AND within_time()
              ORDER BY t2."created_at" ASC, t2."id" ASC
              LIMIT @p2
            )
          ) t2
          ORDER BY t2."created_at" ASC, t2."id" ASC
          LIMIT @p2
        ) t2
      ) t6
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
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
-- {"p0":moment-1,"p1":"bfm-article","p2":6}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Source', t1."id") AS "head", (
      SELECT '[' || json_array(t0."title") || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "source" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t1."merged_into", t1."num")
        UNION ALL
        SELECT t0.*
        FROM "source_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t1."merged_into", t1."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t1.*, NULL
      FROM "source" t1
      WHERE t1."held_since" <= @p0 AND t1."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t1.*
      FROM "source_past" t1
      WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t1
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-1\",\"id-2\",\"id-3\",\"id-4\",\"id-5\",\"id-6\",\"id-7\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Citation', t0."id") AS "head", '[' || json_array(t0."effective_date") || ',' || coalesce((
      SELECT '[' || '[' || json_array() || ',' || (
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
                WHERE t2."held_since" <= @p0 AND t2."owner" = t1."num"
                ORDER BY t2."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t2.*
                FROM "entity_names_past" t2
                WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."owner" = t1."num"
                ORDER BY t2."position"
                LIMIT -1
              )
            ) t2
            ORDER BY t2."position"
            LIMIT -1
          ) t2
          LIMIT -1
        )
      ) || ']' || ']'
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = t0."speaker"
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = t0."speaker"
        LIMIT -1
      ) t1
    ), '[]') || ']' AS "row"
    FROM (
      SELECT t0.*, NULL
      FROM "citation" t0
      WHERE t0."held_since" <= @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t0.*
      FROM "citation_past" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t0
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-8\",\"id-9\",\"id-10\",\"id-11\",\"id-12\",\"id-13\",\"id-14\",\"id-15\",\"id-16\",\"id-17\",\"id-18\"]"}
