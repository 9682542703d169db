SELECT (
  SELECT '[' || json_array(t0."canonical_url") || ']'
  FROM "source" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "source" t1
    WHERE t1."id" = @p0
  )
) AS "result"
-- {"p0":"id-1"}

SELECT (
  SELECT '[' || json_array() || ',' || iif(t0."passage_present", '[' || json_array(t0."passage_exact", t0."passage_start", t0."passage_end", t0."passage_state") || ']', 'null') || ',' || coalesce((
    SELECT '[' || '[' || json_array(t1."citation_count", t1."last_said") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
        FROM "claim_texts" t2
        WHERE t2."owner" = t1."num"
        ORDER BY t2."position"
        LIMIT -1
      )
    ) || ']' || ']'
    FROM "claim" t1
    WHERE t1."num" = t0."claim"
  ), '[]') || ']'
  FROM "citation" t0
  WHERE t0."id" = @p0
) AS "result"
-- {"p0":"id-2"}
