SELECT (
  SELECT '[' || json_array(t0."title", t0."id") || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "source" t0
    WHERE t0."held_since" <= @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "source" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "source_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    UNION ALL
    SELECT t0.*
    FROM "source_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = (
      SELECT coalesce(t1."merged_into", t1."num")
      FROM (
        SELECT t1.*, NULL
        FROM "source" t1
        WHERE t1."held_since" <= @p0 AND t1."key" = @p1
        UNION ALL
        SELECT t1.*
        FROM "source_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."key" = @p1
        LIMIT -1
      ) t1
    )
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"aws-letter-itself"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Citation', t0."id") AS "head", '[' || json_array() || ',' || coalesce((
      SELECT '[' || '[' || json_array(t1."title") || ']' || ']'
      FROM (
        SELECT t1.*, NULL
        FROM "source" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = t0."source"
        UNION ALL
        SELECT t1.*
        FROM "source_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = t0."source"
        LIMIT -1
      ) t1
    ), '[]') || ']' AS "row"
    FROM (
      SELECT t0.*, NULL
      FROM "citation" t0
      WHERE t0."held_since" <= @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t0.*
      FROM "citation_past" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t0
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-1\",\"id-2\",\"id-3\",\"id-4\",\"id-5\",\"id-6\",\"id-7\",\"id-8\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Claim', t0."id") AS "head", '[' || json_array() || ',' || (
      SELECT '[' || coalesce(group_concat("item", ','), '') || ']'
      FROM (
        SELECT '[' || json_array(t1."language", t1."text") || ']' AS "item"
        FROM (
          SELECT *
          FROM (
            SELECT *
            FROM (
              SELECT t1.*, NULL
              FROM "claim_texts" t1
              WHERE t1."held_since" <= @p0 AND t1."owner" = t0."num"
              ORDER BY t1."position"
              LIMIT -1
            )
            UNION ALL
            SELECT *
            FROM (
              SELECT t1.*
              FROM "claim_texts_past" t1
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
      FROM "claim" t0
      WHERE t0."held_since" <= @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t0.*
      FROM "claim_past" t0
      WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t0
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-9\",\"id-10\",\"id-11\",\"id-12\"]"}
