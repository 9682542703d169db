SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Predicate', t0."id") AS "head", '[' || json_array(t0."id") || ']' AS "row"
    FROM "predicate" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Entity', t3."id") AS "head", (
      SELECT '[' || json_array(t1."id") || ',' || (
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
      SELECT '[' || json_array(t4."id", t4."title") || ']'
      FROM "source" t4
      WHERE t4."num" = coalesce(t5."merged_into", t5."num")
    ) AS "row"
    FROM "source" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array(t6."id") || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t7."language", t7."text") || ']' AS "item"
        FROM "claim_texts" t7
        WHERE t7."owner" = t6."num"
        ORDER BY t7."position"
        LIMIT -1
      )
    ) || ']' AS "row"
    FROM "claim" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t8."id") AS "head", '[' || json_array(t8."id", t8."quote") || ',' || coalesce((
      SELECT '[' || '[' || json_array(t9."title") || ']' || ']'
      FROM "source" t9
      WHERE t9."num" = t8."source"
    ), '[]') || ']' AS "row"
    FROM "citation" t8
    WHERE t8."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t10."id") AS "head", '[' || json_array(t10."id") || ']' AS "row"
    FROM "claim_link" t10
    WHERE t10."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\"]"}
