SELECT (
  WITH t3 AS MATERIALIZED (
    SELECT t0."owner_sort" AS "v0", t0."owner_sort_upper" AS "v1", t0."owner_sort_doubtful" AS "v2", t0."owner_sort_lower_zone" AS "v3", t0."owner_sort_upper_zone" AS "v4", count(DISTINCT t0."owner") AS "count"
    FROM "claim_participants" t0
    WHERE t0."entity" = (
      SELECT t1."num"
      FROM "entity" t1
      WHERE t1."num" = (
        SELECT coalesce(t2."merged_into", t2."num")
        FROM "entity" t2
        WHERE t2."key" = @p0
      )
    ) AND t0."owner_retracted" = 0 AND within_time()
    GROUP BY 1, 2, 3, 4, 5
  )
  SELECT '[[' || coalesce((
    SELECT group_concat("item", ',')
    FROM (
      SELECT json_array(json_array("v0", "v1", "v2", "v3", "v4"), "count") AS "item"
      FROM t3
      ORDER BY "count" DESC, "v0", "v1", "v2", "v3", "v4"
      LIMIT @p1
    )
  ), '') || '],' || (
    SELECT coalesce(sum("count"), 0)
    FROM t3
  ) || ']'
) AS "result"
-- {"p0":"parler","p1":100000}

SELECT '[' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t4."first_said_lower", t4."id") || ',' || '[' || json_array(t4."first_said") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t6."language", t6."text") || ']' AS "item"
        FROM "claim_texts" t6
        WHERE t6."owner" = t4."num"
        ORDER BY t6."position"
        LIMIT -1
      )
    ) || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND (t0."num" IN (
        SELECT t1."owner"
        FROM "claim_participants" t1
        WHERE t1."entity" = (
          SELECT t2."num"
          FROM "entity" t2
          WHERE t2."num" = (
            SELECT coalesce(t3."merged_into", t3."num")
            FROM "entity" t3
            WHERE t3."key" = @p1
          )
        )
      ) AND (t0."first_said_upper" >= @p3 AND t0."first_said_upper" + CASE WHEN t0."first_said_upper_zone" = 0 THEN 0 ELSE (t0."first_said_upper_zone" - 1440) * 60000 END >= @p2 AND t0."first_said_lower" <= @p5 AND t0."first_said_lower" + CASE WHEN t0."first_said_lower_zone" = 0 THEN 0 ELSE (t0."first_said_lower_zone" - 1440) * 60000 END <= @p4 AND t0."first_said_lower" > -9000000000000000)) AND within_time()
      ORDER BY t0."first_said_lower" DESC, t0."id" DESC
      LIMIT @p0
    ) t5
    CROSS JOIN "claim" t4 ON t4."num" = t5."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t11."first_said_lower", t11."id") || ',' || '[' || json_array(t11."first_said") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t13."language", t13."text") || ']' AS "item"
        FROM "claim_texts" t13
        WHERE t13."owner" = t11."num"
        ORDER BY t13."position"
        LIMIT -1
      )
    ) || ']' || ']' AS "item"
    FROM (
      SELECT t7."num" AS "num"
      FROM "claim" t7
      WHERE t7."retraction_present" = 0 AND (t7."num" IN (
        SELECT t8."owner"
        FROM "claim_participants" t8
        WHERE t8."entity" = (
          SELECT t9."num"
          FROM "entity" t9
          WHERE t9."num" = (
            SELECT coalesce(t10."merged_into", t10."num")
            FROM "entity" t10
            WHERE t10."key" = @p7
          )
        )
      ) AND (t7."first_said_upper" >= @p9 AND t7."first_said_upper" + CASE WHEN t7."first_said_upper_zone" = 0 THEN 0 ELSE (t7."first_said_upper_zone" - 1440) * 60000 END >= @p8 AND t7."first_said_lower" <= @p11 AND t7."first_said_lower" + CASE WHEN t7."first_said_lower_zone" = 0 THEN 0 ELSE (t7."first_said_lower_zone" - 1440) * 60000 END <= @p10 AND t7."first_said_lower" > -9000000000000000)) AND within_time()
      ORDER BY t7."first_said_lower" DESC, t7."id" DESC
      LIMIT @p6
    ) t12
    CROSS JOIN "claim" t11 ON t11."num" = t12."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' AS "result"
-- {"p0":4,"p1":"parler","p2":moment-1,"p3":moment-2,"p4":moment-3,"p5":moment-4,"p6":4,"p7":"parler","p8":moment-5,"p9":moment-6,"p10":moment-7,"p11":moment-8}
