SELECT (
  SELECT '[' || json_array(t0."key", t0."withheld") || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t3."default_name_folded", t3."id") || ',' || '[' || json_array(t3."key") || ',' || iif(t3."retraction_present", '[' || json_array(t3."retraction_reason") || ']', 'null') || ']' || ']' AS "item"
      FROM (
        SELECT t2."num" AS "num"
        FROM "entity" t2
        WHERE t2."merged_into" = t0."num" AND t2."withheld" = 0 AND within_time()
        ORDER BY t2."default_name_folded" ASC, t2."id" ASC
        LIMIT @p1
      ) t4
      CROSS JOIN "entity" t3 ON t3."num" = t4."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t7."first_said_lower", t7."id") || ',' || '[' || json_array() || ',' || coalesce((
        SELECT '[' || '[' || json_array(t9."key") || ']' || ']'
        FROM "entity" t9
        WHERE t9."num" = t7."subject"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t5."owner" AS "num"
        FROM "claim_participants" t5
        WHERE t5."entity" = t0."num" AND t5."owner_retracted" = 0 AND EXISTS (
          SELECT 1
          FROM "claim" t6
          WHERE t6."num" = t5."owner" AND (t6."withheld" = 0 AND t6."key" = @p3 AND t6."readers_differ" = 0)
        ) AND within_time()
        ORDER BY t5."owner_sort" DESC, t5."owner_id" DESC
        LIMIT @p2
      ) t8
      CROSS JOIN "claim" t7 ON t7."num" = t8."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t12."readers_first_said_lower", t12."id") || ',' || '[' || json_array() || ',' || coalesce((
        SELECT '[' || '[' || json_array(t14."key") || ']' || ']'
        FROM "entity" t14
        WHERE t14."num" = t12."subject"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t10."num" AS "num"
        FROM "claim" t10
        WHERE t10."num" IN (
          SELECT t11."owner"
          FROM "claim_participants" t11
          WHERE t11."entity" = t0."num"
        ) AND t10."retraction_present" = 0 AND (t10."withheld" = 0 AND t10."key" = @p5 AND t10."readers_differ" = 1) AND within_time()
        ORDER BY t10."readers_first_said_lower" DESC, t10."id" DESC
        LIMIT @p4
      ) t13
      CROSS JOIN "claim" t12 ON t12."num" = t13."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."id" = @p0
  )
) AS "result"
-- {"p0":"id-1","p1":21,"p2":2,"p3":"example-aws-inc-hosts-parler","p4":2,"p5":"example-aws-inc-hosts-parler"}

SELECT (
  SELECT '[' || json_array(t0."key", t0."withheld") || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t4."first_said_lower", t4."id") || ',' || '[' || json_array(t4."key") || ',' || coalesce((
        SELECT '[' || '[' || json_array(t6."key") || ']' || ']'
        FROM "entity" t6
        WHERE t6."num" = t4."subject"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t2."owner" AS "num"
        FROM "claim_participants" t2
        WHERE t2."entity" = t0."num" AND t2."owner_retracted" = 0 AND EXISTS (
          SELECT 1
          FROM "claim" t3
          WHERE t3."num" = t2."owner" AND (t3."withheld" = 0 AND t3."readers_differ" = 0)
        ) AND within_time()
        ORDER BY t2."owner_sort" DESC, t2."owner_id" DESC
        LIMIT @p1
      ) t5
      CROSS JOIN "claim" t4 ON t4."num" = t5."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t9."readers_first_said_lower", t9."id") || ',' || '[' || json_array(t9."key") || ',' || coalesce((
        SELECT '[' || '[' || json_array(t11."key") || ']' || ']'
        FROM "entity" t11
        WHERE t11."num" = t9."subject"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t7."num" AS "num"
        FROM "claim" t7
        WHERE t7."num" IN (
          SELECT t8."owner"
          FROM "claim_participants" t8
          WHERE t8."entity" = t0."num"
        ) AND t7."retraction_present" = 0 AND (t7."withheld" = 0 AND t7."readers_differ" = 1) AND within_time()
        ORDER BY t7."readers_first_said_lower" DESC, t7."id" DESC
        LIMIT @p2
      ) t10
      CROSS JOIN "claim" t9 ON t9."num" = t10."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."id" = @p0
  )
) AS "result"
-- {"p0":"id-1","p1":6,"p2":6}
