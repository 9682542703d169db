SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t1."default_name_folded", t1."id") || ',' || '[' || json_array(t1."id") || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "entity" t0
      WHERE t0."retraction_present" = 0 AND t0."withheld" = 0 AND within_time()
      ORDER BY t0."default_name_folded" ASC, t0."id" ASC
      LIMIT @p0
    ) t2
    CROSS JOIN "entity" t1 ON t1."num" = t2."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":26}

SELECT ('[' || (
  SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
  FROM (
    SELECT '[' || json_array(t1."default_name_folded", t1."id") || ',' || '[' || json_array(t1."id") || ']' || ']' AS "item"
    FROM (
      SELECT t0."num" AS "num"
      FROM "entity" t0
      WHERE t0."retraction_present" = 0 AND t0."withheld" = 0 AND within_time() AND (t0."default_name_folded", t0."id") > (@p1, @p2)
      ORDER BY t0."default_name_folded" ASC, t0."id" ASC
      LIMIT @p0
    ) t2
    CROSS JOIN "entity" t1 ON t1."num" = t2."num"
  )
) || ',' || json_array(NULL, NULL, NULL) || ']') AS "result"
-- {"p0":26,"p1":"storming of the capitol","p2":"id-1"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Predicate', t0."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "predicate" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Entity', t3."id") AS "head", (
      SELECT '[' || json_array(t1."key", t1."withheld") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
          FROM "entity_names" t2
          WHERE t2."owner" = t1."num"
          ORDER BY t2."position"
          LIMIT -1
        )
      ) || ']'
      FROM "entity" t1
      WHERE t1."num" = coalesce(t3."merged_into", t3."num")
    ) AS "row"
    FROM "entity" t3
    WHERE t3."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Source', t5."id") AS "head", (
      SELECT '[' || json_array(t4."withheld") || ']'
      FROM "source" t4
      WHERE t4."num" = coalesce(t5."merged_into", t5."num")
    ) AS "row"
    FROM "source" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array(t6."withheld") || ']' AS "row"
    FROM "claim" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array(t7."withheld") || ']' AS "row"
    FROM "citation" t7
    WHERE t7."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array(t8."withheld") || ']' AS "row"
    FROM "claim_link" t8
    WHERE t8."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-2\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Predicate', t0."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "predicate" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Entity', t3."id") AS "head", (
      SELECT '[' || json_array(t1."key", t1."withheld") || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
          FROM "entity_names" t2
          WHERE t2."owner" = t1."num"
          ORDER BY t2."position"
          LIMIT -1
        )
      ) || ']'
      FROM "entity" t1
      WHERE t1."num" = coalesce(t3."merged_into", t3."num")
    ) AS "row"
    FROM "entity" t3
    WHERE t3."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Source', t5."id") AS "head", (
      SELECT '[' || json_array(t4."withheld") || ']'
      FROM "source" t4
      WHERE t4."num" = coalesce(t5."merged_into", t5."num")
    ) AS "row"
    FROM "source" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array(t6."withheld") || ']' AS "row"
    FROM "claim" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array(t7."withheld") || ']' AS "row"
    FROM "citation" t7
    WHERE t7."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array(t8."withheld") || ']' AS "row"
    FROM "claim_link" t8
    WHERE t8."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-3\"]"}
