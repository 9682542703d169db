SELECT (
  SELECT '[' || json_array() || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT (
        SELECT '[' || json_array(t5."first_said_lower", t5."id") || ',' || '[' || json_array(t5."first_said") || ',' || (
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
        ) || ']' || ']'
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
        SELECT t2."owner" AS "num"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t2.*, NULL
              FROM "claim_participants" t2
              WHERE t2."held_since" <= @p0 AND t2."entity" = t0."num" AND t2."owner_retracted" = 0 AND EXISTS (
                SELECT 1
                FROM (
                  SELECT t3.*, NULL
                  FROM "claim" t3
                  WHERE t3."held_since" <= @p0 AND t3."num" = t2."owner" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t4.*, NULL
                      FROM "citation" t4
                      WHERE t4."held_since" <= @p0 AND t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."said_at_upper" >= @p4 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p3 AND t4."said_at_lower" <= @p6 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p5 AND t4."said_at_lower" > -9000000000000000)
                      UNION ALL
                      SELECT t4.*
                      FROM "citation_past" t4
                      WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."said_at_upper" >= @p4 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p3 AND t4."said_at_lower" <= @p6 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p5 AND t4."said_at_lower" > -9000000000000000)
                      LIMIT -1
                    ) t4
                  )
                  UNION ALL
                  SELECT t3.*
                  FROM "claim_past" t3
                  WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = t2."owner" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t4.*, NULL
                      FROM "citation" t4
                      WHERE t4."held_since" <= @p0 AND t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."said_at_upper" >= @p4 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p3 AND t4."said_at_lower" <= @p6 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p5 AND t4."said_at_lower" > -9000000000000000)
                      UNION ALL
                      SELECT t4.*
                      FROM "citation_past" t4
                      WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."said_at_upper" >= @p4 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p3 AND t4."said_at_lower" <= @p6 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p5 AND t4."said_at_lower" > -9000000000000000)
                      LIMIT -1
                    ) t4
                  )
                  LIMIT -1
                ) t3
              ) AND within_time()
              ORDER BY t2."owner_sort" DESC, t2."owner_id" DESC
              LIMIT @p2
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t2.*
              FROM "claim_participants_past" t2
              WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."entity" = t0."num" AND t2."owner_retracted" = 0 AND EXISTS (
                SELECT 1
                FROM (
                  SELECT t3.*, NULL
                  FROM "claim" t3
                  WHERE t3."held_since" <= @p0 AND t3."num" = t2."owner" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t4.*, NULL
                      FROM "citation" t4
                      WHERE t4."held_since" <= @p0 AND t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."said_at_upper" >= @p4 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p3 AND t4."said_at_lower" <= @p6 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p5 AND t4."said_at_lower" > -9000000000000000)
                      UNION ALL
                      SELECT t4.*
                      FROM "citation_past" t4
                      WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."said_at_upper" >= @p4 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p3 AND t4."said_at_lower" <= @p6 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p5 AND t4."said_at_lower" > -9000000000000000)
                      LIMIT -1
                    ) t4
                  )
                  UNION ALL
                  SELECT t3.*
                  FROM "claim_past" t3
                  WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."num" = t2."owner" AND EXISTS (
                    SELECT 1
                    FROM (
                      SELECT t4.*, NULL
                      FROM "citation" t4
                      WHERE t4."held_since" <= @p0 AND t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."said_at_upper" >= @p4 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p3 AND t4."said_at_lower" <= @p6 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p5 AND t4."said_at_lower" > -9000000000000000)
                      UNION ALL
                      SELECT t4.*
                      FROM "citation_past" t4
                      WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."said_at_upper" >= @p4 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p3 AND t4."said_at_lower" <= @p6 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p5 AND t4."said_at_lower" > -9000000000000000)
                      LIMIT -1
                    ) t4
                  )
                  LIMIT -1
                ) t3
              ) AND within_time()
              ORDER BY t2."owner_sort" DESC, t2."owner_id" DESC
              LIMIT @p2
            )
          ) t2
          ORDER BY t2."owner_sort" DESC, t2."owner_id" DESC
          LIMIT @p2
        ) t2
      ) t6
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM (
      SELECT t8.*, NULL
      FROM "claim" t8
      WHERE t8."held_since" <= @p0 AND t8."num" IN (
        SELECT t9."owner"
        FROM (
          SELECT t9.*, NULL
          FROM "claim_participants" t9
          WHERE t9."held_since" <= @p0 AND t9."entity" = t0."num"
          UNION ALL
          SELECT t9.*
          FROM "claim_participants_past" t9
          WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."entity" = t0."num"
          LIMIT -1
        ) t9
      ) AND t8."retraction_present" = 0 AND EXISTS (
        SELECT 1
        FROM (
          SELECT t10.*, NULL
          FROM "citation" t10
          WHERE t10."held_since" <= @p0 AND t10."claim" = t8."num" AND t10."retraction_present" = 0 AND (t10."said_at_upper" >= @p8 AND t10."said_at_upper" + CASE WHEN t10."said_at_upper_zone" = 0 THEN 0 ELSE (t10."said_at_upper_zone" - 1440) * 60000 END >= @p7 AND t10."said_at_lower" <= @p10 AND t10."said_at_lower" + CASE WHEN t10."said_at_lower_zone" = 0 THEN 0 ELSE (t10."said_at_lower_zone" - 1440) * 60000 END <= @p9 AND t10."said_at_lower" > -9000000000000000)
          UNION ALL
          SELECT t10.*
          FROM "citation_past" t10
          WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."claim" = t8."num" AND t10."retraction_present" = 0 AND (t10."said_at_upper" >= @p8 AND t10."said_at_upper" + CASE WHEN t10."said_at_upper_zone" = 0 THEN 0 ELSE (t10."said_at_upper_zone" - 1440) * 60000 END >= @p7 AND t10."said_at_lower" <= @p10 AND t10."said_at_lower" + CASE WHEN t10."said_at_lower_zone" = 0 THEN 0 ELSE (t10."said_at_lower_zone" - 1440) * 60000 END <= @p9 AND t10."said_at_lower" > -9000000000000000)
          LIMIT -1
        ) t10
      ) AND within_time()
      UNION ALL
      SELECT t8.*
      FROM "claim_past" t8
      WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."num" IN (
        SELECT t9."owner"
        FROM (
          SELECT t9.*, NULL
          FROM "claim_participants" t9
          WHERE t9."held_since" <= @p0 AND t9."entity" = t0."num"
          UNION ALL
          SELECT t9.*
          FROM "claim_participants_past" t9
          WHERE t9."held_since" <= @p0 AND t9."held_until" > @p0 AND t9."entity" = t0."num"
          LIMIT -1
        ) t9
      ) AND t8."retraction_present" = 0 AND EXISTS (
        SELECT 1
        FROM (
          SELECT t10.*, NULL
          FROM "citation" t10
          WHERE t10."held_since" <= @p0 AND t10."claim" = t8."num" AND t10."retraction_present" = 0 AND (t10."said_at_upper" >= @p8 AND t10."said_at_upper" + CASE WHEN t10."said_at_upper_zone" = 0 THEN 0 ELSE (t10."said_at_upper_zone" - 1440) * 60000 END >= @p7 AND t10."said_at_lower" <= @p10 AND t10."said_at_lower" + CASE WHEN t10."said_at_lower_zone" = 0 THEN 0 ELSE (t10."said_at_lower_zone" - 1440) * 60000 END <= @p9 AND t10."said_at_lower" > -9000000000000000)
          UNION ALL
          SELECT t10.*
          FROM "citation_past" t10
          WHERE t10."held_since" <= @p0 AND t10."held_until" > @p0 AND t10."claim" = t8."num" AND t10."retraction_present" = 0 AND (t10."said_at_upper" >= @p8 AND t10."said_at_upper" + CASE WHEN t10."said_at_upper_zone" = 0 THEN 0 ELSE (t10."said_at_upper_zone" - 1440) * 60000 END >= @p7 AND t10."said_at_lower" <= @p10 AND t10."said_at_lower" + CASE WHEN t10."said_at_lower_zone" = 0 THEN 0 ELSE (t10."said_at_lower_zone" - 1440) * 60000 END <= @p9 AND t10."said_at_lower" > -9000000000000000)
          LIMIT -1
        ) t10
      ) AND within_time()
      LIMIT -1
    ) t8
  ), 0, NULL) || ']') || ']'
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
-- {"p0":moment-1,"p1":"parler","p2":4,"p3":moment-2,"p4":moment-3,"p5":moment-4,"p6":moment-5,"p7":moment-2,"p8":moment-3,"p9":moment-4,"p10":moment-5}
