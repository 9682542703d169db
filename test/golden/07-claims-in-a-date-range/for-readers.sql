SELECT (
  SELECT '[' || json_array(t0."withheld") || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t5."first_said_lower", t5."id") || ',' || '[' || json_array(t5."first_said", t5."readers_differ", t5."readers_first_said") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t7."language", t7."text") || ']' AS "item"
          FROM "claim_texts" t7
          WHERE t7."owner" = t5."num"
          ORDER BY t7."position"
          LIMIT -1
        )
      ) || ']' || ']' AS "item"
      FROM (
        SELECT t2."owner" AS "num"
        FROM "claim_participants" t2
        WHERE t2."entity" = t0."num" AND t2."owner_retracted" = 0 AND EXISTS (
          SELECT 1
          FROM "claim" t3
          WHERE t3."num" = t2."owner" AND (t3."withheld" = 0 AND EXISTS (
            SELECT 1
            FROM "citation" t4
            WHERE t4."claim" = t3."num" AND t4."retraction_present" = 0 AND (t4."withheld" = 0 AND (t4."said_at_upper" >= @p3 AND t4."said_at_upper" + CASE WHEN t4."said_at_upper_zone" = 0 THEN 0 ELSE (t4."said_at_upper_zone" - 1440) * 60000 END >= @p2 AND t4."said_at_lower" <= @p5 AND t4."said_at_lower" + CASE WHEN t4."said_at_lower_zone" = 0 THEN 0 ELSE (t4."said_at_lower_zone" - 1440) * 60000 END <= @p4 AND t4."said_at_lower" > -9000000000000000))
          ) AND t3."readers_differ" = 0)
        ) AND within_time()
        ORDER BY t2."owner_sort" DESC, t2."owner_id" DESC
        LIMIT @p1
      ) t6
      CROSS JOIN "claim" t5 ON t5."num" = t6."num"
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM "claim" t8
    WHERE t8."num" IN (
      SELECT t9."owner"
      FROM "claim_participants" t9
      WHERE t9."entity" = t0."num"
    ) AND t8."retraction_present" = 0 AND (t8."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM "citation" t10
      WHERE t10."claim" = t8."num" AND t10."retraction_present" = 0 AND (t10."withheld" = 0 AND (t10."said_at_upper" >= @p7 AND t10."said_at_upper" + CASE WHEN t10."said_at_upper_zone" = 0 THEN 0 ELSE (t10."said_at_upper_zone" - 1440) * 60000 END >= @p6 AND t10."said_at_lower" <= @p9 AND t10."said_at_lower" + CASE WHEN t10."said_at_lower_zone" = 0 THEN 0 ELSE (t10."said_at_lower_zone" - 1440) * 60000 END <= @p8 AND t10."said_at_lower" > -9000000000000000))
    ) AND t8."readers_differ" = 0) AND within_time()
  ), 0, NULL) || ']') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t14."readers_first_said_lower", t14."id") || ',' || '[' || json_array(t14."first_said", t14."readers_differ", t14."readers_first_said") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t16."language", t16."text") || ']' AS "item"
          FROM "claim_texts" t16
          WHERE t16."owner" = t14."num"
          ORDER BY t16."position"
          LIMIT -1
        )
      ) || ']' || ']' AS "item"
      FROM (
        SELECT t11."num" AS "num"
        FROM "claim" t11
        WHERE t11."num" IN (
          SELECT t12."owner"
          FROM "claim_participants" t12
          WHERE t12."entity" = t0."num"
        ) AND t11."retraction_present" = 0 AND (t11."withheld" = 0 AND EXISTS (
          SELECT 1
          FROM "citation" t13
          WHERE t13."claim" = t11."num" AND t13."retraction_present" = 0 AND (t13."withheld" = 0 AND (t13."said_at_upper" >= @p12 AND t13."said_at_upper" + CASE WHEN t13."said_at_upper_zone" = 0 THEN 0 ELSE (t13."said_at_upper_zone" - 1440) * 60000 END >= @p11 AND t13."said_at_lower" <= @p14 AND t13."said_at_lower" + CASE WHEN t13."said_at_lower_zone" = 0 THEN 0 ELSE (t13."said_at_lower_zone" - 1440) * 60000 END <= @p13 AND t13."said_at_lower" > -9000000000000000))
        ) AND t11."readers_differ" = 1) AND within_time()
        ORDER BY t11."readers_first_said_lower" DESC, t11."id" DESC
        LIMIT @p10
      ) t15
      CROSS JOIN "claim" t14 ON t14."num" = t15."num"
    )
  ) || ',' || json_array((
    SELECT count(*)
    FROM "claim" t17
    WHERE t17."num" IN (
      SELECT t18."owner"
      FROM "claim_participants" t18
      WHERE t18."entity" = t0."num"
    ) AND t17."retraction_present" = 0 AND (t17."withheld" = 0 AND EXISTS (
      SELECT 1
      FROM "citation" t19
      WHERE t19."claim" = t17."num" AND t19."retraction_present" = 0 AND (t19."withheld" = 0 AND (t19."said_at_upper" >= @p16 AND t19."said_at_upper" + CASE WHEN t19."said_at_upper_zone" = 0 THEN 0 ELSE (t19."said_at_upper_zone" - 1440) * 60000 END >= @p15 AND t19."said_at_lower" <= @p18 AND t19."said_at_lower" + CASE WHEN t19."said_at_lower_zone" = 0 THEN 0 ELSE (t19."said_at_lower_zone" - 1440) * 60000 END <= @p17 AND t19."said_at_lower" > -9000000000000000))
    ) AND t17."readers_differ" = 1) AND within_time()
  ), 0, NULL) || ']') || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"parler","p1":4,"p2":moment-1,"p3":moment-2,"p4":moment-3,"p5":moment-4,"p6":moment-1,"p7":moment-2,"p8":moment-3,"p9":moment-4,"p10":4,"p11":moment-1,"p12":moment-2,"p13":moment-3,"p14":moment-4,"p15":moment-1,"p16":moment-2,"p17":moment-3,"p18":moment-4}
