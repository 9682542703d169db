SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "claim_states" t4
    WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."retraction_present" = 0 AND 1
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t3."id" AS "v0"
      FROM "claim_states" t0
      CROSS JOIN "citation_states" t1 ON t1."claim" = t0."num" AND t1."retraction_present" = 0 AND t1."held_since" <= @p0 AND t1."held_until" > @p0
      CROSS JOIN "source_states" t2 ON t2."num" = t1."source" AND t2."held_since" <= @p0 AND t2."held_until" > @p0
      CROSS JOIN "entity_states" t3 ON t3."num" = t2."publisher" AND t3."held_since" <= @p0 AND t3."held_until" > @p0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND 1 AND within_time() AND t3."id" IS NOT NULL
    )
    GROUP BY "v0"
    ORDER BY count(DISTINCT "num") DESC, "v0"
    LIMIT @p1
  )
) AS "result"
-- {"p0":moment-1,"p1":5}

SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "citation_states" t2
    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."retraction_present" = 0 AND 1
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t1."id" AS "v0"
      FROM "citation_states" t0
      CROSS JOIN "entity_states" t1 ON t1."num" = t0."speaker" AND t1."held_since" <= @p0 AND t1."held_until" > @p0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND 1 AND within_time() AND t1."id" IS NOT NULL
    )
    GROUP BY "v0"
    ORDER BY count(DISTINCT "num") DESC, "v0"
    LIMIT @p1
  )
) AS "result"
-- {"p0":moment-1,"p1":5}

SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "claim_states" t2
    WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."retraction_present" = 0 AND 1
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t1."id" AS "v0"
      FROM "claim_states" t0
      CROSS JOIN "predicate_states" t1 ON t1."num" = t0."predicate" AND t1."held_since" <= @p0 AND t1."held_until" > @p0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND 1 AND within_time() AND t1."id" IS NOT NULL
    )
    GROUP BY "v0"
    ORDER BY count(DISTINCT "num") DESC, "v0"
    LIMIT @p1
  )
) AS "result"
-- {"p0":moment-1,"p1":5}

