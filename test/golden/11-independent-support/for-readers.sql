SELECT (
  SELECT '[' || json_array(t0."citation_count", t0."id", t0."readers_differ", t0."readers_citation_count", t0."withheld") || ',' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
      FROM "claim_texts" t1
      WHERE t1."owner" = t0."num"
      ORDER BY t1."position"
      LIMIT -1
    )
  ) || ']'
  FROM "claim" t0
  WHERE t0."key" = @p0
) AS "result"
-- {"p0":"aws-observed-violent-content"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Source', t1."id") AS "head", (
      SELECT '[' || json_array(t0."title", t0."withheld") || ']'
      FROM "source" t0
      WHERE t0."num" = coalesce(t1."merged_into", t1."num")
    ) AS "row"
    FROM "source" t1
    WHERE t1."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Citation', t0."id") AS "head", '[' || json_array(t0."withheld") || ',' || coalesce((
      SELECT '[' || '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
          FROM "entity_names" t2
          WHERE t2."owner" = t1."num"
          ORDER BY t2."position"
          LIMIT -1
        )
      ) || ']' || ']'
      FROM "entity" t1
      WHERE t1."num" = t0."speaker"
    ), '[]') || ']' AS "row"
    FROM "citation" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-2\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Citation', t0."id") AS "head", '[' || json_array(t0."withheld") || ',' || coalesce((
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
-- {"p0":"[\"id-2\",\"id-3\",\"id-4\"]"}
