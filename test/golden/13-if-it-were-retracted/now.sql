SELECT (
  SELECT '[' || json_array(t0."title", t0."id") || ']'
  FROM "source" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "source" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"aws-letter-itself"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Citation', t0."id") AS "head", '[' || json_array() || ',' || coalesce((
      SELECT '[' || '[' || json_array(t1."title") || ']' || ']'
      FROM "source" t1
      WHERE t1."num" = t0."source"
    ), '[]') || ']' AS "row"
    FROM "citation" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\",\"id-2\",\"id-3\",\"id-4\",\"id-5\",\"id-6\",\"id-7\",\"id-8\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Claim', t0."id") AS "head", '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
        FROM "claim_texts" t1
        WHERE t1."owner" = t0."num"
        ORDER BY t1."position"
        LIMIT -1
      )
    ) || ']' AS "row"
    FROM "claim" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-9\",\"id-10\",\"id-11\",\"id-12\"]"}
