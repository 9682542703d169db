SELECT (
  SELECT '[' || json_array(t0."version") || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
      FROM "claim_texts" t1
      WHERE t1."owner" = t0."num"
      ORDER BY t1."position"
      LIMIT -1
    )
  ) || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t2."version", t2."operation", t2."recorded_at", t2."recorded_by", t2."reason", t2."document") || ']' AS "item"
      FROM "version" t2
      WHERE t2."record" = 'Claim' AND t2."num" = t0."num"
      ORDER BY t2."version" DESC
      LIMIT -1
    )
  ) || ']'
  FROM "claim" t0
  WHERE t0."key" = @p0
) AS "result"
-- {"p0":"parler-unreachable"}
