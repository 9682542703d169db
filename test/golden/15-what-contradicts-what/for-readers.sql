SELECT '[' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t1."first_said_lower", t1."id") || ',' || '[' || json_array(t1."id") || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND (t0."withheld" = 0 AND t0."readers_differ" = 0) AND within_time()
      ORDER BY t0."first_said_lower" DESC, t0."id" DESC
      LIMIT @p0
    ) t2
    CROSS JOIN "claim" t1 ON t1."num" = t2."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ',' || ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t4."readers_first_said_lower", t4."id") || ',' || '[' || json_array(t4."id") || ']' || ']' AS "item"
    FROM (
      SELECT t3."num" AS "num"
      FROM "claim" t3
      WHERE t3."retraction_present" = 0 AND (t3."withheld" = 0 AND t3."readers_differ" = 1) AND within_time()
      ORDER BY t3."readers_first_said_lower" DESC, t3."id" DESC
      LIMIT @p1
    ) t5
    CROSS JOIN "claim" t4 ON t4."num" = t5."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') || ']' AS "result"
-- {"p0":201,"p1":201}
