SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "claim" t4
    WHERE t4."retraction_present" = 0 AND (t4."withheld" = 0 AND t4."num" IN (
      SELECT t5."owner"
      FROM "claim_participants" t5
      WHERE t5."entity" = (
        SELECT t6."num"
        FROM "entity" t6
        WHERE t6."num" = (
          SELECT coalesce(t7."merged_into", t7."num")
          FROM "entity" t7
          WHERE t7."key" = @p2
        )
      )
    ) AND t4."readers_differ" = 0)
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0", "v1", "v2", "v3", "v4"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t0."first_said_lower" AS "v0", t0."first_said_upper" AS "v1", t0."first_said_doubtful" AS "v2", t0."first_said_lower_zone" AS "v3", t0."first_said_upper_zone" AS "v4"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND (t0."withheld" = 0 AND t0."num" IN (
        SELECT t1."owner"
        FROM "claim_participants" t1
        WHERE t1."entity" = (
          SELECT t2."num"
          FROM "entity" t2
          WHERE t2."num" = (
            SELECT coalesce(t3."merged_into", t3."num")
            FROM "entity" t3
            WHERE t3."key" = @p0
          )
        )
      ) AND t0."readers_differ" = 0) AND within_time() AND 1 AND 1 AND 1 AND 1 AND 1
    )
    GROUP BY "v0", "v1", "v2", "v3", "v4"
    ORDER BY count(DISTINCT "num") DESC, "v0", "v1", "v2", "v3", "v4"
    LIMIT @p1
  )
) AS "result"
-- {"p0":"parler","p1":1000000,"p2":"parler"}

SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "claim" t4
    WHERE t4."retraction_present" = 0 AND (t4."withheld" = 0 AND t4."num" IN (
      SELECT t5."owner"
      FROM "claim_participants" t5
      WHERE t5."entity" = (
        SELECT t6."num"
        FROM "entity" t6
        WHERE t6."num" = (
          SELECT coalesce(t7."merged_into", t7."num")
          FROM "entity" t7
          WHERE t7."key" = @p2
        )
      )
    ) AND t4."readers_differ" = 1)
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0", "v1", "v2", "v3", "v4"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t0."readers_first_said_lower" AS "v0", t0."readers_first_said_upper" AS "v1", t0."readers_first_said_doubtful" AS "v2", t0."readers_first_said_lower_zone" AS "v3", t0."readers_first_said_upper_zone" AS "v4"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND (t0."withheld" = 0 AND t0."num" IN (
        SELECT t1."owner"
        FROM "claim_participants" t1
        WHERE t1."entity" = (
          SELECT t2."num"
          FROM "entity" t2
          WHERE t2."num" = (
            SELECT coalesce(t3."merged_into", t3."num")
            FROM "entity" t3
            WHERE t3."key" = @p0
          )
        )
      ) AND t0."readers_differ" = 1) AND within_time() AND 1 AND 1 AND 1 AND 1 AND 1
    )
    GROUP BY "v0", "v1", "v2", "v3", "v4"
    ORDER BY count(DISTINCT "num") DESC, "v0", "v1", "v2", "v3", "v4"
    LIMIT @p1
  )
) AS "result"
-- {"p0":"parler","p1":1000000,"p2":"parler"}

