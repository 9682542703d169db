SELECT (
  SELECT '[' || json_array(t0."key") || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t3."default_name_folded", t3."id") || ',' || '[' || json_array(t3."key") || ',' || iif(t3."retraction_present", '[' || json_array(t3."retraction_reason") || ']', 'null') || ']' || ']' AS "item"
      FROM (
        SELECT t2."num" AS "num"
        FROM "entity" t2
        WHERE t2."merged_into" = t0."num"
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
          WHERE t6."num" = t5."owner" AND t6."key" = @p3
        ) AND within_time()
        ORDER BY t5."owner_sort" DESC, t5."owner_id" DESC
        LIMIT @p2
      ) t8
      CROSS JOIN "claim" t7 ON t7."num" = t8."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."id" = @p0
  )
) AS "result"
-- {"p0":"id-1","p1":21,"p2":2,"p3":"example-aws-inc-hosts-parler"}

SELECT (
  SELECT '[' || json_array(t0."key") || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t3."first_said_lower", t3."id") || ',' || '[' || json_array(t3."key") || ',' || coalesce((
        SELECT '[' || '[' || json_array(t5."key") || ']' || ']'
        FROM "entity" t5
        WHERE t5."num" = t3."subject"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t2."owner" AS "num"
        FROM "claim_participants" t2
        WHERE t2."entity" = t0."num" AND t2."owner_retracted" = 0
        ORDER BY t2."owner_sort" DESC, t2."owner_id" DESC
        LIMIT @p1
      ) t4
      CROSS JOIN "claim" t3 ON t3."num" = t4."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
  FROM "entity" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "entity" t1
    WHERE t1."id" = @p0
  )
) AS "result"
-- {"p0":"id-1","p1":6}
