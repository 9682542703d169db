SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t1."first_said_lower", t1."id") || ',' || '[' || json_array(t1."id") || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0
      ORDER BY t0."first_said_lower" DESC, t0."id" DESC
      LIMIT @p0
    ) t2
    CROSS JOIN "claim" t1 ON t1."num" = t2."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":201}