SELECT '[' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t4."first_said_lower", t4."id") || ',' || '[' || json_array(t4."first_said", t4."readers_differ", t4."readers_first_said") || ',' || (
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
      WHERE t0."retraction_present" = 0 AND (t0."withheld" = 0 AND t0."num" IN (
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
      ) AND (t0."first_said_upper" >= @p3 AND t0."first_said_upper" + CASE WHEN t0."first_said_upper_zone" = 0 THEN 0 ELSE (t0."first_said_upper_zone" - 1440) * 60000 END >= @p2 AND t0."first_said_lower" <= @p5 AND t0."first_said_lower" + CASE WHEN t0."first_said_lower_zone" = 0 THEN 0 ELSE (t0."first_said_lower_zone" - 1440) * 60000 END <= @p4 AND t0."first_said_lower" > -9000000000000000) AND t0."readers_differ" = 0) AND within_time()
      ORDER BY t0."first_said_lower" DESC, t0."id" DESC
      LIMIT @p0
    ) t5
    CROSS JOIN "claim" t4 ON t4."num" = t5."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t11."readers_first_said_lower", t11."id") || ',' || '[' || json_array(t11."first_said", t11."readers_differ", t11."readers_first_said") || ',' || (
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
      WHERE t7."retraction_present" = 0 AND (t7."withheld" = 0 AND t7."num" IN (
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
      ) AND (t7."readers_first_said_upper" >= @p9 AND t7."readers_first_said_upper" + CASE WHEN t7."readers_first_said_upper_zone" = 0 THEN 0 ELSE (t7."readers_first_said_upper_zone" - 1440) * 60000 END >= @p8 AND t7."readers_first_said_lower" <= @p11 AND t7."readers_first_said_lower" + CASE WHEN t7."readers_first_said_lower_zone" = 0 THEN 0 ELSE (t7."readers_first_said_lower_zone" - 1440) * 60000 END <= @p10 AND t7."readers_first_said_lower" > -9000000000000000) AND t7."readers_differ" = 1) AND within_time()
      ORDER BY t7."readers_first_said_lower" DESC, t7."id" DESC
      LIMIT @p6
    ) t12
    CROSS JOIN "claim" t11 ON t11."num" = t12."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t18."first_said_lower", t18."id") || ',' || '[' || json_array(t18."first_said", t18."readers_differ", t18."readers_first_said") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t20."language", t20."text") || ']' AS "item"
        FROM "claim_texts" t20
        WHERE t20."owner" = t18."num"
        ORDER BY t20."position"
        LIMIT -1
      )
    ) || ']' || ']' AS "item"
    FROM (
      SELECT t14."num" AS "num"
      FROM "claim" t14
      WHERE t14."retraction_present" = 0 AND (t14."withheld" = 0 AND t14."num" IN (
        SELECT t15."owner"
        FROM "claim_participants" t15
        WHERE t15."entity" = (
          SELECT t16."num"
          FROM "entity" t16
          WHERE t16."num" = (
            SELECT coalesce(t17."merged_into", t17."num")
            FROM "entity" t17
            WHERE t17."key" = @p13
          )
        )
      ) AND (t14."first_said_upper" >= @p15 AND t14."first_said_upper" + CASE WHEN t14."first_said_upper_zone" = 0 THEN 0 ELSE (t14."first_said_upper_zone" - 1440) * 60000 END >= @p14 AND t14."first_said_lower" <= @p17 AND t14."first_said_lower" + CASE WHEN t14."first_said_lower_zone" = 0 THEN 0 ELSE (t14."first_said_lower_zone" - 1440) * 60000 END <= @p16 AND t14."first_said_lower" > -9000000000000000) AND t14."readers_differ" = 0) AND within_time()
      ORDER BY t14."first_said_lower" DESC, t14."id" DESC
      LIMIT @p12
    ) t19
    CROSS JOIN "claim" t18 ON t18."num" = t19."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t25."readers_first_said_lower", t25."id") || ',' || '[' || json_array(t25."first_said", t25."readers_differ", t25."readers_first_said") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t27."language", t27."text") || ']' AS "item"
        FROM "claim_texts" t27
        WHERE t27."owner" = t25."num"
        ORDER BY t27."position"
        LIMIT -1
      )
    ) || ']' || ']' AS "item"
    FROM (
      SELECT t21."num" AS "num"
      FROM "claim" t21
      WHERE t21."retraction_present" = 0 AND (t21."withheld" = 0 AND t21."num" IN (
        SELECT t22."owner"
        FROM "claim_participants" t22
        WHERE t22."entity" = (
          SELECT t23."num"
          FROM "entity" t23
          WHERE t23."num" = (
            SELECT coalesce(t24."merged_into", t24."num")
            FROM "entity" t24
            WHERE t24."key" = @p19
          )
        )
      ) AND (t21."readers_first_said_upper" >= @p21 AND t21."readers_first_said_upper" + CASE WHEN t21."readers_first_said_upper_zone" = 0 THEN 0 ELSE (t21."readers_first_said_upper_zone" - 1440) * 60000 END >= @p20 AND t21."readers_first_said_lower" <= @p23 AND t21."readers_first_said_lower" + CASE WHEN t21."readers_first_said_lower_zone" = 0 THEN 0 ELSE (t21."readers_first_said_lower_zone" - 1440) * 60000 END <= @p22 AND t21."readers_first_said_lower" > -9000000000000000) AND t21."readers_differ" = 1) AND within_time()
      ORDER BY t21."readers_first_said_lower" DESC, t21."id" DESC
      LIMIT @p18
    ) t26
    CROSS JOIN "claim" t25 ON t25."num" = t26."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' AS "result"
-- {"p0":4,"p1":"parler","p2":moment-1,"p3":moment-2,"p4":moment-3,"p5":moment-4,"p6":4,"p7":"parler","p8":moment-1,"p9":moment-2,"p10":moment-3,"p11":moment-4,"p12":4,"p13":"parler","p14":moment-5,"p15":moment-6,"p16":moment-7,"p17":moment-8,"p18":4,"p19":"parler","p20":moment-5,"p21":moment-6,"p22":moment-7,"p23":moment-8}
