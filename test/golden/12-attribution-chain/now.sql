SELECT (
  SELECT '[' || json_array(t0."title") || ',' || ('[' || (
    SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
    FROM (
      SELECT '[' || json_array(t5."created_at", t5."id") || ',' || '[' || json_array(t5."id") || ',' || coalesce((
        SELECT '[' || '[' || json_array() || ',' || (
          SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
          FROM (
            SELECT '[' || json_array(t8."language", t8."text") || ']' AS "item"
            FROM "claim_texts" t8
            WHERE t8."owner" = t7."num"
            ORDER BY t8."position"
            LIMIT -1
          )
        ) || ']' || ']'
        FROM "claim" t7
        WHERE t7."num" = t5."claim"
      ), '[]') || ']' || ']' AS "item"
      FROM (
        SELECT t2."num" AS "num"
        FROM "citation" t2
        WHERE t2."source" = t0."num" AND t2."retraction_present" = 0 AND EXISTS (
          SELECT 1
          FROM "citation_relay_parts" t3
          WHERE t3."owner" = t2."num" AND EXISTS (
            SELECT 1
            FROM "citation" t4
            WHERE t4."num" = t3."citation" AND t4."retraction_present" = 0 AND 1
          )
        ) AND within_time()
        ORDER BY t2."created_at" ASC, t2."id" ASC
        LIMIT @p1
      ) t6
      CROSS JOIN "citation" t5 ON t5."num" = t6."num"
    )
  ) || ',' || json_array(NULL, NULL, NULL) || ']') || ']'
  FROM "source" t0
  WHERE t0."num" = (
    SELECT coalesce(t1."merged_into", t1."num")
    FROM "source" t1
    WHERE t1."key" = @p0
  )
) AS "result"
-- {"p0":"bfm-article","p1":6}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Source', t1."id") AS "head", (
      SELECT '[' || json_array(t0."title") || ']'
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
-- {"p0":"[\"id-1\",\"id-2\",\"id-3\",\"id-4\",\"id-5\",\"id-6\",\"id-7\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Citation', t0."id") AS "head", '[' || json_array(t0."effective_date") || ',' || coalesce((
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
-- {"p0":"[\"id-8\",\"id-9\",\"id-10\",\"id-11\",\"id-12\",\"id-13\",\"id-14\",\"id-15\",\"id-16\",\"id-17\",\"id-18\"]"}
