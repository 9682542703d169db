SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "claim" t4
    WHERE t4."retraction_present" = 0 AND 1
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t3."id" AS "v0"
      FROM "claim" t0
      CROSS JOIN "citation" t1 ON t1."claim" = t0."num" AND t1."retraction_present" = 0
      CROSS JOIN "source" t2 ON t2."num" = t1."source"
      CROSS JOIN "entity" t3 ON t3."num" = t2."publisher"
      WHERE t0."retraction_present" = 0 AND 1 AND within_time() AND t3."id" IS NOT NULL
    )
    GROUP BY "v0"
    ORDER BY count(DISTINCT "num") DESC, "v0"
    LIMIT @p0
  )
) AS "result"
-- {"p0":5}

SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "citation" t2
    WHERE t2."retraction_present" = 0 AND 1
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t1."id" AS "v0"
      FROM "citation" t0
      CROSS JOIN "entity" t1 ON t1."num" = t0."speaker"
      WHERE t0."retraction_present" = 0 AND 1 AND within_time() AND t1."id" IS NOT NULL
    )
    GROUP BY "v0"
    ORDER BY count(DISTINCT "num") DESC, "v0"
    LIMIT @p0
  )
) AS "result"
-- {"p0":5}

SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "claim" t2
    WHERE t2."retraction_present" = 0 AND 1
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t1."id" AS "v0"
      FROM "claim" t0
      CROSS JOIN "predicate" t1 ON t1."num" = t0."predicate"
      WHERE t0."retraction_present" = 0 AND 1 AND within_time() AND t1."id" IS NOT NULL
    )
    GROUP BY "v0"
    ORDER BY count(DISTINCT "num") DESC, "v0"
    LIMIT @p0
  )
) AS "result"
-- {"p0":5}

SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "claim" t1
    WHERE t1."retraction_present" = 0 AND 1
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0", "v1", "v2", "v3", "v4"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t0."first_said_lower" AS "v0", t0."first_said_upper" AS "v1", t0."first_said_doubtful" AS "v2", t0."first_said_lower_zone" AS "v3", t0."first_said_upper_zone" AS "v4"
      FROM "claim" t0
      WHERE t0."retraction_present" = 0 AND 1 AND within_time() AND 1 AND 1 AND 1 AND 1 AND 1
    )
    GROUP BY "v0", "v1", "v2", "v3", "v4"
    ORDER BY count(DISTINCT "num") DESC, "v0", "v1", "v2", "v3", "v4"
    LIMIT @p0
  )
) AS "result"
-- {"p0":100000}

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
      SELECT '[' || json_array() || ',' || (
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
      SELECT '[' || json_array() || ']'
      FROM "source" t4
      WHERE t4."num" = coalesce(t5."merged_into", t5."num")
    ) AS "row"
    FROM "source" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "claim" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "citation" t7
    WHERE t7."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "claim_link" t8
    WHERE t8."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-1\",\"id-2\",\"id-3\",\"id-4\",\"id-5\"]"}

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
      SELECT '[' || json_array() || ',' || (
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
      SELECT '[' || json_array() || ']'
      FROM "source" t4
      WHERE t4."num" = coalesce(t5."merged_into", t5."num")
    ) AS "row"
    FROM "source" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "claim" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "citation" t7
    WHERE t7."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "claim_link" t8
    WHERE t8."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"id-6\",\"id-4\",\"id-3\",\"id-7\",\"id-5\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Predicate', t0."id") AS "head", '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
        FROM "predicate_labels" t1
        WHERE t1."owner" = t0."num"
        ORDER BY t1."position"
        LIMIT -1
      )
    ) || ']' AS "row"
    FROM "predicate" t0
    WHERE t0."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Entity', t3."id") AS "head", (
      SELECT '[' || json_array() || ']'
      FROM "entity" t2
      WHERE t2."num" = coalesce(t3."merged_into", t3."num")
    ) AS "row"
    FROM "entity" t3
    WHERE t3."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Source', t5."id") AS "head", (
      SELECT '[' || json_array() || ']'
      FROM "source" t4
      WHERE t4."num" = coalesce(t5."merged_into", t5."num")
    ) AS "row"
    FROM "source" t5
    WHERE t5."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "claim" t6
    WHERE t6."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "citation" t7
    WHERE t7."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM "claim_link" t8
    WHERE t8."id" IN (
      SELECT "value"
      FROM json_each(@p0)
    )
  )
) AS "result"
-- {"p0":"[\"carries\",\"cut-ties-with\",\"answers-with\",\"availability\",\"breaches\"]"}