SELECT (
  SELECT '[[' || coalesce(group_concat("item", ','), '') || '],' || (
    SELECT count(*)
    FROM "claim_states" t1
    WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."retraction_present" = 0 AND 1
  ) || ']'
  FROM (
    SELECT json_array(json_array("v0", "v1", "v2", "v3", "v4"), count(DISTINCT "num")) AS "item"
    FROM (
      SELECT t0."num" AS "num", t0."first_said_lower" AS "v0", t0."first_said_upper" AS "v1", t0."first_said_doubtful" AS "v2", t0."first_said_lower_zone" AS "v3", t0."first_said_upper_zone" AS "v4"
      FROM "claim_states" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."retraction_present" = 0 AND 1 AND within_time() AND 1 AND 1 AND 1 AND 1 AND 1
    )
    GROUP BY "v0", "v1", "v2", "v3", "v4"
    ORDER BY count(DISTINCT "num") DESC, "v0", "v1", "v2", "v3", "v4"
    LIMIT @p1
  )
) AS "result"
-- {"p0":moment-1,"p1":100000}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Predicate', t0."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t0.*, NULL
      FROM "predicate" t0
      WHERE t0."held_since" <= @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t0.*
      FROM "predicate_past" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t0
    UNION ALL
    SELECT json_array('Entity', t3."id") AS "head", (
      SELECT '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t2.*, NULL
                FROM "entity_names" t2
                WHERE t2."held_since" <= @p0 AND t2."owner" = t1."num"
                ORDER BY t2."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t2.*
                FROM "entity_names_past" t2
                WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."owner" = t1."num"
                ORDER BY t2."position"
                LIMIT -1
              )
            ) t2
            ORDER BY t2."position"
            LIMIT -1
          ) t2
          LIMIT -1
        )
      ) || ']'
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = coalesce(t3."merged_into", t3."num")
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = coalesce(t3."merged_into", t3."num")
        LIMIT -1
      ) t1
    ) AS "row"
    FROM (
      SELECT t3.*, NULL
      FROM "entity" t3
      WHERE t3."held_since" <= @p0 AND t3."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t3.*
      FROM "entity_past" t3
      WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t3
    UNION ALL
    SELECT json_array('Source', t5."id") AS "head", (
      SELECT '[' || json_array() || ']'
      FROM (
        SELECT t4.*, NULL
        FROM "source" t4
        WHERE t4."held_since" <= @p0 AND t4."num" = coalesce(t5."merged_into", t5."num")
        UNION ALL
        SELECT t4.*
        FROM "source_past" t4
        WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = coalesce(t5."merged_into", t5."num")
        LIMIT -1
      ) t4
    ) AS "row"
    FROM (
      SELECT t5.*, NULL
      FROM "source" t5
      WHERE t5."held_since" <= @p0 AND t5."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t5.*
      FROM "source_past" t5
      WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t5
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t6.*, NULL
      FROM "claim" t6
      WHERE t6."held_since" <= @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t6.*
      FROM "claim_past" t6
      WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t6
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t7.*, NULL
      FROM "citation" t7
      WHERE t7."held_since" <= @p0 AND t7."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t7.*
      FROM "citation_past" t7
      WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t7
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t8.*, NULL
      FROM "claim_link" t8
      WHERE t8."held_since" <= @p0 AND t8."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t8.*
      FROM "claim_link_past" t8
      WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t8
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-1\",\"id-2\",\"id-3\",\"id-4\",\"id-5\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Predicate', t0."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t0.*, NULL
      FROM "predicate" t0
      WHERE t0."held_since" <= @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t0.*
      FROM "predicate_past" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t0
    UNION ALL
    SELECT json_array('Entity', t3."id") AS "head", (
      SELECT '[' || json_array() || ',' || (
        SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
        FROM (
          SELECT '[' || json_array(t2."language", t2."text") || ']' AS "item"
          FROM (
            SELECT *
            FROM (
              SELECT *
              FROM (
                SELECT t2.*, NULL
                FROM "entity_names" t2
                WHERE t2."held_since" <= @p0 AND t2."owner" = t1."num"
                ORDER BY t2."position"
                LIMIT -1
              )
              UNION ALL
              SELECT *
              FROM (
                SELECT t2.*
                FROM "entity_names_past" t2
                WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."owner" = t1."num"
                ORDER BY t2."position"
                LIMIT -1
              )
            ) t2
            ORDER BY t2."position"
            LIMIT -1
          ) t2
          LIMIT -1
        )
      ) || ']'
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = coalesce(t3."merged_into", t3."num")
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = coalesce(t3."merged_into", t3."num")
        LIMIT -1
      ) t1
    ) AS "row"
    FROM (
      SELECT t3.*, NULL
      FROM "entity" t3
      WHERE t3."held_since" <= @p0 AND t3."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t3.*
      FROM "entity_past" t3
      WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t3
    UNION ALL
    SELECT json_array('Source', t5."id") AS "head", (
      SELECT '[' || json_array() || ']'
      FROM (
        SELECT t4.*, NULL
        FROM "source" t4
        WHERE t4."held_since" <= @p0 AND t4."num" = coalesce(t5."merged_into", t5."num")
        UNION ALL
        SELECT t4.*
        FROM "source_past" t4
        WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = coalesce(t5."merged_into", t5."num")
        LIMIT -1
      ) t4
    ) AS "row"
    FROM (
      SELECT t5.*, NULL
      FROM "source" t5
      WHERE t5."held_since" <= @p0 AND t5."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t5.*
      FROM "source_past" t5
      WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t5
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t6.*, NULL
      FROM "claim" t6
      WHERE t6."held_since" <= @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t6.*
      FROM "claim_past" t6
      WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t6
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t7.*, NULL
      FROM "citation" t7
      WHERE t7."held_since" <= @p0 AND t7."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t7.*
      FROM "citation_past" t7
      WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t7
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t8.*, NULL
      FROM "claim_link" t8
      WHERE t8."held_since" <= @p0 AND t8."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t8.*
      FROM "claim_link_past" t8
      WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t8
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-6\",\"id-4\",\"id-3\",\"id-7\",\"id-5\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Predicate', t0."id") AS "head", '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t1.*, NULL
              FROM "predicate_labels" t1
              WHERE t1."held_since" <= @p0 AND t1."owner" = t0."num"
              ORDER BY t1."position"
              LIMIT -1
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t1.*
              FROM "predicate_labels_past" t1
              WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."owner" = t0."num"
              ORDER BY t1."position"
              LIMIT -1
            )
          ) t1
          ORDER BY t1."position"
          LIMIT -1
        ) t1
        LIMIT -1
      )
    ) || ']' AS "row"
    FROM (
      SELECT t0.*, NULL
      FROM "predicate" t0
      WHERE t0."held_since" <= @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t0.*
      FROM "predicate_past" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t0
    UNION ALL
    SELECT json_array('Entity', t3."id") AS "head", (
      SELECT '[' || json_array() || ']'
      FROM (
        SELECT t2.*, NULL
        FROM "entity" t2
        WHERE t2."held_since" <= @p0 AND t2."num" = coalesce(t3."merged_into", t3."num")
        UNION ALL
        SELECT t2.*
        FROM "entity_past" t2
        WHERE t2."held_since" <= @p0 AND t2."held_until" > @p0 AND t2."num" = coalesce(t3."merged_into", t3."num")
        LIMIT -1
      ) t2
    ) AS "row"
    FROM (
      SELECT t3.*, NULL
      FROM "entity" t3
      WHERE t3."held_since" <= @p0 AND t3."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t3.*
      FROM "entity_past" t3
      WHERE t3."held_since" <= @p0 AND t3."held_until" > @p0 AND t3."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t3
    UNION ALL
    SELECT json_array('Source', t5."id") AS "head", (
      SELECT '[' || json_array() || ']'
      FROM (
        SELECT t4.*, NULL
        FROM "source" t4
        WHERE t4."held_since" <= @p0 AND t4."num" = coalesce(t5."merged_into", t5."num")
        UNION ALL
        SELECT t4.*
        FROM "source_past" t4
        WHERE t4."held_since" <= @p0 AND t4."held_until" > @p0 AND t4."num" = coalesce(t5."merged_into", t5."num")
        LIMIT -1
      ) t4
    ) AS "row"
    FROM (
      SELECT t5.*, NULL
      FROM "source" t5
      WHERE t5."held_since" <= @p0 AND t5."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t5.*
      FROM "source_past" t5
      WHERE t5."held_since" <= @p0 AND t5."held_until" > @p0 AND t5."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t5
    UNION ALL
    SELECT json_array('Claim', t6."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t6.*, NULL
      FROM "claim" t6
      WHERE t6."held_since" <= @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t6.*
      FROM "claim_past" t6
      WHERE t6."held_since" <= @p0 AND t6."held_until" > @p0 AND t6."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t6
    UNION ALL
    SELECT json_array('Citation', t7."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t7.*, NULL
      FROM "citation" t7
      WHERE t7."held_since" <= @p0 AND t7."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t7.*
      FROM "citation_past" t7
      WHERE t7."held_since" <= @p0 AND t7."held_until" > @p0 AND t7."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t7
    UNION ALL
    SELECT json_array('ClaimLink', t8."id") AS "head", '[' || json_array() || ']' AS "row"
    FROM (
      SELECT t8.*, NULL
      FROM "claim_link" t8
      WHERE t8."held_since" <= @p0 AND t8."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t8.*
      FROM "claim_link_past" t8
      WHERE t8."held_since" <= @p0 AND t8."held_until" > @p0 AND t8."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t8
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"carries\",\"cut-ties-with\",\"answers-with\",\"availability\",\"breaches\"]"}
