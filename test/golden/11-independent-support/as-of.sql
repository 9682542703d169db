SELECT (
  SELECT '[' || json_array(t0."citation_count", t0."id") || ',' || (
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
  ) || ']'
  FROM (
    SELECT t0.*, NULL
    FROM "claim" t0
    WHERE t0."held_since" <= @p0 AND t0."key" = @p1
    UNION ALL
    SELECT t0.*
    FROM "claim_past" t0
    WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."key" = @p1
    LIMIT -1
  ) t0
) AS "result"
-- {"p0":moment-1,"p1":"aws-observed-violent-content"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Source', t1."id") AS "head", (
      SELECT '[' || json_array(t0."title") || ']'
      FROM (
        SELECT t0.*, NULL
        FROM "source" t0
        WHERE t0."held_since" <= @p0 AND t0."num" = coalesce(t1."merged_into", t1."num")
        UNION ALL
        SELECT t0.*
        FROM "source_past" t0
        WHERE t0."held_since" <= @p0 AND t0."held_until" > @p0 AND t0."num" = coalesce(t1."merged_into", t1."num")
        LIMIT -1
      ) t0
    ) AS "row"
    FROM (
      SELECT t1.*, NULL
      FROM "source" t1
      WHERE t1."held_since" <= @p0 AND t1."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      UNION ALL
      SELECT t1.*
      FROM "source_past" t1
      WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."id" IN (
        SELECT "value"
        FROM json_each(@p1)
      )
      LIMIT -1
    ) t1
  )
) AS "result"
-- {"p0":moment-1,"p1":"[\"id-1\"]"}

SELECT (
  SELECT '[' || coalesce(group_concat('[' || "head" || ',' || "row" || ']', ','), '') || ']'
  FROM (
    SELECT json_array('Citation', t0."id") AS "head", '[' || json_array() || ',' || coalesce((
      SELECT '[' || '[' || json_array() || ',' || (
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
      ) || ']' || ']'
      FROM (
        SELECT t1.*, NULL
        FROM "entity" t1
        WHERE t1."held_since" <= @p0 AND t1."num" = t0."speaker"
        UNION ALL
        SELECT t1.*
        FROM "entity_past" t1
        WHERE t1."held_since" <= @p0 AND t1."held_until" > @p0 AND t1."num" = t0."speaker"
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
-- {"p0":moment-1,"p1":"[\"id-2\"]"}

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
-- {"p0":moment-1,"p1":"[\"id-2\",\"id-3\",\"id-4\"]"}
